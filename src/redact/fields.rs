//! Fields whose value is never recorded, whatever it looks like: by type, autocomplete token and words of their names.

use super::terms::plain;
use super::{EntityType, Raw};

/// `type` of an input and what its value is.
const TYPES: &[(&str, EntityType)] = &[
    ("password", EntityType::Password),
    ("hidden", EntityType::Secret),
    ("email", EntityType::Email),
    ("tel", EntityType::Phone),
];

/// Autocomplete tokens (HTML, "autofill detail tokens") whose fields are private.
const AUTOCOMPLETE: &[(&str, EntityType)] = &[
    ("cc-number", EntityType::Card),
    ("cc-csc", EntityType::Secret),
    ("cc-exp", EntityType::Secret),
    ("cc-exp-month", EntityType::Secret),
    ("cc-exp-year", EntityType::Secret),
    ("cc-name", EntityType::Secret),
    ("cc-given-name", EntityType::Secret),
    ("cc-additional-name", EntityType::Secret),
    ("cc-family-name", EntityType::Secret),
    ("current-password", EntityType::Password),
    ("new-password", EntityType::Password),
    ("one-time-code", EntityType::Secret),
    ("email", EntityType::Email),
    ("tel", EntityType::Phone),
    ("tel-national", EntityType::Phone),
    ("tel-local", EntityType::Phone),
    ("tel-area-code", EntityType::Phone),
    ("tel-extension", EntityType::Phone),
    ("bday", EntityType::Birth),
    ("bday-day", EntityType::Birth),
    ("bday-month", EntityType::Birth),
    ("bday-year", EntityType::Birth),
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

/// The entity type of a field whose value is never recorded, or `None` where its text decides.
#[must_use]
pub fn secret(field: &Field) -> Option<EntityType> {
    if field.was_password {
        return Some(EntityType::Password);
    }
    let by = |table: &[(&str, EntityType)], text: &Option<Raw>| {
        let text = text.as_ref()?;
        table.iter().find(|(word, _)| text.has_token(word)).map(|&(_, entity_type)| entity_type)
    };
    by(TYPES, &field.kind)
        .or_else(|| by(AUTOCOMPLETE, &field.autocomplete))
        .or_else(|| field.names.iter().any(names_a_secret).then_some(EntityType::Secret))
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
