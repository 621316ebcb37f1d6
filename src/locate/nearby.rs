//! Makes css unique by what is on, in and around the element. Only descendant combinators: a box put between two elements,
//! an element put beside them and another order leave these true.

use super::{css, fact};
use crate::element::Element;
use crate::redact::Raw;

/// How far up something is looked for that tells the element from others.
const HIGHEST: usize = 10;
/// Tags that pages put around anything, and that therefore tell nothing.
const BOXES: &[&str] = &["div", "span", "body", "html", "center", "font"];
/// What an image link has and the text link to the same page has not.
const INSIDE: &[&str] = &[":has(img)", ":not(:has(img))", ":has(svg)"];
/// Elements inside that tell by their addresses and names which one this is.
const TELLING: &str = "a[href],img[src],input[name],button[name],select[name],textarea[name],form[action]";

/// Unique css by the element's own name or address.
pub(super) fn by_own<E: Element>(element: &E) -> Option<Raw> {
    let addresses = fact::addresses(element);
    if addresses.is_empty() { None } else { by_facts(element, &addresses) }
}

/// Unique css by what kind of thing it is, alone or with what is around it.
pub(super) fn by_kind<E: Element>(element: &E) -> Option<Raw> {
    by_facts(element, &fact::unseen(element))
}

fn by_facts<E: Element>(element: &E, facts: &[String]) -> Option<Raw> {
    if facts.is_empty() {
        return None;
    }
    let all = compound(element);
    let tag = element.tag();
    let tag = css::tag(&tag);
    facts
        .iter()
        .map(|fact| [tag, fact].concat())
        .chain((facts.len() > 1).then(|| all.clone()))
        .chain(INSIDE.iter().map(|inside| [&all, *inside].concat()))
        .find_map(|css| only(element, css))
        .or_else(|| below(element, &all, told))
}

/// Unique css by what nobody sees of something inside the element or around it.
pub(super) fn by_nearby<E: Element>(element: &E) -> Option<Raw> {
    let own = compound(element);
    let with_inside = |of: &E| {
        let inner = of.inside(TELLING)?;
        let facts = fact::unseen(&inner);
        let tag = inner.tag();
        (!facts.is_empty()).then(|| [css::tag(&of.tag()), ":has(", css::tag(&tag), &facts.concat(), ")"].concat())
    };
    with_inside(element)
        .and_then(|css| only(element, css))
        .or_else(|| below(element, &own, |around| (!fact::unseen(around).is_empty()).then(|| compound(around))))
        .or_else(|| {
            below(element, &own, |row| if BOXES.contains(&row.tag().as_str()) { None } else { with_inside(row) })
        })
}

/// Unique css by the whole address.
pub(super) fn by_whole_address<E: Element>(element: &E) -> Option<Raw> {
    by_fact(element, &fact::whole_address(element)?)
}

/// Unique css by the place in the page that the element leads to.
pub(super) fn by_fragment<E: Element>(element: &E) -> Option<Raw> {
    by_fact(element, &fact::fragment(element)?)
}

fn by_fact<E: Element>(element: &E, fact: &str) -> Option<Raw> {
    let own = [css::tag(&element.tag()), fact].concat();
    only(element, own.clone()).or_else(|| below(element, &own, told))
}

/// Unique css by id.
pub(super) fn by_id<E: Element>(element: &E) -> Option<Raw> {
    only(element, fact::id(element)?)
}

/// Unique css below something with an id.
pub(super) fn by_id_around<E: Element>(element: &E) -> Option<Raw> {
    // A numbered id is one of many, which move up when one of them goes.
    below(element, &compound(element), |around| fact::id(around).filter(|id| !fact::has_digit(id)))
}

/// Unique css by the element's own classes, one or all.
pub(super) fn by_class<E: Element>(element: &E) -> Option<Raw> {
    let classes = fact::classes(element);
    let tag = element.tag();
    let tag = css::tag(&tag);
    let all = classes.concat();
    classes.iter().chain((classes.len() > 1).then_some(&all)).find_map(|class| {
        let own = [tag, class].concat();
        only(element, own.clone()).and_then(|_| only(element, css::alone(&own)))
    })
}

/// Unique css below something with a class.
pub(super) fn by_class_around<E: Element>(element: &E) -> Option<Raw> {
    let own = [compound(element), fact::classes(element).concat()].concat();
    below(element, &own, |around| {
        let classes = fact::classes(around).concat();
        (!classes.is_empty()).then_some(classes)
    })
}

/// The tag with all that nobody sees.
pub(super) fn compound<E: Element>(element: &E) -> String {
    [css::tag(&element.tag()), &fact::unseen(element).concat()].concat()
}

/// The same of something around an element, unless it is a mere box.
fn told<E: Element>(around: &E) -> Option<String> {
    let facts = fact::unseen(around);
    let tag = around.tag();
    (!facts.is_empty() || !BOXES.contains(&tag.as_str())).then(|| [css::tag(&tag), &facts.concat()].concat())
}

/// `around own` for the nearest thing around the element that makes it unique.
fn below<E: Element>(element: &E, own: &str, around: impl Fn(&E) -> Option<String>) -> Option<Raw> {
    let own = css::alone(own);
    let mut inner = element.clone();
    for _ in 0..HIGHEST {
        inner = super::path::same_tree_parent(&inner)?;
        if let Some(outer) = around(&inner)
            && let Some(css) = only(element, [&outer, " ", &own].concat())
        {
            return Some(css);
        }
    }
    None
}

/// The css, where it finds this element and no other.
pub(super) fn only<E: Element>(element: &E, css: String) -> Option<Raw> {
    let css = Raw::new(css);
    element.is_only(&css).then_some(css)
}
