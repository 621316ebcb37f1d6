//! Selectors by what stands beside the element: the box around both is found by it, and the element in the box by its kind.

use super::score::{BY_NEIGHBOUR, CLASS, ID, NUMBER, TEXT, Worth};
use super::{css, fact};
use crate::element::Element;
use crate::redact::{Raw, any_marker};

/// `//text()[contains(.,"Order")]/ancestor::*[.//button][1][count(.//button)=1]//button`: the one element of its kind and
/// text in the nearest box around a text that is unique, as `Element::beside` has made sure. It finds nothing where a second one has come into the box.
pub(super) fn by_neighbour<E: Element>(element: &E) -> Option<(Worth, Raw)> {
    let beside = element.beside()?;
    if beside.holder.closest(&any_marker()).is_some() {
        return None;
    }
    let (own, text) = (beside.own.expose(), beside.text.expose());
    let mut leans = if fact::has_digit(text) { NUMBER } else { 0 };
    let neighbour = match beside.by.as_str() {
        "" => {
            leans |= TEXT;
            ["text()[contains(.,", &quoted(text)?, ")]"].concat()
        }
        by => {
            leans |= if by == "id" { ID } else { 0 };
            ["*[@", by, "=", &quoted(text)?, "]"].concat()
        }
    };
    let kind = match beside.own_by.as_str() {
        "*" => String::new(),
        "" => {
            leans |= if fact::has_digit(own) { TEXT | NUMBER } else { TEXT };
            ["[contains(normalize-space(.),", &quoted(own)?, ")]"].concat()
        }
        by => {
            leans |= match by {
                "type" => 0,
                "class" => CLASS,
                _ => TEXT,
            };
            ["[@", by, "=", &quoted(own)?, "]"].concat()
        }
    };
    let tag = element.tag();
    let kind = ["//", css::tag(&tag), &kind].concat();
    let xpath = ["//", &neighbour, "/ancestor::*[.", &kind, "][1][count(.", &kind, ")=1]", &kind].concat();
    Some((Worth { leans, ..BY_NEIGHBOUR }, Raw::new(["xpath/", &xpath].concat())))
}

/// The text as an XPath string; `None` where it holds both kinds of quotes.
fn quoted(text: &str) -> Option<String> {
    let quote = ['"', '\''].into_iter().find(|quote| !text.contains(*quote))?;
    let mut out = String::from(quote);
    out.push_str(text);
    out.push(quote);
    Some(out)
}
