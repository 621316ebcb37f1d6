//! How well each kind of selector lasts: the table by which the list is ordered, and which tells when it is long enough.

/// How long one kind of selector lasts.
#[derive(Clone, Copy)]
pub(super) struct Stability {
    /// The share, in thousandths, of matched elements of real page evolution (10,377 pairs) on which the predicate a selector
    /// depends on stayed true; high wins. Among kinds that depend on more than one predicate the weakest counts.
    pub(super) score: u32,
    /// The kinds of page change that break it, as bits. A list is long enough once no single kind breaks all of it.
    pub(super) depends_on: u8,
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
pub(super) const SIBLING: u8 = 16;
/// A box is put around it, or the order changes.
pub(super) const PLACE: u8 = 32 | 64;

impl Stability {
    /// How soon it breaks, below 2^16: the more kinds of change break it the sooner, then the smaller its share is.
    pub(super) fn weakness(self) -> u32 {
        self.depends_on.count_ones() * 1_000 + 1_000 - self.score
    }
}

const fn stability(score: u32, depends_on: u8) -> Stability {
    Stability { score, depends_on }
}

/// An attribute that a team sets so that tests find the element: made to last.
pub(super) const BY_TEST_ID: Stability = stability(990, 0);
/// The name of a field, the address behind a link, an image or a form (.95 and .88): not seen by anybody, so no redesign and
/// no translation touches it. It stands above text because it survives both, and above ids because forms and links break
/// when it changes.
pub(super) const BY_ADDRESS: Stability = stability(960, 0);
/// The same predicates on something around the element or inside it.
pub(super) const BY_ADDRESS_NEARBY: Stability = stability(955, 0);
/// The same predicates on something that stands beside it, in a box that holds no other of its kind.
pub(super) const BY_NEIGHBOUR_ADDRESS: Stability = stability(952, 0);
/// An attribute by which the page's own scripts know it: like a field's name, not seen by anybody, and its script breaks when
/// it changes.
pub(super) const BY_HOOK: Stability = stability(951, 0);
/// Role and accessible name (.85 and .95): what the person acted by; exact, so two predicates must hold.
pub(super) const BY_NAME: Stability = stability(950, TEXT);
/// The whole path behind a link, with its numbers.
pub(super) const BY_WHOLE_ADDRESS: Stability = stability(880, NUMBER);
/// The place in the page that a link leads to, which is an id.
pub(super) const BY_FRAGMENT: Stability = stability(875, ID);
/// An id that a person chose (.87).
pub(super) const BY_ID: Stability = stability(870, ID);
/// A stretch of the shown text (.95), but of that alone: any element that holds it would do.
pub(super) const BY_TEXT: Stability = stability(860, TEXT);
/// The same by xpath, where the text stands in elements inside.
pub(super) const BY_TEXT_INSIDE: Stability = stability(850, TEXT);
/// What stands beside it tells it from others of the same kind; what it depends on differs from case to case.
pub(super) const BY_NEIGHBOUR: Stability = stability(845, TEXT);
/// Role and a name that holds numbers: they count or date something.
pub(super) const BY_NUMBERED_NAME: Stability = stability(842, TEXT | NUMBER);
/// A text that holds numbers, in the same way.
pub(super) const BY_NUMBERED_TEXT: Stability = stability(841, TEXT | NUMBER);
/// The type of a field or a button, and the like (.96), but another of the kind may come.
pub(super) const BY_KIND: Stability = stability(840, SIBLING);
/// The id of something around the element.
pub(super) const BY_ID_AROUND: Stability = stability(839, ID | SIBLING);
/// Classes (.80).
pub(super) const BY_CLASS: Stability = stability(800, CLASS | SIBLING);
/// The classes of something around the element.
pub(super) const BY_CLASS_AROUND: Stability = stability(790, CLASS | SIBLING);
/// What stands beside it, where it or the element itself depends on two predicates that change apart.
pub(super) const BY_NEIGHBOUR_TWICE: Stability = stability(780, TEXT | NUMBER);
/// How many addresses stand in the box around it that holds no other of its kind. Boxes around it, another order and what
/// has no address may come; one more address, and it finds nothing.
pub(super) const BY_SIZE: Stability = stability(570, SIBLING);
/// Classes that a tool made up, on it or around it. They go with the next build of the page, a path already with any change
/// of its order, so they stand above it.
pub(super) const BY_MADE_UP_CLASS: Stability = stability(560, CLASS | NUMBER);
/// The same of ids.
pub(super) const BY_MADE_UP_ID: Stability = stability(550, ID | NUMBER);
/// The path of tags and places (.54): the last resort.
pub(super) const BY_PATH: Stability = stability(540, SIBLING | PLACE);
