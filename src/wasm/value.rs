//! Values of JavaScript as the core's types, and back.

use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
import type { Decision, ExportFormat, MaskingLevel, Message, PolicyView } from "../protocol";
import type { Footer, Header, Observation as ObservationLine, Step } from "../trace";
type Observation = Omit<ObservationLine, "kind">;
type Row = { step: Step; marks?: string[] };
type Session = Record<string, unknown>;
type Trace =
  | { header: Omit<Header, "kind">; observations: Observation[]; steps: Step[]; footer: Omit<Footer, "kind"> }
  | { broken: Message };
type WordMasked = { own: string[]; steps: (Step | null)[]; observations: (Observation | null)[]; count: number };
type From = { key: string; maskingLevel: MaskingLevel; terms: string[]; origin: string; tab: number; frame: number[]; frameSelectors?: string[][][] };
"#;

/// # Errors
/// Where the value is not of the type.
pub fn read<T: DeserializeOwned>(value: JsValue) -> Result<T, JsError> {
    Ok(serde_wasm_bindgen::from_value(value)?)
}

/// Plain objects and lists, as `JSON.parse` makes them.
///
/// # Errors
/// Where a number is beyond those that JavaScript counts by.
pub fn write(value: &(impl Serialize + ?Sized)) -> Result<JsValue, JsError> {
    Ok(value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}
