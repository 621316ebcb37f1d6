//! A step in one plain sentence: "Clicked button ‘Approve’ on erp.example.com".

use crate::trace::{Action, Button, FieldKind, Step, Target, Via};

/// The step in words, with the host it was done on.
#[must_use]
pub fn sentence(step: &Step) -> String {
    let what = match &step.action {
        Action::Click { button: Button::Primary, .. } => format!("Clicked {}", named(step)),
        Action::Click { button: Button::Secondary, .. } => format!("Right-clicked {}", named(step)),
        Action::Click { .. } => format!("Clicked {} with another button", named(step)),
        Action::DoubleClick { .. } => format!("Double-clicked {}", named(step)),
        Action::Change { field, value, checked } => changed(step, *field, value.as_str(), *checked),
        Action::KeyDown { key, modifiers } => {
            let held: String = modifiers.iter().map(|held| format!("{held:?}+")).collect();
            format!("Pressed {held}{key} in {}", named(step))
        }
        Action::Submit => format!("Submitted {}", named(step)),
        Action::Navigate { via } => match via {
            Via::Load => "Opened".to_owned(),
            Via::Reload => "Reloaded".to_owned(),
            Via::BackForward => "Went back or forward to".to_owned(),
            Via::History | Via::Hash => "Moved to".to_owned(),
        },
        Action::Scroll { y, .. } if step.target.is_some() => format!("Scrolled {} to {y} px", named(step)),
        Action::Scroll { y, .. } => format!("Scrolled the page to {y} px"),
        Action::Hover => format!("Pointed at {}", named(step)),
        Action::DragAndDrop { to, .. } => format!("Dragged {} onto {}", named(step), target_name(to)),
        Action::Copy => format!("Copied from {}", named(step)),
        Action::Cut => format!("Cut from {}", named(step)),
        Action::Paste => format!("Pasted into {}", named(step)),
        Action::Download { extension } if extension.as_str().is_empty() => format!("Downloaded by {}", named(step)),
        Action::Download { extension } => format!("Downloaded a .{extension} file by {}", named(step)),
        Action::Frame => "Worked in a frame that is not recorded,".to_owned(),
        Action::SetViewport { width, height } => format!("Made the window {width} × {height} px"),
        Action::OpenTab => format!("Opened tab {}", step.tab + 1),
        Action::SwitchTab => format!("Went to tab {}", step.tab + 1),
        Action::CloseTab => return format!("Closed tab {}", step.tab + 1),
        Action::Gap => "Answered a dialog of the browser, or printed,".to_owned(),
        Action::Unknown { event } => format!("Did something unknown ({event}) to {}", named(step)),
    };
    match &step.action {
        Action::Navigate { .. } => format!("{what} {}", step.url),
        _ => format!("{what} on {}", host(step.url.as_str())),
    }
}

fn changed(step: &Step, field: FieldKind, value: &str, checked: Option<bool>) -> String {
    match (field, checked) {
        (FieldKind::Check, Some(false)) => format!("Unchecked {}", named(step)),
        (FieldKind::Check, _) => format!("Checked {}", named(step)),
        (FieldKind::Radio, _) => format!("Chose {}", named(step)),
        (FieldKind::Select, _) => format!("Chose ‘{}’ in {}", value.replace('\n', "’, ‘"), named(step)),
        (FieldKind::File, _) => format!("Chose {value} in {}", named(step)),
        (FieldKind::Range | FieldKind::Color | FieldKind::Date | FieldKind::Time, _) => {
            format!("Set {} to ‘{value}’", named(step))
        }
        (FieldKind::Text | FieldKind::Editor, _) if value.is_empty() => format!("Cleared {}", named(step)),
        (FieldKind::Text | FieldKind::Editor, _) => format!("Typed ‘{value}’ into {}", named(step)),
    }
}

fn named(step: &Step) -> String {
    step.target.as_ref().map_or_else(|| "the page".to_owned(), target_name)
}

fn target_name(Target { role, tag, name, .. }: &Target) -> String {
    let sort = if role == "generic" { tag } else { role };
    if name.as_str().is_empty() { sort.clone() } else { format!("{sort} ‘{name}’") }
}

fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split('/').next().unwrap_or(rest)
}
