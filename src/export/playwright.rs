//! The trace as a test of Playwright (`@playwright/test`), to be read, kept and mended by hand.

use super::in_order;
use super::json::{is_deceptive, json};
use super::replay_action::{ReplayAction, replay_actions};
use super::sentence::{English, phrase};
use crate::redact::{Piece, Placeholder, Redacted, pieces};
use crate::trace::{Button, FieldKind, Header, Modifier, Step, Target};

/// What a test says that lacks something of what was masked.
const MISSING: &str = "\
/** What the recording masked is typed only from the environment. */
function missing(name) {
  throw new Error(`Set ${name} in the environment: the recording masked what belongs here.`);
}
";

/// The test's source, a module. Each step stands as a comment in words above what does it; what a replay cannot do, or the
/// page does by itself, stands as the comment alone. What was masked is read from the environment before the first step,
/// `<PASSWORD_1>` from `PASSWORD_1`; where it is not there the test stops and names it.
#[must_use]
pub fn playwright(header: Header, steps: Vec<Step>) -> String {
    let (header, steps) = in_order(header, steps);
    let size = header.environment.viewport;
    let mut lines = vec![view(size.width, size.height)];
    let mut variables = Variables::default();
    let english = English::new();
    for (step, action) in replay_actions(&steps) {
        lines.push(format!("// {}. {}", step.seq + 1, one_line(&english.say(&phrase(step)))));
        lines.extend(statement(step, &action, &mut variables));
    }
    let mut source = String::from("import { test } from \"@playwright/test\";\n\n");
    if !variables.0.is_empty() {
        source.push_str(MISSING);
        source.push('\n');
    }
    source.push_str(&format!("test({}, async ({{ page }}) => {{\n", json(&header.title())));
    for name in variables.0 {
        source.push_str(&format!("  const {name} = process.env.{name} ?? missing(\"{name}\");\n"));
    }
    for line in lines {
        source.push_str(&format!("  {line}\n"));
    }
    source.push_str("});\n");
    source
}

/// The variables of the environment that a test reads, in the order of their first use.
#[derive(Default)]
struct Variables(Vec<String>);

impl Variables {
    /// The name of what stands for the placeholder. Without a number it is `TERM_0`: a plain `TERM` may well mean another thing.
    fn name(&mut self, placeholder: Placeholder) -> String {
        let name = format!("{}_{}", placeholder.entity_type.word(), placeholder.number.unwrap_or_default());
        if !self.0.contains(&name) {
            self.0.push(name.clone());
        }
        name
    }

    /// The expression of a text of the step, with `call` around what was masked. What only looks like a placeholder, where
    /// nothing of its class was masked in the step, is text.
    fn expression(&mut self, text: &str, step: &Step, call: fn(String) -> String) -> String {
        let is_own = |piece: &Piece| matches!(piece, Piece::Masked(one) if step.masked.of(one.entity_type) > 0);
        let pieces = pieces(text);
        if !pieces.iter().any(is_own) {
            return json(&text);
        }
        if let [Piece::Masked(placeholder)] = pieces.as_slice() {
            return call(self.name(*placeholder));
        }
        let mut template = String::new();
        for piece in &pieces {
            match piece {
                Piece::Masked(placeholder) if is_own(piece) => {
                    template.push_str(&format!("${{{}}}", call(self.name(*placeholder))));
                }
                Piece::Masked(placeholder) => template.push_str(&in_template(&placeholder.to_string())),
                Piece::Kept(text) => template.push_str(&in_template(text)),
            }
        }
        format!("`{template}`")
    }

    /// What is typed or chosen.
    fn value(&mut self, text: &str, step: &Step) -> String {
        self.expression(text, step, |name| name)
    }

    /// The address of the step.
    fn address(&mut self, step: &Step) -> String {
        self.expression(step.url.as_str(), step, |name| format!("encodeURIComponent({name})"))
    }
}

fn statement(step: &Step, action: &ReplayAction, variables: &mut Variables) -> Option<String> {
    let scope = scope(step);
    let on = |target: &Target| locator(&scope, target);
    Some(match *action {
        ReplayAction::View { width, height } => view(width, height),
        ReplayAction::Open => format!("await {}.goto({});", tab(step), variables.address(step)),
        ReplayAction::Click { target, button, twice, x, y } => {
            let way = if twice { "dblclick" } else { "click" };
            let button = match button {
                Button::Primary => "",
                Button::Auxiliary => "button: \"middle\", ",
                Button::Secondary => "button: \"right\", ",
                Button::Back | Button::Forward => return None,
            };
            format!("await {}.{way}({{ {button}position: {{ x: {x}, y: {y} }} }});", on(target)?)
        }
        ReplayAction::Check { target } => format!("await {}.click();", on(target)?),
        ReplayAction::Change { target, field: FieldKind::Select, value } => {
            let target = on(target)?;
            let chosen: Vec<String> = value.split('\n').map(|one| variables.value(one, step)).collect();
            format!("await {target}.selectOption([{}]);", chosen.join(", "))
        }
        ReplayAction::Change { target, value, .. } => {
            format!("await {}.fill({});", on(target)?, variables.value(value, step))
        }
        ReplayAction::Press { key, held } => {
            format!("await {}.keyboard.press({});", tab(step), json(&chord(key, held)))
        }
        ReplayAction::Scroll { target: Some(target), x, y } => {
            format!("await {}.evaluate((element) => element.scrollTo({x}, {y}));", on(target)?)
        }
        ReplayAction::Scroll { target: None, x, y } => {
            format!("await {scope}.locator(\":root\").evaluate(() => scrollTo({x}, {y}));")
        }
        ReplayAction::Hover { target } => format!("await {}.hover();", on(target)?),
        ReplayAction::Drag { target, to } => format!("await {}.dragTo({});", on(target)?, on(to)?),
        ReplayAction::OpenTab => {
            let (tab, name) = (step.tab, tab(step));
            format!("const {name} = page.context().pages()[{tab}] ?? (await page.context().waitForEvent(\"page\"));")
        }
        ReplayAction::SwitchTab => format!("await {}.bringToFront();", tab(step)),
        ReplayAction::CloseTab => format!("await {}.close();", tab(step)),
        ReplayAction::Nothing => return None,
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

/// The way to the target that lasts longest of those that Playwright has; `None` where there is none. One alone: each was
/// unique when it was taken, but of two ways that are tried together the page decides which element comes first.
fn locator(scope: &str, target: &Target) -> Option<String> {
    target.selectors.iter().find_map(|selector| way(scope, selector))
}

fn way(scope: &str, selector: &[Redacted]) -> Option<String> {
    let mut way = scope.to_owned();
    for part in selector {
        let part = part.as_str();
        if let Some(named) = part.strip_prefix("aria/") {
            let (name, role) = named.rsplit_once("[role=\"")?;
            let role = json(&role.strip_suffix("\"]")?);
            way.push_str(&format!(".getByRole({role}, {{ name: {}, exact: true }})", json(&name)));
        } else if let Some(text) = part.strip_prefix("text/") {
            // Playwright looks for text in any case: this asks for the very letters, as the recorder did.
            way.push_str(&format!(".locator({})", json(&format!("text=/{}/", escaped(text)))));
        } else if let Some(path) = part.strip_prefix("xpath/") {
            way.push_str(&format!(".locator({})", json(&format!("xpath={path}"))));
        } else {
            way.push_str(&format!(".locator({})", json(&part.strip_prefix("pierce/").unwrap_or(part))));
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

/// A text between the backticks of a template.
fn in_template(text: &str) -> String {
    let string = json(&text);
    string[1..string.len() - 1].replace('`', "\\`").replace("${", "\\${")
}

/// `Control+Shift+k`.
fn chord(key: &str, held: &[Modifier]) -> String {
    held.iter().map(|held| format!("{held:?}+")).chain([key.to_owned()]).collect()
}

/// Page text in a comment must not end it, nor turn round what stands after it, nor end a script around it.
fn one_line(text: &str) -> String {
    let line: String = text.chars().map(|c| if is_deceptive(c) { ' ' } else { c }).collect();
    line.replace("</", "< /").replace("<!", "< !")
}
