//! The file of a snapshot: JSON as `tests/tools/snapshots/take.mjs` writes it.

use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor, value::MapAccessDeserializer};
use std::fmt;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    #[expect(dead_code, reason = "for who reads the file")]
    pub source: Source,
    /// Width and height of the window.
    pub viewport: [i32; 2],
    /// The ways in which elements are drawn.
    pub styles: Vec<Style>,
    pub targets: Vec<Target>,
    /// The root element.
    pub page: Node,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "for who reads the file")]
pub struct Source {
    /// `name@version` on npm, or a folder of this repository.
    pub package: String,
    pub path: String,
}

/// How an element is drawn, as `getComputedStyle` has it.
#[derive(Clone, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Style {
    pub display: String,
    /// Absent where visible.
    pub visibility: Option<String>,
    /// Absent where none.
    pub text_transform: Option<String>,
    /// `content` of the pseudo-elements; absent where none.
    pub before: Option<String>,
    pub after: Option<String>,
    /// Its text is drawn as dots.
    pub dotted: bool,
    /// `checkVisibility` with `visibilityProperty` says no.
    pub unrendered: bool,
}

/// What the browser said of one element.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// Its place among the elements, in the order of the file; a shadow tree stands before the children of its host.
    pub element: usize,
    /// By the browser's accessibility tree, in the words of ARIA.
    pub role: String,
    /// By the same, white space collapsed.
    pub name: String,
    /// The selectors that the recorder took in the browser, the best first.
    pub selectors: Vec<Recorded>,
}

/// A selector and what the browser found by it.
#[derive(Clone, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Recorded {
    /// The hosts of the shadow trees around the element, the outermost first, and the element in the innermost.
    pub selector: Vec<String>,
    /// How many elements the browser found.
    #[serde(default = "one")]
    pub found: usize,
    /// False where the first of them is another one.
    #[serde(default = "yes")]
    pub is_target: bool,
}

fn one() -> usize {
    1
}

fn yes() -> bool {
    true
}

/// `"text"`, or `[tag, attributes, style, box, state?, child…]` where state is an object.
pub enum Node {
    Text(String),
    Element(Element),
}

pub struct Element {
    pub tag: String,
    /// In the order of the page.
    pub attributes: Vec<(String, String)>,
    /// The place in `File::styles`.
    pub style: usize,
    /// x, y, width and height in CSS pixels, as in the window.
    pub bounds: [i32; 4],
    pub state: State,
    pub children: Vec<Node>,
}

/// What a person or a script did to an element, where its attributes do not show it.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct State {
    /// The value of a field where it is not the written one.
    pub value: Option<String>,
    pub files: Vec<String>,
    pub checked: bool,
    pub selected: bool,
    pub editable: bool,
    pub autofilled: bool,
    /// A custom element that labels may be for.
    pub form_associated: bool,
    /// `innerText`, of editors and where white space stands at its ends.
    pub drawn: Option<String>,
    /// What is in its open shadow root.
    pub shadow: Option<Vec<Node>>,
}

/// What follows the box of an element.
enum Part {
    State(State),
    Node(Node),
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        match from.deserialize_any(PartVisitor)? {
            Part::Node(node) => Ok(node),
            Part::State(_) => Err(D::Error::custom("a state stands in the place of a node")),
        }
    }
}

impl<'de> Deserialize<'de> for Part {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(PartVisitor)
    }
}

struct PartVisitor;

impl<'de> Visitor<'de> for PartVisitor {
    type Value = Part;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a text, an element as a list, or a state as an object")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Part, E> {
        Ok(Part::Node(Node::Text(text.to_owned())))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Part, A::Error> {
        State::deserialize(MapAccessDeserializer::new(map)).map(Part::State)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Part, A::Error> {
        let missing = || A::Error::custom("an element has a tag, attributes, a style and a box");
        let tag = list.next_element()?.ok_or_else(missing)?;
        let Attributes(attributes) = list.next_element()?.ok_or_else(missing)?;
        let style = list.next_element()?.ok_or_else(missing)?;
        let bounds = list.next_element()?.ok_or_else(missing)?;
        let mut element = Element { tag, attributes, style, bounds, state: State::default(), children: Vec::new() };
        while let Some(part) = list.next_element()? {
            match part {
                Part::State(state) => element.state = state,
                Part::Node(node) => element.children.push(node),
            }
        }
        Ok(Part::Node(Node::Element(element)))
    }
}

struct Attributes(Vec<(String, String)>);

impl<'de> Deserialize<'de> for Attributes {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Attributes;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("attributes as an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Attributes, A::Error> {
                let mut list = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    list.push(entry);
                }
                Ok(Attributes(list))
            }
        }
        from.deserialize_map(InOrder)
    }
}
