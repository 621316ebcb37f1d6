//! Whatever way a secret is typed, pasted and mended, no step ever holds a part of it.

mod support;

use overt::record::{DocumentPosition, EventContext, PageEvent, Recording};
use overt::redact::{MaskingLevel, Raw, Terms, Typing};
use overt::trace::{Action, Button, Modifier};
use proptest::prelude::*;
use std::time::{Duration, Instant};
use support::{FakeElement, Page};

const PAGE: &str = r#"<main><form id="form"><label for="note">Note</label><input id="note">
    <label for="password">Word</label><input id="password" type="password">
    <button id="save">Save</button></form></main>"#;

/// What the person does to the field.
#[derive(Clone, Debug)]
enum Edit {
    /// Puts a piece of the secret, by its characters, where it belongs among those that are there.
    Put(usize, usize),
    /// Writes a wrong sign at a place and takes it away again.
    Slip(usize, char),
    /// Takes a piece away.
    Erase(usize, usize),
    /// Presses a shortcut, or scrolls.
    Shortcut,
    Scroll,
}

/// Every text that any revision of any step held, while the field came to hold the secret.
fn texts(level: MaskingLevel, terms: &str, secret: &str, before: &str, edits: &[Edit]) -> Vec<String> {
    let page = Page::new(PAGE);
    let note = page.find("#note");
    let mut recording =
        Recording::new([5; 16], level, DocumentPosition::default()).with_terms(Terms::new(terms.split('\n')));
    let mut all = Vec::new();
    let mut see = |event: PageEvent<FakeElement>| {
        let context = EventContext { time: 1, url: Raw::new("https://erp.example.com/"), by_person: true };
        for recorded in recording.observe(event, &context) {
            all.push(without_tags(&serde_json::to_string(&recorded.step).expect("a step is JSON")));
        }
    };
    let signs: Vec<char> = secret.chars().collect();
    let mut there = vec![false; signs.len()];
    let set = |there: &[bool], slip: Option<(usize, char)>| {
        let mut text = before.to_owned();
        for (place, sign) in signs.iter().enumerate() {
            text.extend(slip.filter(|(at, _)| *at == place).map(|(_, wrong)| wrong));
            text.extend(there[place].then_some(*sign));
        }
        note.set_value(&text);
        PageEvent::Input(note.clone())
    };
    for edit in edits {
        match *edit {
            Edit::Put(from, to) => there[from.min(signs.len())..to.min(signs.len())].fill(true),
            Edit::Erase(from, to) => there[from.min(signs.len())..to.min(signs.len())].fill(false),
            Edit::Slip(at, wrong) => see(set(&there, Some((at % signs.len(), wrong)))),
            Edit::Shortcut => see(shortcut(&note)),
            Edit::Scroll => see(PageEvent::Scroll { on: None, x: 0, y: 2 }),
        }
        see(set(&there, None));
    }
    there.fill(true);
    see(set(&there, None));
    see(shortcut(&note));
    see(PageEvent::Scroll { on: None, x: 0, y: 4 });
    see(PageEvent::Change(note.clone()));
    see(PageEvent::Leave);
    see(PageEvent::Submit(page.find("#form")));
    all
}

fn shortcut(on: &FakeElement) -> PageEvent<FakeElement> {
    PageEvent::KeyDown { on: on.clone(), key: Raw::new("v"), modifiers: vec![Modifier::Control], repeated: false }
}

/// The text without the sixteen digits of tags and ids, which hold any four by chance.
fn without_tags(text: &str) -> String {
    let hexadecimal = |c: char| c.is_ascii_hexdigit() && !c.is_ascii_uppercase();
    let mut out = String::new();
    for word in text.split_inclusive(|c| !hexadecimal(c)) {
        let digits = word.trim_end_matches(|c| !hexadecimal(c));
        out.push_str(if digits.len() == 16 && digits.chars().any(|c| c.is_ascii_alphabetic()) {
            &word[16..]
        } else {
            word
        });
    }
    out
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let piece = (0usize..24, 1usize..12);
    let edit = prop_oneof![
        4 => piece.clone().prop_map(|(from, length)| Edit::Put(from, from + length)),
        1 => piece.prop_map(|(from, length)| Edit::Erase(from, from + length)),
        2 => (0usize..24, prop::char::range('0', 'z')).prop_map(|(at, wrong)| Edit::Slip(at, wrong)),
        1 => Just(Edit::Shortcut),
        1 => Just(Edit::Scroll),
    ];
    prop::collection::vec(edit, 0..10)
}

/// Secrets, and of each the part that tells it.
const SECRETS: &[(&str, &str)] = &[
    ("4111 1111 1111 1111", "4111 1111 1111 1111"),
    ("5555555555554444", "5555555555554444"),
    ("378282246310005", "378282246310005"),
    ("quorza.blimpfx@example.com", "quorza.blimpfx"),
    ("DE89370400440532013000", "370400440532013000"),
    ("219-09-9999", "219-09-9999"),
    ("AKIAIOSFODNN7EXAMPLE", "IOSFODNN7EXAMPLE"),
    ("+49 30 901820123", "901820123"),
];

/// The first four characters in a row of the secret part that stand in any text.
fn leak(all: &[String], part: &str) -> Option<String> {
    let signs: Vec<char> = part.chars().collect();
    let pieces = signs.windows(4).map(|four| four.iter().collect::<String>());
    pieces.filter(|piece| !piece.contains(' ')).find(|piece| all.iter().any(|text| text.contains(piece.as_str())))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(150) })]

    #[test]
    fn no_four_signs_of_a_secret_are_told_however_it_is_typed(which in 0..SECRETS.len(), edits in edits(), open: bool, before in "[a-z]{0,6} ?") {
        let (secret, part) = SECRETS[which];
        let before = if before.is_empty() || before.ends_with(' ') { before } else { format!("{before} ") };
        let all = texts(if open { MaskingLevel::Open } else { MaskingLevel::Values }, "", secret, &before, &edits);
        prop_assert_eq!(leak(&all, part), None, "{:#?}", all);
    }

    #[test]
    fn no_term_of_the_employee_is_told_however_it_is_written(edits in edits(), large: bool, gap in prop::sample::select(vec![" ", "-", "_", "", "\u{a0}", "\u{200b}"])) {
        let written = ["Projekt", gap, "Morgenröte"].concat();
        let written = if large { written.to_uppercase() } else { written };
        let all = texts(MaskingLevel::Open, "projekt morgenrote", &written, "about ", &edits);
        for piece in ["Morgen", "MORGEN", "enröte", "ENRÖTE"] {
            prop_assert!(!all.iter().any(|text| text.contains(piece)), "{:#?}", all);
        }
    }
}

/// What each step told in the end, after the texts were typed into the field, which was left after each of them.
fn told_in_the_end(texts: &[&str]) -> Vec<String> {
    let page = Page::new(PAGE);
    let (note, save) = (page.find("#note"), page.find("#save"));
    let mut recording = Recording::new([5; 16], MaskingLevel::Open, DocumentPosition::default());
    let mut steps = std::collections::BTreeMap::new();
    let mut see = |event: PageEvent<FakeElement>| {
        let context = EventContext { time: 1, url: Raw::new("https://erp.example.com/"), by_person: true };
        for recorded in recording.observe(event, &context) {
            if let Action::Change { value, .. } = &recorded.step.action {
                let older = steps.insert(recorded.sequence, (recorded.revision, value.as_str().to_owned()));
                assert!(older.is_none_or(|(revision, _)| revision < recorded.revision), "a revision came twice");
            }
        }
    };
    for text in texts {
        note.set_value(text);
        see(PageEvent::Input(note.clone()));
        see(PageEvent::Change(note.clone()));
        see(PageEvent::PointerDown { on: save.clone(), at: (0, 0) });
        see(PageEvent::Click { on: save.clone(), button: Button::Primary, at: (0, 0), count: 1, modifiers: vec![] });
    }
    steps.into_values().map(|(_, value)| without_tags(&value)).collect()
}

#[test]
fn half_a_secret_that_was_told_is_taken_back_when_the_other_half_comes() {
    assert_eq!(told_in_the_end(&["4111 11", "4111 1111 1111 1111"]), ["<TEXT#>", "<CARD#>"]);
    assert_eq!(told_in_the_end(&["Ask quorza.blim", "Ask quorza.blimpfx@example.com"]), ["<TEXT#>", "Ask <EMAIL#>"]);
    assert_eq!(told_in_the_end(&["three", "4111 1111 1111 1111", "chairs"]), ["three", "<CARD#>", "chairs"]);
}

#[test]
fn text_that_is_nothing_private_is_told_once_the_field_is_left() {
    let all = texts(MaskingLevel::Open, "", "three blue chairs", "", &[Edit::Put(0, 5), Edit::Put(5, 11)]);
    let told = all.iter().filter(|text| text.contains("three blue chairs")).count();
    assert_eq!(told, 1, "{all:#?}");
    assert!(all[0].contains("<TEXT#>"), "{}", all[0]);
}

/// What is told while a text is typed sign by sign with a shortcut in its middle, and how it ends, as JSON.
fn told_on_the_way(level: MaskingLevel, field: &str, text: &str) -> Vec<String> {
    let page = Page::new(PAGE);
    let field = page.find(field);
    let mut recording = Recording::new([5; 16], level, DocumentPosition::default());
    let context = EventContext { time: 1, url: Raw::new("https://erp.example.com/"), by_person: true };
    let mut told = Vec::new();
    let signs: Vec<char> = text.chars().collect();
    for end in 1..=signs.len() {
        field.set_value(&signs[..end].iter().collect::<String>());
        told.extend(recording.observe(PageEvent::Input(field.clone()), &context));
        if end == signs.len() / 2 {
            told.extend(recording.observe(shortcut(&field), &context));
        }
    }
    told.iter()
        .flat_map(|one| [serde_json::to_string(&one.step), serde_json::to_string(&one.observation)])
        .map(|json| json.expect("a step is JSON"))
        .collect()
}

#[test]
fn until_the_field_is_left_the_same_is_told_of_every_text() {
    for level in [MaskingLevel::Open, MaskingLevel::Values, MaskingLevel::All] {
        for field in ["#note", "#password"] {
            let short = told_on_the_way(level, field, "cat");
            assert_eq!(short, told_on_the_way(level, field, "correct horse battery staple"), "{level:?} {field}");
            assert_eq!(short, told_on_the_way(level, field, "ann@example.com"), "{level:?} {field}");
        }
    }
}

#[test]
fn an_unfinished_text_has_no_tag() {
    let told = told_on_the_way(MaskingLevel::Values, "#password", "hunter2 or so");
    assert!(told[0].contains(r#""value":"<PASSWORD#>""#), "{}", told[0]);
    assert!(told.iter().all(|text| !text.contains("<PASSWORD#") || text.contains("<PASSWORD#>")), "{told:#?}");
}

/// In place of a fuzzer: any text, for a while, through every way of the gate.
#[test]
fn no_text_makes_the_gate_panic_within_two_seconds_of_trying() {
    let end = Instant::now() + Duration::from_secs(2);
    let mut seed = 0x9e37_79b9_7f4a_7c15_u64;
    let alphabet: Vec<char> =
        "0123456789 4111@.-+()/:;%&#?=_<>[]{}\"'\\nAKIAghp_eyJ-----BEGIN PRIVATE KEY-----DE89é\u{200b}\u{301}日𝟜\u{feff}٤\n\t"
            .chars()
            .collect();
    let mut tried = 0;
    while Instant::now() < end {
        let mut text = String::new();
        for _ in 0..(seed % 400) {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text.push(alphabet[(seed >> 33) as usize % alphabet.len()]);
        }
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let raw = Raw::new(text.as_str());
        for level in [MaskingLevel::Open, MaskingLevel::Values, MaskingLevel::All] {
            let mut gate = overt::redact::Redactor::new([0; 16], level).with_terms(Terms::new(["dé 日", "11"]));
            gate.shown(&raw, false);
            gate.typed(&raw, None, false, Typing::Done);
            gate.url(&raw);
            gate.selector(&raw, true);
            gate.tag(&text);
            gate.key(&raw);
            gate.extension(&raw);
        }
        tried += 1;
    }
    assert!(tried > 20, "only {tried} texts were tried");
}
