//! Layer 2: the ARIA role and the accessible name of an element.

mod embedded;
mod implicit;
mod name;
mod native;

pub use implicit::{role, selector_for};
pub use name::{accessible_name, is_named_by_content, lasting_name, redrawn_name, unmarked_name};
