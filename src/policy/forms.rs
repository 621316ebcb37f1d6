//! A policy in the forms that browsers and their administrators' tools take.

use super::file::{FileError, check};
use super::read::counted;
use serde_json::{Map, Value, json};
use std::fmt::Write as _;

/// The extension's id in Firefox.
const FIREFOX_ID: &str = "overt@overt.example";

/// A file that a browser or an administrator's tool reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Its name in the folder.
    pub name: &'static str,
    /// Where it belongs, in words.
    pub place: &'static str,
    /// What is in it.
    pub text: String,
}

/// The policy in the forms that browsers take. `chrome_id`: the extension's id in Chrome, which its store gives.
///
/// # Errors
/// Every mistake in the policy.
pub fn forms(text: &str, chrome_id: &str) -> Result<Vec<Form>, Vec<FileError>> {
    check(text)?;
    let entries = counted(serde_json::from_str(text).unwrap_or_default());
    let pretty = |value: Value| serde_json::to_string_pretty(&value).unwrap_or_default() + "\n";
    let policy = Value::Object(entries.clone());
    Ok(vec![
        Form {
            name: "chromium-managed.json",
            place: "Linux: /etc/opt/chrome/policies/managed/ (Chrome), /etc/chromium/policies/managed/ (Chromium), \
                    /etc/opt/edge/policies/managed/ (Edge)",
            text: pretty(json!({ "3rdparty": { "extensions": { chrome_id: policy } } })),
        },
        Form {
            name: "chrome-admin-console.json",
            place: "Google Admin console, Policy for extensions",
            text: pretty(
                entries
                    .iter()
                    .map(|(key, value)| (key.clone(), json!({ "Value": value })))
                    .collect::<Map<_, _>>()
                    .into(),
            ),
        },
        Form {
            name: "chrome.reg",
            place: "Windows, Chrome: reg import chrome.reg",
            text: registry(&entries, &format!("Google\\Chrome\\3rdparty\\extensions\\{chrome_id}\\policy")),
        },
        Form {
            name: "edge.reg",
            place: "Windows, Edge: reg import edge.reg",
            text: registry(&entries, &format!("Microsoft\\Edge\\3rdparty\\extensions\\{chrome_id}\\policy")),
        },
        Form {
            name: "policies.json",
            place: "Firefox: the folder distribution/ beside firefox, or /etc/firefox/policies/",
            text: pretty(json!({ "policies": { "3rdparty": { "Extensions": { FIREFOX_ID: policy } } } })),
        },
    ])
}

/// A registry file: lists and objects as keys of their own, as Chromium reads them.
fn registry(entries: &Map<String, Value>, key: &str) -> String {
    let mut out = String::from("Windows Registry Editor Version 5.00\r\n");
    section(&mut out, &format!("HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\{key}"), of(entries));
    out
}

fn of(entries: &Map<String, Value>) -> Vec<(String, &Value)> {
    entries.iter().map(|(key, value)| (key.clone(), value)).collect()
}

fn section(out: &mut String, key: &str, values: Vec<(String, &Value)>) {
    // What was there before goes: a list that became shorter would keep its end.
    let _ = write!(out, "\r\n[-{key}]\r\n\r\n[{key}]\r\n");
    let mut inner = Vec::new();
    for (name, value) in values {
        let _ = match value {
            Value::String(text) => write!(out, "\"{name}\"=\"{}\"\r\n", escaped(text)),
            Value::Bool(on) => write!(out, "\"{name}\"=dword:{:08x}\r\n", u32::from(*on)),
            Value::Number(number) => write!(out, "\"{name}\"=dword:{:08x}\r\n", number.as_u64().unwrap_or_default()),
            nested => {
                inner.push((name, nested));
                Ok(())
            }
        };
    }
    for (name, nested) in inner {
        let key = format!("{key}\\{name}");
        match nested {
            Value::Array(items) => section(out, &key, (1..).map(|place: u32| place.to_string()).zip(items).collect()),
            Value::Object(entries) => section(out, &key, of(entries)),
            _ => {}
        }
    }
}

/// A text of a registry file has no line ends of its own: they become spaces.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"").replace(['\r', '\n'], " ")
}
