//! What the targets are given: the files of the corpus, and what becomes of them by changes of their text and of their JSON.

use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};
use std::path::Path;

/// The files of a folder of the corpus, by their names.
pub fn corpus(folder: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus").join(folder);
    let mut files: Vec<_> =
        std::fs::read_dir(folder).expect("the folder").map(|one| one.expect("a file").path()).collect();
    files.sort();
    assert!(!files.is_empty(), "an empty corpus tests nothing");
    files.iter().map(|file| std::fs::read_to_string(file).expect("a text")).collect()
}

/// One change of a text; places are of its characters.
#[derive(Clone, Debug)]
enum Edit {
    Put(Index, String),
    Cut(Index, usize),
    Repeat(Index, usize, usize),
}

fn edit(tokens: &'static [&'static str]) -> impl Strategy<Value = Edit> {
    let text = prop_oneof![3 => select(tokens).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)];
    prop_oneof![
        4 => (any::<Index>(), text).prop_map(|(at, text)| Edit::Put(at, text)),
        2 => (any::<Index>(), 1..40_usize).prop_map(|(at, length)| Edit::Cut(at, length)),
        1 => (any::<Index>(), 1..40_usize, 2..30_usize).prop_map(|(at, length, times)| Edit::Repeat(at, length, times)),
    ]
}

fn edited(text: &str, edits: Vec<Edit>) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for edit in edits {
        let (Edit::Put(at, _) | Edit::Cut(at, _) | Edit::Repeat(at, ..)) = &edit;
        let at = at.index(chars.len() + 1);
        let end = |length: usize| (at + length).min(chars.len());
        match edit {
            Edit::Put(_, text) => drop(chars.splice(at..at, text.chars())),
            Edit::Cut(_, length) => drop(chars.drain(at..end(length))),
            Edit::Repeat(_, length, times) => {
                let again = chars[at..end(length)].repeat(times);
                chars.splice(at..at, again);
            }
        }
    }
    chars.into_iter().collect()
}

/// A text of the corpus with some changes, of which the tokens are put in.
pub fn text(seeds: Vec<String>, tokens: &'static [&'static str]) -> impl Strategy<Value = String> {
    (select(seeds), prop::collection::vec(edit(tokens), 0..8)).prop_map(|(text, edits)| edited(&text, edits))
}

/// One change of a JSON value; places are of all values in it.
#[derive(Clone, Debug)]
enum Change {
    Set(Index, Value),
    Copy(Index, Index),
    Remove(Index),
    Edit(Index, Edit),
}

fn change(tokens: &'static [&'static str]) -> impl Strategy<Value = Change> {
    let odd = vec![
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(1),
        json!(u64::MAX),
        json!(i64::MIN),
        json!(u32::MAX),
        json!(4_294_967_296_u64),
        json!(1e308),
        json!(0.5),
        json!(""),
        json!([]),
        json!({}),
        json!([[]]),
    ];
    let value = prop_oneof![select(odd), select(tokens).prop_map(Value::from)];
    prop_oneof![
        3 => (any::<Index>(), value).prop_map(|(at, value)| Change::Set(at, value)),
        2 => (any::<Index>(), any::<Index>()).prop_map(|(from, to)| Change::Copy(from, to)),
        1 => any::<Index>().prop_map(Change::Remove),
        4 => (any::<Index>(), edit(tokens)).prop_map(|(at, edit)| Change::Edit(at, edit)),
    ]
}

/// JSON pointers of a value and all in it.
fn places(value: &Value, at: &str, out: &mut Vec<String>) {
    out.push(at.to_owned());
    let escaped = |key: &str| key.replace('~', "~0").replace('/', "~1");
    match value {
        Value::Array(items) => {
            (0..).zip(items).for_each(|(place, item): (usize, _)| places(item, &format!("{at}/{place}"), out))
        }
        Value::Object(entries) => {
            entries.iter().for_each(|(key, item)| places(item, &format!("{at}/{}", escaped(key)), out))
        }
        _ => {}
    }
}

fn changed(mut value: Value, changes: Vec<Change>) -> Value {
    for change in changes {
        let mut all = Vec::new();
        places(&value, "", &mut all);
        let at = |index: &Index| all[index.index(all.len())].clone();
        match change {
            Change::Set(place, new) => *value.pointer_mut(&at(&place)).expect("a place") = new,
            Change::Copy(from, to) => {
                let copy = value.pointer(&at(&from)).cloned().unwrap_or_default();
                // Never a whole into its own part again and again: it would double each time.
                if copy.to_string().len() < 4_000 {
                    *value.pointer_mut(&at(&to)).expect("a place") = copy;
                }
            }
            Change::Remove(place) => remove(&mut value, &at(&place)),
            Change::Edit(place, edit) => {
                if let Some(Value::String(text)) = value.pointer_mut(&at(&place)) {
                    *text = edited(text, vec![edit]);
                }
            }
        }
    }
    value
}

fn remove(value: &mut Value, at: &str) {
    let Some((parent, key)) = at.rsplit_once('/') else { return };
    match value.pointer_mut(parent) {
        Some(Value::Object(entries)) => drop(entries.remove(&key.replace("~1", "/").replace("~0", "~"))),
        Some(Value::Array(items)) => drop(items.remove(key.parse().expect("a place in a list"))),
        _ => {}
    }
}

/// A value of the corpus with some changes, of which the tokens are put into texts.
pub fn value(seeds: Vec<Value>, tokens: &'static [&'static str]) -> impl Strategy<Value = Value> {
    (select(seeds), prop::collection::vec(change(tokens), 0..6)).prop_map(|(value, changes)| changed(value, changes))
}
