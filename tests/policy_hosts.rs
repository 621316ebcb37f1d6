//! No host outside the list is ever approved: random hosts, ports, trailing dots, capitals, IDN and addresses.

use overt::policy::Policy;
use proptest::prelude::*;
use std::sync::LazyLock;

const LISTED: &str = r#"{"version": 1, "entries": 3, "sites": ["erp.example.com", "*.crm.example", "https://bücher.example:8443/desk/*",
    "https://[2001:db8::1]", "https://10.1.2.3", "http://localhost:3000"]}"#;

static POLICY: LazyLock<Policy> = LazyLock::new(|| Policy::read(LISTED));

/// What the list means, said once more and by other means: scheme, host, port and path of what browsers write.
fn is_listed(url: &url::Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    let at = (url.scheme(), host, url.port_or_known_default().unwrap_or_default());
    // A browser parses a host with other signs, `{` among them, but no name server has such.
    let is_name = host.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'));
    let below_crm = is_name && (host == "crm.example" || host.ends_with(".crm.example"));
    matches!(at, ("https", "erp.example.com" | "[2001:db8::1]" | "10.1.2.3", 443) | ("http", "localhost", 3000))
        || (url.scheme() == "https" && at.2 == 443 && below_crm)
        || (at == ("https", "xn--bcher-kva.example", 8443)
            && (url.path() == "/desk" || url.path().starts_with("/desk/")))
}

/// Labels that come near to those of the list, and any others.
fn label() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::sample::select(vec![
            "erp", "ERP", "crm", "example", "Example", "com", "co.uk", "bücher", "BÜCHER", "xn--bcher-kva", "bu\u{308}cher",
            "еrp", "erp\u{200b}", "ｅｒｐ", "localhost", "10.1.2.3", "0x0a010203", "167838211", "%65rp", "evil", "", "-", "*",
            "[2001:db8::1]", "[2001:DB8:0:0:0:0:0:1]", "[::ffff:10.1.2.3]", "127.1",
        ]).prop_map(str::to_owned),
        1 => "[a-zA-Z0-9_-]{1,8}",
        1 => "\\PC{1,4}",
    ]
}

fn url() -> impl Strategy<Value = String> {
    let scheme = prop::sample::select(vec!["https", "http", "HTTPS", "ftp", "file", "javascript", "blob:https"]);
    let listed =
        vec!["erp.example.com", "ERP.example.COM", "crm.example", "a.b.crm.example", "BÜCHER.example", "localhost"]
            .into_iter()
            .chain(["10.1.2.3", "0x0a.66051", "[2001:DB8::1]", "ｅrp.example.com", "erp。example。com"]);
    let listed = prop::sample::select(listed.collect::<Vec<_>>()).prop_map(str::to_owned);
    let joined = prop::collection::vec(label(), 1..5).prop_map(|labels| labels.join("."));
    let host = prop_oneof![listed, joined];
    let user = prop::sample::select(vec!["", "", "", "erp.example.com@", "a:b@"]);
    let dot = prop::sample::select(vec!["", "", "", "."]);
    let port = prop_oneof![
        Just(String::new()),
        Just(":443".to_owned()),
        Just(":8443".into()),
        Just(":3000".into()),
        Just(":".into()),
        any::<u16>().prop_map(|port| format!(":{port}"))
    ];
    let path = prop::sample::select(vec![
        "",
        "/",
        "/desk",
        "/desk/7",
        "/DESK",
        "/desktop",
        "/desk/%2e%2e/x",
        "/desk/..%2fx",
        "/x/../desk",
        "?https://erp.example.com/",
        "#@erp.example.com",
        "\\@erp.example.com",
        "/desk;x",
    ]);
    (scheme, user, host, dot, port, path)
        .prop_map(|(scheme, user, host, dot, port, path)| format!("{scheme}://{user}{host}{dot}{port}{path}"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn no_host_outside_the_list_is_ever_approved(url in url()) {
        let policy = &*POLICY;
        let decision = policy.decide(&url);
        let listed = url::Url::parse(&url).is_ok_and(|url| is_listed(&url));
        if decision.allowed {
            prop_assert!(listed, "{url} was allowed");
            let site = decision.site.expect("what is allowed is a site");
            prop_assert!(policy.may_have(&site), "{site} of {url} was not to be registered");
        } else {
            // The other way round: nothing on the list is lost, but for what servers may read in two ways.
            prop_assert!(!listed || url.contains('%'), "{url} was refused: {:?}", decision.reason);
        }
    }

    #[test]
    fn the_packs_hold_for_every_host_below_theirs(below in "([a-z0-9]{1,8}\\.){0,3}", port in any::<u16>(), at in any::<prop::sample::Index>()) {
        let hosts: Vec<&str> = overt::policy::Pack::ALL.into_iter().flat_map(overt::policy::Pack::hosts).collect();
        let host = format!("{below}{}", at.get(&hosts));
        let listed = Policy::read(&format!(r#"{{"version": 1, "entries": 3, "sites": ["{host}:*"]}}"#));
        for policy in [Policy::default(), listed] {
            let url = format!("https://{}:{port}/", host.to_uppercase());
            prop_assert!(!policy.decide(&url).allowed, "{url}");
        }
    }

    #[test]
    fn no_text_makes_a_policy_that_panics_or_allows_more_than_none(json in "\\PC{0,40}", host in "[a-z]{1,9}\\.[a-z]{2,5}") {
        let url = format!("https://{host}/");
        let policy = Policy::read(&json);
        prop_assert!(!policy.decide(&url).allowed || Policy::default().decide(&url).allowed);
    }
}
