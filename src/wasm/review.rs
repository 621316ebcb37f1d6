//! The review build: for the extension's own pages and its background.

use crate::digest;
use crate::export;
use crate::format::Format;
use crate::redact::{Terms, Word, own_words};
use crate::trace::{Line, Observation};
use serde_json::json;
use wasm_bindgen::prelude::*;

/// Makes a panic readable in the console. It holds no page text: the review build sees redacted text only.
#[wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}

/// A stored step as a phrase for the catalogues, JSON `{key, args}`; an argument is a text or a phrase.
///
/// # Errors
/// Where the text is not a step.
#[wasm_bindgen]
pub fn phrase(step: &str) -> Result<String, JsError> {
    match serde_json::from_str(step)? {
        Line::Step(step) => Ok(serde_json::to_string(&export::phrase(&step))?),
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

/// Which rows of the store hold no step, by their places in the JSON list of `{step, marks?}`.
///
/// # Errors
/// Where the text is not a list.
#[wasm_bindgen]
pub fn unreadable(rows: &str) -> Result<Vec<u32>, JsError> {
    let rows = export::read_stored(rows)?;
    Ok((0..).zip(&rows).filter(|(_, step)| step.is_none()).map(|(place, _)| place).collect())
}

/// Every format of the export, JSON: a list of `{name, ending, type}`, the end of a file's name and its media type.
///
/// # Errors
/// None: the list is always JSON.
#[wasm_bindgen]
pub fn formats() -> Result<String, JsError> {
    let all = Format::ALL.map(|one| json!({ "name": one.word(), "ending": one.ending(), "type": one.media_type() }));
    Ok(serde_json::to_string(&all)?)
}

/// A session as a file of a format, by its name; `steps` are rows of the store, `{step, marks?}`, and `observations` are what they
/// were taken in; `terms` are the employee's words that must not leave. A row that holds no step is left out.
///
/// # Errors
/// Where there is no such format, or a text is not a session, not a list of steps or not a list of observations.
#[wasm_bindgen]
pub fn export_session(
    format: &str,
    session: &str,
    steps: &str,
    observations: &str,
    terms: Vec<String>,
) -> Result<String, JsError> {
    let format = Format::of(format).ok_or_else(|| JsError::new("expected the name of a format"))?;
    let mut header: serde_json::Value = serde_json::from_str(session)?;
    header["version"] = crate::trace::VERSION.into();
    let header = serde_json::from_value(header)?;
    let steps = export::read_stored(steps)?.into_iter().flatten().collect();
    let observations = observations_of(observations)?.into_iter().flatten().collect();
    Ok(export::write(format, header, steps, observations, &Terms::new(terms)))
}

/// A trace file as JSON, `{header, observations, steps, footer}`; of a file that is none `{broken}`, a phrase for the
/// catalogues.
#[wasm_bindgen]
#[must_use]
pub fn read_trace(text: &str) -> String {
    match export::read_trace(text) {
        Ok(export::Trace { header, observations, steps, footer }) => {
            let steps: Vec<_> = steps.into_iter().map(Line::Step).collect();
            json!({ "header": header, "observations": observations, "steps": steps, "footer": footer }).to_string()
        }
        Err(broken) => json!({ "broken": broken.phrase() }).to_string(),
    }
}

/// Masks a word wherever it stands: `own` is what the person wrote, a list of texts; `steps` are rows of the store, and
/// `observations` are as stored. JSON `{own, steps, observations, count}`; what is without the word or cannot be read
/// stands as null, and `count` is how often the word stood there.
///
/// # Errors
/// Where a text is not a list, or there is no word.
#[wasm_bindgen]
pub fn mask_word(word: &str, own: &str, steps: &str, observations: &str) -> Result<String, JsError> {
    let word =
        Word::new(word, &[own, steps, observations]).ok_or_else(|| JsError::new("expected a word, found none"))?;
    let own = serde_json::from_str(own)?;
    let masked = export::mask_word(&word, own, export::read_stored(steps)?, observations_of(observations)?);
    Ok(serde_json::to_string(&masked)?)
}

/// Observations as stored; `None` for what is none.
fn observations_of(text: &str) -> Result<Vec<Option<Observation>>, JsError> {
    let rows: Vec<serde_json::Value> = serde_json::from_str(text)?;
    Ok(rows.into_iter().map(|row| serde_json::from_value(row).ok()).collect())
}
