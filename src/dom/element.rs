//! Answers `Element` from the page, by the functions of `page.js`.

use super::facts::{self, Facts};
use super::{page, read};
use crate::element::{Anchor, Described, Discriminator, Element, Lineage, LineageQuery, Node, Places, Search, Style};
use crate::redact::Raw;
use js_sys::Array;
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;

/// A handle on one element of the page: in one event always the same one.
#[derive(Clone)]
pub struct PageElement(Rc<Handle>);

struct Handle {
    /// The element itself, once something is asked of it.
    js: OnceCell<web_sys::Element>,
    /// Its number in the event that led to it.
    number: u32,
    /// All elements of that event, once it is over.
    all: OnceCell<Rc<Array<web_sys::Element>>>,
    cache: RefCell<Cache>,
}

/// What was read of an element in this event.
#[derive(Clone, Default)]
struct Cache {
    facts: Option<Rc<Facts>>,
    parent: Option<PageElement>,
    children: Option<Rc<[Node<PageElement>]>>,
    labels: Option<Rc<[PageElement]>>,
    labellers: Option<Rc<[PageElement]>>,
    marked: Option<Option<PageElement>>,
}

impl PartialEq for PageElement {
    fn eq(&self, other: &Self) -> bool {
        let both_met = self.is_met() && other.is_met();
        Rc::ptr_eq(&self.0, &other.0) || (!both_met && self.as_js() == other.as_js())
    }
}

impl PageElement {
    /// The event's handle on the element of this number.
    pub(super) fn numbered(number: u32) -> Self {
        Self(Rc::new(Handle { js: OnceCell::new(), number, all: OnceCell::new(), cache: RefCell::default() }))
    }

    /// True while the event goes on that led to it.
    fn is_met(&self) -> bool {
        self.0.all.get().is_none()
    }

    /// This event's handle on an element, where there is one.
    pub fn from_js(element: Option<web_sys::Element>) -> Option<Self> {
        element.map(Self::of)
    }

    /// This event's handle on an element.
    pub(super) fn of(js: web_sys::Element) -> Self {
        Self::given(page::number(&js), js)
    }

    /// This event's handle on an element whose number is known.
    pub(super) fn given(number: u32, js: web_sys::Element) -> Self {
        let element = read::numbered(number);
        // Where it is known already, it is the same.
        let _ = element.0.js.set(js);
        element
    }

    pub(super) fn as_js(&self) -> &web_sys::Element {
        self.0.js.get_or_init(|| match self.0.all.get() {
            None => page::numbered(self.0.number),
            Some(all) => all.get(self.0.number),
        })
    }

    /// Keeps what was read of it; what was not read now stays as it is.
    pub(super) fn keep(
        &self,
        facts: Facts,
        parent: Option<Self>,
        labels: Option<Vec<Self>>,
        labellers: Option<Vec<Self>>,
        children: Option<Vec<Node<Self>>>,
    ) {
        self.remember(|cache| {
            cache.facts = Some(Rc::new(facts));
            cache.parent = parent.or(cache.parent.take());
            cache.labels = labels.map(Rc::from).or(cache.labels.take());
            cache.labellers = labellers.map(Rc::from).or(cache.labellers.take());
            cache.children = children.map(Rc::from).or(cache.children.take());
        });
    }

    /// Keeps of it what was read of another handle on the same element: it may be one from before.
    pub(super) fn keep_as(&self, other: &Self) {
        if !Rc::ptr_eq(&self.0, &other.0) {
            let read = other.0.cache.borrow().clone();
            self.remember(|cache| *cache = read);
        }
    }

    /// Keeps something for this event.
    fn remember(&self, keep: impl FnOnce(&mut Cache)) {
        if !self.is_met() {
            read::note(self);
        }
        keep(&mut self.0.cache.borrow_mut());
    }

    /// The facts that were read of it, if they were.
    fn cached_facts(&self) -> Option<Rc<Facts>> {
        self.0.cache.borrow().facts.clone()
    }

    fn facts(&self) -> Rc<Facts> {
        self.cached_facts().unwrap_or_else(|| {
            read::facts(self);
            self.cached_facts().unwrap_or_default()
        })
    }

    /// Clears what was read of it: the event is over.
    pub(super) fn clear(&self) {
        self.0.cache.take();
    }

    /// Takes leave of the event's handle, the caches of all being clear. Where somebody holds on to it, it stays one of `all`.
    pub(super) fn leave(self, all: &Rc<Array<web_sys::Element>>) {
        if Rc::strong_count(&self.0) > 1 {
            // It is set here alone.
            let _ = self.0.all.set(Rc::clone(all));
        }
    }
}

fn text(value: Option<String>) -> Option<Raw> {
    value.map(Raw::new)
}

/// The texts as one, a NUL after each.
fn fields(list: &[Raw]) -> String {
    let mut fields = String::new();
    for text in list {
        fields.push_str(text.expose());
        fields.push('\0');
    }
    fields
}

fn elements(list: Array<web_sys::Element>) -> Vec<PageElement> {
    list.iter().map(PageElement::of).collect()
}

impl Element for PageElement {
    fn tag(&self) -> String {
        self.cached_facts().map_or_else(|| page::tag(self.as_js()), |facts| facts.tag().to_owned())
    }
    fn attribute(&self, name: &str) -> Option<Raw> {
        if let Some(letter) = facts::letter(name) {
            return self.facts().attribute(letter);
        }
        let told = self.cached_facts().and_then(|facts| facts.marker_attribute(name));
        told.unwrap_or_else(|| text(page::attribute(self.as_js(), name)))
    }
    fn parent(&self) -> Option<Self> {
        if let Some(parent) = &self.0.cache.borrow().parent {
            return Some(parent.clone());
        }
        Self::from_js(page::parent(self.as_js()))
    }
    fn lineage(&self, query: &LineageQuery) -> Lineage<Self> {
        read::lineage(self, query)
    }
    fn in_section(&self) -> bool {
        self.facts().in_section()
    }
    fn in_grid(&self) -> bool {
        self.facts().in_grid()
    }
    fn children(&self) -> Vec<Node<Self>> {
        let only_text = || self.cached_facts().and_then(|facts| facts.only_text());
        if only_text().is_none() && self.0.cache.borrow().children.is_none() {
            read::inside(self);
        }
        if let Some(text) = only_text() {
            return vec![Node::Text(text)];
        }
        let copy = |node: &Node<Self>| match node {
            Node::Element(element) => Node::Element(element.clone()),
            Node::Text(text) => Node::Text(Raw::new(text.expose())),
        };
        self.0.cache.borrow().children.iter().flat_map(|nodes| nodes.iter()).map(copy).collect()
    }
    fn read_inside(&self) {
        read::inside(self);
    }
    fn host(&self) -> Option<Self> {
        if self.cached_facts().is_some_and(|facts| facts.unhosted()) {
            return None;
        }
        Self::from_js(page::host(self.as_js()))
    }
    fn style(&self) -> Style {
        self.facts().style()
    }
    fn rendered(&self) -> bool {
        self.facts().rendered()
    }
    fn value(&self) -> Option<Raw> {
        text(page::value(self.as_js()))
    }
    fn value_start(&self) -> Option<Raw> {
        self.cached_facts().and_then(|facts| facts.value()).or_else(|| text(page::value_start(self.as_js())))
    }
    fn chosen_text(&self) -> Raw {
        let told = self.cached_facts().and_then(|facts| facts.chosen_text());
        told.unwrap_or_else(|| Raw::new(page::chosen_text(self.as_js())))
    }
    fn options(&self) -> Vec<Raw> {
        page::options(self.as_js()).into_iter().map(Raw::new).collect()
    }
    fn chosen(&self) -> Vec<Raw> {
        page::chosen(self.as_js()).into_iter().map(Raw::new).collect()
    }
    fn checked(&self) -> Option<bool> {
        let told = self.cached_facts().and_then(|facts| facts.checked());
        told.unwrap_or_else(|| page::checked(self.as_js()))
    }
    fn files(&self) -> Vec<Raw> {
        page::files(self.as_js()).into_iter().map(Raw::new).collect()
    }
    fn autofilled(&self) -> bool {
        let told = self.cached_facts().and_then(|facts| facts.autofilled());
        told.unwrap_or_else(|| page::autofilled(self.as_js()))
    }
    fn editable(&self) -> bool {
        self.cached_facts().map_or_else(|| page::editable(self.as_js()), |facts| facts.editable())
    }
    fn body(&self) -> Option<Self> {
        Self::from_js(page::body(self.as_js()))
    }
    fn in_view(&self) -> bool {
        self.facts().in_view()
    }
    fn text(&self) -> Raw {
        let told = self.cached_facts().and_then(|facts| facts.all_text());
        told.unwrap_or_else(|| Raw::new(page::text(self.as_js())))
    }
    fn matches(&self, css: &str) -> bool {
        page::matches(self.as_js(), css)
    }
    fn labels(&self) -> Vec<Self> {
        if !matches!(self.tag().as_str(), "input" | "textarea" | "select" | "button" | "output") {
            return Vec::new();
        }
        let cached = || self.0.cache.borrow().labels.as_ref().map(|labels| labels.to_vec());
        cached().unwrap_or_else(|| {
            // They are read with it where they are not left out with others.
            read::facts(self);
            cached().unwrap_or_else(|| elements(page::labels(self.as_js())))
        })
    }
    fn labellers(&self) -> Vec<Self> {
        let cached = || self.0.cache.borrow().labellers.as_ref().map(|labellers| labellers.to_vec());
        cached().unwrap_or_else(|| {
            read::facts(self);
            cached().unwrap_or_default()
        })
    }
    fn labelled(&self) -> Option<Self> {
        Self::from_js(page::labelled(self.as_js()))
    }
    fn form(&self) -> Option<Self> {
        Self::from_js(page::form(self.as_js()))
    }
    fn by_id(&self, id: &Raw) -> Option<Self> {
        Self::from_js(page::by_id(self.as_js(), id.expose()))
    }
    fn closest(&self, css: &str) -> Option<Self> {
        Self::from_js(page::closest(self.as_js(), css))
    }
    fn marked(&self) -> Option<Self> {
        if !self.is_in_marked() {
            return None;
        }
        let cached = self.0.cache.borrow().marked.clone();
        cached.unwrap_or_else(|| {
            let marked = Self::from_js(page::marked(self.as_js()));
            self.remember(|cache| cache.marked = Some(marked.clone()));
            marked
        })
    }
    fn is_in_marked(&self) -> bool {
        self.facts().in_marked()
    }
    fn is_marked(&self) -> bool {
        self.facts().marked()
    }
    fn holds_marked(&self) -> bool {
        if self.cached_facts().is_some_and(|facts| facts.unmarked_inside()) {
            return false;
        }
        page::holds_marked(self.as_js())
    }
    fn start_looking(&self) {
        page::start_looking(self.as_js());
    }
    fn is_late(&self) -> bool {
        page::is_late()
    }
    fn was_late(&self) -> bool {
        page::was_late()
    }
    fn is_only(&self, css: &Raw) -> bool {
        let css = vec![Raw::new(css.expose())];
        matches!(self.first_only(&[Search { css, depends_on: 0 }], u8::MAX)[..], [Some(_)])
    }
    fn first_only(&self, searches: &[Search], shared: u8) -> Vec<Option<usize>> {
        let (mut css, mut depends_on) = (String::new(), Vec::new());
        for search in searches {
            css.push_str(&fields(&search.css));
            css.push('\0');
            depends_on.push(search.depends_on);
        }
        let found = page::first_only(self.as_js(), &css, &depends_on, shared);
        found.into_iter().map(|place| usize::try_from(place).ok()).collect()
    }
    fn is_only_pierced(&self, css: &Raw) -> bool {
        page::is_only_pierced(self.as_js(), css.expose())
    }
    fn alone_holds(&self, text: &Raw) -> bool {
        self.first_text(&[], &[], &[Raw::new(text.expose())]).is_some()
    }
    fn alone_is(&self, text: &Raw) -> bool {
        self.first_text(&[], &[Raw::new(text.expose())], &[]).is_some()
    }
    fn inside(&self, css: &str) -> Option<Self> {
        if self.cached_facts().is_some_and(|facts| facts.without_elements()) {
            return None;
        }
        Self::from_js(page::inside(self.as_js(), css))
    }
    fn held(&self, css: &str, names: &[&'static str], most: usize) -> Vec<Option<Described<Self>>> {
        read::held(self, css, names, most)
    }
    fn alike(&self, css: &str, name: &Raw, most: u32) -> Option<Vec<Self>> {
        page::alike(self.as_js(), css, name.expose(), most).map(elements)
    }
    fn text_is_only(&self, text: &Raw) -> bool {
        self.first_text(&[Raw::new(text.expose())], &[], &[]).is_some()
    }
    fn first_text(&self, smallest: &[Raw], whole: &[Raw], alone: &[Raw]) -> Option<usize> {
        usize::try_from(page::first_text(self.as_js(), &fields(smallest), &fields(whole), &fields(alone))).ok()
    }
    fn hooks(&self) -> Vec<(String, Raw)> {
        let mut words = page::hooks(self.as_js()).into_iter();
        let mut list = Vec::new();
        while let (Some(name), Some(value)) = (words.next(), words.next()) {
            list.push((name, Raw::new(value)));
        }
        list
    }
    fn anchors(&self, css: &str, classed: &str, lasting: bool) -> Vec<Anchor<Self>> {
        let one = |found: Array| {
            let text = |at| found.get(at).as_string();
            let own = match text(4)?.as_str() {
                "facts" => Discriminator::Css,
                "class" => Discriminator::Class,
                by => Discriminator::Visible {
                    by: by.strip_prefix("text").unwrap_or(by).to_owned(),
                    text: Raw::new(text(5)?),
                    whole: found.get(6).is_truthy(),
                },
            };
            let (by, whole) = (text(0)?, found.get(2).is_truthy());
            Some(Anchor { by, text: Raw::new(text(1)?), whole, holder: Self::of(found.get(3).unchecked_into()), own })
        };
        page::beside(self.as_js(), css, classed, lasting).iter().filter_map(one).collect()
    }
    fn places(&self, most: usize) -> Places {
        read::places(self, most)
    }
    fn bounds(&self) -> [i32; 4] {
        page::bounds(self.as_js()).try_into().unwrap_or_default()
    }
    fn elements_at(&self, (x, y): (i32, i32)) -> Vec<Self> {
        elements(page::elements_at(x, y))
    }
    fn was_password(&self) -> bool {
        let told = self.cached_facts().and_then(|facts| facts.was_password());
        told.unwrap_or_else(|| page::was_password(self.as_js()))
    }
}
