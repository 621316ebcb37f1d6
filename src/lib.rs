//! Overt records how a task is done on the web, in the open: DOM events become masked task steps.
//!
//! A module uses lower layers only; `tests/layers.rs` reads `src/` and fails otherwise.
//!
//! ```text
//!  7 wasm      #[wasm_bindgen] only: thin, converts and does nothing else    recorder | review
//!  6 dom       answers Element from the page, and owns the listeners         recorder
//!    export    trace -> one file per format; reads a trace back              review, native
//!  5 record    page events -> steps: retarget, coalesce, replace             pure
//!  4 locate    ordered selectors, each checked unique                        pure (trait Element)
//!    observe   the page as a masked role/name tree with refs                 pure (trait Element)
//!  3 privacy   markers around an element, and the class of its value         pure (trait Element)
//!    structure what of a page is interface, and what is data about someone   pure
//!    gate      what comes from a page's side, checked and masked again       pure
//!  2 role      ARIA role, accessible name                                    pure (trait Element)
//!  1 element   the questions the core asks of a page: trait Element          pure
//!    trace     Header, Observation, Step, Footer                             pure
//!    policy    which pages may be recorded, and why not                      pure
//!    catalogue strings of an interface from files that translate it          native
//!  0 redact    Raw -> Redacted; detectors, field rules, markers, URLs        pure
//!    format    the formats of the export by their words                      pure
//!    seal      a text that only the holder of a key can read                 pure
//!    digest    a short hash of a text, against damage                        pure
//! ```

#[cfg(not(target_family = "wasm"))]
pub mod catalogue;
pub mod digest;
pub mod element;
pub mod export;
pub mod format;
pub mod gate;
pub mod locate;
pub mod observe;
pub mod policy;
pub mod privacy;
pub mod record;
pub mod redact;
pub mod role;
pub mod seal;
pub mod structure;
pub mod trace;

#[cfg(feature = "recorder")]
mod dom;
#[cfg(any(feature = "recorder", feature = "review"))]
mod wasm;
