//! Texts and names of a snapshot that tell an element from others, as extension/content/find.js judges them in a page.
//! What bounds the work there on a large page is left out: snapshots are small.

use super::css;
use super::forms;
use super::tree::{DOCUMENT, Id, Tree};

/// A text that stands more often tells nothing.
pub const MOST_TIMES: usize = 4;
/// What is named by an attribute or a label, and what lends its name to the element around it.
const NAMED: &str = "input,select,textarea,button,output,[aria-label],[aria-labelledby],[title],[alt]";
const NAMED_OTHERWISE: &str =
    "input,select,textarea,button,output,[aria-label],[aria-labelledby],[title],[alt],[value]";
const LENDING: &str = "[aria-label],[aria-labelledby],[title],[alt],[value]";
const NAMING: &[&str] = &["aria-label", "title", "alt", "value", "placeholder"];
/// Words of a state in the attributes by which a page's scripts know an element.
const STATES: &[&str] = &[
    "true", "false", "open", "opened", "closed", "on", "off", "yes", "no", "active", "inactive", "hidden", "visible",
    "loaded", "state", "status",
];

/// Text with runs of white space as one space each, as XPath has it.
pub fn flat(tree: &Tree, id: Id) -> String {
    let mut out = String::new();
    for c in tree.text(id).chars() {
        let space = matches!(c, ' ' | '\t' | '\r' | '\n');
        if !space || !out.ends_with(' ') {
            out.push(if space { ' ' } else { c });
        }
    }
    out
}

/// How often a text stands in another, up to `MOST_TIMES`; also where it overlaps itself.
pub fn times(text: &str, all: &str) -> usize {
    all.char_indices().filter(|&(at, _)| all[at..].starts_with(text)).take(MOST_TIMES).count()
}

/// The text of the document.
pub fn all_text(tree: &Tree) -> String {
    tree.body().map(|body| tree.text(body)).unwrap_or_default()
}

/// What css finds below a node and in all shadow trees there.
pub fn pierced(tree: &Tree, below: Id, css: &str) -> Vec<Id> {
    let mut found = css::select(tree, below, css);
    let shadows = tree.all(below).into_iter().filter_map(|one| tree.shadow(one));
    found.extend(shadows.flat_map(|shadow| pierced(tree, shadow, css)));
    found
}

/// True where no other element of the tag in the document has the text in it.
pub fn alone_holds(tree: &Tree, id: Id, text: &str) -> bool {
    is_alone(tree, id, |all| all.contains(text))
}

/// The same where that is all of it, but for white space at its ends.
pub fn alone_is(tree: &Tree, id: Id, text: &str) -> bool {
    is_alone(tree, id, |all| all.trim_matches(' ') == text)
}

fn is_alone(tree: &Tree, id: Id, fits: impl Fn(&str) -> bool) -> bool {
    let same = tree.all(DOCUMENT).into_iter().filter(|&one| tree.element(one).tag == tree.element(id).tag);
    let fitting: Vec<Id> = same.filter(|&one| fits(&flat(tree, one))).collect();
    fitting == [id]
}

/// The other elements of the document that css matches and that may have the name; `None` where there are too many.
pub fn alike(tree: &Tree, id: Id, css: &str, name: &str, most: usize) -> Option<Vec<Id>> {
    let lower = name.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    let mut found = Vec::new();
    for other in css::select(tree, DOCUMENT, css).into_iter().filter(|&other| other != id) {
        let may_be = match names_of(tree, other) {
            // Only the core can tell.
            None => true,
            Some(text) => {
                // A name leaves out what is hidden inside, and a style may put more before and after a text.
                let plain = tree.elements_in(other).next().is_none() && !css::matches(tree, other, NAMED);
                let longer = plain && length(text.trim()) > length(name);
                let text = text.to_lowercase();
                !longer && words.iter().all(|word| text.contains(word))
            }
        };
        if may_be {
            found.push(other);
        }
    }
    (found.len() <= most).then_some(found)
}

/// In UTF-16 code units, as scripts count.
fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

/// What an element may be named by; `None` where ids name it.
fn names_of(tree: &Tree, id: Id) -> Option<String> {
    let mut names = vec![flat(tree, id)];
    if css::matches(tree, id, NAMED_OTHERWISE) || !css::select(tree, id, NAMED_OTHERWISE).is_empty() {
        let mut lenders = vec![id];
        lenders.extend(css::select(tree, id, LENDING));
        for &lender in &lenders {
            let attribute = |name: &str| tree.element(lender).attribute(name);
            if attribute("aria-labelledby").is_some() {
                return None;
            }
            names.extend(NAMING.iter().map(|name| attribute(name).unwrap_or_default().to_owned()));
        }
        names.extend(forms::labels(tree, id).into_iter().map(|label| flat(tree, label)));
    }
    Some(names.join(" "))
}

/// True where this is the only smallest element of the document with the text in it.
pub fn text_is_only(tree: &Tree, id: Id, text: &str) -> bool {
    let own = tree.text(id);
    let smallest = own.contains(text) && !tree.elements_in(id).any(|child| tree.text(child).contains(text));
    let fields = css::select(tree, DOCUMENT, "input,textarea,select");
    let in_field = |field: &Id| *field != id && forms::value(tree, *field).is_some_and(|value| value.contains(text));
    smallest && !fields.iter().any(in_field) && times(text, &all_text(tree)) == times(text, &own)
}

/// Attributes by which the page's scripts know the element: no numbers, no state, and nothing that the page shows.
pub fn hooks(tree: &Tree, id: Id) -> Vec<(String, String)> {
    let all = all_text(tree);
    let fits = |(name, value): &&(String, String)| {
        is_hook(name) && is_hooked(value) && !tells_state(name) && !tells_state(value) && spelled(value, &all) == 0
    };
    tree.element(id).attributes.iter().filter(fits).cloned().collect()
}

/// `/^data-[a-z-]+$/`
fn is_hook(name: &str) -> bool {
    let rest = name.strip_prefix("data-").unwrap_or_default();
    !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
}

/// `/^[a-z][a-z .,:/_-]{2,59}$/i`
fn is_hooked(value: &str) -> bool {
    let sign = |byte: u8| byte.is_ascii_alphabetic() || b" .,:/_-".contains(&byte);
    (3..=60).contains(&value.len()) && value.as_bytes()[0].is_ascii_alphabetic() && value.bytes().all(sign)
}

fn tells_state(text: &str) -> bool {
    let word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    text.split(|c| !word(c))
        .map(str::to_ascii_lowercase)
        .any(|one| STATES.contains(&one.as_str()) || one.starts_with("react"))
}

/// How often a word stands in a text as it is, in small or capital letters or with a capital.
fn spelled(word: &str, text: &str) -> usize {
    let small = word.to_lowercase();
    let capital = small[..1].to_uppercase() + &small[1..];
    let mut ways = vec![word.to_owned(), word.to_uppercase(), capital, small];
    ways.sort();
    ways.dedup();
    ways.iter().map(|way| times(way, text)).sum()
}
