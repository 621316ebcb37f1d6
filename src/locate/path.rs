//! The path of tags and places from the top of the tree: what is left where nothing else tells the element from others.

use super::cached_element::{CachedTarget, HOLDS};
use super::css;
use crate::element::{Element, Places};
use crate::redact::Raw;

/// `body > div:nth-of-type(2):nth-last-of-type(3) > a`. Each place is told from both ends, so that the path finds nothing,
/// and not a neighbour, once an element has come or gone beside it.
pub(super) fn path<E: Element>(target: &CachedTarget<E>) -> Option<Raw> {
    let Places { list, next_tag } = target.places();
    let mut places = list.into_iter().map(written);
    let mut steps = [target.compound(), places.next()?].concat();
    for (parent, place) in target.around().iter().zip(places).filter(|(parent, _)| parent.tag() != "html") {
        steps = [parent.tag(), &place, " > ", &steps].concat();
    }
    // A neighbour that another order has put in the element's place often differs in what it holds and what follows it.
    steps.push_str(match target.is(HOLDS) {
        true => ":has(*)",
        false if target.holds_tree() => "",
        false => ":not(:has(*))",
    });
    if let Some(next) = next_tag {
        steps.push_str(&[":has(+ ", css::tag(&next), ")"].concat());
    }
    target.first_only(vec![steps])
}

/// A place among the elements of the same tag, from both ends.
fn written((place, of): (u32, u32)) -> String {
    if of == 1 {
        return ":only-of-type".to_owned();
    }
    let (start, end) = (place.to_string(), (of + 1 - place).to_string());
    [":nth-of-type(", &start, "):nth-last-of-type(", &end, ")"].concat()
}
