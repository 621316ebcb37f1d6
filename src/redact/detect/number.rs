//! What a run of digits may be: a card, an address of the Internet, a national number, a date of birth, a telephone number.

use super::checks;
use super::context::Context;
use super::ids::Signs;
use super::labels::Topic;
use crate::redact::EntityType;

/// Most digits of one run that are looked at; the longest number that is known has 19.
const MOST_DIGITS: usize = 48;
/// Card numbers have 12 (Maestro) to 19 digits (ISO/IEC 7812).
const CARD_DIGITS: core::ops::RangeInclusive<usize> = 12..=19;

/// Digits without anything between them.
#[derive(Clone, Copy, Default)]
pub(super) struct Group {
    /// Cells.
    pub(super) from: usize,
    pub(super) to: usize,
    /// Digits of the run.
    pub(super) first: usize,
    pub(super) count: usize,
    /// What stands before it: 0 for nothing, `(` for any form with a parenthesis.
    pub(super) before: u8,
}

impl Group {
    /// True where only the groups of a card can be parted so.
    fn is_apart(&self) -> bool {
        matches!(self.before, b',' | b'|' | b'\n' | 0)
    }
}

/// Groups of digits with single separators between them.
pub(super) struct Run {
    /// In ASCII.
    digits: [u8; MOST_DIGITS],
    digit_count: usize,
    pub(super) groups: [Group; MOST_DIGITS],
    group_count: usize,
    pub(super) plus: bool,
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
                run.digits[run.digit_count] = cell(at);
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
        if let Some(last) = self.card(from)
            && !cells.get(self.groups[last].to).is_some_and(u8::is_ascii_alphabetic)
            // One in ten numbers of twelve digits that start like Maestro's passes the check.
            && !(context.is_thing() && self.digits(from, last).len() < 13)
        {
            return hit(last, EntityType::Card);
        }
        // Right behind its word what looks like a date, or a number of a person, is a telephone's.
        let told = context.is(Topic::Phone) && context.since(Topic::Phone).is_some_and(|since| since <= 4);
        if !told && let Some(end) = self.national(from, cells) {
            let next =
                (from..self.group_count).find(|group| self.groups[*group].from >= end).unwrap_or(self.group_count);
            return Ok((self.groups[from].from, end, EntityType::Id, next));
        }
        let pairs = self.list(from).iter().take(3).all(|group| group.count == 2);
        if !(told && pairs)
            && let Some(last) = self.date(from)
        {
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

    /// The groups from one on, up to what only the groups of a card are parted by.
    pub(super) fn list(&self, from: usize) -> &[Group] {
        let rest = self.groups.get(from..self.group_count).unwrap_or_default();
        rest.get(..rest.iter().skip(1).take_while(|group| !group.is_apart()).count() + 1).unwrap_or_default()
    }

    /// True where nothing stands before the group that could be of the same number.
    pub(super) fn starts(&self, from: usize) -> bool {
        from == 0 || self.groups[from].is_apart()
    }

    /// The digits, in ASCII, of the groups from one to another.
    pub(super) fn digits(&self, from: usize, last: usize) -> &[u8] {
        self.digits_between(self.groups[from].first, self.groups[last].first + self.groups[last].count)
    }

    pub(super) fn digits_between(&self, first: usize, end: usize) -> &[u8] {
        self.digits.get(first..end).unwrap_or_default()
    }

    /// The cell behind a card number that starts with the run.
    pub(super) fn first_card(&self) -> Option<usize> {
        self.card(0).map(|last| self.groups[last].to)
    }

    /// The last group of a card number that starts with this one: the longest that is grouped as cards are.
    fn card(&self, from: usize) -> Option<usize> {
        let list = self.groups.get(from..self.group_count)?;
        let first = list.first()?.count;
        if self.plus && from == 0 {
            return None;
        }
        let mut best = None;
        let mut total = 0;
        for (place, group) in list.iter().enumerate() {
            if place > 0 && (matches!(group.before, b'(' | 0) || group.before != list[1].before) {
                break;
            }
            total += group.count;
            if total > *CARD_DIGITS.end() {
                break;
            }
            let inner = list.get(1..place).unwrap_or_default();
            // All of one size but the last, or a first of four: 4-4-4-4, 4-6-5, 4-4-4-4-3, but not the groups of two phones.
            let even = inner.iter().all(|one| one.count == first)
                && (place == 0 || group.count <= first && matches!(first, 1 | 2 | 4 | 8));
            let fours = first == 4 && (inner.iter().all(|one| one.count == 4) || place == 2 && inner[0].count == 6);
            // Four numbers below each other are a card where there are no more of them.
            let apart = place > 0 && list[1].is_apart();
            let more = |at: usize| {
                self.groups.get(at).is_some_and(|next| at < self.group_count && next.before == list[1].before)
            };
            let alone = !apart
                || (13..=16).contains(&total) && first == 4 && !more(from + place + 1) && (from == 0 || !more(from));
            if CARD_DIGITS.contains(&total) && (even || fours) && alone && checks::card(self.digits(from, from + place))
            {
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
        // 078.123.28.42 is a telephone number.
        if list[0].count > 1 && self.digits(from, from).starts_with(b"0") {
            return None;
        }
        let small = (from..from + 4)
            .all(|at| self.digits(at, at).iter().fold(0, |sum, &cell| sum * 10 + checks::digit(cell)) < 256);
        let prefixed = self.groups[from].from.checked_sub(1).is_some_and(|before| matches!(cells[before], b'v' | b'V'));
        small.then_some((!prefixed && !context.is(Topic::Version)).then_some(from + 3))
    }

    /// The end of a national number that its form or checksum tells.
    fn national(&self, from: usize, cells: &[u8]) -> Option<usize> {
        let start = self.first_digit(from);
        let alone = !(self.plus && from == 0) && (self.starts(from) || matches!(self.groups[from].before, b' ' | b'('));
        let end = start + alone.then(|| Signs::at(cells, start).national())??;
        // With spaces it may be a part of a row of numbers.
        let row = cells.get(start..end)?.contains(&b' ')
            && cells.get(end) == Some(&b' ')
            && cells.get(end + 1).is_some_and(u8::is_ascii_digit);
        (!row).then_some(end)
    }

    /// The last group of a date that starts with this one: `2026-11-24`, `24.11.2026`, `11/24/26`.
    fn date(&self, from: usize) -> Option<usize> {
        let [a, b, c, ..] = self.list(from) else { return None };
        // No part of a date has more than four digits, and a number of 48 is not to be held.
        let number =
            |at: usize| self.digits(at, at).iter().take(5).fold(0, |sum: u32, &one| sum * 10 + checks::digit(one));
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
}

/// What stands between two groups of digits, and where the next one starts: one sign, or a parenthesis with signs around it.
fn separator(cells: &[u8], at: usize) -> (u8, usize) {
    let stretch = cells.get(at..).unwrap_or_default();
    let length = stretch
        .iter()
        .take(4)
        .take_while(|cell| matches!(cell, b' ' | b'-' | b'.' | b'/' | b'_' | b'(' | b')' | b',' | b'|' | b'\n'))
        .count();
    let signs = stretch.get(..length).unwrap_or_default();
    let wide = |cell: &&u8| matches!(cell, b',' | b'|' | b'\n');
    if let Some(sign) = signs.iter().find(wide) {
        let only = length <= 3
            && signs.iter().all(|cell| cell == sign || *cell == b' ')
            && signs.iter().filter(wide).count() == 1;
        return if only { (*sign, at + length) } else { (0, at) };
    }
    let parenthesis = signs.iter().any(|cell| matches!(cell, b'(' | b')'));
    let one = signs.iter().filter(|cell| !matches!(cell, b'(' | b')')).count();
    match signs {
        [only] if !parenthesis => (*only, at + 1),
        _ if parenthesis && one <= 2 && length <= 3 => (b'(', at + length),
        // "  ", " - " and the like.
        _ if length <= 3 && signs.iter().all(|cell| *cell == b' ') && length > 0 => (b' ', at + length),
        _ if length <= 3 && signs.iter().filter(|cell| **cell != b' ').eq([&b'-']) => (b'-', at + length),
        // The dot in the middle, not a sentence's end.
        [b' ', b'.', b' '] => (b'.', at + length),
        _ => (0, at),
    }
}

/// True for `24.11.26`, `2026-11-24` and the like.
pub(super) fn is_short_date(value: &[u8]) -> bool {
    let mut sizes = value
        .split(|cell| matches!(cell, b'.' | b'-' | b'/' | b' '))
        .map(|group| if group.iter().all(u8::is_ascii_digit) { group.len() } else { 0 });
    let parts = [sizes.next(), sizes.next(), sizes.next()].map(Option::unwrap_or_default);
    sizes.next().is_none() && matches!(parts, [1..=2, 1..=2, 2 | 4] | [4, 1..=2, 1..=2])
}
