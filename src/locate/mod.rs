//! Layer 4: ordered ways to find an element again, each checked to be unique when it is taken.

mod beside;
mod css;
mod fact;
mod generated;
mod known;
mod nearby;
mod path;
mod score;
mod text;
mod xpath;

use crate::element::Element;
use crate::redact::{Raw, Redacted, Redactor};
use known::Known;
use score::Worth;
use text::Named;

/// A way to find an element: the outer list pierces shadow roots, the host first.
pub type Selector = Vec<Redacted>;

/// One way inside the element's own tree.
struct Candidate {
    text: Raw,
    worth: Worth,
    /// It holds text that the page shows, and not structure alone.
    carries_text: bool,
}

/// The candidates of one element, the best first.
#[derive(Default)]
struct Candidates(Vec<Candidate>);

impl Candidates {
    fn add(&mut self, worth: Worth, carries_text: bool, text: Option<Raw>) {
        let Some(text) = text.filter(|text| self.0.iter().all(|other| !other.text.same(text))) else { return };
        let at = self.0.iter().position(|other| other.worth.rank() < worth.rank()).unwrap_or(self.0.len());
        self.0.insert(at, Candidate { text, worth, carries_text });
    }

    /// Adds css without text, if it stands where all others fall with one change of the page.
    fn add_if_wanted(&mut self, worth: Worth, css: impl FnOnce() -> Option<Raw>) {
        if self.wants(worth) {
            self.add(worth, false, css());
        }
    }

    /// What fells them all, as bits; each bit is set where there are none.
    fn fall_with(&self) -> u8 {
        self.0.iter().fold(u8::MAX, |all, one| all & one.worth.leans)
    }

    /// True where something fells all, but not one of this worth.
    fn wants(&self, worth: Worth) -> bool {
        self.fall_with() & !worth.leans != 0
    }

    /// True where there is one that no such change fells.
    fn has_lasting(&self) -> bool {
        self.0.iter().any(|one| one.worth.leans == 0)
    }
}

/// The element's selectors, those first that last longest by the table of scores.
/// `masked`: a privacy marker hides the element's text, so that no selector may carry it.
pub fn selectors<E: Element>(element: &E, masked: bool, redactor: &mut Redactor) -> Vec<Selector> {
    element.start_looking();
    let Some(hosts) = host_chain(element, redactor) else {
        return Vec::new();
    };
    let mut list: Vec<Selector> = Vec::new();
    let hidden = |candidate: &Candidate| masked && candidate.carries_text;
    for candidate in candidates(element, hosts.is_empty()).0.iter().filter(|one| !hidden(one)) {
        if let Some(text) = redactor.selector(&candidate.text, candidate.carries_text) {
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
            && let Some(pierced) = redactor.selector(&pierced, false)
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
        let found = candidates(&host, false);
        let css = &found.0.first()?.text;
        chain.insert(0, redactor.selector(css, false)?);
        inner = host;
    }
    Some(chain)
}

fn candidates<E: Element>(element: &E, in_document: bool) -> Candidates {
    let known = &Known::new(element.clone());
    let mut list = Candidates::default();
    list.add(score::BY_TEST_ID, false, fact::test_id(element).and_then(|css| known.only(css)));
    list.add(score::BY_ADDRESS, false, nearby::by_own(known));
    // The accessibility tree, xpath and text search of a replay start at the document and do not enter shadow trees.
    if in_document && let Some(named) = Named::of(element) {
        list.add(named.worth(), true, named.by_role(element));
        if !list.has_lasting() {
            let text = named.by_text(element);
            if text.is_none() {
                list.add(score::BY_TEXT_INSIDE, true, named.by_text_inside(element));
            }
            list.add(score::BY_TEXT, true, text);
        }
    }
    if !list.has_lasting() {
        list.add(score::BY_ADDRESS_NEARBY, false, nearby::by_nearby(known));
    }
    if !list.has_lasting() {
        list.add(score::BY_HOOK, true, nearby::by_hook(known));
    }
    if in_document && !list.has_lasting() {
        for (worth, xpath) in beside::by_neighbours(known, list.fall_with() == 0) {
            if worth.leans == 0 || list.wants(worth) {
                list.add(worth, worth.leans & score::TEXT != 0, Some(xpath));
            }
        }
    }
    list.add_if_wanted(score::BY_ID, || nearby::by_id(known));
    list.add_if_wanted(score::BY_WHOLE_ADDRESS, || nearby::by_whole_address(known));
    list.add_if_wanted(score::BY_FRAGMENT, || nearby::by_fragment(known));
    list.add_if_wanted(score::BY_KIND, || nearby::by_kind(known));
    list.add_if_wanted(score::BY_ID_AROUND, || nearby::by_id_around(known));
    list.add_if_wanted(score::BY_CLASS, || nearby::by_class(known));
    list.add_if_wanted(score::BY_CLASS_AROUND, || nearby::by_class_around(known));
    list.add_if_wanted(score::BY_MADE_UP_CLASS, || nearby::by_made_up(known, "class"));
    list.add_if_wanted(score::BY_MADE_UP_ID, || nearby::by_made_up(known, "id"));
    if list.0.is_empty() {
        // The last way is looked at in any case.
        element.start_looking();
    }
    list.add_if_wanted(score::BY_PATH, || path::path(known));
    list
}
