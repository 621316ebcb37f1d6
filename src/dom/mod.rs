//! Layer 6: the page as the core asks of it, and the listeners, which go together with the indicator.

mod element;
mod event;
mod facts;
mod listen;
mod page;
mod read;
mod revision;

#[cfg(feature = "probe")]
pub use element::PageElement;
pub use listen::{Options, PageRecorder, PlaceTaker};
pub use page::Indicator;
#[cfg(feature = "probe")]
pub use read::Reading;
pub use revision::StepTaker;
