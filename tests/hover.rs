//! Which hover revealed what is pressed.

mod support;

use overt::record::{Hovered, revealed_by};
use support::{FakeElement, Page};

const MENU: &str = r#"<nav><a id="file">File</a><ul id="menu"><li id="save">Save</li><li id="close">Close</li></ul>
    <a id="edit">Edit</a></nav>"#;

/// The elements that the pointer came over, in order, and of each whether what is pressed was hidden then.
fn hovered(page: &Page, all: &[(&str, bool)]) -> Vec<Hovered<FakeElement>> {
    let hovered = |&(css, pressed_was_hidden): &(&str, bool)| Hovered {
        on: page.find(css),
        connected: true,
        pressed_was_hidden,
        pressed_is_new: false,
    };
    all.iter().map(hovered).collect()
}

/// What revealed the entry "Save", which no style sheet shows.
fn revealed(page: &Page, hovered: Vec<Hovered<FakeElement>>) -> Option<&'static str> {
    styled(page, hovered, None)
}

/// The same where a style sheet shows that box.
fn styled(page: &Page, hovered: Vec<Hovered<FakeElement>>, shown: Option<&str>) -> Option<&'static str> {
    let by = revealed_by(&page.find("#save"), hovered, || shown.map(|css| page.find(css)))?;
    ["#file", "#edit", "#menu", "#save", "#close"].into_iter().find(|css| page.find(css) == by)
}

#[test]
fn the_newest_hover_before_which_the_pressed_was_hidden_revealed_it() {
    let page = Page::new(MENU);
    let all = hovered(&page, &[("#file", true), ("#edit", true), ("#close", false), ("#save", false)]);
    assert_eq!(revealed(&page, all), Some("#edit"));
}

#[test]
fn what_was_there_all_along_was_revealed_by_nothing() {
    let page = Page::new(MENU);
    assert_eq!(revealed(&page, hovered(&page, &[("#file", false), ("#save", false)])), None);
    assert_eq!(revealed(&page, Vec::new()), None);
}

#[test]
fn a_hover_before_which_the_pressed_was_not_in_the_page_revealed_it() {
    let page = Page::new(MENU);
    let mut all = hovered(&page, &[("#file", false), ("#edit", false)]);
    all[0].pressed_is_new = true;
    assert_eq!(revealed(&page, all), Some("#file"));
}

#[test]
fn neither_the_pressed_itself_nor_the_whole_page_reveals_it() {
    let page = Page::new(MENU);
    let all = hovered(&page, &[("#file", true), ("html", true), ("body", true), ("#save", true)]);
    assert_eq!(revealed(&page, all), Some("#file"));
}

#[test]
fn a_hover_on_what_has_left_the_page_is_none() {
    let page = Page::new(MENU);
    let mut all = hovered(&page, &[("#file", true), ("#edit", true)]);
    all[1].connected = false;
    assert_eq!(revealed(&page, all), None, "nothing could replay it, and the hover before it revealed nothing");
}

#[test]
fn where_a_style_sheet_shows_a_box_the_newest_hover_outside_it_revealed_it() {
    let page = Page::new(MENU);
    let all = hovered(&page, &[("#edit", false), ("#file", false), ("#close", false), ("#save", false)]);
    assert_eq!(styled(&page, all, Some("#menu")), Some("#file"));
}
