//! The recorder build: for content scripts.

use super::settings::Settings;
use crate::dom::{Indicator, PageRecorder};
use wasm_bindgen::prelude::*;
use web_sys::Element;

/// Records the document it is made in, from `new` to `free`.
#[wasm_bindgen]
pub struct Recorder(PageRecorder);

#[wasm_bindgen]
impl Recorder {
    /// Starts to listen.
    ///
    /// # Errors
    /// Where the session's key is none.
    #[wasm_bindgen(constructor)]
    pub fn new(indicator: Indicator, settings: Settings) -> Result<Self, JsValue> {
        Ok(Self(PageRecorder::start(indicator, settings.try_into()?)))
    }

    /// Takes `element` inside `top` as a press on it would, and keeps nothing of it: its target, as JSON. That of a frame tells how the
    /// frame is found; and some times before the first press it is done in idle time, so that the browser compiles what a press needs.
    /// Reads nothing, and is empty, in a pause or where steps may not be taken.
    pub fn describe(&self, top: Element, element: Element) -> String {
        self.0.describe(&top, &element)
    }

    /// What was learnt as data since the last call, as keyed hashes, for the session's other documents; empty for nothing.
    #[wasm_bindgen(js_name = takeTaint)]
    pub fn take_taint(&self) -> String {
        self.0.take_taint()
    }

    /// Takes in what the session's other documents have learnt.
    #[wasm_bindgen(js_name = learnTaint)]
    pub fn learn_taint(&self, hashes: &str) {
        self.0.learn_taint(hashes);
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
