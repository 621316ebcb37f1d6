//! What a word with letters and digits may be: a key of a vendor, a token, an account, a wallet, an address of a machine.

use super::checks;
use crate::redact::EntityType;

/// The countries that give out accounts with a checksum (IBAN Registry, release 99), and the shortest of these.
const IBANS: &str = "AD AE AL AT AZ BA BE BG BH BI BR BY CH CR CY CZ DE DJ DK DO EE EG ES FI FK FO FR GB GE GI GL GR GT HN HR HU IE IL IQ IS IT JO KW KZ LB LC LI LT LU LV LY MC MD ME MK MN MR MT MU NI NL NO OM PK PL PS PT QA RO RS RU SA SC SD SE SI SK SM SO ST SV TL TN TR UA VA VG XK YE";
const SHORTEST_IBAN: usize = 15;
/// Fewer digits are words behind two letters and a number.
const FEWEST_IBAN_DIGITS: usize = 8;

/// How a vendor's keys start, and how many letters, digits, dashes or dots follow at least (the vendors' own documentation).
const KEYS: &[(&str, u8)] = &[
    ("AKIA", 16),
    ("ASIA", 16),
    ("ABIA", 16),
    ("ACCA", 16), // Amazon
    ("AIza", 30),
    ("ya29.", 20),
    ("GOCSPX-", 20),
    ("1//0", 30), // Google
    ("ghp_", 30),
    ("gho_", 30),
    ("ghu_", 30),
    ("ghs_", 30),
    ("ghr_", 30),
    ("github_pat_", 22), // GitHub
    ("glpat-", 20),
    ("gldt-", 20),
    ("glrt-", 20),
    ("glptt-", 20),
    ("glsoat-", 20), // GitLab
    ("xoxb-", 10),
    ("xoxp-", 10),
    ("xoxa-", 10),
    ("xoxr-", 10),
    ("xoxs-", 10),
    ("xoxe.", 10),
    ("xapp-", 10), // Slack
    ("sk_live_", 10),
    ("sk_test_", 10),
    ("rk_live_", 10),
    ("rk_test_", 10),
    ("pk_live_", 10),
    ("pk_test_", 10),
    ("whsec_", 20), // Stripe
    ("sk-ant-", 20),
    ("sk-proj-", 20),
    ("sk-svcacct-", 20),
    ("sk-or-", 20),
    ("sk-", 32), // Anthropic, OpenAI, OpenRouter
    ("hf_", 30),
    ("r8_", 30),
    ("gsk_", 30),
    ("xai-", 30),
    ("pplx-", 30), // Hugging Face, Replicate, Groq, xAI, Perplexity
    ("SG.", 20),
    ("key-", 32),
    ("sq0atp-", 20),
    ("sq0csp-", 20),
    ("EAAA", 50), // SendGrid, Mailgun, Square
    ("shpat_", 30),
    ("shpss_", 30),
    ("shpca_", 30),
    ("shppa_", 30), // Shopify
    ("npm_", 30),
    ("pypi-", 30),
    ("rubygems_", 30),
    ("dckr_pat_", 20),
    ("CLOJARS_", 30), // package registries
    ("dop_v1_", 30),
    ("doo_v1_", 30),
    ("dor_v1_", 30),
    ("hvs.", 20),
    ("hvb.", 20),
    ("atlasv1.", 30), // DigitalOcean, HashiCorp
    ("glsa_", 30),
    ("glc_", 30),
    ("NRAK-", 20),
    ("NRJS-", 15),
    ("dp.pt.", 30),
    ("dp.st.", 30), // Grafana, New Relic, Doppler
    ("ATATT3", 30),
    ("ATCTT3", 30),
    ("figd_", 30),
    ("lin_api_", 30),
    ("ntn_", 30),
    ("secret_", 40),
    ("PMAK-", 30), // work tools
    ("tfp_", 30),
    ("AGE-SECRET-KEY-", 40),
    ("duffel_test_", 30),
    ("duffel_live_", 30),
    ("sntrys_", 30),
    ("sbp_", 30),
];

/// Shortest stretch of letters and digits that is judged by how mixed it is, and of hexadecimal digits.
const MIXED: usize = 20;
const HEXADECIMAL: usize = 32;

/// Most groups of an address of IP version 6.
const MOST_GROUPS: usize = 8;

/// A private stretch that starts at the place of search.
pub(super) struct Hit {
    pub(super) to: usize,
    pub(super) entity_type: EntityType,
    /// What it goes on with: it may be longer than the window.
    pub(super) more: Option<fn(u8) -> bool>,
}

/// What starts at this cell, which no letter or digit stands before.
pub(super) fn at(cells: &[u8], start: usize) -> Option<Hit> {
    let rest = cells.get(start..)?;
    let hit = |length: usize, entity_type| Some(Hit { to: start + length, entity_type, more: None });
    let open = |length: usize, entity_type, more| Some(Hit { to: start + length, entity_type, more: Some(more) });
    let token = rest.iter().take_while(|cell| belongs(**cell)).count();
    let word = rest.get(..token)?;
    if let Some(length) = iban(rest) {
        return hit(length, EntityType::Iban);
    }
    if let Some(length) = fingerprint(rest) {
        return open(length, EntityType::Token, of_fingerprint);
    }
    if let Some((length, entity_type)) = machine(rest) {
        return hit(length, entity_type);
    }
    if let Some(length) = lettered(rest) {
        return hit(length, EntityType::Id);
    }
    if token < 14 || !word.iter().any(u8::is_ascii_digit) && token < MIXED {
        return None;
    }
    // What follows a sentence's end or an assignment is not the token's.
    let token = word.len() - word.iter().rev().take_while(|cell| matches!(cell, b'.' | b'-')).count();
    let word = rest.get(..token)?;
    if KEYS
        .iter()
        .any(|(prefix, least)| word.starts_with(prefix.as_bytes()) && token >= prefix.len() + usize::from(*least))
    {
        return open(token, EntityType::Key, goes_on);
    }
    if word.starts_with(b"eyJ") && word.split(|cell| *cell == b'.').count() >= 3 {
        return open(token, EntityType::Token, goes_on);
    }
    if let Some(length) = wallet(word) {
        return hit(length, EntityType::Wallet);
    }
    word.split(|cell| !cell.is_ascii_alphanumeric())
        .any(looks_random)
        .then(|| open(token, EntityType::Token, goes_on))?
}

/// True for what keys and tokens are written in.
pub(super) fn belongs(cell: u8) -> bool {
    goes_on(cell) || cell == b'.'
}

/// The same without the dot, which may end a sentence.
fn goes_on(cell: u8) -> bool {
    cell.is_ascii_alphanumeric() || matches!(cell, b'_' | b'-' | b'+' | b'/' | b'~')
}

fn of_fingerprint(cell: u8) -> bool {
    cell.is_ascii_hexdigit() || cell == b':'
}

/// Letters of both cases and digits that change places often, or a long hexadecimal number.
fn looks_random(stretch: &[u8]) -> bool {
    let kind = |cell: &u8| match cell {
        b'0'..=b'9' => 0_u8,
        b'a'..=b'z' => 1,
        _ => 2,
    };
    let has = |wanted: u8| stretch.iter().any(|cell| kind(cell) == wanted);
    if stretch.len() >= HEXADECIMAL && stretch.iter().all(u8::is_ascii_hexdigit) && has(0) && (has(1) || has(2)) {
        return true;
    }
    let turns = stretch.windows(2).filter(|pair| kind(&pair[0]) != kind(&pair[1])).count();
    stretch.len() >= MIXED && has(0) && has(1) && has(2) && turns * 4 >= stretch.len()
}

/// The length of a bank account that starts here, by fours or in one: the longest that passes ISO/IEC 7064 mod 97-10.
fn iban(rest: &[u8]) -> Option<usize> {
    let &[a, b, c, d, ..] = rest else { return None };
    if !(a.is_ascii_alphabetic() && b.is_ascii_alphabetic() && c.is_ascii_digit() && d.is_ascii_digit()) {
        return None;
    }
    let country = [a.to_ascii_uppercase(), b.to_ascii_uppercase()];
    if !IBANS.as_bytes().chunks(3).any(|code| code.starts_with(&country)) {
        return None;
    }
    let mut account = [0; 34];
    let (mut held, mut digits) = (0, 0);
    let mut best = None;
    for (at, cell) in rest.iter().enumerate() {
        let next = rest.get(at + 1).is_some_and(u8::is_ascii_alphanumeric);
        if cell.is_ascii_alphanumeric() && held < account.len() {
            account[held] = *cell;
            held += 1;
            digits += usize::from(cell.is_ascii_digit());
        } else if !matches!(cell, b' ' | b'-') || !next || held % 4 != 0 {
            break;
        }
        // Not all that is issued has its country's length.
        if held >= SHORTEST_IBAN && digits >= FEWEST_IBAN_DIGITS && !next {
            let account = account.get(..held)?;
            let checked = checks::mod97(account.iter().skip(4).chain(account.iter().take(4)).copied()) == 1;
            best = if checked { Some(at + 1) } else { best };
        }
    }
    best
}

/// The length of groups of hexadecimal digits between colons that starts here, more than any address has: a key's fingerprint.
fn fingerprint(rest: &[u8]) -> Option<usize> {
    let length = rest.iter().take_while(|cell| of_fingerprint(**cell)).count();
    let word = rest.get(..length)?;
    let mut groups = word.split(|cell| *cell == b':').filter(|group| !group.is_empty());
    (groups.clone().count() > MOST_GROUPS && groups.all(|group| group.len() <= 4)).then_some(length)
}

/// The length of a MAC address or an address of IP version 6 that starts here.
fn machine(rest: &[u8]) -> Option<(usize, EntityType)> {
    let length =
        rest.iter().take(48).take_while(|cell| cell.is_ascii_hexdigit() || matches!(cell, b':' | b'-' | b'.')).count();
    let word = rest.get(..length)?;
    let mark = *word.get(2)?;
    if matches!(mark, b':' | b'-')
        && let Some(mac) = word.get(..17)
        && mac
            .chunks(3)
            .all(|part| part.iter().take(2).all(u8::is_ascii_hexdigit) && part.get(2).is_none_or(|cell| *cell == mark))
        && word.get(17).is_none_or(|cell| *cell == b'.')
    {
        return Some((17, EntityType::Mac));
    }
    if let Some(mac) = word.get(..14)
        && mac[4] == b'.'
        && mac[9] == b'.'
        && mac.iter().enumerate().all(|(at, cell)| matches!(at, 4 | 9) || cell.is_ascii_hexdigit())
        && mac.iter().any(u8::is_ascii_alphabetic)
        && word.get(14).is_none_or(|cell| *cell == b'.')
    {
        return Some((14, EntityType::Mac));
    }
    version_six(word).map(|length| (length, EntityType::Ip))
}

/// Eight groups of up to four hexadecimal digits, or fewer around one double colon.
fn version_six(rest: &[u8]) -> Option<usize> {
    let length = rest.iter().take_while(|cell| of_fingerprint(**cell)).count();
    let word = rest.get(..length)?;
    let word = word.strip_suffix(b":").filter(|shorter| !shorter.ends_with(b":")).unwrap_or(word);
    let groups = word.split(|cell| *cell == b':').filter(|group| !group.is_empty()).count();
    let doubles = word.windows(2).filter(|pair| pair == b"::").count();
    let short = word.split(|cell| *cell == b':').all(|group| group.len() <= 4);
    let whole = doubles == 0 && groups == 8;
    let shortened = doubles == 1 && (2..=7).contains(&groups) && word.iter().any(u8::is_ascii_digit) && word.len() >= 6;
    (short && (whole || shortened)).then(|| word.len() + dotted_end(rest, word.len()))
}

/// How many cells of an address of version 4 stand behind the last colon's group: `::ffff:192.0.2.1`.
fn dotted_end(rest: &[u8], length: usize) -> usize {
    let behind = rest.get(length..).unwrap_or_default();
    let count = behind.iter().take(12).take_while(|cell| cell.is_ascii_digit() || **cell == b'.').count();
    let dots = behind.iter().take(count).filter(|cell| **cell == b'.').count();
    if dots >= 3 { count } else { 0 }
}

/// The length of an identifier of 128 bits (RFC 9562) that starts here: it is random and names no person.
pub(super) fn identifier(rest: &[u8]) -> Option<usize> {
    let word = rest.get(..36)?;
    let shaped = word.iter().enumerate().all(|(at, cell)| match at {
        8 | 13 | 18 | 23 => *cell == b'-',
        _ => cell.is_ascii_hexdigit(),
    });
    (shaped && !rest.get(36).is_some_and(|cell| belongs(*cell))).then_some(36)
}

/// The length of a national number with letters in it: Italy's codice fiscale, Britain's National Insurance number.
fn lettered(rest: &[u8]) -> Option<usize> {
    let shaped = |shape: &[u8], word: &[u8]| {
        word.len() == shape.len()
            && word.iter().zip(shape).all(|(cell, wanted)| match wanted {
                b'9' => cell.is_ascii_digit(),
                _ => cell.is_ascii_alphabetic(),
            })
    };
    let ends = |length: usize| !rest.get(length).is_some_and(u8::is_ascii_alphanumeric);
    if ends(16) && rest.get(..16).is_some_and(|word| shaped(b"AAAAAA99A99A999A", word)) {
        return Some(16);
    }
    let mut letters = [0; 9];
    let mut held = 0;
    let mut length = 0;
    for (at, cell) in rest.iter().enumerate().take(13) {
        match cell {
            b' ' if matches!(held, 2 | 4 | 6 | 8) => continue,
            _ if cell.is_ascii_alphanumeric() && held < 9 => letters[held] = cell.to_ascii_uppercase(),
            _ => break,
        }
        held += 1;
        length = at + 1;
    }
    (held == 9 && ends(length) && shaped(b"AA999999A", &letters) && matches!(letters[8], b'A'..=b'D')).then_some(length)
}

/// The length of an address of Bitcoin, of Litecoin or of Ethereum.
fn wallet(word: &[u8]) -> Option<usize> {
    let length = word.iter().take_while(|cell| cell.is_ascii_alphanumeric()).count();
    let word = word.get(..length)?;
    let has = |judge: fn(&u8) -> bool| word.iter().any(judge);
    let ethereum = length == 42 && word.starts_with(b"0x") && word.iter().skip(2).all(u8::is_ascii_hexdigit);
    let bech32 = (word.starts_with(b"bc1") || word.starts_with(b"ltc1"))
        && (26..=90).contains(&length)
        && has(u8::is_ascii_digit)
        && !has(u8::is_ascii_uppercase);
    let base58 = (26..=35).contains(&length)
        && matches!(word[0], b'1' | b'3' | b'L' | b'M')
        && !word.iter().any(|cell| matches!(cell, b'0' | b'O' | b'I' | b'l'))
        && has(u8::is_ascii_uppercase)
        && has(u8::is_ascii_lowercase)
        && has(u8::is_ascii_digit);
    (ethereum || bech32 || base58).then_some(length)
}
