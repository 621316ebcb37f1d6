//! The review build: for the extension's own pages and its background.

use crate::export;
use crate::policy;
use crate::redact::{Redacted, Terms, Word, own_words};
use crate::trace::{Header, Observation, Step};
use wasm_bindgen::prelude::*;

/// Makes a panic readable in the console. It holds no page text: the review build sees redacted text only.
#[wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}

/// The match pattern of a page's site.
///
/// # Errors
/// The reason why the page cannot be recorded, in words for the person.
#[wasm_bindgen]
pub fn site_of(url: &str) -> Result<String, JsError> {
    Ok(policy::site_of(url)?)
}

/// A stored step as a phrase for the catalogues, JSON `{key, args}`; an argument is a text or a phrase.
///
/// # Errors
/// Where the text is not a step.
#[wasm_bindgen]
pub fn phrase(step: &str) -> Result<String, JsError> {
    Ok(serde_json::to_string(&export::phrase(&step_of(step)?))?)
}

/// Words of the employee (a goal, a note) as they may be stored: masked by the detectors and by their terms.
#[wasm_bindgen]
pub fn masked_words(text: &str, terms: Option<Vec<String>>) -> String {
    own_words(text, &Terms::new(terms.unwrap_or_default())).as_str().to_owned()
}

/// Where a word stands in the exact text of an export, in any case and with or without accents: three numbers for each
/// place, its line counted from 0, and its start and end in the line in UTF-16 code units.
#[wasm_bindgen]
pub fn search(text: &str, word: &str) -> Vec<u32> {
    let number = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
    export::search(text, word).into_iter().flat_map(|(line, at)| [line, at.start, at.end].map(number)).collect()
}

/// A session as a trace file, JSON Lines; `observations` are what the steps were taken in, `terms` the employee's words that
/// must not leave.
///
/// # Errors
/// Where a text is not a session, not a list of steps or not a list of observations.
#[wasm_bindgen]
pub fn export_trace(
    session: &str,
    steps: &str,
    observations: &str,
    terms: Option<Vec<String>>,
) -> Result<String, JsError> {
    let terms = Terms::new(terms.unwrap_or_default());
    let (header, steps) = stored(session, steps, &terms)?;
    let observations: Vec<Observation> = serde_json::from_str(observations)?;
    Ok(export::write_trace(header, steps, export::observed_without_terms(observations, &terms)))
}

/// A session as a UserFlow, JSON; `terms` as for a trace.
///
/// # Errors
/// Where a text is not a session or not a list of steps.
#[wasm_bindgen]
pub fn export_user_flow(session: &str, steps: &str, terms: Option<Vec<String>>) -> Result<String, JsError> {
    let (header, steps) = stored(session, steps, &Terms::new(terms.unwrap_or_default()))?;
    Ok(export::user_flow(header, steps))
}

/// A session as a test of Playwright, JavaScript; `terms` as for a trace.
///
/// # Errors
/// Where a text is not a session or not a list of steps.
#[wasm_bindgen]
pub fn export_playwright(session: &str, steps: &str, terms: Option<Vec<String>>) -> Result<String, JsError> {
    let (header, steps) = stored(session, steps, &Terms::new(terms.unwrap_or_default()))?;
    Ok(export::playwright(header, steps))
}

/// A trace file as JSON, `{header, observations, steps, footer}`; of a file that is none `{broken}`, a phrase for the
/// catalogues.
#[wasm_bindgen]
#[must_use]
pub fn read_trace(text: &str) -> String {
    match export::read_trace(text) {
        Ok(export::Trace { header, observations, steps, footer }) => {
            serde_json::json!({ "header": header, "observations": observations, "steps": steps, "footer": footer })
                .to_string()
        }
        Err(broken) => serde_json::json!({ "broken": broken.phrase() }).to_string(),
    }
}

/// Masks a word wherever it stands: `own` is what the person wrote, a list of texts; `steps` and `observations` are as
/// stored. JSON `{own, steps, observations, count}`; a step or observation without the word stands as null, and `count`
/// is how often it stood there.
///
/// # Errors
/// Where a text is not a list of texts, of steps or of observations, or there is no word.
#[wasm_bindgen]
pub fn mask_word(word: &str, own: &str, steps: &str, observations: &str) -> Result<String, JsError> {
    let word =
        Word::new(word, &[own, steps, observations]).ok_or_else(|| JsError::new("expected a word, found none"))?;
    let mut own: Vec<Redacted> = serde_json::from_str(own)?;
    let mut count = own.iter_mut().map(|text| word.mask(text)).sum::<u32>();
    let mut steps = steps_of(steps)?;
    let mut observations: Vec<Observation> = serde_json::from_str(observations)?;
    let mut changed = |found: export::Found| {
        count += found.count;
        found.any
    };
    let steps: Vec<_> = steps.iter_mut().map(|one| changed(export::mask_step(&word, one)).then_some(one)).collect();
    let observations: Vec<_> =
        observations.iter_mut().map(|one| changed(export::mask_observation(&word, one)).then_some(one)).collect();
    Ok(serde_json::json!({ "own": own, "steps": steps, "observations": observations, "count": count }).to_string())
}

fn step_of(text: &str) -> Result<Step, JsError> {
    let mut value: serde_json::Value = serde_json::from_str(text)?;
    without_kind(&mut value);
    Ok(serde_json::from_value(value)?)
}

fn stored(session: &str, steps: &str, terms: &Terms) -> Result<(Header, Vec<Step>), JsError> {
    let mut header: serde_json::Value = serde_json::from_str(session)?;
    header["version"] = crate::trace::VERSION.into();
    Ok(export::without_terms(serde_json::from_value(header)?, steps_of(steps)?, terms))
}

fn steps_of(text: &str) -> Result<Vec<Step>, JsError> {
    let mut steps: Vec<serde_json::Value> = serde_json::from_str(text)?;
    steps.iter_mut().for_each(without_kind);
    Ok(steps.into_iter().map(serde_json::from_value).collect::<Result<_, _>>()?)
}

/// A stored step is a line of a trace; the type of a step alone has no kind.
fn without_kind(value: &mut serde_json::Value) {
    if let Some(object) = value.as_object_mut() {
        object.remove("kind");
    }
}
