//! Css on a snapshot, by the crate that Servo and Firefox match selectors with.

use super::tree::{Id, Tree};
use scraper::selector::{CssLocalName, CssString, NonTSPseudoClass, PseudoElement, Simple};
use selectors::attr::{AttrSelectorOperation, CaseSensitivity, NamespaceConstraint};
use selectors::bloom::BloomFilter;
use selectors::context::{
    MatchingContext, MatchingForInvalidation, MatchingMode, NeedsSelectorFlags, QuirksMode, SelectorCaches,
};
use selectors::matching::{ElementSelectorFlags, matches_selector_list};
use selectors::parser::{ParseRelative, Parser, SelectorImpl, SelectorList, SelectorParseErrorKind};
use selectors::{Element, OpaqueElement};

/// A group of selectors, parsed.
pub struct Css(SelectorList<Simple>);

/// What browsers read and `scraper` does not: `:nth-child(1 of …)`.
struct Browser;

impl<'i> Parser<'i> for Browser {
    type Impl = Simple;
    type Error = SelectorParseErrorKind<'i>;

    fn parse_nth_child_of(&self) -> bool {
        true
    }
    fn parse_is_and_where(&self) -> bool {
        true
    }
    fn parse_has(&self) -> bool {
        true
    }
}

impl Css {
    /// `None` for what is no css.
    pub fn parse(css: &str) -> Option<Self> {
        let mut input = cssparser::ParserInput::new(css);
        SelectorList::parse(&Browser, &mut cssparser::Parser::new(&mut input), ParseRelative::No).ok().map(Self)
    }

    pub fn matches(&self, tree: &Tree, id: Id) -> bool {
        let mut caches = SelectorCaches::default();
        let mut context = MatchingContext::new(
            MatchingMode::Normal,
            None,
            &mut caches,
            QuirksMode::NoQuirks,
            NeedsSelectorFlags::No,
            MatchingForInvalidation::No,
        );
        matches_selector_list(&self.0, &Matched { tree, id }, &mut context)
    }
}

/// True where css matches the element; never for what is no css.
pub fn matches(tree: &Tree, id: Id, css: &str) -> bool {
    Css::parse(css).is_some_and(|css| css.matches(tree, id))
}

/// What css finds below a node in the same tree, in its order.
pub fn select(tree: &Tree, below: Id, css: &str) -> Vec<Id> {
    let Some(css) = Css::parse(css) else { return Vec::new() };
    tree.all(below).into_iter().filter(|&one| css.matches(tree, one)).collect()
}

#[derive(Clone)]
struct Matched<'a> {
    tree: &'a Tree,
    id: Id,
}

impl std::fmt::Debug for Matched<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "<{}>", self.tree.element(self.id).tag)
    }
}

impl<'a> Matched<'a> {
    fn at(&self, id: Id) -> Self {
        Self { id, tree: self.tree }
    }
    fn element(&self) -> &'a super::tree::Element {
        self.tree.element(self.id)
    }
    fn siblings(&self) -> Vec<Id> {
        let (parent, _) = self.tree.place(self.id);
        self.tree.elements_in(parent).collect()
    }
    fn sibling(&self, step: isize) -> Option<Self> {
        let all = self.siblings();
        let place = all.iter().position(|&one| one == self.id)?.checked_add_signed(step)?;
        all.get(place).map(|&one| self.at(one))
    }
}

type Namespace = <Simple as SelectorImpl>::NamespaceUrl;

impl Element for Matched<'_> {
    type Impl = Simple;

    fn opaque(&self) -> OpaqueElement {
        OpaqueElement::new(self.element())
    }
    fn parent_element(&self) -> Option<Self> {
        self.tree.parent(self.id).map(|parent| self.at(parent))
    }
    fn parent_node_is_shadow_root(&self) -> bool {
        self.tree.parent(self.id).is_none() && self.tree.host(self.id).is_some()
    }
    fn containing_shadow_host(&self) -> Option<Self> {
        self.tree.host(self.id).map(|host| self.at(host))
    }
    fn is_pseudo_element(&self) -> bool {
        false
    }
    fn prev_sibling_element(&self) -> Option<Self> {
        self.sibling(-1)
    }
    fn next_sibling_element(&self) -> Option<Self> {
        self.sibling(1)
    }
    fn first_element_child(&self) -> Option<Self> {
        self.tree.elements_in(self.id).next().map(|child| self.at(child))
    }
    fn is_html_element_in_html_document(&self) -> bool {
        self.element().is_html
    }
    fn has_local_name(&self, name: &CssLocalName) -> bool {
        self.element().tag == *name.0
    }
    fn has_namespace(&self, _: &Namespace) -> bool {
        true
    }
    fn is_same_type(&self, other: &Self) -> bool {
        self.element().tag == other.element().tag && self.element().is_html == other.element().is_html
    }
    fn attr_matches(
        &self,
        _: &NamespaceConstraint<&Namespace>,
        name: &CssLocalName,
        operation: &AttrSelectorOperation<&CssString>,
    ) -> bool {
        self.element().attribute(&name.0).is_some_and(|value| operation.eval_str(value))
    }
    fn match_non_ts_pseudo_class(&self, class: &NonTSPseudoClass, _: &mut MatchingContext<Simple>) -> bool {
        match *class {}
    }
    fn match_pseudo_element(&self, element: &PseudoElement, _: &mut MatchingContext<Simple>) -> bool {
        match *element {}
    }
    fn apply_selector_flags(&self, _: ElementSelectorFlags) {}
    fn is_link(&self) -> bool {
        matches!(self.element().tag.as_str(), "a" | "area") && self.element().attribute("href").is_some()
    }
    fn is_html_slot_element(&self) -> bool {
        self.element().is_html && self.element().tag == "slot"
    }
    fn has_id(&self, id: &CssLocalName, case: CaseSensitivity) -> bool {
        self.element().attribute("id").is_some_and(|own| case.eq(own.as_bytes(), id.0.as_bytes()))
    }
    fn has_class(&self, name: &CssLocalName, case: CaseSensitivity) -> bool {
        let classes = self.element().attribute("class").unwrap_or_default();
        classes.split_ascii_whitespace().any(|own| case.eq(own.as_bytes(), name.0.as_bytes()))
    }
    fn has_custom_state(&self, _: &CssLocalName) -> bool {
        false
    }
    fn imported_part(&self, _: &CssLocalName) -> Option<CssLocalName> {
        None
    }
    fn is_part(&self, _: &CssLocalName) -> bool {
        false
    }
    fn is_empty(&self) -> bool {
        self.tree.children(self.id).iter().all(|&child| self.tree.text_of(child).is_some_and(str::is_empty))
    }
    fn is_root(&self) -> bool {
        self.tree.parent(self.id).is_none() && self.tree.host(self.id).is_none()
    }
    fn add_element_unique_hashes(&self, _: &mut BloomFilter) -> bool {
        false
    }
}
