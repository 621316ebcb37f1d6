//! What an element is to the texts in it, by its role and tag.

/// What a text is said by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// A box without a meaning of its own: what is around it counts.
    Box,
    /// Holds other things, and may have a name: a form, a list, a landmark.
    Container,
    /// What labels other things: a column's header, a label, a legend, a term.
    Label,
    /// A field, which has a label for a name.
    Field,
    /// What is pressed: a button, an entry of a menu, a tab, a box to check.
    Control,
    /// A link.
    Link,
    /// A heading, or a caption.
    Heading,
    /// One of many of its kind: a row, an entry of a list, an article.
    Item,
    /// Text about something: a cell, a paragraph, a definition, what is announced.
    Free,
    /// Text in no such element.
    Plain,
}

/// Roles that are no [`Place::Container`].
const ROLES: &[(&str, Place)] = &[
    ("generic", Place::Box),
    ("none", Place::Box),
    ("presentation", Place::Box),
    ("rowgroup", Place::Box),
    ("strong", Place::Box),
    ("emphasis", Place::Box),
    ("subscript", Place::Box),
    ("superscript", Place::Box),
    ("columnheader", Place::Label),
    ("term", Place::Label),
    ("textbox", Place::Field),
    ("searchbox", Place::Field),
    ("combobox", Place::Field),
    ("listbox", Place::Field),
    ("slider", Place::Field),
    ("spinbutton", Place::Field),
    ("button", Place::Control),
    ("checkbox", Place::Control),
    ("menuitem", Place::Control),
    ("menuitemcheckbox", Place::Control),
    ("menuitemradio", Place::Control),
    ("option", Place::Control),
    ("radio", Place::Control),
    ("switch", Place::Control),
    ("tab", Place::Control),
    ("link", Place::Link),
    ("heading", Place::Heading),
    ("caption", Place::Heading),
    ("article", Place::Item),
    ("listitem", Place::Item),
    ("row", Place::Item),
    ("treeitem", Place::Item),
    ("alert", Place::Free),
    ("blockquote", Place::Free),
    ("cell", Place::Free),
    ("code", Place::Free),
    ("definition", Place::Free),
    ("deletion", Place::Free),
    ("figure", Place::Free),
    ("gridcell", Place::Free),
    ("img", Place::Free),
    ("insertion", Place::Free),
    ("log", Place::Free),
    ("marquee", Place::Free),
    ("math", Place::Free),
    ("note", Place::Free),
    ("paragraph", Place::Free),
    ("rowheader", Place::Free),
    ("status", Place::Free),
    ("time", Place::Free),
    ("timer", Place::Free),
    ("tooltip", Place::Free),
];

/// Where a page says what it has for everyone.
const NAVIGATION: &[&str] =
    &["banner", "complementary", "contentinfo", "menu", "menubar", "navigation", "search", "tablist", "toolbar"];

impl Place {
    pub(super) fn of(tag: &str, role: &str) -> Self {
        if matches!(tag, "label" | "legend") {
            return Self::Label;
        }
        ROLES.iter().find(|(name, _)| *name == role).map_or(Self::Container, |&(_, place)| place)
    }
}

pub(super) fn is_navigation(role: &str) -> bool {
    NAVIGATION.contains(&role)
}
