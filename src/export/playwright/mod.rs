//! The trace as a test of Playwright (`@playwright/test`), to be read, kept and mended by hand.

mod drag;
mod locator;
mod source;
mod variables;

use super::in_order;
use super::json::is_deceptive;
use super::replay_action::{ReplayAction, is_area, replay_actions};
use super::sentence::{English, phrase};
use crate::redact::{Piece, pieces};
use crate::trace::{Action, Button, FieldKind, Header, Modifier, Step, Target};
use locator::{locator, scope};
use source::{Argument, Call, awaited, call, matching, quoted};
use std::collections::BTreeMap;
use variables::Variables;

/// What a test says that lacks something of what was masked.
const MISSING: &str = "\
/** What was masked, and files, are taken from the environment. */
function missing(name) {
  throw new Error(
    `Set ${name} in the environment: the recording does not hold what belongs here.`,
  );
}
";
/// How many milliseconds after a step a new tab may come that it opened; one that comes later the person opened.
const OPENS_WITHIN: u64 = 10_000;
/// Columns before a statement of the test.
const INDENT: usize = 2;
/// What is pressed as a whole, wherever the pointer stands in it.
const PRESSED_AS_A_WHOLE: &[&str] = &[
    "button",
    "checkbox",
    "columnheader",
    "combobox",
    "heading",
    "link",
    "menuitem",
    "menuitemcheckbox",
    "menuitemradio",
    "option",
    "radio",
    "searchbox",
    "switch",
    "tab",
    "textbox",
];
/// What has a role of those and yet other things at other places.
const PLACES_INSIDE: &[&str] = &["area", "canvas", "img", "map", "object", "svg"];

/// The test's source, a module, as prettier formats it. Each step stands as a comment in words above what does it; what a replay
/// cannot do, or the page does by itself, stands as the comment alone. What was masked is read from the environment before the
/// first step, `<PASSWORD_1>` from `PASSWORD_1`, and the path of a file that was chosen from `FILE_1`; where one is not there the
/// test stops and names it. Where a step led to another address, the test waits for it and fails where it does not come.
#[must_use]
pub fn playwright(header: Header, steps: Vec<Step>) -> String {
    let (header, steps) = in_order(header, steps);
    let size = header.environment.viewport;
    let mut body = view(size.width, size.height);
    let mut variables = Variables::default();
    let english = English::new();
    let actions: Vec<(&Step, ReplayAction)> = replay_actions(&steps).collect();
    let openers = openers(&actions);
    let mut addresses = BTreeMap::new();
    if steps.iter().any(|step| matches!(step.action, Action::Gap)) {
        // What was answered is not known.
        body.push("  page.on(\"dialog\", (dialog) => dialog.accept());".to_owned());
    }
    for (at, (step, action)) in actions.iter().enumerate() {
        body.push(format!("  // {}. {}", step.seq + 1, one_line(&english.say(&phrase(step)))));
        if let Some(tab) = openers.get(&at) {
            body.push(format!("  const tab{tab}Opened = page.context().waitForEvent(\"page\");"));
        }
        let told = addresses.insert(step.tab, &step.url) == Some(&step.url) && matches!(action, ReplayAction::Arrive);
        if !told && !is_part_of(step, action, actions.get(at + 1)) {
            let opened = openers.values().any(|tab| *tab == step.tab);
            body.extend(statement(step, action, opened, &mut variables).unwrap_or_default());
        }
    }
    let expects = body.iter().any(|line| line.starts_with("  await expect("));
    let names = if expects { "expect, test" } else { "test" };
    let mut source = format!("import {{ {names} }} from \"@playwright/test\";\n\n");
    if !variables.is_empty() {
        source.push_str(MISSING);
        source.push('\n');
    }
    source.push_str(&format!("test({}, async ({{ page }}) => {{\n", quoted(header.title())));
    for line in variables.lines().chain(body) {
        source.push_str(&line);
        source.push('\n');
    }
    source.push_str("});\n");
    source
}

/// The steps that open tabs, by their places: from before them on the test waits for the tab of this number.
fn openers(actions: &[(&Step, ReplayAction)]) -> BTreeMap<usize, u32> {
    let mut openers = BTreeMap::new();
    for (at, (opened, action)) in actions.iter().enumerate() {
        if matches!(action, ReplayAction::OpenTab) {
            let acts = |action: &ReplayAction| {
                matches!(action, ReplayAction::Click { .. } | ReplayAction::Press { .. } | ReplayAction::Change { .. })
            };
            let opener = actions[..at].iter().rposition(|(_, action)| acts(action));
            let opener = opener.filter(|at| opened.time.saturating_sub(actions[*at].0.time) < OPENS_WITHIN);
            if let Some(at) = opener {
                openers.entry(at).or_insert(opened.tab);
            }
        }
    }
    openers
}

/// Whether the step is done by the next one: the press on a field that is then filled, and an address that leads on at once.
fn is_part_of(step: &Step, action: &ReplayAction, next: Option<&(&Step, ReplayAction)>) -> bool {
    let Some((next_step, next)) = next else { return false };
    if (step.tab, &step.frame) != (next_step.tab, &next_step.frame) {
        return false;
    }
    match (action, next) {
        (
            ReplayAction::Click { target, button: Button::Primary, twice: false, held: [], .. },
            ReplayAction::Change { target: field, .. } | ReplayAction::Files { target: field, .. },
        ) => target.selectors == field.selectors,
        (ReplayAction::Arrive, ReplayAction::Arrive) => true,
        _ => false,
    }
}

/// The lines that do a step; `None` where no replay can. `opened`: the test waits for the step's tab since a step before.
fn statement(step: &Step, action: &ReplayAction, opened: bool, variables: &mut Variables) -> Option<Vec<String>> {
    let tab = tab(step);
    let on = |target: &Target, last: Call| {
        let mut calls = way(step, target)?;
        calls.push(last);
        Some(awaited(&tab, &calls, INDENT))
    };
    match *action {
        ReplayAction::View { width, height } => Some(view(width, height)),
        ReplayAction::Open => Some(awaited(&tab, &[call("goto", [Argument::Plain(variables.address(step))])], INDENT)),
        ReplayAction::Arrive => {
            let there = call("toHaveURL", [Argument::pattern(&address(step)?)]);
            Some(awaited(&format!("expect({tab})"), &[there], INDENT))
        }
        // It is drawn by the image that it is a part of, and has no box of its own to press.
        ReplayAction::Click { target, button: Button::Primary, twice: false, .. } if is_area(target) => {
            on(target, call("dispatchEvent", [Argument::Plain("\"click\"".to_owned())]))
        }
        ReplayAction::Click { target, button, twice, x, y, held } => {
            let mut options = Vec::new();
            match button {
                Button::Primary => {}
                Button::Auxiliary => options.push(("button", "\"middle\"".to_owned())),
                Button::Secondary => options.push(("button", "\"right\"".to_owned())),
                Button::Back | Button::Forward => return None,
            }
            if !held.is_empty() {
                let held: Vec<String> = held.iter().map(|held| format!("\"{held:?}\"")).collect();
                options.push(("modifiers", format!("[{}]", held.join(", "))));
            }
            if needs_place(target) {
                options.push(("position", place(x, y)));
            }
            on(target, with(if twice { "dblclick" } else { "click" }, options))
        }
        ReplayAction::Check { target, checked } => on(
            target,
            match checked {
                // Its box is not to be seen, and waited for in vain.
                _ if target.tag.as_str() == "label" => call("click", []),
                Some(true) => call("check", []),
                Some(false) => call("uncheck", []),
                None => call("click", []),
            },
        ),
        ReplayAction::Change { target, field: FieldKind::Select, value } => {
            let mut chosen: Vec<String> = value.split('\n').map(|one| variables.value(one, step)).collect();
            let one = if chosen.len() == 1 { chosen.pop() } else { None };
            on(target, call("selectOption", [one.map_or(Argument::List(chosen), Argument::Plain)]))
        }
        ReplayAction::Change { target, value, .. } => {
            on(target, call("fill", [Argument::Plain(variables.value(value, step))]))
        }
        ReplayAction::Files { target, count } => {
            let mut files: Vec<String> = (0..count).map(|_| variables.file()).collect();
            let one = if files.len() == 1 { files.pop() } else { None };
            on(target, call("setInputFiles", [one.map_or(Argument::List(files), Argument::Plain)]))
        }
        ReplayAction::Press { key, held, count } => {
            let press = call("press", [Argument::Plain(quoted(&chord(key, held)))]);
            if count == 1 {
                return Some(awaited(&format!("{tab}.keyboard"), &[press], INDENT));
            }
            let mut lines = vec![format!("  for (let time = 0; time < {count}; time++) {{")];
            lines.extend(awaited(&format!("{tab}.keyboard"), &[press], INDENT + 2));
            lines.push("  }".to_owned());
            Some(lines)
        }
        ReplayAction::Type { value } => {
            let signs = call("type", [Argument::Plain(variables.value(value, step))]);
            Some(awaited(&format!("{tab}.keyboard"), &[signs], INDENT))
        }
        ReplayAction::Scroll { target: Some(target), x, y } => {
            on(target, evaluate(&format!("(element) => element.scrollTo({x}, {y})")))
        }
        ReplayAction::Scroll { target: None, x, y } => {
            let root = call("locator", [Argument::Plain("\":root\"".to_owned())]);
            let calls: Vec<Call> =
                scope(step).into_iter().chain([root, evaluate(&format!("() => scrollTo({x}, {y})"))]).collect();
            Some(awaited(&tab, &calls, INDENT))
        }
        ReplayAction::Hover { target } => on(target, call("hover", [])),
        ReplayAction::Drag { target, to, from, at, path } => {
            let way = way(step, target)?;
            if target.selectors == to.selectors {
                return Some(drag::through(&tab, &way, from, path, at));
            }
            if drag::is_crossed_by(to, target) {
                return Some(drag::along(&tab, &way, from, drag::seen_from(target, to, at)));
            }
            on(target, drag::drop_on(tab.clone(), self::way(step, to)?, from, at))
        }
        ReplayAction::OpenTab => Some(vec![match opened {
            true => format!("  const {tab} = await {tab}Opened;"),
            false => format!("  const {tab} = await page.context().newPage();"),
        }]),
        ReplayAction::SwitchTab => Some(awaited(&tab, &[call("bringToFront", [])], INDENT)),
        ReplayAction::CloseTab => Some(awaited(&tab, &[call("close", [])], INDENT)),
        ReplayAction::Nothing => None,
    }
}

/// The way from the page of the step's tab to a target: the frames in it, and the target's locator.
fn way(step: &Step, target: &Target) -> Option<Vec<Call>> {
    Some(scope(step).into_iter().chain(locator(target)?).collect())
}

fn evaluate(function: &str) -> Call {
    call("evaluate", [Argument::Rich(function.to_owned())])
}

/// The call with options, where there are any.
fn with(name: &'static str, options: Vec<(&'static str, String)>) -> Call {
    if options.is_empty() { call(name, []) } else { call(name, [Argument::Object(options)]) }
}

fn place(x: i32, y: i32) -> String {
    format!("{{ x: {x}, y: {y} }}")
}

/// Whether it matters where in the target the pointer stood.
fn needs_place(target: &Target) -> bool {
    !PRESSED_AS_A_WHOLE.contains(&target.role.as_str()) || PLACES_INSIDE.contains(&target.tag.as_str())
}

fn view(width: u32, height: u32) -> Vec<String> {
    let size = Argument::Object(vec![("width", width.to_string()), ("height", height.to_string())]);
    awaited("page", &[call("setViewportSize", [size])], INDENT)
}

/// The variable of the step's tab.
fn tab(step: &Step) -> String {
    if step.tab == 0 { "page".to_owned() } else { format!("tab{}", step.tab) }
}

/// A regular expression of the step's address, whatever its query: what was masked, and numbers, differ from one run to the next.
/// `None` where it has no address of its own.
fn address(step: &Step) -> Option<String> {
    let url = step.url.as_str();
    let (scheme, rest) = url.split_once("://")?;
    let mut pattern = format!("{}:\\/\\/", matching(scheme));
    for (at, part) in rest.split('/').enumerate() {
        if at > 0 {
            pattern.push_str("\\/");
        }
        let masked = pieces(part).iter().any(|piece| matches!(piece, Piece::Masked(_)));
        let numbered = at > 0 && part.contains(|c: char| c.is_ascii_digit());
        pattern.push_str(&if masked || numbered { "[^/]+".to_owned() } else { matching(part) });
    }
    Some(format!("^{pattern}(?:[?#]|$)"))
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
