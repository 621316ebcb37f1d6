//! The recorder build: for content scripts.

use crate::dom::{Indicator, Options, PageRecorder};
use crate::policy::Paths;
use crate::record::Place;
use crate::redact::{Floor, Terms};
use wasm_bindgen::prelude::*;

/// Records the document it is made in, from `new` to `free`.
#[wasm_bindgen]
pub struct Recorder(PageRecorder);

#[wasm_bindgen]
impl Recorder {
    /// Starts to listen. `key`: 32 hexadecimal digits; `floor`: `open`, `values` or `all`; `terms`: the employee's
    /// words that are never kept, one a line; `clock`: what times count from, milliseconds since 1970; `paused`: until `resume`; `tab`: its number; `frame`: indices below the top page; `allowed`, `denied`: path prefixes, one a line;
    /// `emit(sequence, revision, step, observation)` takes each step, and with its first revision what it was taken in, as
    /// JSON; `placed(inside)` is told when the page leaves and comes back.
    #[wasm_bindgen(constructor)]
    #[expect(clippy::too_many_arguments, reason = "an object would cost a getter for each")]
    pub fn new(
        indicator: Indicator,
        key: &str,
        floor: &str,
        terms: &str,
        clock: f64,
        paused: bool,
        tab: u32,
        frame: Vec<u32>,
        allowed: &str,
        denied: &str,
        emit: js_sys::Function,
        placed: js_sys::Function,
    ) -> Self {
        Self(PageRecorder::start(
            indicator,
            Options {
                key: key_of(key),
                floor: floor_of(floor),
                terms: Terms::new(terms.split('\n')),
                clock,
                paused,
                place: Place { tab, frame },
                emit,
                paths: Paths::of_lines(allowed, denied),
                placed,
            },
        ))
    }

    /// Takes no steps until `resume`.
    pub fn pause(&self) {
        self.0.pause();
    }

    /// Takes steps again; their times count from `clock`, milliseconds since 1970.
    pub fn resume(&self, clock: f64) {
        self.0.resume(clock);
    }
}

/// What is no key keeps its zeros: tags are then the same in each session, and still not reversible by a reader.
fn key_of(hex: &str) -> [u8; 16] {
    let mut key = [0; 16];
    for (byte, digits) in key.iter_mut().zip(hex.as_bytes().chunks(2)) {
        *byte = core::str::from_utf8(digits).ok().and_then(|text| u8::from_str_radix(text, 16).ok()).unwrap_or(0);
    }
    key
}

/// An unknown floor is the strictest.
fn floor_of(word: &str) -> Floor {
    match word {
        "open" => Floor::Open,
        "values" => Floor::Values,
        _ => Floor::All,
    }
}
