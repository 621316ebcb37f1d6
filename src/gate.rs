//! Layer 3: what comes from a page's side is a step only once this has parsed, bound, bounded and masked it again.

use crate::redact::{Origin, Redacted, Redactor};
use crate::trace::{Action, FieldKind, Flag, Line, Observation, Step, Target};
use thiserror::Error;

/// Most bytes of a step, and of what it was taken in, as JSON.
const LONGEST: usize = 1 << 20;
/// The longest a session can last, in milliseconds: a year.
const LONGEST_SESSION: u64 = 366 * 86_400_000;
/// Most selectors of a target, and parts of one.
const MOST_SELECTORS: usize = 64;
const MOST_PARTS: usize = 32;
/// The longest of our own words, a role or an event, in bytes.
const LONGEST_WORD: usize = 32;
/// Digits of an observation's id.
const ID: usize = 16;

/// The document that a step came from, as the background knows it.
#[derive(Clone, Debug)]
pub struct Document {
    /// Scheme, host and port.
    pub origin: String,
    /// The number of its tab.
    pub tab: u32,
    /// Indices of its frame below the top page.
    pub frame: Vec<u32>,
    /// How each of these is found in the document around it, as those documents said.
    pub frame_selectors: Vec<Vec<Vec<Redacted>>>,
}

/// A step that may be kept, and what it was taken in.
#[derive(Debug, PartialEq)]
pub struct Admitted {
    /// The step.
    pub step: Step,
    /// With its first revision.
    pub observation: Option<Observation>,
}

/// Why something is no step of a document. No message holds what was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Refused {
    /// Too many bytes.
    #[error("expected at most {LONGEST} bytes, found more")]
    TooLong,
    /// Not JSON, or not of the schema.
    #[error("expected a step, found something else")]
    NotAStep,
    /// Of another document than the one that it came from.
    #[error("expected a step of this document, found one of another")]
    Elsewhere,
    /// A number that no step has.
    #[error("expected a sequence and a time of this session, found others")]
    OutOfBounds,
    /// A flag that is the person's to set, or a context, which is made when the session is exported.
    #[error("expected what a recorder knows, found what is added later")]
    Marked,
    /// Not one of the words that the recorder has for it.
    #[error("expected a word of the recorder, found another")]
    NotAWord,
    /// Not JSON, not of the schema, or not what the step says it was taken in.
    #[error("expected the step's observation, found something else")]
    NotItsObservation,
}

/// Reads a step that says it is the one of that sequence in the document, and masks again what is not masked.
///
/// # Errors
/// Why it is none.
pub fn admit(
    document: &Document,
    sequence: u32,
    step: &str,
    observation: Option<&str>,
    redactor: &mut Redactor,
) -> Result<Admitted, Refused> {
    if step.len().max(observation.map_or(0, str::len)) > LONGEST {
        return Err(Refused::TooLong);
    }
    let Ok(Line::Step(mut step)) = serde_json::from_str(step) else { return Err(Refused::NotAStep) };
    if step.seq != sequence || step.time > LONGEST_SESSION {
        return Err(Refused::OutOfBounds);
    }
    if step.tab != document.tab || step.frame != document.frame {
        return Err(Refused::Elsewhere);
    }
    let is_mark = |flag: &Flag| matches!(flag, Flag::Mistake | Flag::NotForTraining);
    if step.flags.iter().any(is_mark) || step.targets_mut().any(|target| target.context.is_some()) {
        return Err(Refused::Marked);
    }
    let observation = observation.map(|text| admit_observation(text, &step, redactor)).transpose()?;
    let (masked_again, masked) = redactor.counting(|redactor| mask_again(&mut step, document, redactor));
    masked_again?;
    if step.observation.as_ref().is_some_and(|of| !is_id(&of.id) || !of.reference.as_deref().is_none_or(is_ref)) {
        return Err(Refused::NotItsObservation);
    }
    step.masked.add(&masked);
    Ok(Admitted { step: *step, observation })
}

/// The observation that a step names. Its id is a mark of its text that only the session's recorders can make.
fn admit_observation(text: &str, step: &Step, redactor: &mut Redactor) -> Result<Observation, Refused> {
    let observation: Observation = serde_json::from_str(text).map_err(|_| Refused::NotItsObservation)?;
    let named = step.observation.as_ref().is_some_and(|reference| reference.id == observation.id);
    if !named || redactor.mark(&observation.text) != observation.id {
        return Err(Refused::NotItsObservation);
    }
    let (text, more) = redactor.counting(|redactor| redactor.lines_again(&observation.text));
    let mut masked = observation.masked;
    masked.add(&more);
    Ok(Observation { id: observation.id, text: text.ok_or(Refused::NotItsObservation)?, masked })
}

fn mask_again(step: &mut Step, document: &Document, redactor: &mut Redactor) -> Result<(), Refused> {
    step.url = redactor.url_again(&step.url, &document.origin).ok_or(Refused::Elsewhere)?;
    step.frame_selectors = frame_selectors(document, redactor);
    action(&mut step.action, redactor)?;
    step.target.as_mut().map_or(Ok(()), |one| target(one, redactor))
}

/// What the documents around a frame said of it, not what it says itself.
fn frame_selectors(document: &Document, redactor: &mut Redactor) -> Vec<Vec<Vec<Redacted>>> {
    if document.frame_selectors.len() != document.frame.len() {
        return Vec::new();
    }
    let mut all = document.frame_selectors.clone();
    for selectors in &mut all {
        selectors.truncate(MOST_SELECTORS);
        selectors.retain(|one| one.len() <= MOST_PARTS);
        keep_masked(selectors, redactor);
    }
    if all.iter().all(Vec::is_empty) { Vec::new() } else { all }
}

fn action(action: &mut Action, redactor: &mut Redactor) -> Result<(), Refused> {
    match action {
        Action::Change { field, value, .. } => match field {
            FieldKind::Select => *value = redactor.again(value, Origin::Page),
            FieldKind::File => *value = redactor.file_kinds_again(value).ok_or(Refused::NotAWord)?,
            _ => *value = redactor.again(value, Origin::Person),
        },
        Action::KeyDown { key, .. } => *key = redactor.key_again(key),
        Action::Download { extension } => *extension = redactor.extension_again(extension),
        Action::DragAndDrop { to, .. } => target(to, redactor)?,
        Action::Unknown { event } if !is_word(event) => return Err(Refused::NotAWord),
        _ => {}
    }
    Ok(())
}

fn target(target: &mut Target, redactor: &mut Redactor) -> Result<(), Refused> {
    let many = target.selectors.len() > MOST_SELECTORS || target.selectors.iter().any(|one| one.len() > MOST_PARTS);
    if many || !is_word(&target.role) {
        return Err(Refused::NotAWord);
    }
    target.name = redactor.again(&target.name, Origin::Page);
    target.tag = redactor.tag_again(&target.tag);
    keep_masked(&mut target.selectors, redactor);
    Ok(())
}

/// Drops selectors in which something would be masked.
fn keep_masked(selectors: &mut Vec<Vec<Redacted>>, redactor: &mut Redactor) {
    selectors.retain(|selector| selector.iter().all(|part| redactor.selector_again(part).is_some()));
}

/// A role or an event of the browser's: letters, and hyphens as in `doc-abstract`.
fn is_word(text: &str) -> bool {
    text.len() <= LONGEST_WORD && text.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'-')
}

fn is_id(text: &str) -> bool {
    text.len() == ID && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// `e5`.
fn is_ref(text: &str) -> bool {
    let number = text.strip_prefix('e').unwrap_or_default();
    (1..=4).contains(&number.len()) && number.bytes().all(|digit| digit.is_ascii_digit())
}
