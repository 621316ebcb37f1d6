//! The trace as a test of Playwright (`@playwright/test`), to be read, kept and mended by hand.

use super::in_order;
use super::play::{Play, plays};
use super::sentence::{English, phrase};
use crate::redact::Redacted;
use crate::trace::{Button, FieldKind, Header, Modifier, Step, Target};

/// How many ways to one element a line tries: the first that is there.
const MOST_WAYS: usize = 3;

/// The test's source, a module. Each step stands as a comment in words above what does it; what a replay cannot do, or the
/// page does by itself, stands as the comment alone. Placeholders of masked values are read from the environment:
/// `<PASSWORD_1>` from `PASSWORD_1`.
#[must_use]
pub fn playwright(header: Header, steps: Vec<Step>) -> String {
    let (header, steps) = in_order(header, steps);
    let size = header.environment.viewport;
    let mut lines = vec![
        "import { test } from \"@playwright/test\";".to_owned(),
        String::new(),
        format!("test({}, async ({{ page }}) => {{", quoted(header.title())),
        format!("  {}", view(size.width, size.height)),
    ];
    let english = English::new();
    for (step, play) in plays(&steps) {
        lines.push(format!("  // {}. {}", step.seq + 1, one_line(&english.say(&phrase(step)))));
        lines.extend(statement(step, &play).map(|statement| format!("  {statement}")));
    }
    lines.push("});".to_owned());
    lines.push(String::new());
    lines.join("\n")
}

fn statement(step: &Step, play: &Play) -> Option<String> {
    let scope = scope(step);
    let on = |target: &Target| locator(&scope, target);
    Some(match *play {
        Play::View { width, height } => view(width, height),
        Play::Open => format!("await {}.goto({});", tab(step), quoted(step.url.as_str())),
        Play::Click { target, button, twice, x, y } => {
            let way = if twice { "dblclick" } else { "click" };
            let button = match button {
                Button::Primary => "",
                Button::Auxiliary => "button: \"middle\", ",
                Button::Secondary => "button: \"right\", ",
                Button::Back | Button::Forward => return None,
            };
            format!("await {}.{way}({{ {button}position: {{ x: {x}, y: {y} }} }});", on(target)?)
        }
        Play::Check { target } => format!("await {}.click();", on(target)?),
        Play::Change { target, field: FieldKind::Select, value } => {
            let chosen: Vec<String> = value.split('\n').map(quoted).collect();
            format!("await {}.selectOption([{}]);", on(target)?, chosen.join(", "))
        }
        Play::Change { target, value, .. } => format!("await {}.fill({});", on(target)?, typed(value)),
        Play::Press { key, held } => format!("await {}.keyboard.press({});", tab(step), quoted(&chord(key, held))),
        Play::Scroll { target: Some(target), x, y } => {
            format!("await {}.evaluate((element) => element.scrollTo({x}, {y}));", on(target)?)
        }
        Play::Scroll { target: None, x, y } => {
            format!("await {scope}.locator(\":root\").evaluate(() => scrollTo({x}, {y}));")
        }
        Play::Hover { target } => format!("await {}.hover();", on(target)?),
        Play::Drag { target, to } => format!("await {}.dragTo({});", on(target)?, on(to)?),
        Play::OpenTab => {
            let (tab, name) = (step.tab, tab(step));
            format!("const {name} = page.context().pages()[{tab}] ?? (await page.context().waitForEvent(\"page\"));")
        }
        Play::SwitchTab => format!("await {}.bringToFront();", tab(step)),
        Play::CloseTab => format!("await {}.close();", tab(step)),
        Play::Nothing => return None,
    })
}

fn view(width: u32, height: u32) -> String {
    format!("await page.setViewportSize({{ width: {width}, height: {height} }});")
}

/// The variable of the step's tab.
fn tab(step: &Step) -> String {
    if step.tab == 0 { "page".to_owned() } else { format!("tab{}", step.tab) }
}

/// The page, or the frame in it.
fn scope(step: &Step) -> String {
    step.frame
        .iter()
        .fold(tab(step), |scope, place| format!("{scope}.locator(\"iframe, frame\").nth({place}).contentFrame()"))
}

/// The first ways to the target, the one or the other; `None` where there is none.
fn locator(scope: &str, target: &Target) -> Option<String> {
    let mut ways = target.selectors.iter().filter_map(|selector| way(scope, selector)).take(MOST_WAYS);
    let first = ways.next()?;
    let others: String = ways.map(|other| format!(".or({other})")).collect();
    Some(if others.is_empty() { first } else { format!("{first}{others}.first()") })
}

fn way(scope: &str, selector: &[Redacted]) -> Option<String> {
    let mut way = scope.to_owned();
    for part in selector {
        let part = part.as_str();
        if let Some(named) = part.strip_prefix("aria/") {
            let (name, role) = named.rsplit_once("[role=\"")?;
            let role = quoted(role.strip_suffix("\"]")?);
            way.push_str(&format!(".getByRole({role}, {{ name: {}, exact: true }})", quoted(name)));
        } else if let Some(text) = part.strip_prefix("text/") {
            // Playwright looks for text in any case: this asks for the very letters, as the recorder did.
            way.push_str(&format!(".locator({})", quoted(&format!("text=/{}/", escaped(text)))));
        } else if let Some(path) = part.strip_prefix("xpath/") {
            way.push_str(&format!(".locator({})", quoted(&format!("xpath={path}"))));
        } else {
            way.push_str(&format!(".locator({})", quoted(part.strip_prefix("pierce/").unwrap_or(part))));
        }
    }
    Some(way)
}

/// A text as a regular expression that matches just that; white space of any kind and length is one space.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if c.is_whitespace() {
            if !out.ends_with("\\s+") {
                out.push_str("\\s+");
            }
            continue;
        }
        if c.is_ascii_punctuation() {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// What is typed: a placeholder of something masked is read from the environment.
fn typed(value: &str) -> String {
    let name = value.strip_prefix('<').and_then(|rest| rest.strip_suffix('>'));
    let is_placeholder = |name: &&str| name.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_');
    match name.filter(is_placeholder) {
        Some(name) if !name.is_empty() => format!("process.env.{name} ?? {}", quoted(value)),
        _ => quoted(value),
    }
}

/// `Control+Shift+k`.
fn chord(key: &str, held: &[Modifier]) -> String {
    held.iter().map(|held| format!("{held:?}+")).chain([key.to_owned()]).collect()
}

/// A string of JavaScript.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("text is always JSON")
}

/// Page text in a comment must not end it.
fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c }).collect()
}
