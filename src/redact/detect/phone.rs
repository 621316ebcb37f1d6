//! Telephone numbers: by a plus, an area code, the sizes of their groups, or the words around.

use super::context::Context;
use super::labels::Topic;
use super::number::{Group, Run};

/// E.164 allows 15; fewer are told from other numbers only by their form.
const MOST_ABROAD: usize = 15;
/// Austria's longest, with their area code.
const MOST_AT_HOME: usize = 13;
/// Fewest digits of a number that a word announces: right behind the word, and further off.
const LEAST: (usize, usize) = (5, 7);

/// Words that stand behind a telephone number and say whose it is.
const NAMES_BEHIND: &[&str] = &["office", "fax", "mobile", "cell", "home", "work", "desk", "landline"];

/// The sizes of the groups of national numbers that are written without a leading zero, a hexadecimal digit a group.
const SIZES: &[u32] = &[
    0x34, 0x44, 0x134, 0x224, 0x234, 0x244, 0x254, 0x322, 0x333, 0x334, 0x344, 0x1334, 0x2222, 0x2322, 0x3222, 0x12222,
    0x13322, 0x14222,
];

impl Run {
    /// The last group of a telephone number that starts with this one.
    pub(super) fn phone(&self, from: usize, cells: &[u8], context: &Context) -> Option<usize> {
        if context.is(Topic::Version) {
            return None;
        }
        let list = self.list(from);
        let list = list.get(..list.iter().skip(1).take_while(|group| group.before != b'_').count() + 1)?;
        let first = list.first()?;
        let label = context.since(Topic::Phone).filter(|_| context.is(Topic::Phone));
        let plus = from == 0 && self.plus;
        // 2014-2026, whatever was spoken of.
        if list.len() == 2 && (0..2).all(|at| is_year(self.digits(from + at, from + at))) {
            return None;
        }
        let digits = self.digits(from, from + list.len() - 1);
        let abroad = plus
            || !context.is_thing() && (digits.starts_with(b"00") && !digits.starts_with(b"000") && digits.len() > 10);
        let area = list.iter().take(3).any(|group| group.before == b'(');
        let most = if abroad { MOST_ABROAD } else { MOST_AT_HOME };
        let least = if label.is_some_and(|since| since <= 8) { LEAST.0 } else { LEAST.1 };
        let mut total = 0;
        let mut best = None;
        for (place, group) in list.iter().enumerate() {
            // A new parenthesis is a new number.
            if place > 2 && group.before == b'(' {
                break;
            }
            total += group.count;
            if total > most {
                break;
            }
            let groups = list.get(..=place).unwrap_or_default();
            let whole = place + 1 == list.len();
            let strong = plus && total >= 7
                || abroad && total >= 9 && list.iter().skip(2).all(|group| group.before == list[1].before)
                || !context.is_thing()
                    && (self.has_area(area, groups, total)
                        || whole && self.starts(from) && self.is_form(groups, total));
            let named = label.is_some() || is_named_behind(cells, group.to);
            // Six digits in pairs are a number of a small country.
            let weak = named && total >= least - usize::from(place >= 2) && whole;
            if strong || weak {
                best = Some(from + place);
                // What follows after another separator is another number.
                let next = list.get(place + 1).map_or(0, |next| next.before);
                if total >= 10 && (next != group.before || group.before == 0) && next != b'-' {
                    break;
                }
            }
        }
        let last = best?;
        let bare = !plus && first.before != b'(';
        let joined = |at: Option<&u8>| {
            at.is_some_and(|cell| cell.is_ascii_alphabetic() || matches!(cell, b'$' | b'%' | b'_' | b'#'))
        };
        let amount = cells.get(self.groups[last].to).is_some_and(|cell| matches!(cell, b',' | b'.'))
            && cells.get(self.groups[last].to + 1).is_some_and(u8::is_ascii_digit);
        if bare && label.is_none() && amount {
            return None;
        }
        let (before, after) = (first.from.checked_sub(1).and_then(|at| cells.get(at)), cells.get(self.groups[last].to));
        // A part of a path, or of a number with letters before it: `RE-2026-…`.
        let path = label.is_none()
            && match before {
                Some(b'/') => true,
                Some(b'-') => first.from.checked_sub(2).is_some_and(|at| cells[at].is_ascii_alphanumeric()),
                _ => false,
            };
        if bare && (path || joined(before) || after.is_some_and(|cell| joined(Some(cell)) && *cell != b'x')) {
            return None;
        }
        Some(last)
    }

    /// A trunk's zero before nine to eleven digits, or an area code in parentheses.
    fn has_area(&self, area: bool, groups: &[Group], total: usize) -> bool {
        let digits = self.digits_of(groups);
        let trunk = digits.starts_with(b"0") && !digits.starts_with(b"00");
        // 02110-1301 of the United States' post.
        let zip = groups.len() == 2 && total == 9 && groups[0].count == 5 && groups[1].before == b'-';
        let parted = groups.iter().skip(1).all(|group| group.before != b'/' || group.first - groups[0].first < 6);
        let kinds = |sign: u8| usize::from(groups.iter().skip(2).any(|group| group.before == sign));
        // The area may be parted in another way than the rest, which then has two groups at least; or with a slash.
        let slash = |sign: u8| groups[1].before == b'/' && sign != b'.';
        let apart = !area
            && groups.len() > 1
            && !(groups[1].before == b'-' && (groups.len() > 3 || groups.last().is_some_and(|last| last.count == 2)));
        let other =
            apart && groups.iter().skip(2).any(|group| group.before != groups[1].before && !slash(group.before));
        let mixed = other || kinds(b' ') + kinds(b'-') + kinds(b'.') + kinds(b'/') > 1;
        area && groups.len() > 1 && total >= if trunk { 7 } else { 9 } && !mixed
            || trunk && parted && !mixed && (9..=if groups.len() > 1 { 12 } else { 11 }).contains(&total) && !zip
    }

    fn digits_of(&self, groups: &[Group]) -> &[u8] {
        let (Some(first), Some(last)) = (groups.first(), groups.last()) else { return &[] };
        self.digits_between(first.first, last.first + last.count)
    }

    /// True where the groups, with one separator between all, are a national number by their sizes alone.
    fn is_form(&self, groups: &[Group], total: usize) -> bool {
        let [first, second, ..] = groups else { return false };
        let digits = self.digits_of(groups);
        let trunk = digits.starts_with(b"0") && !digits.starts_with(b"00");
        let gap = second.before;
        let even = groups.iter().skip(2).all(|group| group.before == gap);
        if trunk && (7..=8).contains(&total) && first.count <= 4 {
            return even && groups.iter().all(|group| group.count <= 4);
        }
        // Of Russia and Belarus: 8 029 155-87-26.
        let eight = digits.starts_with(b"8") && total == 11 && groups.iter().skip(3).all(|group| group.before == b'-');
        let sizes = groups.iter().fold(0, |sizes, group| sizes << 4 | group.count as u32 & 15);
        let listed = groups.len() < 8 && SIZES.contains(&sizes);
        let starts = !digits.starts_with(b"0");
        // 123.456.789 and 2 100 300 are amounts, 2019-2020 are years, 1000-2000 is a range.
        let amount = gap == b'.' && groups.iter().skip(1).all(|group| group.count == 3);
        let round = groups.len() == 2
            && (digits.ends_with(b"0") && digits[first.count - 1] == b'0' || is_year(&digits[..first.count]));
        listed
            && starts
            && (even || eight)
            && gap != b'/'
            && !amount
            && !round
            && (digits[0] != b'1' || total >= 10 || groups.len() > 3)
    }
}

fn is_year(digits: &[u8]) -> bool {
    digits.len() == 4 && (digits.starts_with(b"19") || digits.starts_with(b"20"))
}

/// True where the word right behind says that the number is a telephone's: `440 2168-Office`.
fn is_named_behind(cells: &[u8], end: usize) -> bool {
    let rest = cells.get(end..).unwrap_or_default();
    let gap = rest.iter().take(2).take_while(|cell| matches!(cell, b' ' | b'-' | b'(' | b',')).count();
    let word = rest.get(gap..).unwrap_or_default();
    let word = word.get(..word.iter().take_while(|cell| cell.is_ascii_alphabetic()).count()).unwrap_or_default();
    gap > 0 && NAMES_BEHIND.iter().any(|name| name.as_bytes().eq_ignore_ascii_case(word))
}
