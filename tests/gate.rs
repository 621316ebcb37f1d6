//! What comes from a page's side is kept as it is where the recorder made it, and refused or masked where it did not.

mod support;

use overt::gate::{Admitted, Document, Refused, admit};
use overt::record::{DocumentPosition, EventContext, PageEvent, Recording, StepRevision, tab_step};
use overt::redact::{MaskingLevel, Raw, Redactor, Terms, key_of};
use overt::trace::{Action, Button, Line, Modifier};
use proptest::prelude::*;
use serde_json::{Value, json};
use support::Page;

const KEY: [u8; 16] = [3; 16];
const LEVELS: [MaskingLevel; 4] = MaskingLevel::ALL;
const ORIGIN: &str = "https://erp.example.com";
const CARD: &str = "4111 1111 1111 1111";

fn document() -> Document {
    Document { origin: ORIGIN.to_owned(), tab: 1, frame: vec![2], frame_selectors: Vec::new() }
}

fn gate(level: MaskingLevel, step: &Value) -> Result<Admitted, Refused> {
    admit(&document(), 0, &step.to_string(), None, &mut Redactor::new(KEY, level))
}

fn admitted(level: MaskingLevel, step: &Value) -> Value {
    serde_json::to_value(gate(level, step).expect("the step is admitted").step).expect("a step is JSON")
}

/// A step that the gate admits, with what a test puts into it.
fn step(change: impl FnOnce(&mut Value)) -> Value {
    let mut step = json!({
        "kind": "step", "seq": 0, "time": 5, "tab": 1, "frame": [2], "url": format!("{ORIGIN}/pay"),
        "action": { "type": "click", "button": "primary", "offsetX": 1, "offsetY": 2 },
        "target": { "role": "button", "name": "Approve", "tag": "button", "selectors": [["#ok"]], "box": [0, 0, 80, 20] },
    });
    change(&mut step);
    step
}

/// What a person does on a page with everything in it, as the recorder tells it.
fn recorded(level: MaskingLevel) -> Vec<StepRevision> {
    let page = Page::new(&format!(
        r#"<main><h1>Invoice 4711 for ann@example.com</h1><p>Card {CARD}, call +49 30 901820 or 192.168.0.1</p><form>
        <label for="note">Comment</label><input id="note" name="note"><label for="pw">Password</label>
        <input id="pw" type="password"><label><input id="agree" type="checkbox"> I agree</label>
        <label>Country<select id="country"><option value="de">Germany</option></select></label>
        <input id="file" type="file" aria-label="Papers"><input id="day" type="date" aria-label="Day">
        <button id="ok">Approve ann@example.com</button></form></main>"#
    ));
    let position = DocumentPosition { tab: 1, frame: vec![2] };
    let mut recording = Recording::new(KEY, level, position).with_terms(Terms::new(["Tulip"]));
    let mut all = Vec::new();
    let mut see = |event| {
        let url = Raw::new(format!("{ORIGIN}/pay/ann%40example.com/Tulip;id=3?q=1"));
        all.extend(recording.observe(event, &EventContext { time: 5, url, by_person: true }));
    };
    let note = page.find("#note");
    for text in ["pay", "pay bob@example.com", "pay Tulip and 4111 1111"] {
        note.set_value(text);
        see(PageEvent::Input(note.clone()));
    }
    see(PageEvent::Leave);
    for (css, value) in [("#pw", "correct horse"), ("#country", "de"), ("#day", "2026-11-25")] {
        page.find(css).set_value(value);
        see(PageEvent::Change(page.find(css)));
    }
    page.find("#agree").set_checked(true);
    see(PageEvent::Change(page.find("#agree")));
    page.find("#file").set_files(&["tax.pdf", "Tulip.unknown"]);
    see(PageEvent::Change(page.find("#file")));
    let ok = page.find("#ok");
    for key in ["Enter", "s"] {
        see(PageEvent::KeyDown {
            on: ok.clone(),
            key: Raw::new(key),
            modifiers: vec![Modifier::Control],
            repeated: false,
        });
    }
    see(PageEvent::PointerDown { on: ok.clone(), at: (15, 25) });
    see(PageEvent::Click { on: ok.clone(), button: Button::Primary, at: (15, 25), count: 1, modifiers: vec![] });
    see(PageEvent::Drop { on: ok.clone(), at: (1, 1) });
    see(PageEvent::Download(ok, Raw::new("ann.csv")));
    all
}

#[test]
fn what_the_recorder_made_passes_unchanged_at_every_masking_level() {
    for level in LEVELS {
        let all = recorded(level);
        assert!(all.iter().filter(|one| one.observation.is_some()).count() >= 3, "observations are among them");
        for StepRevision { sequence, step, observation, .. } in all {
            let json = serde_json::to_string(&Line::Step(Box::new(step.clone()))).expect("a step is JSON");
            let seen = observation.as_ref().map(|seen| serde_json::to_string(seen).expect("an observation is JSON"));
            let mut redactor = Redactor::new(KEY, level).with_terms(Terms::new(["Tulip"]));
            let passed = admit(&document(), sequence, &json, seen.as_deref(), &mut redactor);
            assert_eq!(passed, Ok(Admitted { step, observation }), "{level:?}");
        }
    }
}

#[test]
fn a_step_of_another_origin_tab_or_frame_is_refused() {
    let other = |change: fn(&mut Value)| gate(MaskingLevel::Values, &step(change)).map(|_| ());
    assert_eq!(other(|_| ()), Ok(()));
    assert_eq!(other(|step| step["url"] = "https://bank.example/pay".into()), Err(Refused::Elsewhere));
    assert_eq!(other(|step| step["url"] = "https://erp.example.com.evil.example/".into()), Err(Refused::Elsewhere));
    assert_eq!(other(|step| step["url"] = "https://erp.example.com:8443/".into()), Err(Refused::Elsewhere));
    assert_eq!(other(|step| step["url"] = "https://erp.example.com/?card=1".into()), Err(Refused::Elsewhere));
    assert_eq!(other(|step| step["tab"] = 0.into()), Err(Refused::Elsewhere));
    assert_eq!(other(|step| step["frame"] = json!([])), Err(Refused::Elsewhere));
}

#[test]
fn what_is_no_step_or_has_numbers_that_none_has_is_refused() {
    let given =
        |text: &str| admit(&document(), 0, text, None, &mut Redactor::new(KEY, MaskingLevel::Values)).map(|_| ());
    for text in ["", "[]", "null", "{\"a\":1}", "{\"kind\":\"footer\",\"steps\":0,\"masked\":{},\"sha256\":\"\"}"] {
        assert_eq!(given(text), Err(Refused::NotAStep), "{text}");
    }
    for (at, value) in [("seq", json!(-1)), ("time", json!(1e308)), ("extra", json!(1)), ("action", json!("click"))] {
        assert_eq!(given(&step(|step| step[at] = value).to_string()), Err(Refused::NotAStep), "{at}");
    }
    assert_eq!(given(&step(|step| step["seq"] = 7.into()).to_string()), Err(Refused::OutOfBounds));
    assert_eq!(given(&step(|step| step["time"] = u64::MAX.into()).to_string()), Err(Refused::OutOfBounds));
    assert_eq!(given(&step(|step| step["flags"] = json!(["mistake"])).to_string()), Err(Refused::Marked));
    assert_eq!(given(&step(|step| step["target"]["role"] = CARD.into()).to_string()), Err(Refused::NotAWord));
    let context = json!({ "described": "Hours" });
    assert_eq!(given(&step(|step| step["target"]["context"] = context).to_string()), Err(Refused::Marked));
    let event = json!({ "type": "unknown", "event": CARD });
    assert_eq!(given(&step(|step| step["action"] = event).to_string()), Err(Refused::NotAWord));
    let long = "a".repeat(50_000_000);
    assert_eq!(given(&step(|step| step["target"]["name"] = long.into()).to_string()), Err(Refused::TooLong));
}

#[test]
fn a_raw_number_is_masked_wherever_a_step_holds_it() {
    let values: [(&str, Value); 7] = [
        ("/url", format!("{ORIGIN}/4111111111111111").into()),
        ("/target/name", CARD.into()),
        ("/target/tag", "x-4111111111111111".into()),
        ("/target/selectors", json!([["aria/4111 1111 1111 1111"], ["#c4111111111111111"], ["#ok"]])),
        ("/action", json!({ "type": "change", "field": "text", "value": CARD })),
        ("/action", json!({ "type": "change", "field": "select", "value": CARD })),
        ("/action", json!({ "type": "keyDown", "key": "4111111111111111" })),
    ];
    for level in LEVELS {
        for (at, value) in &values {
            let sent = step(|step| *step.pointer_mut(at).expect("a place in the step") = value.clone());
            let kept = admitted(level, &sent).to_string();
            assert!(!kept.contains("4111"), "{level:?}: {kept}");
        }
    }
    let files = json!({ "type": "change", "field": "file", "value": "1 file: 4111111111111111" });
    assert_eq!(gate(MaskingLevel::Open, &step(|step| step["action"] = files)).map(|_| ()), Err(Refused::NotAWord));
}

#[test]
fn what_is_typed_is_masked_as_the_level_asks() {
    let typed = |level| {
        let sent = step(|step| step["action"] = json!({ "type": "change", "field": "text", "value": "for ann" }));
        let kept = admitted(level, &sent);
        (kept["action"]["value"].as_str().unwrap_or_default().starts_with("<TEXT#"), kept["masked"]["text"].clone())
    };
    assert_eq!(typed(MaskingLevel::Open), (false, Value::Null));
    assert_eq!(typed(MaskingLevel::Values), (true, json!(1)));
    assert_eq!(typed(MaskingLevel::All), (true, json!(3)), "the target's name and the path too");
}

#[test]
fn a_forged_observation_is_refused_and_a_private_one_masked() {
    let redactor = || Redactor::new(KEY, MaskingLevel::Values);
    let give = |id: &str, text: &str| {
        let sent = step(|step| step["observation"] = json!({ "id": id, "ref": "e1" }));
        let seen = json!({ "id": id, "text": text }).to_string();
        admit(&document(), 0, &sent.to_string(), Some(&seen), &mut redactor())
    };
    let marked = |text: &str| {
        let text = serde_json::from_value(text.into()).expect("a text");
        redactor().mark(&text)
    };
    assert_eq!(give("0123456789abcdef", "- button \"Approve\" [ref=e1]"), Err(Refused::NotItsObservation));
    for odd in ["Approve", "- button [4111111111111111] [ref=e1]"] {
        assert_eq!(give(&marked(odd), odd), Err(Refused::NotItsObservation), "{odd}");
    }
    let raw = format!("- main [ref=e1]:\n  - text: \"{CARD}\"\n  - button \"{CARD}\" [disabled] [ref=e2]");
    let kept = give(&marked(&raw), &raw).expect("it is admitted").observation.expect("with what it was taken in");
    assert!(!kept.text.as_str().contains("4111"), "{}", kept.text);
    assert!(kept.text.as_str().starts_with("- main [ref=e1]:\n  - text: \"<CARD#"), "{}", kept.text);
}

#[test]
fn a_term_in_the_host_of_a_tabs_step_is_masked() {
    let mut redactor = Redactor::new(KEY, MaskingLevel::Values).with_terms(Terms::new(["Tulip"]));
    let step = tab_step(Action::OpenTab, 2, &Raw::new("https://tulip.example.com/"), 7, &mut redactor);
    assert!(!step.url.as_str().to_lowercase().contains("tulip"), "{}", step.url);
    assert!(step.url.as_str().starts_with("https://<TERM#"), "{}", step.url);
    let line = serde_json::to_value(Line::Step(Box::new(step))).expect("a step is JSON");
    assert_eq!(
        (&line["kind"], &line["action"], &line["masked"]),
        (&json!("step"), &json!({ "type": "openTab" }), &json!({ "term": 1 }))
    );
}

#[test]
fn a_key_is_32_hexadecimal_digits_and_nothing_else_is_one() {
    assert_eq!(key_of("000102030405060708090a0b0c0d0e0f").map(|key| key[15]), Some(15));
    for none in
        ["", "00", "0".repeat(31).as_str(), "0".repeat(33).as_str(), "g".repeat(32).as_str(), "+1".repeat(16).as_str()]
    {
        assert_eq!(key_of(none), None, "{none}");
    }
}

#[test]
fn a_word_that_is_no_masking_level_is_the_strictest() {
    assert_eq!(
        ["open", "values", "all", "", "Open", "none"].map(MaskingLevel::of_word).map(MaskingLevel::word),
        ["open", "values", "all", "all", "all", "all"]
    );
}

proptest! {
    #[test]
    fn no_text_makes_the_gate_fail_and_what_it_admits_it_admits_again(text in "\\PC{0,200}", name in ".{0,60}") {
        let mut redactor = Redactor::new(KEY, MaskingLevel::Open);
        let _ = admit(&document(), 0, &text, Some(&text), &mut redactor);
        let once = admitted(MaskingLevel::Open, &step(|step| step["target"]["name"] = name.into()));
        let mut line = once.clone();
        line["kind"] = "step".into();
        prop_assert_eq!(admitted(MaskingLevel::Open, &line), once);
    }
}

#[test]
fn how_a_frame_is_found_is_what_the_documents_around_it_said_and_masked() {
    let said = json!([[["iframe[title=\"ann@example.com\"]"], ["#one"], vec!["a"; 40]]]);
    let around = Document { frame_selectors: serde_json::from_value(said).expect("selectors"), ..document() };
    let own = step(|step| step["frameSelectors"] = json!([[["#lie"]]]));
    let kept = |document: &Document| {
        let mut redactor = Redactor::new(KEY, MaskingLevel::Values);
        let admitted = admit(document, 0, &own.to_string(), None, &mut redactor).expect("the step is admitted");
        serde_json::to_value(admitted.step.frame_selectors).expect("JSON")
    };
    assert_eq!(kept(&around), json!([[["#one"]]]));
    assert_eq!(kept(&document()), json!([]));
    let deeper = Document { frame_selectors: vec![Vec::new(), Vec::new()], ..around };
    assert_eq!(kept(&deeper), json!([]), "of another path");
}
