//! Selectors by what stands beside the element: the box around both is found by it, and the element in the box by its kind.

use super::fact::{self, Fact};
use super::score::{
    BY_NEIGHBOUR, BY_NEIGHBOUR_ADDRESS, BY_NEIGHBOUR_TWICE, BY_SIZE, CLASS, ID, NUMBER, PLACE, TEXT, Worth,
};
use super::{css, xpath};
use crate::element::{Beside, Element, Told};
use crate::redact::{Raw, any_marker, holds_private};

/// `//text()[contains(.,"Order")]/ancestor::*[.//button][1][count(.//button)=1]//button`: the one element of its kind in the
/// nearest box around a neighbour that is unique, as `Element::beside` has made sure. It finds nothing where a second one of
/// the kind has come into the box. `lasting`: only what leans on nothing that is seen is asked for.
pub(super) fn by_neighbours<E: Element>(element: &E, lasting: bool) -> Vec<(Worth, Raw)> {
    let mut facts = fact::own(element);
    if element.tag() == "a" {
        // Beside an image with a link there often is a text with the same link.
        facts.push(Fact::Image(element.inside("img").is_some()));
    }
    let class = if lasting { None } else { fact::all_classes(element) };
    let tag = element.tag();
    let own = [css::tag(&tag), &fact::all(&facts)].concat();
    let classed = class.as_ref().map(|class| [&own, class.css().as_str()].concat()).unwrap_or_default();
    let found = element.beside(&own, &classed, lasting);
    let sayable = |beside: &Beside<E>| {
        beside.holder.closest(&any_marker()).is_none()
            && !match beside.by.as_str() {
                "" => shows_private(&beside.holder),
                by => beside.holder.attribute(by).is_some_and(|value| holds_private(&value)),
            }
            && !(matches!(&beside.own, Told::Seen { .. }) && shows_private(element))
    };
    found.into_iter().filter(sayable).filter_map(|beside| written(&tag, &facts, class.as_ref(), &beside)).collect()
}

/// The selector by this neighbour.
fn written<E: Element>(tag: &str, facts: &[Fact], class: Option<&Fact>, beside: &Beside<E>) -> Option<(Worth, Raw)> {
    let text = beside.text.expose();
    let value = xpath::quoted(text)?;
    let mut leans = if fact::has_digit(text) { NUMBER } else { 0 };
    let neighbour = match beside.by.as_str() {
        "" => {
            leans |= TEXT;
            ["text()[contains(.,", &value, ")]"].concat()
        }
        by => {
            leans |= if by == "id" { ID } else { 0 };
            ["*[", &condition(&["@", by].concat(), &value, beside.whole), "]"].concat()
        }
    };
    let mut kind = css::tag(tag).to_owned();
    for fact in facts {
        kind.push_str(&fact.xpath()?);
        leans |= if fact.is_numbered() { NUMBER } else { 0 };
    }
    match &beside.own {
        Told::ByFacts => leans |= if facts.is_empty() { PLACE } else { 0 },
        Told::ByClass => {
            kind.push_str(&class?.xpath()?);
            leans |= if facts.is_empty() { CLASS | PLACE } else { CLASS };
        }
        Told::Seen { by, text, whole } => {
            let text = text.expose();
            let value = xpath::quoted(text)?;
            let shown = if by.is_empty() { "normalize-space(.)".to_owned() } else { ["@", by].concat() };
            kind.push_str(&["[", &condition(&shown, &value, *whole), "]"].concat());
            leans |= if fact::has_digit(text) { TEXT | NUMBER } else { TEXT };
        }
    }
    if beside.by == "size" {
        let alone = ["ancestor-or-self::*[count(descendant-or-self::", &kind, ")=1][last()]"].concat();
        let found =
            ["xpath///", &kind, "[count(", &alone, "/descendant-or-self::*[@href or @src])=", text, "]"].concat();
        return Some((Worth { score: BY_SIZE.score, leans: leans & !NUMBER | PLACE }, Raw::new(found)));
    }
    let kind = ["//", &kind].concat();
    let found = ["xpath///", &neighbour, "/ancestor::*[.", &kind, "][1][count(.", &kind, ")=1]", &kind].concat();
    let score = match leans.count_ones() {
        0 => BY_NEIGHBOUR_ADDRESS.score,
        1 => BY_NEIGHBOUR.score,
        _ => BY_NEIGHBOUR_TWICE.score,
    };
    Some((Worth { score, leans }, Raw::new(found)))
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
