//! Strings of XLIFF 1.2 and 2: sources and targets, without notes, proposals and codes of the original.

use super::message::{BREAK, VARIABLE};
use super::{CatalogueError, syntax};
use roxmltree::{Document, Node};

/// What a source or target stands in; elsewhere they are proposals.
const UNITS: [&str; 4] = ["trans-unit", "segment", "ignorable", "seg-source"];
/// How deep codes stand in each other; deeper files are made to hurt.
const DEEPEST: usize = 32;

pub(super) fn strings(text: &str) -> Result<Vec<String>, CatalogueError> {
    // No DTD is read: its entities could make gigabytes of a line.
    let document = Document::parse(text).map_err(|error| syntax(error.pos().row as usize, "XML without a DTD"))?;
    if document.root_element().tag_name().name() != "xliff" {
        return Err(CatalogueError::Nothing("an element xliff around all"));
    }
    let is_string = |node: &Node<'_, '_>| {
        matches!(node.tag_name().name(), "source" | "target")
            && node.parent().is_some_and(|parent| UNITS.contains(&parent.tag_name().name()))
    };
    let said = document.descendants().filter(is_string).map(|node| {
        let mut out = String::new();
        inside(node, 0, &mut out);
        out
    });
    Ok(said.filter(|text| text.contains(char::is_alphanumeric)).collect())
}

fn inside(node: Node<'_, '_>, depth: usize, out: &mut String) {
    for child in node.children() {
        if let Some(text) = child.text().filter(|_| child.is_text()) {
            out.push_str(text);
            continue;
        }
        match child.tag_name().name() {
            _ if !child.is_element() => {}
            _ if depth == DEEPEST => out.push(VARIABLE),
            // Annotations are nothing that is shown.
            "mrk" => inside(child, depth + 1, out),
            "g" | "pc" => {
                out.push(BREAK);
                inside(child, depth + 1, out);
                out.push(BREAK);
            }
            "bpt" | "ept" | "bx" | "ex" | "sc" | "ec" | "it" | "sm" | "em" => out.push(BREAK),
            "cp" => out.push(' '),
            // Angular has tags as placeholders too, and tells them by their id.
            "x" | "ph" if is_tag(child) => out.push(BREAK),
            _ => out.push(VARIABLE),
        }
    }
}

fn is_tag(placeholder: Node<'_, '_>) -> bool {
    let names = ["id", "equiv", "ctype"].into_iter().filter_map(|name| placeholder.attribute(name));
    names.into_iter().any(|name| {
        ["START_", "CLOSE_", "LINE_BREAK"].iter().any(|start| name.starts_with(start)) || matches!(name, "lb" | "x-br")
    })
}
