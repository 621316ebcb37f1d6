//! Which pages may be recorded: the match pattern of a site, and the one decision by a policy.

use overt::policy::{Decision, Pack, Paths, Pattern, Policy, PolicyError, Reason, Use, site_of};
use overt::redact::MaskingLevel;

fn policy(json: &str) -> Policy {
    let policy = Policy::draft(json);
    assert!(policy.view().problems.is_empty(), "{:?}", policy.view().problems);
    policy
}

fn sites(patterns: &[&str]) -> Policy {
    policy(&serde_json::json!({ "version": 1, "sites": patterns }).to_string())
}

fn reason(policy: &Policy, url: &str) -> Option<Reason> {
    policy.decide(url).reason
}

#[test]
fn a_site_is_scheme_and_host_for_every_port_and_path() {
    assert_eq!(site_of("https://ERP.example.com:8443/a?b#c").as_deref(), Ok("https://erp.example.com/*"));
    assert_eq!(site_of("http://127.0.0.1:3000/").as_deref(), Ok("http://127.0.0.1/*"));
    assert_eq!(site_of("http://[::1]:3000/").as_deref(), Ok("http://[::1]/*"));
}

#[test]
fn a_user_name_does_not_pass_for_a_host() {
    assert_eq!(site_of("https://bank.example@evil.example/").as_deref(), Ok("https://evil.example/*"));
}

#[test]
fn pages_that_cannot_be_recorded_are_named() {
    for (url, reason) in [
        ("chrome://settings", Reason::BrowserPage),
        ("about:blank", Reason::BrowserPage),
        ("file:///etc/hosts", Reason::File),
        ("https://chromewebstore.google.com/x", Reason::Store),
        ("https://chromewebstore.google.com./x", Reason::Store),
        ("http://example.com/", Reason::Unencrypted),
        ("https://example.com./", Reason::TrailingDot),
        ("https://p\u{430}ypal.com/", Reason::MixedScripts),
        ("https://xn--pypal-4ve.com/", Reason::MixedScripts),
        ("https://", Reason::NotAPage),
        ("https://*/", Reason::NotAPage),
        ("data:text/html,x", Reason::NotAPage),
        ("", Reason::NotAPage),
    ] {
        assert_eq!(site_of(url), Err(reason.clone()), "{url}");
        assert_eq!(Policy::default().decide(url).reason, Some(reason), "{url}");
    }
}

#[test]
fn without_a_policy_the_employee_decides_alone_and_the_packs_hold() {
    let none = Policy::default();
    assert!(!none.view().present);
    assert_eq!(
        none.decide("https://erp.example.com/invoices"),
        Decision {
            allowed: true,
            site: Some("https://erp.example.com/*".to_owned()),
            reason: None,
            contact: None,
            paths: Some(Paths::all())
        }
    );
    for (url, pack) in [
        ("https://www.chase.com/", Pack::Banking),
        ("https://wd5.myworkday.com/acme/d/home.htmld", Pack::Payroll),
        ("https://www.doctolib.fr/", Pack::Health),
        ("https://mail.google.com/mail/u/0/", Pack::Webmail),
        ("https://login.microsoftonline.com/common", Pack::Identity),
        ("https://acme.okta.com:8443/", Pack::Identity),
    ] {
        let decision = none.decide(url);
        assert_eq!(decision.reason, Some(Reason::InPack(pack)), "{url}");
        assert!(!decision.allowed && decision.paths.is_none());
    }
    assert!(none.decide("https://notchase.com/").allowed);
    assert_eq!(none.view().masking_level, MaskingLevel::Open);
}

#[test]
fn a_policy_cannot_open_a_pack_and_can_add_to_it() {
    let listed = sites(&["www.chase.com", "*.okta.com"]);
    assert_eq!(reason(&listed, "https://www.chase.com/"), Some(Reason::InPack(Pack::Banking)));
    assert_eq!(reason(&listed, "https://acme.okta.com/"), Some(Reason::InPack(Pack::Identity)));
    let more = policy(r#"{"version": 1, "sites": ["*.example.com"], "packs": {"payroll": ["hr.example.com"]}}"#);
    assert_eq!(reason(&more, "https://hr.example.com/"), Some(Reason::InPack(Pack::Payroll)));
    assert!(more.decide("https://erp.example.com/").allowed);
}

#[test]
fn each_pattern_means_what_it_says() {
    for (pattern, url, allowed) in [
        ("erp.example.com", "https://erp.example.com/", true),
        ("ERP.Example.COM", "https://erp.example.com/any/path?x=1", true),
        ("erp.example.com", "https://erp.example.com:443/", true),
        ("erp.example.com", "https://erp.example.com:8443/", false),
        ("erp.example.com", "https://a.erp.example.com/", false),
        ("erp.example.com", "https://example.com/", false),
        ("erp.example.com", "https://erp.example.com.evil.example/", false),
        ("erp.example.com:*", "https://erp.example.com:8443/", true),
        ("erp.example.com:8443", "https://erp.example.com:8443/", true),
        ("erp.example.com:8443", "https://erp.example.com/", false),
        ("*.example.com", "https://example.com/", true),
        ("*.example.com", "https://a.b.example.com/", true),
        ("*.example.com", "https://badexample.com/", false),
        ("https://bücher.example", "https://xn--bcher-kva.example/", true),
        ("https://erp.example.com/invoices/*", "https://erp.example.com/invoices", true),
        ("https://erp.example.com/invoices", "https://erp.example.com/invoices/7?q=/", true),
        ("https://erp.example.com/invoices", "https://erp.example.com/invoices-private", false),
        ("https://erp.example.com/invoices", "https://erp.example.com/", false),
        ("https://erp.example.com/invoices", "https://erp.example.com/invoices/%2e%2e/payroll", false),
        ("https://erp.example.com/invoices", "https://erp.example.com/invoices/..%2fpayroll", false),
        ("https://erp.example.com/invoices", "https://erp.example.com/invoices/..;/payroll", false),
        ("https://erp.example.com/invoices", "https://erp.example.com/x?y=/invoices", false),
        ("http://localhost:3000", "http://localhost:3000/", true),
        ("http://[::1]:3000", "http://[::1]:3000/", true),
        ("https://[2001:db8::1]", "https://[2001:db8::1]/", true),
        ("https://10.1.2.3", "https://10.1.2.3/", true),
        ("intranet", "https://intranet/", true),
    ] {
        assert_eq!(sites(&[pattern]).decide(url).allowed, allowed, "{pattern} and {url}");
    }
}

#[test]
fn a_pattern_that_would_mean_too_much_is_refused_with_the_reason() {
    let allow = Use::Allow { http: false };
    for (pattern, fault) in [
        ("", PolicyError::NoHost),
        ("*.", PolicyError::NoHost),
        ("*", PolicyError::Everything),
        ("https://*", PolicyError::Everything),
        ("https://*/*", PolicyError::Everything),
        ("<all_urls>", PolicyError::Everything),
        ("*.com", PolicyError::PublicSuffix("com".into())),
        ("*.co.uk", PolicyError::PublicSuffix("co.uk".into())),
        ("github.io", PolicyError::PublicSuffix("github.io".into())),
        ("*.github.io", PolicyError::PublicSuffix("github.io".into())),
        ("*.internal", PolicyError::PublicSuffix("internal".into())),
        ("*.公司.cn", PolicyError::PublicSuffix("xn--55qx5d.cn".into())),
        ("a.*.example.com", PolicyError::Star),
        ("erp*.example.com", PolicyError::Star),
        ("erp.example.com/inv*", PolicyError::Star),
        ("*://erp.example.com", PolicyError::Scheme),
        ("ftp://erp.example.com", PolicyError::Scheme),
        ("javascript://erp.example.com", PolicyError::Scheme),
        ("http://erp.example.com", PolicyError::Http),
        ("https://user@erp.example.com", PolicyError::UserInfo),
        ("https://user:word@erp.example.com", PolicyError::UserInfo),
        ("erp.example.com.", PolicyError::TrailingDot),
        ("erp..example.com", PolicyError::Host),
        ("erp example.com", PolicyError::Spaces),
        ("erp.example.com\n", PolicyError::Spaces),
        ("er%70.example.com", PolicyError::Host),
        ("p\u{430}ypal.example", PolicyError::MixedScripts),
        ("xn--zzzzzz.example", PolicyError::Host),
        ("0x7f.1", PolicyError::Spelling("127.0.0.1".into())),
        ("*.10.1.2.3", PolicyError::Below),
        ("erp.example.com:0", PolicyError::Port),
        ("erp.example.com:65536", PolicyError::Port),
        ("erp.example.com:+80", PolicyError::Port),
        ("erp.example.com?x", PolicyError::Query),
        ("erp.example.com/a#b", PolicyError::Query),
        ("erp.example.com/a/../b", PolicyError::Path),
        ("erp.example.com/a%2fb", PolicyError::Path),
        ("erp.example.com//", PolicyError::Path),
        ("erp.example.com\\a", PolicyError::Path),
    ] {
        assert_eq!(Pattern::parse(pattern, allow).map(|found| found.to_string()), Err(fault), "{pattern}");
    }
}

#[test]
fn what_forbids_may_be_wide() {
    let deny = |pattern| Pattern::parse(pattern, Use::Deny).map(|found| found.to_string());
    assert_eq!(deny("*.bank").as_deref(), Ok("*://*.bank:*/*"));
    assert_eq!(deny("hr.example.com").as_deref(), Ok("*://hr.example.com:*/*"));
    assert_eq!(deny("*"), Err(PolicyError::Everything));
    let never = policy(
        r#"{"version": 1, "sites": ["*.example.com", "http://localhost:*"], "never": ["hr.example.com", "localhost"]}"#,
    );
    assert_eq!(reason(&never, "https://hr.example.com/"), Some(Reason::Never));
    assert_eq!(reason(&never, "http://localhost:3000/"), Some(Reason::Never));
    assert!(never.decide("https://www.example.com/").allowed);
}

#[test]
fn a_forbidden_path_is_so_in_every_spelling() {
    let policy = policy(r#"{"version": 1, "sites": ["erp.example.com"], "never": ["erp.example.com/staff/*"]}"#);
    for path in ["/staff", "/staff/7", "/Staff", "/%73taff/7", "/x/..%2fstaff", "//staff", "/x%2F"] {
        let decision = policy.decide(&format!("https://erp.example.com{path}"));
        assert_eq!(decision.reason, Some(Reason::DeniedPath), "{path}");
    }
    assert!(policy.decide("https://erp.example.com/staffing").allowed);
}

#[test]
fn a_page_outside_the_paths_is_told_which_are_allowed() {
    let listed = sites(&["erp.example.com/invoices", "erp.example.com/orders/*"]);
    let decision = listed.decide("https://erp.example.com/home");
    assert!(!decision.allowed);
    assert_eq!(decision.reason, Some(Reason::OutsidePaths(vec!["/invoices".into(), "/orders".into()])));
    assert_eq!(decision.paths.map(|paths| paths.allowed), Some(vec!["/invoices".into(), "/orders".into()]));
}

#[test]
fn a_frame_without_a_path_of_its_own_may_only_where_the_whole_origin_may() {
    assert!(Paths::all().permit("about:srcdoc"));
    let some = Paths { allowed: vec!["/a".into()], denied: Vec::new() };
    assert!(!some.permit("about:srcdoc") && !some.permit("blob:https://erp.example.com/a"));
    let but = Paths { denied: vec!["/a".into()], ..Paths::all() };
    assert!(!but.permit("about:blank"));
}

#[test]
fn a_frame_may_only_while_the_whole_address_of_its_page_may() {
    let listed = policy(
        r#"{"version": 1, "sites": ["erp.example.com/invoices/*", "maps.example.org/embed/*"],
            "never": ["erp.example.com/invoices/staff"]}"#,
    );
    let embed = Paths { allowed: vec!["/embed".into()], denied: Vec::new() };
    let maps = "https://maps.example.org";
    for (frame, top, allowed, paths) in [
        (maps, "https://erp.example.com/invoices/7", true, Some(&embed)),
        (maps, "https://erp.example.com/invoices/7?next=/home#x", true, Some(&embed)),
        // The page has left its paths: the frame waits, and knows where it may go on.
        (maps, "https://erp.example.com/home", false, Some(&embed)),
        (maps, "https://erp.example.com/invoices/staff/7", false, Some(&embed)),
        (maps, "https://erp.example.com/invoices/..%2fhome", false, Some(&embed)),
        // One of the two keys is missing for a whole origin.
        (maps, "https://other.example/", false, None),
        (maps, "about:blank", false, None),
        ("https://other.example", "https://erp.example.com/invoices/7", false, None),
        ("null", "https://erp.example.com/invoices/7", false, None),
    ] {
        let decision = listed.decide_frame(frame, top);
        assert_eq!((decision.allowed, decision.paths.as_ref()), (allowed, paths), "{frame} in {top}");
        assert_eq!(decision.reason.is_none(), allowed, "{frame} in {top}");
    }
    let none = Policy::default();
    assert!(none.decide_frame(maps, "https://erp.example.com/").allowed);
    assert_eq!(none.decide_frame("https://www.chase.com", "https://erp.example.com/").paths, None);
    assert_eq!(none.decide_frame(maps, "https://www.chase.com/").reason, Some(Reason::InPack(Pack::Banking)));
}

#[test]
fn http_is_for_this_machine_unless_the_policy_says_so() {
    let open = policy(r#"{"version": 1, "http": true, "sites": ["http://legacy.example.com"]}"#);
    assert!(open.decide("http://legacy.example.com/").allowed);
    assert_eq!(reason(&open, "http://other.example.com/"), Some(Reason::NotListed));
    assert_eq!(reason(&sites(&["legacy.example.com"]), "http://legacy.example.com/"), Some(Reason::Unencrypted));
    assert!(open.may_have("http://legacy.example.com/*") && !open.may_have("http://other.example.com/*"));
}

#[test]
fn a_granted_site_may_have_pages_only_where_the_policy_lists_it() {
    let listed = sites(&["erp.example.com:8443/invoices", "*.crm.example"]);
    for (site, may) in [
        ("https://erp.example.com/*", true),
        ("https://eu.crm.example/*", true),
        ("http://erp.example.com/*", false),
        ("https://other.example/*", false),
        ("https://*/*", false),
        ("*://*/*", false),
        ("<all_urls>", false),
    ] {
        assert_eq!(listed.may_have(site), may, "{site}");
    }
    assert!(!Policy::default().may_have("https://www.chase.com/*"));
    assert!(!Policy::default().may_have("https://*/*"));
}

#[test]
fn a_policy_with_a_mistake_allows_nothing_and_names_it() {
    for (json, problem) in [
        ("", "policy: expected JSON, found a mistake in line 1, column 0"),
        ("[]", "policy: expected an object, as in {\"version\": 1, \"sites\": []}"),
        ("\"unreadable\"", "policy: expected an object, as in {\"version\": 1, \"sites\": []}"),
        (r#"{"sites": []}"#, "version: this key is missing"),
        (r#"{"version": 1}"#, "sites: this key is missing"),
        (r#"{"version": 2, "sites": []}"#, "version: expected 1, the version that this Overt knows"),
        (
            r#"{"version": 1, "sites": ["*.com"]}"#,
            "sites[0] \"*.com\": com is a suffix under which anybody can have a site: name a host of your own",
        ),
        (r#"{"version": 1, "sites": "erp.example.com"}"#, "sites: expected a list of texts"),
        (r#"{"version": 1, "sites": [7]}"#, "sites[0]: expected a text"),
        (r#"{"version": 1, "sites": [], "nevr": []}"#, "nevr: this key is not known"),
        (
            r#"{"version": 1, "sites": [], "maskingLevel": "none"}"#,
            "maskingLevel: expected one of open, values, structure, all",
        ),
        (r#"{"version": 1, "sites": [], "floor": "none"}"#, "floor: expected one of open, values, structure, all"),
        (
            r#"{"version": 1, "sites": [], "packs": {"bank": []}}"#,
            "packs.bank: expected one of banking, payroll, health, webmail, identity",
        ),
        (
            r#"{"version": 1, "sites": [], "retentionDays": 0}"#,
            "retentionDays: expected a number of days from 1 to 3650",
        ),
        (
            r#"{"version": 1, "sites": [], "exports": ["xml"]}"#,
            "exports[0]: expected one of trace, userFlow, playwright",
        ),
        (
            r#"{"version": 1, "sites": [], "entries": 4}"#,
            "entries: expected 4 entries in the policy, found 3: one was dropped or added",
        ),
    ] {
        let policy = Policy::draft(json);
        let view = policy.view();
        assert_eq!(view.problems[0].words, problem, "{json}");
        let decision = policy.decide("https://erp.example.com/");
        assert!(matches!(decision.reason, Some(Reason::BadPolicy(_))) && !decision.allowed, "{json}: {decision:?}");
        assert!(decision.paths.is_none() && !policy.may_have("https://erp.example.com/*"), "{json}");
    }
}

#[test]
fn a_policy_that_is_empty_or_that_the_browser_cannot_read_allows_nothing_and_says_so() {
    for (policy, key) in [(Policy::read("{}"), "policy_empty"), (Policy::unreadable(), "policy_unreadable")] {
        let reason = policy.decide("https://erp.example.com/").reason.map(|reason| reason.message());
        assert_eq!(reason.map(|message| (message.key, message.args.len())), Some((key, 0)));
        assert_eq!(policy.view().problems.iter().map(|problem| problem.key).collect::<Vec<_>>(), [key]);
        assert!(policy.view().present && !policy.may_have("https://erp.example.com/*"));
    }
}

#[test]
fn a_refusal_by_the_policy_names_whom_to_ask_and_no_other_does() {
    let policy = policy(
        r#"{"version": 1, "contact": "it@northwind.example", "sites": ["erp.example.com/a", "x.example.com"],
            "never": ["x.example.com"]}"#,
    );
    let contact = |url: &str| policy.decide(url).contact;
    for refused in ["https://other.example.com/", "https://erp.example.com/b", "https://x.example.com/"] {
        assert_eq!(contact(refused).as_deref(), Some("it@northwind.example"), "{refused}");
    }
    for other in ["https://erp.example.com/a", "https://www.chase.com/", "chrome://settings", "http://erp.example.com/"]
    {
        assert_eq!(contact(other), None, "{other}");
    }
    assert_eq!(Policy::default().decide("https://www.chase.com/").contact, None);
    let bad = Policy::draft(r#"{"version": 1, "contact": "it@northwind.example", "sites": ["*"]}"#);
    assert_eq!(bad.decide("https://erp.example.com/").contact.as_deref(), Some("it@northwind.example"));
}

#[test]
fn a_policy_is_told_from_another_by_its_hash_however_it_is_written() {
    let hash = |json: &str| Policy::draft(json).view().hash.expect("a policy with entries has one");
    let one = hash(r#"{"version": 1, "sites": ["erp.example.com"]}"#);
    assert_eq!(one, hash("{\n \"sites\": [\"erp.example.com\"],\n \"entries\": 3, \"version\": 1}"));
    assert_ne!(one, hash(r#"{"version": 1, "sites": ["erp.example.org"]}"#));
    assert_eq!(one.len(), 12);
}

#[test]
fn an_entry_that_the_browser_dropped_is_noticed() {
    let whole = r#"{"version": 1, "entries": 4, "sites": ["erp.example.com"], "never": ["erp.example.com/staff"]}"#;
    assert!(Policy::read(whole).decide("https://erp.example.com/").allowed);
    for dropped in [
        r#"{"entries": 4, "sites": ["erp.example.com"], "never": ["erp.example.com/staff"]}"#,
        r#"{"version": 1, "sites": ["erp.example.com"], "never": ["erp.example.com/staff"]}"#,
        r#"{"version": 1, "entries": 4, "never": ["erp.example.com/staff"]}"#,
        r#"{"version": 1, "entries": 4, "sites": ["erp.example.com"]}"#,
        r#"{"never": ["erp.example.com/staff"]}"#,
    ] {
        assert!(!Policy::read(dropped).decide("https://erp.example.com/").allowed, "{dropped}");
    }
}

#[test]
fn no_policy_can_start_a_recording_hide_the_sign_forbid_a_pause_or_ask_for_a_trace() {
    for key in ["record", "start", "autoStart", "indicator", "hidden", "pause", "maxPause", "report", "upload", "trace"]
    {
        let policy = Policy::draft(&format!(r#"{{"version": 1, "sites": ["erp.example.com"], "{key}": true}}"#));
        assert_eq!(policy.view().problems[0].words, format!("{key}: this key is not known"));
        assert!(!policy.decide("https://erp.example.com/").allowed, "{key}");
    }
}

#[test]
fn the_old_name_of_the_masking_level_is_read_and_of_both_the_stricter_holds() {
    let level =
        |entries: &str| Policy::draft(&format!(r#"{{"version": 1, "sites": []{entries}}}"#)).view().masking_level;
    assert_eq!(level(""), MaskingLevel::Open);
    assert_eq!(level(r#", "floor": "all""#), MaskingLevel::All);
    assert_eq!(level(r#", "floor": "all", "maskingLevel": "values""#), MaskingLevel::All);
    assert_eq!(level(r#", "floor": "open", "maskingLevel": "values""#), MaskingLevel::Values);
    assert_eq!(level(r#", "floor": "values", "maskingLevel": "values""#), MaskingLevel::Values);
}

#[test]
fn what_a_policy_says_is_shown_in_its_own_words() {
    let policy = policy(
        r#"{"version": 1, "entries": 8, "organisation": "Northwind", "contact": "it@northwind.example",
            "sites": ["https://erp.northwind.example/invoices/"], "maskingLevel": "values", "retentionDays": 30,
            "exports": ["trace", "userFlow"]}"#,
    );
    let view = serde_json::to_value(policy.view()).expect("a view is JSON");
    assert_eq!(view["sites"], serde_json::json!(["https://erp.northwind.example/invoices/*"]));
    assert_eq!((&view["maskingLevel"], &view["retentionDays"]), (&"values".into(), &30.into()));
    assert_eq!(view["exports"], serde_json::json!(["trace", "userFlow"]));
    assert_eq!((&view["organisation"], &view["contact"]), (&"Northwind".into(), &"it@northwind.example".into()));
    assert_eq!(view.get("consent"), None);
}

#[test]
fn a_decision_has_a_key_and_arguments_for_a_catalogue() {
    let decision =
        serde_json::to_value(sites(&["erp.example.com/a"]).decide("https://erp.example.com/")).expect("JSON");
    assert_eq!(
        decision,
        serde_json::json!({
            "allowed": false, "site": "https://erp.example.com/*", "paths": { "allowed": ["/a"], "denied": [] },
            "reason": { "key": "reason_outside_paths", "args": ["/a"],
                "words": "Of this site your organisation's policy allows only: /a" }
        })
    );
}

#[test]
fn each_host_of_the_packs_is_written_as_browsers_write_it_and_stands_once() {
    let mut above: Vec<&str> = Vec::new();
    for pack in Pack::ALL {
        assert!(pack.hosts().count() >= 90, "{} has {} hosts", pack.name(), pack.hosts().count());
        for host in pack.hosts() {
            let pattern = Pattern::parse(host, Use::Deny).map(|found| found.to_string());
            assert_eq!(pattern, Ok(format!("*://{host}:*/*")), "{host}");
            assert!(host.contains('.'), "{host} would be a whole top-level domain");
            above.push(host);
        }
    }
    for host in &above {
        let twice = above.iter().filter(|one| *one == host || host.ends_with(&format!(".{one}"))).count();
        assert_eq!(twice, 1, "{host} is in a pack twice, or below another");
    }
}

#[test]
fn the_strings_of_a_document_are_those_of_all_patterns_that_mean_its_site() {
    let listed = policy(
        r#"{"version": 1, "sites": ["*.example.com"], "strings": {"*.example.com": "00000000AAAAAAAA", "erp.example.com": "00000000BBBBBBBB", "other.example": "CCCCCCCC"}}"#,
    );
    for (url, strings) in [
        ("https://erp.example.com", "00000000AAAAAAAABBBBBBBB"),
        ("https://erp.example.com/invoices/7", "00000000AAAAAAAABBBBBBBB"),
        ("https://a.example.com", "00000000AAAAAAAA"),
        ("https://erp.example.com:8443", ""),
        ("http://erp.example.com", ""),
        ("https://evil.example", ""),
        ("about:blank", ""),
        ("", ""),
    ] {
        assert_eq!(listed.strings_of(url), strings, "{url}");
    }
    // With a mistake anywhere nothing holds.
    let wrong = Policy::draft(r#"{"version": 1, "sites": ["*"], "strings": {"erp.example.com": "00000000"}}"#);
    assert_eq!(wrong.strings_of("https://erp.example.com"), "");
    assert_eq!(Policy::default().strings_of("https://erp.example.com"), "");
}
