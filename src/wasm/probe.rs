//! The probe build: what the core says of one element or text, for benchmarks and their peers; never shipped.

use crate::dom::{PageElement, Reading};
use crate::element::Element;
use crate::locate;
use crate::observe;
use crate::redact::{MaskingLevel, Redactor, spans};
use crate::role;
use wasm_bindgen::prelude::*;

/// The element's role and accessible name, unmasked: `[role, name]`.
#[wasm_bindgen(js_name = roleAndName)]
pub fn role_and_name(element: Option<web_sys::Element>) -> Vec<String> {
    let _moment = Reading;
    PageElement::from_js(element)
        .map(|element| vec![role::role(&element).to_owned(), role::accessible_name(&element).expose().to_owned()])
        .unwrap_or_default()
}

/// The element's selectors as the recorder takes them, the best first: a list of lists of strings.
#[wasm_bindgen]
pub fn selectors(element: Option<web_sys::Element>) -> js_sys::Array {
    let _moment = Reading;
    let found = PageElement::from_js(element)
        .map(|element| locate::selectors(&element, false, &mut Redactor::new([0; 16], MaskingLevel::Values)))
        .unwrap_or_default();
    let strings = |selector: Vec<_>| -> js_sys::Array {
        selector.iter().map(|part: &crate::redact::Redacted| JsValue::from(part.as_str())).collect()
    };
    found.into_iter().map(strings).collect()
}

/// What an observation of the element's document says, as the recorder takes it.
#[wasm_bindgen]
pub fn observation(element: Option<web_sys::Element>) -> Option<String> {
    let _moment = Reading;
    let element = PageElement::from_js(element)?;
    let observation = observe::observe(&element.body()?, &element, &mut Redactor::new([0; 16], MaskingLevel::Values));
    Some(observation.text.as_str().to_owned())
}

/// How many private stretches the detectors find in a text.
#[wasm_bindgen(js_name = privateIn)]
pub fn private_in(text: &str) -> usize {
    spans(text).len()
}
