//! How easily a person reads a selector: what a list is ordered by first, because who writes a test would put it so.

use super::own::TEST_IDS;

/// How hard other css is to read than a single id or a field's name: no test author would write it.
pub(super) const CSS: u8 = 4;

/// How hard a selector, or the part of one in one tree, is to read: 0 a test id, 1 role and name, 2 text, a single id or a field's
/// name, 3 a tag and its text, [`CSS`] other css, 5 other xpath.
#[must_use]
pub fn difficulty(selector: &str) -> u8 {
    match selector.split_once('/') {
        _ if is_test_id(selector) => 0,
        Some(("aria", _)) => 1,
        Some(("text", _)) => 2,
        Some(("xpath", path)) if is_text(path) => 3,
        Some(("xpath", _)) => 5,
        _ if is_single(selector.strip_prefix("pierce/").unwrap_or(selector)) => 2,
        _ => CSS,
    }
}

/// `[data-testid="…"]` or its like: no other css begins with a bracket and such a name.
fn is_test_id(css: &str) -> bool {
    css.strip_prefix('[').is_some_and(|css| TEST_IDS.iter().any(|name| css.starts_with(name)))
}

/// Css of one compound with no more than one condition.
fn is_single(css: &str) -> bool {
    let mut conditions = 0;
    for byte in css.bytes() {
        match byte {
            b'"' => break,
            b'#' | b'.' | b'[' => conditions += 1,
            b' ' | b'>' | b'~' | b'+' | b',' | b':' => return false,
            _ => {}
        }
    }
    conditions <= 1 && css.find("\"]").is_none_or(|end| end + 2 == css.len())
}

/// `//a[normalize-space(.)="…"]`.
fn is_text(path: &str) -> bool {
    let text = path.strip_prefix("//").and_then(|path| path.split_once("[normalize-space(.)=\""));
    text.is_some_and(|(tag, text)| {
        tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && text.find('"') == text.len().checked_sub(2)
    })
}
