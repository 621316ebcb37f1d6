//! Selectors by what stands beside the element: the box around both is found by it, and the element in the box by its kind.

use super::cached_element::{CachedTarget, HOLDS_IMAGE, LONGEST_NUMBER, Within};
use super::own;
use super::predicate::{self, Predicate};
use super::score::{
    BY_NEIGHBOUR, BY_NEIGHBOUR_ADDRESS, BY_NEIGHBOUR_TWICE, BY_SIZE, CLASS, ID, NUMBER, SIBLING, Stability, TEXT,
};
use super::xpath;
use crate::element::{Anchor, Discriminator, Element};
use crate::redact::{Raw, Redactor, holds_private};

/// `//text()[contains(.,"Order")]/ancestor::*[.//button][1][count(.//button)=1]//button`: the one element of its kind in the
/// nearest box around a neighbour that is unique, as `Element::anchors` has made sure. It finds nothing where a second one of
/// the kind has come into the box. `lasting`: only what depends on nothing that is seen is asked for.
pub(super) fn by_anchors<E: Element>(
    cached: &CachedTarget<E>,
    lasting: bool,
    within: Within,
    redactor: &Redactor,
) -> Vec<(Stability, Raw)> {
    let (element, tag) = (cached.element(), cached.tag());
    let mut predicates = cached.own().to_vec();
    if tag == "a" {
        // Beside an image with a link there often is a text with the same link.
        let image = cached.is(HOLDS_IMAGE);
        if image || predicates.iter().any(|predicate| matches!(predicate, Predicate::Attribute(..))) {
            predicates.push(Predicate::Image(image));
        }
    }
    let class = if lasting { None } else { own::all_classes(cached.cached()) };
    let own = [tag, &predicate::all(&predicates)].concat();
    let classed = class.as_ref().map(|class| [&own, class.css().as_str()].concat()).unwrap_or_default();
    let found = element.anchors(&own, &classed, lasting);
    // What stands beside one of many is what tells it from the others.
    let public = |anchor: &Anchor<E>| {
        if !cached.is_strict() || anchor.by == "size" {
            return !(cached.is_strict() && matches!(anchor.own, Discriminator::Visible { .. }));
        }
        let tells = match (anchor.by.as_str(), &anchor.own) {
            _ if redactor.masks_all() || within.repeated > 0 => false,
            (_, Discriminator::Visible { .. }) => false,
            ("", _) => redactor.is_own(&anchor.text),
            ("name", _) => redactor.may_tell(&anchor.text),
            _ => redactor.may_tell(&anchor.text) && !anchor.text.holds_number(LONGEST_NUMBER),
        };
        tells && !within.hidden
    };
    let sayable = |anchor: &Anchor<E>| {
        anchor.holder.marked().is_none()
            && !match anchor.by.as_str() {
                "" => shows_private(&anchor.holder),
                by => {
                    !anchor.holder.attribute(by).is_none_or(|value| predicate::is_public(anchor.text.expose(), &value))
                }
            }
            && !(matches!(&anchor.own, Discriminator::Visible { .. }) && shows_private(element))
    };
    found
        .into_iter()
        .filter(public)
        .filter(sayable)
        .filter_map(|anchor| written(tag, &predicates, class.as_ref(), &anchor))
        .collect()
}

/// The selector by this anchor.
fn written<E: Element>(
    tag: &str,
    predicates: &[Predicate],
    class: Option<&Predicate>,
    anchor: &Anchor<E>,
) -> Option<(Stability, Raw)> {
    let (kind, own_depends_on) = kind(tag, predicates, class, &anchor.own)?;
    if anchor.by == "size" {
        return Some((
            Stability { depends_on: own_depends_on | BY_SIZE.depends_on, ..BY_SIZE },
            by_size(&kind, anchor.text.expose()),
        ));
    }
    let (neighbour, depends_on) = neighbour(anchor)?;
    let kind = ["//", &kind].concat();
    let found = ["xpath///", &neighbour, "/ancestor::*[.", &kind, "][1][count(.", &kind, ")=1]", &kind].concat();
    let depends_on = depends_on | own_depends_on;
    let score = match depends_on.count_ones() {
        0 => BY_NEIGHBOUR_ADDRESS.score,
        1 => BY_NEIGHBOUR.score,
        _ => BY_NEIGHBOUR_TWICE.score,
    };
    Some((Stability { score, depends_on }, Raw::new(found)))
}

/// The element's own kind as xpath, and the changes that break it.
fn kind(tag: &str, predicates: &[Predicate], class: Option<&Predicate>, own: &Discriminator) -> Option<(String, u8)> {
    let mut kind = tag.to_owned();
    let mut depends_on = if predicates.is_empty() { SIBLING } else { 0 };
    for predicate in predicates {
        kind.push_str(&predicate.xpath()?);
        depends_on |= if predicate.is_numbered() { NUMBER } else { 0 };
    }
    match own {
        Discriminator::Css => {}
        Discriminator::Class => {
            kind.push_str(&class?.xpath()?);
            depends_on |= CLASS;
        }
        Discriminator::Visible { by, text, whole } => {
            let text = text.expose();
            let shown = if by.is_empty() { "normalize-space(.)".to_owned() } else { ["@", by].concat() };
            kind.push_str(&["[", &condition(&shown, &xpath::quoted(text)?, *whole), "]"].concat());
            // An empty newcomer has not this text.
            depends_on = (depends_on & !SIBLING) | if predicate::has_digit(text) { TEXT | NUMBER } else { TEXT };
        }
    }
    Some((kind, depends_on))
}

/// The neighbour as xpath, and the changes that break it.
fn neighbour<E>(anchor: &Anchor<E>) -> Option<(String, u8)> {
    let text = anchor.text.expose();
    let value = xpath::quoted(text)?;
    let numbered = if predicate::has_digit(text) { NUMBER } else { 0 };
    Some(match anchor.by.as_str() {
        "" => (["text()[contains(.,", &value, ")]"].concat(), numbered | TEXT),
        by => {
            let named = ["*[", &condition(&["@", by].concat(), &value, anchor.whole), "]"].concat();
            (named, numbered | if by == "id" { ID } else { 0 })
        }
    })
}

/// The element of its kind around which so many addresses stand in the widest box without another of the kind.
fn by_size(kind: &str, size: &str) -> Raw {
    let alone = ["ancestor-or-self::*[count(descendant-or-self::", kind, ")=1][last()]"].concat();
    Raw::new(["xpath///", kind, "[count(", &alone, "/descendant-or-self::*[@href or @src])=", size, "]"].concat())
}

/// What is there is the value, or has it in it.
fn condition(what: &str, value: &str, whole: bool) -> String {
    if whole { [what, "=", value].concat() } else { ["contains(", what, ",", value, ")"].concat() }
}

/// A longer text, in bytes, is not read through: it may hold anything.
const LONGEST_READ: usize = 2_000;

/// True where an element's text holds anything private: a piece of that may look like nothing.
fn shows_private<E: Element>(element: &E) -> bool {
    let text = element.text();
    text.expose().len() > LONGEST_READ || holds_private(&text)
}
