//! Strings of an interface from the files that translate it: each format by a small file, and by files made to hurt.

use overt::catalogue::{CatalogueError, hashes, read};
use overt::redact::{MaskingLevel, Redactor, SiteStrings, Words, are_hashes};
use proptest::prelude::*;

fn strings(name: &str, text: &str) -> Vec<String> {
    read(name, text.as_bytes()).expect("the file is good")
}

fn error(name: &str, text: &str) -> String {
    read(name, text.as_bytes()).expect_err("the file is wrong").to_string()
}

/// What of a text is listed, the rest as `*`; nothing where nothing is.
fn kept(strings: &[&str], text: &str) -> String {
    let list = SiteStrings::new(hashes(strings.iter().copied()));
    let words = Words::of(text);
    let (all, found) = (words.list.len(), list.find(text, &words));
    let part = |words: &Words, range| text.get(words.range(range)).unwrap_or_default().to_owned();
    match (found.before, found.after) {
        (0, 0) => String::new(),
        (before, after) if before + after == all => part(&words, 0..all),
        (before, after) => {
            [part(&words, 0..before), "*".into(), part(&words, all - after..all)].join(" ").trim().to_owned()
        }
    }
}

#[test]
fn json_is_read_flat_and_nested_with_plurals_of_i18next() {
    let text = r#"{"save": "Save changes", "menu": {"open": "Open file", "list": ["One", 2, null]},
        "item_one": "{{count}} item in the cart", "item_other": "{{count}} items in the cart"}"#;
    let expected = ["{{count}} item in the cart", "{{count}} items in the cart", "Open file", "One", "Save changes"];
    let mut found = strings("en.JSON", text);
    found.sort();
    let mut sorted = expected.to_vec();
    sorted.sort();
    assert_eq!(found, sorted);
    assert_eq!(kept(&expected, "7 items in the cart"), "* items in the cart");
}

#[test]
fn of_messages_json_neither_descriptions_nor_examples_are_taken() {
    let text = r#"{"hello": {"message": "Hello $USER$, welcome back", "description": "For Maria Lopez",
        "placeholders": {"user": {"content": "$1", "example": "Maria"}}}, "bye": {"message": "Good bye"}}"#;
    assert_eq!(strings("messages.json", text), ["Good bye", "Hello $USER$, welcome back"]);
    // In another catalogue these are keys as any.
    assert_eq!(strings("a.json", r#"{"alert": {"message": "Saved", "title": "Well done"}}"#), ["Saved", "Well done"]);
}

#[test]
fn of_arb_what_is_about_a_string_is_left_out() {
    let text = r#"{"@@locale": "en", "@@author": "Maria Lopez", "days": "{n, plural, =0 {No days} one {# day left} other {# days left}}",
        "@days": {"description": "of Maria", "placeholders": {"n": {"example": "42 apples"}}}}"#;
    for name in ["app_en.arb", "app_en.json"] {
        assert_eq!(strings(name, text), ["{n, plural, =0 {No days} one {# day left} other {# days left}}"]);
    }
}

#[test]
fn of_po_the_header_what_is_obsolete_and_translations_to_look_at_are_left_out() {
    let text = r##"# Maria Lopez <maria@example.org>, 2024
msgid ""
msgstr ""
"Last-Translator: Maria Lopez <maria@example.org>\n"

#. A comment of the programmer
#: file.py:12
msgctxt "menu"
msgid "Save \"all\""
msgstr ""
"Alles "
"sichern"

#, fuzzy, python-format
#| msgid "Deleted"
msgid "Delete"
msgstr "Entfernt"

#, python-format
msgid "%(n)d day"
msgid_plural "%(n)d days"
msgstr[0] "%(n)d Tag"
msgstr[1] "%(n)d Tage"

#, fuzzy
#~ msgid "Old"
#~ msgstr "Alt"
msgid "Close"
msgstr "Schließen"
"##;
    let expected = "Save \"all\"|Alles sichern|Delete|%(n)d day|%(n)d days|%(n)d Tag|%(n)d Tage|Close|Schließen";
    assert_eq!(strings("de.po", text).join("|"), expected);
    assert_eq!(strings("de.po", &text.replace('\n', "\r\n")).join("|"), expected);
    assert_eq!(strings("de.pot", "msgid \"Close\"\nmsgstr \"\"\n"), ["Close"]);
}

#[test]
fn xliff_of_both_versions_has_sources_and_targets_and_no_proposals_or_notes() {
    let old = r#"<?xml version="1.0"?><xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a"><body>
        <trans-unit id="1"><source>Save &amp; close</source><target state="translated">Sichern</target><note>Maria Lopez</note>
          <alt-trans><source>Proposed</source><target>Vorschlag</target></alt-trans></trans-unit>
        <trans-unit id="2"><source>Hello <x id="INTERPOLATION" equiv-text="{{name}}"/>, see <x id="START_LINK"/>all new mail<x id="CLOSE_LINK"/></source></trans-unit>
        </body></file></xliff>"#;
    let found = strings("a.xlf", old);
    assert_eq!(found[..2], ["Save & close", "Sichern"]);
    assert_eq!(found.len(), 3);
    let found: Vec<&str> = found.iter().map(String::as_str).collect();
    assert_eq!(kept(&found, "Hello Maria, see"), "Hello * see");
    assert_eq!(kept(&found, "All new mail"), "All new mail");
    let new = r#"<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en"><file id="f"><notes><note>No</note></notes>
        <unit id="u"><segment><source>Send to <pc id="1">all of them</pc></source><target>An <ph id="2"/> senden heute</target></segment></unit></file></xliff>"#;
    let found = strings("a.xliff", new);
    let found: Vec<&str> = found.iter().map(String::as_str).collect();
    assert_eq!(kept(&found, "Send to"), "Send to");
    assert_eq!(kept(&found, "An Maria senden heute"), "An * senden heute");
}

#[test]
fn properties_are_read_with_escapes_continued_lines_and_in_both_encodings() {
    let text = "# Maria\n! Lopez\nsave = Save\\\n   \\ all \\\n  changes\nopen:\\u00d6ffnen\nkey\\ with\\:signs=One \\\\ two\nempty=\n\nlast Close";
    let expected = ["Save all changes", "Öffnen", "One \\ two", "Close"];
    assert_eq!(strings("a.properties", text), expected);
    assert_eq!(strings("a.properties", &text.replace('\n', "\r\n")), expected);
    assert_eq!(read("a.properties", b"a=\xD6ffnen"), Ok(vec!["Öffnen".to_owned()]));
    assert_eq!(strings("a.properties", "a=\\ud83d\\ude00 Well done"), ["😀 Well done"]);
}

#[test]
fn of_each_syntax_of_placeholders_only_the_constant_words_are_listed() {
    for string in [
        "The user {name} was removed today",
        "The user {{ user.name }} was removed today",
        "The user {0} was removed today",
        "The user {0,number,#.##} was removed today",
        "The user ${user} was removed today",
        "The user #{user} was removed today",
        "The user %s was removed today",
        "The user %1$s was removed today",
        "The user %(name)s was removed today",
        "The user %@ was removed today",
        "The user %-10.3f was removed today",
        "The user %1 was removed today",
        "The user $NAME$ was removed today",
        "The user $1 was removed today",
        "The user $t(role) was removed today",
        "The user {a} {b, select, x {and {c}} other {of {d}}} was removed today",
        "The user %s (%s) was removed today",
    ] {
        assert_eq!(
            kept(&[string], "The user Maria Lopez was removed today"),
            "The user * was removed today",
            "{string}"
        );
        assert_eq!(kept(&[string], "The user is ill"), "", "{string}");
    }
    assert_eq!(kept(&["{a}: {b}", "%s", "{n} {m}", "42", "{n} %"], "Maria: Lopez"), "");
    assert_eq!(kept(&["{open"], "open"), "", "a brace that nothing closes");
    assert_eq!(kept(&["100%% of it", "It's 100% sure"], "100% of it"), "100% of it");
    assert_eq!(kept(&["It's 100% sure"], "It's 100% sure"), "It's 100% sure");
}

#[test]
fn plurals_and_choices_are_each_a_string() {
    let string = "You have {n, plural, =0 {no new mail} one {# new mail} other {# new mails}} from {who, select, f {her} other {them}}";
    assert_eq!(kept(&[string], "You have no new mail from them"), "You have no new mail from them");
    assert_eq!(kept(&[string], "You have 3 new mails from her"), "You have * new mails from her");
    assert_eq!(kept(&[string], "You have 3 new mails from Maria"), "");
}

#[test]
fn texts_between_tags_are_texts_of_their_own_and_references_are_read() {
    let string = "Raw passwords are not stored, but see <a href=\"{}\">this form</a> <b>or</b> ask&nbsp;us &amp; wait";
    for (text, found) in [
        ("Raw passwords are not stored, but see", "Raw passwords are not stored, but see"),
        ("this form", "this form"),
        ("or", ""),
        ("ask us & wait", "ask us & wait"),
    ] {
        assert_eq!(kept(&[string], text), found);
    }
    assert_eq!(kept(&["<b>Open</b>"], "Open"), "Open");
}

#[test]
fn a_wrong_file_is_refused_with_line_and_reason_and_without_its_text() {
    assert_eq!(error("a.json", "{\n\"a\": Maria}"), "line 2: expected JSON that is whole and not too deep");
    assert_eq!(error("a.json", "\"Maria\""), "expected an object of strings, found none");
    assert_eq!(error("a.json", "{\"a\": 1}"), "expected strings of an interface, found none");
    assert_eq!(error("a.po", "msgid \"a\"\nmsgstr \"Maria\n"), "line 2: expected a text in quotes");
    assert_eq!(error("a.po", "msgid \"\nmsgstr \"\"\n"), "line 1: expected a text in quotes");
    assert_eq!(
        error("a.po", "Maria Lopez\n"),
        "line 1: expected msgctxt, msgid, msgid_plural, msgstr or a quoted text"
    );
    assert_eq!(error("a.po", "\"Maria\"\n"), "line 1: expected a keyword before a quoted text");
    assert_eq!(error("a.xlf", "<xliff>\n<Maria</xliff>"), "line 2: expected XML without a DTD");
    assert_eq!(error("a.xlf", "<html/>"), "expected an element xliff around all, found none");
    assert_eq!(error("a.properties", "a=1\nb=\\u12Maria"), "line 2: expected four hexadecimal digits after \\u");
    assert_eq!(read("a.po", b"msgid \"\xD6\""), Err(CatalogueError::Encoding));
    for name in ["a.txt", "po", "a.json.bak", ""] {
        assert_eq!(read(name, b"{}"), Err(CatalogueError::Ending), "{name}");
    }
}

#[test]
fn files_that_are_made_to_hurt_end_soon() {
    let deep = |open: &str, close: &str, times| [open.repeat(times), close.repeat(times)].concat();
    let bomb = r#"<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><xliff><source>&b;</source></xliff>"#;
    assert_eq!(error("a.xlf", bomb), "line 1: expected XML without a DTD");
    assert_eq!(error("a.json", &deep("[", "]", 100_000)), "line 1: expected JSON that is whole and not too deep");
    let _ = read(
        "a.xlf",
        format!("<xliff><segment><source>{}</source></segment></xliff>", deep("<g>", "</g>", 50_000)).as_bytes(),
    );
    let hostile = [
        deep("{a, plural, other {", "}}", 50_000),
        "{a, select, x {1} y {2} z {3}}".repeat(2_000),
        "{".repeat(60_000),
        "&".repeat(60_000),
        "<a".repeat(60_000),
        "%(".repeat(60_000),
        "$t(".repeat(60_000),
        "$a".repeat(60_000),
        "a ".repeat(60_000),
    ];
    let all = hashes(hostile.iter().map(String::as_str));
    assert!(are_hashes(&all) && all.len() < 100_000);
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200), format in 0..5usize) {
        let name = ["a.json", "a.arb", "a.po", "a.xlf", "a.properties"][format];
        if let Ok(found) = read(name, &bytes) {
            prop_assert!(are_hashes(&hashes(found.iter().map(String::as_str))));
        }
    }

    #[test]
    fn lines_of_each_format_in_any_order_are_read_or_refused(lines in proptest::collection::vec(
        prop_oneof![
            Just("msgid \"a {b}\""), Just("msgid_plural \"\""), Just("msgstr[1] \"%s c\""), Just("\"d\""), Just("#, fuzzy"),
            Just("#~ msgid \"e\""), Just("msgstr \""), Just("a=\\u"), Just("b: c \\"), Just("! d"), Just("\\"), Just(""),
            Just("<xliff>"), Just("</xliff>"), Just("<source>"), Just("</source>"), Just("<segment>"), Just("<x/>"), Just("{\"a\":"), Just("}"),
        ], 0..12), format in 0..5usize) {
        let name = ["a.json", "a.arb", "a.po", "a.xlf", "a.properties"][format];
        if let Ok(found) = read(name, lines.join("\n").as_bytes()) {
            prop_assert!(are_hashes(&hashes(found.iter().map(String::as_str))));
        }
    }

    /// What stands in place of something variable is never listed, whatever is around it.
    #[test]
    fn no_value_of_a_placeholder_gets_through(before in "[a-z ]{0,20}", after in "[a-z ]{0,20}", value in "[A-Z][a-z]{3,9} [A-Z][a-z]{3,9}") {
        let list = SiteStrings::new(hashes([format!("{before} {{name}} {after}").as_str()]));
        let text = format!("{before} {value} {after}");
        let words = Words::of(&text);
        let found = list.find(&text, &words);
        let counts = |text: &str| Words::of(text).list.len();
        prop_assert!(found.before <= counts(&before) && found.after <= counts(&after));
        let gate = Redactor::new([1; 16], MaskingLevel::Structure).with_strings(list);
        prop_assert!(!gate.strings().is_empty() || counts(&before) + counts(&after) < 2 || found == Default::default());
    }
}
