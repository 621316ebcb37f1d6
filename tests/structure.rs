//! What of a page is interface and what is data, at the masking level `structure`: one rule, one small page.

mod support;

use overt::observe::observe;
use overt::redact::{Known, MaskingLevel, Raw, Redactor};
use support::Page;

fn gate() -> Redactor {
    Redactor::new([3; 16], MaskingLevel::Structure)
}

/// The lines of a page with the tags of placeholders left out.
fn seen_by(gate: &mut Redactor, html: &str) -> String {
    let page = Page::new(html);
    untagged(observe(&page.find("body"), &page.find("body"), gate).text.as_str())
}

fn seen(html: &str) -> String {
    seen_by(&mut gate(), html)
}

fn untagged(text: &str) -> String {
    let mut text = text.to_owned();
    while let Some(at) = text.find('#') {
        text.replace_range(at..at + 17, "");
    }
    text.split(" [ref=").enumerate().fold(String::new(), |all, (place, part)| {
        all + if place == 0 { part } else { &part[part.find(']').map_or(0, |end| end + 1)..] }
    })
}

/// The names and texts, without the roles around them.
fn texts(html: &str) -> Vec<String> {
    seen(html).split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn what_differs_from_row_to_row_is_data_and_what_is_the_same_is_not() {
    let row = |name: &str, town: &str| {
        format!("<tr><td>{name}</td><td>{town}</td><td>Customer</td><td><button>Edit {name}</button></td></tr>")
    };
    let rows = [("Maria Lopez", "Bristol"), ("Tomas Novak", "Leeds"), ("Aisha Rahman", "Cork")];
    let rows: String = rows.iter().map(|(name, town)| row(name, town)).collect();
    let texts = texts(&format!("<table><tr><th>Name</th><th>Town</th><th>Kind</th><th></th></tr>{rows}</table>"));
    assert_eq!(&texts[..3], ["Name", "Town", "Kind"]);
    assert_eq!(&texts[3..8], ["<NAME>", "<TEXT>", "Customer", "Edit <NAME>", "Edit <NAME>"]);
    assert!(!texts.concat().contains("Novak"));
}

#[test]
fn a_single_row_is_data_too_and_its_buttons_stay() {
    let texts = texts("<table><tr><td>Maria Lopez</td><td>47,900</td><td><button>Edit</button></td></tr></table>");
    assert_eq!(texts, ["<NAME>", "<AMOUNT>", "<TEXT>", "Edit"]);
}

#[test]
fn a_help_text_that_names_a_button_of_the_page_masks_it_nowhere() {
    let help = "<ol><li>Tick Goods</li><li>Press Approve</li></ol><p>When all is right press Send and go home.</p>";
    let texts = texts(&format!("{help}<form><button>Approve</button> <button>Send</button></form>"));
    assert_eq!(texts[texts.len() - 2..], ["Approve", "Send"]);
}

#[test]
fn entries_articles_paragraphs_and_definitions_are_data() {
    assert_eq!(texts("<ul><li>Pay rent</li><li>Call mother</li></ul>"), ["<TEXT>", "<TEXT>"]);
    assert_eq!(texts("<article>It hurts since Monday</article><p>Tested positive</p>"), ["<TEXT>", "<TEXT>"]);
    assert_eq!(texts("<dl><dt>Reason</dt><dd>HIV positive</dd></dl>"), ["Reason", "<TEXT>"]);
}

#[test]
fn boxes_without_roles_are_data_where_they_are_many_of_one_make() {
    let one = |name: &str, text: &str| format!("<div><b>{name}</b><span>{text}</span><button>Reply</button></div>");
    let html = [one("Ann", "Come home"), one("Ben", "It is over"), one("Cleo", "I lost it")].concat();
    let texts = texts(&format!("<div>{html}</div><button>Send</button>"));
    assert_eq!(texts.iter().filter(|text| *text == "Reply").count(), 3);
    assert!(texts.contains(&"Send".to_owned()));
    assert!(
        !["Ann", "Ben", "Cleo", "home", "over", "lost"].iter().any(|word| texts.concat().contains(word)),
        "{texts:?}"
    );
}

#[test]
fn labels_buttons_navigation_and_headings_that_label_stay() {
    let html = "<nav><ul><li><a href=/a>Inbox</a></li><li><a href=/b>Sent mail</a></li><li><a href=/c>Trash</a></li></ul></nav>
        <h1>Contacts</h1><fieldset><legend>Address</legend><label>First name <input></label></fieldset>
        <div role=tablist><button role=tab>Personal</button><button role=tab>Pay</button></div><button>Save changes</button>";
    let texts = texts(html);
    for kept in ["Inbox", "Sent mail", "Trash", "Contacts", "Address", "First name", "Personal", "Pay", "Save changes"]
    {
        assert!(texts.iter().any(|text| text == kept), "{kept}: {texts:?}");
    }
}

#[test]
fn people_in_a_navigation_and_in_tabs_are_data() {
    let texts = texts(
        "<nav><ul><li><a href=/1>Maria Lopez</a></li><li><a href=/2>Tomas Novak</a></li><li><a href=/3>Aisha Rahman</a></li>
        <li><a href=/4>Pedro Almeida</a></li></ul></nav>
        <div role=tablist><button role=tab>Grace Okafor</button><button role=tab>Liam Byrne</button><button role=tab>Samuel Cohen</button></div>",
    );
    assert!(texts.iter().all(|text| text == "<NAME>"), "{texts:?}");
}

#[test]
fn the_name_of_a_record_in_its_heading_is_data() {
    let texts = texts("<h1>Wilma Ostrander</h1><h2>Open invoices</h2><h2>Invoice NW-1042</h2>");
    assert_eq!(texts, ["<NAME>", "Open invoices", "Invoice <NUMBER>"]);
}

#[test]
fn what_was_data_once_is_masked_wherever_it_stands_in_another_writing_too() {
    let mut gate = gate();
    gate.data(&Raw::new("Jürgen Feldmann"), Known::Rare);
    gate.data(&Raw::new("47,900"), Known::Rare);
    gate.data(&Raw::new("Please do not tell Ben about the flat in Leeds"), Known::Rare);
    for (name, kept) in [
        ("Save JUERGEN FELDMANN", "Save <TEXT>"),
        ("Mail Feldmann, Jurgen", "Mail <NAME>"),
        ("Call J. Feldmann", "Call <NAME>"),
        ("Pay 47.900 now", "Pay <AMOUNT> now"),
        ("React to: Please do not tell Ben about", "React to: <TEXT>"),
        ("Open", "Open"),
    ] {
        assert_eq!(seen_by(&mut gate, &format!("<button>{name}</button>")), format!("- button \"{kept}\""));
    }
    for (url, kept) in [
        ("https://x.example/staff/juergen-feldmann/pay", "https://x.example/staff/<NAME>/pay"),
        ("https://x.example/staff/JFeldmann", "https://x.example/staff/<NAME>"),
        ("https://x.example/staff/open", "https://x.example/staff/open"),
    ] {
        let told = gate.url(&Raw::new(url));
        let told = untagged(told.as_str()).replace("<TEXT>", "<NAME>");
        assert_eq!(told, kept);
    }
    assert!(gate.selector(&Raw::new("a[href*=\"/juergen-feldmann\"]"), false).is_none());
}

#[test]
fn a_common_word_of_a_cell_masks_no_button() {
    let html = "<table><tr><td>Maria Lopez</td><td>Open</td></tr><tr><td>Tomas Novak</td><td>Closed</td></tr>
        <tr><td>Aisha Rahman</td><td>Open</td></tr></table><button>Open</button><label>Closed <input type=checkbox></label>";
    let texts = texts(html);
    assert_eq!(&texts[texts.len() - 3..], ["Open", "Closed", "Closed"]);
}

#[test]
fn the_options_of_a_list_are_data_where_they_are_people() {
    let list = |options: &[&str]| {
        let options: String = options.iter().map(|text| format!("<option>{text}</option>")).collect();
        format!("<label>Owner <select id=s>{options}</select></label><button>Ask Tomas Novak</button>")
    };
    let people = texts(&list(&["Maria Lopez", "Tomas Novak", "Aisha Rahman"]));
    assert_eq!(people.last().map(String::as_str), Some("Ask <NAME>"));
    let own = Page::new(&list(&["Low", "Normal", "High"]));
    own.find("#s").set_value("Normal");
    let text = observe(&own.find("body"), &own.find("body"), &mut gate()).text;
    assert!(text.as_str().contains(": \"Normal\""), "{text}");
}

#[test]
fn what_is_typed_is_masked_when_it_is_shown_again() {
    let page =
        Page::new("<label>Note <input id=n></label><button>Undo “ask Xaver Pfundstein”</button><h2>Pfundstein</h2>");
    page.find("#n").set_value("ask Xaver Pfundstein");
    let text = observe(&page.find("body"), &page.find("body"), &mut gate()).text;
    assert!(!text.as_str().contains("Xaver") && !text.as_str().contains("Pfundstein"), "{text}");
}

#[test]
fn the_same_value_has_the_same_placeholder_typed_or_shown() {
    let page = Page::new("<label>Salary <input id=s></label><dl><dt>Pay</dt><dd>47,900</dd></dl>");
    page.find("#s").set_value("47,900");
    let text = observe(&page.find("body"), &page.find("body"), &mut gate()).text;
    let all: Vec<&str> = text.as_str().split('"').filter(|part| part.starts_with("<AMOUNT#")).collect();
    assert_eq!(all.len(), 2, "{text}");
    assert_eq!(all[0], all[1]);
}

#[test]
fn placeholders_are_typed_by_form() {
    let texts = texts(
        "<dl><dt>A</dt><dd>Maria de la Cruz</dd><dt>B</dt><dd>2026-11-20</dd><dt>C</dt><dd>€ 1,200.50</dd><dt>D</dt><dd>NW-1042</dd>
        <dt>E</dt><dd>20 Nov 2026</dd><dt>F</dt><dd>it hurts</dd></dl>",
    );
    let told: Vec<&str> = texts.iter().skip(1).step_by(2).map(String::as_str).collect();
    assert_eq!(told, ["<NAME>", "<DATE>", "<AMOUNT>", "<NUMBER>", "<DATE>", "<TEXT>"]);
}

#[test]
fn what_other_documents_learnt_is_masked_here() {
    let mut one = gate();
    one.data(&Raw::new("Maria Lopez"), Known::Rare);
    let hashes = one.taint().take_fresh();
    assert!(!hashes.contains("Maria") && one.taint().take_fresh().is_empty());
    let mut other = gate();
    other.taint().learn_from(&hashes);
    other.taint().learn_from("no hash at all, and zz");
    assert_eq!(seen_by(&mut other, "<button>Call Lopez, Maria</button>"), "- button \"Call <NAME>\"");
}
