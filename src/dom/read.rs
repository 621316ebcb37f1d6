//! What is asked of every element, read from the page in one call for an element and all that it is named by, or for all that is in
//! the window inside one.

use super::element::PageElement;
use super::facts::{CHILDREN_FOLLOW, FIRST_LETTER, Facts, IN_PARENT, LABELLED, NAMED_BY_IDS, part};
use super::page;
use crate::element::{Described, Lineage, LineageQuery, Node, Places};
use crate::redact::Raw;
use core::ops::Range;
use std::cell::RefCell;
use std::rc::Rc;

/// An element that holds so many others or fewer is read with what is inside.
const SMALL: i32 = 50;
/// Stands for any number of them.
const ANY: i32 = -1;

/// Reads an element: its facts, what it is named by, and what is inside it where that is not much.
pub(super) fn facts(element: &PageElement) {
    read(element, SMALL);
}

/// Reads an element with what is inside it, as far as that is in the window.
pub(super) fn inside(element: &PageElement) {
    read(element, ANY);
}

fn read(element: &PageElement, most: i32) {
    let mut answer = Answer::of(page::read(element.as_js(), most));
    let Some(tag) = answer.field() else { return };
    element.keep_as(&answer.element(tag, None));
    // What something in it is named by, and stands elsewhere.
    while let Some(tag) = answer.field() {
        answer.element(tag, None);
    }
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

/// What the page's side told, read from the front. A text is one field, after a space. An element is its tag, its attributes and texts
/// after a letter each, and an empty field; its numbers are its bits, its own and, where bits say so, how many labels it has and theirs,
/// and the same of what its ids lead to. Its children follow where a bit says so, up to an empty field.
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

    fn nodes(&mut self, parent: &PageElement) -> Vec<Node<PageElement>> {
        let mut nodes = Vec::new();
        while let Some(field) = self.field() {
            nodes.push(match part(&self.text, &field).strip_prefix(' ') {
                Some(text) => Node::Text(Raw::new(text)),
                None => Node::Element(self.element(field, Some(parent))),
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

    /// So many elements, each by its number.
    fn elements(&mut self) -> Vec<PageElement> {
        (0..self.number()).map(|_| numbered(self.number())).collect()
    }

    /// An element, and what is inside it where that follows. `around`: inside which one it is told.
    fn element(&mut self, tag: Range<usize>, around: Option<&PageElement>) -> PageElement {
        let attributes = self.attributes();
        let facts = Facts::new(self.number(), Rc::clone(&self.text), tag, attributes);
        let element = numbered(self.number());
        let parent = around.filter(|_| facts.is(IN_PARENT)).cloned();
        let labels = facts.is(LABELLED).then(|| self.elements());
        let labellers = facts.is(NAMED_BY_IDS).then(|| self.elements());
        let children = facts.is(CHILDREN_FOLLOW).then(|| self.nodes(&element));
        element.keep(facts, parent, labels, labellers, children);
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
