//! When a scroll is over: it is one step, however many events the browser sends while it lasts.

/// How long in ms a scroll may pause before it is over. `scrollend` alone will not do: Firefox sends none for a scroll without an
/// animation (seen in 153).
pub const SCROLL_REST: u32 = 200;

/// A scroll of an element, or of the window (`None`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scroll<E> {
    /// The element.
    pub on: Option<E>,
    /// The person made it, or a part of it.
    pub by_person: bool,
}

/// What scrolls now in one document, if anything.
#[derive(Debug)]
pub struct Scrolling<E>(Option<Scroll<E>>);

impl<E> Default for Scrolling<E> {
    fn default() -> Self {
        Self(None)
    }
}

impl<E: PartialEq> Scrolling<E> {
    /// An element, or the window, scrolled a bit. Returns the scroll of another one, which is over with that.
    pub fn scrolled(&mut self, on: Option<E>, by_person: bool) -> Option<Scroll<E>> {
        match &mut self.0 {
            Some(scroll) if scroll.on == on => {
                scroll.by_person |= by_person;
                None
            }
            _ => self.0.replace(Scroll { on, by_person }),
        }
    }

    /// Ends the scroll: it has rested for [`SCROLL_REST`], or anything else happens.
    pub fn end(&mut self) -> Option<Scroll<E>> {
        self.0.take()
    }
}
