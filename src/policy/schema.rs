//! The schema of a policy for Chromium's `storage.managed_schema`, from the entries that the reader knows.

use super::{KEYS, Kind, Pack};
use serde_json::{Value, json};

/// The schema. It is wide, because Chromium drops what it does not take without a word to anybody: it is the reader
/// that tells. It knows names and types, and neither formats nor bounds.
#[must_use]
pub fn managed_schema() -> Value {
    let texts = || json!({ "type": "array", "items": { "type": "string" } });
    let mut properties = serde_json::Map::new();
    for key in &KEYS {
        let mut schema = match key.kind {
            Kind::Number => json!({ "type": "integer" }),
            Kind::Flag => json!({ "type": "boolean" }),
            Kind::Text => json!({ "type": "string" }),
            Kind::Texts => texts(),
            Kind::Sites => json!({ "type": "object", "additionalProperties": { "type": "string" } }),
            Kind::Packs => {
                let packs = Pack::ALL.iter().map(|pack| (pack.name().to_owned(), texts()));
                json!({ "type": "object", "properties": packs.collect::<serde_json::Map<_, _>>(),
                    "additionalProperties": texts() })
            }
        };
        schema["description"] = key.means.into();
        properties.insert(key.name.to_owned(), schema);
    }
    json!({ "type": "object", "properties": properties })
}
