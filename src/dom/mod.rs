//! Layer 5: the page as the core asks of it, the listeners, and the indicator without which there are none.

mod element;
mod listen;
mod observe;
mod page;

#[cfg(feature = "probe")]
pub use element::PageElement;
pub use listen::{Options, PageRecorder};
pub use page::Indicator;
