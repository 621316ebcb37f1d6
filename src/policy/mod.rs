//! Layer 1: which pages may be recorded, by one decision for the popup, the background and each frame.
//!
//! Two keys: this decision is the organisation's, the browser's host permission is the employee's. A policy only
//! narrows. It is read strictly: with a mistake in it nothing may be recorded, and the mistake is shown.

mod decide;
mod error;
mod file;
mod forms;
mod host;
mod packs;
mod paths;
mod pattern;
mod read;
mod reason;
mod schema;
mod site;
mod strings;
mod view;

pub use decide::{Decision, Policy};
pub use error::{PolicyError, Problem};
pub use file::{FileError, check, explain};
pub use forms::{Form, forms};
pub use packs::Pack;
pub use paths::Paths;
pub use pattern::{Pattern, Use};
pub use read::{KEYS, Key, Kind, NEEDED};
pub use reason::{Message, Reason};
pub use schema::managed_schema;
pub use site::site_of;
pub use strings::MOST_STRINGS;
pub use view::{StringsView, View};
