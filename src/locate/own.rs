//! What css can ask of the element itself beside its predicates: test id, id, classes, and what its link leads to.

use super::cached_element::CachedElement;
use super::css;
use super::generated::looks_generated;
use super::predicate::{Predicate, SHORTEST_STRETCH, fits, has_digit, path_of};
use super::state::tells_state;
use crate::element::Element;

/// How many classes of an element are tried.
const MOST_CLASSES: usize = 4;
/// Attributes that teams set for tests, in order of preference.
pub(super) const TEST_IDS: [&str; 5] = ["data-testid", "data-test-id", "data-test", "data-cy", "data-qa"];

/// The test id as a condition.
pub(super) fn test_id<E: Element>(element: &CachedElement<E>) -> Option<String> {
    let set = |name: &str| Some(css::condition(name, "=", element.attribute(name)?.expose()));
    TEST_IDS.into_iter().find_map(set)
}

/// The title of a frame, by which it is called.
pub(super) fn frame_title<E: Element>(element: &CachedElement<E>) -> Option<String> {
    let title = element.attribute("title").filter(|title| fits(title))?;
    matches!(element.tag(), "iframe" | "frame")
        .then(|| [element.tag(), &css::condition("title", "=", title.expose())].concat())
}

/// The id, unless a tool made it up; of a label also the id of its control.
pub(super) fn id<E: Element>(element: &CachedElement<E>) -> Option<String> {
    let chosen = |name: &str| element.attribute(name).filter(|id| !id.is_blank() && !looks_generated(id.expose()));
    chosen("id")
        .map(|id| css::id(id.expose()))
        .or_else(|| chosen("for").map(|id| ["label", &css::condition("for", "=", id.expose())].concat()))
}

/// Each class that a person chose and that tells no state, as `.class`.
pub(super) fn classes<E: Element>(element: &CachedElement<E>) -> Vec<String> {
    let mut list = Vec::new();
    if let Some(class) = element.attribute("class") {
        for word in class.tokens() {
            let word = word.expose();
            if list.len() < MOST_CLASSES && css::plain(word) && !looks_generated(word) && !tells_state(word) {
                list.push([".", word].concat());
            }
        }
    }
    list
}

/// All classes, unless a tool made one of them up or one tells a state.
pub(super) fn all_classes<E: Element>(element: &CachedElement<E>) -> Option<Predicate> {
    let class = element.attribute("class").filter(|class| fits(class))?;
    let chosen = class.expose().split_ascii_whitespace().all(|word| !looks_generated(word) && !tells_state(word));
    chosen.then(|| Predicate::Attribute("class", "=", class.expose().to_owned()))
}

/// The whole path behind a link, where numbers are in it.
pub(super) fn whole_address<E: Element>(element: &CachedElement<E>) -> Option<String> {
    let address = element.attribute("href").filter(|address| fits(address))?;
    let path = path_of(address.expose()).filter(|path| has_digit(path))?;
    Some(css::condition("href", "^=", path))
}

/// The place in the page that a link leads to, unless it is one of many that are numbered.
pub(super) fn fragment<E: Element>(element: &CachedElement<E>) -> Option<String> {
    let address = element.attribute("href").filter(|address| fits(address))?;
    let telling = |text: &&str| text.starts_with('#') && text.len() >= SHORTEST_STRETCH && !has_digit(text);
    let fragment = Some(address.expose()).filter(telling)?;
    Some(css::condition("href", "=", fragment))
}
