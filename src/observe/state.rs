//! The states that a line tells: ` [checked] [disabled] [expanded] [level=2] [pressed] [selected]`, in that order.

use crate::element::Element;
use crate::redact::Redacted;

/// Attributes with the words for `true` and for `mixed`.
const STATES: &[(&str, &str, &str)] = &[
    ("aria-checked", " [checked]", " [checked=mixed]"),
    ("aria-disabled", " [disabled]", ""),
    ("aria-expanded", " [expanded]", ""),
    ("aria-pressed", " [pressed]", " [pressed=mixed]"),
    ("aria-selected", " [selected]", ""),
];

/// What is to be said of an element beside role and name.
pub(super) fn states<E: Element>(element: &E, role: &str) -> Redacted {
    let mut out = Redacted::default();
    if matches!(role, "checkbox" | "radio") && element.checked() == Some(true) {
        out.push_own(" [checked]");
    }
    if element.attribute("disabled").is_some() {
        out.push_own(" [disabled]");
    }
    for (name, on, mixed) in STATES {
        match element.attribute(name) {
            Some(value) if value.is("true") => out.push_own(on),
            Some(value) if value.is("mixed") => out.push_own(mixed),
            _ => {}
        }
    }
    if role == "heading"
        && let Some(level) = level(element)
    {
        out.push_own(" [level=");
        out.push_number(level);
        out.push_own("]");
    }
    out
}

/// From 1 to 9: `aria-level`, or the number of `h1` to `h6`.
fn level<E: Element>(element: &E) -> Option<usize> {
    let given = (1..=9).find(|level| element.attribute("aria-level").is_some_and(|text| text.is(digit(*level))));
    given.or_else(|| (1..=6).find(|level| element.tag().strip_prefix('h') == Some(digit(*level))))
}

fn digit(number: usize) -> &'static str {
    "123456789".get(number - 1..number).unwrap_or_default()
}
