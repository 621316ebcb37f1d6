//! Policies: files of an administrator, and what a browser hands over.

use crate::fuzz;
use crate::inputs::{corpus, text, value};
use overt::policy::{Policy, check, forms};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use serde_json::{Value, json};

const TOKENS: &[&str] = &[
    "*",
    "*.",
    ".",
    "/",
    "//",
    "/*",
    "://",
    "https://",
    "http://",
    ":",
    ":443",
    ":0",
    "@",
    "?",
    "#",
    "%2f",
    "..",
    "\\",
    "xn--",
    "[::1]",
    "127.0.0.1",
    "localhost",
    "co.uk",
    "com",
    "example.com",
    "erp.example.com",
    "bücher.example",
    "\u{200b}",
    "\u{3002}",
    "version",
    "entries",
    "sites",
    "never",
    "packs",
    "banking",
    "http",
    "maskingLevel",
    "floor",
    "open",
    "all",
    "exports",
    "trace",
    "1",
    "\"",
    "{",
    "}",
    "[",
    "]",
    ",",
];

/// Addresses near those of the corpus, and some that no policy can open: of packs, and of the browser.
const PAGES: [&str; 14] = [
    "https://erp.example.com/",
    "https://erp.example.com/a/b",
    "https://erp.example.com/admin",
    "https://erp.example.com:8443/",
    "https://sub.crm.example.com/x",
    "https://crm.example.com.evil.example/",
    "http://erp.example.com/",
    "http://localhost:3000/",
    "https://other.example/",
    "https://erp.example.com/%61dmin",
    "https://erp.example.com//admin",
    "https://x.example/",
    "https://bücher.example/desk",
    "https://[::1]/",
];
const NEVER: [&str; 6] = [
    "https://www.paypal.com/",
    "https://mail.google.com/mail",
    "https://accounts.google.com/",
    "about:blank",
    "chrome://settings/",
    "file:///etc/passwd",
];

fn allowed(policy: &Policy) -> Vec<&'static str> {
    PAGES.into_iter().filter(|page| policy.decide(page).allowed).collect()
}

fn holds(text: &str) -> TestCaseResult {
    let policy = Policy::draft(text);
    let view = policy.view();
    prop_assert_eq!(check(text).is_ok() && !view.problems.is_empty(), false, "what check takes has no problem");
    for page in NEVER {
        prop_assert!(!policy.decide(page).allowed, "{} by {}", page, text);
    }
    for page in PAGES {
        prop_assert!(view.problems.is_empty() || !policy.decide(page).allowed, "{} by {}", page, text);
    }
    let longest = 40 * text.len() + 4_096;
    prop_assert!(serde_json::to_string(&view).expect("JSON").len() <= longest);
    if let Ok(files) = forms(text, "abcdefghijklmnopabcdefghijklmnop") {
        for form in &files {
            prop_assert!(form.text.len() <= longest, "{}: {} bytes of {}", form.name, form.text.len(), text.len());
        }
        let own: Value = serde_json::from_str(&files[4].text).expect("Firefox's is JSON");
        let read = Policy::read(&own["policies"]["3rdparty"]["Extensions"]["overt@overt.example"].to_string());
        prop_assert_eq!(read.view(), view, "Firefox's file says another policy");
    }
    narrows(text)
}

/// One more pattern in a list.
fn more(value: &mut Value) {
    match value {
        Value::Array(items) => items.push("erp.example.com/admin/*".into()),
        other => *other = json!(["erp.example.com/admin/*"]),
    }
}

fn less(value: &mut Value) {
    if let Value::Array(items) = value {
        items.pop();
    }
}

fn more_in_a_pack(value: &mut Value) {
    match value {
        Value::Object(packs) => more(packs.entry("banking").or_insert(Value::Null)),
        other => *other = json!({ "banking": ["erp.example.com/admin/*"] }),
    }
}

/// One more page that never may, one site less, and a pattern that is added to a pack: each opens nothing.
fn narrows(text: &str) -> TestCaseResult {
    let Ok(Value::Object(entries)) = serde_json::from_str(text) else { return Ok(()) };
    let before = allowed(&Policy::draft(text));
    let with = |key: &str, change: fn(&mut Value)| {
        let mut narrower = entries.clone();
        change(narrower.entry(key).or_insert(Value::Null));
        // Counted anew where it was counted.
        if narrower.contains_key("entries") {
            narrower.insert("entries".to_owned(), narrower.len().into());
        }
        allowed(&Policy::draft(&Value::Object(narrower).to_string()))
    };
    let problems = !Policy::draft(text).view().problems.is_empty();
    for (key, after) in
        [("never", with("never", more)), ("sites", with("sites", less)), ("packs", with("packs", more_in_a_pack))]
    {
        // A change may also mend a mistake, and only then something opens.
        prop_assert!(problems || after.iter().all(|page| before.contains(page)), "{}: {:?} by {}", key, after, text);
    }
    Ok(())
}

#[test]
fn the_corpus_is_read() {
    for text in corpus("policy") {
        holds(&text).expect("it holds");
        assert!(check(&text).is_ok(), "{text}");
    }
}

#[test]
fn a_text_that_is_no_policy_allows_nothing() {
    fuzz("policy: text", 0.5, &text(corpus("policy"), TOKENS), |text| holds(&text));
}

#[test]
fn a_changed_policy_is_refused_or_only_narrows() {
    let seeds = corpus("policy").iter().map(|text| serde_json::from_str(text).expect("JSON")).collect();
    fuzz("policy: entries", 0.5, &value(seeds, TOKENS), |value| holds(&value.to_string()));
}
