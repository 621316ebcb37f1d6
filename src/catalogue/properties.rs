//! Strings of Java's `.properties`: the values. Our own reader: `java-properties` would bring `regex` and `encoding_rs` for forty lines.

use super::{CatalogueError, syntax};

/// In UTF-8, as Java reads them since version 9, and in ISO 8859-1 where it is none.
pub(super) fn strings(bytes: &[u8]) -> Result<Vec<String>, CatalogueError> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.strip_prefix('\u{FEFF}').unwrap_or(text).to_owned(),
        Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
    .replace("\r\n", "\n");
    let mut out = Vec::new();
    let mut lines = (1..).zip(text.split(['\n', '\r']));
    while let Some((number, line)) = lines.next() {
        let mut logical = line.trim_start().to_owned();
        if logical.starts_with(['#', '!']) {
            continue;
        }
        while is_continued(&logical) {
            logical.pop();
            let Some((_, next)) = lines.next() else { break };
            logical.push_str(next.trim_start());
        }
        let value = unescaped(value_of(&logical)).ok_or_else(|| syntax(number, "four hexadecimal digits after \\u"))?;
        if !value.is_empty() {
            out.push(value);
        }
    }
    Ok(out)
}

/// True where the last sign is a backslash that none before it escapes.
fn is_continued(line: &str) -> bool {
    line.bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1
}

/// What stands behind the key, and behind a colon, an equals sign or a space.
fn value_of(line: &str) -> &str {
    let mut escaped = false;
    let end = line.find(|c: char| {
        let ends = !escaped && (matches!(c, '=' | ':') || c.is_whitespace());
        escaped = c == '\\' && !escaped;
        ends
    });
    let rest = end.map_or("", |end| &line[end..]).trim_start();
    rest.strip_prefix(['=', ':']).unwrap_or(rest).trim_start()
}

/// `None` where an escape for a character is none.
fn unescaped(text: &str) -> Option<String> {
    let mut units: Vec<u16> = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        units.extend(rest[..at].encode_utf16());
        let sign = rest[at + 1..].chars().next();
        rest = &rest[at + 1 + sign.map_or(0, char::len_utf8)..];
        match sign {
            Some('u') => {
                let digits = rest.get(..4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
                units.push(u16::from_str_radix(digits, 16).ok()?);
                rest = &rest[4..];
            }
            Some('n' | 'r' | 't' | 'f') => units.push(b' '.into()),
            other => units.extend(other.into_iter().flat_map(|other| other.encode_utf16(&mut [0; 2]).to_vec())),
        }
    }
    units.extend(rest.encode_utf16());
    Some(String::from_utf16_lossy(&units))
}
