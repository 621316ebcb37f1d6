//! The settings of a recorder: an object of JavaScript, read field by field.

use crate::dom::{Options, PlaceTaker, StepTaker};
use crate::policy::Paths;
use crate::record::DocumentPosition;
use crate::redact::{MaskingLevel, SiteStrings, Terms, key_of};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// `OvertRecorderSettings` of `globals.d.ts`, which says what stands in each field.
    #[wasm_bindgen(typescript_type = "OvertRecorderSettings")]
    pub type Settings;
    #[wasm_bindgen(method, getter)]
    fn key(this: &Settings) -> String;
    #[wasm_bindgen(method, getter, js_name = maskingLevel)]
    fn masking_level(this: &Settings) -> String;
    #[wasm_bindgen(method, getter)]
    fn terms(this: &Settings) -> Vec<String>;
    #[wasm_bindgen(method, getter)]
    fn strings(this: &Settings) -> String;
    #[wasm_bindgen(method, getter)]
    fn clock(this: &Settings) -> f64;
    #[wasm_bindgen(method, getter)]
    fn paused(this: &Settings) -> bool;
    #[wasm_bindgen(method, getter)]
    fn tab(this: &Settings) -> u32;
    #[wasm_bindgen(method, getter)]
    fn frame(this: &Settings) -> Vec<u32>;
    #[wasm_bindgen(method, getter)]
    fn paths(this: &Settings) -> SettingsPaths;
    #[wasm_bindgen(method, getter, js_name = onStep)]
    fn on_step(this: &Settings) -> StepTaker;
    #[wasm_bindgen(method, getter, js_name = onPlaced)]
    fn on_placed(this: &Settings) -> PlaceTaker;

    /// `Paths` of `protocol.d.ts`.
    type SettingsPaths;
    #[wasm_bindgen(method, getter)]
    fn allowed(this: &SettingsPaths) -> Vec<String>;
    #[wasm_bindgen(method, getter)]
    fn denied(this: &SettingsPaths) -> Vec<String>;
}

impl TryFrom<Settings> for Options {
    type Error = JsValue;

    /// Fails where the key is none. A word that is no masking level is the strictest.
    fn try_from(settings: Settings) -> Result<Self, JsValue> {
        let paths = settings.paths();
        Ok(Self {
            key: key_of(&settings.key()).ok_or_else(|| JsValue::from_str("expected a key of 32 hexadecimal digits"))?,
            masking_level: MaskingLevel::of_word(&settings.masking_level()),
            terms: Terms::new(settings.terms()),
            strings: SiteStrings::new(settings.strings()),
            clock: settings.clock(),
            paused: settings.paused(),
            position: DocumentPosition { tab: settings.tab(), frame: settings.frame() },
            paths: Paths { allowed: paths.allowed(), denied: paths.denied() },
            on_step: settings.on_step(),
            on_placed: settings.on_placed(),
        })
    }
}
