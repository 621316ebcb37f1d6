//! What was read of one element, and the bits and letters by which the page's side tells it.

use super::page;
use crate::element::{FIELDS, GRIDS, SECTIONS, Style};
use crate::redact::{Raw, any_marker, marker_attributes};
use core::ops::Range;
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
/// Its labels are told.
pub(super) const LABELLED: u32 = 256;
pub(super) const CHILDREN_FOLLOW: u32 = 512;
/// What `aria-labelledby` leads to is told.
pub(super) const NAMED_BY_IDS: u32 = 1 << 10;
/// The element inside which it is told is its parent.
pub(super) const IN_PARENT: u32 = 1 << 11;
const IN_MARKED: u32 = 1 << 12;
const IN_SECTION: u32 = 1 << 13;
const IN_GRID: u32 = 1 << 14;
/// All text in it is told, where there is any.
const WHOLE_TEXT: u32 = 1 << 15;
/// What it holds as a field is told.
const FIELD: u32 = 1 << 16;
const CHECKABLE: u32 = 1 << 17;
const CHECKED: u32 = 1 << 18;
const WAS_PASSWORD: u32 = 1 << 19;
const AUTOFILLED: u32 = 1 << 20;
/// It stands in no shadow tree.
const UNHOSTED: u32 = 1 << 21;
/// Nothing inside it has a privacy marker.
const UNMARKED_INSIDE: u32 = 1 << 22;

/// Tells the page's side once, as the engine starts, what it shall read.
#[wasm_bindgen(start)]
fn ask_always() {
    page::ask_always(&ALWAYS.join(" "), &marker_attributes().join(" "), &any_marker(), FIELDS, SECTIONS, GRIDS);
}

pub(super) const FIRST_LETTER: u8 = b'!';
/// Stand before the text of an element that holds nothing else, before all text in one, what a field holds, what is chosen in it.
const TEXT: u8 = b' ';
const ALL_TEXT: u8 = b'|';
const VALUE: u8 = b'}';
const CHOSEN: u8 = b'~';

/// The letter of an attribute that is always read.
pub(super) fn letter(name: &str) -> Option<u8> {
    Some(FIRST_LETTER + ALWAYS.iter().position(|always| *always == name)? as u8)
}

/// The letter of an attribute that is read of marked elements.
fn marker_letter(name: &str) -> Option<u8> {
    let place = marker_attributes().iter().position(|one| *one == name)?;
    Some(FIRST_LETTER + (ALWAYS.len() + place) as u8)
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
pub(super) fn part<'a>(text: &'a str, place: &Range<usize>) -> &'a str {
    text.get(place.clone()).unwrap_or_default()
}

impl Facts {
    pub(super) fn new(bits: u32, text: Rc<str>, tag: Range<usize>, attributes: Vec<(u8, Range<usize>)>) -> Self {
        Self { bits, text, tag, attributes }
    }

    pub(super) fn tag(&self) -> &str {
        part(&self.text, &self.tag)
    }

    /// The text of an element that holds nothing else, where it was told.
    pub(super) fn only_text(&self) -> Option<Raw> {
        self.attribute(TEXT)
    }

    /// All text in it, where that was told.
    pub(super) fn all_text(&self) -> Option<Raw> {
        self.only_text().or_else(|| self.is(WHOLE_TEXT).then(|| self.attribute(ALL_TEXT).unwrap_or_default()))
    }

    pub(super) fn attribute(&self, letter: u8) -> Option<Raw> {
        let (_, value) = self.attributes.iter().find(|(other, _)| *other == letter)?;
        Some(Raw::new(part(&self.text, value)))
    }

    /// One of the attributes by which elements are marked, of a marked one.
    pub(super) fn marker_attribute(&self, name: &str) -> Option<Option<Raw>> {
        let letter = self.marked().then(|| marker_letter(name)).flatten()?;
        Some(self.attribute(letter))
    }

    /// What a field holds, or the start of it; `None` where it is no field that was read as such.
    pub(super) fn value(&self) -> Option<Raw> {
        self.is(FIELD).then(|| self.attribute(VALUE).unwrap_or_default())
    }

    /// The texts of what is chosen in it; `None` as of `value`.
    pub(super) fn chosen_text(&self) -> Option<Raw> {
        self.is(FIELD).then(|| self.attribute(CHOSEN).unwrap_or_default())
    }

    /// Whether it is checked, if it can be; `None` as of `value`.
    pub(super) fn checked(&self) -> Option<Option<bool>> {
        self.is(FIELD).then(|| self.is(CHECKABLE).then(|| self.is(CHECKED)))
    }

    /// `None` as of `value`.
    pub(super) fn was_password(&self) -> Option<bool> {
        self.is(FIELD).then(|| self.is(WAS_PASSWORD))
    }

    /// `None` as of `value`.
    pub(super) fn autofilled(&self) -> Option<bool> {
        self.is(FIELD).then(|| self.is(AUTOFILLED))
    }

    pub(super) fn is(&self, bit: u32) -> bool {
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

    pub(super) fn in_marked(&self) -> bool {
        self.is(IN_MARKED)
    }

    pub(super) fn in_section(&self) -> bool {
        self.is(IN_SECTION)
    }

    pub(super) fn in_grid(&self) -> bool {
        self.is(IN_GRID)
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

    pub(super) fn unmarked_inside(&self) -> bool {
        self.is(UNMARKED_INSIDE)
    }

    pub(super) fn unhosted(&self) -> bool {
        self.is(UNHOSTED)
    }
}
