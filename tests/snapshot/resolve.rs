//! Finds elements of a snapshot by a selector as `@puppeteer/replay` does: css, xpath, text, pierce, and role and name.

use super::element::SnapshotElement;
use super::tree::{DOCUMENT, Id, Tree};
use super::{Page, css, exposed, find, forms, xpath};
use overt::element::Element;
use overt::role::{accessible_name, role};
use std::rc::Rc;

/// All elements that the selector finds in the page of `of`, the first of which a replay acts on.
pub fn resolve(of: &SnapshotElement, selector: &[String]) -> Vec<SnapshotElement> {
    let page = of.page();
    let mut found = vec![DOCUMENT];
    for (at, part) in selector.iter().enumerate() {
        let below = |root: Id| if at == 0 { root } else { page.tree.shadow(root).unwrap_or(root) };
        found = found.into_iter().flat_map(|root| query(page, below(root), part)).collect();
    }
    found.into_iter().map(|id| SnapshotElement::new(page, id)).collect()
}

fn query(page: &Rc<Page>, below: Id, part: &str) -> Vec<Id> {
    let tree = &page.tree;
    match part.split_once('/') {
        Some(("xpath", path)) => page.xpath.get_or_init(|| xpath::Document::new(tree)).find(path),
        Some(("text", text)) => by_text(tree, below, text),
        Some(("pierce", css)) => find::pierced(tree, below, css),
        Some(("aria", wanted)) => by_role(page, wanted),
        _ => css::select(tree, below, part),
    }
}

/// `Name[role="button"]`.
fn by_role(page: &Rc<Page>, wanted: &str) -> Vec<Id> {
    let wanted = wanted.strip_suffix("\"]").and_then(|wanted| wanted.rsplit_once("[role=\""));
    let Some((name, role)) = wanted else { return Vec::new() };
    let all = page.named.get_or_init(|| named(page)).iter();
    all.filter(|one| one.role == role && one.name == name).map(|one| one.id).collect()
}

/// An element that the browser's accessibility tree has: it is drawn, and not hidden from that.
pub struct Named {
    id: Id,
    role: &'static str,
    name: String,
}

fn named(page: &Rc<Page>) -> Vec<Named> {
    let all = find::pierced(&page.tree, DOCUMENT, "*").into_iter().map(|id| SnapshotElement::new(page, id));
    let seen = all.filter(|element| element.rendered() && element.closest("[aria-hidden=true]").is_none());
    let named = |element: SnapshotElement| {
        let name = exposed(&accessible_name(&element))?;
        Some(Named { id: element.id(), role: role(&element), name })
    };
    seen.filter_map(named).collect()
}

/// The smallest elements with the text in them, or in what a field holds. As Puppeteer's search it looks into a shadow tree in the place
/// of what its host holds.
fn by_text(tree: &Tree, below: Id, text: &str) -> Vec<Id> {
    let inside = tree.shadow(below).unwrap_or(below);
    let smaller: Vec<Id> = tree.elements_in(inside).flat_map(|child| by_text(tree, child, text)).collect();
    if !smaller.is_empty() {
        return smaller;
    }
    let Some(element) = tree.get(below) else { return Vec::new() };
    let full = match element.tag.as_str() {
        "script" | "style" | "head" => return Vec::new(),
        "input" | "textarea" | "select" => forms::value(tree, below).unwrap_or_default(),
        _ => tree.text(below) + &tree.shadow(below).map(|shadow| tree.text(shadow)).unwrap_or_default(),
    };
    if full.contains(text) { vec![below] } else { Vec::new() }
}
