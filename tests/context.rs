//! What an export says of a target by what stands around it: the described name of one without a name, and the row or section of one of many.

use overt::export::{read_trace, sentence, write};
use overt::format::Format;
use overt::redact::Terms;
use overt::trace::{Context, Header, Observation, Step};
use serde_json::{Value, json};

const TICKETS: &str = r#"- main [ref=e1]:
  - table [ref=e2]:
    - row [ref=e3]:
      - columnheader "Ticket" [ref=e4]
      - columnheader "Hours" [ref=e5]
    - row [ref=e6]:
      - cell "REQ-4112" [ref=e7]
      - cell [ref=e8]:
        - textbox [ref=e9]: "7"
      - button "Open" [ref=e10]
    - row [ref=e11]:
      - cell "<TEXT_3>" [ref=e12]
      - cell [ref=e13]:
        - textbox [ref=e14]: "8"
      - button "Open" [ref=e15]
  - region "Billing" [ref=e16]:
    - button "Edit \"all\"" [ref=e17]
  - region "Delivery" [ref=e18]:
    - button "Edit \"all\"" [ref=e19]
  - button "Close" [ref=e20]"#;

const FORM: &str = r#"- main [ref=e1]:
  - text: "Cost \"centre\": *"
  - combobox [ref=e2]: "Choose one"
  - textbox [ref=e3]: "What was typed"
  - checkbox [ref=e4]
  - text: "Keep me signed in"
  - paragraph [ref=e5]:
    - text: "Rating"
  - generic [ref=e6]:
    - generic [ref=e7]:
      - slider [ref=e8]
  - generic [ref=e9]: "Read the terms"
  - text: "<NAME_1>"
  - spinbutton [ref=e10]"#;

/// The step on the line with the ref, as it is read from the trace that was written of it.
fn exported(text: &str, reference: &str) -> Step {
    let line = text.lines().find(|line| line.contains(&format!("[ref={reference}]"))).expect("the line is there");
    let words = line.trim_start_matches([' ', '-']);
    let role = words.split([' ', ':']).next().expect("a line has a role");
    let named = words.strip_prefix(role).and_then(|rest| rest.strip_prefix(" \"")?.split_once("\" [ref="));
    let name = named.map(|(name, _)| name.replace("\\\"", "\"")).unwrap_or_default();
    let header: Header = of(json!({
        "version": 2, "session": "5f0c", "goal": "", "outcome": "done", "started": "2026-11-24T00:00:00Z",
        "maskingLevel": "structure",
        "environment": { "recorder": "overt 0.1.0", "browser": "Chromium 156", "language": "en",
            "viewport": { "width": 1280, "height": 800 } },
    }));
    let step: Step = of(json!({
        "seq": 0, "time": 1, "url": "https://desk.example.com/", "observation": { "id": "a1", "ref": reference },
        "action": { "type": "click", "button": "primary", "offsetX": 5, "offsetY": 6 },
        "target": { "role": role, "name": name, "tag": "div", "selectors": [["#x"]], "box": [0, 0, 80, 20] },
    }));
    let observations: Vec<Observation> = of(json!([{ "id": "a1", "text": text }]));
    let written = write(Format::Trace, header, vec![step], observations, &Terms::default());
    read_trace(&written).expect("a trace that was written is read").steps.remove(0)
}

fn of<T: serde::de::DeserializeOwned>(value: Value) -> T {
    serde_json::from_value(value).expect("of the schema")
}

fn context(text: &str, reference: &str) -> Context {
    exported(text, reference).target.and_then(|target| target.context).map(|context| *context).unwrap_or_default()
}

fn described(reference: &str) -> String {
    context(FORM, reference).described.as_str().to_owned()
}

fn within(reference: &str) -> Option<(String, String)> {
    context(TICKETS, reference).within.map(|within| (within.role, within.name.as_str().to_owned()))
}

#[test]
fn a_target_without_a_name_is_described_by_its_label_or_its_text() {
    assert_eq!(described("e2"), "Cost \"centre\"", "the text before it, without what ends a label");
    assert_eq!(described("e3"), "", "the text before the field before it is that one's, and its own is what was typed");
    assert_eq!(described("e4"), "Keep me signed in", "the label of a checkbox stands behind it");
    assert_eq!(described("e8"), "Rating", "what stands before the boxes around it");
    assert_eq!(described("e9"), "Read the terms", "the text in it");
    assert_eq!(described("e10"), "Read the terms", "a placeholder alone says nothing");
    assert_eq!(described("e1"), "", "of a large part of the page the first text says little");
}

#[test]
fn a_field_in_a_table_is_described_by_the_head_of_its_column() {
    assert_eq!(context(TICKETS, "e14").described.as_str(), "Hours");
}

#[test]
fn a_target_of_many_says_in_what_it_stands() {
    let some = |role: &str, name: &str| Some((role.to_owned(), name.to_owned()));
    assert_eq!(within("e10"), some("row", "REQ-4112"));
    assert_eq!(within("e15"), some("row", "<TEXT_3>"), "a masked name tells one row from another too");
    assert_eq!(within("e14"), some("row", "<TEXT_3>"));
    assert_eq!(within("e17"), some("region", "Billing"));
    assert_eq!(within("e20"), None, "there is one of it");
}

#[test]
fn a_sentence_tells_both() {
    let said = |text, reference| sentence(&exported(text, reference));
    assert_eq!(said(TICKETS, "e10"), "Clicked button ‘Open’ in row ‘REQ-4112’ on desk.example.com");
    assert_eq!(said(FORM, "e9"), "Clicked element by ‘Read the terms’ on desk.example.com");
    assert_eq!(said(TICKETS, "e20"), "Clicked button ‘Close’ on desk.example.com");
}
