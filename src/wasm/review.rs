//! The review build: for the extension's own pages and its background.

use super::value;
use crate::digest;
use crate::export;
use crate::format::Format;
use crate::redact::{RetroactiveMask, Terms, own_words};
use crate::trace::{Line, Observation};
use serde_json::{Value, json};
use wasm_bindgen::prelude::*;

/// Makes a panic readable in the console. It holds no page text: the review build sees redacted text only.
#[wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}

/// A stored step as a phrase for the catalogues; an argument is a text or a phrase.
///
/// # Errors
/// Where the value is not a step.
#[wasm_bindgen(unchecked_return_type = "Message")]
pub fn phrase(#[wasm_bindgen(unchecked_param_type = "Step")] step: JsValue) -> Result<JsValue, JsError> {
    match value::read(step)? {
        Line::Step(step) => value::write(&export::phrase(&step)),
        _ => Err(JsError::new("expected a step, found another line of a trace")),
    }
}

/// A short hash of a text, against damage: 32 bits.
#[wasm_bindgen]
#[must_use]
pub fn digest_of(text: &str) -> u32 {
    digest::digest(text)
}

/// Words of the employee (a goal, a note) as they may be stored: masked by the detectors and by their terms.
#[wasm_bindgen]
pub fn masked_words(text: &str, terms: Vec<String>) -> String {
    own_words(text, &Terms::new(terms)).as_str().to_owned()
}

/// Where a word stands in the exact text of an export, in any case and with or without accents: three numbers for each
/// place, its line counted from 0, and its start and end in the line in UTF-16 code units.
#[wasm_bindgen]
pub fn search(text: &str, word: &str) -> Vec<u32> {
    let number = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
    export::search(text, word).into_iter().flat_map(|(line, at)| [line, at.start, at.end].map(number)).collect()
}

/// Which rows of the store hold no step, by their places in the list.
///
/// # Errors
/// Where the value is not a list.
#[wasm_bindgen]
pub fn unreadable(#[wasm_bindgen(unchecked_param_type = "Row[]")] rows: JsValue) -> Result<Vec<u32>, JsError> {
    let rows = export::read_stored(value::read(rows)?);
    Ok((0..).zip(&rows).filter(|(_, step)| step.is_none()).map(|(place, _)| place).collect())
}

/// Every format of the export: the end of a file's name, and its media type.
///
/// # Errors
/// None: the list is always plain.
#[wasm_bindgen(unchecked_return_type = "{ name: ExportFormat; ending: string; type: string }[]")]
pub fn formats() -> Result<JsValue, JsError> {
    value::write(
        &Format::ALL.map(|one| json!({ "name": one.word(), "ending": one.ending(), "type": one.media_type() })),
    )
}

/// A session as a file of a format, by its name; `session` is the header of a trace without its version, and `observations` are
/// what the steps were taken in; `terms` are the employee's words that must not leave. A row that holds no step is left out.
///
/// # Errors
/// Where there is no such format, or a value is not a session, not a list of steps or not a list of observations.
#[wasm_bindgen]
pub fn export_session(
    format: &str,
    #[wasm_bindgen(unchecked_param_type = "Session")] session: JsValue,
    #[wasm_bindgen(unchecked_param_type = "Row[]")] steps: JsValue,
    #[wasm_bindgen(unchecked_param_type = "Observation[]")] observations: JsValue,
    terms: Vec<String>,
) -> Result<String, JsError> {
    let format = Format::of(format).ok_or_else(|| JsError::new("expected the name of a format"))?;
    let mut header: Value = value::read(session)?;
    header["version"] = crate::trace::VERSION.into();
    let header = serde_json::from_value(header)?;
    let steps = export::read_stored(value::read(steps)?).into_iter().flatten().collect();
    let observations = observations_of(value::read(observations)?).into_iter().flatten().collect();
    Ok(export::write(format, header, steps, observations, &Terms::new(terms)))
}

/// What a trace file holds; of a file that is none a phrase for the catalogues.
///
/// # Errors
/// Where it holds a number beyond those that JavaScript counts by.
#[wasm_bindgen(unchecked_return_type = "Trace")]
pub fn read_trace(text: &str) -> Result<JsValue, JsError> {
    match export::read_trace(text) {
        Ok(export::Trace { header, observations, steps, footer }) => {
            let steps: Vec<_> = steps.into_iter().map(|step| Line::Step(Box::new(step))).collect();
            value::write(&json!({ "header": header, "observations": observations, "steps": steps, "footer": footer }))
        }
        Err(error) => value::write(&json!({ "broken": error.phrase() })),
    }
}

/// Masks a word wherever it stands: `own` is what the person wrote, `steps` are rows of the store, and `observations` are as
/// stored. What is without the word or cannot be read stands as null, and `count` is how often the word stood there.
///
/// # Errors
/// Where a value is not a list, or there is no word.
#[wasm_bindgen(unchecked_return_type = "WordMasked")]
pub fn mask_word(
    word: &str,
    own: Vec<String>,
    #[wasm_bindgen(unchecked_param_type = "Row[]")] steps: JsValue,
    #[wasm_bindgen(unchecked_param_type = "Observation[]")] observations: JsValue,
) -> Result<JsValue, JsError> {
    let (steps, observations): (Vec<Value>, Vec<Value>) = (value::read(steps)?, value::read(observations)?);
    let kept = [own.join("\n"), serde_json::to_string(&steps)?, serde_json::to_string(&observations)?];
    let word = RetroactiveMask::new(word, &kept.each_ref().map(String::as_str))
        .ok_or_else(|| JsError::new("expected a word, found none"))?;
    let own = serde_json::from_value(own.into())?;
    value::write(&export::mask_word(&word, own, export::read_stored(steps), observations_of(observations)))
}

/// Observations as stored; `None` for what is none.
fn observations_of(rows: Vec<Value>) -> Vec<Option<Observation>> {
    rows.into_iter().map(|row| serde_json::from_value(row).ok()).collect()
}
