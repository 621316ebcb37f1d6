//! Layer 1: what a trace holds. The types are the format, described in `docs/trace.md`; `docs/trace.schema.json` is derived
//! from them.

use crate::redact::{MaskCounts, MaskingLevel, Redacted};
use serde::{Deserialize, Serialize};

/// The version of the format that this code writes.
pub const VERSION: u32 = 2;

/// One line of a trace. The first is the header, the last the footer; between stand the steps, and each observation above the
/// first step that was taken in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Line {
    /// What the trace is of.
    Header(Header),
    /// What the steps below it were taken in.
    Observation(Observation),
    /// One action of the person.
    Step(Box<Step>),
    /// Counts and the hash of all above.
    Footer(Footer),
}

/// The first line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Header {
    /// [`VERSION`] of the writer.
    pub version: u32,
    /// A random id, made when the session started.
    pub session: String,
    /// The task in the employee's words, masked by the detectors.
    #[serde(default)]
    pub goal: Redacted,
    /// How the task ended, by the employee's word.
    #[serde(default)]
    pub outcome: Outcome,
    /// What the employee wants to add, masked by the detectors.
    #[serde(default, skip_serializing_if = "Redacted::is_empty")]
    pub note: Redacted,
    /// By which the employee can ask for this very file back: random, of this export alone, and on their receipt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawal: Option<String>,
    /// When the session started, ISO 8601, UTC.
    pub started: String,
    /// How much of the page and of what was typed is kept.
    #[serde(default)]
    pub masking_level: MaskingLevel,
    /// In what the task was done.
    pub environment: Environment,
}

/// How the task ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Outcome {
    /// Not said.
    #[default]
    Unknown,
    /// Done.
    Done,
    /// Given up.
    GaveUp,
    /// Done in part.
    Partly,
}

/// The browser in which the task was done; nothing in it names the person or the machine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Environment {
    /// Name and version of the recorder.
    pub recorder: String,
    /// Name and major version of the browser.
    pub browser: String,
    /// BCP 47 tag of the browser's language.
    pub language: String,
    /// Size of the first page's viewport.
    pub viewport: Viewport,
}

/// A size in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Viewport {
    /// Width.
    pub width: u32,
    /// Height.
    pub height: u32,
}

/// One action of the person with its target.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Step {
    /// Place in the document as recorded, in the whole trace as exported; from 0.
    pub seq: u32,
    /// Milliseconds recorded since the session started, by which documents are put in order; pauses do not count.
    pub time: u64,
    /// Which of the session's tabs, in the order in which they were first used; 0 is the first.
    #[serde(default, skip_serializing_if = "is_first")]
    pub tab: u32,
    /// Indices of the frame below the top page; empty for the top page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub frame: Vec<u32>,
    /// Ordered ways to find each frame of `frame` in the document around it, as those of a target; none for one whose document did
    /// not say. Empty where none is known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub frame_selectors: Vec<Vec<Vec<Redacted>>>,
    /// Where: scheme, host and path.
    pub url: Redacted,
    /// What was done.
    pub action: Action,
    /// What it was done to; absent for what concerns the whole page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Target>,
    /// What the person had before their eyes when they did it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub observation: Option<ObservationRef>,
    /// How many stretches of text were masked in this step, by entity type.
    #[serde(default, skip_serializing_if = "MaskCounts::is_empty")]
    pub masked: MaskCounts,
    /// What else is known of the step.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub flags: Vec<Flag>,
}

/// Where a step's target stands in an observation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ObservationRef {
    /// The observation's id; in a trace it stands above the step.
    pub id: String,
    /// The ref of the target's line, as `e5`; absent where the target has none.
    #[serde(default, rename = "ref", skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
}

/// The part of a page that was in the window, as a masked tree of roles and names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Observation {
    /// In a trace the first sixteen hexadecimal digits of the SHA-256 of `text`.
    pub id: String,
    /// Lines in the grammar of Playwright's aria snapshots, `- button "Approve" [ref=e5]`.
    pub text: Redacted,
    /// How many stretches of text were masked in it, by entity type.
    #[serde(default, skip_serializing_if = "MaskCounts::is_empty")]
    pub masked: MaskCounts,
}

impl Step {
    /// What it was done to, and what else it was done with.
    pub fn targets_mut(&mut self) -> impl Iterator<Item = &mut Target> {
        targets_of(&mut self.target, &mut self.action)
    }

    /// The lists of ways in which its targets, and the frames around them, are found.
    pub fn selectors_mut(&mut self) -> impl Iterator<Item = &mut Vec<Vec<Redacted>>> {
        let targets = targets_of(&mut self.target, &mut self.action).map(|target| &mut target.selectors);
        self.frame_selectors.iter_mut().chain(targets)
    }

    /// Every text that may be a page's or the person's, but for selectors.
    pub fn texts_mut(&mut self) -> Vec<&mut Redacted> {
        let mut texts = vec![&mut self.url];
        match &mut self.action {
            Action::Change { value, .. } => texts.push(value),
            Action::Download { extension } => texts.push(extension),
            Action::DragAndDrop { to, .. } => texts.extend([&mut to.name, &mut to.tag]),
            _ => {}
        }
        if let Some(Target { name, context, tag, .. }) = &mut self.target {
            texts.extend([name, tag]);
            if let Some(context) = context {
                texts.push(&mut context.described);
                texts.extend(context.within.iter_mut().map(|within| &mut within.name));
            }
        }
        texts
    }
}

fn targets_of<'a>(target: &'a mut Option<Target>, action: &'a mut Action) -> impl Iterator<Item = &'a mut Target> {
    let other = match action {
        Action::DragAndDrop { to, .. } => Some(&mut **to),
        _ => None,
    };
    target.iter_mut().chain(other)
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_first(tab: &u32) -> bool {
    *tab == 0
}

fn once() -> u32 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_once(count: &u32) -> bool {
    *count == 1
}

/// What else is known of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Flag {
    /// The page did it, and no press or key of the person.
    PageInitiated,
    /// The employee marked it as a mistake.
    Mistake,
    /// The employee wants no model to learn from it.
    NotForTraining,
    /// The browser filled the value in.
    Autofill,
    /// The target is only the outside of what was acted on: a canvas.
    Opaque,
}

/// What was done. Names and fields are those of Chrome DevTools Recorder where the meaning is equal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum Action {
    /// A click; offsets in CSS pixels from the target's top left corner.
    Click {
        /// Which button.
        #[serde(default)]
        button: Button,
        /// To the right.
        offset_x: i32,
        /// Down.
        offset_y: i32,
        /// Keys that were held, in the order Alt, Control, Meta, Shift.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        modifiers: Vec<Modifier>,
    },
    /// Two clicks at once; it takes the place of the click before it.
    DoubleClick {
        /// Which button.
        #[serde(default)]
        button: Button,
        /// To the right.
        offset_x: i32,
        /// Down.
        offset_y: i32,
        /// Keys that were held, in the order Alt, Control, Meta, Shift.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        modifiers: Vec<Modifier>,
    },
    /// The pointer stood on the target, which revealed what the next step acts on.
    Hover,
    /// The target was dragged onto another element; offsets as in a click.
    DragAndDrop {
        /// Where it was taken, to the right in the target.
        offset_x: i32,
        /// Where it was taken, down in the target.
        offset_y: i32,
        /// The element it was dropped on.
        to: Box<Target>,
        /// Where it was dropped, to the right in `to`.
        to_x: i32,
        /// Where it was dropped, down in `to`.
        to_y: i32,
        /// Places on the way, x and y in the target, where it was drawn: those at which the way turns.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        path: Vec<[i32; 2]>,
    },
    /// A control got a new value; text is coalesced to its final value.
    Change {
        /// What sort of control.
        field: FieldKind,
        /// The new value, masked by the session's masking level; for a select the chosen options' values, one a line; for files
        /// their number and kinds.
        #[serde(default)]
        value: Redacted,
        /// The new state of a checkbox or radio.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        checked: Option<bool>,
    },
    /// A key that acts: Enter, Escape, Tab, one with Control, Alt or Meta, an arrow in a widget, and any other that the page takes
    /// for itself.
    KeyDown {
        /// As `KeyboardEvent.key`.
        key: Redacted,
        /// Keys that were held, in the order Alt, Control, Meta, Shift.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        modifiers: Vec<Modifier>,
        /// How often the browser told of it while it was held down; 1 where it is absent.
        #[serde(default = "once", skip_serializing_if = "is_once")]
        count: u32,
    },
    /// A form was submitted.
    Submit,
    /// The page came to this step's URL.
    Navigate {
        /// How.
        via: Via,
    },
    /// The page, or the target, was scrolled to this place, in CSS pixels.
    Scroll {
        /// From the left.
        x: i32,
        /// From the top.
        y: i32,
    },
    /// Something was copied; never what.
    Copy,
    /// Something was cut; never what.
    Cut,
    /// Something was pasted; what it became is the next change.
    Paste,
    /// A download began from the target, by its `download` attribute.
    Download {
        /// What follows the last dot of the file's name; empty where nothing known does.
        #[serde(default)]
        extension: Redacted,
    },
    /// The person went into the target, a frame that is not recorded.
    Frame,
    /// The window got another size, in CSS pixels.
    SetViewport {
        /// Width.
        width: u32,
        /// Height.
        height: u32,
    },
    /// A tab or a popup window was opened; the step's `tab` is its number.
    OpenTab,
    /// Another tab came to the front; the step's `tab` is its number.
    SwitchTab,
    /// A tab was closed; the step's `tab` is its number.
    CloseTab,
    /// The page stood still while a window of the browser had the focus: a dialog (alert, confirm, prompt) or printing.
    /// What was answered is not known.
    Gap,
    /// Something was done that this version has no word for.
    Unknown {
        /// The type of the event.
        event: String,
    },
}

/// A pointer button, as DevTools Recorder names it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Button {
    /// Left.
    #[default]
    Primary,
    /// Middle.
    Auxiliary,
    /// Right.
    Secondary,
    /// The browser's back button of a mouse.
    Back,
    /// The browser's forward button of a mouse.
    Forward,
}

/// A key that is held while another is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[expect(missing_docs, reason = "each is the key of that name")]
pub enum Modifier {
    Alt,
    Control,
    Meta,
    Shift,
}

/// What sort of control was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum FieldKind {
    /// A line or area of text.
    Text,
    /// Text that is edited in place.
    Editor,
    /// A list of options.
    Select,
    /// A box to check.
    Check,
    /// One of several.
    Radio,
    /// Files; their number and kinds are the value.
    File,
    /// A date, a month, a week, or a date with a time, in the form of HTML.
    Date,
    /// A time of day.
    Time,
    /// A number on a slider.
    Range,
    /// A colour, as `#rrggbb`.
    Color,
    /// Signs that were typed where no field is, into a page that takes each by itself.
    Keys,
}

/// How the page came to a URL.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Via {
    /// A new document.
    Load,
    /// The same document again.
    Reload,
    /// A document from the session's history.
    BackForward,
    /// The history API, in the same document.
    History,
    /// A new fragment, in the same document.
    Hash,
}

/// The element acted on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Target {
    /// ARIA role; `generic` where it has none.
    pub role: String,
    /// Accessible name, masked.
    #[serde(default)]
    pub name: Redacted,
    /// What stands around it in the step's observation. It is added when the session is exported, and absent where that tells nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub context: Option<Box<Context>>,
    /// Local name of what is acted on: `label` for a box that is not to be seen itself.
    pub tag: Redacted,
    /// Ordered ways to find it, the best first; each pierces shadow roots from the outside in.
    pub selectors: Vec<Vec<Redacted>>,
    /// Bounding box in the viewport, in CSS pixels: x, y, width, height.
    #[serde(rename = "box")]
    pub bounds: [i32; 4],
}

/// What else says which target it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Context {
    /// The described name of a target that has no name: the text in it, or what stands as its label beside or above it, masked.
    #[serde(default, skip_serializing_if = "Redacted::is_empty")]
    pub described: Redacted,
    /// What the target stands in, where others of its role and name are in the observation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<Container>,
}

/// A row, an item or a section of a page, by what names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Container {
    /// Its ARIA role.
    pub role: String,
    /// Its accessible name, or the first text in it that the others beside it have not, masked.
    pub name: Redacted,
}

/// The last line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Footer {
    /// How many steps stand above.
    pub steps: u32,
    /// How many stretches of text were masked, by entity type.
    pub masked: MaskCounts,
    /// SHA-256, in hexadecimal, of all bytes above this line.
    pub sha256: String,
}
