//! The import of trace files.

use crate::inputs::{corpus, value};
use crate::{fuzz, grows_too_fast};
use overt::export::{Trace, phrase, read_trace, write, write_trace};
use overt::format::Format;
use overt::redact::Terms;
use overt::trace::Step;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::TestCaseResult;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

/// Stands in the corpus as a text of the page; no message of a refusal may hold it.
const PAGE_TEXT: &str = "Quagga";

const TOKENS: &[&str] = &[
    PAGE_TEXT,
    "<EMAIL_1>",
    "<EMAIL>",
    "<TEXT_0>",
    "<1>",
    "\u{2028}",
    "\u{202e}",
    "\"",
    "\\",
    "\n",
    "[ref=e1]",
    "- button",
    "e2",
    "step",
    "header",
    "observation",
    "footer",
    "click",
    "change",
    "navigate",
    "load",
    "pageInitiated",
    "mistake",
    "aria/",
    "text/",
    "#ok",
    "https://",
    "4111 1111 1111 1111",
    "1970-01-01T00:00:00Z",
    "529c8195bdc83dd3",
];

/// The files' lines above their footers.
fn bodies() -> Vec<Vec<Value>> {
    let lines =
        |text: String| -> Vec<Value> { text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect() };
    corpus("trace").into_iter().map(lines).map(|mut lines| lines.drain(..lines.len() - 1).collect()).collect()
}

/// As far as the classes are counted.
const LARGEST: u64 = u32::MAX as u64;

/// A file of these lines with the footer that belongs under them, as one has it who forges a file.
fn sealed(lines: &[Value]) -> String {
    let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
    let mut masked = Map::new();
    for (class, count) in lines.iter().filter_map(|line| line["masked"].as_object()).flatten() {
        let sum = masked.get(class).and_then(Value::as_u64).unwrap_or(0) + count.as_u64().unwrap_or(0).min(LARGEST);
        masked.insert(class.clone(), sum.min(LARGEST).into());
    }
    let steps = lines.iter().filter(|line| line["kind"] == "step").count();
    let hash: String = Sha256::digest(&text).iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{text}{}\n", json!({ "kind": "footer", "steps": steps, "masked": masked, "sha256": hash }))
}

/// Lines of the corpus, some of them changed, moved, doubled or left out.
fn forged() -> impl Strategy<Value = String> {
    let all: Vec<Value> = bodies().concat();
    let line = value(all, TOKENS);
    (select(bodies()), prop::collection::vec((any::<Index>(), line, 0..4_u8), 0..4)).prop_map(|(mut lines, changes)| {
        for (at, line, way) in changes {
            let at = at.index(lines.len());
            match way {
                0 => lines[at] = line,
                1 => lines.insert(at, line),
                2 => lines.insert(at, lines[at].clone()),
                _ if lines.len() > 1 => drop(lines.remove(at)),
                _ => {}
            }
        }
        for (seq, step) in lines.iter_mut().filter(|line| line["kind"] == "step").enumerate() {
            step["seq"] = seq.into();
        }
        sealed(&lines)
    })
}

/// What is above the footer, to the byte, and what the footer says.
fn means(text: &str) -> (&str, Option<Value>) {
    let (above, footer) = text.trim_end().rsplit_once('\n').unwrap_or_default();
    (above, serde_json::from_str(footer).ok())
}

/// The steps in their order, each with the text that it was taken in, without what a new file gives them anew.
fn meant(trace: &Trace) -> Vec<(Step, Option<String>)> {
    let text = |id: &str| trace.observations.iter().find(|one| one.id == id).map(|one| one.text.as_str().to_owned());
    let mut steps: Vec<Step> = trace.steps.clone();
    steps.sort_by_key(|step| step.time);
    let bare = |mut step: Step| {
        let seen = step.observation.as_mut().and_then(|sight| text(&std::mem::take(&mut sight.id)));
        step.seq = 0;
        (step, seen)
    };
    steps.into_iter().map(bare).collect()
}

/// A trace that is read says the same when it is written and read again; all formats can be written of it.
fn holds(text: &str) -> TestCaseResult {
    let trace = match read_trace(text) {
        Ok(trace) => trace,
        Err(broken) => {
            let said = format!("{broken} {:?}", broken.phrase());
            prop_assert!(!said.contains(PAGE_TEXT), "{}", said);
            return Ok(());
        }
    };
    let longest = 8 * text.len() + 4_096;
    let once = write_trace(trace.header.clone(), trace.steps.clone(), trace.observations.clone());
    let back = read_trace(&once).map_err(|broken| TestCaseError::fail(format!("{broken} in {once}")))?;
    prop_assert_eq!(meant(&back), meant(&trace));
    prop_assert_eq!(write_trace(back.header, back.steps, back.observations), once);
    for format in Format::ALL {
        let (header, steps) = (trace.header.clone(), trace.steps.clone());
        let file = write(format, header, steps, trace.observations.clone(), &Terms::default());
        prop_assert!(file.len() <= longest, "{} bytes of {}", file.len(), text.len());
    }
    trace.steps.iter().for_each(|step| drop(phrase(step)));
    Ok(())
}

#[test]
fn the_corpus_is_read_and_says_the_same_when_it_is_written_again() {
    for lines in bodies() {
        let text = sealed(&lines);
        read_trace(&text).expect("a trace");
        holds(&text).expect("it holds");
    }
}

#[test]
fn a_forged_trace_is_refused_or_says_the_same_when_it_is_written_again() {
    fuzz("trace: forged", 0.6, &forged(), |text| holds(&text));
}

#[test]
fn a_trace_that_was_changed_after_its_export_is_refused() {
    let files = corpus("trace");
    let strategy = crate::inputs::text(files.clone(), TOKENS);
    fuzz("trace: changed", 0.3, &strategy, |text| {
        let same = files.iter().any(|file| means(file) == means(&text));
        prop_assert!(same || read_trace(&text).is_err());
        holds(&text)
    });
}

#[test]
fn the_time_to_read_and_write_a_trace_grows_no_faster_than_the_trace() {
    let body = bodies().remove(0);
    let (header, step) = (body[0].clone(), body.iter().find(|line| line["kind"] == "step").expect("a step").clone());
    let of = |steps: usize| {
        let steps = (0..steps).map(|seq| {
            let mut step = step.clone();
            step["seq"] = seq.into();
            step
        });
        sealed(&std::iter::once(header.clone()).chain(steps).collect::<Vec<_>>())
    };
    let files = [of(200), of(800)];
    assert!(!grows_too_fast(|length| {
        let trace = read_trace(&files[usize::from(length > 20_000)]).expect("a trace");
        let _ = write_trace(trace.header, trace.steps, trace.observations);
    }));
}
