//! The locator of a target, as a person who writes tests would put it.

use super::source::{Argument, Call, call, matching, quoted};
use crate::redact::Redacted;
use crate::trace::{Step, Target};

/// Starts a locator: the page of the step's tab, and the frames in it.
pub(super) fn scope(step: &Step) -> Vec<Call> {
    let frame = |place: &u32| {
        let frames = call("locator", [Argument::Plain("\"iframe, frame\"".to_owned())]);
        [frames, call("nth", [Argument::Plain(place.to_string())]), call("contentFrame", [])]
    };
    step.frame.iter().flat_map(frame).collect()
}

/// The way to the target that is read most easily of those that Playwright has; `None` where there is none. One alone: each was
/// unique when it was taken, but of two ways that are tried together the page decides which element comes first.
pub(super) fn locator(target: &Target) -> Option<Vec<Call>> {
    let readable = target.selectors.iter().min_by_key(|selector| difficulty(selector));
    // Each stands in its place where it is as easy as others, because they are ordered by how long they last.
    readable.into_iter().chain(&target.selectors).find_map(|selector| selector.iter().map(one).collect())
}

/// How hard a selector is to read: 0 a test id, 1 role and name, 2 text, a single id or a field's name, 3 other css, 4 xpath.
fn difficulty(selector: &[Redacted]) -> u8 {
    let part = |part: &Redacted| {
        let part = part.as_str();
        match part.split_once('/') {
            _ if test_id(part).is_some() => 0,
            Some(("aria", _)) => 1,
            Some(("text", _)) => 2,
            Some(("xpath", _)) => 4,
            _ if is_single(part.strip_prefix("pierce/").unwrap_or(part)) => 2,
            _ => 3,
        }
    };
    selector.iter().map(part).max().unwrap_or(u8::MAX)
}

/// Css of one compound with no more than one condition.
fn is_single(css: &str) -> bool {
    let conditions = css.matches(['#', '.', '[']).count();
    conditions <= 1 && !css.contains([' ', '>', '~', '+', ',']) && !css.contains("](") && !css.contains("):")
}

/// The value of `[data-testid="…"]`, the attribute that Playwright looks at by default.
fn test_id(css: &str) -> Option<&str> {
    let value = css.strip_prefix("[data-testid=\"")?.strip_suffix("\"]")?;
    (!value.contains(['"', '\\'])).then_some(value)
}

fn one(part: &Redacted) -> Option<Call> {
    let part = part.as_str();
    let locator = |text: &str| call("locator", [Argument::Plain(quoted(text))]);
    Some(if let Some(named) = part.strip_prefix("aria/") {
        let (name, role) = named.rsplit_once("[role=\"")?;
        let role = role.strip_suffix("\"]")?;
        let options = vec![("name", quoted(name)), ("exact", "true".to_owned())];
        call("getByRole", [Argument::Plain(quoted(role)), Argument::Object(options)])
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
