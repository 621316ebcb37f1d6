//! A word that the person masks afterwards is gone from every text of a step.

use overt::export::{Found, mask_observation, mask_step, sentence};
use overt::redact::RetroactiveMask;
use overt::trace::{Observation, Step};
use proptest::prelude::*;
use serde_json::json;

fn step() -> Step {
    serde_json::from_value(json!({
        "seq": 0, "time": 1, "url": "https://erp.example.com/Tulip/pay",
        "action": { "type": "change", "field": "text", "value": "for tulip, <TERM_2> and TULIPS" },
        "target": { "role": "textbox", "name": "Tulip <EMAIL_1>", "tag": "input",
            "selectors": [["aria/Tulip"], ["#host", "#tulip-note"], ["#note"]], "box": [0, 0, 80, 20] },
        "masked": { "email": 1, "text": 1 },
    }))
    .expect("a step of the schema")
}

fn masked(word: &str) -> (Step, Found) {
    let mut step = step();
    let kept = serde_json::to_string(&step).expect("a step is JSON");
    let found = mask_step(&RetroactiveMask::new(word, &[&kept]).expect("a word"), &mut step);
    (step, found)
}

#[test]
fn a_word_is_masked_in_every_text_whatever_its_case_and_counted() {
    let (step, found) = masked("tulip");
    assert_eq!(found, Found { count: 4, any: true });
    assert_eq!(
        sentence(&step),
        "Typed ‘for <TERM_3>, <TERM_2> and <TERM_3>S’ into field ‘<TERM_3> <EMAIL_1>’ on erp.example.com"
    );
    assert_eq!(step.url.as_str(), "https://erp.example.com/<TERM_3>/pay");
    assert_eq!(serde_json::to_value(step.masked).expect("counts"), json!({ "email": 1, "text": 1, "term": 4 }));
}

#[test]
fn selectors_that_hold_the_word_go_and_the_others_stay() {
    let (step, ..) = masked("tulip");
    assert_eq!(serde_json::to_value(step.target.expect("a target").selectors).expect("a list"), json!([["#note"]]));
}

#[test]
fn a_placeholder_is_no_text() {
    assert_eq!(masked("text").1, Found::default());
    assert_eq!(masked("1").1, Found::default());
    assert_eq!(masked("email").1, Found::default());
}

#[test]
fn a_word_that_stands_nowhere_changes_nothing() {
    assert_eq!(masked("Rose"), (step(), Found::default()));
}

#[test]
fn there_is_no_word_without_a_letter() {
    assert!(RetroactiveMask::new(" \u{200b}", &[]).is_none());
}

#[test]
fn in_an_observation_names_and_texts_are_masked_and_its_grammar_stays() {
    let mut seen: Observation = serde_json::from_value(json!({
        "id": "o1",
        "text": "- main:\n  - button \"A button \\\"ref\\\"\" [ref=e5]\n  - textbox \"Note\" [ref=e6]: button, ref\n  - text: ref\n",
    }))
    .expect("an observation");
    let mut mask = |word: &str| mask_observation(&RetroactiveMask::new(word, &[]).expect("a word"), &mut seen).count;
    assert_eq!((mask("button"), mask("main"), mask("e5")), (2, 0, 0));
    assert_eq!(mask("ref"), 3);
    assert_eq!(
        seen.text.as_str(),
        "- main:\n  - button \"A <TERM_1> \\\"<TERM_1>\\\"\" [ref=e5]\n  - textbox \"Note\" [ref=e6]: <TERM_1>, <TERM_1>\n  - text: <TERM_1>\n"
    );
}

proptest! {
    #[test]
    fn a_masked_word_is_found_nowhere_again(word in "[^<>A-Z0-9_\\PC]{1,6}", text in "\\PC{0,12}", more in "\\PC{0,12}") {
        prop_assume!(RetroactiveMask::new(&word, &[]).is_some());
        let value = format!("{text}{word}{more}");
        let mut step = step();
        step.action = serde_json::from_value(json!({ "type": "change", "field": "text", "value": value })).expect("an action");
        let word = RetroactiveMask::new(&word, &[]).expect("a word");
        mask_step(&word, &mut step);
        prop_assert_eq!(mask_step(&word, &mut step).count, 0);
    }
}

#[test]
fn how_a_frame_is_found_goes_where_it_holds_the_word() {
    let mut step = step();
    step.frame_selectors = serde_json::from_value(json!([[["iframe[title=\"Tulip\"]"], ["#a"]]])).expect("selectors");
    mask_step(&RetroactiveMask::new("tulip", &[]).expect("a word"), &mut step);
    assert_eq!(serde_json::to_value(&step.frame_selectors).expect("JSON"), json!([[["#a"]]]));
}
