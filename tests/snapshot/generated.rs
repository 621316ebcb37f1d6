//! The flat tree of a snapshot with its texts as they are drawn: slots, `text-transform`, and what a style sheet puts before and after.

use super::tree::{Id, Tree};

/// A child in the flat tree.
pub enum Drawn {
    Element(Id),
    Text(String),
}

/// The children in the flat tree, as `children` of extension/content/page.js gives them.
pub fn children(tree: &Tree, id: Id) -> Vec<Drawn> {
    let style = tree.style(id);
    let mut list = Vec::new();
    let generated = |content: &Option<String>| content.as_deref().map(|content| text_of(tree, id, content));
    list.extend(generated(&style.before).filter(|text| !text.is_empty()).map(Drawn::Text));
    for child in flat(tree, id) {
        let Some(text) = tree.text_of(child) else {
            list.push(Drawn::Element(child));
            continue;
        };
        let text = transformed(text, style.text_transform.as_deref());
        if text.is_empty() {
            continue;
        }
        let before_last = list.len().checked_sub(2).and_then(|at| list.get(at));
        let after_image = matches!(before_last, Some(Drawn::Element(id)) if tree.element(*id).tag == "img");
        match list.last_mut() {
            // Two runs of white space with nothing between leave none in Chromium's tree.
            Some(Drawn::Text(last)) if started(last).is_empty() && started(&text) != text && !after_image => {
                *last = started(&text).to_owned();
            }
            _ => list.push(Drawn::Text(text)),
        }
    }
    list.extend(generated(&style.after).filter(|text| !text.is_empty()).map(Drawn::Text));
    list
}

/// The text without white space before it; a no-break space is a sign like others.
fn started(text: &str) -> &str {
    text.trim_start_matches([' ', '\t', '\r', '\n', '\x0c'])
}

/// The children in the flat tree: of a host what is in its shadow root, of a slot what is assigned to it.
fn flat(tree: &Tree, id: Id) -> Vec<Id> {
    if tree.element(id).tag == "slot"
        && let Some(host) = tree.host(id)
    {
        let assigned = assigned(tree, id, host);
        if !assigned.is_empty() {
            return assigned;
        }
    }
    tree.children(tree.shadow(id).unwrap_or(id)).to_vec()
}

fn assigned(tree: &Tree, slot: Id, host: Id) -> Vec<Id> {
    let name = tree.element(slot).attribute("name").unwrap_or_default();
    let wanted = |child: Id| match tree.get(child) {
        Some(element) => element.attribute("slot").unwrap_or_default() == name,
        None => name.is_empty(),
    };
    let children = tree.children(host).iter().copied().filter(|&child| wanted(child));
    // A slot among them stands for what is assigned to it.
    let through = |child: Id| match tree.get(child) {
        Some(element) if element.tag == "slot" => flat(tree, child),
        _ => vec![child],
    };
    children.flat_map(through).collect()
}

/// What `text-transform` makes of a text.
fn transformed(text: &str, transform: Option<&str>) -> String {
    match transform {
        Some("uppercase") => text.to_uppercase(),
        Some("lowercase") => text.to_lowercase(),
        Some("capitalize") => {
            let mut out = String::new();
            let mut at_start = true;
            for c in text.chars() {
                if at_start {
                    out.extend(c.to_uppercase())
                } else {
                    out.push(c)
                }
                at_start = c.is_whitespace();
            }
            out
        }
        _ => text.to_owned(),
    }
}

/// The text that `content` gives: what follows its slash where there is one, which stands in for it.
fn text_of(tree: &Tree, id: Id, content: &str) -> String {
    let mut text = String::new();
    let mut rest = content;
    while let Some(first) = rest.chars().next() {
        rest = &rest[first.len_utf8()..];
        match first {
            '/' => text.clear(),
            '"' => rest = push_string(rest, &mut text),
            'a' if rest.starts_with("ttr(") => {
                let (name, after) = rest["ttr(".len()..].split_once(')').unwrap_or((rest, ""));
                text.push_str(tree.element(id).attribute(name.trim()).unwrap_or_default());
                rest = after;
            }
            _ => {}
        }
    }
    text
}

/// Reads a string up to its closing quote; gives what stands behind that.
fn push_string<'a>(from: &'a str, text: &mut String) -> &'a str {
    let mut signs = from.char_indices();
    while let Some((at, sign)) = signs.next() {
        match sign {
            '"' => return &from[at + 1..],
            '\\' => text.extend(signs.next().map(|(_, escaped)| escaped)),
            _ => text.push(sign),
        }
    }
    ""
}
