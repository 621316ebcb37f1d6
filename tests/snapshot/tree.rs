//! The tree of a snapshot: nodes by number, with the ways from one to the next that a browser's DOM has.

use super::file::{self, State, Style};

/// The number of a node; 0 is the document.
pub type Id = usize;

pub const DOCUMENT: Id = 0;

#[derive(Clone)]
pub struct Tree {
    nodes: Vec<Node>,
    styles: Vec<Style>,
    /// Width and height of the window.
    pub viewport: [i32; 2],
    /// The elements in the order of the file.
    order: Vec<Id>,
}

#[derive(Clone)]
struct Node {
    parent: Option<Id>,
    children: Vec<Id>,
    kind: Kind,
}

#[derive(Clone)]
enum Kind {
    Document,
    /// Its parent is the host.
    Shadow,
    Text(String),
    Element(Box<Element>),
}

#[derive(Clone)]
pub struct Element {
    pub tag: String,
    pub attributes: Vec<(String, String)>,
    pub bounds: [i32; 4],
    /// False inside a drawing.
    pub is_html: bool,
    pub value: Option<String>,
    pub files: Vec<String>,
    pub checked: bool,
    pub selected: bool,
    pub editable: bool,
    pub autofilled: bool,
    pub form_associated: bool,
    pub drawn: Option<String>,
    style: usize,
    shadow: Option<Id>,
}

impl Element {
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }

    pub fn attribute_mut(&mut self, name: &str) -> Option<&mut String> {
        self.attributes.iter_mut().find(|(other, _)| other == name).map(|(_, value)| value)
    }

    pub fn set_style(&mut self, style: usize) {
        self.style = style;
    }

    /// `is_html` and the style as of another; everything else as if it had just been made.
    pub fn beside(tag: &str, other: &Self) -> Self {
        Self {
            tag: tag.to_owned(),
            attributes: Vec::new(),
            value: None,
            files: Vec::new(),
            checked: false,
            selected: false,
            autofilled: false,
            form_associated: false,
            drawn: None,
            shadow: None,
            ..other.clone()
        }
    }
}

impl Tree {
    pub fn new(viewport: [i32; 2], styles: Vec<Style>, page: file::Node) -> Self {
        let document = Node { parent: None, children: Vec::new(), kind: Kind::Document };
        let mut tree = Self { nodes: vec![document], styles, viewport, order: Vec::new() };
        tree.add(DOCUMENT, page);
        tree
    }

    fn add(&mut self, parent: Id, node: file::Node) {
        let file::Element { tag, attributes, style, bounds, state, children } = match node {
            file::Node::Text(text) => {
                self.append(parent, Kind::Text(text));
                return;
            }
            file::Node::Element(element) => element,
        };
        let in_drawing = self.get(parent).is_some_and(|around| !around.is_html && around.tag != "foreignObject");
        let State { value, files, checked, selected, editable, autofilled, form_associated, drawn, shadow } = state;
        let is_html = tag != "svg" && !in_drawing;
        let element = Element {
            tag,
            attributes,
            bounds,
            is_html,
            value,
            files,
            checked,
            selected,
            editable,
            autofilled,
            form_associated,
            drawn,
            style,
            shadow: None,
        };
        let id = self.append(parent, Kind::Element(Box::new(element)));
        self.order.push(id);
        if let Some(inside) = shadow {
            let root = self.push(Some(id), Kind::Shadow);
            self.get_mut(id).expect("it has just been made").shadow = Some(root);
            inside.into_iter().for_each(|node| self.add(root, node));
        }
        children.into_iter().for_each(|node| self.add(id, node));
    }

    fn push(&mut self, parent: Option<Id>, kind: Kind) -> Id {
        self.nodes.push(Node { parent, children: Vec::new(), kind });
        self.nodes.len() - 1
    }

    fn append(&mut self, parent: Id, kind: Kind) -> Id {
        let id = self.push(Some(parent), kind);
        self.nodes[parent].children.push(id);
        id
    }

    /// The element at a place of the file.
    pub fn in_order(&self, place: usize) -> Id {
        self.order[place]
    }

    /// The element; `None` for other nodes.
    pub fn get(&self, id: Id) -> Option<&Element> {
        if let Kind::Element(element) = &self.nodes[id].kind { Some(element) } else { None }
    }

    pub fn element(&self, id: Id) -> &Element {
        self.get(id).expect("the node is an element")
    }

    /// The element, to change it; `None` for other nodes.
    pub fn get_mut(&mut self, id: Id) -> Option<&mut Element> {
        if let Kind::Element(element) = &mut self.nodes[id].kind { Some(element) } else { None }
    }

    /// Every node, in no order.
    pub fn everything(&self) -> std::ops::Range<Id> {
        0..self.nodes.len()
    }

    /// The style of a plain box.
    pub fn block(&mut self) -> usize {
        self.styles.push(Style { display: "block".to_owned(), ..Style::default() });
        self.styles.len() - 1
    }

    pub fn style(&self, id: Id) -> &Style {
        &self.styles[self.element(id).style]
    }

    /// The text of a text node.
    pub fn text_of(&self, id: Id) -> Option<&str> {
        if let Kind::Text(text) = &self.nodes[id].kind { Some(text) } else { None }
    }

    pub fn text_mut(&mut self, id: Id) -> Option<&mut String> {
        if let Kind::Text(text) = &mut self.nodes[id].kind { Some(text) } else { None }
    }

    pub fn children(&self, id: Id) -> &[Id] {
        &self.nodes[id].children
    }

    pub fn elements_in(&self, id: Id) -> impl DoubleEndedIterator<Item = Id> + '_ {
        self.children(id).iter().copied().filter(|&child| self.get(child).is_some())
    }

    /// The element around it in the same tree.
    pub fn parent(&self, id: Id) -> Option<Id> {
        self.nodes[id].parent.filter(|&parent| self.get(parent).is_some() && !self.is_shadow(id))
    }

    fn is_shadow(&self, id: Id) -> bool {
        matches!(self.nodes[id].kind, Kind::Shadow)
    }

    /// The document, or the shadow root that it is in.
    pub fn root(&self, id: Id) -> Id {
        let mut top = id;
        while let Some(parent) = self.nodes[top].parent.filter(|_| !self.is_shadow(top)) {
            top = parent;
        }
        top
    }

    /// The host of the shadow tree that it is in.
    pub fn host(&self, id: Id) -> Option<Id> {
        let root = self.root(id);
        if self.is_shadow(root) { self.nodes[root].parent } else { None }
    }

    pub fn shadow(&self, id: Id) -> Option<Id> {
        self.get(id)?.shadow
    }

    /// The element itself and those around it in the same tree.
    pub fn up(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        std::iter::successors(Some(id), |&inner| self.parent(inner))
    }

    /// All nodes inside in the same tree, in its order.
    pub fn inside(&self, id: Id) -> Vec<Id> {
        let mut list = Vec::new();
        let mut next: Vec<Id> = self.children(id).iter().rev().copied().collect();
        while let Some(one) = next.pop() {
            list.push(one);
            next.extend(self.children(one).iter().rev());
        }
        list
    }

    /// The elements among them.
    pub fn all(&self, id: Id) -> Vec<Id> {
        self.inside(id).into_iter().filter(|&one| self.get(one).is_some()).collect()
    }

    /// The text of a node, or all text inside it in the same tree.
    pub fn text(&self, id: Id) -> String {
        match self.text_of(id) {
            Some(text) => text.to_owned(),
            None => self.inside(id).into_iter().filter_map(|one| self.text_of(one)).collect(),
        }
    }

    pub fn body(&self) -> Option<Id> {
        let root = self.elements_in(DOCUMENT).next()?;
        self.elements_in(root).find(|&child| self.element(child).tag == "body")
    }

    pub fn by_id(&self, root: Id, id: &str) -> Option<Id> {
        self.all(root).into_iter().find(|&one| self.element(one).attribute("id") == Some(id))
    }

    /// The place of a node among all children of its parent.
    pub fn place(&self, id: Id) -> (Id, usize) {
        let parent = self.nodes[id].parent.expect("the document is not asked for");
        let place = self.children(parent).iter().position(|&child| child == id).expect("a parent has its child");
        (parent, place)
    }

    /// Puts a new element at a place.
    pub fn insert(&mut self, parent: Id, place: usize, element: Element) -> Id {
        let id = self.push(Some(parent), Kind::Element(Box::new(element)));
        self.nodes[parent].children.insert(place, id);
        id
    }

    pub fn append_text(&mut self, parent: Id, text: &str) {
        self.append(parent, Kind::Text(text.to_owned()));
    }

    /// Puts a new element in the place of another, which it holds.
    pub fn wrap(&mut self, id: Id, around: Element) {
        let (parent, place) = self.place(id);
        self.nodes[parent].children.remove(place);
        let around = self.insert(parent, place, around);
        self.nodes[around].children.push(id);
        self.nodes[id].parent = Some(around);
    }

    /// Puts the elements inside one in another order; texts stay where they are.
    pub fn reorder(&mut self, parent: Id, order: &[Id]) {
        let mut next = order.iter();
        let elements: Vec<bool> = self.children(parent).iter().map(|&child| self.get(child).is_some()).collect();
        for (place, is_element) in elements.into_iter().enumerate() {
            if is_element {
                self.nodes[parent].children[place] = *next.next().expect("the order holds all elements");
            }
        }
    }
}
