//! What is asked of every element, read from the page in one call for an element, or for all that is in the window inside one.

use super::element::PageElement;
use super::page;
use crate::element::{Described, Lineage, LineageQuery, Node, Places, Style};
use crate::redact::{Raw, any_marker};
use core::ops::Range;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// Attributes that are read with an element. The page's side says which it has by the letter of their place here.
const ALWAYS: &[&str] = &[
    "role",
    "aria-label",
    "aria-labelledby",
    "title",
    "placeholder",
    "aria-placeholder",
    "alt",
    "type",
    "list",
    "multiple",
    "scope",
    "disabled",
    "aria-checked",
    "aria-disabled",
    "aria-expanded",
    "aria-pressed",
    "aria-selected",
    "aria-level",
    "aria-valuetext",
    "aria-valuenow",
    "tabindex",
    "name",
    "id",
    "autocomplete",
    "href",
    "onclick",
];

/// Bits of an element; the first three are its style. `reading.js` has the same.
const GONE: u32 = 1;
const INVISIBLE: u32 = 2;
const SPACED: u32 = 4;
const EDITABLE: u32 = 8;
const MARKED: u32 = 16;
const WITHOUT_ELEMENTS: u32 = 32;
const IN_VIEW: u32 = 64;
const RENDERED: u32 = 128;
const LABELLED: u32 = 256;
const CHILDREN_FOLLOW: u32 = 512;

/// Tells the page's side once, as the engine starts, what it shall read.
#[wasm_bindgen(start)]
fn ask_always() {
    page::ask_always(&ALWAYS.join(" "), &any_marker());
}

const FIRST_LETTER: u8 = b'a';
/// Stands before a text.
const TEXT: u8 = b' ';

/// The letter of an attribute that is always read.
pub(super) fn letter(name: &str) -> Option<u8> {
    Some(FIRST_LETTER + ALWAYS.iter().position(|always| *always == name)? as u8)
}

/// What was read of an element: places in the text that was read with it.
#[derive(Default)]
pub(super) struct Facts {
    bits: u32,
    text: Rc<str>,
    tag: Range<usize>,
    attributes: Vec<(u8, Range<usize>)>,
}

/// A place in the text.
fn part<'a>(text: &'a str, place: &Range<usize>) -> &'a str {
    text.get(place.clone()).unwrap_or_default()
}

impl Facts {
    /// Of one element.
    pub(super) fn read(element: &PageElement) -> Option<Self> {
        let mut answer = Answer::of(page::facts(element.as_js()));
        let tag = answer.field()?;
        Some(answer.facts(tag))
    }

    pub(super) fn tag(&self) -> &str {
        part(&self.text, &self.tag)
    }

    /// The text of an element that holds nothing else, where it was told.
    pub(super) fn only_text(&self) -> Option<Raw> {
        self.attribute(TEXT)
    }

    pub(super) fn attribute(&self, letter: u8) -> Option<Raw> {
        let (_, value) = self.attributes.iter().find(|(other, _)| *other == letter)?;
        Some(Raw::new(part(&self.text, value)))
    }

    fn is(&self, bit: u32) -> bool {
        self.bits & bit != 0
    }

    pub(super) fn style(&self) -> Style {
        Style { gone: self.is(GONE), invisible: self.is(INVISIBLE), spaced: self.is(SPACED) }
    }

    pub(super) fn editable(&self) -> bool {
        self.is(EDITABLE)
    }

    pub(super) fn marked(&self) -> bool {
        self.is(MARKED)
    }

    pub(super) fn in_view(&self) -> bool {
        self.is(IN_VIEW)
    }

    pub(super) fn rendered(&self) -> bool {
        self.is(RENDERED)
    }

    pub(super) fn without_elements(&self) -> bool {
        self.is(WITHOUT_ELEMENTS)
    }
}

/// The children of an element. What is inside them is kept with them where it was read too.
pub(super) fn children(element: &PageElement) -> Vec<Node<PageElement>> {
    Answer::of(page::children(element.as_js())).nodes()
}

/// What selectors are made of, of an element and of those around it.
pub(super) fn lineage(element: &PageElement, query: &LineageQuery) -> Lineage<PageElement> {
    let (names, conditions) = (query.attributes.join(" "), query.conditions.join("\0"));
    let mut answer = Answer::of(page::lineage(element.as_js(), &names, &conditions, query.most as u32));
    let bits = answer.number();
    let matched =
        (0..).zip(query.conditions).filter(|(place, _)| bits >> place & 1 == 1).map(|(_, css)| *css).collect();
    let mut list = Vec::new();
    while let Some(one) = answer.described(query.attributes) {
        list.push(one);
    }
    Lineage { list, matched, host: answer.described(&[]).map(|host| host.element) }
}

/// Of an element and of at most so many around it the first element inside that `css` matches.
pub(super) fn held(
    element: &PageElement,
    css: &str,
    names: &[&'static str],
    most: usize,
) -> Vec<Option<Described<PageElement>>> {
    let mut answer = Answer::of(page::held(element.as_js(), css, &names.join(" "), most as u32));
    let mut list = Vec::new();
    while !answer.is_over() {
        list.push(answer.described(names));
    }
    list
}

/// Where an element and at most so many around it stand.
pub(super) fn places(element: &PageElement, most: usize) -> Places {
    let mut answer = Answer::of(page::places(element.as_js(), most as u32));
    let next_tag = answer.field().map(|tag| part(&answer.text, &tag).to_owned());
    let list = std::iter::from_fn(|| Some((answer.numbers.next()?, answer.numbers.next()?))).collect();
    Places { list, next_tag }
}

/// What the page's side told, read from the front. A text is one field, after a space. An element is its tag, its attributes after
/// a letter each, where it holds nothing but text that, and an empty field; its numbers are its bits, its own and, where it may have
/// labels, how many and theirs. Its children follow where a bit says so, up to an empty field.
struct Answer {
    text: Rc<str>,
    at: usize,
    numbers: std::vec::IntoIter<u32>,
}

impl Answer {
    fn of(told: page::Told) -> Self {
        Self { text: told.fields().into(), at: 0, numbers: told.numbers().into_iter() }
    }

    /// The next field, unless it is empty.
    fn field(&mut self) -> Option<Range<usize>> {
        let from = self.at;
        let length = self.text.as_bytes().get(from..)?.iter().position(|byte| *byte == 0)?;
        self.at = from + length + 1;
        (length > 0).then_some(from..from + length)
    }

    /// True where there is no field left.
    fn is_over(&self) -> bool {
        self.at >= self.text.len()
    }

    fn number(&mut self) -> u32 {
        self.numbers.next().unwrap_or_default()
    }

    fn nodes(&mut self) -> Vec<Node<PageElement>> {
        let mut nodes = Vec::new();
        while let Some(field) = self.field() {
            nodes.push(match part(&self.text, &field).strip_prefix(' ') {
                Some(text) => Node::Text(Raw::new(text)),
                None => Node::Element(self.element(field)),
            });
        }
        nodes
    }

    /// Attributes up to an empty field, each by its letter and the place of its value.
    fn attributes(&mut self) -> Vec<(u8, Range<usize>)> {
        let mut attributes = Vec::new();
        while let Some(Range { start, end }) = self.field() {
            // The letter is one byte.
            attributes.push((self.text.as_bytes().get(start).copied().unwrap_or_default(), start + 1..end));
        }
        attributes
    }

    fn facts(&mut self, tag: Range<usize>) -> Facts {
        let attributes = self.attributes();
        Facts { bits: self.number(), text: Rc::clone(&self.text), tag, attributes }
    }

    /// An element with its tag, its attributes by the letters of their places in `names`, and its number; `None` at an empty field.
    fn described(&mut self, names: &[&'static str]) -> Option<Described<PageElement>> {
        let tag = self.field()?;
        let found = self.attributes();
        let named = |(letter, name): (u8, &&'static str)| {
            let (_, value) = found.iter().find(|(other, _)| *other == letter)?;
            Some((*name, Raw::new(part(&self.text, value))))
        };
        let attributes = (FIRST_LETTER..).zip(names).filter_map(named).collect();
        let tag = part(&self.text, &tag).to_owned();
        Some(Described { element: numbered(self.number()), tag, attributes })
    }

    fn element(&mut self, tag: Range<usize>) -> PageElement {
        let facts = self.facts(tag);
        let element = numbered(self.number());
        if facts.is(LABELLED) {
            let count = self.number();
            element.keep_labels((0..count).map(|_| numbered(self.number())).collect());
        }
        let inside = facts.is(CHILDREN_FOLLOW);
        element.keep(facts);
        if inside {
            element.keep_children(self.nodes());
        }
        element
    }
}

thread_local! {
    /// The elements that this event led to, by the numbers that the page's side gives them.
    static MET: RefCell<Vec<PageElement>> = const { RefCell::new(Vec::new()) };
    /// Elements from before, of which something was read in this event.
    static FROM_BEFORE: RefCell<Vec<PageElement>> = const { RefCell::new(Vec::new()) };
}

/// This event's handle on the element of a number.
pub(super) fn numbered(number: u32) -> PageElement {
    MET.with_borrow_mut(|met| {
        loop {
            match met.get(number as usize) {
                Some(element) => return element.clone(),
                None => met.push(PageElement::numbered(met.len() as u32)),
            }
        }
    })
}

/// Keeps in mind that something was read of an element from before.
pub(super) fn note(element: &PageElement) {
    FROM_BEFORE.with_borrow_mut(|before| before.push(element.clone()));
}

/// One event: no script of the page runs meanwhile, so that each element is read once. What was read goes with it.
pub struct Reading;

impl Drop for Reading {
    fn drop(&mut self) {
        let (met, before, all) = (MET.take(), FROM_BEFORE.take(), Rc::new(page::end_reading()));
        met.iter().chain(&before).for_each(PageElement::clear);
        met.into_iter().for_each(|element| element.leave(&all));
    }
}
