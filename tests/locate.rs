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
    assert_eq!(taken(html, ".x")[0], r##"a[href="/privacy#choices"]"##);
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
