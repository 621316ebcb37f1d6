//! Layer 4: ordered ways to find an element again, each checked to be unique when it is taken.

mod anchor;
mod cached_element;
mod css;
mod generated;
mod nearby;
mod own;
mod path;
mod predicate;
mod readable;
mod score;
mod state;
mod text;
mod xpath;

use crate::element::Element;
use crate::redact::{Raw, Redacted, Redactor};
pub use cached_element::Within;
use cached_element::{CachedTarget, search};
pub use readable::difficulty;
use score::Stability;
use text::{Named, Shown};

/// A way to find an element: the outer list pierces shadow roots, the host first.
pub type Selector = Vec<Redacted>;

/// One way inside the element's own tree.
struct Candidate {
    text: Raw,
    stability: Stability,
    /// It holds text that the page shows, and not structure alone.
    carries_text: bool,
}

impl Candidate {
    /// What the list is ordered by, low first: how hard it is to read, then how soon it breaks. A name with a number in it counts or
    /// dates something, so it stands no higher than css.
    fn order(&self) -> u32 {
        let numbered = self.carries_text && self.stability.depends_on & score::NUMBER != 0;
        let least = if numbered { readable::CSS } else { 0 };
        u32::from(difficulty(self.text.expose()).max(least)) << 16 | self.stability.weakness()
    }
}

/// The candidates of one element, the best first.
#[derive(Default)]
struct Candidates(Vec<Candidate>);

impl Candidates {
    fn add(&mut self, stability: Stability, carries_text: bool, text: Option<Raw>) {
        let Some(text) = text.filter(|text| self.0.iter().all(|other| !other.text.same(text))) else { return };
        let one = Candidate { text, stability, carries_text };
        let order = one.order();
        let at = self.0.iter().position(|other| other.order() > order).unwrap_or(self.0.len());
        self.0.insert(at, one);
    }

    /// Adds what is found by css of these kinds, each only where it outlasts a change of the page that breaks all before it.
    fn add_found<E: Element>(&mut self, target: &CachedTarget<E>, kinds: &[Kind<E>]) {
        let (mut searches, mut made) = (Vec::new(), Vec::new());
        for kind in kinds.iter().filter(|kind| self.wants(kind.stability)) {
            let css = (kind.css)(target);
            if !css.is_empty() {
                searches.push(search(css, kind.stability.depends_on));
                made.push(kind);
            }
        }
        let found = target.find(searches, self.shared_dependencies());
        for (kind, css) in made.into_iter().zip(found) {
            self.add(kind.stability, kind.carries_text, css.map(kind.written));
        }
    }

    /// The kinds of page change that break all of them, as bits; every bit where there are none.
    fn shared_dependencies(&self) -> u8 {
        self.0.iter().fold(u8::MAX, |all, one| all & one.stability.depends_on)
    }

    /// True where a change that breaks all of them would not break one of this stability.
    fn wants(&self, stability: Stability) -> bool {
        self.shared_dependencies() & !stability.depends_on != 0
    }

    /// True where there is one that a test author would write.
    fn has_readable(&self) -> bool {
        self.0.iter().any(|one| difficulty(one.text.expose()) < readable::CSS)
    }

    /// True where there is one that no such change breaks.
    fn has_lasting(&self) -> bool {
        self.0.iter().any(|one| one.stability.depends_on == 0)
    }
}

/// The element's selectors, those first that are read most easily, and of these those that last longest by the table of scores.
/// `masked`: a privacy marker hides the element's text, so that no selector may carry it.
pub fn selectors<E: Element>(element: &E, masked: bool, redactor: &mut Redactor) -> Vec<Selector> {
    selectors_within(element, Within { repeated: 0, hidden: masked }, redactor)
}

/// The same for an element in repeated things.
pub fn selectors_within<E: Element>(element: &E, within: Within, redactor: &mut Redactor) -> Vec<Selector> {
    element.start_looking();
    let target = CachedTarget::read(element, within, redactor);
    let Some(hosts) = host_chain(&target, redactor) else {
        return Vec::new();
    };
    let mut list: Vec<Selector> = Vec::new();
    let hidden = |candidate: &Candidate| within.hidden && candidate.carries_text;
    for candidate in candidates(&target, hosts.is_empty(), within, redactor).0.iter().filter(|one| !hidden(one)) {
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
fn host_chain<E: Element>(target: &CachedTarget<E>, redactor: &mut Redactor) -> Option<Vec<Redacted>> {
    let mut chain = Vec::new();
    // Whether a host is one of many was not judged: what may be data there is left out.
    let within = Within { repeated: usize::MAX, hidden: redactor.judges() };
    let mut host = target.host().map(|host| CachedTarget::read_host(host, within, redactor));
    while let Some(inner) = host {
        let found = candidates(&inner, false, within, redactor);
        let css = &found.0.first()?.text;
        chain.insert(0, redactor.selector(css, false)?);
        host = inner.host().map(|host| CachedTarget::read_host(host, within, redactor));
    }
    Some(chain)
}

/// One kind of selector that is written in css.
struct Kind<E> {
    stability: Stability,
    /// As of a candidate.
    carries_text: bool,
    /// The css that is tried, in this order.
    css: fn(&CachedTarget<E>) -> Vec<String>,
    /// How that is written which was found to be unique.
    written: fn(Raw) -> Raw,
}

impl<E: Element> Kind<E> {
    const fn new(stability: Stability, css: fn(&CachedTarget<E>) -> Vec<String>) -> Self {
        Self { stability, carries_text: false, css, written: |css| css }
    }

    /// An id that a person chose.
    const ID: Self = Self::new(score::BY_ID, nearby::by_id);
    /// What nobody sees of something near the element.
    const NEARBY: Self = Self::new(score::BY_ADDRESS_NEARBY, nearby::by_nearby);
    /// What the page's scripts know the element by.
    const HOOK: Self = Self { carries_text: true, ..Self::new(score::BY_HOOK, nearby::by_hook) };
    /// What a redesign changes, the most lasting first.
    const OTHERS: [Self; 9] = [
        Self::ID,
        Self::new(score::BY_WHOLE_ADDRESS, nearby::by_whole_address),
        Self::new(score::BY_FRAGMENT, nearby::by_fragment),
        Self::new(score::BY_KIND, nearby::by_kind),
        Self::new(score::BY_ID_AROUND, nearby::by_id_around),
        // It finds nothing, and not a neighbour, once a sibling has the class too.
        Self { written: |css| Raw::new(css::alone(css.expose())), ..Self::new(score::BY_CLASS, nearby::by_class) },
        Self::new(score::BY_CLASS_AROUND, nearby::by_class_around),
        Self::new(score::BY_MADE_UP_CLASS, |target| nearby::by_made_up(target, "class")),
        Self::new(score::BY_MADE_UP_ID, |target| nearby::by_made_up(target, "id")),
    ];
}

fn candidates<E: Element>(
    target: &CachedTarget<E>,
    in_document: bool,
    within: Within,
    redactor: &Redactor,
) -> Candidates {
    // A text that will not be told is no reason to look for nothing else.
    let told = !(redactor.masks_all() || within.hidden);
    let element = target.element();
    let mut list = Candidates::default();
    if let Some(test_id) = own::test_id(target.cached()) {
        list.add(score::BY_TEST_ID, false, target.first_only(vec![test_id]));
    }
    list.add(score::BY_ADDRESS, false, target.first_only(nearby::by_own(target)));
    // The accessibility tree, xpath and text search of a replay start at the document and do not enter shadow trees.
    if in_document && told {
        let named = Named::of(element);
        if let Some(named) = &named {
            list.add(named.stability(), true, named.by_role(target));
        }
        if !list.has_readable() {
            let by_name = named.as_ref().and_then(|named| Shown::name(named).selector(target));
            // What nobody has judged may be data.
            let text = || Shown::text(element).filter(|text| !target.is_strict() || redactor.is_own(text.raw()));
            if let Some((stability, text)) = by_name.or_else(|| text()?.selector(target)) {
                list.add(stability, true, Some(text));
            }
        }
    }
    if !list.has_readable() {
        list.add_found(target, &[Kind::ID]);
    }
    if told && let Some(title) = own::frame_title(target.cached()) {
        list.add(score::BY_NAME, true, target.first_only(vec![title]));
    }
    list.add_found(target, &[Kind::NEARBY]);
    if told && (!target.is_strict() || within.repeated == 0) {
        list.add_found(target, &[Kind::HOOK]);
    }
    if in_document && !list.has_lasting() {
        for (stability, xpath) in anchor::by_anchors(target, list.shared_dependencies() == 0, within, redactor) {
            let carries_text = stability.depends_on & score::TEXT != 0;
            if (told || !carries_text) && (stability.depends_on == 0 || list.wants(stability)) {
                list.add(stability, carries_text, Some(xpath));
            }
        }
    }
    list.add_found(target, &Kind::OTHERS);
    if list.0.is_empty() {
        // The last way is looked at in any case.
        element.start_looking();
    }
    if list.wants(score::BY_PATH) {
        list.add(score::BY_PATH, false, path::path(target));
    }
    list
}
