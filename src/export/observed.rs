//! An observation read again as the tree of its lines.

use crate::redact::Redacted;
use core::ops::Range;

/// One line: what is at one place of the page.
pub(super) struct Line<'a> {
    /// How far it stands to the right: its parent's depth and one.
    depth: usize,
    /// Its ARIA role, or `text`.
    pub(super) role: &'a str,
    /// As `e5`; empty for text.
    reference: &'a str,
    /// Where its name stands in the text, and where its text does, each between quotation marks; empty where there is none.
    name: Range<usize>,
    text: Range<usize>,
}

/// All lines of an observation, in the order of the page.
pub(super) struct Observed<'a> {
    all: &'a Redacted,
    lines: Vec<Line<'a>>,
}

impl<'a> Observed<'a> {
    /// What is no line of an observation is left out.
    pub(super) fn read(all: &'a Redacted) -> Self {
        let mut start = 0;
        let mut lines = Vec::new();
        for line in all.as_str().split('\n') {
            lines.extend(Line::read(line, start));
            start += line.len() + 1;
        }
        Self { all, lines }
    }

    /// The place of the line with the ref.
    pub(super) fn find(&self, reference: &str) -> Option<usize> {
        self.lines.iter().position(|line| line.reference == reference)
    }

    pub(super) fn line(&self, at: usize) -> &Line<'a> {
        &self.lines[at]
    }

    pub(super) fn name(&self, at: usize) -> Redacted {
        self.all.unquoted(self.lines[at].name.clone())
    }

    pub(super) fn text(&self, at: usize) -> Redacted {
        self.all.unquoted(self.lines[at].text.clone())
    }

    /// True where the line has another's role and name.
    pub(super) fn is_like(&self, at: usize, other: usize) -> bool {
        self.lines[at].role == self.lines[other].role && self.name(at) == self.name(other)
    }

    pub(super) fn places(&self) -> Range<usize> {
        0..self.lines.len()
    }

    /// The line and all that stand in it.
    pub(super) fn with_inside(&self, at: usize) -> Range<usize> {
        let depth = self.lines[at].depth;
        let inside = self.lines[at + 1..].iter().take_while(|line| line.depth > depth).count();
        at..at + 1 + inside
    }

    pub(super) fn parent(&self, at: usize) -> Option<usize> {
        (0..at).rev().find(|&before| self.lines[before].depth < self.lines[at].depth)
    }

    /// The lines around it, the nearest first.
    pub(super) fn around(&self, at: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(self.parent(at), |&around| self.parent(around))
    }

    /// Those with the same parent, itself among them, in the order of the page.
    pub(super) fn siblings(&self, at: usize) -> impl Iterator<Item = usize> {
        let all = self.parent(at).map_or(self.places(), |parent| self.with_inside(parent));
        let depth = self.lines[at].depth;
        all.filter(move |&other| self.lines[other].depth == depth)
    }
}

impl<'a> Line<'a> {
    /// A line that begins at `start` of the text; the counterpart of `written` in `src/observe/line.rs`.
    fn read(line: &'a str, start: usize) -> Option<Self> {
        let inner = line.trim_start_matches(' ').strip_prefix("- ")?;
        let depth = (line.len() - inner.len()) / 2;
        let (role, mut rest) = inner.split_at(inner.find([' ', ':']).unwrap_or(inner.len()));
        let place = |part: &str| {
            let from = start + part.as_ptr().addr() - line.as_ptr().addr();
            from..from + part.len()
        };
        let mut name = 0..0;
        if let Some(quoted) = rest.strip_prefix(" \"") {
            let (inside, after) = quoted.split_at(closing(quoted)?);
            name = place(inside);
            rest = &after[1..];
        }
        let (states, text) = match rest.split_once(": \"") {
            Some((states, quoted)) => (states, place(&quoted[..closing(quoted)?])),
            None => (rest, 0..0),
        };
        let reference = states.split_once("[ref=").and_then(|(_, rest)| rest.split_once(']'));
        Some(Self { depth, role, reference: reference.map_or("", |(reference, _)| reference), name, text })
    }
}

/// Where the quotation mark stands that ends what a text begins with.
fn closing(text: &str) -> Option<usize> {
    let mut escaped = false;
    text.bytes().position(|byte| {
        let closes = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        closes
    })
}
