//! A stretch of folded text of a fixed size that moves along the text, so that no text is too long to be searched.

use super::fold::fold;

/// Bytes that are held at once.
const SIZE: usize = 640;
/// How far behind the place of search the window still reaches: the longest local part of an e-mail address is 64.
const BEHIND: usize = 96;
/// How far ahead it reaches at least, unless the text ends: a host has 253 at most.
pub(super) const AHEAD: usize = 320;

/// The folded text around the place of search.
pub(super) struct Window<'a> {
    text: &'a str,
    /// How much of `text`, in bytes, was read.
    read: usize,
    cells: [u8; SIZE],
    /// Where each cell's character starts in `text`, and where it ends.
    places: [(u32, u32); SIZE],
    held: usize,
    /// The place of search in `cells`.
    at: usize,
}

impl<'a> Window<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut window = Self { text, read: 0, cells: [0; SIZE], places: [(0, 0); SIZE], held: 0, at: 0 };
        window.fill();
        window
    }

    /// The cells that are held, and the place of search among them.
    pub(super) fn view(&self) -> (&[u8], usize) {
        (self.cells.get(..self.held).unwrap_or_default(), self.at)
    }

    /// The cell at the place of search.
    pub(super) fn cell(&self) -> Option<u8> {
        (self.at < self.held).then(|| self.cells[self.at])
    }

    /// The bytes of the text that the cells `from..to` of the view stand for.
    pub(super) fn place(&self, from: usize, to: usize) -> core::ops::Range<usize> {
        self.places[from.min(SIZE - 1)].0 as usize..self.places[to.saturating_sub(1).min(SIZE - 1)].1 as usize
    }

    /// The text that the cells `from..to` of the view stand for.
    pub(super) fn source(&self, from: usize, to: usize) -> &'a str {
        self.text.get(self.place(from, to)).unwrap_or_default()
    }

    /// Goes on to a cell of the view.
    pub(super) fn go_to(&mut self, at: usize) {
        self.at = at.min(self.held);
        if self.held - self.at < AHEAD && self.read < self.text.len() {
            let drop = self.at.saturating_sub(BEHIND);
            self.cells.copy_within(drop..self.held, 0);
            self.places.copy_within(drop..self.held, 0);
            self.held -= drop;
            self.at -= drop;
            self.fill();
        }
    }

    fn fill(&mut self) {
        let mut rest = self.text.get(self.read..).unwrap_or_default().chars();
        while self.held < SIZE
            && let Some(c) = rest.next()
        {
            let mut end = self.read + c.len_utf8();
            let mut cell = fold(c);
            // A line break as it is written in sources and logs.
            if c == '\\' && rest.as_str().starts_with(['n', 'r', 't']) {
                rest.next();
                end += 1;
                cell = Some(b'\n');
            }
            if let Some(cell) = cell {
                self.cells[self.held] = cell;
                self.places[self.held] = (self.read as u32, end as u32);
                self.held += 1;
            }
            self.read = end;
        }
    }
}
