//! Makes css unique by what is on, in and around the element. Only descendant combinators: a box put between two elements,
//! an element put beside them and another order leave these true.

use super::css;
use super::fact::{self, Fact};
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
pub(super) fn by_own<E: Element>(element: &E) -> Option<Raw> {
    let addresses = fact::addresses(element);
    if addresses.is_empty() { None } else { by_facts(element, &addresses) }
}

/// Unique css by what kind of thing it is, alone or with what is around it.
pub(super) fn by_kind<E: Element>(element: &E) -> Option<Raw> {
    by_facts(element, &fact::unseen(element))
}

fn by_facts<E: Element>(element: &E, facts: &[Fact]) -> Option<Raw> {
    if facts.is_empty() {
        return None;
    }
    let all = compound(element);
    let tag = element.tag();
    let tag = css::tag(&tag);
    let held = INSIDE.iter().find(|inside| element.inside(inside).is_some());
    let inside = match held {
        Some(held) => [":has(", held, ")"].concat(),
        None => ":not(:has(img))".to_owned(),
    };
    facts
        .iter()
        .map(|fact| [tag, &fact.css()].concat())
        .chain((facts.len() > 1).then(|| all.clone()))
        .chain([[&all, inside.as_str()].concat()])
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
        (!facts.is_empty()).then(|| [css::tag(&of.tag()), ":has(", css::tag(&tag), &fact::all(&facts), ")"].concat())
    };
    with_inside(element)
        .and_then(|css| only(element, css))
        .or_else(|| below(element, &own, |around| (!fact::unseen(around).is_empty()).then(|| compound(around))))
        .or_else(|| {
            below(element, &own, |row| if BOXES.contains(&row.tag().as_str()) { None } else { with_inside(row) })
        })
}

/// Unique css by what the page's scripts know the element by.
pub(super) fn by_hook<E: Element>(element: &E) -> Option<Raw> {
    let tag = element.tag();
    let hooked = |(name, value): &(String, Raw)| [css::tag(&tag), &css::condition(name, "=", value.expose())].concat();
    let hooks = element.hooks();
    hooks
        .iter()
        .find_map(|hook| only(element, hooked(hook)))
        .or_else(|| hooks.iter().find_map(|hook| below(element, &hooked(hook), told)))
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
    let own = compound(element);
    let all = classes.concat();
    classes.iter().chain((classes.len() > 1).then_some(&all)).find_map(|class| {
        let own = [&own, class.as_str()].concat();
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

/// Unique css by the ids and classes that other selectors leave out as made up by a tool.
pub(super) fn by_made_up<E: Element>(element: &E, name: &str) -> Option<Raw> {
    let own = compound(element);
    // A counted id is one of many, which move up when one of them goes.
    let fits = |value: &Raw| !value.is_blank() && (name != "id" || !fact::is_counted(value.expose()));
    let made_up = |of: &E| Some(css::condition(name, "=", of.attribute(name).filter(fits)?.expose()));
    let told = made_up(element).map(|own_word| [&own, own_word.as_str()].concat());
    told.as_ref()
        .and_then(|css| only(element, css::alone(css)))
        .or_else(|| below(element, &own, made_up))
        .or_else(|| below(element, &told?, made_up))
}

/// The tag with all that nobody sees, or what tells it from an empty one.
pub(super) fn compound<E: Element>(element: &E) -> String {
    [css::tag(&element.tag()), &fact::all(&fact::own(element))].concat()
}

/// The same of something around an element, unless it is a mere box.
fn told<E: Element>(around: &E) -> Option<String> {
    let facts = fact::unseen(around);
    let tag = around.tag();
    (!facts.is_empty() || !BOXES.contains(&tag.as_str())).then(|| [css::tag(&tag), &fact::all(&facts)].concat())
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
