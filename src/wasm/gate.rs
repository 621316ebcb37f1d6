//! The gate in the review build: what of a page's side may be kept, and the steps that the background makes.

use super::value;
use crate::gate::{self, Document};
use crate::record;
use crate::redact::{MaskingLevel, Raw, Redacted, Redactor, Terms, key_of};
use crate::trace::{Action, Line};
use serde::Deserialize;
use wasm_bindgen::prelude::*;

/// How a session masks, and where one of its documents stands.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct From {
    key: String,
    masking_level: MaskingLevel,
    terms: Vec<String>,
    origin: String,
    tab: u32,
    frame: Vec<u32>,
    #[serde(default)]
    frame_selectors: Vec<Vec<Vec<Redacted>>>,
}

impl From {
    fn read(from: JsValue) -> Result<(Document, Redactor), JsError> {
        let Self { key, masking_level, terms, origin, tab, frame, frame_selectors } = value::read(from)?;
        let key = key_of(&key).ok_or_else(|| JsError::new("expected a key of 32 hexadecimal digits"))?;
        Ok((
            Document { origin, tab, frame, frame_selectors },
            Redactor::new(key, masking_level).with_terms(Terms::new(terms)),
        ))
    }
}

/// A step that came from a document as JSON, with its observation where one came too, both as JSON to keep: it is text in which the
/// tags of placeholders are numbered next.
///
/// # Errors
/// Why it is no step of that document; the message holds nothing of it.
#[wasm_bindgen]
pub fn admit(
    #[wasm_bindgen(unchecked_param_type = "From")] from: JsValue,
    sequence: u32,
    step: &str,
    observation: Option<String>,
) -> Result<Vec<String>, JsError> {
    let (document, mut redactor) = From::read(from)?;
    let admitted = gate::admit(&document, sequence, step, observation.as_deref(), &mut redactor)?;
    let mut texts = vec![serde_json::to_string(&Line::Step(Box::new(admitted.step)))?];
    texts.extend(admitted.observation.map(|observation| serde_json::to_string(&observation)).transpose()?);
    Ok(texts)
}

/// A step about a tab as JSON to keep; `from` as for `admit`, `kind`: `openTab`, `switchTab` or `closeTab`; `time`:
/// milliseconds since the session started.
///
/// # Errors
/// Where the kind is none of these.
#[wasm_bindgen]
pub fn tab_step(
    #[wasm_bindgen(unchecked_param_type = "From")] from: JsValue,
    kind: &str,
    time: u32,
) -> Result<String, JsError> {
    let (document, mut redactor) = From::read(from)?;
    let action = match kind {
        "openTab" => Action::OpenTab,
        "switchTab" => Action::SwitchTab,
        "closeTab" => Action::CloseTab,
        _ => return Err(JsError::new("expected openTab, switchTab or closeTab")),
    };
    let origin = Raw::new(document.origin + "/");
    let step = record::tab_step(action, document.tab, &origin, time.into(), &mut redactor);
    Ok(serde_json::to_string(&Line::Step(Box::new(step)))?)
}
