//! Selectors by what the page shows: role and accessible name, or a stretch of the name's text.

use super::cached_element::{CachedTarget, HOLDS_IMAGES, IS_UNEXPOSED};
use super::predicate;
use super::score::{self, Stability};
use crate::element::{Element, Node};
use crate::redact::{Raw, holds_private};
use crate::role::{lasting_name, role, selector_for};

/// How many elements of one role that may have the name are compared before the name is left out as unchecked.
const MOST_ALIKE: u32 = 16;
/// Longest name, in bytes, that makes a selector.
const LONGEST_NAME: usize = 160;

/// Elements whose value is not what they are named by.
const FIELDS: &[&str] = &["input", "select", "textarea"];

/// The element's role and name, asked once for all kinds.
pub(super) struct Named {
    role: &'static str,
    name: Raw,
}

impl Named {
    /// `None` where the element has no name that a selector can hold.
    pub(super) fn of<E: Element>(element: &E) -> Option<Self> {
        let name = lasting_name(element);
        // A part of a private name may look like nothing private.
        let fits = !name.is_blank() && name.expose().len() <= LONGEST_NAME && !holds_private(&name);
        fits.then(|| Self { role: role(element), name })
    }

    /// `aria/Name[role="button"]`, where no other element of that role has the name.
    pub(super) fn by_role<E: Element>(&self, target: &CachedTarget<E>) -> Option<Raw> {
        let name = self.name.expose();
        let grammar = |byte| matches!(byte, b'[' | b']' | b'"' | b'\\');
        if self.role == "generic" || name.bytes().any(grammar) || is_otherwise_named(target) {
            return None;
        }
        let alike = target.element().alike(&selector_for(self.role), &self.name, MOST_ALIKE)?;
        let only = alike
            .iter()
            .all(|other| !other.rendered() || role(other) != self.role || !lasting_name(other).same(&self.name));
        only.then(|| Raw::new(["aria/", name, "[role=\"", self.role, "\"]"].concat()))
    }

    /// How long a selector by role and name lasts.
    pub(super) fn stability(&self) -> Stability {
        if predicate::has_digit(self.name.expose()) { score::BY_NUMBERED_NAME } else { score::BY_NAME }
    }

    /// `text/Name`, where this is the only smallest element whose text holds the name, or the part of it without numbers. Else, for an
    /// element whose text stands in elements inside it, `xpath///a[contains(normalize-space(.), "Name")]`.
    pub(super) fn by_text<E: Element>(&self, target: &CachedTarget<E>) -> Option<(Stability, Raw)> {
        let tag = target.tag();
        let smallest: Vec<Raw> = self.texts().map(Raw::new).collect();
        let quotable = self.texts().filter(|text| tag != "*" && !text.contains('"'));
        let alone: Vec<Raw> = quotable.map(Raw::new).collect();
        let place = target.element().first_text(&smallest, &alone)?;
        Some(match smallest.get(place) {
            Some(text) => (score::BY_TEXT, Raw::new(["text/", text.expose()].concat())),
            None => {
                let text = alone.get(place - smallest.len())?.expose();
                let path = ["xpath///", tag, "[contains(normalize-space(.),\"", text, "\")]"].concat();
                (score::BY_TEXT_INSIDE, Raw::new(path))
            }
        })
    }

    /// The longest part of the name without a digit, because numbers in names count things; then all of it.
    fn texts(&self) -> impl Iterator<Item = &str> {
        let all = self.name.expose();
        let part = predicate::without_digits(all).trim();
        let telling = part.len() >= 3;
        let worded = all.chars().any(char::is_alphabetic);
        telling.then_some(part).into_iter().chain((worded && part.len() != all.len()).then_some(all))
    }
}

/// True where the browser's own tree has the element under another name or role, or not at all, so that no selector by name
/// finds it (seen in Chromium 156): below `aria-hidden`; a `summary`; two images; white space at either end, as it is drawn
/// or, beside elements inside, as it is written.
fn is_otherwise_named<E: Element>(target: &CachedTarget<E>) -> bool {
    let (element, tag) = (target.element(), target.tag());
    let spaced = |text: &Raw| text.touches_space(true) || text.touches_space(false);
    let written = |node: Option<&Node<E>>| matches!(node, Some(Node::Text(text)) if spaced(text));
    let children = element.children();
    let mixed = children.iter().any(|node| matches!(node, Node::Element(_)));
    tag == "summary"
        || target.is(IS_UNEXPOSED)
        || (mixed && (written(children.first()) || written(children.last())))
        || (!FIELDS.contains(&tag) && element.value_start().is_some_and(|drawn| spaced(&drawn)))
        || target.is(HOLDS_IMAGES)
        || target.cached().attribute("value").is_some_and(|value| value.is_blank())
}
