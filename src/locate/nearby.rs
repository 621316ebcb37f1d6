//! Makes css unique by what is on, in and around the element. Only descendant combinators: a box put between two elements,
//! an element put beside them and another order leave these true.

use super::cached_element::{CachedElement, CachedTarget, HIGHEST, HOLDS_DRAWING, HOLDS_IMAGE};
use super::css;
use super::own;
use super::predicate::{self, Predicate};
use crate::element::Element;
use crate::redact::Raw;

/// Tags that pages put around anything, and that therefore tell nothing.
const BOXES: &[&str] = &["div", "span", "body", "html", "center", "font"];
/// What an image link has and the text link to the same page has not.
const INSIDE: &[&str] = &[HOLDS_IMAGE, HOLDS_DRAWING];

/// Unique css by the element's own name or address.
pub(super) fn by_own<E: Element>(target: &CachedTarget<E>) -> Option<Raw> {
    let own = target.cached().unseen();
    let (addresses, _) = own.split_at(own.iter().take_while(|predicate| predicate.is_address()).count());
    by_predicates(target, addresses)
}

/// Unique css by what kind of thing it is, alone or with what is around it.
pub(super) fn by_kind<E: Element>(target: &CachedTarget<E>) -> Option<Raw> {
    by_predicates(target, target.cached().unseen())
}

fn by_predicates<E: Element>(target: &CachedTarget<E>, predicates: &[Predicate]) -> Option<Raw> {
    if predicates.is_empty() {
        return None;
    }
    let all = target.compound();
    let inside = INSIDE.iter().find(|holds| target.is(holds)).unwrap_or(&":not(:has(img))");
    predicates
        .iter()
        .map(|predicate| [target.tag(), &predicate.css()].concat())
        .chain((predicates.len() > 1).then(|| all.clone()))
        .chain([[all.as_str(), inside].concat()])
        .find_map(|css| target.only(css))
        .or_else(|| below(target, &all, box_css))
}

/// Unique css by what nobody sees of something inside the element or around it.
pub(super) fn by_nearby<E: Element>(target: &CachedTarget<E>) -> Option<Raw> {
    let own = target.compound();
    let with_inside = |of: &CachedElement<E>, inner: &Option<CachedElement<E>>| {
        let inner = inner.as_ref().filter(|inner| !inner.unseen().is_empty())?;
        Some([of.tag(), ":has(", &inner.compound(), ")"].concat())
    };
    let [held, held_around @ ..] = target.held() else { return None };
    with_inside(target.cached(), held)
        .and_then(|css| target.only(css))
        .or_else(|| below(target, &own, |around| (!around.unseen().is_empty()).then(|| around.compound())))
        .or_else(|| {
            let rows = target.around().iter().zip(held_around).filter(|(row, _)| !BOXES.contains(&row.tag()));
            below_any(target, &own, rows.filter_map(|(row, inner)| with_inside(row, inner)))
        })
}

/// Unique css by what the page's scripts know the element by.
pub(super) fn by_hook<E: Element>(target: &CachedTarget<E>) -> Option<Raw> {
    let hooked = |(name, value): &(String, Raw)| [target.tag(), &css::condition(name, "=", value.expose())].concat();
    let hooks = target.element().hooks();
    hooks
        .iter()
        .find_map(|hook| target.only(hooked(hook)))
        .or_else(|| hooks.iter().find_map(|hook| below(target, &hooked(hook), box_css)))
}

/// Unique css by the whole address.
pub(super) fn by_whole_address<E: Element>(target: &CachedTarget<E>) -> Option<Raw> {
    by_predicate(target, &own::whole_address(target.cached())?)
}

/// Unique css by the place in the page that the element leads to.
pub(super) fn by_fragment<E: Element>(target: &CachedTarget<E>) -> Option<Raw> {
    by_predicate(target, &own::fragment(target.cached())?)
}

fn by_predicate<E: Element>(target: &CachedTarget<E>, predicate: &str) -> Option<Raw> {
    let own = [target.tag(), predicate].concat();
    target.only(own.clone()).or_else(|| below(target, &own, box_css))
}

/// Unique css by id.
pub(super) fn by_id<E: Element>(target: &CachedTarget<E>) -> Option<Raw> {
    target.only(own::id(target.cached())?)
}

/// Unique css below something with an id.
pub(super) fn by_id_around<E: Element>(target: &CachedTarget<E>) -> Option<Raw> {
    // A numbered id is one of many, which move up when one of them goes.
    below(target, &target.compound(), |around| own::id(around).filter(|id| !predicate::has_digit(id)))
}

/// Unique css by the element's own classes, one or all.
pub(super) fn by_class<E: Element>(target: &CachedTarget<E>) -> Option<Raw> {
    let classes = own::classes(target.cached());
    let own = target.compound();
    let all = classes.concat();
    classes.iter().chain((classes.len() > 1).then_some(&all)).find_map(|class| {
        let own = [&own, class.as_str()].concat();
        target.only(own.clone()).and_then(|_| target.only(css::alone(&own)))
    })
}

/// Unique css below something with a class.
pub(super) fn by_class_around<E: Element>(target: &CachedTarget<E>) -> Option<Raw> {
    let own = [target.compound(), own::classes(target.cached()).concat()].concat();
    below(target, &own, |around| {
        let classes = own::classes(around).concat();
        (!classes.is_empty()).then_some(classes)
    })
}

/// Unique css by the ids and classes that other selectors leave out as made up by a tool.
pub(super) fn by_made_up<E: Element>(target: &CachedTarget<E>, name: &str) -> Option<Raw> {
    let own = target.compound();
    // A counted id is one of many, which move up when one of them goes.
    let fits = |value: &Raw| !value.is_blank() && (name != "id" || !predicate::is_counted(value.expose()));
    let made_up = |of: &CachedElement<E>| {
        let value = of.attribute(name).filter(|value| fits(value))?;
        Some(css::condition(name, "=", value.expose()))
    };
    let both = made_up(target.cached()).map(|own_word| [&own, own_word.as_str()].concat());
    both.as_ref()
        .and_then(|css| target.only(css::alone(css)))
        .or_else(|| below(target, &own, made_up))
        .or_else(|| below(target, &both?, made_up))
}

/// Css of something around an element, unless it is a mere box.
fn box_css<E: Element>(around: &CachedElement<E>) -> Option<String> {
    let predicates = around.unseen();
    (!predicates.is_empty() || !BOXES.contains(&around.tag()))
        .then(|| [around.tag(), &predicate::all(predicates)].concat())
}

/// `around own` for the nearest thing around the element that makes it unique.
fn below<E: Element>(
    target: &CachedTarget<E>,
    own: &str,
    outer: impl Fn(&CachedElement<E>) -> Option<String>,
) -> Option<Raw> {
    below_any(target, own, target.around().iter().take(HIGHEST).filter_map(outer))
}

/// `outer own` for the first of these that makes it unique.
fn below_any<E: Element>(target: &CachedTarget<E>, own: &str, mut outer: impl Iterator<Item = String>) -> Option<Raw> {
    let own = css::alone(own);
    outer.find_map(|outer| target.only([&outer, " ", &own].concat()))
}
