//! An element and what is around it, as far as selectors are made of them: while they are made, each question goes to the page once.

use super::css;
use super::own::TEST_IDS;
use super::predicate::{self, Predicate};
use crate::element::{Described, Element, Lineage, LineageQuery, Places, Search};
use crate::redact::{Raw, Redactor};
use std::cell::OnceCell;

/// How many elements around it a path may name; deeper pages are made to hurt.
const DEEPEST: usize = 256;
/// How far up something is looked for that tells the element from others.
pub(super) const HIGHEST: usize = 10;
/// What an empty element of its tag has not, in order of preference.
const HAD: &[&str] = &["href", "type", "name", "for", "role"];
/// Values of them that many elements have, and that do tell these from the others.
const SIGNS: &[&str] = &["#", "/"];
/// Elements inside that tell by their addresses and names which one this is.
const TELLING: &str = "a[href],img[src],input[name],button[name],select[name],textarea[name],form[action]";

/// There are elements in it.
pub(super) const HOLDS: &str = ":has(*)";
/// There is an image in it.
pub(super) const HOLDS_IMAGE: &str = ":has(img)";
/// There is a drawing in it.
pub(super) const HOLDS_DRAWING: &str = ":has(svg)";
/// There is more than one image side by side in it.
pub(super) const HOLDS_IMAGES: &str = ":has(img ~ img)";
/// It is hidden from the accessibility tree, or what is around it is.
pub(super) const IS_UNEXPOSED: &str = "[aria-hidden=true],[aria-hidden=true] *";

/// What is read of a target, and of each element around it. Predicates are made of the first attributes of this list, those first
/// that nobody sees.
const QUERY: &LineageQuery = &LineageQuery {
    attributes: &[
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
        "value",
        "title",
        TEST_IDS[0],
        TEST_IDS[1],
        TEST_IDS[2],
        TEST_IDS[3],
        TEST_IDS[4],
    ],
    conditions: &[HOLDS, HOLDS_IMAGE, HOLDS_DRAWING, HOLDS_IMAGES, IS_UNEXPOSED],
    most: DEEPEST,
};

/// An element and what predicates are made of.
pub(super) struct CachedElement<E> {
    described: Described<E>,
    unseen: OnceCell<Vec<Predicate>>,
}

impl<E: Element> CachedElement<E> {
    fn new(described: Described<E>) -> Self {
        Self { described, unseen: OnceCell::new() }
    }

    /// Its tag as css has it.
    pub(super) fn tag(&self) -> &str {
        css::tag(&self.described.tag)
    }

    /// One of the attributes that selectors are made of.
    pub(super) fn attribute(&self, name: &str) -> Option<&Raw> {
        self.described.attributes.iter().find(|(other, _)| *other == name).map(|(_, value)| value)
    }

    /// What nobody sees: a field's name, the address behind it, what kind of thing it is; the strongest first.
    pub(super) fn unseen(&self) -> &[Predicate] {
        self.unseen.get_or_init(|| {
            self.described.attributes.iter().filter_map(|(name, value)| predicate::unseen(name, value)).collect()
        })
    }

    /// The tag with what nobody sees.
    pub(super) fn compound(&self) -> String {
        [self.tag(), &predicate::all(self.unseen())].concat()
    }
}

/// A search for the first of these css.
pub(super) fn search(css: Vec<String>, depends_on: u8) -> Search {
    Search { css: css.into_iter().map(Raw::new).collect(), depends_on }
}

/// An element for which selectors are made.
pub(super) struct CachedTarget<E> {
    own: CachedElement<E>,
    around: Vec<CachedElement<E>>,
    matched: Vec<&'static str>,
    host: Option<E>,
    /// It has a shadow tree, or may have one.
    holds_tree: bool,
    /// What stands in and beside it may be data.
    strict: bool,
    had: OnceCell<Vec<Predicate>>,
    held: OnceCell<Vec<Option<CachedElement<E>>>>,
}

/// What a selector may be made of, where what the page says about someone may not be in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Within {
    /// How many elements, the target the first, stand in something that is one of many: what tells them apart there is data.
    pub repeated: usize,
    /// No text may be in it: a marker hides it, or a part of it is masked.
    pub hidden: bool,
}

/// Attributes that tell what kind of thing an element is, and nothing about anybody.
const KINDS: &[&str] = &["type", "rel", "role"];
/// In so many elements around the target classes are compared.
const COMPARED: usize = 4;
/// A number of so many digits is a record's.
pub(super) const LONGEST_NUMBER: usize = 3;

/// Whether an attribute of an element in the lineage may stand in a selector.
fn may_tell<E: Element>(
    one: &Described<E>,
    depth: usize,
    (name, value): (&str, &Raw),
    within: Within,
    redactor: &Redactor,
) -> bool {
    if !(redactor.judges() || redactor.masks_all()) || KINDS.contains(&name) {
        return true;
    }
    if redactor.masks_all() || !redactor.may_tell(value) {
        return false;
    }
    if depth >= within.repeated {
        // Of an address the numbers are left out anyway.
        return matches!(name, "href" | "src" | "action") || !value.holds_number(LONGEST_NUMBER);
    }
    // A class that no other element has tells this one of the many from the others.
    name == "class"
        && depth < COMPARED
        && value
            .tokens()
            .all(|class| css::plain(class.expose()) && !one.element.is_only(&Raw::new([".", class.expose()].concat())))
}

impl<E: Element> CachedTarget<E> {
    pub(super) fn read(element: &E, within: Within, redactor: &Redactor) -> Self {
        let Lineage { mut list, matched, host } = element.lineage(QUERY);
        for (depth, one) in list.iter_mut().enumerate() {
            let mut attributes = core::mem::take(&mut one.attributes);
            attributes.retain(|(name, value)| may_tell(one, depth, (*name, value), within, redactor));
            one.attributes = attributes;
        }
        let strict = redactor.judges() || redactor.masks_all();
        let mut list = list.into_iter().map(CachedElement::new);
        // It is told itself before what is around it.
        let own = list.next().unwrap_or_else(|| {
            CachedElement::new(Described { element: element.clone(), tag: element.tag(), attributes: Vec::new() })
        });
        // Only custom elements are made to have one; of others it is known where the target stands in it.
        let holds_tree = own.described.tag.contains('-');
        let around = list.collect();
        Self { own, around, matched, host, holds_tree, strict, had: OnceCell::new(), held: OnceCell::new() }
    }

    /// The same for an element of which it is known that it has a shadow tree.
    pub(super) fn read_host(host: &E, within: Within, redactor: &Redactor) -> Self {
        Self { holds_tree: true, ..Self::read(host, within, redactor) }
    }

    /// True where the element has a shadow tree, or may have one: Playwright looks into open ones for what css says of its inside, and
    /// browsers do not.
    pub(super) fn holds_tree(&self) -> bool {
        self.holds_tree
    }

    /// The element itself.
    pub(super) fn element(&self) -> &E {
        &self.own.described.element
    }

    /// The element with its attributes.
    pub(super) fn cached(&self) -> &CachedElement<E> {
        &self.own
    }

    /// Its tag as css has it.
    pub(super) fn tag(&self) -> &str {
        self.own.tag()
    }

    /// The host, for an element inside a shadow tree.
    pub(super) fn host(&self) -> Option<&E> {
        self.host.as_ref()
    }

    /// True where one of the conditions above matches it.
    pub(super) fn is(&self, condition: &'static str) -> bool {
        self.matched.contains(&condition)
    }

    /// What nobody sees of it, or at least what tells it from an empty element of its tag.
    pub(super) fn own(&self) -> &[Predicate] {
        match self.own.unseen() {
            [] => self.had.get_or_init(|| self.had().into_iter().collect()),
            unseen => unseen,
        }
    }

    /// True where what stands in and beside it may be data.
    pub(super) fn is_strict(&self) -> bool {
        self.strict
    }

    fn had(&self) -> Option<Predicate> {
        let had = HAD.iter().find_map(|name| Some((*name, self.own.attribute(name)?))).map(|(name, value)| {
            let sign = SIGNS.iter().find(|sign| value.is(sign));
            sign.map_or(Predicate::Has(name), |sign| Predicate::Attribute(name, "=", (*sign).to_owned()))
        });
        had.or_else(|| self.is(HOLDS).then_some(Predicate::Holds))
    }

    /// The tag with all that is its own.
    pub(super) fn compound(&self) -> String {
        [self.tag(), &predicate::all(self.own())].concat()
    }

    /// The elements around it in the same tree, the nearest first.
    pub(super) fn around(&self) -> &[CachedElement<E>] {
        &self.around
    }

    /// The first element in it that tells by its address or name which one it is, and the same of those around it.
    pub(super) fn held(&self) -> &[Option<CachedElement<E>>] {
        self.held.get_or_init(|| {
            if self.strict {
                return Vec::new();
            }
            let held = self.element().held(TELLING, QUERY.attributes, HIGHEST);
            held.into_iter().map(|inner| inner.map(CachedElement::new)).collect()
        })
    }

    /// Where it and those around it stand among their siblings.
    pub(super) fn places(&self) -> Places {
        self.element().places(DEEPEST)
    }

    /// The first css that finds this element and no other.
    pub(super) fn first_only(&self, css: Vec<String>) -> Option<Raw> {
        if css.is_empty() { None } else { self.find(vec![search(css, 0)], u8::MAX).pop()? }
    }

    /// What the searches find, made as [`Element::first_only`] says.
    pub(super) fn find(&self, mut searches: Vec<Search>, shared: u8) -> Vec<Option<Raw>> {
        if searches.is_empty() {
            return Vec::new();
        }
        let found = self.element().first_only(&searches, shared);
        searches.iter_mut().zip(found).map(|(search, place)| Some(search.css.swap_remove(place?))).collect()
    }
}
