//! Entity types: what sort of private text something is, and the word that a placeholder has for it.

use serde::{Deserialize, Serialize};

/// What sort of private text a masked text was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum EntityType {
    /// An amount of money or of something else, by its form.
    Amount,
    /// A date of birth, told by the words before it.
    Birth,
    /// A payment card number.
    Card,
    /// A date or a time of day, by its form.
    Date,
    /// An e-mail address.
    Email,
    /// A bank account number with its country.
    Iban,
    /// A social security number, or another country's number for a person.
    Id,
    /// An address of the Internet.
    Ip,
    /// A key that a vendor gave out, or a private key.
    Key,
    /// A street with the number of a house, or coordinates.
    Location,
    /// An address of a network card.
    Mac,
    /// Words with capitals, as names are written.
    Name,
    /// Any other number, or a code with digits, by its form.
    Number,
    /// A field of type password, now or before.
    Password,
    /// A telephone number.
    Phone,
    /// A field that is private by its name or token, or a name and password in a URL.
    Secret,
    /// One of the employee's own words.
    Term,
    /// Any other text that is not kept.
    Text,
    /// A long text that looks random.
    Token,
    /// An address of a currency on a chain.
    Wallet,
}

impl EntityType {
    /// Every entity type, in the order of their declaration.
    pub const ALL: [EntityType; 20] = [
        EntityType::Amount,
        EntityType::Birth,
        EntityType::Card,
        EntityType::Date,
        EntityType::Email,
        EntityType::Iban,
        EntityType::Id,
        EntityType::Ip,
        EntityType::Key,
        EntityType::Location,
        EntityType::Mac,
        EntityType::Name,
        EntityType::Number,
        EntityType::Password,
        EntityType::Phone,
        EntityType::Secret,
        EntityType::Term,
        EntityType::Text,
        EntityType::Token,
        EntityType::Wallet,
    ];

    /// The word in a placeholder: `EMAIL` in `<EMAIL_1>`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            EntityType::Amount => "AMOUNT",
            EntityType::Birth => "BIRTHDATE",
            EntityType::Card => "CARD",
            EntityType::Date => "DATE",
            EntityType::Email => "EMAIL",
            EntityType::Iban => "IBAN",
            EntityType::Id => "ID",
            EntityType::Ip => "IP",
            EntityType::Key => "KEY",
            EntityType::Location => "LOCATION",
            EntityType::Mac => "MAC",
            EntityType::Name => "NAME",
            EntityType::Number => "NUMBER",
            EntityType::Password => "PASSWORD",
            EntityType::Phone => "PHONE",
            EntityType::Secret => "SECRET",
            EntityType::Term => "TERM",
            EntityType::Text => "TEXT",
            EntityType::Token => "TOKEN",
            EntityType::Wallet => "WALLET",
        }
    }
}
