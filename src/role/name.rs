//! The accessible name, after W3C accname 1.2 (section 4.3.2) and HTML-AAM: labelledby, embedded control, label, host
//! language, content, tooltip.

use super::embedded::value_of;
use super::implicit::role;
use super::native::native_name;
use crate::element::{Element, Node};
use crate::redact::Raw;

/// Roles whose name comes from their content (ARIA 1.2, section 5.2.8.6). A `dt` is not among ARIA's, but browsers name it.
const FROM_CONTENT: &[&str] = &[
    "button",
    "cell",
    "checkbox",
    "columnheader",
    "gridcell",
    "heading",
    "link",
    "menuitem",
    "menuitemcheckbox",
    "menuitemradio",
    "option",
    "radio",
    "rowheader",
    "switch",
    "tab",
    "term",
    "tooltip",
    "treeitem",
];

/// Roles that stand for themselves: the name of what holds them does not go into them. Accname 1.2 has no such list; this is
/// Chromium's (seen in 156), with whose tree a name has to agree to find its element again.
const NOT_ENTERED: &[&str] = &[
    "alertdialog",
    "application",
    "article",
    "banner",
    "complementary",
    "contentinfo",
    "dialog",
    "feed",
    "figure",
    "form",
    "main",
    "navigation",
    "region",
    "search",
    "sectionfooter",
    "sectionheader",
];

/// Roles that ARIA forbids a name, but for elements whose title is their purpose: a title describes them, and does not name.
const UNNAMED: &[&str] = &[
    "caption",
    "code",
    "deletion",
    "emphasis",
    "insertion",
    "paragraph",
    "strong",
    "subscript",
    "superscript",
    "time",
];
/// Elements without a role of their own, of which the same is true.
const PLAIN: &[&str] = &["div", "picture", "span"];

/// How deep content is followed; deeper pages are made to hurt, not to be read.
const DEEPEST: u32 = 64;
/// How many nodes one name may look at.
const MOST_NODES: u32 = 600;
/// How many labels are followed.
const MOST_LABELS: usize = 64;
/// Longest name, in bytes; what is longer is no name that anybody reads.
const LONGEST: usize = 4_000;

/// True where the content of an element with this role is its name.
#[must_use]
pub fn is_named_by_content(role: &str) -> bool {
    FROM_CONTENT.contains(&role)
}

/// The element's accessible name: runs of ASCII white space are one space, none at the ends; blank where it has none.
pub fn accessible_name<E: Element>(element: &E) -> Raw {
    name(element, Inside::Everything)
}

/// The accessible name without what a person typed or chose in controls inside it, and without what a privacy marker hides:
/// it outlasts them, and may be kept.
pub fn lasting_name<E: Element>(element: &E) -> Raw {
    let inside = if element.is_in_marked() { Inside::Marked } else { Inside::Unmarked };
    name(element, inside)
}

/// The lasting name of an element that has no privacy marker and is inside none: the caller knows, so the page is not asked.
pub fn unmarked_name<E: Element>(element: &E) -> Raw {
    name(element, Inside::Unmarked)
}

/// The lasting name of a box of which a page draws another in its place: that it is not drawn itself hides it from nobody.
pub fn redrawn_name<E: Element>(element: &E) -> Raw {
    drawn_name(element, if element.is_in_marked() { Inside::Marked } else { Inside::Unmarked })
}

/// What of the content goes into a name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside {
    /// Also what a person typed or chose.
    Everything,
    /// Not that, but what a privacy marker hides: the named one is inside such itself, and its name is masked as a whole.
    Marked,
    /// Neither.
    Unmarked,
}

fn name<E: Element>(element: &E, inside: Inside) -> Raw {
    // Options of a closed list are drawn by nobody and have names all the same.
    if !element.rendered() && !matches!(element.tag().as_str(), "option" | "optgroup" | "area") {
        return Raw::default();
    }
    drawn_name(element, inside)
}

fn drawn_name<E: Element>(element: &E, inside: Inside) -> Raw {
    let mut walk = Walk { root: element.clone(), inside, left: MOST_NODES, told: Vec::new() };
    walk.name_of(element, Way { by_id: false, inside: false, hidden: false, depth: 0 }).collapsed().start(LONGEST)
}

/// One computation: what it is of, and how much it may still look at.
struct Walk<E> {
    root: E,
    inside: Inside,
    left: u32,
    /// What an id has led to already: it is not told twice.
    told: Vec<E>,
}

/// How an element was come to.
#[derive(Clone, Copy)]
struct Way {
    /// By an id of aria-labelledby: no other is followed.
    by_id: bool,
    /// In the content of something else, of its label or its labeller.
    inside: bool,
    /// From a labeller that is itself hidden: hidden content counts.
    hidden: bool,
    depth: u32,
}

impl<E: Element> Walk<E> {
    fn name_of(&mut self, element: &E, way: Way) -> Raw {
        if !way.by_id
            && let Some(name) = self.by_ids(element, way)
        {
            return name;
        }
        if way.inside && self.told.contains(element) {
            return Raw::default();
        }
        if way.by_id {
            self.told.push(element.clone());
        }
        let role = role(element);
        if way.inside
            && *element != self.root
            && let Some(value) = value_of(element, role)
        {
            return if self.inside == Inside::Everything { value } else { Raw::default() };
        }
        // A slot is not an element of the flat tree: what it carries names nothing.
        let transparent = element.tag() == "slot";
        let given = if transparent { None } else { element.attribute("aria-label").and_then(Raw::filled) };
        let mut space = Raw::default();
        given
            .or_else(|| if way.inside { None } else { self.by_labels(element, way) })
            .or_else(|| native_name(element, role, |child| self.content(child, way)))
            .or_else(|| {
                if !way.inside && !is_named_by_content(role) && !named_row(element, role) {
                    return None;
                }
                let text = self.content(element, way);
                if text.is_blank() {
                    space = text;
                    return None;
                }
                Some(if way.inside { text } else { text.trimmed() })
            })
            .or_else(|| if untitled(element, role) { None } else { element.attribute("title").and_then(Raw::filled) })
            .or_else(|| element.attribute("placeholder").and_then(Raw::filled))
            .or_else(|| element.attribute("aria-placeholder").and_then(Raw::filled))
            // White space alone is no name, but it parts the words around it.
            .unwrap_or(space)
    }

    fn by_ids(&mut self, element: &E, way: Way) -> Option<Raw> {
        element.attribute("aria-labelledby")?;
        let mut name = Raw::default();
        for labeller in element.labellers() {
            if self.is_done(&name) {
                break;
            }
            if self.is_hidden_by_page(&labeller) {
                continue;
            }
            let way = Way { by_id: true, inside: true, hidden: !labeller.rendered(), depth: way.depth + 1 };
            name.push(&self.name_of(&labeller, way));
            name.push_space();
        }
        name.filled()
    }

    /// The text of the `label` elements, without the control itself.
    fn by_labels(&mut self, element: &E, way: Way) -> Option<Raw> {
        let mut name = Raw::default();
        for label in element.labels().into_iter().take(MOST_LABELS) {
            if self.is_done(&name) {
                break;
            }
            if self.is_hidden_by_page(&label) {
                continue;
            }
            let hidden = !label.rendered();
            name.push(&self.name_of(&label, Way { by_id: false, inside: true, hidden, depth: way.depth + 1 }));
            name.push_space();
        }
        name.filled()
    }

    /// The text alternative of the element's content.
    fn content(&mut self, element: &E, way: Way) -> Raw {
        let mut out = Raw::default();
        if way.depth > DEEPEST || self.left == 0 {
            return out;
        }
        for node in element.children() {
            self.left = self.left.saturating_sub(1);
            if self.is_done(&out) {
                break;
            }
            match node {
                Node::Text(text) => out.push(&text),
                Node::Element(child) => self.add_child(&child, way, &mut out),
            }
        }
        out
    }

    fn add_child(&mut self, child: &E, way: Way, out: &mut Raw) {
        let style = child.style();
        // Inside a labeller that is hidden as a whole everything counts.
        let unseen = style.invisible && !way.hidden;
        let hidden_by_page = self.is_marked(child);
        if (style.gone && !way.hidden) || (*child == self.root && !way.by_id) || hidden_by_page {
            return;
        }
        if style.spaced {
            out.push_space();
        }
        let way = Way { inside: true, depth: way.depth + 1, ..way };
        if unseen {
            // Something inside may be visible again.
            out.push(&self.visible_again(child, way));
        } else if !NOT_ENTERED.contains(&role(child)) || child.attribute("aria-label").is_some() {
            out.push(&self.name_of(child, way));
        }
        if style.spaced {
            out.push_space();
        }
    }

    /// True where enough was looked at, or enough was found.
    fn is_done(&self, name: &Raw) -> bool {
        self.left == 0 || name.expose().len() > LONGEST
    }

    /// True for an element with a privacy marker of its own.
    fn is_marked(&self, element: &E) -> bool {
        self.inside == Inside::Unmarked && element.is_marked()
    }

    /// True for one in something that is marked, or that is marked itself.
    fn is_hidden_by_page(&self, element: &E) -> bool {
        self.inside == Inside::Unmarked && element.is_in_marked()
    }

    /// What is visible inside an element that is not (`visibility: hidden` around `visibility: visible`).
    fn visible_again(&mut self, element: &E, way: Way) -> Raw {
        let mut out = Raw::default();
        if way.depth > DEEPEST || self.left == 0 {
            return out;
        }
        for node in element.children() {
            self.left = self.left.saturating_sub(1);
            if self.is_done(&out) {
                break;
            }
            if let Node::Element(child) = node {
                self.add_child(&child, way, &mut out);
            }
        }
        out
    }
}

/// A row is named by its content only where it can be worked with as one.
fn named_row<E: Element>(element: &E, role: &str) -> bool {
    role == "row" && (element.attribute("tabindex").is_some() || element.in_grid())
}

/// True where a title does not name.
fn untitled<E: Element>(element: &E, role: &str) -> bool {
    UNNAMED.contains(&role) || (role == "generic" && PLAIN.contains(&element.tag().as_str()))
}
