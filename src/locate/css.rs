//! Css and xpath selectors of one element, the shortest that is unique first.

use super::generated::looks_generated;
use crate::element::Element;
use crate::redact::Raw;

/// Attributes that name a control in css, in order of preference.
const NAMING: &[&str] = &["name", "aria-label", "placeholder", "title", "alt", "href", "value", "type"];
/// Attributes whose values the page shows or a person may have typed: left out of css, other selectors carry them.
const NEVER: &[&str] = &["aria-label", "placeholder", "title", "alt", "value"];
/// Longest attribute value, in bytes, that css may hold.
const LONGEST_VALUE: usize = 80;

/// The shortest unique css: id, name or other attribute, class, attribute below a named ancestor, path.
pub(super) fn best<E: Element>(element: &E) -> Option<Raw> {
    by_id(element)
        .into_iter()
        .chain(attributes(element))
        .chain(classes(element))
        .map(Raw::new)
        .find(|css| element.is_only(css))
        .or_else(|| below_named_ancestor(element))
        .or_else(|| path(element))
}

fn by_id<E: Element>(element: &E) -> Option<String> {
    let id = element.attribute("id")?;
    let id = id.expose();
    (!id.is_empty() && !looks_generated(id))
        .then(|| if plain(id) { format!("#{id}") } else { format!("[id={}]", quoted(id)) })
}

fn attributes<E: Element>(element: &E) -> impl Iterator<Item = String> {
    let tag = element.tag();
    let list: Vec<String> = NAMING
        .iter()
        .filter(|name| !NEVER.contains(name))
        .filter_map(|name| {
            let value = element.attribute(name)?;
            let value = value.expose();
            let fits = !value.is_empty() && value.len() <= LONGEST_VALUE && !looks_generated(value);
            let private = *name == "href" && value.contains(['?', '@']);
            (fits && !private).then(|| format!("{tag}[{name}={}]", quoted(value)))
        })
        .collect();
    list.into_iter()
}

fn classes<E: Element>(element: &E) -> impl Iterator<Item = String> {
    let tag = element.tag();
    let list: Vec<String> = element
        .attribute("class")
        .map(|class| {
            let words = class.tokens().filter(|word| plain(word.expose()) && !looks_generated(word.expose()));
            words.take(4).map(|word| format!("{tag}.{}", word.expose())).collect()
        })
        .unwrap_or_default();
    list.into_iter()
}

/// How far up an ancestor is looked for that is worth naming.
const HIGHEST: usize = 8;

/// `#ancestor step > step`, or the same below a test id.
fn below_named_ancestor<E: Element>(element: &E) -> Option<Raw> {
    let mut steps = step(element);
    let mut inner = element.clone();
    for _ in 0..HIGHEST {
        inner = same_tree_parent(&inner)?;
        let root = by_id(&inner).or_else(|| {
            let value = inner.attribute("data-testid")?;
            Some(format!("[data-testid={}]", quoted(value.expose())))
        });
        if let Some(root) = root {
            let css = Raw::new(format!("{root} > {steps}"));
            if element.is_only(&css) {
                return Some(css);
            }
        }
        steps = format!("{} > {steps}", step(&inner));
    }
    None
}

/// The path of tags from the top of the tree, each with its place where that is needed.
pub(super) fn path<E: Element>(element: &E) -> Option<Raw> {
    let mut steps = step(element);
    let mut inner = element.clone();
    while let Some(parent) = same_tree_parent(&inner) {
        steps = format!("{} > {steps}", step(&parent));
        inner = parent;
    }
    let css = Raw::new(steps);
    element.is_only(&css).then_some(css)
}

/// `xpath///*[@id="x"]/div[2]/button`, or from the top.
pub(super) fn xpath<E: Element>(element: &E) -> Option<Raw> {
    let mut steps = String::new();
    let mut inner = element.clone();
    loop {
        let id = inner.attribute("id").filter(|id| {
            let text = id.expose();
            !text.is_empty() && !text.bytes().any(|byte| byte == b'"') && !looks_generated(text)
        });
        if let Some(id) = id
            && inner.is_only(&Raw::new(format!("[id={}]", quoted(id.expose()))))
        {
            return checked(element, format!("//*[@id=\"{}\"]{steps}", id.expose()));
        }
        let (place, of) = inner.place();
        let tag = inner.tag();
        // A bare name is no match for a custom element in every engine's XPath, nor for a prefixed one.
        let tag = if tag.chars().all(|c| c.is_ascii_alphanumeric()) { tag } else { format!("*[name()=\"{tag}\"]") };
        steps = if of > 1 { format!("/{tag}[{place}]{steps}") } else { format!("/{tag}{steps}") };
        match same_tree_parent(&inner) {
            Some(parent) => inner = parent,
            None => return checked(element, steps),
        }
    }
}

fn checked<E: Element>(element: &E, xpath: String) -> Option<Raw> {
    let xpath = Raw::new(xpath);
    element.is_only_by_xpath(&xpath).then(|| Raw::new(format!("xpath/{}", xpath.expose())))
}

/// The parent, unless it is the host of the tree that the element tops.
fn same_tree_parent<E: Element>(element: &E) -> Option<E> {
    let parent = element.parent()?;
    (element.host().as_ref() != Some(&parent)).then_some(parent)
}

fn step<E: Element>(element: &E) -> String {
    let (place, of) = element.place();
    let tag = identifier(&element.tag());
    if of > 1 { format!("{tag}:nth-of-type({place})") } else { tag }
}

/// True where the text is a css identifier as it stands.
fn plain(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
}

fn identifier(text: &str) -> String {
    if plain(text) { text.to_owned() } else { "*".to_owned() }
}

/// The text as a css string.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push_str("\\a "),
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}
