//! What a word with letters and digits may be: a key of a vendor, a token, an account, a wallet, an address of a machine.

use super::accounts::iban;
use super::keys::KEYS;
use crate::redact::EntityType;

/// Shortest stretch of letters and digits that is judged by how mixed it is, and of hexadecimal digits.
const MIXED: usize = 20;
const HEXADECIMAL: usize = 32;
/// The same of one case and digits, of Base64, and where a key is announced.
const ONE_CASE: usize = 30;
const ENCODED: usize = 40;
const ANNOUNCED: usize = 16;
/// Lengths of digests in hexadecimal digits: MD5, SHA-1, SHA-2.
const DIGESTS: [usize; 6] = [32, 40, 56, 64, 96, 128];

/// Most groups of an address of IP version 6.
const MOST_GROUPS: usize = 8;

/// A private stretch that starts at the place of search.
pub(super) struct Hit {
    pub(super) to: usize,
    pub(super) entity_type: EntityType,
    /// What it goes on with: it may be longer than the window.
    pub(super) more: Option<fn(u8) -> bool>,
}

/// What starts at this cell, which no letter or digit stands before. `announced`: the words before tell of a key.
pub(super) fn at(cells: &[u8], start: usize, announced: bool) -> Option<Hit> {
    let rest = cells.get(start..)?;
    let hit = |length: usize, entity_type| Some(Hit { to: start + length, entity_type, more: None });
    let open = |length: usize, entity_type, more| Some(Hit { to: start + length, entity_type, more: Some(more) });
    let token = rest.iter().take_while(|cell| belongs(**cell)).count();
    let word = rest.get(..token)?;
    if let Some(length) = iban(rest) {
        return hit(length, EntityType::Iban);
    }
    // The groups of an address of a machine have four digits at most.
    let grouped = of_fingerprint(*rest.first()?) && rest.iter().take(5).any(|cell| matches!(cell, b':' | b'-' | b'.'));
    if grouped && let Some(length) = fingerprint(rest) {
        return open(length, EntityType::Token, of_fingerprint);
    }
    if grouped && let Some((length, entity_type)) = machine(rest) {
        return hit(length, entity_type);
    }
    if let Some(length) = bot(rest) {
        return open(length, EntityType::Key, goes_on);
    }
    if word == b"access_token" && rest.get(token) == Some(&b'$') {
        return open(token, EntityType::Key, of_paypal);
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
    let random = word.split(|cell| !cell.is_ascii_alphanumeric()).any(|stretch| looks_random(stretch, announced));
    // Base64 has two signs more, and so have paths, in which letters and digits keep together.
    let encoded = word.len() >= ENCODED
        && word.iter().any(u8::is_ascii_digit)
        && word.iter().any(u8::is_ascii_lowercase)
        && word.iter().any(u8::is_ascii_uppercase)
        && !word.iter().any(|cell| matches!(cell, b'.' | b'-' | b'_'))
        && turns(word) * 5 >= word.len() * 2;
    (random || encoded || is_of_a_list(word)).then(|| open(token, EntityType::Token, goes_on))?
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

fn of_paypal(cell: u8) -> bool {
    goes_on(cell) || cell == b'$'
}

fn kind(cell: &u8) -> u8 {
    match cell {
        b'0'..=b'9' => 0,
        b'a'..=b'z' => 1,
        _ => 2,
    }
}

/// How often digits, small and large letters change places.
fn turns(stretch: &[u8]) -> usize {
    stretch.windows(2).filter(|pair| kind(&pair[0]) != kind(&pair[1])).count()
}

/// Letters of both cases and digits that change places often, more of them in one case, or a long hexadecimal number that is none
/// of the usual digests: those say nothing of a person, but where the words before call it a key.
fn looks_random(stretch: &[u8], announced: bool) -> bool {
    let has = |wanted: u8| stretch.iter().any(|cell| kind(cell) == wanted);
    let (digits, small, large) = (has(0), has(1), has(2));
    let length = stretch.len();
    if announced && length >= ANNOUNCED && (large && !small || digits && small && turns(stretch) >= 4) {
        return true;
    }
    if length >= HEXADECIMAL && stretch.iter().all(u8::is_ascii_hexdigit) {
        return digits && (small || large) && !(DIGESTS.contains(&length) && small != large);
    }
    let mixed = length >= MIXED && digits && small && large;
    let of_one_case = length >= ONE_CASE && digits && (small || large);
    (mixed && turns(stretch) * 4 >= length) || (of_one_case && turns(stretch) * 5 >= length)
}

/// The key of one of Mailchimp's lists: a hexadecimal number and the place of its servers.
fn is_of_a_list(word: &[u8]) -> bool {
    word.get(..HEXADECIMAL).is_some_and(|start| start.iter().all(u8::is_ascii_hexdigit))
        && word.get(HEXADECIMAL..).is_some_and(|rest| rest.starts_with(b"-us"))
}

/// The length of a Telegram bot's token: its number, a colon, and what must not be known.
fn bot(rest: &[u8]) -> Option<usize> {
    let digits = rest.iter().take(11).take_while(|cell| cell.is_ascii_digit()).count();
    let secret = rest.get(digits..)?.strip_prefix(b":AA")?;
    let length = secret.iter().take_while(|cell| goes_on(**cell)).count();
    ((8..=10).contains(&digits) && length >= 30).then_some(digits + 3 + length)
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
    (shaped && !rest.get(36).is_some_and(|cell| goes_on(*cell))).then_some(36)
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
