//! What stands around a target in its observation: the described name of one that has no name, and the row or section of one of many.

use super::observed::Observed;
use crate::redact::{Piece, Redacted, pieces};
use crate::trace::{Container, Context, Observation, Step};
use std::collections::HashMap;

/// Longest described name, in bytes.
const LONGEST: usize = 80;
/// How many boxes around a target may have its label beside them.
const HIGHEST: usize = 3;
/// How many lines an element may hold that is described by the first text in it: more is a part of the page, where that says little.
const MOST_INSIDE: usize = 8;
/// Roles whose text is what the person typed or chose.
const FIELDS: &[&str] = &["combobox", "listbox", "searchbox", "slider", "spinbutton", "textbox"];
/// Roles whose label stands behind them.
const MARKS: &[&str] = &["checkbox", "radio", "switch"];
/// Other roles that a label beside them belongs to.
const CONTROLS: &[&str] = &["button", "link", "menuitem", "option", "tab", "treeitem"];
const CELLS: &[&str] = &["cell", "gridcell"];
/// What a page repeats.
const ITEMS: &[&str] = &["row", "listitem", "article", "treeitem", "option"];
/// What has a name of its own.
const SECTIONS: &[&str] =
    &["alertdialog", "dialog", "form", "group", "navigation", "radiogroup", "region", "tabpanel", "toolbar"];

/// Adds to the targets what their observations tell of them.
pub(super) fn add(steps: &mut [Step], observations: &[Observation]) {
    let texts: HashMap<&str, &Redacted> = observations.iter().map(|one| (one.id.as_str(), &one.text)).collect();
    let mut read: HashMap<String, Observed> = HashMap::new();
    for Step { target, observation, .. } in steps {
        let (Some(target), Some(named)) = (target, observation) else { continue };
        let (Some(&text), Some(reference)) = (texts.get(named.id.as_str()), &named.reference) else { continue };
        let observed = read.entry(named.id.clone()).or_insert_with(|| Observed::read(text));
        target.context = observed.find(reference).and_then(|at| context(!target.name.is_empty(), observed, at));
    }
}

fn context(named: bool, observed: &Observed, at: usize) -> Option<Box<Context>> {
    let described = if named { Redacted::default() } else { described(observed, at) };
    let one_of_many = observed.places().filter(|&other| observed.is_like(at, other)).nth(1).is_some();
    let within = if one_of_many { container(observed, at) } else { None };
    let tells = !described.is_empty() || within.is_some();
    tells.then(|| Box::new(Context { described, within }))
}

/// The text in it, or what stands as its label; empty where there is neither.
fn described(observed: &Observed, at: usize) -> Redacted {
    let role = observed.line(at).role;
    let own = || {
        let all = observed.with_inside(at);
        let is_small = all.len() <= MOST_INSIDE || SECTIONS.contains(&role);
        is_small.then_some(all)?.find_map(|inside| words(observed, inside))
    };
    let behind = || {
        let next = observed.siblings(at).find(|&next| next > at)?;
        words(observed, next).filter(|_| !has_control(observed, next))
    };
    let found = match role {
        _ if FIELDS.contains(&role) => None,
        _ if MARKS.contains(&role) => behind(),
        _ => own(),
    };
    let text = found.or_else(|| before(observed, at)).unwrap_or_default();
    text.shortened(LONGEST)
}

/// What stands beside or above it: the head of its column, else the nearest text before it that is no other control's.
fn before(observed: &Observed, at: usize) -> Option<Redacted> {
    let boxes = std::iter::once(at).chain(observed.around(at)).take(HIGHEST + 1);
    for inner in boxes {
        if CELLS.contains(&observed.line(inner).role)
            && let Some(head) = column_head(observed, inner)
        {
            return Some(head);
        }
        let earlier: Vec<usize> = observed.siblings(inner).take_while(|&one| one < inner).collect();
        for &one in earlier.iter().rev() {
            if has_control(observed, one) {
                return None;
            }
            if let Some(text) = observed.with_inside(one).find_map(|inside| words(observed, inside)) {
                return Some(text);
            }
        }
    }
    None
}

/// What the head of the cell's column says.
fn column_head(observed: &Observed, cell: usize) -> Option<Redacted> {
    let column = observed.siblings(cell).position(|one| one == cell)?;
    let row = observed.parent(cell)?;
    let table =
        observed.around(row).find(|&around| matches!(observed.line(around).role, "table" | "grid" | "treegrid"))?;
    let heads = observed.with_inside(table).find(|&one| observed.line(one).role == "columnheader")?;
    let head = observed.siblings(heads).nth(column)?;
    (observed.parent(heads) != Some(row)).then(|| words(observed, head)).flatten()
}

fn has_control(observed: &Observed, at: usize) -> bool {
    let is_control = |role| [FIELDS, MARKS, CONTROLS].iter().any(|roles| roles.contains(&role));
    observed.with_inside(at).any(|inside| is_control(observed.line(inside).role))
}

/// The name or the text of a line, without what ends a label; `None` where no word in it was kept.
fn words(observed: &Observed, at: usize) -> Option<Redacted> {
    let tells = |text: &Redacted| {
        let kept = |piece| matches!(piece, Piece::Kept(text) if text.chars().any(char::is_alphabetic));
        pieces(text.as_str()).into_iter().any(kept)
    };
    [observed.name(at), observed.text(at)]
        .into_iter()
        .find(tells)
        .map(|text| text.without_ending(&[':', '*', ' ', '：']))
}

/// The nearest item or named section around it that none of its like stands in.
fn container(observed: &Observed, at: usize) -> Option<Container> {
    observed.around(at).find_map(|around| {
        let role = observed.line(around).role;
        let alone = observed.with_inside(around).filter(|&one| observed.is_like(at, one)).count() == 1;
        let name = match role {
            _ if !alone => None,
            _ if ITEMS.contains(&role) => naming(observed, around, at),
            _ if SECTIONS.contains(&role) => Some(observed.name(around)).filter(|name| !name.is_empty()),
            _ => None,
        };
        Some(Container { role: role.to_owned(), name: name?.shortened(LONGEST) })
    })
}

/// The name of an item, or the first text in it that no item beside it has, and that is not the target's.
fn naming(observed: &Observed, item: usize, target: usize) -> Option<Redacted> {
    let name = observed.name(item);
    if !name.is_empty() {
        return Some(name);
    }
    let texts = |at: usize| {
        let inside = observed.with_inside(at).filter(|&one| !observed.is_like(target, one));
        inside.flat_map(|one| [observed.name(one), observed.text(one)]).filter(|text| !text.is_empty())
    };
    let others: Vec<Redacted> = observed.siblings(item).filter(|&one| one != item).flat_map(texts).collect();
    texts(item).find(|text| !others.contains(text))
}
