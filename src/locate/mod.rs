//! Layer 3: ordered ways to find an element again, each checked to be unique when it is taken.

mod css;
mod fact;
mod generated;
mod nearby;
mod path;
mod score;
mod text;

use crate::element::Element;
use crate::redact::{Raw, Redacted, Redactor};
use score::Score;
use text::Named;

/// A way to find an element: the outer list pierces shadow roots, the host first.
pub type Selector = Vec<Redacted>;

/// One way inside the element's own tree.
struct Candidate {
    text: Raw,
    score: Score,
    /// It holds text that the page shows, and not structure alone.
    carries_text: bool,
}

/// The candidates of one element, the best first.
#[derive(Default)]
struct Candidates(Vec<Candidate>);

impl Candidates {
    fn add(&mut self, score: Score, carries_text: bool, text: Option<Raw>) {
        let Some(text) = text.filter(|text| self.0.iter().all(|other| !other.text.same(text))) else { return };
        let at = self.0.iter().position(|other| other.score < score).unwrap_or(self.0.len());
        self.0.insert(at, Candidate { text, score, carries_text });
    }

    /// True where one is at least as good.
    fn has(&self, score: Score) -> bool {
        self.0.first().is_some_and(|best| best.score >= score)
    }
}

/// The element's selectors, those first that last longest by the table of scores.
/// `masked`: a privacy marker hides the element's text, so that no selector may carry it.
pub fn selectors<E: Element>(element: &E, masked: bool, redactor: &mut Redactor) -> Vec<Selector> {
    let Some(hosts) = host_chain(element, redactor) else {
        return Vec::new();
    };
    let mut list: Vec<Selector> = Vec::new();
    for candidate in candidates(element, hosts.is_empty()).0 {
        if let Some(text) = redactor.selector(&candidate.text, candidate.carries_text, masked) {
            let mut selector = hosts.clone();
            selector.push(text);
            list.push(selector);
        }
    }
    if !hosts.is_empty()
        && let Some(css) = list.first().and_then(|first| first.last())
    {
        let pierced = Raw::new(["pierce/", css.as_str()].concat());
        if element.is_only_pierced(&Raw::new(css.as_str()))
            && let Some(pierced) = redactor.selector(&pierced, false, masked)
        {
            list.push(vec![pierced]);
        }
    }
    list
}

/// Css of each shadow host around the element, the outermost first; `None` where one cannot be named.
fn host_chain<E: Element>(element: &E, redactor: &mut Redactor) -> Option<Vec<Redacted>> {
    let mut chain = Vec::new();
    let mut inner = element.clone();
    while let Some(host) = inner.host() {
        let mut found = Candidates::default();
        by_css(&host, &mut found);
        let css = &found.0.first()?.text;
        chain.insert(0, redactor.selector(css, false, false)?);
        inner = host;
    }
    Some(chain)
}

fn candidates<E: Element>(element: &E, in_document: bool) -> Candidates {
    let mut list = Candidates::default();
    by_css(element, &mut list);
    // The accessibility tree, xpath and text search of a replay start at the document and do not enter shadow trees.
    if in_document && let Some(named) = Named::of(element) {
        list.add(score::ROLE_AND_NAME, true, named.by_role(element));
        let text = named.by_text(element);
        if text.is_none() {
            list.add(score::TEXT_INSIDE, true, named.by_text_inside(element));
        }
        list.add(score::TEXT, true, text);
    }
    list
}

fn by_css<E: Element>(element: &E, list: &mut Candidates) {
    list.add(score::TEST_ID, false, fact::test_id(element).and_then(|css| nearby::only(element, css)));
    list.add(score::ADDRESS, false, nearby::by_own(element));
    list.add(score::ID, false, nearby::by_id(element));
    list.add(score::CLASS, false, nearby::by_class(element));
    if !list.has(score::ADDRESS_NEARBY) {
        list.add(score::ADDRESS_NEARBY, false, nearby::by_nearby(element));
    }
    if !list.has(score::ID) {
        list.add(score::ID_AROUND, false, nearby::by_id_around(element));
    }
    if !list.has(score::CLASS) {
        list.add(score::CLASS_AROUND, false, nearby::by_class_around(element));
    }
    // A path leads to a neighbour when the page is put in another order: only for want of something better.
    if !list.has(score::ADDRESS_NEARBY) {
        list.add(score::PATH, false, path::path(element));
    }
}
