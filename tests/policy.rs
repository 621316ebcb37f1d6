//! Which pages can be switched on.

use overt::policy::{Unsupported, site_of};

#[test]
fn a_site_is_scheme_and_host_for_every_port_and_path() {
    assert_eq!(site_of("https://ERP.example.com:8443/a?b#c").as_deref(), Ok("https://erp.example.com/*"));
    assert_eq!(site_of("http://127.0.0.1:3000/").as_deref(), Ok("http://127.0.0.1/*"));
}

#[test]
fn a_user_name_does_not_pass_for_a_host() {
    assert_eq!(site_of("https://bank.example@evil.example/").as_deref(), Ok("https://evil.example/*"));
}

#[test]
fn pages_that_cannot_be_recorded_are_named() {
    for (url, reason) in [
        ("chrome://settings", Unsupported::BrowserPage),
        ("about:blank", Unsupported::BrowserPage),
        ("file:///etc/hosts", Unsupported::File),
        ("https://chromewebstore.google.com/x", Unsupported::Store),
        ("http://example.com/", Unsupported::Unencrypted),
        ("https://", Unsupported::NotAPage),
        ("https://*/", Unsupported::NotAPage),
        ("", Unsupported::NotAPage),
    ] {
        assert_eq!(site_of(url), Err(reason), "{url}");
    }
}
