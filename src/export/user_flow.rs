//! The trace as a UserFlow of Puppeteer Replay and Chrome DevTools Recorder.

use super::in_order;
use super::json::indented;
use super::replay_action::{ReplayAction, replay_actions};
use crate::trace::{Header, Modifier, Step, Target};
use serde_json::{Value, json};

/// The flow as indented JSON. Steps that the page made by itself, and those that follow from another step
/// (a submit, a navigation after a click), are kept as `customStep`, which replay passes over.
#[must_use]
pub fn user_flow(header: Header, steps: Vec<Step>) -> String {
    let (header, steps) = in_order(header, steps);
    let size = header.environment.viewport;
    let mut out = vec![view(size.width, size.height)];
    for (step, action) in replay_actions(&steps) {
        write(step, &action, &mut out);
    }
    let flow = json!({ "title": header.title(), "steps": out });
    indented(&flow)
}

fn write(step: &Step, action: &ReplayAction, out: &mut Vec<Value>) {
    let one = match *action {
        ReplayAction::View { width, height } => view(width, height),
        ReplayAction::Open => {
            let url = step.url.as_str();
            json!({ "type": "navigate", "url": url, "assertedEvents": [{ "type": "navigation", "url": url }] })
        }
        ReplayAction::Click { target, button, twice, x, y, held } => {
            let kind = if twice { "doubleClick" } else { "click" };
            let click = at(step, target, json!({ "type": kind, "button": button, "offsetX": x, "offsetY": y }));
            return holding(step, held, vec![click], out);
        }
        ReplayAction::Check { target, .. } => {
            let [_, _, width, height] = target.bounds;
            at(step, target, json!({ "type": "click", "offsetX": width / 2, "offsetY": height / 2 }))
        }
        ReplayAction::Change { target, value, .. } => at(step, target, json!({ "type": "change", "value": value })),
        ReplayAction::Press { key, held, count } => {
            let mut pressed: Vec<Value> = (0..count).map(|_| way(step, "keyDown", key)).collect();
            pressed.push(way(step, "keyUp", key));
            return holding(step, held, pressed, out);
        }
        ReplayAction::Type { value } => {
            let signs = value.chars().map(String::from);
            return out.extend(signs.flat_map(|sign| ["keyDown", "keyUp"].map(|kind| way(step, kind, &sign))));
        }
        ReplayAction::Scroll { target: Some(target), x, y } => {
            at(step, target, json!({ "type": "scroll", "x": x, "y": y }))
        }
        ReplayAction::Scroll { target: None, x, y } => placed(step, json!({ "type": "scroll", "x": x, "y": y })),
        ReplayAction::Hover { target } => at(step, target, json!({ "type": "hover" })),
        ReplayAction::CloseTab => placed(step, json!({ "type": "close" })),
        // The format has no dragging and no files, and finds tabs by their addresses.
        ReplayAction::Drag { .. }
        | ReplayAction::Files { .. }
        | ReplayAction::OpenTab
        | ReplayAction::SwitchTab
        | ReplayAction::Arrive
        | ReplayAction::Nothing => custom(step),
    };
    out.push(one);
}

fn view(width: u32, height: u32) -> Value {
    json!({
        "type": "setViewport", "width": width, "height": height,
        "deviceScaleFactor": 1, "isMobile": false, "hasTouch": false, "isLandscape": false,
    })
}

/// Keys that were held go down before and up after.
fn holding(step: &Step, modifiers: &[Modifier], done: Vec<Value>, out: &mut Vec<Value>) {
    let held: Vec<String> = modifiers.iter().map(|held| format!("{held:?}")).collect();
    out.extend(held.iter().map(|held| way(step, "keyDown", held)));
    out.extend(done);
    out.extend(held.iter().rev().map(|held| way(step, "keyUp", held)));
}

/// Keys go to whatever has the focus.
fn way(step: &Step, kind: &str, key: &str) -> Value {
    placed(step, json!({ "type": kind, "key": key }))
}

fn at(step: &Step, target: &Target, mut body: Value) -> Value {
    // All of them held a word that the person masked.
    if target.selectors.is_empty() {
        return custom(step);
    }
    body["selectors"] = json!(target.selectors);
    placed(step, body)
}

fn placed(step: &Step, mut body: Value) -> Value {
    body["target"] = json!(if step.tab == 0 { "main" } else { step.url.as_str() });
    if !step.frame.is_empty() {
        body["frame"] = json!(step.frame);
    }
    body
}

/// A step that replay passes over and that keeps what was recorded.
fn custom(step: &Step) -> Value {
    json!({ "type": "customStep", "name": "overt", "parameters": { "step": step } })
}
