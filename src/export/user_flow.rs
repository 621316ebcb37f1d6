//! The trace as a UserFlow of Puppeteer Replay and Chrome DevTools Recorder.

use super::in_order;
use crate::trace::{Action, FieldKind, Flag, Header, Modifier, Step, Target, Via};
use serde_json::{Value, json};

/// The flow as indented JSON. Steps that the page made by itself, and those that follow from another step
/// (a submit, a navigation after a click), are kept as `customStep`, which replay passes over.
#[must_use]
pub fn user_flow(header: Header, steps: Vec<Step>) -> String {
    let (header, steps) = in_order(header, steps);
    let size = header.environment.viewport;
    let title = if header.goal.as_str().is_empty() { "Recorded with Overt" } else { header.goal.as_str() };
    let mut out = vec![view(size.width, size.height)];
    let mut acted = false;
    for step in &steps {
        match &step.action {
            Action::Navigate { via } => navigate(step, *via, acted, &mut out),
            _ => replayed(step, &mut out),
        }
        acted = match step.action {
            Action::Navigate { via: Via::Load | Via::Reload | Via::BackForward } => false,
            Action::Scroll { .. } => acted,
            _ => true,
        };
    }
    let flow = json!({ "title": title, "steps": out });
    serde_json::to_string_pretty(&flow).expect("a flow has string keys only")
}

fn view(width: u32, height: u32) -> Value {
    json!({
        "type": "setViewport", "width": width, "height": height,
        "deviceScaleFactor": 1, "isMobile": false, "hasTouch": false, "isLandscape": false,
    })
}

/// A new document that no step before it explains is gone to; any other navigation is what a step led to.
fn navigate(step: &Step, via: Via, acted: bool, out: &mut Vec<Value>) {
    let url = step.url.as_str();
    let new_document = matches!(via, Via::Load | Via::Reload | Via::BackForward);
    if !new_document || !step.frame.is_empty() {
        return out.push(custom(step));
    }
    let event = json!({ "type": "navigation", "url": url });
    if !acted {
        return out.push(json!({ "type": "navigate", "url": url, "assertedEvents": [event] }));
    }
    out.push(custom(step));
}

fn replayed(step: &Step, out: &mut Vec<Value>) {
    if step.flags.contains(&Flag::PageInitiated) {
        return out.push(custom(step));
    }
    match (&step.action, &step.target) {
        (Action::Click { button, offset_x, offset_y }, Some(target)) => {
            let more = json!({ "type": "click", "button": button, "offsetX": offset_x, "offsetY": offset_y });
            out.push(at(step, target, more));
        }
        (Action::DoubleClick { button, offset_x, offset_y }, Some(target)) => {
            let more = json!({ "type": "doubleClick", "button": button, "offsetX": offset_x, "offsetY": offset_y });
            out.push(at(step, target, more));
        }
        (Action::Change { field: FieldKind::Check | FieldKind::Radio, .. }, Some(target)) => {
            let [_, _, width, height] = target.bounds;
            out.push(at(step, target, json!({ "type": "click", "offsetX": width / 2, "offsetY": height / 2 })));
        }
        (Action::Change { field: FieldKind::File, .. }, _) => out.push(custom(step)),
        (Action::Change { value, .. }, Some(target)) => {
            out.push(at(step, target, json!({ "type": "change", "value": value })));
        }
        (Action::KeyDown { key, modifiers }, _) => press(step, key, modifiers, out),
        (Action::Scroll { x, y }, Some(target)) => {
            out.push(at(step, target, json!({ "type": "scroll", "x": x, "y": y })))
        }
        (Action::Hover, Some(target)) => out.push(at(step, target, json!({ "type": "hover" }))),
        (Action::SetViewport { width, height }, _) => out.push(view(*width, *height)),
        (Action::Scroll { x, y }, None) => out.push(placed(step, json!({ "type": "scroll", "x": x, "y": y }))),
        _ => out.push(custom(step)),
    }
}

/// Keys go to whatever has the focus; those that were held go down before and up after.
fn press(step: &Step, key: &str, modifiers: &[Modifier], out: &mut Vec<Value>) {
    let held: Vec<String> = modifiers.iter().map(|held| format!("{held:?}")).collect();
    let way = |kind: &str, key: &str| placed(step, json!({ "type": kind, "key": key }));
    out.extend(held.iter().map(|held| way("keyDown", held)));
    out.push(way("keyDown", key));
    out.push(way("keyUp", key));
    out.extend(held.iter().rev().map(|held| way("keyUp", held)));
}

fn at(step: &Step, target: &Target, mut body: Value) -> Value {
    body["selectors"] = json!(target.selectors);
    placed(step, body)
}

fn placed(step: &Step, mut body: Value) -> Value {
    body["target"] = json!("main");
    if !step.frame.is_empty() {
        body["frame"] = json!(step.frame);
    }
    body
}

/// A step that replay passes over and that keeps what was recorded.
fn custom(step: &Step) -> Value {
    json!({ "type": "customStep", "name": "overt", "parameters": { "step": step } })
}
