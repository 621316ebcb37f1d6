//! The path of tags and places from the top of the tree: what is left where nothing else tells the element from others.

use super::cached_element::CachedElement;
use super::css;
use crate::element::Element;
use crate::redact::Raw;

/// `body > div:nth-of-type(2):nth-last-of-type(3) > a`. Each place is told from both ends, so that the path finds nothing,
/// and not a neighbour, once an element has come or gone beside it.
pub(super) fn path<E: Element>(cached: &CachedElement<E>) -> Option<Raw> {
    let element = cached.element();
    let mut steps = [cached.compound(), places(element)].concat();
    for parent in cached.around().iter().filter(|parent| parent.tag() != "html") {
        steps = [parent.tag(), &places(parent.element()), " > ", &steps].concat();
    }
    // A neighbour that another order has put in the element's place often differs in what it holds and what follows it.
    steps.push_str(if element.inside("*").is_some() { ":has(*)" } else { ":not(:has(*))" });
    if let Some(next) = element.next_tag() {
        steps.push_str(&[":has(+ ", css::tag(&next), ")"].concat());
    }
    cached.only(steps)
}

/// The element's place among its like, from both ends.
fn places<E: Element>(element: &E) -> String {
    let (place, of) = element.place();
    if of == 1 {
        return ":only-of-type".to_owned();
    }
    let (start, end) = (place.to_string(), (of + 1 - place).to_string());
    [":nth-of-type(", &start, "):nth-last-of-type(", &end, ")"].concat()
}
