//! How well each kind of selector lasts: the table by which the list is ordered.

/// The share, in thousandths, of matched elements of real page evolution (10,377 pairs) on which the fact a selector leans
/// on stayed true; high wins. Among kinds that lean on more than one fact the weakest counts.
pub(super) type Score = u32;

/// An attribute that a team sets so that tests find the element: made to last.
pub(super) const TEST_ID: Score = 990;
/// The name of a field, the address behind a link, an image or a form (.95 and .88): not seen by anybody, so no redesign and
/// no translation touches it. It stands above text because it survives both, and above ids because forms and links break
/// when it changes.
pub(super) const ADDRESS: Score = 960;
/// The same facts on something around the element or inside it.
pub(super) const ADDRESS_NEARBY: Score = 955;
/// Role and accessible name (.85 and .95): what the person acted by; exact, so two facts must hold.
pub(super) const ROLE_AND_NAME: Score = 950;
/// An id that a person chose (.87).
pub(super) const ID: Score = 870;
/// A stretch of the shown text (.95), but of that alone: any element that holds it would do.
pub(super) const TEXT: Score = 860;
/// The same by xpath, where the text stands in elements inside.
pub(super) const TEXT_INSIDE: Score = 850;
/// The id of something around the element.
pub(super) const ID_AROUND: Score = 840;
/// Classes (.80).
pub(super) const CLASS: Score = 800;
/// The classes of something around the element.
pub(super) const CLASS_AROUND: Score = 790;
/// The path of tags and places (.54): the last resort.
pub(super) const PATH: Score = 540;
