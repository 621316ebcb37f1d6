//! Writes css: identifiers, strings and attribute conditions.

/// True where the text is a css identifier as it stands.
pub(super) fn plain(text: &str) -> bool {
    let mut bytes = text.bytes();
    bytes.next().is_some_and(|first| first.is_ascii_alphabetic() || first == b'_')
        && bytes.all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

/// The tag, or any where its name needs escapes.
pub(super) fn tag(tag: &str) -> &str {
    if plain(tag) { tag } else { "*" }
}

/// `[name="value"]`; `relation` is `=`, `^=` or `*=`.
pub(super) fn condition(name: &str, relation: &str, value: &str) -> String {
    ["[", name, relation, &quoted(value), "]"].concat()
}

/// `#id`, or the same as a condition.
pub(super) fn id(id: &str) -> String {
    if plain(id) { ["#", id].concat() } else { condition("id", "=", id) }
}

/// The compound, where no sibling matches it too: so it finds nothing, and not a neighbour, once a second one has come.
pub(super) fn alone(compound: &str) -> String {
    [compound, ":nth-child(1 of ", compound, "):nth-last-child(1 of ", compound, ")"].concat()
}

/// The text as a css string.
fn quoted(text: &str) -> String {
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
