//! What is asked of every element, read from the page in one call for an element or for all children of one.

use super::element::PageElement;
use super::page;
use crate::element::{Node, Style};
use crate::redact::{Raw, any_marker};
use core::str::Split;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::Element;

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
];

/// Bits of an element; the first three are its style.
const GONE: u8 = 1;
const INVISIBLE: u8 = 2;
const SPACED: u8 = 4;
const EDITABLE: u8 = 8;
const MARKED: u8 = 16;
const WITHOUT_ELEMENTS: u8 = 32;
const IN_VIEW: u8 = 64;

/// Tells the page's side once, as the engine starts, what it shall read.
#[wasm_bindgen(start)]
fn ask_always() {
    page::ask_always(&ALWAYS.join(" "), &any_marker());
}

const FIRST_LETTER: u8 = b'a';
/// Stands before the text of an element that holds nothing else.
const ONLY_TEXT: u8 = b' ';

/// The letter of an attribute that is always read.
pub(super) fn letter(name: &str) -> Option<u8> {
    Some(FIRST_LETTER + ALWAYS.iter().position(|always| *always == name)? as u8)
}

/// The place in its list of the attribute that a letter stands for.
pub(super) fn place(letter: u8) -> usize {
    letter.wrapping_sub(FIRST_LETTER).into()
}

/// What was read of an element.
#[derive(Default)]
pub(super) struct Facts {
    bits: u8,
    pub(super) tag: String,
    attributes: Vec<(u8, Raw)>,
}

impl Facts {
    /// `first`: a sign whose lower bits are the element's, and its tag. Fields follow, each behind its letter: the attributes and
    /// where it holds nothing else a text; and an empty one.
    fn of(first: &str, fields: &mut Split<'_, char>) -> Option<Self> {
        let (bits, tag) = cut(first)?;
        let mut attributes = Vec::new();
        while let Some((letter, value)) = fields.next().and_then(cut) {
            attributes.push((letter, Raw::new(value)));
        }
        Some(Self { bits, tag: tag.to_owned(), attributes })
    }

    /// Of one element.
    pub(super) fn read(js: &Element) -> Self {
        let fields = page::facts(js);
        let mut fields = fields.split('\0');
        fields.next().and_then(|first| Self::of(first, &mut fields)).unwrap_or_default()
    }

    /// The text of an element that holds nothing else, where it was told.
    pub(super) fn only_text(&self) -> Option<Raw> {
        self.attribute(ONLY_TEXT)
    }

    pub(super) fn attribute(&self, letter: u8) -> Option<Raw> {
        let (_, value) = self.attributes.iter().find(|(other, _)| *other == letter)?;
        Some(Raw::new(value.expose()))
    }

    fn is(&self, bit: u8) -> bool {
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

    pub(super) fn without_elements(&self) -> bool {
        self.is(WITHOUT_ELEMENTS)
    }
}

/// The lower bits of a field's first sign, and the rest.
pub(super) fn cut(field: &str) -> Option<(u8, &str)> {
    let mut signs = field.chars();
    Some((signs.next()? as u8, signs.as_str()))
}

/// The children of an element, each element with its facts.
pub(super) fn children(js: &Element) -> Vec<Node<PageElement>> {
    let list = page::children(js);
    let fields = list.get(0).as_string().unwrap_or_default();
    let mut fields = fields.split('\0');
    let mut nodes = Vec::new();
    let mut at = 0;
    while let Some(first) = fields.next().filter(|first| !first.is_empty()) {
        nodes.push(match first.strip_prefix(' ') {
            Some(text) => Node::Text(Raw::new(text)),
            None => {
                let Some(facts) = Facts::of(first, &mut fields) else { break };
                at += 1;
                Node::Element(PageElement::with_facts(list.get(at).unchecked_into(), facts))
            }
        });
    }
    nodes
}

thread_local! {
    /// The elements that this event led to, by the numbers that the page's side gives them.
    static MET: RefCell<Vec<PageElement>> = const { RefCell::new(Vec::new()) };
    /// Elements from before, of which something was read in this event.
    static FROM_BEFORE: RefCell<Vec<PageElement>> = const { RefCell::new(Vec::new()) };
}

/// This event's handle on an element.
pub(super) fn meet(js: Element) -> PageElement {
    let number = page::number(&js) as usize;
    MET.with_borrow_mut(|met| {
        let known = met.get(number).cloned();
        known.unwrap_or_else(|| {
            let element = PageElement::new(js);
            met.push(element.clone());
            element
        })
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
        page::reset_numbers();
        MET.take().iter().chain(&FROM_BEFORE.take()).for_each(PageElement::reset);
    }
}
