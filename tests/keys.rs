//! Which keys are steps: those that the page takes, whatever they are, and never the letters of a text.

mod support;

use overt::record::{DocumentPosition, EventContext, KeyEffects, PageEvent, Recording, StepRevision};
use overt::redact::{MaskingLevel, Raw};
use overt::trace::{Action, FieldKind};
use support::{FakeElement, Page};

const PAGE: &str = r#"<main><textarea id="chat" aria-label="Message"></textarea><input id="tags" aria-label="Tags">
    <div id="editor" contenteditable="true" role="textbox" aria-label="Note"></div>
    <div id="box" role="checkbox" tabindex="0" aria-checked="false">Newsletter</div><button id="ok">Approve</button>
    <select id="country"><option>Chad</option></select><ul id="menu" role="menu"><li id="item" role="menuitem">Archive</li></ul></main>"#;

const NOTHING: KeyEffects =
    KeyEffects { prevented: false, refocused: false, changed: false, caret_moved: false, written_by_page: false };
const PREVENTED: KeyEffects = KeyEffects { prevented: true, ..NOTHING };
const CHANGED: KeyEffects = KeyEffects { changed: true, ..NOTHING };
const REFOCUSED: KeyEffects = KeyEffects { refocused: true, ..NOTHING };

struct Session {
    page: Page,
    recording: Recording<FakeElement>,
    kept: Vec<StepRevision>,
    now: u64,
}

impl Session {
    fn new(level: MaskingLevel) -> Self {
        let recording = Recording::new([3; 16], level, DocumentPosition::default());
        Self { page: Page::new(PAGE), recording, kept: Vec::new(), now: 0 }
    }

    fn see(&mut self, event: PageEvent<FakeElement>) {
        self.now += 50;
        let url = Raw::new("https://erp.example.com/");
        let context = EventContext { time: self.now, url, by_person: true };
        for revision in self.recording.observe(event, &context) {
            self.keep(revision);
        }
    }

    fn keep(&mut self, revision: StepRevision) {
        self.kept.retain(|other| other.sequence != revision.sequence);
        self.kept.push(revision);
    }

    fn write(&mut self, css: &str, text: &str) {
        let field = self.page.find(css);
        field.set_value(text);
        self.see(PageEvent::Input(field));
    }

    fn down(&mut self, css: &str, key: &str, repeated: bool) {
        let (on, key) = (self.page.find(css), Raw::new(key));
        self.see(PageEvent::KeyDown { on, key, modifiers: vec![], repeated });
    }

    fn press(&mut self, css: &str, key: &str, effects: KeyEffects) {
        self.down(css, key, false);
        self.see(PageEvent::KeySettled(effects));
    }

    /// Presses a key at which the page makes another text of the field.
    fn press_rewriting(&mut self, css: &str, key: &str, after: &str) {
        self.down(css, key, false);
        self.page.find(css).set_value(after);
        self.see(PageEvent::KeySettled(PREVENTED));
    }

    /// Each step in a word or two, after the person has left the field.
    fn told(&mut self) -> Vec<String> {
        self.see(PageEvent::Leave);
        for revision in self.recording.commit() {
            self.keep(revision);
        }
        self.kept.sort_by_key(|revision| revision.sequence);
        let told = |revision: &StepRevision| match &revision.step.action {
            Action::KeyDown { key, count: 1, .. } => format!("press {key}"),
            Action::KeyDown { key, count, .. } => format!("press {key} {count} times"),
            Action::Change { field: FieldKind::Keys, value, .. } => format!("spell {value}"),
            Action::Change { value, .. } => format!("type {value}"),
            other => format!("{other:?}"),
        };
        self.kept.iter().map(told).collect()
    }
}

#[test]
fn a_message_that_enter_sends_stays_a_step_before_the_key() {
    let mut session = Session::new(MaskingLevel::Open);
    session.write("#chat", "first note");
    session.press_rewriting("#chat", "Enter", "");
    session.write("#chat", "second note");
    session.press_rewriting("#chat", "Enter", "");
    assert_eq!(session.told(), ["type first note", "press Enter", "type second note", "press Enter"]);
}

#[test]
fn enter_that_only_breaks_a_line_is_a_part_of_the_text() {
    let mut session = Session::new(MaskingLevel::Open);
    session.write("#chat", "one");
    session.press("#chat", "Enter", NOTHING);
    session.write("#chat", "one\ntwo");
    assert_eq!(session.told(), ["type one\ntwo"]);
}

#[test]
fn enter_that_an_editor_writes_itself_is_a_part_of_the_text() {
    let mut session = Session::new(MaskingLevel::Open);
    session.write("#editor", "one");
    session.press_rewriting("#editor", "Enter", "one\n  ");
    session.write("#editor", "one\n  two");
    assert_eq!(session.told(), ["type one\n  two"]);
}

#[test]
fn enter_that_picks_from_a_list_is_a_step() {
    let mut session = Session::new(MaskingLevel::Open);
    session.write("#editor", "Hi @");
    session.press_rewriting("#editor", "Enter", "Hi Mia Wong ");
    assert_eq!(session.told(), ["type Hi @", "press Enter"]);
}

#[test]
fn a_comma_that_makes_a_tag_is_a_step_and_one_in_a_text_is_not() {
    let mut session = Session::new(MaskingLevel::Open);
    session.write("#tags", "red");
    session.press_rewriting("#tags", ",", "");
    session.write("#tags", "blue");
    session.press("#tags", ",", NOTHING);
    session.write("#tags", "blue, green");
    assert_eq!(session.told(), ["type red", "press ,", "type blue, green"]);
}

#[test]
fn a_text_that_the_page_took_away_stays_a_step_of_its_own() {
    let mut session = Session::new(MaskingLevel::Open);
    session.write("#tags", "scanned code");
    session.page.find("#tags").set_value("");
    session.down("#tags", "5", false);
    session.write("#tags", "5");
    assert_eq!(session.told(), ["type scanned code", "type 5"]);
}

#[test]
fn a_text_that_the_page_formats_is_told_as_it_stands_at_last() {
    let mut session = Session::new(MaskingLevel::Open);
    session.write("#tags", "1234");
    session.page.find("#tags").set_value("1,234.00");
    assert_eq!(session.told(), ["type 1,234.00"]);
}

#[test]
fn what_a_page_writes_itself_at_a_key_is_typed() {
    let mut session = Session::new(MaskingLevel::Open);
    session.press_rewriting("#tags", "1", "1_/__");
    session.press_rewriting("#tags", "2", "12/__");
    assert_eq!(session.told(), ["type 12/__"]);
}

#[test]
fn letters_in_a_field_are_never_keys() {
    let mut session = Session::new(MaskingLevel::Values);
    for letter in ["4", "x"] {
        session.press("#tags", letter, KeyEffects { refocused: true, ..PREVENTED });
    }
    assert!(session.told().is_empty(), "{:?}", session.told());
}

#[test]
fn a_key_outside_fields_is_a_step_where_the_page_takes_it() {
    let mut session = Session::new(MaskingLevel::Values);
    session.press("#box", " ", PREVENTED);
    session.press("#box", "Delete", CHANGED);
    session.press("#item", "r", REFOCUSED);
    session.press("#box", "q", NOTHING);
    assert_eq!(session.told(), ["press  ", "press Delete", "press r"]);
}

#[test]
fn a_key_that_a_native_control_takes_is_none_of_the_pages() {
    let mut session = Session::new(MaskingLevel::Values);
    session.press("#ok", " ", CHANGED);
    session.press("#country", "c", CHANGED);
    assert!(session.told().is_empty(), "{:?}", session.told());
}

#[test]
fn a_key_that_is_held_down_counts() {
    let mut session = Session::new(MaskingLevel::Values);
    session.press("#item", "ArrowDown", NOTHING);
    for _ in 0..3 {
        session.down("#item", "ArrowDown", true);
    }
    assert_eq!(session.told(), ["press ArrowDown 4 times"]);
}

#[test]
fn letters_one_after_the_other_are_a_text_and_masked() {
    let mut session = Session::new(MaskingLevel::Values);
    for letter in ["g", "i"] {
        session.press("#item", letter, PREVENTED);
    }
    assert_eq!(session.told(), ["press g", "press i"], "a shortcut of two keys");
    let mut session = Session::new(MaskingLevel::Values);
    for letter in ["h", "u", "n", "t", "e", "r"] {
        session.press("#item", letter, PREVENTED);
    }
    let told = session.told();
    assert!(told[0] == "press h" && told[1].starts_with("spell <TEXT#") && told.len() == 2, "{told:?}");
}

#[test]
fn digits_one_after_the_other_are_a_text_at_once() {
    let mut session = Session::new(MaskingLevel::Values);
    for digit in ["4", "7", "1", "1"] {
        session.press("#item", digit, PREVENTED);
    }
    let told = session.told();
    assert!(told[0].starts_with("spell <TEXT#") && told.len() == 1, "{told:?}");
}

#[test]
fn what_only_the_page_keeps_is_a_text_of_signs() {
    let mut session = Session::new(MaskingLevel::Open);
    for sign in ["4", "2", " ", "a"] {
        session.press("#item", sign, KeyEffects { written_by_page: true, ..NOTHING });
    }
    assert_eq!(session.told(), ["spell 42 a"]);
}
