//! Where somebody is: coordinates, streets with a number, plates of cars.

use super::fold::{DEGREE, LETTER};

fn cell(cells: &[u8], at: usize) -> u8 {
    cells.get(at).copied().unwrap_or(0)
}

fn length(cells: &[u8], at: usize, most: usize, of: impl Fn(u8) -> bool) -> usize {
    cells.get(at..).unwrap_or_default().iter().take(most).take_while(|cell| of(**cell)).count()
}

/// Fewest decimals of a degree: about ten metres.
const DECIMALS: usize = 4;

/// The end of a pair of coordinates that starts here: `52.52000, 13.40500`, `52°31'12"N 13°24'18"E`.
pub(super) fn coordinates(cells: &[u8], start: usize) -> Option<usize> {
    let first = coordinate(cells, start, 90)?;
    let gap = length(cells, first, 3, |cell| matches!(cell, b' ' | b',' | b';' | b'/' | b'\n'));
    (gap > 0).then(|| coordinate(cells, first + gap, 180))?
}

fn coordinate(cells: &[u8], start: usize, most: u32) -> Option<usize> {
    let pole = |at: usize| {
        usize::from(
            matches!(cell(cells, at), b'N' | b'S' | b'E' | b'W' | b'O') && !cell(cells, at + 1).is_ascii_alphanumeric(),
        )
    };
    let mut at = start;
    let before = pole(at);
    at += before;
    at += length(cells, at, usize::from(before > 0), |cell| cell == b' ');
    at += length(cells, at, 1, |cell| matches!(cell, b'-' | b'+'));
    let whole = length(cells, at, 4, |cell| cell.is_ascii_digit());
    let degrees = cells.get(at..at + whole)?.iter().fold(0, |sum, cell| sum * 10 + u32::from(cell - b'0'));
    if !(1..=3).contains(&whole) || degrees > most {
        return None;
    }
    at += whole;
    if cell(cells, at) == b'.' {
        let decimals = length(cells, at + 1, 18, |cell| cell.is_ascii_digit());
        at += 1 + decimals;
        at += length(cells, at, 1, |cell| cell == DEGREE);
        let space = length(cells, at, 1, |cell| cell == b' ');
        let after = pole(at + space);
        at += if after > 0 { space + after } else { 0 };
        let next = cell(cells, at);
        return (decimals >= DECIMALS && !next.is_ascii_alphanumeric() && next != b'%').then_some(at);
    }
    if cell(cells, at) != DEGREE {
        return None;
    }
    at += 1;
    at += length(cells, at, 24, |cell| cell.is_ascii_digit() || matches!(cell, b' ' | b'\'' | b'"' | b'.' | 1));
    // The space behind the minutes is not the next coordinate's.
    (pole(at) > 0).then_some(at + 1)
}

/// How many cells a car's plate takes that starts here: `AB12 CDE` of Britain, `AB-123-CD` of France, `B-AB 1234` of Germany.
pub(super) fn plate(cells: &[u8], start: usize) -> Option<usize> {
    let mut shape = [0_u8; 10];
    let count = length(cells, start, 10, |cell| {
        cell.is_ascii_uppercase() || cell.is_ascii_digit() || matches!(cell, b' ' | b'-')
    });
    for (place, sign) in cells.get(start..start + count)?.iter().enumerate() {
        shape[place] = match sign {
            b'0'..=b'9' => b'9',
            b'A'..=b'Z' => b'A',
            other => *other,
        };
    }
    let forms: &[&[u8]] = &[
        b"AA99 AAA",
        b"AA-999-AA",
        b"A-AA 9999",
        b"AA-AA 9999",
        b"AA-AA 999",
        b"A-AA 999",
        b"AAA-AA 999",
        b"A-A 9999",
        b"AA-A 9999",
    ];
    forms
        .iter()
        .filter(|form| shape.starts_with(form) && !cell(cells, start + form.len()).is_ascii_alphanumeric())
        .map(|form| form.len())
        .max()
}

/// Endings of the names of streets that are one word.
const ENDINGS: &[&str] = &[
    "strase", "strasse", "str", "gasse", "allee", "weg", "platz", "ring", "damm", "ufer", "chaussee", "straat", "laan",
    "gracht", "plein", "dreef", "gatan", "vagen", "grand", "vej", "gade", "veien", "gata", "katu", "tie", "kuja",
];

/// The end of a street whose name, which starts with a capital, ends at `end` and is followed by the number of a house.
pub(super) fn by_ending(cells: &[u8], start: usize, end: usize) -> Option<(usize, usize)> {
    let dot = usize::from(cell(cells, end) == b'.');
    let next = cell(cells, end + dot + 1);
    if cell(cells, end + dot) != b' ' || !(next.is_ascii_digit() || matches!(next, b'N' | b'n')) {
        return None;
    }
    let word = cells.get(start..end)?;
    let long = |ending: &&&str| word.len() >= ending.len() + 3 || ending.starts_with("stras");
    let named = word.first()?.is_ascii_uppercase()
        && ENDINGS.iter().filter(long).any(|ending| super::labelled::ends_with(word, ending));
    let to = named.then(|| house(cells, end + dot + 1))??;
    // `Anna-Maria-Weg 3`, `Lange Gasse 5`.
    let whole = word.len() <= 7;
    let before = cells
        .get(..start)?
        .iter()
        .rev()
        .take(40)
        .take_while(|cell| cell.is_ascii_alphabetic() || matches!(**cell, LETTER | b'-') || whole && **cell == b' ')
        .count();
    let mut from = start - before;
    while from < start && !cells[from].is_ascii_uppercase() {
        from += 1 + length(cells, from + 1, 40, |cell| cell.is_ascii_alphabetic() || cell == LETTER);
    }
    Some((from.min(start), to))
}

/// The end of a house's number: up to four digits, a letter, a flat.
fn house(cells: &[u8], start: usize) -> Option<usize> {
    let word = length(cells, start, 2, |cell| cell.is_ascii_alphabetic());
    let at = match cells.get(start..start + word)? {
        b"No" | b"no" | b"Nr" | b"nr" | b"n" => {
            start + word + length(cells, start + word, 2, |cell| matches!(cell, b' ' | b'.' | b':' | DEGREE))
        }
        b"" => start,
        _ => return None,
    };
    let digits = length(cells, at, 5, |cell| cell.is_ascii_digit());
    let mut end = at + digits;
    if !(1..=4).contains(&digits) {
        return None;
    }
    if cell(cells, end).is_ascii_alphabetic() && !cell(cells, end + 1).is_ascii_alphanumeric() {
        end += 1;
    }
    if matches!(cell(cells, end), b'/' | b'-') {
        end += match length(cells, end + 1, 4, |cell| cell.is_ascii_digit()) {
            0 => 0,
            flat => 1 + flat,
        };
    }
    // `5 %`, `12:30`, `3.5`: no house has such a number.
    let next = cell(cells, end);
    let other = next.is_ascii_alphanumeric()
        || matches!(next, b':' | b'.' | b',') && cell(cells, end + 1).is_ascii_digit()
        || next == b'%'
        || next == b' ' && matches!(cell(cells, end + 1), b'%' | b'$' | 1);
    (!other).then_some(end)
}

/// How many cells of words with capitals, and small words between them, start here; at most so many words.
fn name(cells: &[u8], start: usize, most: usize) -> usize {
    let (mut at, mut end) = (start, start);
    let mut words = 0;
    while words < most {
        let count = length(cells, at, 32, |cell| cell.is_ascii_alphabetic() || matches!(cell, LETTER | b'\'' | b'-'));
        let word = cells.get(at..at + count).unwrap_or_default();
        let large = word.first().is_some_and(|first| first.is_ascii_uppercase() || *first == LETTER)
            || word.len() > 2 && word[1] == b'\'';
        let small = matches!(
            word,
            b"de"
                | b"la"
                | b"du"
                | b"des"
                | b"del"
                | b"da"
                | b"do"
                | b"dos"
                | b"della"
                | b"los"
                | b"las"
                | b"le"
                | b"les"
                | b"di"
                | b"von"
                | b"der"
        );
        if !large && !small {
            break;
        }
        at += count;
        if large {
            end = at;
            words += 1;
        }
        if cell(cells, at) != b' ' {
            break;
        }
        at += 1;
    }
    end - start
}

/// The end of a street whose word (`rue`, `Via`) ends here: its name, and the number of the house before or behind.
fn by_word(cells: &[u8], end: usize, numbered: bool) -> Option<usize> {
    let start = end + length(cells, end, 2, |cell| matches!(cell, b' ' | b'.' | b'/'));
    let count = name(cells, start, 4);
    if count == 0 || start == end {
        return None;
    }
    let name_end = start + count;
    let gap = length(cells, name_end, 2, |cell| matches!(cell, b' ' | b','));
    let house = if gap > 0 { house(cells, name_end + gap) } else { None };
    house.or(numbered.then_some(name_end))
}

/// The number of a house, `12`, `12 bis`, `12,`, that ends before `start`, where a street's word does: its first cell.
fn number_before(cells: &[u8], start: usize) -> Option<usize> {
    let before = cells.get(..start)?;
    let gap = before.iter().rev().take(2).take_while(|cell| matches!(cell, b' ' | b',')).count();
    let mut end = start - gap;
    for word in [&b" bis"[..], b" ter"] {
        end -= if before.get(..end)?.ends_with(word) { word.len() } else { 0 };
    }
    let digits = before.get(..end)?.iter().rev().take(5).take_while(|cell| cell.is_ascii_digit()).count();
    let other = end
        .checked_sub(digits + 1)
        .is_some_and(|at| before[at].is_ascii_alphanumeric() || matches!(before[at], b'.' | b',' | b'-' | b'/' | b':'));
    (gap > 0 && (1..=4).contains(&digits) && !other).then(|| end - digits)
}

/// The place of a street of English form before its last word (`Street`), which starts at `word`: the number's first cell.
fn number_and_name_before(cells: &[u8], word: usize) -> Option<usize> {
    let mut start = word;
    for words in 0..4 {
        if words > 0
            && let Some(from) = number_before(cells, start).filter(|from| start - from <= 6)
        {
            return Some(from);
        }
        let before = cells.get(..start)?.strip_suffix(b" ")?;
        let count = before
            .iter()
            .rev()
            .take(24)
            .take_while(|cell| cell.is_ascii_alphabetic() || matches!(**cell, LETTER | b'\'' | b'-' | b'.'))
            .count();
        let first = *before.get(before.len() - count)?;
        if count == 0 || !(first.is_ascii_uppercase() || first == LETTER) {
            return None;
        }
        start = before.len() - count;
    }
    None
}

/// A street around its first word (`rue`, `Via`), from the number of the house before it where there is one.
pub(super) fn around_first_word(cells: &[u8], at: usize, end: usize) -> Option<(usize, usize)> {
    let before = number_before(cells, at);
    let to = by_word(cells, end, before.is_some())?;
    Some((before.unwrap_or(at), to))
}

/// Last words of streets that stand for other things too: a street only at the end of a line or before a comma.
const OTHERS_TOO: &[&[u8]] = &[b"drive", b"dr", b"court", b"ct", b"close", b"square", b"sq", b"terrace", b"crescent"];

/// A street around its last word (`Street`, `Sokak`): the number of the house stands before its name or behind it.
pub(super) fn around_last_word(cells: &[u8], at: usize, end: usize) -> Option<(usize, usize)> {
    let dot = usize::from(cell(cells, end) == b'.' && !cell(cells, end + 1).is_ascii_alphabetic());
    let word = cells.get(at..end)?;
    let ends = matches!(cell(cells, end + dot), 0 | b'\n' | b',' | b'<' | b'"' | b'|');
    if OTHERS_TOO.iter().any(|other| other.eq_ignore_ascii_case(word)) && !ends {
        return None;
    }
    if let Some(from) = number_and_name_before(cells, at) {
        return Some((from, end + dot));
    }
    let before = cells.get(..at)?.strip_suffix(b" ")?;
    let count = before.iter().rev().take(24).take_while(|cell| cell.is_ascii_alphabetic() || **cell == LETTER).count();
    let from = before.len() - count;
    let named = count > 0 && (before[from].is_ascii_uppercase() || before[from] == LETTER);
    let gap = length(cells, end + dot, 1, |cell| cell == b' ');
    (named && gap > 0).then(|| house(cells, end + dot + gap))?.map(|to| (from, to))
}

/// A street of China or Japan around the number of the house that starts here: `人民路12号`, `銀座3丁目2-3`. `sign` gives the
/// character of a cell.
pub(super) fn of_the_east(cells: &[u8], at: usize, sign: impl Fn(usize) -> char) -> Option<(usize, usize)> {
    let digits = length(cells, at, 5, |cell| cell.is_ascii_digit());
    let behind = at + digits;
    if cell(cells, behind) != LETTER || at == 0 {
        return None;
    }
    let name = cells.get(..at)?.iter().rev().take(8).take_while(|cell| **cell == LETTER).count();
    let numbered =
        matches!(sign(at - 1), '路' | '街' | '道' | '巷' | '弄' | '段') && matches!(sign(behind), '号' | '號');
    let to = match sign(behind) {
        _ if numbered => behind + 1,
        '丁' if cell(cells, behind + 1) == LETTER => {
            behind + 2 + length(cells, behind + 2, 9, |cell| cell.is_ascii_digit() || cell == b'-')
        }
        _ => return None,
    };
    (name > 0).then_some((at - name, to))
}

/// The end of an address that a label announces: the rest of the line, where a number is in it.
pub(super) fn rest_of_line(cells: &[u8], start: usize) -> Option<usize> {
    let count = length(cells, start, 80, |cell| !matches!(cell, b'\n' | b'<' | b'|' | b'"' | b'\t'));
    let line = cells.get(start..start + count)?;
    let digits = line.iter().filter(|cell| cell.is_ascii_digit()).count();
    let letters = line.iter().filter(|cell| cell.is_ascii_alphabetic() || **cell == LETTER).count();
    let trimmed = count - line.iter().rev().take_while(|cell| **cell == b' ').count();
    ((1..=12).contains(&digits) && letters >= 2 && !line.iter().any(|cell| matches!(cell, b'@' | b'=')))
        .then_some(start + trimmed)
}
