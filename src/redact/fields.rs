//! Fields whose value is never recorded, whatever it looks like: by type, autocomplete token and words of their names.

use super::{Class, Raw};

/// `type` of an input and what its value is.
const TYPES: &[(&str, Class)] =
    &[("password", Class::Password), ("hidden", Class::Secret), ("email", Class::Email), ("tel", Class::Phone)];

/// Autocomplete tokens (HTML, "autofill detail tokens") whose fields are private.
const AUTOCOMPLETE: &[(&str, Class)] = &[
    ("cc-number", Class::Card),
    ("cc-csc", Class::Secret),
    ("cc-exp", Class::Secret),
    ("cc-exp-month", Class::Secret),
    ("cc-exp-year", Class::Secret),
    ("cc-name", Class::Secret),
    ("current-password", Class::Password),
    ("new-password", Class::Password),
    ("one-time-code", Class::Secret),
    ("email", Class::Email),
    ("tel", Class::Phone),
];

/// Words, or neighbouring words, that make a field private when its name, id or label holds them whole.
const WORDS: &[&str] = &[
    "password",
    "passcode",
    "passwd",
    "pin",
    "cvv",
    "cvc",
    "otp",
    "ssn",
    "passport",
    "iban",
    "routing",
    "account number",
    "account no",
    "tax id",
    "token",
    "secret",
    "api key",
    "apikey",
    "card number",
    "security code",
];

/// What is known of a field when its value is to be judged.
#[derive(Default)]
pub struct Field {
    /// The `type` attribute.
    pub kind: Option<Raw>,
    /// The `autocomplete` attribute.
    pub autocomplete: Option<Raw>,
    /// `name`, `id`, the label and whatever else names it.
    pub names: Vec<Raw>,
    /// It was a password field before, or is one now.
    pub was_password: bool,
}

/// The class of a field whose value is never recorded, or `None` where its text decides.
#[must_use]
pub fn secret(field: &Field) -> Option<Class> {
    if field.was_password {
        return Some(Class::Password);
    }
    let by = |table: &[(&str, Class)], text: &Option<Raw>| {
        let text = text.as_ref()?;
        table.iter().find(|(word, _)| text.has_token(word)).map(|&(_, class)| class)
    };
    by(TYPES, &field.kind)
        .or_else(|| by(AUTOCOMPLETE, &field.autocomplete))
        .or_else(|| field.names.iter().any(names_a_secret).then_some(Class::Secret))
}

/// True where the text holds one of [`WORDS`] whole; `camelCase`, `snake_case` and `kebab-case` are words too.
fn names_a_secret(name: &Raw) -> bool {
    let spaced = words(name.expose());
    let spaced = spaced.as_bytes();
    WORDS.iter().any(|word| {
        let long = word.len() + 2;
        spaced.windows(long).any(|at| at[0] == b' ' && at[long - 1] == b' ' && &at[1..long - 1] == word.as_bytes())
    })
}

/// The ASCII words of `text` in lower case (those of [`WORDS`] are ASCII), each between single spaces, one at each end.
fn words(text: &str) -> String {
    let mut out = String::from(" ");
    let mut last_lower = false;
    for c in text.chars() {
        if !c.is_ascii_alphanumeric() {
            if !out.ends_with(' ') {
                out.push(' ');
            }
            last_lower = false;
            continue;
        }
        if c.is_ascii_uppercase() && last_lower {
            out.push(' ');
        }
        last_lower = c.is_ascii_lowercase() || c.is_ascii_digit();
        out.push(c.to_ascii_lowercase());
    }
    if !out.ends_with(' ') {
        out.push(' ');
    }
    out
}
