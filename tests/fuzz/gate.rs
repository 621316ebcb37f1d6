//! The gate through which steps of a page's side come.

use crate::fuzz;
use crate::inputs::{corpus, text, value};
use overt::gate::{Document, admit};
use overt::redact::{MaskingLevel, Redactor, Terms};
use overt::trace::Line;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::TestCaseResult;
use serde_json::Value;

const KEY: [u8; 16] = [3; 16];
const ORIGIN: &str = "https://erp.example.com";
const LEVELS: [MaskingLevel; 4] = MaskingLevel::ALL;
const PRIVATE: [&str; 3] = ["4111 1111 1111 1111", "dana.lee@mail.example.com", "Quagga Tulip"];

const TOKENS: &[&str] = &[
    " 4111 1111 1111 1111 ",
    " dana.lee@mail.example.com ",
    " Quagga Tulip ",
    "<EMAIL#0123456789abcdef>",
    "<TEXT#>",
    "<",
    ">",
    "#",
    "\"",
    "\\",
    "\n",
    "\n- text: \"",
    "\" [ref=e1]",
    ": ",
    " [checked]",
    " [level=2]",
    "- button \"",
    "e1",
    "e9999",
    "0123456789abcdef",
    "https://",
    "https://erp.example.com/",
    "?",
    ";",
    "/",
    "%40",
    "..",
    "step",
    "click",
    "change",
    "keyDown",
    "select",
    "text",
    "file",
    "1 file: pdf",
    "unknown",
    "mistake",
    "pageInitiated",
    "Enter",
    "x-tag",
    "aria/",
    "\u{2028}",
    "\u{202e}",
];

fn redactor(level: MaskingLevel) -> Redactor {
    Redactor::new(KEY, level).with_terms(Terms::new([PRIVATE[2]]))
}

/// The step, and on the second line what it was taken in.
fn seeds() -> Vec<Value> {
    let read = |file: String| file.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON")).collect();
    corpus("step").into_iter().map(read).collect()
}

/// Gives the observation the mark that only the session's recorders can make, as a page's side that was taken over can.
fn marked(mut pair: Value, level: MaskingLevel) -> Value {
    let Ok(text) = serde_json::from_value(pair[1]["text"].clone()) else { return pair };
    let id = redactor(level).mark(&text);
    for pointer in ["/0/observation/id", "/1/id"] {
        if let Some(place) = pair.pointer_mut(pointer) {
            *place = id.clone().into();
        }
    }
    pair
}

fn holds(step: &str, observation: Option<&str>, level: MaskingLevel) -> TestCaseResult {
    let document = Document { origin: ORIGIN.to_owned(), tab: 1, frame: vec![2], frame_selectors: Vec::new() };
    let sequence = serde_json::from_str::<Value>(step).ok().and_then(|step| step["seq"].as_u64()).unwrap_or_default();
    let Ok(sequence) = u32::try_from(sequence) else { return Ok(()) };
    let once = match admit(&document, sequence, step, observation, &mut redactor(level)) {
        Ok(once) => once,
        Err(refused) => {
            let said = refused.to_string();
            prop_assert!(!PRIVATE.iter().any(|one| said.contains(one)), "{}", said);
            return Ok(());
        }
    };
    prop_assert_eq!((once.step.seq, once.step.tab, once.step.frame.as_slice()), (sequence, 1, &[2][..]));
    let kept = serde_json::to_string(&Line::Step(Box::new(once.step.clone()))).expect("a step is JSON");
    let seen = once.observation.as_ref().map(|seen| serde_json::to_string(seen).expect("an observation is JSON"));
    let url = once.step.url.as_str();
    let without_address = ["about:", "blob:", "data:"].contains(&url);
    prop_assert!(url.starts_with("https://erp.example.com/") || without_address, "{}", url);
    for out in [Some(&kept), seen.as_ref()].into_iter().flatten() {
        for private in PRIVATE {
            prop_assert!(!out.contains(private), "{} of {}", out, step);
        }
        let given = step.len() + observation.map_or(0, str::len);
        prop_assert!(out.len() <= 16 * given + 1_024, "{} bytes of {}", out.len(), given);
    }
    let twice = admit(&document, sequence, &kept, None, &mut redactor(level));
    prop_assert_eq!(twice.map(|twice| twice.step), Ok(once.step), "what it admits it admits again");
    Ok(())
}

#[test]
fn the_corpus_is_admitted() {
    let document = Document { origin: ORIGIN.to_owned(), tab: 1, frame: vec![2], frame_selectors: Vec::new() };
    for pair in seeds().into_iter().map(|pair| marked(pair, MaskingLevel::Open)) {
        let (step, seen) = (pair[0].to_string(), pair.get(1).map(ToString::to_string));
        let sequence = pair[0]["seq"].as_u64().and_then(|seq| u32::try_from(seq).ok()).expect("a sequence");
        admit(&document, sequence, &step, seen.as_deref(), &mut redactor(MaskingLevel::Open)).expect("it is admitted");
    }
}

#[test]
fn a_changed_step_is_refused_or_masked_and_bound_to_its_document() {
    let strategy = (value(seeds(), TOKENS), select(&LEVELS[..]), any::<bool>());
    fuzz("gate: step", 0.7, &strategy, |(pair, level, with_mark)| {
        let pair = if with_mark { marked(pair, level) } else { pair };
        holds(&pair[0].to_string(), pair.get(1).map(ToString::to_string).as_deref(), level)
    });
}

#[test]
fn any_text_is_refused_or_admitted_without_a_panic() {
    let lines = seeds().iter().map(|pair| pair[0].to_string()).collect();
    fuzz("gate: text", 0.3, &(text(lines, TOKENS), select(&LEVELS[..])), |(text, level)| {
        holds(&text, Some(&text), level)
    });
}
