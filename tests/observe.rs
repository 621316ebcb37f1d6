//! What an observation says of a page, line by line, and what it leaves out.

mod support;

use overt::observe::observe;
use overt::redact::{MaskingLevel, Redactor};
use support::{FakeElement, Page};

/// The observation of a page at the moment when `target` is acted on, tags without their sixteen digits.
fn seen_at(level: MaskingLevel, page: &Page, target: &FakeElement) -> (String, Option<String>) {
    let mut gate = Redactor::new([3; 16], level);
    let observation = observe(&page.find("body"), target, &mut gate);
    let mut text = observation.text.as_str().to_owned();
    while let Some(at) = text.find('#') {
        text.replace_range(at..at + 17, "");
    }
    (text, observation.ref_of(target))
}

fn seen(html: &str) -> String {
    let page = Page::new(html);
    seen_at(MaskingLevel::Values, &page, &page.find("body")).0
}

#[test]
fn a_page_is_a_tree_of_roles_names_states_and_text() {
    let html = r#"<main><h1>Invoice <b>NW-1042</b></h1><p>Due in <em>nine</em> days.</p>
        <ul><li><a href="/a">First</a> of two</li><li>Second</li></ul>
        <form aria-label="Pay"><label>Amount <input type="number" value="7"></label>
        <label><input type="checkbox" id="box" checked> Received</label>
        <button disabled aria-expanded="true"><span>Approve</span></button></form></main>"#;
    let lines = [
        r#"- main [ref=e1]:"#,
        r#"  - heading "Invoice NW-1042" [level=1] [ref=e2]"#,
        r#"  - paragraph [ref=e3]: "Due in nine days.""#,
        r#"  - list [ref=e4]:"#,
        r#"    - listitem [ref=e5]:"#,
        r#"      - link "First" [ref=e6]"#,
        r#"      - text: "of two""#,
        r#"    - listitem [ref=e7]: "Second""#,
        r#"  - form "Pay" [ref=e8]:"#,
        r#"    - text: "Amount""#,
        r#"    - spinbutton "Amount" [ref=e9]: "<TEXT>""#,
        r#"    - checkbox "Received" [checked] [ref=e10]"#,
        r#"    - text: "Received""#,
        r#"    - button "Approve" [disabled] [expanded] [ref=e11]"#,
    ];
    let page = Page::new(html);
    page.find("#box").set_checked(true);
    assert_eq!(seen_at(MaskingLevel::Values, &page, &page.find("body")).0, lines.join("\n"));
}

#[test]
fn the_target_has_a_line_and_a_ref_though_it_has_no_role() {
    let page = Page::new("<div>Above <div id=t>Open</div></div><button>Other</button>");
    let (text, reference) = seen_at(MaskingLevel::Values, &page, &page.find("#t"));
    assert_eq!(text, "- text: \"Above\"\n- generic [ref=e1]: \"Open\"\n- button \"Other\" [ref=e2]");
    assert_eq!(reference.as_deref(), Some("e1"));
    let (text, reference) = seen_at(MaskingLevel::Values, &page, &page.find("body"));
    assert_eq!(text, "- text: \"Above Open\"\n- button \"Other\" [ref=e1]");
    assert_eq!(reference, None);
}

#[test]
fn what_is_hidden_or_outside_the_window_is_left_out() {
    let html = "<p>Seen</p><p hidden>Hidden</p><p aria-hidden=true>Not told</p><section data-out-of-view><p>Below</p></section>";
    assert_eq!(seen(html), "- paragraph [ref=e1]: \"Seen\"");
}

#[test]
fn what_is_typed_is_masked_by_the_rules_for_fields() {
    let html = r#"<label>Comment <input id="c"></label><label>Password <input id="p" type="password"></label>"#;
    let page = Page::new(html);
    page.find("#c").set_value("ring Ann");
    page.find("#p").set_value("Tulip-92");
    let at = |level| seen_at(level, &page, &page.find("body")).0;
    let lines = |comment: &str| {
        [
            "- text: \"Comment\"\n- textbox \"Comment\" [ref=e1]: \"",
            comment,
            "\"\n- text: \"Password\"\n- textbox \"Password\" [ref=e2]: \"<PASSWORD>\"",
        ]
        .concat()
    };
    assert_eq!(at(MaskingLevel::Values), lines("<TEXT>"));
    assert_eq!(at(MaskingLevel::Open), lines("ring Ann"));
}

#[test]
fn with_the_strictest_masking_level_roles_stay_and_every_text_goes() {
    let page = Page::new("<main><h1>Salary of Ann</h1><button>Approve</button> now</main>");
    let (text, _) = seen_at(MaskingLevel::All, &page, &page.find("body"));
    assert_eq!(
        text,
        "- main [ref=e1]:\n  - heading \"<TEXT>\" [level=1] [ref=e2]\n  - button \"<TEXT>\" [ref=e3]\n  - text: \"<TEXT>\""
    );
}

#[test]
fn private_text_and_marked_parts_of_a_page_are_masked_or_left_out() {
    let html = r#"<p>Mail ann@example.com</p><div class="rr-block"><p>Blocked</p></div>
        <div>Open <span class="ph-mask">Hidden</span> again</div>"#;
    assert_eq!(
        seen(html),
        "- paragraph [ref=e1]: \"Mail <EMAIL>\"\n- text: \"Open\"\n- text: \"<TEXT>\"\n- text: \"again\""
    );
}

#[test]
fn a_number_in_pieces_that_have_lines_of_their_own_is_masked_in_each() {
    for html in [
        "<p>Card 4111 <mark>1111</mark> 1111 1111</p>",
        "<p>Card 4111 <a href=/x>1111</a> 1111 1111</p>",
        "<p>Card 4111 <span>1111 <mark>1111</mark></span> 1111</p>",
        "<p>Card 4111 1111 <span class=ph-mask>1111</span> 1111</p>",
        "<p>Card <ins>4111</ins> <ins>1111</ins> <ins>1111</ins> <ins>1111</ins></p>",
    ] {
        let text = seen(html);
        assert!(!text.contains("1111"), "{html}: {text}");
    }
    // What no line parts keeps its class, and numbers that are none stay.
    assert_eq!(seen("<p>Card 4111 <b>1111</b> 1111 1111</p>"), "- paragraph [ref=e1]: \"Card <CARD>\"");
    assert!(seen("<p>Order 4112 <mark>1111</mark> of 2026</p>").contains("1111"));
}

#[test]
fn a_long_text_is_cut_at_a_word_and_no_placeholder_in_two() {
    let text = seen(&format!("<p>{}</p>", "word ann@example.com ".repeat(60)));
    assert!(text.len() < 700, "{text}");
    assert!(text.ends_with("<EMAIL>…\"") || text.ends_with("word…\""), "{text}");
}

#[test]
fn a_page_without_end_gives_an_observation_with_one() {
    let text = seen(&"<button>Again</button>".repeat(5_000));
    assert_eq!(text.lines().count(), 401);
    assert_eq!(text.lines().last(), Some("- text: \"…\""));
    let deep = seen(&"<div><section aria-label=x>".repeat(500));
    assert!(deep.lines().count() <= 64);
}

#[test]
fn the_target_has_a_line_however_much_stands_before_it() {
    let page =
        Page::new(&["<main>", &"<button>Again</button>".repeat(5_000), "<button id=t>Pay</button></main>"].concat());
    let (text, reference) = seen_at(MaskingLevel::Values, &page, &page.find("#t"));
    assert_eq!(text.lines().nth_back(1), Some("  - button \"Pay\" [ref=e401]"));
    assert_eq!(reference.as_deref(), Some("e401"));
}

#[test]
fn an_observation_counts_its_own_masks_and_leaves_the_steps_counts_alone() {
    let page = Page::new("<p>ann@example.com and bob@example.com</p>");
    let mut gate = Redactor::new([3; 16], MaskingLevel::Values);
    let (observation, masked) = gate.counting(|gate| {
        gate.shown(&overt::redact::Raw::new("4111 1111 1111 1111"), false);
        observe(&page.find("body"), &page.find("p"), gate)
    });
    assert_eq!((observation.masked.total(), masked.total()), (2, 1));
}
