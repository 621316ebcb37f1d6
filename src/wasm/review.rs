//! The review build: for the extension's own pages and its background.

use crate::export;
use crate::redact::{Terms, Word, own_words};
use crate::trace::{Header, Line, Observation, Step};
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

/// A session as a trace file, JSON Lines; `steps` are rows of the store, `{step, marks?}`, and `observations` are what they were taken in;
/// `terms` are the employee's words that must not leave. A row that holds no step is left out.
///
/// # Errors
/// Where a text is not a session, not a list of steps or not a list of observations.
#[wasm_bindgen]
pub fn export_trace(session: &str, steps: &str, observations: &str, terms: Vec<String>) -> Result<String, JsError> {
    let terms = Terms::new(terms);
    let (header, steps) = stored(session, steps, &terms)?;
    let observations = observations_of(observations)?.into_iter().flatten().collect();
    Ok(export::write_trace(header, steps, export::observed_without_terms(observations, &terms)))
}

/// A session as a UserFlow, JSON; `terms` as for a trace.
///
/// # Errors
/// Where a text is not a session or not a list of steps.
#[wasm_bindgen]
pub fn export_user_flow(session: &str, steps: &str, terms: Vec<String>) -> Result<String, JsError> {
    let (header, steps) = stored(session, steps, &Terms::new(terms))?;
    Ok(export::user_flow(header, steps))
}

/// A session as a test of Playwright, JavaScript; `terms` as for a trace.
///
/// # Errors
/// Where a text is not a session or not a list of steps.
#[wasm_bindgen]
pub fn export_playwright(session: &str, steps: &str, terms: Vec<String>) -> Result<String, JsError> {
    let (header, steps) = stored(session, steps, &Terms::new(terms))?;
    Ok(export::playwright(header, steps))
}

/// A trace file as JSON, `{header, observations, steps, footer}`; of a file that is none `{broken}`, a phrase for the
/// catalogues.
#[wasm_bindgen]
#[must_use]
pub fn read_trace(text: &str) -> String {
    match export::read_trace(text) {
        Ok(export::Trace { header, observations, steps, footer }) => {
            let steps: Vec<_> = steps.into_iter().map(Line::Step).collect();
            serde_json::json!({ "header": header, "observations": observations, "steps": steps, "footer": footer })
                .to_string()
        }
        Err(broken) => serde_json::json!({ "broken": broken.phrase() }).to_string(),
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

fn stored(session: &str, steps: &str, terms: &Terms) -> Result<(Header, Vec<Step>), JsError> {
    let mut header: serde_json::Value = serde_json::from_str(session)?;
    header["version"] = crate::trace::VERSION.into();
    let steps = export::read_stored(steps)?.into_iter().flatten().collect();
    Ok(export::without_terms(serde_json::from_value(header)?, steps, terms))
}

/// Observations as stored; `None` for what is none.
fn observations_of(text: &str) -> Result<Vec<Option<Observation>>, JsError> {
    let rows: Vec<serde_json::Value> = serde_json::from_str(text)?;
    Ok(rows.into_iter().map(|row| serde_json::from_value(row).ok()).collect())
}
