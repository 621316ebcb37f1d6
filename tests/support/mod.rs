//! A page of parsed HTML that answers `Element` in native tests: no style, no shadow trees, no layout.

#![allow(dead_code, reason = "each test file uses a part of it")]

use ego_tree::NodeId;
use overt::element::{Anchor, Element, Node, Places, Style};
use overt::redact::Raw;
use scraper::{ElementRef, Html, Selector};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// A parsed page and what a person did to its fields.
pub struct Page {
    html: Rc<Html>,
    state: Rc<RefCell<State>>,
}

#[derive(Default)]
struct State {
    values: HashMap<NodeId, String>,
    checked: HashMap<NodeId, bool>,
    files: HashMap<NodeId, Vec<String>>,
    at_pointer: Vec<NodeId>,
}

/// One element of a [`Page`].
#[derive(Clone)]
pub struct FakeElement {
    html: Rc<Html>,
    state: Rc<RefCell<State>>,
    id: NodeId,
}

impl Page {
    /// Parses the page.
    pub fn new(html: &str) -> Self {
        Self { html: Rc::new(Html::parse_document(html)), state: Rc::default() }
    }

    /// The first element that `css` matches.
    pub fn find(&self, css: &str) -> FakeElement {
        let selector = Selector::parse(css).expect("the test's css parses");
        let found = self.html.select(&selector).next().expect("the test's page has the element");
        FakeElement { html: self.html.clone(), state: self.state.clone(), id: found.id() }
    }
}

impl Page {
    /// What lies under the pointer, the topmost first.
    pub fn put_at_pointer(&self, all: &[&str]) {
        self.state.borrow_mut().at_pointer = all.iter().map(|css| self.find(css).id).collect();
    }
}

impl FakeElement {
    /// What the person chose in a file input.
    pub fn set_files(&self, names: &[&str]) {
        self.state.borrow_mut().files.insert(self.id, names.iter().map(ToString::to_string).collect());
    }

    /// What the person typed.
    pub fn set_value(&self, value: &str) {
        self.state.borrow_mut().values.insert(self.id, value.to_owned());
    }

    /// What the person checked.
    pub fn set_checked(&self, checked: bool) {
        self.state.borrow_mut().checked.insert(self.id, checked);
    }

    fn dom(&self) -> ElementRef<'_> {
        let node = self.html.tree.get(self.id).expect("the element is of this page");
        ElementRef::wrap(node).expect("the node is an element")
    }

    /// Its place among its siblings of the same tag, and how many there are.
    fn place(&self) -> (u32, u32) {
        let Some(parent) = self.dom().parent() else { return (1, 1) };
        let same = parent.children().filter_map(ElementRef::wrap).filter(|other| other.value().name() == self.tag());
        let ids: Vec<NodeId> = same.map(|other| other.id()).collect();
        let at = ids.iter().position(|id| *id == self.id).expect("an element is its parent's child");
        (at as u32 + 1, ids.len() as u32)
    }

    fn other(&self, element: ElementRef<'_>) -> Self {
        Self { id: element.id(), ..self.clone() }
    }

    fn select(&self, css: &str) -> Vec<Self> {
        // The parser knows no `i` flag; the tests' pages are in lower case.
        let Ok(selector) = Selector::parse(&css.replace(" i]", "]")) else { return Vec::new() };
        self.html.select(&selector).map(|element| self.other(element)).collect()
    }
}

impl PartialEq for FakeElement {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && Rc::ptr_eq(&self.html, &other.html)
    }
}

impl Element for FakeElement {
    fn tag(&self) -> String {
        self.dom().value().name().to_owned()
    }
    fn attribute(&self, name: &str) -> Option<Raw> {
        self.dom().attr(name).map(Raw::new)
    }
    fn parent(&self) -> Option<Self> {
        self.dom().parent().and_then(ElementRef::wrap).map(|parent| self.other(parent))
    }
    fn children(&self) -> Vec<Node<Self>> {
        self.dom()
            .children()
            .filter_map(|node| match ElementRef::wrap(node) {
                Some(element) => Some(Node::Element(self.other(element))),
                None => node.value().as_text().map(|text| Node::Text(Raw::new(text.to_string()))),
            })
            .collect()
    }
    fn host(&self) -> Option<Self> {
        None
    }
    fn style(&self) -> Style {
        let css = self.attribute("style").map(|style| style.tokens().any(|token| token.is("display:none")));
        let gone = self.attribute("aria-hidden").is_some_and(|on| on.is("true")) || self.attribute("hidden").is_some();
        const INLINE: &[&str] = &[
            "a", "abbr", "b", "button", "cite", "code", "em", "i", "img", "input", "ins", "kbd", "label", "mark",
            "small", "span", "strong", "sub", "sup", "svg", "u",
        ];
        Style { gone: gone || css == Some(true), invisible: false, spaced: !INLINE.contains(&self.tag().as_str()) }
    }
    fn rendered(&self) -> bool {
        !self.style().gone && self.parent().is_none_or(|parent| parent.rendered())
    }
    fn chosen_text(&self) -> Raw {
        self.value().unwrap_or_default()
    }
    fn value(&self) -> Option<Raw> {
        let typed = self.state.borrow().values.get(&self.id).cloned();
        typed.or_else(|| self.dom().attr("value").map(str::to_owned)).map(Raw::new)
    }
    fn chosen(&self) -> Vec<Raw> {
        self.value().into_iter().collect()
    }
    fn checked(&self) -> Option<bool> {
        self.state.borrow().checked.get(&self.id).copied()
    }
    fn files(&self) -> Vec<Raw> {
        self.state.borrow().files.get(&self.id).into_iter().flatten().map(|name| Raw::new(name.as_str())).collect()
    }
    fn autofilled(&self) -> bool {
        self.attribute("data-autofilled").is_some()
    }
    fn editable(&self) -> bool {
        self.closest("[contenteditable]").is_some()
    }
    fn body(&self) -> Option<Self> {
        self.select("body").into_iter().next()
    }
    fn in_view(&self) -> bool {
        self.attribute("data-out-of-view").is_none()
    }
    fn text(&self) -> Raw {
        Raw::new(self.dom().text().collect::<String>())
    }
    fn matches(&self, css: &str) -> bool {
        Selector::parse(css).expect("the core's css parses").matches(&self.dom())
    }
    fn labels(&self) -> Vec<Self> {
        let labels = self.select("label").into_iter();
        labels.filter(|label| label.labelled().as_ref() == Some(self)).collect()
    }
    fn labelled(&self) -> Option<Self> {
        if self.tag() != "label" {
            return None;
        }
        match self.dom().attr("for") {
            Some(id) => self.by_id(&Raw::new(id)),
            None => {
                let fields = Selector::parse("input,select,textarea,button").expect("constant css parses");
                self.dom().select(&fields).next().map(|element| self.other(element))
            }
        }
    }
    fn by_id(&self, id: &Raw) -> Option<Self> {
        self.select("[id]").into_iter().find(|other| other.attribute("id").is_some_and(|found| found.same(id)))
    }
    fn closest(&self, css: &str) -> Option<Self> {
        let selector = Selector::parse(css).expect("the core's css parses");
        let mut inner = Some(self.clone());
        while let Some(element) = inner {
            if selector.matches(&element.dom()) {
                return Some(element);
            }
            inner = element.parent();
        }
        None
    }
    fn is_only(&self, css: &Raw) -> bool {
        // `Raw` does not show its text even here: the candidates are compared by identity instead.
        let Some(css) = spelled(css) else { return false };
        matches!(self.select(&css).as_slice(), [only] if only == self)
    }
    fn is_only_pierced(&self, css: &Raw) -> bool {
        self.is_only(css)
    }
    fn alone_holds(&self, _text: &Raw) -> bool {
        true
    }
    fn alone_is(&self, text: &Raw) -> bool {
        let same = self.select(&self.tag());
        same.iter().filter(|other| other.text().collapsed().same(text)).count() == 1
    }
    fn alike(&self, css: &str, _name: &Raw, most: u32) -> Option<Vec<Self>> {
        let mut found = self.select(css);
        found.retain(|other| other != self);
        (found.len() <= most as usize).then_some(found)
    }
    fn hooks(&self) -> Vec<(String, Raw)> {
        Vec::new()
    }
    fn anchors(&self, _css: &str, _classed: &str, _lasting: bool) -> Vec<Anchor<Self>> {
        Vec::new()
    }
    fn inside(&self, css: &str) -> Option<Self> {
        let selector = Selector::parse(css).expect("the core's css parses");
        self.dom().select(&selector).next().map(|element| self.other(element))
    }
    fn text_is_only(&self, text: &Raw) -> bool {
        let texts = self.select("*").into_iter().flat_map(|element| element.children());
        texts.filter(|node| matches!(node, Node::Text(found) if found.collapsed().same(text))).count() == 1
    }
    fn places(&self, most: usize) -> Places {
        let next = self.dom().next_siblings().find_map(scraper::ElementRef::wrap);
        let list = std::iter::once(self.place()).chain(self.around(most).iter().map(Self::place)).collect();
        Places { list, next_tag: next.map(|element| element.value().name().to_owned()) }
    }
    fn bounds(&self) -> [i32; 4] {
        let own = self.dom().attr("data-box").map(|text| text.split(' ').map(|side| side.parse().expect("a number")));
        own.map_or([10, 20, 100, 30], |sides| sides.collect::<Vec<_>>().try_into().expect("four numbers"))
    }
    fn elements_at(&self, _at: (i32, i32)) -> Vec<Self> {
        self.state.borrow().at_pointer.iter().map(|&id| Self { id, ..self.clone() }).collect()
    }
    fn was_password(&self) -> bool {
        self.dom().attr("type") == Some("password")
    }
}

/// The text of a selector, by way of the redactor, as any other reader would get it.
fn spelled(raw: &Raw) -> Option<String> {
    let mut gate = overt::redact::Redactor::new([0; 16], overt::redact::MaskingLevel::Open);
    Some(gate.selector(raw, false)?.as_str().to_owned())
}
