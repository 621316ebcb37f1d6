//! What happened between a press of the pointer and its release.

/// What the page's side saw of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stroke {
    /// The places at which the way of the pointer turned, x and y in the viewport, in CSS pixels.
    pub turns: Vec<[i32; 2]>,
    /// The page changed while the pointer moved.
    pub changed: bool,
    /// More or other text is selected than before.
    pub selects_text: bool,
}
