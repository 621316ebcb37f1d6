//! Whose an event is: the person's, or the page's.

mod support;

use overt::record::{Causes, Evidence, PageEvent, Sign};
use overt::redact::Raw;
use overt::trace::{Action, Button, Via};
use support::{FakeElement, Page};

const FORM: &str = r#"<main><form id="pay"><input id="note"><input id="agree" type="checkbox"><input id="other" type="checkbox">
    <button id="ok"><svg id="icon"></svg>Approve</button></form><input id="outside" form="pay"><input id="apart"></main>"#;

/// What a person and a page do, each moment named.
struct Doings {
    page: Page,
    causes: Causes<FakeElement>,
    now: f64,
}

impl Doings {
    fn new() -> Self {
        Self { page: Page::new(FORM), causes: Causes::default(), now: 10_000.0 }
    }

    fn find(&self, css: &str) -> FakeElement {
        self.page.find(css)
    }

    fn note(&mut self, sign: Sign<FakeElement>) {
        self.causes.note(sign, self.now);
    }

    fn press(&mut self, css: &str, button: Button) {
        self.note(Sign::PointerDown(Some(self.find(css)), Some(button)));
    }

    fn release(&mut self) {
        self.note(Sign::PointerUp);
    }

    fn key(&mut self, css: &str, enter: bool) {
        self.note(Sign::KeyDown { on: Some(self.find(css)), enter });
    }

    fn click(&mut self, css: &str, trusted: bool) {
        self.note(Sign::Click { on: Some(self.find(css)), trusted });
    }

    fn whose(&mut self, event: &PageEvent<FakeElement>, evidence: &Evidence<FakeElement>) -> bool {
        self.causes.by_person(event, evidence, self.now)
    }

    /// Whether a plain event is the person's.
    fn own(&mut self, event: &PageEvent<FakeElement>) -> bool {
        self.whose(event, &Evidence::default())
    }

    /// Whether an edit of a text is the person's.
    fn edits(&mut self, css: &str) -> bool {
        let evidence = Evidence { input_type: true, ..Evidence::default() };
        self.whose(&PageEvent::Input(self.find(css)), &evidence)
    }

    fn changes(&mut self, css: &str) -> bool {
        self.own(&PageEvent::Change(self.find(css)))
    }

    fn submits(&mut self, submitter: Option<&str>) -> bool {
        let evidence = Evidence { submitter: submitter.map(|css| self.find(css)), ..Evidence::default() };
        self.whose(&PageEvent::Submit(self.find("#pay")), &evidence)
    }

    fn copies(&mut self) -> bool {
        self.own(&PageEvent::Plain(self.find("#note"), Action::Copy))
    }

    fn pastes(&self, css: &str) -> bool {
        self.causes.has_effect(&PageEvent::Plain(self.find(css), Action::Paste))
    }

    fn scrolls(&self, held: bool) -> bool {
        self.causes.scrolls(held, self.now)
    }
}

#[test]
fn an_edit_is_the_persons_where_the_browser_announced_it() {
    let mut doings = Doings::new();
    doings.note(Sign::BeforeInput);
    assert!(doings.edits("#note"));
    assert!(!doings.edits("#note"), "what execCommand does is not announced");
}

#[test]
fn a_press_ends_what_was_announced_before_it() {
    let mut doings = Doings::new();
    doings.note(Sign::BeforeInput);
    doings.press("#ok", Button::Primary);
    assert!(!doings.edits("#note"));
}

#[test]
fn an_input_without_a_kind_is_the_persons_choice() {
    let mut doings = Doings::new();
    assert!(doings.own(&PageEvent::Input(doings.find("#note"))));
}

#[test]
fn a_change_is_the_pages_where_its_last_input_was() {
    let mut doings = Doings::new();
    doings.edits("#note");
    assert!(!doings.changes("#note"));
    assert!(doings.changes("#apart"));
    doings.note(Sign::BeforeInput);
    doings.edits("#note");
    assert!(doings.changes("#note"), "the person has edited it since");
}

#[test]
fn a_box_is_checked_by_the_person_where_their_click_was_on_it() {
    let mut doings = Doings::new();
    doings.press("#agree", Button::Primary);
    doings.click("#agree", true);
    assert!(doings.changes("#agree"));
    assert!(!doings.changes("#other"));
}

#[test]
fn a_click_of_the_page_makes_what_follows_the_pages_until_the_next_press() {
    let mut doings = Doings::new();
    doings.press("#ok", Button::Primary);
    doings.click("#ok", true);
    doings.click("#icon", false);
    doings.click("#agree", true);
    assert!(!doings.changes("#agree"), "as a label's click does");
    doings.key("#agree", false);
    doings.click("#agree", true);
    assert!(doings.changes("#agree"));
}

#[test]
fn a_form_is_submitted_by_the_person_where_they_clicked_in_its_button_and_once() {
    let mut doings = Doings::new();
    doings.press("#icon", Button::Primary);
    doings.click("#icon", true);
    assert!(doings.submits(Some("#ok")));
    assert!(!doings.submits(Some("#ok")), "a click submits once");
    doings.click("#apart", true);
    assert!(!doings.submits(Some("#ok")), "the click was elsewhere");
    doings.click("#ok", true);
    assert!(!doings.submits(None), "requestSubmit names no button");
}

#[test]
fn a_form_is_submitted_by_the_person_where_they_pressed_enter_in_one_of_its_fields() {
    for (css, enter, expected) in
        [("#note", true, true), ("#outside", true, true), ("#apart", true, false), ("#note", false, false)]
    {
        let mut doings = Doings::new();
        doings.key(css, enter);
        doings.now += 500.0;
        assert_eq!(doings.submits(None), expected, "{css}");
        doings.now += 600.0;
        assert!(!doings.submits(None), "long after it");
    }
}

#[test]
fn a_copy_is_the_persons_by_a_key_or_from_the_menu_of_the_right_button() {
    let mut doings = Doings::new();
    assert!(!doings.copies());
    doings.key("#note", false);
    assert!(doings.copies());
    doings.press("#note", Button::Primary);
    assert!(!doings.copies(), "what a page copies after a click is the page's");
    doings.press("#note", Button::Secondary);
    assert!(doings.copies());
}

#[test]
fn a_middle_click_pastes_into_fields_alone() {
    let mut doings = Doings::new();
    doings.press("#note", Button::Auxiliary);
    assert!(doings.pastes("#note"));
    assert!(!doings.pastes("main"));
    doings.key("main", false);
    assert!(doings.pastes("main"), "a key pastes where the page takes it");
}

#[test]
fn a_scroll_is_the_persons_while_a_button_is_held() {
    let mut doings = Doings::new();
    assert!(!doings.scrolls(false));
    doings.press("main", Button::Primary);
    assert!(doings.scrolls(true));
    assert!(!doings.scrolls(false), "a scroll bar tells of no release, the pointer does");
    doings.release();
    assert!(!doings.scrolls(true), "a button that went down elsewhere");
}

#[test]
fn a_scroll_is_the_persons_just_after_a_wheel_a_key_or_their_own_navigation() {
    let causes: [fn(&mut Doings); 3] = [
        |doings| doings.note(Sign::Wheel),
        |doings| doings.key("main", false),
        |doings| doings.note(Sign::Navigate { by_user: true }),
    ];
    for cause in causes {
        let mut doings = Doings::new();
        cause(&mut doings);
        doings.now += 999.0;
        assert!(doings.scrolls(false));
        doings.now += 1.0;
        assert!(!doings.scrolls(false));
    }
}

#[test]
fn a_scroll_after_a_click_or_a_navigation_of_the_page_is_the_pages() {
    let mut doings = Doings::new();
    doings.press("#ok", Button::Primary);
    doings.release();
    doings.click("#ok", true);
    doings.note(Sign::Navigate { by_user: false });
    assert!(!doings.scrolls(false));
}

#[test]
fn after_a_middle_click_the_pointer_scrolls_until_the_next_press() {
    let mut doings = Doings::new();
    doings.press("main", Button::Auxiliary);
    doings.release();
    doings.now += 60_000.0;
    assert!(doings.scrolls(false));
    doings.press("main", Button::Primary);
    doings.release();
    assert!(!doings.scrolls(false));
}

#[test]
fn a_new_address_is_the_persons_where_the_browser_says_so() {
    let mut doings = Doings::new();
    let went = PageEvent::Navigate(Via::History);
    assert!(!doings.own(&went));
    doings.note(Sign::Navigate { by_user: true });
    assert!(doings.own(&went));
    doings.note(Sign::Navigate { by_user: false });
    assert!(!doings.own(&went));
}

#[test]
fn a_download_is_the_persons_where_its_click_is_trusted() {
    let mut doings = Doings::new();
    let download = PageEvent::Download(doings.find("#ok"), Raw::new("a.csv"));
    assert!(doings.own(&download));
    assert!(!doings.whose(&download, &Evidence { trusted: false, ..Evidence::default() }));
}

#[test]
fn a_dialog_and_an_entered_frame_are_the_persons_just_after_they_did_something() {
    let mut doings = Doings::new();
    for event in [PageEvent::Gap, PageEvent::Plain(doings.find("main"), Action::Frame)] {
        assert!(!doings.own(&event));
        assert!(doings.whose(&event, &Evidence { user_active: true, ..Evidence::default() }));
    }
}

#[test]
fn what_no_page_can_make_is_the_persons() {
    let mut doings = Doings::new();
    let on = doings.find("#note");
    assert!(doings.own(&PageEvent::PointerDown { on: on.clone(), at: (1, 1) }));
    assert!(doings.own(&PageEvent::Plain(on, Action::Paste)));
}

#[test]
fn a_document_that_the_page_writes_anew_knows_nothing_of_what_was_pressed_in_the_old_one() {
    let mut doings = Doings::new();
    doings.key("#note", true);
    doings.edits("#apart");
    doings.note(Sign::NewDocument);
    assert!(!doings.submits(None));
    assert!(!doings.copies());
    assert!(doings.changes("#apart"));
}
