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

/// What has a text that is not the page's, or that nobody sees.
const WRITTEN: &str = "select,textarea,[contenteditable],script,style";
/// What a person would rather name than the element around it.
const CONTROLS: &str = "button,input";

/// The element's role and name, asked once for all kinds.
pub(super) struct Named {
    role: &'static str,
    name: Raw,
}

impl Named {
    /// `None` where the element has no name that a selector can hold.
    pub(super) fn of<E: Element>(element: &E) -> Option<Self> {
        let name = lasting_name(element);
        is_tellable(&name).then(|| Self { role: role(element), name })
    }

    /// `aria/Name[role="button"]`, where no other element of that role has the name.
    pub(super) fn by_role<E: Element>(&self, target: &CachedTarget<E>) -> Option<Raw> {
        let name = self.name.expose();
        let grammar = |byte| matches!(byte, b'[' | b']' | b'"' | b'\\');
        // No replay finds a frame by its role.
        if matches!(self.role, "generic" | "iframe") || name.bytes().any(grammar) || is_otherwise_named(target) {
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
}

/// What an element shows: its name, or the text in it.
pub(super) struct Shown(Raw);

impl Shown {
    /// The name.
    pub(super) fn name(named: &Named) -> Self {
        Self(Raw::new(named.name.expose()))
    }

    /// The text of an element that is no field; `None` where there is none that a selector can hold.
    pub(super) fn text<E: Element>(element: &E) -> Option<Self> {
        let tag = element.tag();
        let holds = |css| element.inside(css).is_some();
        let is_box = tag.as_str() != "label" && holds(CONTROLS);
        if is_box || FIELDS.contains(&tag.as_str()) || element.editable() || holds(WRITTEN) {
            return None;
        }
        let text = element.text().collapsed();
        is_tellable(&text).then_some(Self(text))
    }

    /// The text itself.
    pub(super) fn raw(&self) -> &Raw {
        &self.0
    }

    /// `text/Name`, where this is the only smallest element whose text holds it, or the part of it without numbers. Else
    /// `xpath///a[normalize-space(.)="Name"]`, where it is all that the element shows, or the same with `contains`, for an element
    /// whose text stands in elements inside it.
    pub(super) fn selector<E: Element>(&self, target: &CachedTarget<E>) -> Option<(Stability, Raw)> {
        let tag = target.tag();
        let smallest: Vec<Raw> = self.parts().map(Raw::new).collect();
        let quotable: Vec<Raw> = self.parts().filter(|text| tag != "*" && !text.contains('"')).map(Raw::new).collect();
        let whole: Vec<Raw> =
            quotable.iter().filter(|text| text.same(&self.0)).map(|text| Raw::new(text.expose())).collect();
        let mut place = target.element().first_text(&smallest, &whole, &quotable)?;
        if let Some(text) = smallest.get(place) {
            return Some((stability(text, score::BY_TEXT), Raw::new(["text/", text.expose()].concat())));
        }
        place -= smallest.len();
        let (text, condition) = match whole.get(place) {
            Some(text) => (text, ["[normalize-space(.)=\"", text.expose(), "\"]"]),
            None => {
                let text = quotable.get(place - whole.len())?;
                (text, ["[contains(normalize-space(.),\"", text.expose(), "\")]"])
            }
        };
        let xpath = ["xpath///", tag, &condition.concat()].concat();
        Some((stability(text, score::BY_TEXT_INSIDE), Raw::new(xpath)))
    }

    /// The longest part of it without a digit, because numbers in names count things; then all of it.
    fn parts(&self) -> impl Iterator<Item = &str> {
        let all = self.0.expose();
        let part = predicate::without_digits(all).trim();
        let telling = part.len() >= 3;
        let worded = all.chars().any(char::is_alphabetic);
        telling.then_some(part).into_iter().chain((worded && part.len() != all.len()).then_some(all))
    }
}

/// That of a text with a number in it, which counts or dates something, else this one.
fn stability(text: &Raw, plain: Stability) -> Stability {
    if predicate::has_digit(text.expose()) { score::BY_NUMBERED_TEXT } else { plain }
}

/// True for what a selector can hold: a part of a private text may look like nothing private.
fn is_tellable(text: &Raw) -> bool {
    !text.is_blank() && text.expose().len() <= LONGEST_NAME && !holds_private(text)
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
