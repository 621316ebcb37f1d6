//! Layer 2: the ARIA role and the accessible name of an element.

mod implicit;
mod name;

pub use implicit::{role, selector_for};
pub use name::accessible_name;
