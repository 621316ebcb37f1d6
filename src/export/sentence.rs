//! A step in one plain sentence: as a phrase that any language can fill, and filled in English.

use crate::trace::{Action, Button, Container, Context, FieldKind, Modifier, Step, Target, Via};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A sentence in no language yet: the key of a message in a catalogue, and what stands for its `$1`, `$2` …
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Phrase {
    /// As in `extension/_locales/*/messages.json`.
    pub key: String,
    /// In the order of the message's numbers.
    pub args: Vec<Arg>,
}

/// What stands in a phrase: text as it is, or a phrase again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Arg {
    /// Text of the page, redacted, or a number.
    Text(String),
    /// Words of ours.
    Words(Phrase),
}

/// The roles that a catalogue has a word for; the name of any other stands for itself.
const ROLES: &[&str] = &[
    "alert",
    "alertdialog",
    "application",
    "article",
    "button",
    "cell",
    "checkbox",
    "columnheader",
    "combobox",
    "dialog",
    "document",
    "figure",
    "form",
    "generic",
    "grid",
    "gridcell",
    "group",
    "heading",
    "img",
    "link",
    "list",
    "listbox",
    "listitem",
    "main",
    "menu",
    "menubar",
    "menuitem",
    "menuitemcheckbox",
    "menuitemradio",
    "navigation",
    "option",
    "paragraph",
    "progressbar",
    "radio",
    "radiogroup",
    "region",
    "row",
    "rowheader",
    "search",
    "searchbox",
    "slider",
    "spinbutton",
    "status",
    "switch",
    "tab",
    "table",
    "tablist",
    "tabpanel",
    "textbox",
    "toolbar",
    "tooltip",
    "tree",
    "treegrid",
    "treeitem",
];

/// The step as a phrase, with the host it was done on: `$1` is its target, `$2` the host, `$3` what else is told.
#[must_use]
pub fn phrase(step: &Step) -> Phrase {
    let (key, more) = match &step.action {
        Action::Click { button: Button::Primary, modifiers, .. } if !modifiers.is_empty() => {
            ("step_click_held", Some(Arg::Text(chord(modifiers))))
        }
        Action::Click { button: Button::Primary, .. } => ("step_click", None),
        Action::Click { button: Button::Secondary, .. } => ("step_click_right", None),
        Action::Click { .. } => ("step_click_button", None),
        Action::DoubleClick { .. } => ("step_click_double", None),
        Action::Change { field, value, checked } => changed(*field, value.as_str(), *checked),
        Action::KeyDown { key, modifiers, count } => {
            let times = if *count > 1 { format!(" ×{count}") } else { String::new() };
            (
                "step_press",
                Some(Arg::Text(
                    modifiers.iter().map(|held| format!("{held:?}+")).chain([key.as_str().to_owned(), times]).collect(),
                )),
            )
        }
        Action::Submit => ("step_submit", None),
        Action::Navigate { via } => return gone(*via, step.url.as_str()),
        Action::Scroll { y, .. } => ("step_scroll", Some(Arg::Text(y.to_string()))),
        Action::Hover => ("step_hover", None),
        Action::DragAndDrop { to, .. } => ("step_drag", Some(Arg::Words(target_name(to)))),
        Action::Copy => ("step_copy", None),
        Action::Cut => ("step_cut", None),
        Action::Paste => ("step_paste", None),
        Action::Download { extension } if extension.as_str().is_empty() => ("step_download", None),
        Action::Download { extension } => ("step_download_kind", Some(Arg::Text(extension.as_str().to_owned()))),
        Action::Frame => ("step_frame", None),
        Action::SetViewport { width, height } => ("step_viewport", Some(Arg::Text(format!("{width} × {height}")))),
        Action::OpenTab => ("step_tab_open", Some(tab(step))),
        Action::SwitchTab => ("step_tab_switch", Some(tab(step))),
        Action::CloseTab => ("step_tab_close", Some(tab(step))),
        Action::Gap => ("step_gap", None),
        Action::Unknown { event } => ("step_unknown", Some(Arg::Text(event.clone()))),
    };
    let target = step.target.as_ref().map_or_else(|| words("target_page", vec![]), target_name);
    let mut args = vec![Arg::Words(target), Arg::Text(host(step.url.as_str()).to_owned())];
    args.extend(more);
    words(key, args)
}

/// The step in English.
#[must_use]
pub fn sentence(step: &Step) -> String {
    English::new().say(&phrase(step))
}

fn chord(held: &[Modifier]) -> String {
    held.iter().map(|held| format!("{held:?}")).collect::<Vec<_>>().join("+")
}

fn words(key: &str, args: Vec<Arg>) -> Phrase {
    Phrase { key: key.to_owned(), args }
}

fn changed(field: FieldKind, value: &str, checked: Option<bool>) -> (&'static str, Option<Arg>) {
    let text = |value: String| Some(Arg::Text(value));
    match (field, checked) {
        (FieldKind::Check, Some(false)) => ("step_uncheck", None),
        (FieldKind::Check, _) => ("step_check", None),
        (FieldKind::Radio, _) => ("step_choose", None),
        (FieldKind::Select, _) => ("step_select", text(value.replace('\n', ", "))),
        (FieldKind::File, _) => ("step_file", text(value.to_owned())),
        (FieldKind::Range | FieldKind::Color | FieldKind::Date | FieldKind::Time, _) => {
            ("step_set", text(value.to_owned()))
        }
        (FieldKind::Text | FieldKind::Editor, _) if value.is_empty() => ("step_clear", None),
        (FieldKind::Text | FieldKind::Editor | FieldKind::Keys, _) => ("step_type", text(value.to_owned())),
    }
}

fn gone(via: Via, url: &str) -> Phrase {
    let key = match via {
        Via::Load => "step_open",
        Via::Reload => "step_reload",
        Via::BackForward => "step_back",
        Via::History | Via::Hash => "step_move",
    };
    words(key, vec![Arg::Text(url.to_owned())])
}

/// Tabs are counted from 1 for a person.
fn tab(step: &Step) -> Arg {
    Arg::Text((u64::from(step.tab) + 1).to_string())
}

fn target_name(Target { role, name, context, .. }: &Target) -> Phrase {
    let Context { described, within } = context.as_deref().cloned().unwrap_or_default();
    let own = match sort(role) {
        sort if name.is_empty() && !described.is_empty() => {
            words("target_described", vec![sort, Arg::Text(described.as_str().to_owned())])
        }
        sort => named(sort, name.as_str()),
    };
    match within {
        Some(Container { role, name }) => {
            words("target_within", vec![Arg::Words(own), Arg::Words(named(sort(&role), name.as_str()))])
        }
        None => own,
    }
}

/// The word for a role.
fn sort(role: &str) -> Arg {
    if ROLES.contains(&role) { Arg::Words(words(&format!("role_{role}"), vec![])) } else { Arg::Text(role.to_owned()) }
}

fn named(sort: Arg, name: &str) -> Phrase {
    match (name, sort) {
        ("", Arg::Words(sort)) => sort,
        ("", sort) => words("target_unnamed", vec![sort]),
        (name, sort) => words("target_named", vec![sort, Arg::Text(name.to_owned())]),
    }
}

fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split('/').next().unwrap_or(rest)
}

#[derive(Deserialize)]
struct Message {
    message: String,
}

/// The English catalogue: the one that the extension's pages read too, so that no sentence is written twice.
pub(super) struct English(BTreeMap<String, Message>);

impl English {
    pub(super) fn new() -> Self {
        let text = include_str!("../../extension/_locales/en/messages.json");
        Self(serde_json::from_str(text).expect("the catalogue is JSON in the form of WebExtensions: a test reads it"))
    }

    /// The phrase in English; the key itself where the catalogue lacks it.
    pub(super) fn say(&self, phrase: &Phrase) -> String {
        let Some(Message { message }) = self.0.get(&phrase.key) else { return phrase.key.clone() };
        let mut said = String::new();
        let mut rest = message.as_str();
        while let Some((before, after)) = rest.split_once('$') {
            said.push_str(before);
            let number = after.chars().next().and_then(|c| c.to_digit(10));
            let arg = number.and_then(|number| phrase.args.get((number as usize).checked_sub(1)?));
            match arg {
                Some(Arg::Text(text)) => said.push_str(text),
                Some(Arg::Words(inner)) => said.push_str(&self.say(inner)),
                None => said.push('$'),
            }
            rest = if arg.is_some() { &after[1..] } else { after };
        }
        said + rest
    }
}
