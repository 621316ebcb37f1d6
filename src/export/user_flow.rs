//! The trace as a UserFlow of Puppeteer Replay and Chrome DevTools Recorder.

use super::in_order;
use super::json::indented;
use super::replay_action::{ReplayAction, is_area, replay_actions};
use crate::trace::{Action, Header, Modifier, Step, Target};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The flow as indented JSON. Steps that the page made by itself, and those that follow from another step
/// (a submit, a navigation after a click), are kept as `customStep`, which replay passes over.
#[must_use]
pub fn user_flow(header: Header, steps: Vec<Step>) -> String {
    let (header, steps) = in_order(header, steps);
    let size = header.environment.viewport;
    let mut out = vec![view(size.width, size.height)];
    let mut pages = BTreeMap::new();
    for (step, action) in replay_actions(&steps) {
        let of_tab = matches!(step.action, Action::OpenTab | Action::SwitchTab | Action::CloseTab);
        if step.frame.is_empty() && !of_tab {
            pages.insert(step.tab, step.url.as_str());
        }
        let page = if step.tab == 0 { "main" } else { pages.get(&step.tab).copied().unwrap_or(step.url.as_str()) };
        write(&Placed { step, page }, &action, &mut out);
    }
    let flow = json!({ "title": header.title(), "steps": out });
    indented(&flow)
}

/// A step and its page, as the format tells it: by its address where it is not the first tab's.
struct Placed<'a> {
    step: &'a Step,
    page: &'a str,
}

fn write(place: &Placed, action: &ReplayAction, out: &mut Vec<Value>) {
    let step = place.step;
    let one = match *action {
        ReplayAction::View { width, height } => view(width, height),
        ReplayAction::Open => {
            let url = step.url.as_str();
            json!({ "type": "navigate", "url": url, "assertedEvents": [{ "type": "navigation", "url": url }] })
        }
        // It has no box that could be pressed.
        ReplayAction::Click { target, .. } if is_area(target) => custom(step),
        ReplayAction::Click { target, button, twice, x, y, held } => {
            let kind = if twice { "doubleClick" } else { "click" };
            let click = at(place, target, json!({ "type": kind, "button": button, "offsetX": x, "offsetY": y }));
            return holding(place, held, vec![click], out);
        }
        ReplayAction::Check { target, .. } => {
            let [_, _, width, height] = target.bounds;
            at(place, target, json!({ "type": "click", "offsetX": width / 2, "offsetY": height / 2 }))
        }
        ReplayAction::Change { target, value, .. } => at(place, target, json!({ "type": "change", "value": value })),
        ReplayAction::Press { key, held, count } => {
            let mut pressed: Vec<Value> = (0..count).map(|_| way(place, "keyDown", key)).collect();
            pressed.push(way(place, "keyUp", key));
            return holding(place, held, pressed, out);
        }
        ReplayAction::Type { value } => {
            let signs = value.chars().map(String::from);
            return out.extend(signs.flat_map(|sign| ["keyDown", "keyUp"].map(|kind| way(place, kind, &sign))));
        }
        ReplayAction::Scroll { target: Some(target), x, y } => {
            at(place, target, json!({ "type": "scroll", "x": x, "y": y }))
        }
        ReplayAction::Scroll { target: None, x, y } => in_page(place, json!({ "type": "scroll", "x": x, "y": y })),
        ReplayAction::Hover { target } => at(place, target, json!({ "type": "hover" })),
        ReplayAction::CloseTab => in_page(place, json!({ "type": "close" })),
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
fn holding(place: &Placed, modifiers: &[Modifier], done: Vec<Value>, out: &mut Vec<Value>) {
    let held: Vec<String> = modifiers.iter().map(|held| format!("{held:?}")).collect();
    out.extend(held.iter().map(|held| way(place, "keyDown", held)));
    out.extend(done);
    out.extend(held.iter().rev().map(|held| way(place, "keyUp", held)));
}

/// Keys go to whatever has the focus.
fn way(place: &Placed, kind: &str, key: &str) -> Value {
    in_page(place, json!({ "type": kind, "key": key }))
}

fn at(place: &Placed, target: &Target, mut body: Value) -> Value {
    // All of them held a word that the person masked.
    if target.selectors.is_empty() {
        return custom(place.step);
    }
    body["selectors"] = json!(target.selectors);
    in_page(place, body)
}

fn in_page(place: &Placed, mut body: Value) -> Value {
    body["target"] = json!(place.page);
    if !place.step.frame.is_empty() {
        body["frame"] = json!(place.step.frame);
    }
    body
}

/// A step that replay passes over and that keeps what was recorded.
fn custom(step: &Step) -> Value {
    json!({ "type": "customStep", "name": "overt", "parameters": { "step": step } })
}
