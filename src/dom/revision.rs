//! A revision of a step as it goes to the content script.

use crate::record::StepRevision;
use crate::trace::Line;
use js_sys::{Function, Object, Undefined};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// `OvertStepRevision` of `globals.d.ts`: `sequence` and `revision`; `json`: the step; `observation`: with the first revision, what
    /// the step was taken in. Both are JSON text, because as text they are sealed into the journal, sent to the background and read
    /// there by the gate: an object would be built here only to be written as JSON for each of these.
    pub type JsStepRevision;
    #[wasm_bindgen(method, setter)]
    fn set_sequence(this: &JsStepRevision, sequence: u32);
    #[wasm_bindgen(method, setter)]
    fn set_revision(this: &JsStepRevision, revision: u32);
    #[wasm_bindgen(method, setter)]
    fn set_json(this: &JsStepRevision, json: &str);
    #[wasm_bindgen(method, setter)]
    fn set_observation(this: &JsStepRevision, json: &str);
}

/// Takes each revision of a step.
pub type StepTaker = Function<fn(JsStepRevision) -> Undefined>;

impl JsStepRevision {
    /// `None` where it cannot be written as JSON. Its keys are strings, so that does not happen; `expect` would ship the words of errors
    /// that are never made.
    pub(super) fn of(StepRevision { sequence, revision, step, observation }: StepRevision) -> Option<Self> {
        let written: Self = Object::new().unchecked_into();
        written.set_sequence(sequence);
        written.set_revision(revision);
        written.set_json(&serde_json::to_string(&Line::Step(Box::new(step))).ok()?);
        if let Some(observation) = observation {
            written.set_observation(&serde_json::to_string(&observation).ok()?);
        }
        Some(written)
    }
}
