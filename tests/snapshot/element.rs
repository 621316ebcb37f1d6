//! Answers `Element` from a snapshot.

use super::tree::{DOCUMENT, Id, Tree};
use super::{Page, beside, css, exposed, find, forms, generated};
use overt::element::{Anchor, Element, Node, Places, Style};
use overt::redact::Raw;
use std::rc::Rc;

/// Of a longer text its two ends are told, as find.js does; in bytes.
const LONGEST_END: usize = 2_000;

/// One element of a snapshot.
#[derive(Clone)]
pub struct SnapshotElement {
    page: Rc<Page>,
    id: Id,
}

impl PartialEq for SnapshotElement {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && Rc::ptr_eq(&self.page, &other.page)
    }
}

impl std::fmt::Debug for SnapshotElement {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "<{}> {}", self.tree().element(self.id).tag, self.id)
    }
}

impl SnapshotElement {
    pub(super) fn new(page: &Rc<Page>, id: Id) -> Self {
        Self { page: page.clone(), id }
    }

    pub(super) fn page(&self) -> &Rc<Page> {
        &self.page
    }

    pub(super) fn id(&self) -> Id {
        self.id
    }

    fn tree(&self) -> &Tree {
        &self.page.tree
    }

    fn data(&self) -> &super::tree::Element {
        self.tree().element(self.id)
    }

    fn at(&self, id: Id) -> Self {
        Self::new(&self.page, id)
    }

    fn all(&self, ids: Vec<Id>) -> Vec<Self> {
        ids.into_iter().map(|id| self.at(id)).collect()
    }

    fn root(&self) -> Id {
        self.tree().root(self.id)
    }

    /// Its place among its siblings of the same tag, and how many there are.
    fn place(&self) -> (u32, u32) {
        let (parent, _) = self.tree().place(self.id);
        let same: Vec<Id> =
            self.tree().elements_in(parent).filter(|&one| self.tree().element(one).tag == self.data().tag).collect();
        let place = same.iter().position(|&one| one == self.id).expect("an element is its parent's child");
        (place as u32 + 1, same.len() as u32)
    }
}

impl Element for SnapshotElement {
    fn tag(&self) -> String {
        self.data().tag.clone()
    }
    fn attribute(&self, name: &str) -> Option<Raw> {
        self.data().attribute(name).map(Raw::new)
    }
    fn parent(&self) -> Option<Self> {
        self.tree().parent(self.id).or_else(|| self.tree().host(self.id)).map(|id| self.at(id))
    }
    fn children(&self) -> Vec<Node<Self>> {
        let node = |drawn| match drawn {
            generated::Drawn::Element(id) => Node::Element(self.at(id)),
            generated::Drawn::Text(text) => Node::Text(Raw::new(text)),
        };
        generated::children(self.tree(), self.id).into_iter().map(node).collect()
    }
    fn host(&self) -> Option<Self> {
        self.tree().host(self.id).map(|host| self.at(host))
    }
    fn style(&self) -> Style {
        let style = self.tree().style(self.id);
        let hidden = self.data().attribute("aria-hidden") == Some("true");
        if hidden || style.display == "none" {
            return Style { gone: true, ..Style::default() };
        }
        let inline = matches!(style.display.as_str(), "inline" | "contents") && self.data().tag != "br";
        Style { gone: false, invisible: style.visibility.is_some(), spaced: !inline }
    }
    fn rendered(&self) -> bool {
        !self.tree().style(self.id).unrendered
    }
    fn value(&self) -> Option<Raw> {
        forms::value(self.tree(), self.id).map(Raw::new)
    }
    fn chosen_text(&self) -> Raw {
        let chosen = forms::chosen(self.tree(), self.id);
        Raw::new(chosen.into_iter().map(|id| forms::option_text(self.tree(), id)).collect::<Vec<_>>().join(" "))
    }
    fn chosen(&self) -> Vec<Raw> {
        let chosen = forms::chosen(self.tree(), self.id);
        chosen.into_iter().map(|id| Raw::new(forms::option_value(self.tree(), id))).collect()
    }
    fn checked(&self) -> Option<bool> {
        (self.data().tag == "input").then(|| self.data().checked)
    }
    fn files(&self) -> Vec<Raw> {
        self.data().files.iter().map(|name| Raw::new(name.as_str())).collect()
    }
    fn autofilled(&self) -> bool {
        self.data().autofilled
    }
    fn editable(&self) -> bool {
        self.data().editable
    }
    fn body(&self) -> Option<Self> {
        self.tree().body().map(|body| self.at(body))
    }
    fn in_view(&self) -> bool {
        let [x, y, width, height] = self.data().bounds;
        let [window_width, window_height] = self.tree().viewport;
        let outside = y >= window_height || y + height <= 0 || x >= window_width || x + width <= 0;
        width <= 0 || height <= 0 || !outside
    }
    fn text(&self) -> Raw {
        let text = self.tree().text(self.id);
        if text.len() <= 2 * LONGEST_END {
            return Raw::new(text);
        }
        let (start, end) = (text.floor_char_boundary(LONGEST_END), text.ceil_char_boundary(text.len() - LONGEST_END));
        Raw::new([&text[..start], &text[end..]].concat())
    }
    fn matches(&self, css: &str) -> bool {
        css::matches(self.tree(), self.id, css)
    }
    fn labels(&self) -> Vec<Self> {
        self.all(forms::labels(self.tree(), self.id))
    }
    fn labelled(&self) -> Option<Self> {
        forms::labelled(self.tree(), self.id).map(|id| self.at(id))
    }
    fn by_id(&self, id: &Raw) -> Option<Self> {
        self.tree().by_id(self.root(), &exposed(id)?).map(|id| self.at(id))
    }
    fn closest(&self, css: &str) -> Option<Self> {
        let css = css::Css::parse(css).expect("the core's css parses");
        self.tree().up(self.id).find(|&id| css.matches(self.tree(), id)).map(|id| self.at(id))
    }
    fn is_only(&self, css: &Raw) -> bool {
        exposed(css).is_some_and(|css| css::select(self.tree(), self.root(), &css) == [self.id])
    }
    fn is_only_pierced(&self, css: &Raw) -> bool {
        exposed(css).is_some_and(|css| find::pierced(self.tree(), DOCUMENT, &css) == [self.id])
    }
    fn alone_holds(&self, text: &Raw) -> bool {
        exposed(text).is_some_and(|text| find::alone_holds(self.tree(), self.id, &text))
    }
    fn alone_is(&self, text: &Raw) -> bool {
        exposed(text).is_some_and(|text| find::alone_is(self.tree(), self.id, &text))
    }
    fn inside(&self, css: &str) -> Option<Self> {
        css::select(self.tree(), self.id, css).first().map(|&id| self.at(id))
    }
    fn alike(&self, css: &str, name: &Raw, most: u32) -> Option<Vec<Self>> {
        find::alike(self.tree(), self.id, css, &exposed(name)?, most as usize).map(|found| self.all(found))
    }
    fn text_is_only(&self, text: &Raw) -> bool {
        exposed(text).is_some_and(|text| find::text_is_only(self.tree(), self.id, &text))
    }
    fn hooks(&self) -> Vec<(String, Raw)> {
        find::hooks(self.tree(), self.id).into_iter().map(|(name, value)| (name, Raw::new(value))).collect()
    }
    fn anchors(&self, css: &str, classed: &str, lasting: bool) -> Vec<Anchor<Self>> {
        beside::beside(self.tree(), self.id, css, classed, lasting)
            .into_iter()
            .map(|found| found.with_holder(|id| self.at(id)))
            .collect()
    }
    fn places(&self, most: usize) -> Places {
        let (parent, _) = self.tree().place(self.id);
        let next = self.tree().elements_in(parent).skip_while(|&one| one != self.id).nth(1);
        let list = std::iter::once(self.place()).chain(self.around(most).iter().map(Self::place)).collect();
        Places { list, next_tag: next.map(|next| self.tree().element(next).tag.clone()) }
    }
    fn bounds(&self) -> [i32; 4] {
        self.data().bounds
    }
    fn was_password(&self) -> bool {
        let is = |word| self.data().attribute("type").is_some_and(|kind| kind.eq_ignore_ascii_case(word));
        (self.data().tag == "input" && is("password")) || self.tree().style(self.id).dotted
    }
}
