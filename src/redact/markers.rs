//! Privacy markers that pages already carry for other tools: every mask, block and ignore is honoured, no unmask ever.

use super::Raw;

/// What a marker asks for, the strictest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Marker {
    /// Replace the text.
    Mask,
    /// Take no input here.
    Ignore,
    /// Leave out the subtree; take no steps in it.
    Block,
}

/// Classes, and what they ask for.
const CLASSES: &[(&str, Marker)] = &[
    ("rr-block", Marker::Block),
    ("rr-mask", Marker::Mask),
    ("rr-ignore", Marker::Ignore),
    ("sentry-block", Marker::Block),
    ("sentry-mask", Marker::Mask),
    ("sentry-ignore", Marker::Ignore),
    ("ph-no-capture", Marker::Block),
    ("ph-mask", Marker::Mask),
    ("ph-ignore-input", Marker::Ignore),
    ("fs-exclude", Marker::Block),
    ("fs-block", Marker::Block),
    ("fs-mask", Marker::Mask),
    ("dd-privacy-hidden", Marker::Block),
    ("dd-privacy-mask", Marker::Mask),
    ("dd-privacy-mask-user-input", Marker::Mask),
    ("amp-block", Marker::Block),
    ("amp-mask", Marker::Mask),
    ("mp-block", Marker::Block),
    ("mp-mask", Marker::Mask),
    ("nr-block", Marker::Block),
    ("nr-mask", Marker::Mask),
];

/// Attributes, the value they must have (`*`: any, none but the named ones above it), and what they ask for.
const ATTRIBUTES: &[(&str, &str, Marker)] = &[
    ("data-sentry-block", "*", Marker::Block),
    ("data-sentry-mask", "*", Marker::Mask),
    ("data-sentry-ignore", "*", Marker::Ignore),
    ("data-dd-privacy", "hidden", Marker::Block),
    ("data-dd-privacy", "mask", Marker::Mask),
    ("data-dd-privacy", "mask-user-input", Marker::Mask),
    ("data-dd-privacy", "mask-unless-allowlisted", Marker::Mask),
    ("data-hj-suppress", "*", Marker::Mask),
    ("data-clarity-mask", "*", Marker::Mask),
    ("data-openreplay-hidden", "*", Marker::Block),
    ("data-openreplay-obscured", "*", Marker::Mask),
    ("data-openreplay-masked", "*", Marker::Mask),
    ("data-private", "*", Marker::Mask),
    ("data-amp-block", "*", Marker::Block),
    ("data-amp-mask", "*", Marker::Mask),
    ("data-nr-block", "*", Marker::Block),
    ("data-nr-mask", "*", Marker::Mask),
    ("data-privacy", "block", Marker::Block),
    ("data-privacy", "*", Marker::Mask),
];

/// A CSS selector that any marked element matches, so that one question to the page settles the common case. It is long, and put
/// together at each call.
#[must_use]
pub fn any_marker() -> String {
    let classes = CLASSES.iter().map(|(class, _)| [".", class].concat());
    let attributes = ATTRIBUTES.iter().map(|(name, _, _)| ["[", name, "]"].concat());
    classes.chain(attributes).collect::<Vec<_>>().join(",")
}

/// The names of the attributes by which an element is marked, each once.
#[must_use]
pub fn marker_attributes() -> Vec<&'static str> {
    let mut names: Vec<&str> = std::iter::once("class").chain(ATTRIBUTES.iter().map(|&(name, ..)| name)).collect();
    // Those of one name stand beside each other.
    names.dedup();
    names
}

/// The strictest marker on one element, whose attributes `attribute` answers.
pub fn on_element(attribute: impl Fn(&str) -> Option<Raw>) -> Option<Marker> {
    let class = attribute("class");
    let by_class = CLASSES
        .iter()
        .filter(|(word, _)| class.as_ref().is_some_and(|class| class.has_token(word)))
        .map(|&(_, marker)| marker)
        .max();
    let by_attribute = ATTRIBUTES
        .iter()
        .filter(|(name, value, _)| attribute(name).is_some_and(|found| *value == "*" || found.is(value)))
        .map(|&(_, _, marker)| marker)
        .max();
    by_class.max(by_attribute)
}
