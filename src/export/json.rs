//! JSON, and strings of JavaScript, whose texts stay texts wherever they are shown, split into lines or put into a page.

use serde::Serialize;
use std::fmt::Write as _;

/// The value on one line.
pub(super) fn json(value: &impl Serialize) -> String {
    inert(&serde_json::to_string(value).expect("what is exported has string keys only"))
}

/// The value on indented lines.
pub(super) fn indented(value: &impl Serialize) -> String {
    inert(&serde_json::to_string_pretty(value).expect("what is exported has string keys only"))
}

/// Whether a sign would end a line for some readers, or let a line look other than it is: line separators, controls, marks
/// that turn the writing round (<https://trojansource.codes>), the mark of byte order.
pub(super) fn is_deceptive(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// The JSON with such signs written as codes, and with no `</` or `<!` that would end a script around it. Both stand in
/// strings only, since serde escapes line feeds there and writes none elsewhere but to indent.
fn inert(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    let mut rest = json.chars().peekable();
    while let Some(c) = rest.next() {
        let opens = c == '<' && matches!(rest.peek(), Some('/' | '!'));
        if opens || (c != '\n' && is_deceptive(c)) {
            let _ = write!(out, "\\u{:04x}", u32::from(c));
        } else {
            out.push(c);
        }
    }
    out
}
