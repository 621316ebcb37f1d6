//! Css that may find the element and no other, by what is on, in and around it. Only descendant combinators: a box put between two elements,
//! an element put beside them and another order leave these true.

use super::cached_element::{CachedElement, CachedTarget, HIGHEST, HOLDS_DRAWING, HOLDS_IMAGE};
use super::css;
use super::own;
use super::predicate::{self, Predicate};
use super::state::tells_state;
use crate::element::Element;
use crate::redact::Raw;

/// Tags that pages put around anything, and that therefore tell nothing.
const BOXES: &[&str] = &["div", "span", "body", "html", "center", "font"];
/// What an image link has and the text link to the same page has not.
const INSIDE: &[&str] = &[HOLDS_IMAGE, HOLDS_DRAWING];

/// By the element's own name or address.
pub(super) fn by_own<E: Element>(target: &CachedTarget<E>) -> Vec<String> {
    let own = target.cached().unseen();
    let (addresses, _) = own.split_at(own.iter().take_while(|predicate| predicate.is_address()).count());
    by_predicates(target, addresses)
}

/// By what kind of thing it is, alone or with what is around it.
pub(super) fn by_kind<E: Element>(target: &CachedTarget<E>) -> Vec<String> {
    by_predicates(target, target.cached().unseen())
}

fn by_predicates<E: Element>(target: &CachedTarget<E>, predicates: &[Predicate]) -> Vec<String> {
    if predicates.is_empty() {
        return Vec::new();
    }
    let all = target.compound();
    let mut list: Vec<String> = predicates.iter().map(|predicate| [target.tag(), &predicate.css()].concat()).collect();
    if predicates.len() > 1 {
        list.push(all.clone());
    }
    let inside = INSIDE.iter().find(|holds| target.is(holds)).copied();
    list.extend(inside.or((!target.holds_tree()).then_some(":not(:has(img))")).map(|inside| [&all, inside].concat()));
    list.extend(below(target, &all, &box_css));
    list
}

/// By what nobody sees of something inside the element or around it.
pub(super) fn by_nearby<E: Element>(target: &CachedTarget<E>) -> Vec<String> {
    let (held, held_around) = target.held().split_first().map_or((&None, &[][..]), |(held, around)| (held, around));
    let own = target.compound();
    let mut list: Vec<String> = with_inside(target.cached(), held).into_iter().collect();
    list.extend(below(target, &own, &|around| (!around.unseen().is_empty()).then(|| around.compound())));
    let alone = css::alone(&own);
    for (row, inner) in target.around().iter().zip(held_around) {
        if !BOXES.contains(&row.tag())
            && let Some(row) = with_inside(row, inner)
        {
            list.push([&row, " ", &alone].concat());
        }
    }
    list
}

/// An element by what tells it inside.
fn with_inside<E: Element>(of: &CachedElement<E>, inner: &Option<CachedElement<E>>) -> Option<String> {
    let inner = inner.as_ref().filter(|inner| !inner.unseen().is_empty())?;
    Some([of.tag(), ":has(", &inner.compound(), ")"].concat())
}

/// By what the page's scripts know the element by.
pub(super) fn by_hook<E: Element>(target: &CachedTarget<E>) -> Vec<String> {
    let hooked = |(name, value): (String, Raw)| [target.tag(), &css::condition(&name, "=", value.expose())].concat();
    let mut list: Vec<String> = target.element().hooks().into_iter().map(hooked).collect();
    for own in list.clone() {
        list.extend(below(target, &own, &box_css));
    }
    list
}

/// By the whole address.
pub(super) fn by_whole_address<E: Element>(target: &CachedTarget<E>) -> Vec<String> {
    // A number in an address is that of a record.
    if target.is_strict() {
        return Vec::new();
    }
    by_predicate(target, own::whole_address(target.cached()))
}

/// By the place in the page that the element leads to.
pub(super) fn by_fragment<E: Element>(target: &CachedTarget<E>) -> Vec<String> {
    by_predicate(target, own::fragment(target.cached()))
}

fn by_predicate<E: Element>(target: &CachedTarget<E>, predicate: Option<String>) -> Vec<String> {
    let Some(predicate) = predicate else { return Vec::new() };
    let own = [target.tag(), &predicate].concat();
    let in_boxes = below(target, &own, &box_css);
    let mut list = vec![own];
    list.extend(in_boxes);
    list
}

/// By id.
pub(super) fn by_id<E: Element>(target: &CachedTarget<E>) -> Vec<String> {
    own::id(target.cached()).into_iter().collect()
}

/// Below something with an id.
pub(super) fn by_id_around<E: Element>(target: &CachedTarget<E>) -> Vec<String> {
    // A numbered id is one of many, which move up when one of them goes.
    let id = |around: &CachedElement<E>| own::id(around).filter(|id| !predicate::has_digit(id));
    below(target, &target.compound(), &id)
}

/// By the element's own classes, one or all.
pub(super) fn by_class<E: Element>(target: &CachedTarget<E>) -> Vec<String> {
    let classes = own::classes(target.cached());
    let own = target.compound();
    let mut list: Vec<String> = classes.iter().map(|class| [&own, class.as_str()].concat()).collect();
    if classes.len() > 1 {
        list.push([own, classes.concat()].concat());
    }
    list
}

/// Below something with a class.
pub(super) fn by_class_around<E: Element>(target: &CachedTarget<E>) -> Vec<String> {
    let own = [target.compound(), own::classes(target.cached()).concat()].concat();
    let classes = |around: &CachedElement<E>| Some(own::classes(around).concat()).filter(|all| !all.is_empty());
    below(target, &own, &classes)
}

/// By the ids and classes that other selectors leave out as made up by a tool.
pub(super) fn by_made_up<E: Element>(target: &CachedTarget<E>, name: &str) -> Vec<String> {
    // A counted id is one of many, which move up when one of them goes.
    let lasts = |value: &str| match name {
        "id" => !predicate::is_counted(value),
        _ => !value.split_ascii_whitespace().any(tells_state),
    };
    let fits = |value: &&Raw| !value.is_blank() && lasts(value.expose());
    let made_up = |of: &CachedElement<E>| {
        let value = of.attribute(name).filter(fits)?;
        Some(css::condition(name, "=", value.expose()))
    };
    let own = target.compound();
    let in_others = below(target, &own, &made_up);
    let Some(own_word) = made_up(target.cached()) else { return in_others };
    let both = [own, own_word].concat();
    let mut list = vec![css::alone(&both)];
    list.extend(in_others);
    list.extend(below(target, &both, &made_up));
    list
}

/// Css of something around an element, unless it is a mere box.
fn box_css<E: Element>(around: &CachedElement<E>) -> Option<String> {
    let predicates = around.unseen();
    (!predicates.is_empty() || !BOXES.contains(&around.tag()))
        .then(|| [around.tag(), &predicate::all(predicates)].concat())
}

/// `around own` for each thing around the element that `outer` has css of, the nearest first.
fn below<E: Element>(
    target: &CachedTarget<E>,
    own: &str,
    outer: &dyn Fn(&CachedElement<E>) -> Option<String>,
) -> Vec<String> {
    let own = css::alone(own);
    let mut list = Vec::new();
    for around in target.around().iter().take(HIGHEST) {
        if let Some(outer) = outer(around) {
            list.push([&outer, " ", &own].concat());
        }
    }
    list
}
