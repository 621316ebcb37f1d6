//! Roles: the explicit one where it is known, else the one that HTML-AAM gives the element.

use crate::element::{Element, Node};

/// Roles that a `role` attribute may name (WAI-ARIA 1.2, without the abstract ones).
const KNOWN: &[&str] = &[
    "alert",
    "alertdialog",
    "application",
    "article",
    "banner",
    "blockquote",
    "button",
    "caption",
    "cell",
    "checkbox",
    "code",
    "columnheader",
    "combobox",
    "complementary",
    "contentinfo",
    "definition",
    "deletion",
    "dialog",
    "directory",
    "document",
    "emphasis",
    "feed",
    "figure",
    "form",
    "generic",
    "grid",
    "gridcell",
    "group",
    "heading",
    "img",
    "insertion",
    "link",
    "list",
    "listbox",
    "listitem",
    "log",
    "main",
    "marquee",
    "math",
    "menu",
    "menubar",
    "menuitem",
    "menuitemcheckbox",
    "menuitemradio",
    "meter",
    "navigation",
    "none",
    "note",
    "option",
    "paragraph",
    "presentation",
    "progressbar",
    "radio",
    "radiogroup",
    "region",
    "row",
    "rowgroup",
    "rowheader",
    "scrollbar",
    "search",
    "searchbox",
    "sectionfooter",
    "sectionheader",
    "separator",
    "slider",
    "spinbutton",
    "status",
    "strong",
    "subscript",
    "superscript",
    "switch",
    "tab",
    "table",
    "tablist",
    "tabpanel",
    "term",
    "textbox",
    "time",
    "timer",
    "toolbar",
    "tooltip",
    "tree",
    "treegrid",
    "treeitem",
];

/// Elements whose role does not depend on anything but their tag.
const BY_TAG: &[(&str, &str)] = &[
    ("article", "article"),
    ("aside", "complementary"),
    ("blockquote", "blockquote"),
    ("button", "button"),
    ("caption", "caption"),
    ("code", "code"),
    ("datalist", "listbox"),
    ("dd", "definition"),
    ("del", "deletion"),
    ("details", "group"),
    ("dfn", "term"),
    ("dialog", "dialog"),
    ("dt", "term"),
    ("em", "emphasis"),
    ("fieldset", "group"),
    ("figure", "figure"),
    ("form", "form"),
    ("h1", "heading"),
    ("h2", "heading"),
    ("h3", "heading"),
    ("h4", "heading"),
    ("h5", "heading"),
    ("h6", "heading"),
    ("hr", "separator"),
    ("html", "document"),
    ("iframe", "iframe"),
    ("img", "img"),
    ("ins", "insertion"),
    ("li", "listitem"),
    ("main", "main"),
    ("math", "math"),
    ("menu", "list"),
    ("meter", "meter"),
    ("nav", "navigation"),
    ("ol", "list"),
    ("optgroup", "group"),
    ("option", "option"),
    ("output", "status"),
    ("p", "paragraph"),
    ("progress", "progressbar"),
    ("search", "search"),
    ("strong", "strong"),
    ("sub", "subscript"),
    ("summary", "button"),
    ("sup", "superscript"),
    ("svg", "img"),
    ("table", "table"),
    ("tbody", "rowgroup"),
    ("td", "cell"),
    ("textarea", "textbox"),
    ("tfoot", "rowgroup"),
    ("th", "columnheader"),
    ("thead", "rowgroup"),
    ("time", "time"),
    ("tr", "row"),
    ("ul", "list"),
];

/// Types of `input` and their roles; any other type that holds text is a textbox.
const BY_TYPE: &[(&str, &str)] = &[
    ("button", "button"),
    ("checkbox", "checkbox"),
    ("image", "button"),
    ("number", "spinbutton"),
    ("radio", "radio"),
    ("range", "slider"),
    ("reset", "button"),
    ("search", "searchbox"),
    ("submit", "button"),
];

/// The element's role; `generic` where it has none.
pub fn role<E: Element>(element: &E) -> &'static str {
    if let Some(explicit) = element.attribute("role").and_then(|text| text.first_of(KNOWN)) {
        return explicit;
    }
    let tag = element.tag();
    match tag.as_str() {
        "a" | "area" if element.attribute("href").is_some() || element.attribute("onclick").is_some() => "link",
        // Inside sectioning content and `main` it belongs to that and not to the page (HTML-AAM 1.0, 3.5).
        "aside" if element.in_section() && element.attribute("aria-label").is_none() => "generic",
        "header" => {
            if element.in_section() {
                "sectionheader"
            } else {
                "banner"
            }
        }
        "footer" => {
            if element.in_section() {
                "sectionfooter"
            } else {
                "contentinfo"
            }
        }
        "th" => header_cell(element),
        "input" => input_role(element),
        "select" if element.attribute("multiple").is_some() => "listbox",
        "select" => "combobox",
        "img" if element.attribute("alt").is_some_and(|alt| alt.is_blank()) => "presentation",
        _ => BY_TAG.iter().find(|(name, _)| *name == tag).map(|&(_, role)| role).unwrap_or(if element.editable() {
            "textbox"
        } else {
            "generic"
        }),
    }
}

/// A header cell heads its row where its scope says so, or where the row also has cells that are no headers.
fn header_cell<E: Element>(element: &E) -> &'static str {
    let of_row = match element.attribute("scope") {
        Some(scope) if scope.is("row") || scope.is("rowgroup") => true,
        Some(scope) if scope.is("col") || scope.is("colgroup") => false,
        _ => element.parent().is_some_and(|row| {
            row.children().iter().any(|node| matches!(node, Node::Element(cell) if cell.tag() == "td"))
        }),
    };
    if of_row { "rowheader" } else { "columnheader" }
}

fn input_role<E: Element>(element: &E) -> &'static str {
    let kind = element.attribute("type");
    if element.attribute("list").is_some() {
        return "combobox";
    }
    BY_TYPE
        .iter()
        .find(|(name, _)| kind.as_ref().is_some_and(|kind| kind.is(name)))
        .map_or("textbox", |&(_, role)| role)
}

/// A CSS selector that every element with this role matches, so that names need be compared on those alone.
#[must_use]
pub fn selector_for(role: &str) -> String {
    let mut css = format!("[role~=\"{role}\" i]");
    let tags = BY_TAG.iter().filter(|(_, of)| *of == role).map(|(tag, _)| (*tag).to_owned());
    let types = BY_TYPE.iter().filter(|(_, of)| *of == role).map(|(kind, _)| format!("input[type={kind} i]"));
    for more in tags.chain(types) {
        css.push(',');
        css.push_str(&more);
    }
    css.push_str(match role {
        "link" => ",a[href],area[href],a[onclick]",
        "banner" | "sectionheader" => ",header",
        "contentinfo" | "sectionfooter" => ",footer",
        "rowheader" => ",th",
        "textbox" => ",input,[contenteditable]",
        "combobox" => ",select,input[list]",
        "listbox" => ",select[multiple]",
        _ => "",
    });
    css
}
