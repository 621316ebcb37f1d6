//! The locator of a target, as a person who writes tests would put it.

use super::source::{Argument, Call, call, matching, quoted};
use crate::locate::{Selector, difficulty};
use crate::redact::Redacted;
use crate::trace::{Step, Target};

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
    found_by(&target.selectors, target.tag.as_str())
}

fn found_by(selectors: &[Selector], tag: &str) -> Option<Vec<Call>> {
    let hardest = |selector: &&Selector| selector.iter().map(|part| difficulty(part.as_str())).max();
    // They are in that order, but not in a trace of before they were.
    let readable = selectors.iter().min_by_key(hardest);
    readable.into_iter().chain(selectors).find_map(|selector| selector.iter().map(|part| one(part, tag)).collect())
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
        let role = role.strip_suffix("\"]")?;
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
