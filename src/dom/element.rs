//! Answers `Element` from the page, by the functions of `page.js`.

use super::page;
use crate::element::{Beside, Element, Node, Style, Told};
use crate::redact::Raw;
use wasm_bindgen::{JsCast, JsValue};

/// A handle on one element of the page.
#[derive(Clone, PartialEq)]
pub struct PageElement(JsValue);

impl PageElement {
    /// The element behind a value, unless it is `undefined` or `null`.
    pub fn from_js(value: JsValue) -> Option<Self> {
        (!value.is_undefined() && !value.is_null()).then_some(Self(value))
    }

    pub(super) fn as_js(&self) -> &JsValue {
        &self.0
    }
}

fn text(value: Option<String>) -> Option<Raw> {
    value.map(Raw::new)
}

fn elements(list: js_sys::Array) -> Vec<PageElement> {
    list.iter().filter_map(PageElement::from_js).collect()
}

impl Element for PageElement {
    fn tag(&self) -> String {
        page::tag(&self.0)
    }
    fn attribute(&self, name: &str) -> Option<Raw> {
        text(page::attribute(&self.0, name))
    }
    fn attributes(&self, names: &[&'static str]) -> Vec<(&'static str, Raw)> {
        // One call for all: most of them are not there.
        let found = page::attributes(&self.0, &names.join(" ")).unwrap_or_default();
        let mut parts = found.split('\0');
        let mut list = Vec::new();
        while let (Some(place), Some(value)) = (parts.next(), parts.next()) {
            if let Some(name) = place.parse().ok().and_then(|place: usize| names.get(place)) {
                list.push((*name, Raw::new(value)));
            }
        }
        list
    }
    fn parent(&self) -> Option<Self> {
        Self::from_js(page::parent(&self.0))
    }
    fn around(&self, most: usize) -> Vec<Self> {
        elements(page::around(&self.0, most as u32))
    }
    fn children(&self) -> Vec<Node<Self>> {
        page::children(&self.0)
            .iter()
            .map(|child| match child.as_string() {
                Some(words) => Node::Text(Raw::new(words)),
                None => Node::Element(Self(child)),
            })
            .collect()
    }
    fn host(&self) -> Option<Self> {
        Self::from_js(page::host(&self.0))
    }
    fn style(&self) -> Style {
        let bits = page::style(&self.0);
        Style { gone: bits & 1 != 0, invisible: bits & 2 != 0, spaced: bits & 4 != 0 }
    }
    fn rendered(&self) -> bool {
        page::rendered(&self.0)
    }
    fn value(&self) -> Option<Raw> {
        text(page::value(&self.0))
    }
    fn chosen_text(&self) -> Raw {
        Raw::new(page::chosen_text(&self.0))
    }
    fn chosen(&self) -> Vec<Raw> {
        page::chosen(&self.0).iter().filter_map(|value| value.as_string()).map(Raw::new).collect()
    }
    fn checked(&self) -> Option<bool> {
        page::checked(&self.0)
    }
    fn files(&self) -> Vec<Raw> {
        page::files(&self.0).iter().filter_map(|name| name.as_string()).map(Raw::new).collect()
    }
    fn autofilled(&self) -> bool {
        page::autofilled(&self.0)
    }
    fn editable(&self) -> bool {
        page::editable(&self.0)
    }
    fn body(&self) -> Option<Self> {
        Self::from_js(page::body(&self.0))
    }
    fn in_view(&self) -> bool {
        page::in_view(&self.0)
    }
    fn text(&self) -> Raw {
        Raw::new(page::text(&self.0))
    }
    fn matches(&self, css: &str) -> bool {
        page::matches(&self.0, css)
    }
    fn labels(&self) -> Vec<Self> {
        elements(page::labels(&self.0))
    }
    fn labelled(&self) -> Option<Self> {
        Self::from_js(page::labelled(&self.0))
    }
    fn by_id(&self, id: &Raw) -> Option<Self> {
        Self::from_js(page::by_id(&self.0, id.expose()))
    }
    fn closest(&self, css: &str) -> Option<Self> {
        Self::from_js(page::closest(&self.0, css))
    }
    fn start_looking(&self) {
        page::start_looking();
    }
    fn is_only(&self, css: &Raw) -> bool {
        page::is_only(&self.0, css.expose())
    }
    fn is_only_pierced(&self, css: &Raw) -> bool {
        page::is_only_pierced(&self.0, css.expose())
    }
    fn alone_holds(&self, text: &Raw) -> bool {
        page::alone_holds(&self.0, text.expose())
    }
    fn inside(&self, css: &str) -> Option<Self> {
        Self::from_js(page::inside(&self.0, css))
    }
    fn alike(&self, css: &str, name: &Raw, most: u32) -> Option<Vec<Self>> {
        page::alike(&self.0, css, name.expose(), most).dyn_into().ok().map(elements)
    }
    fn text_is_only(&self, text: &Raw) -> bool {
        page::text_is_only(&self.0, text.expose())
    }
    fn hooks(&self) -> Vec<(String, Raw)> {
        let mut words = page::hooks(&self.0).into_iter();
        let mut list = Vec::new();
        while let (Some(name), Some(value)) = (words.next(), words.next()) {
            list.push((name, Raw::new(value)));
        }
        list
    }
    fn beside(&self, css: &str, classed: &str, lasting: bool) -> Vec<Beside<Self>> {
        let one = |found: JsValue| {
            let found: js_sys::Array = found.dyn_into().ok()?;
            let text = |at| found.get(at).as_string();
            let own = match text(4)?.as_str() {
                "facts" => Told::ByFacts,
                "class" => Told::ByClass,
                by => Told::Seen {
                    by: by.strip_prefix("text").unwrap_or(by).to_owned(),
                    text: Raw::new(text(5)?),
                    whole: found.get(6).is_truthy(),
                },
            };
            let (by, whole) = (text(0)?, found.get(2).is_truthy());
            Some(Beside { by, text: Raw::new(text(1)?), whole, holder: Self::from_js(found.get(3))?, own })
        };
        page::beside(&self.0, css, classed, lasting).iter().filter_map(one).collect()
    }
    fn place(&self) -> (u32, u32) {
        match page::place(&self.0)[..] {
            [place, of] => (place, of),
            _ => (1, 1),
        }
    }
    fn next_tag(&self) -> Option<String> {
        page::next_tag(&self.0)
    }
    fn bounds(&self) -> [i32; 4] {
        page::bounds(&self.0).try_into().unwrap_or_default()
    }
    fn was_password(&self) -> bool {
        page::was_password(&self.0)
    }
}
