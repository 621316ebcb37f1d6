//! What a run of digits may be: a card, an address of the Internet, a national number, a date of birth, a telephone number.

use super::checks;
use super::context::{Context, Topic};
use crate::redact::EntityType;

/// Most digits of one run that are looked at; the longest number that is known has 19.
const MOST_DIGITS: usize = 48;
/// Card numbers have 12 (Maestro) to 19 digits (ISO/IEC 7812).
const CARD_DIGITS: core::ops::RangeInclusive<usize> = 12..=19;
/// E.164 allows 15; shorter ones are told from other numbers only by their form.
const PHONE_DIGITS: core::ops::RangeInclusive<usize> = 7..=15;

/// Austria's longest, with their area code.
const MOST_AT_HOME: usize = 13;

/// Words that stand behind a telephone number and say whose it is.
const NAMES_BEHIND: &[&str] = &["office", "fax", "mobile", "cell", "home", "work", "desk", "landline"];

/// Digits without anything between them.
#[derive(Clone, Copy, Default)]
struct Group {
    /// Cells.
    from: usize,
    to: usize,
    /// Digits of the run.
    first: usize,
    count: usize,
    /// What stands before it: 0 for nothing, `(` for any form with a parenthesis.
    before: u8,
}

/// Groups of digits with single separators between them.
pub(super) struct Run {
    digits: [u8; MOST_DIGITS],
    digit_count: usize,
    groups: [Group; MOST_DIGITS],
    group_count: usize,
    plus: bool,
    /// The cell after the run.
    pub(super) end: usize,
}

impl Run {
    /// The run that starts at a digit, a plus or an open parenthesis; `None` where none does.
    pub(super) fn at(cells: &[u8], start: usize) -> Option<Self> {
        let cell = |at: usize| cells.get(at).copied().unwrap_or(0);
        let mut run = Self {
            digits: [0; MOST_DIGITS],
            digit_count: 0,
            groups: [Group::default(); MOST_DIGITS],
            group_count: 0,
            plus: false,
            end: start,
        };
        let mut at = start;
        let mut before = 0;
        while matches!(cell(at), b'+' | b'(') {
            run.plus |= cell(at) == b'+';
            before = if cell(at) == b'(' { b'(' } else { before };
            at += 1;
        }
        while cell(at).is_ascii_digit() && run.digit_count < MOST_DIGITS {
            let from = if run.group_count == 0 { start } else { at };
            let first = run.digit_count;
            while cell(at).is_ascii_digit() && run.digit_count < MOST_DIGITS {
                run.digits[run.digit_count] = cell(at) - b'0';
                run.digit_count += 1;
                at += 1;
            }
            run.groups[run.group_count] = Group { from, to: at, first, count: run.digit_count - first, before };
            run.group_count += 1;
            run.end = at;
            (before, at) = separator(cells, at);
        }
        (run.group_count > 0).then_some(run)
    }

    /// The first private number of the run, from a group on: cells from and to, its entity type, and the group after it.
    /// Where none starts at that group, the group to look at next.
    pub(super) fn judge(
        &self,
        from: usize,
        cells: &[u8],
        context: &Context,
    ) -> Result<(usize, usize, EntityType, usize), usize> {
        let hit = |last: usize, entity_type| Ok((self.groups[from].from, self.groups[last].to, entity_type, last + 1));
        if let Some(last) = self.address(from, cells, context) {
            return last.map_or(Err(from + 4), |last| hit(last, EntityType::Ip));
        }
        if let Some(last) = self.card(from) {
            return hit(last, EntityType::Card);
        }
        if let Some(last) = self.national(from, cells, context) {
            return hit(last, EntityType::Id);
        }
        if let Some(last) = self.date(from) {
            return if context.is(Topic::Birth) { hit(last, EntityType::Birth) } else { Err(last + 1) };
        }
        if let Some(last) = self.phone(from, cells, context) {
            return hit(last, EntityType::Phone);
        }
        Err(from + 1)
    }

    /// The cell of a group, where the run was too long to be held whole and ends before a number from there could.
    pub(super) fn leaves_off(&self, group: usize) -> Option<usize> {
        let first = self.groups[group];
        let late = group > 0 && self.digit_count - first.first <= *CARD_DIGITS.end();
        (self.digit_count == MOST_DIGITS && late).then_some(first.from)
    }

    /// The cell of a group's first digit.
    pub(super) fn first_digit(&self, group: usize) -> usize {
        self.groups[group].to - self.groups[group].count
    }

    pub(super) fn groups(&self) -> usize {
        self.group_count
    }

    fn list(&self, from: usize) -> &[Group] {
        self.groups.get(from..self.group_count).unwrap_or_default()
    }

    fn digits(&self, from: usize, last: usize) -> &[u8] {
        let (first, end) = (self.groups[from].first, self.groups[last].first + self.groups[last].count);
        self.digits.get(first..end).unwrap_or_default()
    }

    /// The last group of a card number that starts with this one: the longest that is grouped as cards are.
    fn card(&self, from: usize) -> Option<usize> {
        let list = self.list(from);
        let first = list.first()?.count;
        if self.plus && from == 0 {
            return None;
        }
        let mut best = None;
        let mut total = 0;
        for (place, group) in list.iter().enumerate() {
            if place > 0 && !matches!(group.before, b' ' | b'-' | b'.' | b'/' | b'_') {
                break;
            }
            total += group.count;
            if total > *CARD_DIGITS.end() {
                break;
            }
            let inner = list.get(1..place).unwrap_or_default();
            // All of one size but the last, or a first of four: 4-4-4-4, 4-6-5, 4-4-4-4-3, but not the groups of two phones.
            let even = inner.iter().all(|one| one.count == first) && (place == 0 || group.count <= first);
            let fours = first == 4 && inner.iter().all(|one| (4..=6).contains(&one.count));
            if CARD_DIGITS.contains(&total) && (even || fours) && checks::card(self.digits(from, from + place)) {
                best = Some(from + place);
            }
        }
        best
    }

    /// `1.2.3.4`; `Some(None)` where it is the number of a version.
    fn address(&self, from: usize, cells: &[u8], context: &Context) -> Option<Option<usize>> {
        let list = self.list(from).get(..4)?;
        let dotted = list.iter().skip(1).all(|group| group.before == b'.');
        let follows = self.groups.get(from + 4).is_some_and(|next| from + 4 < self.group_count && next.before == b'.');
        if !dotted
            || follows
            || (from > 0 && self.groups[from].before == b'.')
            || list.iter().any(|group| group.count > 3)
        {
            return None;
        }
        let small = (from..from + 4)
            .all(|at| self.digits(at, at).iter().fold(0, |sum, &digit| sum * 10 + u32::from(digit)) < 256);
        let prefixed = self.groups[from].from.checked_sub(1).is_some_and(|before| matches!(cells[before], b'v' | b'V'));
        small.then_some((!prefixed && !context.is(Topic::Version)).then_some(from + 3))
    }

    /// A social security number (3-2-4), or another country's number with a checksum.
    fn national(&self, from: usize, cells: &[u8], context: &Context) -> Option<usize> {
        if self.plus && from == 0 {
            return None;
        }
        let list = self.list(from);
        let whole = |at: usize| at + 1 == self.group_count;
        if let [a, b, c, ..] = list
            && (a.count, b.count, c.count) == (3, 2, 4)
            && b.before == c.before
            && matches!(b.before, b'-' | b' ' | b'.')
            && checks::social_security(self.digits(from, from + 2))
        {
            return Some(from + 2);
        }
        // 123.456.789-09 of Brazil.
        if let [a, b, c, d, ..] = list
            && (a.count, b.count, c.count, d.count) == (3, 3, 3, 2)
            && d.before == b'-'
            && checks::cpf(self.digits(from, from + 3))
        {
            return Some(from + 3);
        }
        // 460327-8815 of Sweden.
        if let [a, b, ..] = list
            && matches!(a.count, 6 | 8)
            && b.count == 4
            && b.before == b'-'
            && checks::personnummer(self.digits(from, from + 1))
        {
            return Some(from + 1);
        }
        let own = self.digits(from, from);
        let letter_after = cells.get(list.first()?.to).is_some_and(u8::is_ascii_alphabetic);
        let alone = !letter_after && (whole(from) || self.groups[from + 1].before != b'.');
        let checked = match own.len() {
            8 => letter_after && checks::dni(own, cells[list.first()?.to]),
            9 => context.is(Topic::Id) && alone,
            11 => {
                alone
                    && ((own[0] != 0 || context.is(Topic::Id)) && checks::pesel(own)
                        || (context.is(Topic::Id) && checks::cpf(own)))
            }
            15 => alone && checks::nir(own),
            18 => alone && checks::chinese(own),
            _ => false,
        };
        checked.then_some(from)
    }

    /// The last group of a date that starts with this one: `2026-11-24`, `24.11.2026`, `11/24/26`.
    fn date(&self, from: usize) -> Option<usize> {
        let [a, b, c, ..] = self.list(from) else { return None };
        // No part of a date has more than four digits, and a number of 48 is not to be held.
        let number = |at: usize| self.digits(at, at).iter().take(5).fold(0, |sum: u32, &one| sum * 10 + u32::from(one));
        let (x, y, z) = (number(from), number(from + 1), number(from + 2));
        let same = b.before == c.before && matches!(b.before, b'-' | b'.' | b'/' | b' ');
        let day_and_month = |day: u32, month: u32| (1..=31).contains(&day) && (1..=12).contains(&month);
        let short = |group: &Group| group.count <= 2;
        let year_first = a.count == 4 && short(b) && short(c) && (1900..2100).contains(&x) && day_and_month(z, y);
        let year_last = short(a)
            && short(b)
            && ((c.count == 4 && (1900..2100).contains(&z)) || (c.count == 2 && b.before != b' '))
            && (day_and_month(x, y) || day_and_month(y, x));
        // More of the same is no date: 03.31.83.80.78 is a telephone number.
        let ends = self.list(from).get(3).is_none_or(|next| next.before != b.before || b.before == b' ');
        (same && ends && (year_first || year_last)).then_some(from + 2)
    }

    /// The last group of a telephone number that starts with this one.
    fn phone(&self, from: usize, cells: &[u8], context: &Context) -> Option<usize> {
        if context.is(Topic::Version) {
            return None;
        }
        let list = self.list(from);
        let list = list.get(..list.iter().skip(1).take_while(|group| group.before != b'_').count() + 1)?;
        let first = list.first()?;
        let spoken = |end: usize| context.is(Topic::Phone) || is_named_behind(cells, end);
        let plus = from == 0 && self.plus;
        let digits = self.digits(from, from + list.len() - 1);
        let abroad = plus || (digits.starts_with(&[0, 0]) && !digits.starts_with(&[0, 0, 0]));
        let area = list.iter().take(3).any(|group| group.before == b'(');
        let most = if abroad { *PHONE_DIGITS.end() } else { MOST_AT_HOME };
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
            let strong = ((abroad || area) && total >= 9) || self.is_form(groups, total);
            // Six digits in pairs are a number of a small country.
            let least = PHONE_DIGITS.start() - usize::from(place >= 2);
            let weak = spoken(group.to) && total >= least && whole;
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
        let joined =
            |at: Option<&u8>| at.is_some_and(|cell| cell.is_ascii_alphabetic() || matches!(cell, b'$' | b'%' | b'_'));
        let (before, after) = (first.from.checked_sub(1).and_then(|at| cells.get(at)), cells.get(self.groups[last].to));
        if bare && (joined(before) || after.is_some_and(|cell| joined(Some(cell)) && *cell != b'x')) {
            return None;
        }
        Some(last)
    }

    /// True where the groups are a national number by their sizes alone.
    fn is_form(&self, groups: &[Group], total: usize) -> bool {
        let Some(first) = groups.first() else { return false };
        let trunk = self.digits.get(first.first) == Some(&0) && self.digits.get(first.first + 1) != Some(&0);
        let sizes = |wanted: &[usize]| {
            groups.len() == wanted.len() && groups.iter().zip(wanted).all(|(one, size)| one.count == *size)
        };
        let parted = groups.iter().skip(1).all(|group| group.before != b'/' || group.first < 6);
        let small = groups.iter().all(|group| group.count <= 4);
        parted
            && ((trunk && (9..=11).contains(&total))
                || sizes(&[10])
                || sizes(&[3, 3, 4])
                || (sizes(&[3, 7]) && groups[1].before == b'-')
                || sizes(&[1, 3, 3, 4])
                || sizes(&[1, 3, 3, 2, 2])
                || sizes(&[3, 3, 3])
                || sizes(&[2, 2, 2, 2])
                || sizes(&[3, 2, 2])
                || sizes(&[3, 2, 3])
                || sizes(&[4, 3, 3])
                || (sizes(&[2, 3, 4]) && groups[1].before == b'/')
                || sizes(&[2, 4, 4])
                || sizes(&[2, 5, 4])
                || sizes(&[11]) && matches!(self.digits.get(first.first), Some(1 | 7 | 8))
                || (small && groups.len() >= 4 && (9..=11).contains(&total)))
    }
}

/// True where the word right behind says that the number is a telephone's: `440 2168-Office`.
fn is_named_behind(cells: &[u8], end: usize) -> bool {
    let rest = cells.get(end..).unwrap_or_default();
    let gap = rest.iter().take(2).take_while(|cell| matches!(cell, b' ' | b'-' | b'(' | b',')).count();
    let word = rest.get(gap..).unwrap_or_default();
    let word = word.get(..word.iter().take_while(|cell| cell.is_ascii_alphabetic()).count()).unwrap_or_default();
    gap > 0 && NAMES_BEHIND.iter().any(|name| name.as_bytes().eq_ignore_ascii_case(word))
}

/// What stands between two groups of digits, and where the next one starts: one sign, or a parenthesis with signs around it.
fn separator(cells: &[u8], at: usize) -> (u8, usize) {
    let stretch = cells.get(at..).unwrap_or_default();
    let length = stretch
        .iter()
        .take(4)
        .take_while(|cell| matches!(cell, b' ' | b'-' | b'.' | b'/' | b'_' | b'(' | b')'))
        .count();
    let signs = stretch.get(..length).unwrap_or_default();
    let parenthesis = signs.iter().any(|cell| matches!(cell, b'(' | b')'));
    let one = signs.iter().filter(|cell| !matches!(cell, b'(' | b')')).count();
    match signs {
        [only] if !parenthesis => (*only, at + 1),
        _ if parenthesis && one <= 2 && length <= 3 => (b'(', at + length),
        // "  ", " - " and the like.
        _ if length <= 3 && signs.iter().all(|cell| *cell == b' ') && length > 0 => (b' ', at + length),
        _ if length <= 3 && signs.iter().filter(|cell| **cell != b' ').eq([&b'-']) => (b'-', at + length),
        _ => (0, at),
    }
}
