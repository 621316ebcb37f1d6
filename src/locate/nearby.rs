//! Makes css unique by what is on, in and around the element. Only descendant combinators: a box put between two elements,
//! an element put beside them and another order leave these true.

use super::cached_element::CachedElement;
use super::css;
use super::own;
use super::predicate::{self, Predicate};
use crate::element::Element;
use crate::redact::Raw;

/// How far up something is looked for that tells the element from others.
const HIGHEST: usize = 10;
/// Tags that pages put around anything, and that therefore tell nothing.
const BOXES: &[&str] = &["div", "span", "body", "html", "center", "font"];
/// What an image link has and the text link to the same page has not.
const INSIDE: &[&str] = &["img", "svg"];
/// Elements inside that tell by their addresses and names which one this is.
const TELLING: &str = "a[href],img[src],input[name],button[name],select[name],textarea[name],form[action]";

/// Unique css by the element's own name or address.
pub(super) fn by_own<E: Element>(element: &CachedElement<E>) -> Option<Raw> {
    let own = element.unseen();
    let (addresses, _) = own.split_at(own.iter().take_while(|predicate| predicate.is_address()).count());
    by_predicates(element, addresses)
}

/// Unique css by what kind of thing it is, alone or with what is around it.
pub(super) fn by_kind<E: Element>(element: &CachedElement<E>) -> Option<Raw> {
    by_predicates(element, element.unseen())
}

fn by_predicates<E: Element>(element: &CachedElement<E>, predicates: &[Predicate]) -> Option<Raw> {
    if predicates.is_empty() {
        return None;
    }
    let all = element.compound();
    let held = INSIDE.iter().find(|inside| element.element().inside(inside).is_some());
    let inside = match held {
        Some(held) => [":has(", held, ")"].concat(),
        None => ":not(:has(img))".to_owned(),
    };
    predicates
        .iter()
        .map(|predicate| [element.tag(), &predicate.css()].concat())
        .chain((predicates.len() > 1).then(|| all.clone()))
        .chain([[&all, inside.as_str()].concat()])
        .find_map(|css| element.only(css))
        .or_else(|| below(element, &all, box_css))
}

/// Unique css by what nobody sees of something inside the element or around it.
pub(super) fn by_nearby<E: Element>(element: &CachedElement<E>) -> Option<Raw> {
    let own = element.compound();
    let with_inside = |of: &CachedElement<E>| {
        let inner = CachedElement::new(of.element().inside_small(TELLING)?);
        (!inner.unseen().is_empty())
            .then(|| [of.tag(), ":has(", inner.tag(), &predicate::all(inner.unseen()), ")"].concat())
    };
    with_inside(element)
        .and_then(|css| element.only(css))
        .or_else(|| below(element, &own, |around| (!around.unseen().is_empty()).then(|| around.compound())))
        .or_else(|| below(element, &own, |row| if BOXES.contains(&row.tag()) { None } else { with_inside(row) }))
}

/// Unique css by what the page's scripts know the element by.
pub(super) fn by_hook<E: Element>(element: &CachedElement<E>) -> Option<Raw> {
    let hooked = |(name, value): &(String, Raw)| [element.tag(), &css::condition(name, "=", value.expose())].concat();
    let hooks = element.element().hooks();
    hooks
        .iter()
        .find_map(|hook| element.only(hooked(hook)))
        .or_else(|| hooks.iter().find_map(|hook| below(element, &hooked(hook), box_css)))
}

/// Unique css by the whole address.
pub(super) fn by_whole_address<E: Element>(element: &CachedElement<E>) -> Option<Raw> {
    by_predicate(element, &own::whole_address(element)?)
}

/// Unique css by the place in the page that the element leads to.
pub(super) fn by_fragment<E: Element>(element: &CachedElement<E>) -> Option<Raw> {
    by_predicate(element, &own::fragment(element)?)
}

fn by_predicate<E: Element>(element: &CachedElement<E>, predicate: &str) -> Option<Raw> {
    let own = [element.tag(), predicate].concat();
    element.only(own.clone()).or_else(|| below(element, &own, box_css))
}

/// Unique css by id.
pub(super) fn by_id<E: Element>(element: &CachedElement<E>) -> Option<Raw> {
    element.only(own::id(element)?)
}

/// Unique css below something with an id.
pub(super) fn by_id_around<E: Element>(element: &CachedElement<E>) -> Option<Raw> {
    // A numbered id is one of many, which move up when one of them goes.
    below(element, &element.compound(), |around| own::id(around).filter(|id| !predicate::has_digit(id)))
}

/// Unique css by the element's own classes, one or all.
pub(super) fn by_class<E: Element>(element: &CachedElement<E>) -> Option<Raw> {
    let classes = own::classes(element);
    let own = element.compound();
    let all = classes.concat();
    classes.iter().chain((classes.len() > 1).then_some(&all)).find_map(|class| {
        let own = [&own, class.as_str()].concat();
        element.only(own.clone()).and_then(|_| element.only(css::alone(&own)))
    })
}

/// Unique css below something with a class.
pub(super) fn by_class_around<E: Element>(element: &CachedElement<E>) -> Option<Raw> {
    let own = [element.compound(), own::classes(element).concat()].concat();
    below(element, &own, |around| {
        let classes = own::classes(around).concat();
        (!classes.is_empty()).then_some(classes)
    })
}

/// Unique css by the ids and classes that other selectors leave out as made up by a tool.
pub(super) fn by_made_up<E: Element>(element: &CachedElement<E>, name: &str) -> Option<Raw> {
    let own = element.compound();
    // A counted id is one of many, which move up when one of them goes.
    let fits = |value: &Raw| !value.is_blank() && (name != "id" || !predicate::is_counted(value.expose()));
    let made_up = |of: &CachedElement<E>| {
        let value = of.attribute(name).filter(|value| fits(value))?;
        Some(css::condition(name, "=", value.expose()))
    };
    let both = made_up(element).map(|own_word| [&own, own_word.as_str()].concat());
    both.as_ref()
        .and_then(|css| element.only(css::alone(css)))
        .or_else(|| below(element, &own, made_up))
        .or_else(|| below(element, &both?, made_up))
}

/// Css of something around an element, unless it is a mere box.
fn box_css<E: Element>(around: &CachedElement<E>) -> Option<String> {
    let predicates = around.unseen();
    (!predicates.is_empty() || !BOXES.contains(&around.tag()))
        .then(|| [around.tag(), &predicate::all(predicates)].concat())
}

/// `around own` for the nearest thing around the element that makes it unique.
fn below<E: Element>(
    element: &CachedElement<E>,
    own: &str,
    outer: impl Fn(&CachedElement<E>) -> Option<String>,
) -> Option<Raw> {
    let own = css::alone(own);
    let around = element.around().iter().take(HIGHEST);
    around.filter_map(outer).find_map(|outer| element.only([&outer, " ", &own].concat()))
}
