//! Changes of a page that its owners make one day, as tests/bench/support/changes.mjs makes them in a browser.

use super::css;
use super::tree::{DOCUMENT, Element, Id, Tree};

/// One kind of change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Boxes are put around elements.
    Wrapped,
    /// Others of their kind come beside them.
    Inserted,
    /// What stands beside another changes places.
    Reordered,
    /// Classes get other names.
    Classes,
    /// Texts get other words.
    Texts,
}

/// Inside these only certain children may stand: nothing is wrapped there.
const STRICT: &[&str] =
    &["table", "thead", "tbody", "tfoot", "tr", "ul", "ol", "dl", "select", "colgroup", "map", "picture", "video"];
const TEXT_ATTRIBUTES: &[&str] = &["aria-label", "title", "alt", "placeholder"];
const BUTTONS: &str = "input[type=submit],input[type=button],input[type=reset]";
const SYLLABLES: &[&str] = &["ba", "ke", "li", "mo", "nu", "pra", "ste", "vi", "zo", "gru", "den", "fal"];

impl Change {
    pub const ALL: [Self; 5] = [Self::Wrapped, Self::Inserted, Self::Reordered, Self::Classes, Self::Texts];

    /// Changes the page on the way to the targets.
    pub fn apply(self, tree: &mut Tree, targets: &[Id]) {
        match self {
            Self::Wrapped => around(tree, targets).into_iter().for_each(|id| wrap(tree, id)),
            Self::Inserted => around(tree, targets).into_iter().for_each(|id| insert(tree, id)),
            Self::Reordered => reorder(tree, targets),
            Self::Classes => rename_classes(tree),
            Self::Texts => change_texts(tree),
        }
    }
}

/// The targets and everything around them, below the body or the root of a shadow tree.
fn around(tree: &Tree, targets: &[Id]) -> Vec<Id> {
    let mut found = Vec::new();
    for &target in targets {
        for id in tree.up(target).take_while(|&id| !matches!(tree.element(id).tag.as_str(), "body" | "html")) {
            if !found.contains(&id) {
                found.push(id);
            }
        }
    }
    found
}

fn wrap(tree: &mut Tree, id: Id) {
    let inside_strict = tree.parent(id).is_none_or(|parent| STRICT.contains(&tree.element(parent).tag.as_str()));
    if inside_strict || !tree.element(id).is_html || drawn(id, "wrap") < 0.5 {
        return;
    }
    let mut around = Element::beside("div", tree.element(id));
    around.set_style(tree.block());
    tree.wrap(id, around);
}

fn insert(tree: &mut Tree, id: Id) {
    let element = tree.element(id);
    let mut other = Element::beside(&element.tag, element);
    other.attributes.extend(element.attribute("class").map(|class| ("class".to_owned(), class.to_owned())));
    let (parent, place) = tree.place(id);
    let place = if drawn(id, "insert") < 0.5 { place } else { place + 1 };
    let new = tree.insert(parent, place, other.clone());
    tree.append_text(new, "New entry");
    if drawn(id, "twice") < 0.5 {
        let (parent, place) = tree.place(id);
        let new = tree.insert(parent, place, other);
        tree.append_text(new, "New entry");
    }
}

fn reorder(tree: &mut Tree, targets: &[Id]) {
    let mut parents: Vec<Id> = around(tree, targets).into_iter().map(|id| tree.place(id).0).collect();
    parents.sort_unstable();
    parents.dedup();
    for parent in parents {
        let before: Vec<Id> = tree.elements_in(parent).collect();
        let mut after = before.clone();
        after.sort_by(|&one, &other| drawn(one, "order").total_cmp(&drawn(other, "order")));
        if before == after {
            after.reverse();
        }
        tree.reorder(parent, &after);
    }
}

fn rename_classes(tree: &mut Tree) {
    for id in tree.everything() {
        let Some(class) = tree.get_mut(id).and_then(|element| element.attribute_mut("class")) else { continue };
        let renamed = |word: &str| format!("n{:x}", hash(&["name ", word].concat()));
        *class = class.split_ascii_whitespace().map(renamed).collect::<Vec<_>>().join(" ");
    }
}

fn change_texts(tree: &mut Tree) {
    let buttons = css::select(tree, DOCUMENT, BUTTONS);
    for id in tree.everything() {
        if let Some(text) = tree.text_mut(id) {
            *text = other_words(text);
        } else if let Some(element) = tree.get_mut(id) {
            let attributes = TEXT_ATTRIBUTES.iter().chain(buttons.contains(&id).then_some(&"value"));
            for name in attributes {
                if let Some(value) = element.attribute_mut(name) {
                    *value = other_words(value);
                }
            }
        }
    }
}

/// The text with another word in the place of each; the same for the same.
fn other_words(text: &str) -> String {
    let mut out = String::new();
    let mut word = String::new();
    for c in text.chars().chain(['\0']) {
        if c.is_alphabetic() {
            word.push(c);
            continue;
        }
        let syllables = if word.is_empty() { 0 } else { (word.chars().count() / 3).max(2) };
        for at in 0..syllables {
            out.push_str(SYLLABLES[hash(&format!("{word} {at}")) as usize % SYLLABLES.len()]);
        }
        word.clear();
        if c != '\0' {
            out.push(c);
        }
    }
    out
}

/// A number in [0, 1) that depends on the element and the word alone.
fn drawn(id: Id, word: &str) -> f64 {
    f64::from(hash(&format!("{id} {word}"))) / f64::from(u32::MAX)
}

/// FNV-1a, its bits mixed once more (https://en.wikipedia.org/wiki/Fowler-Noll-Vo_hash_function).
fn hash(text: &str) -> u32 {
    let fnv = text.bytes().fold(2_166_136_261u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(16_777_619));
    let mixed = (fnv ^ (fnv >> 15)).wrapping_mul(2_246_822_507);
    (mixed ^ (mixed >> 13)).wrapping_mul(3_266_489_909) ^ (mixed >> 16)
}
