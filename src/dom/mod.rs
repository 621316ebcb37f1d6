//! Layer 5: the page as the core asks of it, the listeners, and the indicator without which there are none.

mod element;
mod listen;
mod observe;
mod page;

pub use listen::{Options, PageRecorder};
pub use page::Indicator;
