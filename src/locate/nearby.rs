//! Makes css unique by what is on, in and around the element. Only descendant combinators: a box put between two elements,
//! an element put beside them and another order leave these true.

use super::css;
use super::fact::{self, Fact};
use super::known::Known;
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
pub(super) fn by_own<E: Element>(element: &Known<E>) -> Option<Raw> {
    let own = element.unseen();
    let (addresses, _) = own.split_at(own.iter().take_while(|fact| fact.is_address()).count());
    by_facts(element, addresses)
}

/// Unique css by what kind of thing it is, alone or with what is around it.
pub(super) fn by_kind<E: Element>(element: &Known<E>) -> Option<Raw> {
    by_facts(element, element.unseen())
}

fn by_facts<E: Element>(element: &Known<E>, facts: &[Fact]) -> Option<Raw> {
    if facts.is_empty() {
        return None;
    }
    let all = element.compound();
    let held = INSIDE.iter().find(|inside| element.element().inside(inside).is_some());
    let inside = match held {
        Some(held) => [":has(", held, ")"].concat(),
        None => ":not(:has(img))".to_owned(),
    };
    facts
        .iter()
        .map(|fact| [element.tag(), &fact.css()].concat())
        .chain((facts.len() > 1).then(|| all.clone()))
        .chain([[&all, inside.as_str()].concat()])
        .find_map(|css| element.only(css))
        .or_else(|| below(element, &all, told))
}

/// Unique css by what nobody sees of something inside the element or around it.
pub(super) fn by_nearby<E: Element>(element: &Known<E>) -> Option<Raw> {
    let own = element.compound();
    let with_inside = |of: &Known<E>| {
        let inner = Known::new(of.element().inside_small(TELLING)?);
        let told = !inner.unseen().is_empty();
        told.then(|| [of.tag(), ":has(", inner.tag(), &fact::all(inner.unseen()), ")"].concat())
    };
    with_inside(element)
        .and_then(|css| element.only(css))
        .or_else(|| below(element, &own, |around| (!around.unseen().is_empty()).then(|| around.compound())))
        .or_else(|| below(element, &own, |row| if BOXES.contains(&row.tag()) { None } else { with_inside(row) }))
}

/// Unique css by what the page's scripts know the element by.
pub(super) fn by_hook<E: Element>(element: &Known<E>) -> Option<Raw> {
    let hooked = |(name, value): &(String, Raw)| [element.tag(), &css::condition(name, "=", value.expose())].concat();
    let hooks = element.element().hooks();
    hooks
        .iter()
        .find_map(|hook| element.only(hooked(hook)))
        .or_else(|| hooks.iter().find_map(|hook| below(element, &hooked(hook), told)))
}

/// Unique css by the whole address.
pub(super) fn by_whole_address<E: Element>(element: &Known<E>) -> Option<Raw> {
    by_fact(element, &fact::whole_address(element)?)
}

/// Unique css by the place in the page that the element leads to.
pub(super) fn by_fragment<E: Element>(element: &Known<E>) -> Option<Raw> {
    by_fact(element, &fact::fragment(element)?)
}

fn by_fact<E: Element>(element: &Known<E>, fact: &str) -> Option<Raw> {
    let own = [element.tag(), fact].concat();
    element.only(own.clone()).or_else(|| below(element, &own, told))
}

/// Unique css by id.
pub(super) fn by_id<E: Element>(element: &Known<E>) -> Option<Raw> {
    element.only(fact::id(element)?)
}

/// Unique css below something with an id.
pub(super) fn by_id_around<E: Element>(element: &Known<E>) -> Option<Raw> {
    // A numbered id is one of many, which move up when one of them goes.
    below(element, &element.compound(), |around| fact::id(around).filter(|id| !fact::has_digit(id)))
}

/// Unique css by the element's own classes, one or all.
pub(super) fn by_class<E: Element>(element: &Known<E>) -> Option<Raw> {
    let classes = fact::classes(element);
    let own = element.compound();
    let all = classes.concat();
    classes.iter().chain((classes.len() > 1).then_some(&all)).find_map(|class| {
        let own = [&own, class.as_str()].concat();
        element.only(own.clone()).and_then(|_| element.only(css::alone(&own)))
    })
}

/// Unique css below something with a class.
pub(super) fn by_class_around<E: Element>(element: &Known<E>) -> Option<Raw> {
    let own = [element.compound(), fact::classes(element).concat()].concat();
    below(element, &own, |around| {
        let classes = fact::classes(around).concat();
        (!classes.is_empty()).then_some(classes)
    })
}

/// Unique css by the ids and classes that other selectors leave out as made up by a tool.
pub(super) fn by_made_up<E: Element>(element: &Known<E>, name: &str) -> Option<Raw> {
    let own = element.compound();
    // A counted id is one of many, which move up when one of them goes.
    let fits = |value: &Raw| !value.is_blank() && (name != "id" || !fact::is_counted(value.expose()));
    let made_up = |of: &Known<E>| {
        let value = of.attribute(name).filter(|value| fits(value))?;
        Some(css::condition(name, "=", value.expose()))
    };
    let told = made_up(element).map(|own_word| [&own, own_word.as_str()].concat());
    told.as_ref()
        .and_then(|css| element.only(css::alone(css)))
        .or_else(|| below(element, &own, made_up))
        .or_else(|| below(element, &told?, made_up))
}

/// What tells something around an element, unless it is a mere box.
fn told<E: Element>(around: &Known<E>) -> Option<String> {
    let facts = around.unseen();
    (!facts.is_empty() || !BOXES.contains(&around.tag())).then(|| [around.tag(), &fact::all(facts)].concat())
}

/// `around own` for the nearest thing around the element that makes it unique.
fn below<E: Element>(element: &Known<E>, own: &str, outer: impl Fn(&Known<E>) -> Option<String>) -> Option<Raw> {
    let own = css::alone(own);
    let around = element.around().iter().take(HIGHEST);
    around.filter_map(outer).find_map(|outer| element.only([&outer, " ", &own].concat()))
}
