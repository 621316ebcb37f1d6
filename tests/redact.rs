//! What the one gate masks, and that nothing private passes it.

use overt::redact::{
    EntityType, Field, Marker, MaskingLevel, Raw, Redacted, Redactor, Terms, Typing, on_element, own_words, secret,
    spans,
};
use proptest::prelude::*;

fn shown(text: &str) -> String {
    numbered(Redactor::new([7; 16], MaskingLevel::Values).shown(&Raw::new(text), false).as_str())
}

fn typed(level: MaskingLevel, text: &str) -> String {
    numbered(Redactor::new([7; 16], level).typed(&Raw::new(text), None, false, Typing::Done).as_str())
}

/// Tags as `<EMAIL>`: their sixteen digits are the key's.
fn numbered(text: &str) -> String {
    let mut out = text.to_owned();
    while let Some(at) = out.find('#').filter(|at| out.is_char_boundary(at + 17) && out[at + 17..].starts_with('>')) {
        out.replace_range(at..at + 17, "");
    }
    out
}

#[test]
fn a_card_number_is_masked_however_it_is_spaced() {
    for card in [
        "4111111111111111",
        "4111 1111 1111 1111",
        "5555-5555-5555-4444",
        "3782\u{a0}822463\u{a0}10005",
        "4111\u{200b}1111 11111111",
        "４１１１ １１１１ １１１１ １１１１",
    ] {
        assert_eq!(shown(&format!("pay {card} now")), "pay <CARD> now");
    }
}

#[test]
fn a_number_that_fails_luhn_or_is_too_short_is_kept() {
    for number in ["4111111111111112", "41111111111", "2026-11-24 10:30"] {
        assert_eq!(shown(number), number);
    }
}

#[test]
fn an_email_address_is_masked_inside_text() {
    assert_eq!(shown("Mail ann.lee+x@mail.example.com, please."), "Mail <EMAIL>, please.");
    assert_eq!(shown("a@b"), "a@b");
}

#[test]
fn a_card_of_every_brand_is_a_card() {
    for card in [
        "4111111111111111",
        "4222222222222",
        "5555555555554444",
        "2223003122003222",
        "378282246310005",
        "30569309025904",
        "3530111333300000",
        "6011111111111117",
        "6205500000000000004",
        "6304000000000000",
        "501800000009",
        "180000000000002",
        "3520018461288554",
    ] {
        assert_eq!(shown(card), "<CARD>", "{card}");
    }
}

#[test]
fn what_is_private_by_its_form_is_told_apart() {
    for (text, masked) in [
        ("to DE89 3704 0044 0532 0130 00, please", "to <IBAN>, please"),
        ("gb29nwbk60161331926819", "<IBAN>"),
        ("from 192.168.0.17 to fe80::1:2", "from <IP> to <IP>"),
        ("::ffff:203.0.113.9 came", "<IP> came"),
        ("at 00:1b:63:84:45:e6", "at <MAC>"),
        ("f7:5c15:293e:37bf:814f:24c1:fcc2:f456", "<IP>"),
        ("SSN 219-09-9999", "SSN <ID>"),
        ("born 24.11.1980 in Ulm", "born <BIRTHDATE> in Ulm"),
        ("call +49 (0)30 901820", "call <PHONE>"),
        ("(555) 123-4567 x12", "<PHONE>"),
        ("AKIAIOSFODNN7EXAMPLE is it", "<KEY> is it"),
        ("ghp_16C7e42F292c6912E7710c838347Ae178B4a", "<KEY>"),
        ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U", "<TOKEN>"),
        ("-----BEGIN RSA PRIVATE KEY-----\nMIIBOgIBAAJB\n-----END RSA PRIVATE KEY----- x", "<KEY> x"),
        ("https://dana:tulip@host.example/x", "https://<SECRET>@host.example/x"),
        ("0x52908400098527886E0F7030069857D2E4169EE7", "<WALLET>"),
    ] {
        assert_eq!(shown(text), masked, "{text}");
    }
}

#[test]
fn what_begins_with_digits_is_found_behind_a_number_or_a_parenthesis() {
    for (text, masked) in [
        ("switch 2 00:1b:63:84:45:e6 is down", "switch 2 <MAC> is down"),
        ("switch 2 00-1b-63-84-45-e6", "switch 2 <MAC>"),
        ("the switch (00:1b:63:84:45:e6)", "the switch (<MAC>)"),
        ("its address (2001:db8::8a2e:370:7334)", "its address (<IP>)"),
        ("port 4, 7 2001:db8::8a2e:370:7334", "port 4, 7 <IP>"),
        ("no. 12 3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy", "no. 12 <WALLET>"),
        ("box 3 0x52908400098527886E0F7030069857D2E4169EE7", "box 3 <WALLET>"),
        ("key 1 9e107d9d372bb6826bd81d3542a419d6", "key 1 <TOKEN>"),
    ] {
        assert_eq!(shown(text), masked, "{text}");
    }
}

#[test]
fn a_fingerprint_is_masked_whole_however_long_it_is() {
    let pair = "4f:a0:";
    for pairs in [9, 16, 20, 32, 300] {
        let text = format!("key {}1b, new", pair.repeat(pairs / 2));
        assert_eq!(shown(&text), "key <TOKEN>, new", "{pairs} pairs");
    }
}

#[test]
fn numbers_and_words_that_are_nothing_private_are_kept() {
    for text in [
        "Order 20241124 of 24.11.2026, 10:30:15",
        "version 10.0.19045.3803",
        "Total 1,234,567.89 EUR (12 %)",
        "22.11.99999999999",
        "6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
        "is12 of the following parts are in store",
        "Straßenbahnhaltestelle 17b",
        "std::vector and a::b",
    ] {
        assert_eq!(shown(text), text);
    }
}

#[test]
fn no_other_writing_of_digits_and_signs_gets_past() {
    for text in [
        "\u{664}\u{661}\u{661}\u{661} 1111 1111 1111",
        "4111  1111  1111  1111",
        "4111_1111_1111_1111",
        "4111 - 1111 - 1111 - 1111",
        "4111\u{2060}1111\u{ad}1111\u{feff}1111",
        "4\u{fe0f}\u{20e3}111 1111 1111 1111",
        "\u{1d7d2}111111111111111",
        "4111\u{2011}1111\u{2011}1111\u{2011}1111",
    ] {
        assert_eq!(shown(text), "<CARD>", "{text}");
    }
    assert_eq!(shown("dana\u{200b}.lee＠example．com"), "<EMAIL>");
}

#[test]
fn a_card_behind_many_other_numbers_is_found() {
    for before in 0..60 {
        let text = format!("{}4111 1111 1111 1111", "12345 ".repeat(before));
        assert!(!shown(&text).contains("1111"), "behind {before} numbers");
    }
}

#[test]
fn a_text_of_any_length_is_searched_to_its_end() {
    let text = format!("{}dana@example.com", "word and word ".repeat(2_000));
    assert!(shown(&text).ends_with("word and word <EMAIL>"));
}

#[test]
fn the_default_masking_level_replaces_what_was_typed_by_its_class() {
    assert_eq!(typed(MaskingLevel::Values, "travel to Rome"), "<TEXT>");
    assert_eq!(typed(MaskingLevel::Values, "ann@example.com"), "<EMAIL>");
    assert_eq!(typed(MaskingLevel::Open, "travel to Rome"), "travel to Rome");
    assert_eq!(typed(MaskingLevel::Open, "to ann@example.com"), "to <EMAIL>");
}

#[test]
fn the_same_text_has_the_same_tag_in_a_session_and_another_in_the_next() {
    let tag = |key: u8| Redactor::new([key; 16], MaskingLevel::Values).shown(&Raw::new("ann@example.com"), false);
    assert_eq!(tag(1), tag(1));
    assert_ne!(tag(1), tag(2));
}

#[test]
fn a_url_keeps_scheme_host_and_path_only() {
    let url = |text: &str| numbered(Redactor::new([7; 16], MaskingLevel::Open).url(&Raw::new(text)).as_str());
    assert_eq!(url("https://me:pw@a.example:8443/x/y?q=1#z"), "https://a.example:8443/x/y");
    assert_eq!(url("https://a.example/user/ann@example.com/edit"), "https://a.example/user/<EMAIL>/edit");
    assert_eq!(url("http://192.168.7.1:8080/at/10.0.0.7"), "http://192.168.7.1:8080/at/<IP>");
    assert_eq!(url("data:text/html,secret"), "data:");
    assert_eq!(url("blob:https://a.example/123"), "blob:");
}

#[test]
fn a_field_is_private_by_type_token_or_a_whole_word_of_its_names() {
    let named = |name: &str| secret(&Field { names: vec![Raw::new(name)], ..Field::default() });
    for name in ["userPassword", "cvv", "account_number", "api-key", "Your PIN", "card.token"] {
        assert_eq!(named(name), Some(EntityType::Secret), "{name}");
    }
    for name in ["shipping", "spinner", "tokenizer", "comment", "sort", "memory", "answer", "maiden voyage"] {
        assert_eq!(named(name), None, "{name}");
    }
    let by = |kind: &str, token: &str| {
        secret(&Field { kind: Some(Raw::new(kind)), autocomplete: Some(Raw::new(token)), ..Field::default() })
    };
    assert_eq!(by("password", ""), Some(EntityType::Password));
    assert_eq!(by("text", "section-a cc-number"), Some(EntityType::Card));
    assert_eq!(by("text", "given-name"), None);
}

#[test]
fn the_strictest_marker_on_an_element_wins() {
    let marked = |class: &'static str, name: &'static str, value: &'static str| {
        on_element(|asked| match asked {
            "class" => Some(Raw::new(class)),
            other if other == name => Some(Raw::new(value)),
            _ => None,
        })
    };
    assert_eq!(marked("a rr-mask", "data-privacy", "block"), Some(Marker::Block));
    assert_eq!(marked("", "data-privacy", "whatever"), Some(Marker::Mask));
    assert_eq!(marked("", "data-dd-privacy", "allow"), None);
    assert_eq!(marked("ph-no-capture", "", ""), Some(Marker::Block));
}

#[test]
fn a_value_has_one_placeholder_typed_or_shown_and_however_it_is_written() {
    let mut gate = Redactor::new([7; 16], MaskingLevel::Values);
    for (shown, typed, class) in [
        ("4111111111111111", "4111 1111 1111 1111", Some(EntityType::Card)),
        ("Dana.Lee@example.com", " dana.lee@example.com ", Some(EntityType::Email)),
        ("+49 30 901820", "+49-30-901820", None),
        ("DE89370400440532013000", "DE89 3704 0044 0532 0130 00", Some(EntityType::Secret)),
    ] {
        let shown = gate.shown(&Raw::new(shown), false);
        assert_eq!(gate.typed(&Raw::new(typed), class, false, Typing::Done), shown, "{typed}");
    }
}

#[test]
fn at_the_strictest_masking_level_every_text_is_a_placeholder_and_the_host_stays() {
    let mut gate = Redactor::new([7; 16], MaskingLevel::All);
    let tell = |text: Redacted| numbered(text.as_str());
    assert_eq!(tell(gate.shown(&Raw::new("Approve"), false)), "<TEXT>");
    assert_eq!(tell(gate.typed(&Raw::new("Rome"), None, false, Typing::Done)), "<TEXT>");
    assert_eq!(tell(gate.url(&Raw::new("https://a.example/users/dana"))), "https://a.example/<TEXT>/<TEXT>");
    assert!(gate.selector(&Raw::new("aria/Approve"), true).is_none());
}

#[test]
fn an_address_is_judged_by_what_its_codes_mean() {
    let url = |text: &str| numbered(Redactor::new([7; 16], MaskingLevel::Open).url(&Raw::new(text)).as_str());
    assert_eq!(url("https://a.example/u/dana%40example.com/x"), "https://a.example/u/<EMAIL>/x");
    assert_eq!(url("https://a.example/u;jsessionid=F00BA4/x;p=1"), "https://a.example/u/x");
    let mut gate = Redactor::new([7; 16], MaskingLevel::Open);
    assert!(gate.selector(&Raw::new("[href=\"/u/dana%40example.com\"]"), false).is_none());
}

#[test]
fn a_term_is_found_in_any_case_without_accents_and_however_it_is_joined() {
    let terms = || Terms::new(["Projekt Morgenröte", "  Żaneta ", "山田", "Ann", "Anna"]);
    let shown = |text: &str| {
        let mut gate = Redactor::new([7; 16], MaskingLevel::Values).with_terms(terms());
        numbered(gate.shown(&Raw::new(text), false).as_str())
    };
    assert_eq!(shown("About PROJEKT MORGENROTE, today"), "About <TERM>, today");
    assert_eq!(shown("projekt-morgenröte"), "<TERM>");
    assert_eq!(shown("ProjektMorgenro\u{308}te"), "<TERM>");
    assert_eq!(shown("zaneta's list for 山田さん"), "<TERM>'s list for <TERM>さん");
    assert_eq!(shown("can never"), "can never");
    assert_eq!(shown("Annabel"), "<TERM>bel");
    let url = Redactor::new([7; 16], MaskingLevel::Values)
        .with_terms(terms())
        .url(&Raw::new("https://a.example/p/Projekt%20Morgenr%C3%B6te/1"));
    assert!(numbered(url.as_str()).starts_with("https://a.example/p/<T"), "{url}");
    let mut gate = Redactor::new([7; 16], MaskingLevel::Values).with_terms(terms());
    assert!(gate.selector(&Raw::new("#projekt_morgenrote"), false).is_none());
    assert_eq!(own_words("for Ann", &terms()).as_str(), "for <TERM>");
}

#[test]
fn a_term_with_signs_between_its_words_is_found_too() {
    for (term, text) in [
        ("Smith & Sons", "Smith & Sons"),
        ("smith & sons", "about SMITH&SONS, today"),
        ("A - B - C", "A - B - C"),
        ("R&D (north)", "r&d  (North)"),
        ("Smith & Sons", "p/Smith%20&%20Sons/1"),
        ("* * *", "** *"),
    ] {
        assert_eq!(Terms::new([term]).find(text).len(), 1, "{term} in {text}");
    }
    assert!(Terms::new(["Smith & Sons"]).find("Smith Sons").is_empty());
}

proptest! {
    #[test]
    fn a_term_is_found_as_it_was_written(term in "\\S(\\PC{0,12}\\S)?", before in "[a-z ]{0,4}") {
        let terms = Terms::new([&term]);
        prop_assume!(!terms.is_empty());
        let text = format!("{before}{term}.");
        prop_assert!(!terms.find(&text).is_empty(), "{text}");
    }
}

#[test]
fn a_typed_secret_is_masked_where_the_page_shows_it_again() {
    let mut gate = Redactor::new([7; 16], MaskingLevel::Open);
    gate.typed(&Raw::new("Tulip-harbour"), Some(EntityType::Password), false, Typing::Ongoing);
    gate.typed(&Raw::new("Tulip-harbour-92"), Some(EntityType::Password), false, Typing::Ongoing);
    assert_eq!(
        numbered(gate.shown(&Raw::new("Your password is Tulip-harbour-92."), false).as_str()),
        "Your password is <PASSWORD>."
    );
    assert!(gate.selector(&Raw::new("text/tulip-harbour-92"), true).is_none());
}

#[test]
fn a_typed_secret_is_found_in_other_writings() {
    let shown = |secret: &str, text: &str| {
        let mut gate = Redactor::new([7; 16], MaskingLevel::Open);
        gate.typed(&Raw::new(secret), Some(EntityType::Password), false, Typing::Done);
        numbered(gate.shown(&Raw::new(text), false).as_str())
    };
    for (secret, text, masked) in [
        ("tulip", "a TULIP, mytulips", "a <PASSWORD>, my<PASSWORD>s"),
        ("cat", "cat, (Cat) concatenate", "<PASSWORD>, (<PASSWORD>) concatenate"),
        ("ab", "ab", "ab"),
        ("tulip-92", "it is 29-pilut", "it is <PASSWORD>"),
        ("tulip-92", "Basic ZGFuYTp0dWxpcC05Mg==", "Basic ZGFuYTp<PASSWORD>g=="),
        ("tulip-92", "dHVsaXAtOTI=", "<PASSWORD>I="),
        ("tu/ip 92", "x/tu%2Fip%2092", "x/<PASSWORD>"),
        ("tu/ip 92", "x/tu%252Fip%252092", "x/<PASSWORD>"),
        ("48213977", "4821-3977 and 4 8 2 1 3 9 7 7", "<PASSWORD> and <PASSWORD>"),
        ("48213977", "ends in •••• 3977", "ends in •••• <PASSWORD>"),
        ("48213977", "no. 13977", "no. 13977"),
        ("4821", "48-21", "<PASSWORD>"),
    ] {
        assert_eq!(shown(secret, text), masked, "{secret}");
    }
    let mut gate = Redactor::new([7; 16], MaskingLevel::Values);
    let typed = gate.typed(&Raw::new("4821 3977"), Some(EntityType::Secret), false, Typing::Done);
    for text in ["4821 3977", "48213977", "4821-3977", "7793 1284"] {
        assert_eq!(gate.shown(&Raw::new(text), false), typed, "{text}");
    }
}

#[test]
fn of_a_file_only_a_known_ending_is_told() {
    let mut gate = Redactor::new([7; 16], MaskingLevel::Open);
    assert_eq!(gate.extension(&Raw::new("review.smith")).as_str(), "");
    assert_eq!(gate.extension(&Raw::new("review of Smith.PDF")).as_str(), "pdf");
}

#[test]
fn a_tag_or_a_key_that_is_no_plain_word_is_not_told() {
    let mut gate = Redactor::new([7; 16], MaskingLevel::Open).with_terms(Terms::new(["Smith"]));
    assert_eq!(gate.tag("smith-card").as_str(), "custom-element");
    assert_eq!(gate.tag("user-card").as_str(), "user-card");
    assert_eq!(gate.key(&Raw::new("ArrowDown")).as_str(), "ArrowDown");
    assert_eq!(gate.key(&Raw::new("my password")).as_str(), "Unidentified");
}

#[test]
fn a_field_is_private_in_other_languages_too() {
    for name in [
        "Passwort",
        "Mot de passe",
        "Contraseña",
        "パスワードを入力",
        "Prüfziffer",
        "numéro de carte",
        "hasło",
        "Fecha de nacimiento",
        "Mother's maiden name",
        "Memorable word",
        "Pass phrase",
        "Security answer",
        "Sort code",
        "sortCode",
        "Sicherheitsantwort",
        "Mädchenname der Mutter",
        "Réponse de sécurité",
        "Apellido de soltera",
        "Resposta secreta",
        "Cognome da nubile",
        "Beveiligingsvraag",
        "Nazwisko panieńskie",
        "Rozené příjmení",
        "Güvenlik sorusu",
        "Säkerhetsfråga",
        "Sikkerhedsspørgsmål",
        "Turvakysymys",
        "秘密の質問",
        "母亲的姓氏",
        "보안 질문",
        "Девичья фамилия матери",
    ] {
        assert_eq!(
            secret(&Field { names: vec![Raw::new(name)], ..Field::default() }),
            Some(EntityType::Secret),
            "{name}"
        );
    }
}

#[test]
fn every_marker_of_every_tool_is_honoured() {
    for (marked, wanted) in [
        (
            ".rr-block .sentry-block .ph-no-capture .fs-exclude .fs-block .dd-privacy-hidden .amp-block .mp-block .nr-block",
            Marker::Block,
        ),
        (
            "data-sentry-block data-dd-privacy=hidden data-openreplay-hidden data-amp-block data-nr-block data-privacy=block",
            Marker::Block,
        ),
        (
            ".rr-mask .sentry-mask .ph-mask .fs-mask .dd-privacy-mask .dd-privacy-mask-user-input .amp-mask .mp-mask .nr-mask",
            Marker::Mask,
        ),
        (
            "data-sentry-mask data-dd-privacy=mask data-dd-privacy=mask-user-input data-dd-privacy=mask-unless-allowlisted",
            Marker::Mask,
        ),
        (
            "data-hj-suppress data-clarity-mask data-openreplay-obscured data-openreplay-masked data-private data-amp-mask",
            Marker::Mask,
        ),
        ("data-nr-mask data-privacy=mask data-privacy=unheard-of", Marker::Mask),
        (".rr-ignore .sentry-ignore .ph-ignore-input data-sentry-ignore", Marker::Ignore),
    ] {
        for one in marked.split(' ') {
            let (name, value) = one
                .strip_prefix('.')
                .map_or_else(|| one.split_once('=').unwrap_or((one, "")), |class| ("class", class));
            let found = on_element(|asked| (asked == name).then(|| Raw::new(value)));
            assert_eq!(found, Some(wanted), "{one}");
        }
    }
    for (name, value) in [
        ("class", "rr-unmask ph-unmask fs-unmask mp-unmask"),
        ("data-dd-privacy", "allow"),
        ("data-clarity-unmask", ""),
    ] {
        assert_eq!(on_element(|asked| (asked == name).then(|| Raw::new(value))), None, "{name}={value}");
    }
}

#[test]
fn the_employees_own_goal_is_masked_too() {
    assert_eq!(own_words("refund ann@example.com", &Terms::default()).as_str(), "refund <EMAIL>");
}

/// Words, and what may be private without a digit.
fn unlikely_part() -> impl Strategy<Value = String> {
    let written = prop::sample::select(vec![
        " ",
        "\\n",
        "\u{200b}",
        "\u{2013}",
        "for",
        "-----BEGIN PRIVATE KEY-----abc-----END PRIVATE KEY-----",
        "-----BEGIN EC PRIVATE KEY",
        "aaaa.bbbb.cccc",
        "aa-bb-cc-dd-ee-ff",
        "aa:bb:cc:dd:ee:ff",
        "ab:cd:ef:ab:cd:ef:ab:cd:ef:ab",
        "::ffff:",
        "ann.lee@mail.example.com",
        "https://ann:lee@mail.example.com",
        "github_pat_ABCDEFGHIJKLMNOPQRSTUV",
        "ghp_ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEF",
        "AGE-SECRET-KEY-ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMN",
        "eyJhbGciOi.eyJhbGci.aaaa",
        "+(",
    ]);
    prop_oneof![written.prop_map(str::to_owned), "[a-f]{1,12}", "[A-Za-z._~/+-]{1,24}", "\\PC{1,6}"]
}

fn luhn_card() -> impl Strategy<Value = String> {
    (12usize..=19, "[456][0-9]{18}").prop_map(|(length, digits)| {
        let body = &digits[..length - 1];
        let last = (0..10).find(|last| {
            spans(&format!("{body}{last}"))
                .iter()
                .any(|span| span.entity_type == EntityType::Card && span.range.len() == length)
        });
        format!("{body}{}", last.expect("one of ten check digits passes"))
    })
}

#[test]
fn a_number_of_a_person_is_told_by_its_form_and_checksum() {
    for text in [
        "12345678Z",
        "X-1234567-L",
        "AAAPL1234C",
        "HEGG560427MVZRRL04",
        "GODE561231GR8",
        "20-26756539-3",
        "970131-1234569",
        "756.9217.0769.85",
        "529.982.247-25",
        "11.222.333/0001-81",
        "710319/2745",
        "37605030299",
        "6433435F",
        "11010519491231002X",
        "S1234567D",
        "131052-308T",
        "DE136695976",
        "ATU12345678",
        "912-70-1234",
        "AB 12 34 56 C",
        "12.345.678-5",
        "AB12 CDE",
    ] {
        assert_eq!(shown(&format!("Lee, {text}, Ulm")), "Lee, <ID>, Ulm", "{text}");
    }
}

#[test]
fn a_number_of_a_person_is_told_by_the_word_before_it() {
    for (label, number) in [
        ("Aadhaar", "2345 6789 0123"),
        ("EIN:", "12-3456789"),
        ("マイナンバー：", "1234 5678 9012"),
        ("SIN", "123 456 789"),
        ("Passport no.", "X1234567"),
        ("Reisepass", "C01X00T47"),
        ("护照号码", "E12345678"),
        ("driver's license:", "D123-4567-8901"),
        ("sort code", "12-11-77"),
        ("Steuer-ID", "12 345 678 901"),
        ("Kennzeichen:", "B-AB 1234"),
        ("паспорт", "4510 123456"),
    ] {
        assert_eq!(shown(&format!("{label} {number}, Ulm")), format!("{label} <ID>, Ulm"), "{label}");
    }
    for text in ["Passport issued on 12.03.2026", "nie 12345678", "The licence number is required"] {
        assert_eq!(shown(text), text);
    }
}

#[test]
fn a_telephone_number_needs_a_form_or_a_word() {
    for (text, masked) in [
        ("手机：131 2345 6789", "手机：<PHONE>"),
        ("Durchwahl 01512 3456789", "Durchwahl <PHONE>"),
        ("6123 4567", "<PHONE>"),
        ("12 34 56 78", "<PHONE>"),
        ("02-312-3456", "<PHONE>"),
        ("Tel. 30 12 34", "Tel. <PHONE>"),
        ("+49 30 901820 Durchwahl 12", "<PHONE>"),
        ("030 123456, доб. 45", "<PHONE>"),
    ] {
        assert_eq!(shown(text), masked);
    }
    for text in [
        "2026112412",
        "4-3-3",
        "432-015.724 197",
        "Order 5551234567",
        "12345\n67890",
        "1234\t56\t7890",
        "2019-2020",
        "text © 2014-2026",
        "1000-2000",
        "321 732 842,76",
        "1732633200",
    ] {
        assert_eq!(shown(text), text);
    }
}

#[test]
fn a_card_or_account_is_found_however_it_is_split() {
    for gap in ["\n", ",", ", ", "·", "|", " | ", "\t", "\u{2800}", "\u{fffc}", "\u{483}"] {
        assert_eq!(shown(&["4111", "1111", "1111", "1111"].join(gap)), "<CARD>", "{gap:?}");
    }
    for text in ["8112345678901239", "8600123456789012", "④①①① 1111 1111 1111"] {
        assert_eq!(shown(text), "<CARD>", "{text}");
    }
    for text in ["MT77CFTE52830W3W2GRMZXON57WGY42", "BI4210000100010000332045181", "SN08SN0100152000048500003035"] {
        assert_eq!(shown(text), "<IBAN>", "{text}");
    }
}

#[test]
fn an_address_is_found_that_is_quoted_or_hidden_from_machines() {
    for text in [
        "\"dana lee\"@mail.example",
        "dana [at] mail.example",
        "dana(at)mail.example",
        "dana%40mail.example",
        "dana [at] mail [dot] example",
    ] {
        assert_eq!(shown(text), "<EMAIL>", "{text}");
    }
    assert_eq!(shown("look (at) this"), "look (at) this");
}

#[test]
fn a_secret_is_told_by_the_word_before_it() {
    for (text, masked) in [
        ("password: tulip", "password: <SECRET>"),
        ("Passwort: tulip-92", "Passwort: <SECRET>"),
        ("mot de passe : tulip", "mot de passe : <SECRET>"),
        ("密码：tulip92", "密码：<SECRET>"),
        ("Dein Passwort lautet: tulip92!", "Dein Passwort lautet: <SECRET>"),
        ("DB_PASSWORD=tulip", "DB_PASSWORD=<SECRET>"),
        ("123456 is your login code", "<SECRET> is your login code"),
        ("Your verification code is 123 456.", "Your verification code is <SECRET>."),
        ("验证码是482913", "验证码是<SECRET>"),
        ("api_key: 9e107d9d372bb6826bd81d35", "api_key: <KEY>"),
        ("setup key: jbsw y3dp ehpk 3pxp", "setup key: <KEY>"),
        ("backup codes: f3k9-x2m1 a8c2-9kd0", "backup codes: <SECRET>"),
    ] {
        assert_eq!(shown(text), masked);
    }
    for text in [
        "Password: required",
        "Forgot your password?",
        "Password must have 8 characters",
        "Your password expires in 14 days",
        "input[type=\"password\"]:nth-child(1 of input)",
        "#password:nth-of-type(2)",
        "//input[@type=\"password\"][1][count(.//label)=1]//label",
        "[data-key=\"row-12345678\"]",
        "Password: at least 12 characters",
        "error code 404123",
        "postal code 12345",
    ] {
        assert_eq!(shown(text), text);
    }
}

#[test]
fn the_whole_of_a_key_is_masked_and_a_digest_is_none() {
    for text in [
        "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw9",
        "access_token$production$abcd1234efgh5678$0123456789abcdef0123456789abcdef",
        "pat-na1-6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
        "dapi0123456789abcdef0123456789abcdef",
    ] {
        assert_eq!(shown(text), "<KEY>", "{text}");
    }
    let long = "aB3".repeat(200);
    assert_eq!(shown(&format!("token: {long}, done")), "token: <KEY>, done");
    for text in ["commit 9e107d9d372bb6826bd81d3542a419d69e107d9d", "etag \"9e107d9d372bb6826bd81d3542a419d6\""] {
        assert_eq!(shown(text), text);
    }
}

#[test]
fn a_day_of_birth_may_be_written_with_a_word() {
    for (text, masked) in [
        ("geb. 12. März 1980", "geb. <BIRTHDATE>"),
        ("née le 3 mai 1971 à Lyon", "née le <BIRTHDATE> à Lyon"),
        ("ur. 14 października 1964", "ur. <BIRTHDATE>"),
        ("born March 3, 1971", "born <BIRTHDATE>"),
        ("生年月日：1980年3月12日", "生年月日：<BIRTHDATE>"),
        ("DOB: 1980-03-12", "DOB: <BIRTHDATE>"),
    ] {
        assert_eq!(shown(text), masked);
    }
    assert_eq!(shown("due 12. März 2026"), "due 12. März 2026");
}

#[test]
fn a_place_is_a_street_with_a_number_or_a_pair_of_coordinates() {
    for text in [
        "52.52000, 13.40500",
        "52°31'12\"N 13°24'18\"E",
        "Hauptstraße 12a",
        "Anna-Maria-Straße 5",
        "12 Main Street",
        "12 rue Martin",
        "Via Roma 12",
        "ul. Długa 5/4",
        "ул. Ленина, 5",
        "人民路12号",
    ] {
        assert_eq!(shown(text), "<LOCATION>", "{text}");
    }
    for text in ["5 Google Drive files", "2 way street", "via 2 hops", "12.34, 56.78", "Straßenbahnhaltestelle 17b"] {
        assert_eq!(shown(text), text);
    }
}

/// A label takes a code of four to eight digits, and a card begins like one.
#[test]
fn a_label_leaves_nothing_of_a_card() {
    for label in ["otp", "code", "pin:", "password:", "OTP is"] {
        assert_eq!(shown(&format!("{label} 4000 0000 0000 6")), format!("{label} <CARD>"), "{label}");
    }
    assert_eq!(shown("passport 4000 0000 0000 6"), "passport <ID>");
    assert_eq!(shown("otp 4000, 6"), "otp <SECRET>, 6");
}

proptest! {
    #[test]
    fn a_planted_card_leaves_no_digit_behind(card in luhn_card(), before in "[a-z ]{0,9}", gap in prop::sample::select(vec!["", " ", "-", "\u{a0}"])) {
        // One in ten numbers of twelve digits passes the check: behind `po` it is the number of an order.
        let before = if card.len() == 12 { String::new() } else { before };
        let spaced = card.as_bytes().chunks(4).map(|part| String::from_utf8_lossy(part).into_owned()).collect::<Vec<_>>().join(gap);
        let out = shown(&format!("{before} {spaced}."));
        prop_assert!(!out.chars().any(|c| c.is_ascii_digit()), "{out}");
    }

    /// Behind it a colon and a blank line away, nothing changes: but for the colon most texts would not be searched at all.
    #[test]
    fn a_text_that_is_not_searched_holds_nothing(parts in prop::collection::vec(unlikely_part(), 1..9)) {
        let text = parts.concat();
        // A key without an end takes all that follows.
        let begun = |text: &str| spans(text).into_iter().map(|span| (span.range.start, span.entity_type)).collect::<Vec<_>>();
        prop_assert_eq!(begun(&text), begun(&format!("{text}\n\n:")));
    }

    #[test]
    fn no_text_makes_the_gate_panic(text in "\\PC{0,60}") {
        let raw = Raw::new(text.as_str());
        let mut gate = Redactor::new([0; 16], MaskingLevel::Values);
        gate.shown(&raw, false);
        gate.typed(&raw, None, false, Typing::Done);
        Redactor::new([0; 16], MaskingLevel::All).url(&Raw::new(text));
    }
}
