//! Selectors by what stands beside the element: the box around both is found by it, and the element in the box by its kind.

use super::fact::{self, Fact};
use super::known::Known;
use super::score::{
    BESIDE, BY_NEIGHBOUR, BY_NEIGHBOUR_ADDRESS, BY_NEIGHBOUR_TWICE, BY_SIZE, CLASS, ID, NUMBER, TEXT, Worth,
};
use super::xpath;
use crate::element::{Beside, Element, Told};
use crate::redact::{Raw, holds_private};

/// `//text()[contains(.,"Order")]/ancestor::*[.//button][1][count(.//button)=1]//button`: the one element of its kind in the
/// nearest box around a neighbour that is unique, as `Element::beside` has made sure. It finds nothing where a second one of
/// the kind has come into the box. `lasting`: only what leans on nothing that is seen is asked for.
pub(super) fn by_neighbours<E: Element>(known: &Known<E>, lasting: bool) -> Vec<(Worth, Raw)> {
    let (element, tag) = (known.element(), known.tag());
    let mut facts = known.own().to_vec();
    if tag == "a" {
        // Beside an image with a link there often is a text with the same link.
        let image = element.inside("img").is_some();
        if image || facts.iter().any(|fact| matches!(fact, Fact::Attribute(..))) {
            facts.push(Fact::Image(image));
        }
    }
    let class = if lasting { None } else { fact::all_classes(known) };
    let own = [tag, &fact::all(&facts)].concat();
    let classed = class.as_ref().map(|class| [&own, class.css().as_str()].concat()).unwrap_or_default();
    let found = element.beside(&own, &classed, lasting);
    let sayable = |beside: &Beside<E>| {
        beside.holder.marked().is_none()
            && !match beside.by.as_str() {
                "" => shows_private(&beside.holder),
                by => !beside.holder.attribute(by).is_none_or(|value| fact::is_public(beside.text.expose(), &value)),
            }
            && !(matches!(&beside.own, Told::Seen { .. }) && shows_private(element))
    };
    found.into_iter().filter(sayable).filter_map(|beside| written(tag, &facts, class.as_ref(), &beside)).collect()
}

/// The selector by this neighbour.
fn written<E: Element>(tag: &str, facts: &[Fact], class: Option<&Fact>, beside: &Beside<E>) -> Option<(Worth, Raw)> {
    let (kind, own_leans) = kind(tag, facts, class, &beside.own)?;
    if beside.by == "size" {
        return Some((Worth { leans: own_leans | BY_SIZE.leans, ..BY_SIZE }, by_size(&kind, beside.text.expose())));
    }
    let (neighbour, leans) = neighbour(beside)?;
    let kind = ["//", &kind].concat();
    let found = ["xpath///", &neighbour, "/ancestor::*[.", &kind, "][1][count(.", &kind, ")=1]", &kind].concat();
    let leans = leans | own_leans;
    let score = match leans.count_ones() {
        0 => BY_NEIGHBOUR_ADDRESS.score,
        1 => BY_NEIGHBOUR.score,
        _ => BY_NEIGHBOUR_TWICE.score,
    };
    Some((Worth { score, leans }, Raw::new(found)))
}

/// The element's own kind as xpath, and what it falls with.
fn kind(tag: &str, facts: &[Fact], class: Option<&Fact>, own: &Told) -> Option<(String, u8)> {
    let mut kind = tag.to_owned();
    let mut leans = if facts.is_empty() { BESIDE } else { 0 };
    for fact in facts {
        kind.push_str(&fact.xpath()?);
        leans |= if fact.is_numbered() { NUMBER } else { 0 };
    }
    match own {
        Told::ByFacts => {}
        Told::ByClass => {
            kind.push_str(&class?.xpath()?);
            leans |= CLASS;
        }
        Told::Seen { by, text, whole } => {
            let text = text.expose();
            let shown = if by.is_empty() { "normalize-space(.)".to_owned() } else { ["@", by].concat() };
            kind.push_str(&["[", &condition(&shown, &xpath::quoted(text)?, *whole), "]"].concat());
            // An empty newcomer has not this text.
            leans = (leans & !BESIDE) | if fact::has_digit(text) { TEXT | NUMBER } else { TEXT };
        }
    }
    Some((kind, leans))
}

/// The neighbour as xpath, and what it falls with.
fn neighbour<E>(beside: &Beside<E>) -> Option<(String, u8)> {
    let text = beside.text.expose();
    let value = xpath::quoted(text)?;
    let numbered = if fact::has_digit(text) { NUMBER } else { 0 };
    Some(match beside.by.as_str() {
        "" => (["text()[contains(.,", &value, ")]"].concat(), numbered | TEXT),
        by => {
            let named = ["*[", &condition(&["@", by].concat(), &value, beside.whole), "]"].concat();
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
