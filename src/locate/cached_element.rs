//! An element and what was asked of it: while its selectors are made, each question goes to the page once.

use super::css;
use super::predicate::{self, Predicate};
use crate::element::Element;
use crate::redact::Raw;
use std::cell::OnceCell;

/// How many elements around it a path may name; deeper pages are made to hurt.
const DEEPEST: usize = 256;
/// What an empty element of its tag has not, in order of preference.
const HAD: &[&str] = &["href", "type", "name", "for", "role"];
/// Values of them that many elements have, and that do tell these from the others.
const SIGNS: &[&str] = &["#", "/"];
/// The attributes that predicates are made of: first those that nobody sees.
const LOOKED_AT: &[&str] = &[
    "name",
    "href",
    "action",
    "src",
    "type",
    "rel",
    "itemprop",
    "data-action",
    "data-toggle",
    "id",
    "class",
    "for",
    "role",
];

pub(super) struct CachedElement<E> {
    element: E,
    tag: OnceCell<String>,
    attributes: OnceCell<Vec<(&'static str, Raw)>>,
    unseen: OnceCell<Vec<Predicate>>,
    had: OnceCell<Vec<Predicate>>,
    around: OnceCell<Vec<CachedElement<E>>>,
}

impl<E: Element> CachedElement<E> {
    pub(super) fn new(element: E) -> Self {
        Self {
            element,
            tag: OnceCell::new(),
            attributes: OnceCell::new(),
            unseen: OnceCell::new(),
            had: OnceCell::new(),
            around: OnceCell::new(),
        }
    }

    pub(super) fn element(&self) -> &E {
        &self.element
    }

    /// Its tag as css has it.
    pub(super) fn tag(&self) -> &str {
        css::tag(self.tag.get_or_init(|| self.element.tag()))
    }

    /// One of the attributes that predicates are made of.
    pub(super) fn attribute(&self, name: &str) -> Option<&Raw> {
        self.attributes().iter().find(|(other, _)| *other == name).map(|(_, value)| value)
    }

    fn attributes(&self) -> &[(&'static str, Raw)] {
        self.attributes.get_or_init(|| self.element.attributes(LOOKED_AT))
    }

    /// What nobody sees: a field's name, the address behind it, what kind of thing it is; the strongest first.
    pub(super) fn unseen(&self) -> &[Predicate] {
        self.unseen.get_or_init(|| {
            self.attributes().iter().filter_map(|(name, value)| predicate::unseen(name, value)).collect()
        })
    }

    /// The same, or at least what tells it from an empty element of its tag.
    pub(super) fn own(&self) -> &[Predicate] {
        match self.unseen() {
            [] => self.had.get_or_init(|| self.had().into_iter().collect()),
            unseen => unseen,
        }
    }

    fn had(&self) -> Option<Predicate> {
        let had = HAD.iter().find_map(|name| Some((*name, self.attribute(name)?))).map(|(name, value)| {
            let sign = SIGNS.iter().find(|sign| value.is(sign));
            sign.map_or(Predicate::Has(name), |sign| Predicate::Attribute(name, "=", (*sign).to_owned()))
        });
        had.or_else(|| self.element.inside("*").map(|_| Predicate::Holds))
    }

    /// The tag with all that is its own.
    pub(super) fn compound(&self) -> String {
        [self.tag(), &predicate::all(self.own())].concat()
    }

    /// The elements around it in the same tree, the nearest first.
    pub(super) fn around(&self) -> &[Self] {
        self.around.get_or_init(|| self.element.around(DEEPEST).into_iter().map(Self::new).collect())
    }

    /// The css, where it finds this element and no other.
    pub(super) fn only(&self, css: String) -> Option<Raw> {
        let css = Raw::new(css);
        self.element.is_only(&css).then_some(css)
    }
}
