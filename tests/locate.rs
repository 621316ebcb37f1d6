//! Which selectors an element has, in which order, and which it has not.

mod support;

use overt::locate::selectors;
use overt::redact::{MaskingLevel, Redactor};
use support::Page;

fn taken(html: &str, css: &str) -> Vec<String> {
    let found = selectors(&Page::new(html).find(css), false, &mut Redactor::new([0; 16], MaskingLevel::Values));
    found.iter().map(|selector| selector.iter().map(|part| part.as_str()).collect::<Vec<_>>().join(" >> ")).collect()
}

#[test]
fn an_address_with_a_place_in_another_page_is_told_from_the_page_alone() {
    let html = r#"<a href="/privacy">Privacy</a> <a href="/privacy#choices" class="x">Choices</a>"#;
    assert_eq!(taken(html, ".x")[1], r##"a[href="/privacy#choices"]"##);
}

#[test]
fn what_a_test_author_would_write_comes_first() {
    let page = r#"<form><input type="email" name="mail"> <button type="submit">Sign in</button></form>
        <button data-testid="help">Help</button> <a id="cart" href="/cart/items/">Cart (3)</a>"#;
    let first = |css| taken(page, css).remove(0);
    assert_eq!(first("[type=submit]"), r#"aria/Sign in[role="button"]"#);
    assert_eq!(first("[data-testid]"), r#"[data-testid="help"]"#);
    assert_eq!(first("input"), r#"input[name="mail"]"#, "it has no name to go by");
    assert_eq!(first("a"), r#"a[href="/cart/items/"]"#, "a number in a name counts something");
    assert!(taken(page, "form").iter().all(|selector| !selector.contains("Sign in")), "its button has that name");
}

#[test]
fn a_class_that_tells_a_state_is_in_no_selector() {
    let page = r#"<div class="opt"></div><div class="opt opt-on"></div><div class="css-1a2b3c is-active"></div>
        <div class="Mui-selected tile"></div>"#;
    for css in [".opt-on", ".is-active", ".Mui-selected"] {
        let list = taken(page, css);
        assert!(!list.is_empty(), "{css}");
        assert!(list.iter().all(|selector| !selector.contains(&css[1..])), "{css}: {list:?}");
    }
    assert!(taken(page, ".tile").iter().any(|selector| selector.contains("div.tile")));
}

#[test]
fn what_may_be_private_in_an_address_is_in_no_css() {
    let html = r#"<a class="x" href="/find?q=salary">Find</a>"#;
    assert!(taken(html, ".x").iter().all(|selector| !selector.contains("salary")));
    let html = r#"<a class="x" href="/back#access_token=abcdef">Back</a>"#;
    assert!(taken(html, ".x").iter().all(|selector| !selector.contains("token")));
}

#[test]
fn an_address_is_told_by_what_stands_beside_something_private_in_it() {
    let html = r#"<p><a class="x" href="/how-to-save/jane.roe@example.com">a</a> <a href="/other">a</a></p>"#;
    assert_eq!(taken(html, ".x")[0], r#"a[href*="/how-to-save/"]"#);
    assert!(taken(html, ".x").iter().all(|selector| !selector.contains("jane")));
    let html = r#"<p><a class="x" href="/how-to-save/jane.roe%40example.com">a</a> <a href="/other">a</a></p>"#;
    assert_eq!(taken(html, ".x")[0], r#"a[href*="/how-to-save/"]"#);
    assert!(taken(html, ".x").iter().all(|selector| !selector.contains("jane")));
}

#[test]
fn of_an_address_that_is_all_private_its_site_is_left() {
    let key = "1FAIpQLScZlwjKJdnXr0vHvRHGmYLN2p0Qyks15uA0M3xPIGYD2Mdgng";
    let html = format!(r#"<a class="x" href="https://forms.example/d/{key}/view">a</a> <a href="/other">a</a>"#);
    assert_eq!(taken(&html, ".x")[0], r#"a[href*="https://forms.example/"]"#);
}

#[test]
fn a_frame_is_found_by_its_title_and_by_no_role() {
    let html = r#"<iframe title="Editor"></iframe><iframe title="Preview"></iframe>"#;
    let found = taken(html, "iframe");
    assert_eq!(found[0], r#"iframe[title="Editor"]"#);
    assert!(found.iter().all(|selector| !selector.contains("[role=")), "{found:?}");
}

#[test]
fn of_an_element_that_may_have_a_shadow_tree_no_css_says_that_it_is_empty() {
    let html = r#"<div><x-a></x-a></div><div><x-a></x-a></div>"#;
    let found = taken(html, "x-a");
    assert!(!found.is_empty());
    assert!(found.iter().all(|selector| !selector.contains(":not(:has(")), "{found:?}");
    assert!(taken(&html.replace("x-a", "b"), "b").iter().any(|selector| selector.contains(":not(:has(*))")));
}
