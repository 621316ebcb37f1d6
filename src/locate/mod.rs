//! Layer 3: ordered ways to find an element again, each checked to be unique when it is taken.

mod css;
mod generated;

use crate::element::{Element, Node};
use crate::redact::{Raw, Redacted, Redactor};
use crate::role::{lasting_name, role, selector_for};

/// Attributes that teams set for tests, in order of preference.
const TEST_IDS: &[&str] = &["data-testid", "data-test-id", "data-test", "data-cy", "data-qa"];
/// How many elements of one role are compared by name before the name is left out as unchecked.
const MOST_NAMED: u32 = 300;
/// Longest name, in characters, that makes a selector.
const LONGEST_NAME: usize = 120;

/// A way to find an element: the outer list pierces shadow roots, the host first.
pub type Selector = Vec<Redacted>;

/// One candidate inside its own tree.
struct Candidate {
    text: Raw,
    /// It holds text that the page shows, and not structure alone.
    carries_text: bool,
}

/// The element's selectors, the best first: test id, role and name, css, xpath, text, piercing css.
/// `masked`: a privacy marker hides the element's text, so that no selector may carry it.
pub fn selectors<E: Element>(element: &E, masked: bool, redactor: &mut Redactor) -> Vec<Selector> {
    let Some(hosts) = host_chain(element, redactor) else {
        return Vec::new();
    };
    let mut list: Vec<Selector> = Vec::new();
    for candidate in candidates(element, hosts.is_empty()) {
        if let Some(text) = redactor.selector(&candidate.text, candidate.carries_text, masked) {
            let mut selector = hosts.clone();
            selector.push(text);
            if !list.contains(&selector) {
                list.push(selector);
            }
        }
    }
    if !hosts.is_empty() {
        list.extend(piercing(element, redactor).map(|text| vec![text]));
    }
    list
}

/// `pierce/` with css that finds the element alone in the document and all its open shadow trees.
fn piercing<E: Element>(element: &E, redactor: &mut Redactor) -> Option<Redacted> {
    let css = css::best(element)?;
    let found = element.is_only_pierced(&css);
    found.then(|| redactor.selector(&Raw::new(format!("pierce/{}", css.expose())), false, false))?
}

/// Css of each shadow host around the element, the outermost first; `None` where one cannot be named.
fn host_chain<E: Element>(element: &E, redactor: &mut Redactor) -> Option<Vec<Redacted>> {
    let mut chain = Vec::new();
    let mut inner = element.clone();
    while let Some(host) = inner.host() {
        let css = css::best(&host)?;
        chain.insert(0, redactor.selector(&css, false, false)?);
        inner = host;
    }
    Some(chain)
}

fn candidates<E: Element>(element: &E, in_document: bool) -> Vec<Candidate> {
    let mut list = Vec::new();
    let mut add = |text: Option<Raw>, carries_text| list.extend(text.map(|text| Candidate { text, carries_text }));
    add(test_id(element), false);
    // Replay looks for roles and names in the document's tree alone: in a shadow root puppeteer 25 finds none.
    if in_document {
        add(by_role_and_name(element), true);
    }
    add(css::best(element), false);
    if in_document {
        add(css::xpath(element), false);
        add(by_text(element), true);
    }
    add(css::path(element), false);
    list
}

fn test_id<E: Element>(element: &E) -> Option<Raw> {
    TEST_IDS.iter().find_map(|name| {
        let value = element.attribute(name)?;
        let css = Raw::new(format!("[{name}={}]", css::quoted(value.expose())));
        element.is_only(&css).then_some(css)
    })
}

/// `aria/Name[role="button"]`, where no other element of that role has the name.
fn by_role_and_name<E: Element>(element: &E) -> Option<Raw> {
    let (own, name) = (role(element), lasting_name(element));
    let text = name.expose();
    if own == "generic"
        || text.is_empty()
        || text.chars().count() > LONGEST_NAME
        || text.contains(['[', ']', '"', '\\'])
    {
        return None;
    }
    if spaced_by_an_icon(element) {
        return None;
    }
    let others = element.all(&selector_for(own), MOST_NAMED)?;
    let only = others
        .iter()
        .all(|other| other == element || !other.rendered() || role(other) != own || !lasting_name(other).same(&name));
    only.then(|| Raw::new(format!("aria/{text}[role=\"{own}\"]")))
}

/// True where the name starts or ends beside an icon without text and a space: Chromium then leaves the space in the name
/// of its own accessibility tree (seen in 156: `<button><svg aria-hidden=true></svg> Go</button>` is " Go"), and no
/// selector by that name finds the element.
fn spaced_by_an_icon<E: Element>(element: &E) -> bool {
    let children = element.children();
    let icon_then_space = |first: Option<&Node<E>>, second: Option<&Node<E>>, at_start: bool| match (first, second) {
        (Some(Node::Element(icon)), Some(Node::Text(text))) => {
            lasting_name(icon).is_blank() && text.touches_space(at_start)
        }
        _ => false,
    };
    let mut forward = children.iter().filter(|node| !matches!(node, Node::Text(text) if text.is_blank()));
    let mut backward = children.iter().rev().filter(|node| !matches!(node, Node::Text(text) if text.is_blank()));
    icon_then_space(forward.next(), forward.next(), true) || icon_then_space(backward.next(), backward.next(), false)
}

fn by_text<E: Element>(element: &E) -> Option<Raw> {
    let name = lasting_name(element);
    let text = name.expose();
    let fits = !text.is_empty() && text.chars().count() <= LONGEST_NAME;
    (fits && element.text_is_only(&name)).then(|| Raw::new(format!("text/{text}")))
}
