//! How well each kind of selector lasts: the table by which the list is ordered, and which tells when it is long enough.

/// What one kind of selector is worth.
#[derive(Clone, Copy)]
pub(super) struct Worth {
    /// The share, in thousandths, of matched elements of real page evolution (10,377 pairs) on which the fact a selector
    /// leans on stayed true; high wins. Among kinds that lean on more than one fact the weakest counts.
    pub(super) score: u32,
    /// What it falls with, as bits. A list is long enough once nothing fells all of it.
    pub(super) leans: u8,
}

/// A text is changed: another wording, another language.
pub(super) const TEXT: u8 = 1;
/// Classes get other names, as with a new build of the page's styles.
pub(super) const CLASS: u8 = 2;
/// Ids get other names.
pub(super) const ID: u8 = 4;
/// A number is changed: a count, a date, a version.
pub(super) const NUMBER: u8 = 8;
/// Another of its kind comes beside it.
pub(super) const BESIDE: u8 = 16;
/// A box is put around it, or the order changes.
pub(super) const PLACE: u8 = 32 | 64;

impl Worth {
    /// What the list is ordered by, high first: fewer kinds of change that fell it, then the share.
    pub(super) fn rank(self) -> (u32, u32) {
        (u8::BITS - self.leans.count_ones(), self.score)
    }
}

const fn worth(score: u32, leans: u8) -> Worth {
    Worth { score, leans }
}

/// An attribute that a team sets so that tests find the element: made to last.
pub(super) const BY_TEST_ID: Worth = worth(990, 0);
/// The name of a field, the address behind a link, an image or a form (.95 and .88): not seen by anybody, so no redesign and
/// no translation touches it. It stands above text because it survives both, and above ids because forms and links break
/// when it changes.
pub(super) const BY_ADDRESS: Worth = worth(960, 0);
/// The same facts on something around the element or inside it.
pub(super) const BY_ADDRESS_NEARBY: Worth = worth(955, 0);
/// The same facts on something that stands beside it, in a box that holds no other of its kind.
pub(super) const BY_NEIGHBOUR_ADDRESS: Worth = worth(952, 0);
/// An attribute by which the page's own scripts know it: like a field's name, not seen by anybody, and its script breaks when
/// it changes.
pub(super) const BY_HOOK: Worth = worth(951, 0);
/// Role and accessible name (.85 and .95): what the person acted by; exact, so two facts must hold.
pub(super) const BY_NAME: Worth = worth(950, TEXT);
/// The whole path behind a link, with its numbers.
pub(super) const BY_WHOLE_ADDRESS: Worth = worth(880, NUMBER);
/// The place in the page that a link leads to, which is an id.
pub(super) const BY_FRAGMENT: Worth = worth(875, ID);
/// An id that a person chose (.87).
pub(super) const BY_ID: Worth = worth(870, ID);
/// A stretch of the shown text (.95), but of that alone: any element that holds it would do.
pub(super) const BY_TEXT: Worth = worth(860, TEXT);
/// The same by xpath, where the text stands in elements inside.
pub(super) const BY_TEXT_INSIDE: Worth = worth(850, TEXT);
/// What stands beside it tells it from others of the same kind; what it leans on is told from case to case.
pub(super) const BY_NEIGHBOUR: Worth = worth(845, TEXT);
/// Role and a name that holds numbers: they count or date something.
pub(super) const BY_NUMBERED_NAME: Worth = worth(842, TEXT | NUMBER);
/// The type of a field or a button, and the like (.96), but another of the kind may come.
pub(super) const BY_KIND: Worth = worth(841, BESIDE);
/// The id of something around the element.
pub(super) const BY_ID_AROUND: Worth = worth(840, ID | BESIDE);
/// Classes (.80).
pub(super) const BY_CLASS: Worth = worth(800, CLASS | BESIDE);
/// The classes of something around the element.
pub(super) const BY_CLASS_AROUND: Worth = worth(790, CLASS | BESIDE);
/// What stands beside it, where it or the element itself leans on two facts that change apart.
pub(super) const BY_NEIGHBOUR_TWICE: Worth = worth(780, TEXT | NUMBER);
/// How many addresses stand in the box around it that holds no other of its kind. Boxes around it, another order and what
/// has no address may come; one more address, and it finds nothing.
pub(super) const BY_SIZE: Worth = worth(570, BESIDE);
/// Classes that a tool made up, on it or around it. They go with the next build of the page, a path already with any change
/// of its order, so they stand above it.
pub(super) const BY_MADE_UP_CLASS: Worth = worth(560, CLASS | NUMBER);
/// The same of ids.
pub(super) const BY_MADE_UP_ID: Worth = worth(550, ID | NUMBER);
/// The path of tags and places (.54): the last resort.
pub(super) const BY_PATH: Worth = worth(540, BESIDE | PLACE);
