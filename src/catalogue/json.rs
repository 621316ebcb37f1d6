//! Strings of JSON: nested as i18next and others have them, `messages.json` of browsers' extensions, ARB of Flutter.

use super::{CatalogueError, syntax};
use serde_json::{Map, Value};

/// What an entry of `messages.json` has; only the first is shown.
const CHROME: [&str; 3] = ["message", "description", "placeholders"];

/// `arb`: keys that begin with `@` are about the others.
pub(super) fn strings(text: &str, arb: bool) -> Result<Vec<String>, CatalogueError> {
    let value: Value =
        serde_json::from_str(text).map_err(|error| syntax(error.line(), "JSON that is whole and not too deep"))?;
    let mut out = Vec::new();
    match &value {
        Value::Object(entries) if is_chrome(entries) => {
            out.extend(entries.values().filter_map(|entry| entry["message"].as_str()).map(str::to_owned));
        }
        Value::Object(entries) => {
            let arb = arb || entries.contains_key("@@locale");
            entries
                .iter()
                .filter(|(key, _)| !(arb && key.starts_with('@')))
                .for_each(|(_, value)| walk(value, &mut out));
        }
        Value::Array(_) => walk(&value, &mut out),
        _ => return Err(CatalogueError::Nothing("an object of strings")),
    }
    Ok(out)
}

fn is_chrome(entries: &Map<String, Value>) -> bool {
    let is_entry = |value: &Value| {
        value["message"].is_string()
            && value.as_object().is_some_and(|entry| entry.keys().all(|key| CHROME.contains(&key.as_str())))
    };
    !entries.is_empty() && entries.values().all(is_entry)
}

fn walk(value: &Value, out: &mut Vec<String>) {
    match value {
        Value::String(text) => out.push(text.clone()),
        Value::Array(all) => all.iter().for_each(|value| walk(value, out)),
        Value::Object(all) => all.values().for_each(|value| walk(value, out)),
        _ => {}
    }
}
