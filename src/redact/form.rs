//! What a masked text was, by its form alone: the placeholder keeps that much, so that it can be learnt what sort of thing stands where.

use super::EntityType;
use super::words::Words;

/// Most words of a name, and of what is around the numbers of a date.
const LONGEST_NAME: usize = 5;
/// Words in names that have no capital.
const PARTICLES: &[&str] = &[
    "al", "bin", "d", "da", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "e", "el", "la", "le", "van",
    "von", "y", "zu",
];
/// Signs that may stand in a name between its words.
const IN_NAMES: &[char] = &[' ', '.', '-', '\'', '’', ',', '\u{a0}'];

/// The entity type of a text that is masked as data: a name, a date, an amount, a number, or any text.
#[must_use]
pub fn form_of(text: &str) -> EntityType {
    let text = text.trim();
    let words = Words::of(text);
    let digits: u32 = words.list.iter().map(|word| word.digits).sum();
    let lettered = words.list.iter().filter(|word| !word.is_number()).count();
    if digits == 0 {
        return if is_name(text, &words) { EntityType::Name } else { EntityType::Text };
    }
    let numbers: Vec<(u32, &str)> = (0..words.list.len())
        .filter(|at| words.list[*at].is_number())
        .map(|at| (words.list[at].digits, words.word(at)))
        .collect();
    if lettered <= 3 && is_date(text, &numbers, lettered) {
        return EntityType::Date;
    }
    let short = (0..words.list.len()).all(|at| words.list[at].is_number() || words.list[at].length() <= 4);
    if !short || lettered > 1 {
        let token = !text.contains(char::is_whitespace) && text.len() <= 24;
        return if token { EntityType::Number } else { EntityType::Text };
    }
    let currency = text.contains(['$', '€', '£', '¥', '₹', '%', '₽', '₩', '₺', '₴', '₫', '฿']);
    let grouped = numbers.len() > 1
        && text.contains([',', '.', '\'', '’', '\u{a0}', '\u{202f}'])
        && !text.contains(['/', ':', '#', '(', '+']);
    if currency || grouped || (lettered == 1 && !numbers.is_empty() && text.contains(' ')) {
        EntityType::Amount
    } else {
        EntityType::Number
    }
}

/// Numbers as a date or a time of day has them.
fn is_date(text: &str, numbers: &[(u32, &str)], lettered: usize) -> bool {
    let year = |(digits, number): &(u32, &str)| *digits == 4 && (number.starts_with("19") || number.starts_with("20"));
    let day = |(digits, _): &(u32, &str)| *digits <= 2;
    let parted = |sign: char| text.matches(sign).count() >= 2;
    let time = text.contains(':') && numbers.len() >= 2 && numbers.iter().all(day);
    let written = numbers.len() >= 3
        && numbers.iter().filter(|one| !year(one)).all(day)
        && (parted('.') || parted('/') || parted('-'));
    let with_month = lettered >= 1
        && numbers.iter().any(year)
        && numbers.iter().all(|one| year(one) || day(one))
        && numbers.len() >= 2;
    time || written || with_month
}

/// Two words or more, each with a capital and small letters after it, but for particles.
#[must_use]
pub fn looks_like_a_name(text: &str) -> bool {
    is_name(text, &Words::of(text))
}

pub(super) fn is_name(text: &str, words: &Words) -> bool {
    let list = &words.list;
    let between = text.chars().all(|c| IN_NAMES.contains(&c) || !c.is_ascii() || c.is_ascii_alphabetic());
    // `M. Lopez`, `J.R.R. Tolkien`.
    let named = |at: usize| list[at].capital && (list[at].small || list[at].length() == 1);
    let joining = |at: usize| PARTICLES.contains(&words.word(at));
    let full = (0..list.len()).filter(|at| named(*at) && list[*at].small && list[*at].length() > 1).count();
    (2..=LONGEST_NAME).contains(&list.len())
        && between
        && full >= 1
        && list.iter().all(|word| word.digits == 0)
        && (0..list.len()).all(|at| named(at) || joining(at))
        && named(list.len() - 1)
        && (0..list.len()).filter(|at| named(*at)).count() >= 2
}
