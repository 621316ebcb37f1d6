//! The recorder build: for content scripts.

use crate::dom::{Indicator, Options, PageRecorder};
use crate::policy::Paths;
use crate::record::DocumentPosition;
use crate::redact::{MaskingLevel, Terms, key_of};
use wasm_bindgen::prelude::*;

/// Records the document it is made in, from `new` to `free`.
#[wasm_bindgen]
pub struct Recorder(PageRecorder);

#[wasm_bindgen]
impl Recorder {
    /// Starts to listen. `key`: 32 hexadecimal digits; `masking_level`: `open`, `values` or `all`; `terms`: the employee's
    /// words that are never kept, one a line; `clock`: what times count from, milliseconds since 1970; `paused`: until `resume`; `tab`: its number; `frame`: indices below the top page; `allowed`, `denied`: path prefixes, one a line;
    /// `emit(sequence, revision, step, observation)` takes each step, and with its first revision what it was taken in, as
    /// JSON; `placed(inside)` is told when the page leaves and comes back.
    ///
    /// # Errors
    /// Where the key is none. A word that is no masking level is the strictest.
    #[wasm_bindgen(constructor)]
    #[expect(clippy::too_many_arguments, reason = "an object would cost a getter for each")]
    pub fn new(
        indicator: Indicator,
        key: &str,
        masking_level: &str,
        terms: &str,
        clock: f64,
        paused: bool,
        tab: u32,
        frame: Vec<u32>,
        allowed: &str,
        denied: &str,
        emit: js_sys::Function,
        placed: js_sys::Function,
    ) -> Result<Self, JsValue> {
        let key = key_of(key).ok_or_else(|| JsValue::from_str("expected a key of 32 hexadecimal digits"))?;
        Ok(Self(PageRecorder::start(
            indicator,
            Options {
                key,
                masking_level: MaskingLevel::of_word(masking_level),
                terms: Terms::new(terms.split('\n')),
                clock,
                paused,
                position: DocumentPosition { tab, frame },
                emit,
                paths: Paths::of_lines(allowed, denied),
                placed,
            },
        )))
    }

    /// Once before the first press, in idle time: takes `element` inside `top`, both of the indicator, as a press on it would, and
    /// keeps nothing of it. The browser compiles meanwhile what a press needs.
    pub fn rehearse(&self, top: JsValue, element: JsValue) {
        self.0.rehearse(top, element);
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
