//! Which steps the events of a page become.

mod support;

use overt::record::{DocumentPosition, EventContext, PageEvent, Recording, Scroll, Scrolling, StepRevision, Stroke};
use overt::redact::{MaskingLevel, Raw, Redacted};
use overt::trace::{Action, Button, FieldKind, Flag, Modifier, Step, Via};
use support::{FakeElement, Page};

const FORM: &str = r#"<main><h1>Invoice</h1><form id="pay">
    <label for="note">Comment</label><input id="note" name="note">
    <label for="pw">Password</label><input id="pw" type="password">
    <label><input id="agree" type="checkbox"> I agree</label>
    <label>Country<select id="country" name="country"><option value="de">Germany</option></select></label>
    <button id="ok" class="primary"><svg id="icon"></svg> Approve</button></form>
    <div class="rr-block"><button id="hidden-by-marker">Salary</button></div></main>"#;

struct Session {
    recording: Recording<FakeElement>,
    kept: Vec<StepRevision>,
}

impl Session {
    fn new(level: MaskingLevel) -> Self {
        Self { recording: Recording::new([3; 16], level, DocumentPosition::default()), kept: Vec::new() }
    }

    fn see(&mut self, event: PageEvent<FakeElement>) {
        self.see_by(event, true);
    }

    fn see_by(&mut self, event: PageEvent<FakeElement>, by_person: bool) {
        let url = Raw::new("https://erp.example.com/pay?id=7");
        for recorded in self.recording.observe(event, &EventContext { time: 5, url, by_person }) {
            self.kept.retain(|other| other.sequence != recorded.sequence);
            self.kept.push(recorded);
        }
    }

    fn click(&mut self, on: &FakeElement, count: i32) {
        self.see(PageEvent::PointerDown { on: on.clone(), at: (15, 25) });
        self.see(PageEvent::Click { on: on.clone(), button: Button::Primary, at: (15, 25), count, modifiers: vec![] });
    }

    fn steps(&self) -> Vec<&Step> {
        self.kept.iter().map(|recorded| &recorded.step).collect()
    }

    fn only(&self) -> &Step {
        let steps = self.steps();
        assert_eq!(steps.len(), 1, "{steps:?}");
        steps[0]
    }
}

#[test]
fn a_click_on_an_icon_is_a_click_on_its_button() {
    let page = Page::new(FORM);
    let mut session = Session::new(MaskingLevel::Values);
    session.click(&page.find("#icon"), 1);
    let step = session.only();
    assert_eq!(step.action, Action::Click { button: Button::Primary, offset_x: 5, offset_y: 5, modifiers: vec![] });
    let target = step.target.as_ref().expect("a click has a target");
    assert_eq!((target.role.as_str(), target.name.as_str(), target.tag.as_str()), ("button", "Approve", "button"));
    assert_eq!(target.selectors[0][0].as_str(), "#ok");
    assert_eq!(step.url.as_str(), "https://erp.example.com/pay");
}

#[test]
fn the_second_click_of_a_double_click_replaces_the_first() {
    let page = Page::new(FORM);
    let mut session = Session::new(MaskingLevel::Values);
    session.click(&page.find("#ok"), 1);
    session.click(&page.find("#ok"), 2);
    assert!(matches!(session.only().action, Action::DoubleClick { .. }));
    assert_eq!(session.kept[0].revision, 1);
}

#[test]
fn a_click_on_a_label_that_checks_its_box_is_one_change() {
    let page = Page::new(FORM);
    let (label, input) = (page.find("label:has(#agree)"), page.find("#agree"));
    let mut session = Session::new(MaskingLevel::Values);
    session.click(&label, 1);
    session.see(PageEvent::Click {
        on: input.clone(),
        button: Button::Primary,
        at: (0, 0),
        count: 0,
        modifiers: vec![],
    });
    input.set_checked(true);
    session.see(PageEvent::Change(input));
    let step = session.only();
    assert!(matches!(step.action, Action::Change { field: FieldKind::Check, checked: Some(true), .. }));
    assert_eq!(step.target.as_ref().expect("a change has a target").name.as_str(), "I agree");
}

#[test]
fn typed_text_is_one_step_with_the_final_value() {
    let page = Page::new(FORM);
    let note = page.find("#note");
    let mut session = Session::new(MaskingLevel::Open);
    for text in ["t", "tr", "tri", "trip"] {
        note.set_value(text);
        session.see(PageEvent::Input(note.clone()));
    }
    session.see(PageEvent::Change(note));
    let Action::Change { value, field, .. } = &session.only().action else { panic!("a change was expected") };
    assert_eq!((value.as_str(), *field), ("trip", FieldKind::Text));
    assert_eq!(session.kept[0].revision, 1, "that it is typed, and the whole once the field is left");
}

#[test]
fn presses_of_the_arrows_of_a_number_are_one_step_with_the_last_value() {
    let page = Page::new(r#"<label>Copies <input id="copies" type="number"></label><button id="ok">Print</button>"#);
    let copies = page.find("#copies");
    let mut session = Session::new(MaskingLevel::Open);
    for value in ["2", "3", "4"] {
        session.see(PageEvent::PointerDown { on: copies.clone(), at: (15, 25) });
        copies.set_value(value);
        session.see(PageEvent::Input(copies.clone()));
        session.see(released((15, 25), Stroke::default()));
        let button = Button::Primary;
        session.see(PageEvent::Click { on: copies.clone(), button, at: (15, 25), count: 1, modifiers: vec![] });
    }
    session.click(&page.find("#ok"), 1);
    let [Step { action: Action::Change { value, .. }, .. }, Step { action: Action::Click { .. }, .. }] =
        session.steps()[..]
    else {
        panic!("{:?}", session.steps())
    };
    assert_eq!(value.as_str(), "4");
}

#[test]
fn the_change_event_after_enter_tells_nothing_new() {
    let page = Page::new(FORM);
    let note = page.find("#note");
    note.set_value("trip");
    let mut session = Session::new(MaskingLevel::Open);
    session.see(PageEvent::Input(note.clone()));
    session.see(PageEvent::KeyDown { on: note.clone(), key: Raw::new("Enter"), modifiers: vec![], repeated: false });
    session.see(PageEvent::Change(note));
    assert!(matches!(
        session.steps()[..],
        [Step { action: Action::Change { .. }, .. }, Step { action: Action::KeyDown { .. }, .. }]
    ));
}

#[test]
fn a_scroll_does_not_part_a_text_in_two() {
    let page = Page::new(FORM);
    let note = page.find("#note");
    let mut session = Session::new(MaskingLevel::Open);
    note.set_value("ann@exam");
    session.see(PageEvent::Input(note.clone()));
    session.see(PageEvent::Scroll { on: Some(note.clone()), x: 40, y: 0 });
    session.see(PageEvent::Scroll { on: None, x: 0, y: 9 });
    note.set_value("ann@example.com");
    session.see(PageEvent::Input(note));
    session.see(PageEvent::Leave);
    let Action::Change { value, .. } = &session.only().action else { panic!("a change was expected") };
    assert!(value.as_str().starts_with("<EMAIL#"), "{value}");
}

#[test]
fn a_password_is_masked_on_every_masking_level_and_counted() {
    let page = Page::new(FORM);
    let password = page.find("#pw");
    password.set_value("hunter2");
    let mut session = Session::new(MaskingLevel::Open);
    session.see(PageEvent::Input(password));
    session.see(PageEvent::Leave);
    let step = session.only();
    let Action::Change { value, .. } = &step.action else { panic!("a change was expected") };
    assert!(value.as_str().starts_with("<PASSWORD#") && value.as_str().len() > "<PASSWORD#>".len(), "{value}");
    assert_eq!(step.masked.total(), 1);
}

#[test]
fn choosing_an_option_replaces_the_click_that_opened_the_list() {
    let page = Page::new(FORM);
    let country = page.find("#country");
    country.set_value("de");
    let mut session = Session::new(MaskingLevel::Values);
    session.click(&country, 1);
    session.see(PageEvent::Change(country));
    let Action::Change { value, field, .. } = &session.only().action else { panic!("a change was expected") };
    assert_eq!((value.as_str(), *field), ("de", FieldKind::Select));
}

#[test]
fn enter_is_one_step_and_the_click_it_makes_is_none() {
    let page = Page::new(FORM);
    let mut session = Session::new(MaskingLevel::Values);
    session.see(PageEvent::KeyDown {
        on: page.find("#note"),
        key: Raw::new("Enter"),
        modifiers: vec![],
        repeated: false,
    });
    session.see(PageEvent::Click {
        on: page.find("#ok"),
        button: Button::Primary,
        at: (0, 0),
        count: 0,
        modifiers: vec![],
    });
    assert_eq!(session.only().action, Action::KeyDown { key: Redacted::own("Enter"), modifiers: vec![], count: 1 });
}

#[test]
fn a_letter_is_no_step_but_a_shortcut_is() {
    let page = Page::new(FORM);
    let mut session = Session::new(MaskingLevel::Values);
    session.see(PageEvent::KeyDown {
        on: page.find("#note"),
        key: Raw::new("a"),
        modifiers: vec![Modifier::Shift],
        repeated: false,
    });
    session.see(PageEvent::KeyDown {
        on: page.find("#note"),
        key: Raw::new("s"),
        modifiers: vec![Modifier::Control],
        repeated: false,
    });
    assert_eq!(
        session.only().action,
        Action::KeyDown { key: Redacted::own("s"), modifiers: vec![Modifier::Control], count: 1 }
    );
}

#[test]
fn nothing_is_taken_inside_a_blocked_part() {
    let page = Page::new(FORM);
    let mut session = Session::new(MaskingLevel::Open);
    session.click(&page.find("#hidden-by-marker"), 1);
    assert!(session.steps().is_empty());
}

#[test]
fn scrolling_on_is_one_step_with_the_last_place() {
    let mut session = Session::new(MaskingLevel::Values);
    for y in [100, 250, 400] {
        session.see(PageEvent::Scroll { on: None, x: 0, y });
    }
    assert_eq!(session.only().action, Action::Scroll { x: 0, y: 400 });
}

#[test]
fn a_scroll_goes_on_until_anything_else_happens() {
    let mut scrolling = Scrolling::default();
    assert_eq!([scrolling.scrolled(Some("list"), true), scrolling.scrolled(Some("list"), true)], [None, None]);
    assert_eq!(scrolling.end(), Some(Scroll { on: Some("list"), by_person: true }));
    assert_eq!(scrolling.end(), None, "it is over once");
}

#[test]
fn a_scroll_is_over_when_something_else_scrolls() {
    let mut scrolling = Scrolling::default();
    scrolling.scrolled(Some("list"), false);
    assert_eq!(scrolling.scrolled(None, true), Some(Scroll { on: Some("list"), by_person: false }));
    assert_eq!(scrolling.end(), Some(Scroll { on: None, by_person: true }));
}

#[test]
fn a_scroll_is_the_persons_where_a_part_of_it_is() {
    let mut scrolling = Scrolling::default();
    for by_person in [false, true, false] {
        scrolling.scrolled(None::<&str>, by_person);
    }
    assert_eq!(scrolling.end(), Some(Scroll { on: None, by_person: true }));
}

#[test]
fn what_the_page_does_by_itself_is_marked() {
    let mut session = Session::new(MaskingLevel::Values);
    session.see_by(PageEvent::Navigate(Via::History), false);
    assert_eq!(session.only().flags, [Flag::PageInitiated]);
}

/// What a page did while the pointer went over it.
fn changed() -> Stroke {
    Stroke { changed: true, ..Stroke::default() }
}

fn released(at: (i32, i32), stroke: Stroke) -> PageEvent<FakeElement> {
    PageEvent::PointerUp { at, button: Button::Primary, modifiers: vec![], stroke }
}

/// Presses an element at 15, 25 and lets go of it at 90, 25; what the pointer comes up on.
fn drag(page: &Page, from: &str, under: &[&str], stroke: Stroke) -> Session {
    let mut session = Session::new(MaskingLevel::Values);
    page.put_at_pointer(under);
    session.see(PageEvent::PointerDown { on: page.find(from), at: (15, 25) });
    session.see(released((90, 25), stroke));
    session
}

/// The name of what a drag ends on.
fn dragged_to(session: &Session) -> &str {
    let Action::DragAndDrop { to, .. } = &session.only().action else { panic!("{:?}", session.only()) };
    to.name.as_str()
}

#[test]
fn a_press_that_ends_elsewhere_is_a_drag() {
    let page = Page::new(&FORM.replace(r#"id="ok""#, r#"id="ok" data-box="10 20 40 30""#));
    let mut session = drag(&page, "#icon", &["h1", "main"], changed());
    session.see(PageEvent::Click {
        on: page.find("main"),
        button: Button::Primary,
        at: (90, 25),
        count: 1,
        modifiers: vec![],
    });
    assert_eq!(dragged_to(&session), "Invoice");
    assert_eq!(session.only().target.as_ref().map(|target| target.name.as_str()), Some("Approve"));
}

#[test]
fn a_press_that_selects_text_is_no_drag() {
    let page = Page::new(FORM);
    let mut session = drag(&page, "h1", &["#ok"], Stroke { selects_text: true, ..changed() });
    session.see(PageEvent::Click {
        on: page.find("main"),
        button: Button::Primary,
        at: (90, 25),
        count: 1,
        modifiers: vec![],
    });
    assert!(session.steps().is_empty(), "{:?}", session.steps());
}

#[test]
fn a_press_that_hardly_moves_is_no_drag() {
    let page = Page::new(FORM);
    page.put_at_pointer(&["h1"]);
    let mut session = Session::new(MaskingLevel::Values);
    session.see(PageEvent::PointerDown { on: page.find("#icon"), at: (15, 25) });
    session.see(released((22, 18), Stroke::default()));
    assert!(session.steps().is_empty(), "{:?}", session.steps());
}

#[test]
fn a_press_that_ends_elsewhere_and_changes_nothing_is_nothing() {
    let page = Page::new(&FORM.replace(r#"id="ok""#, r#"id="ok" data-box="10 20 40 30""#));
    let mut session = drag(&page, "#icon", &["h1", "main"], Stroke::default());
    session.see(PageEvent::Click {
        on: page.find("main"),
        button: Button::Primary,
        at: (90, 25),
        count: 1,
        modifiers: vec![],
    });
    assert!(session.steps().is_empty(), "{:?}", session.steps());
}

#[test]
fn a_hand_that_trembles_on_a_button_clicks_it() {
    let page = Page::new(&FORM.replace(r#"id="ok""#, r#"id="ok" data-box="10 20 300 60""#));
    let mut session = drag(&page, "#icon", &["#ok", "main"], changed());
    session.see(PageEvent::Click {
        on: page.find("#ok"),
        button: Button::Primary,
        at: (90, 25),
        count: 1,
        modifiers: vec![],
    });
    assert!(matches!(session.only().action, Action::Click { .. }), "{:?}", session.steps());
}

/// Presses an element and lets go of it; the browser tells of no click.
fn press_untold(page: &Page, on: &str) -> Session {
    let mut session = Session::new(MaskingLevel::Values);
    session.see(PageEvent::PointerDown { on: page.find(on), at: (15, 25) });
    session.see(released((15, 25), Stroke::default()));
    assert!(session.steps().is_empty(), "{:?}", session.steps());
    session.see(PageEvent::PointerSettled);
    session
}

#[test]
fn a_press_whose_click_the_page_stopped_is_a_click() {
    let page = Page::new(FORM);
    let mut session = press_untold(&page, "#icon");
    assert_eq!(session.only().target.as_ref().map(|target| target.name.as_str()), Some("Approve"));
    assert!(matches!(session.only().action, Action::Click { .. }), "{:?}", session.steps());
    session.see(PageEvent::PointerSettled);
    session.only();
}

#[test]
fn a_press_that_the_browser_makes_no_click_of_is_nothing() {
    let page = Page::new(&FORM.replace(r#"id="ok""#, r#"id="ok" disabled"#));
    for on in ["#ok", "#icon", "h1"] {
        assert!(press_untold(&page, on).steps().is_empty(), "{on}");
    }
}

#[test]
fn a_line_on_a_canvas_is_told_by_the_places_where_it_turns() {
    let page = Page::new(r#"<canvas id="pad" data-box="10 20 300 200"></canvas>"#);
    let session = drag(&page, "#pad", &["#pad"], Stroke { turns: vec![[30, 90], [60, 40]], ..changed() });
    let Action::DragAndDrop { path, to_x, to_y, .. } = &session.only().action else { panic!("{:?}", session.only()) };
    assert_eq!((path.as_slice(), *to_x, *to_y), ([[20, 70], [50, 20]].as_slice(), 80, 5));
}

#[test]
fn keys_that_are_held_while_clicking_are_told() {
    let page = Page::new(FORM);
    let mut session = Session::new(MaskingLevel::Values);
    let (on, modifiers) = (page.find("#ok"), vec![Modifier::Control]);
    session.see(PageEvent::PointerDown { on: on.clone(), at: (15, 25) });
    session.see(PageEvent::Click { on, button: Button::Primary, at: (15, 25), count: 1, modifiers });
    let Action::Click { modifiers, .. } = &session.only().action else { panic!("{:?}", session.only()) };
    assert_eq!(modifiers[..], [Modifier::Control]);
}

#[test]
fn a_triple_click_is_one_step() {
    let page = Page::new(FORM);
    let mut session = Session::new(MaskingLevel::Values);
    for count in 1..=3 {
        session.click(&page.find("h1"), count);
    }
    assert!(matches!(session.only().action, Action::DoubleClick { .. }), "{:?}", session.steps());
}

const LIST: &str = r#"<ul id="all" aria-label="All"><li id="one"><b id="grip">One</b></li><li id="two" aria-label="Two">Two</li></ul>
    <div id="bin" role="img" aria-label="Bin"></div>"#;

#[test]
fn what_is_dragged_is_not_what_it_is_dragged_to_nor_is_anything_inside_it() {
    let page = Page::new(LIST);
    assert_eq!(dragged_to(&drag(&page, "#one", &["#grip", "#one", "#bin"], changed())), "Bin");
}

#[test]
fn what_holds_the_press_is_dragged_to_where_it_has_not_moved_away_with_it() {
    let page = Page::new(&LIST.replace(r#"id="one""#, r#"id="one" data-box="80 20 100 30""#));
    assert_eq!(dragged_to(&drag(&page, "#grip", &["#grip", "#one", "#all"], changed())), "All");
}

#[test]
fn a_press_that_ends_outside_the_page_is_no_drag() {
    let page = Page::new(LIST);
    assert!(drag(&page, "#one", &[], changed()).steps().is_empty());
}

#[test]
fn a_drag_by_the_browser_is_one_step_when_it_is_dropped_and_none_when_it_is_not() {
    let page = Page::new(FORM);
    let mut session = Session::new(MaskingLevel::Values);
    session.see(PageEvent::PointerDown { on: page.find("h1"), at: (15, 25) });
    session.see(PageEvent::DragStart(page.find("h1")));
    session.see(PageEvent::DragEnd);
    session.see(PageEvent::Drop { on: page.find("#ok"), at: (5, 5) });
    assert_eq!(session.only().action, Action::Unknown { event: "drop".to_owned() });

    let mut session = Session::new(MaskingLevel::Values);
    session.see(PageEvent::DragStart(page.find("h1")));
    session.see(PageEvent::Drop { on: page.find("#ok"), at: (5, 5) });
    session.see(PageEvent::DragEnd);
    assert!(matches!(session.only().action, Action::DragAndDrop { .. }));
}

#[test]
fn files_are_told_by_their_number_and_kinds_alone() {
    let page = Page::new(r#"<input id="up" type="file" multiple aria-label="Receipts">"#);
    let field = page.find("#up");
    field.set_files(&["Dana Scully.pdf", "salary 2026.v2.XLSX", "no ending", "odd.ending-too-long"]);
    let mut session = Session::new(MaskingLevel::Open);
    session.see(PageEvent::Change(field));
    let Action::Change { field, value, .. } = &session.only().action else { panic!("{:?}", session.only()) };
    assert_eq!((*field, value.as_str()), (FieldKind::File, "4 files: pdf, xlsx, other, other"));
}

#[test]
fn a_value_that_the_browser_filled_in_is_masked_on_every_masking_level_and_says_so() {
    let page = Page::new(r#"<input id="city" data-autofilled aria-label="City">"#);
    let field = page.find("#city");
    field.set_value("Springfield");
    let mut session = Session::new(MaskingLevel::Open);
    session.see_by(PageEvent::Input(field), false);
    let Action::Change { value, .. } = &session.only().action else { panic!("{:?}", session.only()) };
    assert!(value.as_str().starts_with("<TEXT#"), "{value}");
    assert_eq!(session.only().flags, [Flag::Autofill]);
}

#[test]
fn an_arrow_acts_in_a_menu_and_not_in_a_line_of_text() {
    let page =
        Page::new(r#"<input id="line"><ul role="menu"><li id="item" role="menuitem" tabindex="0">Open</li></ul>"#);
    let mut session = Session::new(MaskingLevel::Values);
    for on in ["#line", "#item"] {
        session.see(PageEvent::KeyDown {
            on: page.find(on),
            key: Raw::new("ArrowDown"),
            modifiers: Vec::new(),
            repeated: false,
        });
    }
    assert_eq!(session.only().target.as_ref().map(|target| target.role.as_str()), Some("menuitem"));
}

#[test]
fn a_choice_told_by_input_is_not_told_again_by_change() {
    let page = Page::new(FORM);
    let mut session = Session::new(MaskingLevel::Values);
    let select = page.find("#country");
    session.see(PageEvent::Input(select.clone()));
    session.see(PageEvent::Change(select));
    assert_eq!(session.steps().len(), 1);
}

#[test]
fn a_download_tells_the_kind_of_file_and_not_its_name() {
    let page = Page::new(r#"<a id="get" download="Dana Scully.csv" href="/x">Export</a>"#);
    let mut session = Session::new(MaskingLevel::Open);
    session.see(PageEvent::Download(page.find("#get"), Raw::new("Dana Scully.csv")));
    let Action::Download { extension } = &session.only().action else { panic!("{:?}", session.only()) };
    assert_eq!(extension.as_str(), "csv");
}

#[test]
fn what_is_drawn_in_a_canvas_is_marked_opaque() {
    let page = Page::new(r#"<canvas id="chart" aria-label="Sales"></canvas>"#);
    let mut session = Session::new(MaskingLevel::Values);
    session.click(&page.find("#chart"), 1);
    assert_eq!(session.only().flags, [Flag::Opaque]);
}

#[test]
fn what_a_marker_hides_inside_a_button_is_not_in_its_name_nor_in_a_selector() {
    for class in ["rr-block", "rr-mask"] {
        let page = Page::new(&format!(r#"<button>Pay <span class="{class}">Dana Whitfield</span></button>"#));
        let mut session = Session::new(MaskingLevel::Open);
        session.click(&page.find("button"), 1);
        let target = session.only().target.as_ref().expect("a click has a target");
        assert_eq!(target.name.as_str(), "Pay");
        assert!(!format!("{target:?}").contains("Dana"), "{target:?}");
    }
}

#[test]
fn a_part_of_a_private_name_or_address_makes_no_selector() {
    let page =
        Page::new(r#"<a id="x" href="/u/dana.whitfield42%40example.com">Write to dana.whitfield42@example.com</a>"#);
    let mut session = Session::new(MaskingLevel::Open);
    session.click(&page.find("a"), 1);
    let target = session.only().target.as_ref().expect("a click has a target");
    assert!(!format!("{target:?}").contains("whitfield"), "{target:?}");
}

#[test]
fn digits_in_a_box_for_a_part_of_a_number_are_masked() {
    let page = Page::new(r#"<label>First four<input id="a" maxlength="4"></label>"#);
    let part = page.find("#a");
    part.set_value("4111");
    let mut session = Session::new(MaskingLevel::Open);
    session.see(PageEvent::Input(part.clone()));
    session.see(PageEvent::Change(part));
    let Action::Change { value, .. } = &session.only().action else { panic!("a change was expected") };
    assert!(value.as_str().starts_with("<SECRET#"), "{value}");
}

#[test]
fn a_rehearsal_on_the_page_changes_no_step() {
    const SHOWN: &str = r#"<main><p>Type hunter22x to go on</p><table><tr><th>Name</th><td>Maria Lopez</td></tr></table>
        <label for="pw">Password</label><input id="pw" type="password" value="hunter22x">
        <p>Asked by Maria Lopez</p><button id="ok">Approve</button></main>"#;
    for level in [MaskingLevel::All, MaskingLevel::Structure, MaskingLevel::Values, MaskingLevel::Open] {
        let page = Page::new(SHOWN);
        let (mut without, mut rehearsed) = (Session::new(level), Session::new(level));
        let (_, seen) = rehearsed.recording.describe(&page.find("main"), &page.find("#ok")).expect("steps are allowed");
        assert!(seen.text.as_str().contains("button"), "{}", seen.text.as_str());
        assert_eq!(rehearsed.recording.take_taint(), "");
        for session in [&mut without, &mut rehearsed] {
            session.click(&page.find("#ok"), 1);
        }
        assert_eq!(without.kept, rehearsed.kept);
    }
}

#[test]
fn an_element_is_described_without_a_step_or_anything_learnt_of_it() {
    let page =
        Page::new(r#"<main><iframe title="Editor"></iframe><div class="rr-block"><iframe></iframe></div></main>"#);
    let mut session = Session::new(MaskingLevel::Structure);
    let mut described = |css: &str| session.recording.describe(&page.find("body"), &page.find(css));
    let (target, _) = described("iframe").expect("a target");
    assert_eq!((target.role.as_str(), target.selectors.is_empty()), ("iframe", false));
    assert!(described(".rr-block iframe").is_none(), "where a marker forbids steps");
    assert_eq!(session.recording.take_taint(), "");
}

#[test]
fn a_hit_in_a_sorting_header_means_the_header_whatever_else_stands_in_it() {
    let page = Page::new(
        r#"<div role="grid"><div role="columnheader" aria-sort="none"><span id="t">Price</span>
        <button id="f">Filter</button></div><div role="columnheader"><i id="o">Id</i> <button>Menu</button></div></div>"#,
    );
    let hit = |css: &str| {
        let mut session = Session::new(MaskingLevel::Open);
        session.click(&page.find(css), 1);
        session.only().target.as_ref().expect("a target").role.clone()
    };
    assert_eq!([hit("#t"), hit("#f"), hit("#o")], ["columnheader", "button", "generic"]);
}

#[test]
fn a_box_that_is_not_to_be_seen_has_the_name_of_its_label_which_is_pressed() {
    let page =
        Page::new(r#"<label><input type="checkbox" id="box" hidden><span id="drawn"></span> Remember me</label>"#);
    let (drawn, input) = (page.find("#drawn"), page.find("#box"));
    let mut session = Session::new(MaskingLevel::Open);
    session.click(&drawn, 1);
    input.set_checked(true);
    session.see(PageEvent::Change(input));
    let target = session.only().target.as_ref().expect("a change has a target");
    let told = (target.role.as_str(), target.name.as_str(), target.tag.as_str());
    assert_eq!(told, ("checkbox", "Remember me", "label"));
}
