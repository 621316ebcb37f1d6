//! The locator of a target, as a person who writes tests would put it.

use super::source::{Argument, Call, call, matching, quoted};
use crate::locate::{Selector, difficulty};
use crate::redact::Redacted;
use crate::trace::{Container, Step, Target};

/// Starts a locator: the page of the step's tab, and the frames in it. A frame of which nothing else is known is told by its place.
pub(super) fn scope(step: &Step) -> Vec<Call> {
    let frame = |(depth, place): (usize, &u32)| {
        let by_place = || {
            let frames = call("locator", [Argument::Plain("\"iframe, frame\"".to_owned())]);
            vec![frames, call("nth", [Argument::Plain(place.to_string())])]
        };
        let known = step.frame_selectors.get(depth).and_then(|selectors| found_by(selectors, "iframe"));
        known.unwrap_or_else(by_place).into_iter().chain([call("contentFrame", [])])
    };
    step.frame.iter().enumerate().flat_map(frame).collect()
}

/// The way to the target that is read most easily of those that Playwright has; `None` where there is none. One alone: each was
/// unique when it was taken, but of two ways that are tried together the page decides which element comes first.
pub(super) fn locator(target: &Target) -> Option<Vec<Call>> {
    let is_readable = readable(&target.selectors).is_some_and(|best| hardest(best) <= HARDEST);
    let in_item = if is_readable { None } else { in_item(target) };
    in_item.or_else(|| found_by(&target.selectors, target.tag.as_str()))
}

/// The most that a selector which a person would write is hard to read: a tag and its text.
const HARDEST: u8 = 3;

/// One of many of its role and name, by the row or item that has such a text: `getByRole("row").filter({ hasText })`. A selector says
/// that the text stood nowhere else in the page, and the context that there was one such target in the row.
fn in_item(target: &Target) -> Option<Vec<Call>> {
    let Container { role, name } = target.context.as_ref()?.within.as_ref()?;
    let is_whole = |name: &Redacted| !name.is_empty() && !name.as_str().contains(['<', '…']);
    // A label is pressed for a box that is not to be seen.
    let is_itself = target.tag.as_str() != "label";
    if !is_itself || !matches!(role.as_str(), "row" | "listitem") || !is_whole(name) || !is_whole(&target.name) {
        return None;
    }
    let text = target.selectors.iter().find_map(|selector| {
        let [xpath] = selector.as_slice() else { return None };
        let (text, _) = xpath.as_str().strip_prefix("xpath///text()[contains(.,\"")?.split_once("\")]/ancestor::")?;
        name.as_str().contains(text).then_some(text)
    })?;
    let item = call("getByRole", [Argument::Plain(quoted(role))]);
    let filter = call("filter", [Argument::Object(vec![("hasText", quoted(text))])]);
    Some(vec![item, filter, by_role(&target.role, target.name.as_str(), target.tag.as_str())?])
}

fn hardest(selector: &Selector) -> u8 {
    selector.iter().map(|part| difficulty(part.as_str())).max().unwrap_or(u8::MAX)
}

/// They are in that order, but not in a trace of before they were.
fn readable(selectors: &[Selector]) -> Option<&Selector> {
    selectors.iter().min_by_key(|selector| hardest(selector))
}

fn found_by(selectors: &[Selector], tag: &str) -> Option<Vec<Call>> {
    readable(selectors)
        .into_iter()
        .chain(selectors)
        .find_map(|selector| selector.iter().map(|part| one(part, tag)).collect())
}

/// The value of `[data-testid="…"]`, the attribute that Playwright looks at by default.
fn test_id(css: &str) -> Option<&str> {
    let value = css.strip_prefix("[data-testid=\"")?.strip_suffix("\"]")?;
    (!value.contains(['"', '\\'])).then_some(value)
}

/// `tag`: of the target.
fn one(part: &Redacted, tag: &str) -> Option<Call> {
    let part = part.as_str();
    let locator = |text: &str| call("locator", [Argument::Plain(quoted(text))]);
    Some(if let Some(named) = part.strip_prefix("aria/") {
        let (name, role) = named.rsplit_once("[role=\"")?;
        by_role(role.strip_suffix("\"]")?, name, tag)?
    } else if let Some(text) = part.strip_prefix("text/") {
        // Playwright looks for text in any case: this asks for the very letters, as the recorder did.
        call("getByText", [Argument::pattern(&matching(text))])
    } else if let Some(path) = part.strip_prefix("xpath/") {
        locator(&format!("xpath={path}"))
    } else if let Some(id) = test_id(part) {
        call("getByTestId", [Argument::Plain(quoted(id))])
    } else {
        locator(part.strip_prefix("pierce/").unwrap_or(part))
    })
}

/// `getByRole`, where Playwright finds the element by that. `tag`: of the target.
fn by_role(role: &str, name: &str, tag: &str) -> Option<Call> {
    // Playwright takes what has no box for hidden, and finds nothing hidden by its role.
    if tag == "area" {
        return None;
    }
    // To Playwright what is edited in place is no textbox unless the page says so.
    if role == "textbox" && !matches!(tag, "input" | "textarea") {
        let exact = Argument::Object(vec![("exact", "true".to_owned())]);
        return Some(call("getByLabel", [Argument::Plain(quoted(name)), exact]));
    }
    let options = vec![("name", quoted(name)), ("exact", "true".to_owned())];
    Some(call("getByRole", [Argument::Plain(quoted(role)), Argument::Object(options)]))
}
