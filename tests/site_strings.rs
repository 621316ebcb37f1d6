//! The site's own list of strings at the masking level `structure`: what it keeps that would be data, and what it never does.

mod support;

use overt::observe::observe;
use overt::redact::{Known, MaskingLevel, Raw, Redactor, SiteStrings, Terms, Typing, are_hashes, hashes_of};
use support::Page;

/// A list of strings; `*` stands for what varies in one.
fn list(strings: &[&str]) -> SiteStrings {
    let mut hashes: Vec<String> = strings
        .iter()
        .flat_map(|string| match string.split_once('*') {
            Some((before, after)) => hashes_of(before, Some(after)),
            None => hashes_of(string, None),
        })
        .collect();
    hashes.sort();
    hashes.dedup();
    assert!(are_hashes(&hashes.concat()));
    SiteStrings::new(hashes.concat())
}

fn gate(strings: &[&str]) -> Redactor {
    Redactor::new([3; 16], MaskingLevel::Structure).with_strings(list(strings))
}

/// The names and texts of a page's lines, without the tags of placeholders.
fn texts(gate: &mut Redactor, html: &str) -> Vec<String> {
    let page = Page::new(html);
    let mut text = observe(&page.find("body"), &page.find("body"), gate).text.as_str().to_owned();
    while let Some(at) = text.find('#') {
        text.replace_range(at..at + 17, "");
    }
    text.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

fn table(rows: &[[&str; 3]]) -> String {
    let row = |cells: &[&str; 3]| format!("<tr><td>{}</td></tr>", cells.join("</td><td>"));
    format!("<table>{}</table>", rows.iter().map(row).collect::<String>())
}

#[test]
fn a_help_text_that_is_listed_is_kept_in_any_case_and_with_other_signs() {
    let html = "<p>Enter the same password as before, for verification.</p><p>Tested positive</p>";
    assert_eq!(texts(&mut gate(&[]), html), ["<TEXT>", "<TEXT>"]);
    let mut gate = gate(&["enter the same password as before for verification"]);
    assert_eq!(texts(&mut gate, html), ["Enter the same password as before, for verification.", "<TEXT>"]);
}

#[test]
fn states_of_rows_are_kept_and_a_last_name_that_is_a_word_of_the_site_is_not() {
    let html = table(&[
        ["Maria", "Lopez", "In Progress"],
        ["Larry", "Page", "On Hold"],
        ["Mark", "Novak", "In Progress"],
        ["Aisha", "Rahman", "Won’t Fix"],
    ]);
    let list = ["In Progress", "On Hold", "Won’t Fix", "Page", "Mark", "Open"];
    let kept = texts(&mut gate(&list), &html);
    let data: Vec<&String> = kept.iter().filter(|text| !text.starts_with('<')).collect();
    assert_eq!(data, ["In Progress", "On Hold", "In Progress", "Won’t Fix"], "{kept:?}");
}

#[test]
fn a_list_with_the_names_of_some_people_lets_none_through_among_others() {
    let html = table(&[
        ["Maria Lopez", "Leeds", "1"],
        ["Grace Okafor", "Cork", "2"],
        ["Tomas Novak", "Bristol", "3"],
        ["Liam Byrne", "York", "4"],
    ]);
    let kept = texts(&mut gate(&["Maria Lopez", "Grace Okafor", "Leeds"]), &html).concat();
    assert!(!["Maria", "Lopez", "Grace", "Leeds"].iter().any(|word| kept.contains(word)), "{kept}");
}

#[test]
fn of_a_string_with_something_variable_only_the_words_around_it_are_kept() {
    let mut gate = gate(&["The user * was changed successfully", "* of * selected", "Hello *"]);
    let html = "<p>The user “Maria Lopez” was changed successfully.</p>";
    assert_eq!(texts(&mut gate, html), ["The user “<NAME>” was changed successfully."]);
    // The words around another string, and a single word before anything, are none.
    for other in ["The user Maria Lopez", "Maria Lopez was changed successfully", "Hello Maria"] {
        assert_eq!(texts(&mut gate, &format!("<p>{other}</p>")).concat().replace("NAME", "TEXT"), "<TEXT>", "{other}");
    }
}

#[test]
fn detectors_own_words_and_what_was_typed_win_over_the_list() {
    let listed =
        ["Write to help@desk.example or call Northwind today", "Grace", "In progress", "Ask Grace for a new key"];
    let mut gate = gate(&listed).with_terms(Terms::new(["Northwind"]));
    let html = "<p>Write to help@desk.example or call Northwind today</p><p>Grace</p><p>In progress</p><p>Ask Grace for a new key</p>";
    assert_eq!(
        texts(&mut gate, html),
        ["Write to <EMAIL> or call <TERM> today", "Grace", "In progress", "Ask Grace for a new key"]
    );
    for typed in ["Grace", "in progress"] {
        gate.typed(&Raw::new(typed), None, false, Typing::Done);
    }
    assert_eq!(texts(&mut gate, html)[1..], ["<TEXT>", "<TEXT>", "Ask <TEXT> for a new key"]);
}

#[test]
fn what_was_typed_elsewhere_in_the_session_wins_too() {
    let mut other = gate(&[]);
    other.typed(&Raw::new("Grace"), None, false, Typing::Done);
    let mut gate = gate(&["Grace"]);
    gate.taint().learn_from(&other.taint().take_fresh());
    assert_eq!(texts(&mut gate, "<p>Grace</p>"), ["<TEXT>"]);
}

#[test]
fn a_word_of_a_name_that_was_seen_is_masked_in_a_short_listed_text_and_stays_in_a_sentence() {
    let mut gate = gate(&["Mark", "Please mark all that you have read"]);
    gate.data(&Raw::new("Mark Novak"), Known::Rare);
    let html = "<p>Mark</p><p>Please mark all that you have read</p>";
    assert_eq!(texts(&mut gate, html), ["<TEXT>", "Please mark all that you have read"]);
}

#[test]
fn a_heading_with_capitals_that_is_listed_is_no_name() {
    let html = "<h1>Recent Actions</h1><h1>Wilma Ostrander</h1>";
    assert_eq!(texts(&mut gate(&["Recent actions"]), html), ["Recent Actions", "<NAME>"]);
}

#[test]
fn options_that_are_listed_are_no_values() {
    let rights =
        ["Can add a log entry of the site", "Can change a log entry of the site", "Can view a log entry of it"];
    let options: String = rights.iter().map(|text| format!("<option>{text}</option>")).collect();
    let page = Page::new(&format!("<label>Rights <select id=s>{options}</select></label>"));
    page.find("#s").set_value(rights[0]);
    let chosen = |gate: &mut Redactor| observe(&page.find("body"), &page.find("body"), gate).text;
    assert!(!chosen(&mut gate(&[])).as_str().contains("log entry"));
    assert!(chosen(&mut gate(&rights)).as_str().ends_with(": \"Can add a log entry of the site\""));
}

#[test]
fn numbers_and_what_signs_tell_are_in_no_list() {
    assert_eq!(hashes_of("42", None), Vec::<String>::new());
    assert_eq!(hashes_of("", Some(" 7 %")), Vec::<String>::new());
    let html = "<p>Rating of the shop ★★★★☆</p><p>Rating of the shop</p>";
    assert_eq!(texts(&mut gate(&["Rating of the shop"]), html), ["<TEXT>", "Rating of the shop"]);
}

#[test]
fn a_list_counts_at_structure_only() {
    let mut gate = Redactor::new([3; 16], MaskingLevel::All).with_strings(list(&["Save all changes now"]));
    assert_eq!(texts(&mut gate, "<p>Save all changes now</p>"), ["<TEXT>"]);
}

#[test]
fn a_damaged_list_keeps_nothing_and_breaks_nothing() {
    for damaged in ["x", "Grace", "ÄÖÜäöüß€", "--------", &"z".repeat(4_097)] {
        let mut gate =
            Redactor::new([3; 16], MaskingLevel::Structure).with_strings(SiteStrings::new(damaged.to_owned()));
        assert_eq!(texts(&mut gate, "<p>Grace</p>"), ["<TEXT>"]);
    }
}
