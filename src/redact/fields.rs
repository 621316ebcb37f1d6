//! Fields whose value is never recorded, whatever it looks like: by type, autocomplete token and words of their names.

use super::terms::plain;
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
    ("cc-given-name", Class::Secret),
    ("cc-additional-name", Class::Secret),
    ("cc-family-name", Class::Secret),
    ("current-password", Class::Password),
    ("new-password", Class::Password),
    ("one-time-code", Class::Secret),
    ("email", Class::Email),
    ("tel", Class::Phone),
    ("tel-national", Class::Phone),
    ("tel-local", Class::Phone),
    ("tel-area-code", Class::Phone),
    ("tel-extension", Class::Phone),
    ("bday", Class::Birth),
    ("bday-day", Class::Birth),
    ("bday-month", Class::Birth),
    ("bday-year", Class::Birth),
];

/// Words, or neighbouring words, that make a field private when its name, id or label holds them whole; without accents.
const WORDS: &[&str] = &[
    "password",
    "passcode",
    "passwd",
    "passphrase",
    "pwd",
    "pin",
    "cvv",
    "cvv2",
    "cvc",
    "csc",
    "otp",
    "ssn",
    "social security",
    "passport",
    "iban",
    "routing",
    "account number",
    "account no",
    "accountnumber",
    "tax id",
    "taxid",
    "token",
    "secret",
    "api key",
    "apikey",
    "card number",
    "cardnumber",
    "security code",
    "one time code",
    "verification code",
    "date of birth",
    "dob",
    // German
    "passwort",
    "kennwort",
    "geheimzahl",
    "geheimnummer",
    "tan",
    "kontonummer",
    "kartennummer",
    "kreditkartennummer",
    "prufziffer",
    "prufnummer",
    "steuernummer",
    "steuer id",
    "sozialversicherungsnummer",
    "ausweisnummer",
    "reisepass",
    "geburtsdatum",
    // French
    "mot de passe",
    "motdepasse",
    "code secret",
    "cryptogramme",
    "numero de carte",
    "numero de compte",
    "numero de securite sociale",
    "date de naissance",
    // Spanish and Portuguese
    "contrasena",
    "clave",
    "numero de tarjeta",
    "numero de cuenta",
    "codigo de seguridad",
    "fecha de nacimiento",
    "senha",
    "numero do cartao",
    "data de nascimento",
    // Italian
    "codice fiscale",
    "numero di carta",
    "numero di conto",
    "data di nascita",
    // Dutch, Polish, Czech, Turkish and of the North
    "wachtwoord",
    "haslo",
    "heslo",
    "sifre",
    "losenord",
    "adgangskode",
    "passord",
    "salasana",
];

/// The same in scripts that put no spaces between words.
const PIECES: &[&str] =
    &["パスワード", "暗証番号", "口座番号", "カード番号", "密码", "密碼", "卡号", "비밀번호", "пароль", "Пароль"];

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
    let name = name.expose();
    let spaced = words(name);
    let spaced = spaced.as_bytes();
    WORDS.iter().any(|word| {
        let long = word.len() + 2;
        spaced.windows(long).any(|at| at[0] == b' ' && at[long - 1] == b' ' && &at[1..long - 1] == word.as_bytes())
    }) || PIECES.iter().any(|piece| name.as_bytes().windows(piece.len()).any(|at| at == piece.as_bytes()))
}

/// The words of `text` in lower case and without accents, each between single spaces, one at each end.
fn words(text: &str) -> String {
    let mut out = String::from(" ");
    let mut last_lower = false;
    for c in text.chars() {
        let Some(letter) = plain(c) else { continue };
        if !letter.is_ascii_alphanumeric() {
            if !out.ends_with(' ') {
                out.push(' ');
            }
            last_lower = false;
            continue;
        }
        let large = c.is_ascii_uppercase();
        if large && last_lower {
            out.push(' ');
        }
        last_lower = !large;
        out.push(letter);
    }
    if !out.ends_with(' ') {
        out.push(' ');
    }
    out
}
