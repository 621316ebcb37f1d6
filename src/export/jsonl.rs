//! The trace as JSON Lines: header, steps with the observations they were taken in, footer with the hash of all above.

use super::json::json;
use super::{Arg, Phrase, version_1};
use crate::redact::MaskCounts;
use crate::trace::{Footer, Header, Line, Observation, Step, VERSION};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::collections::{HashMap, HashSet};
use thiserror::Error;

/// Why a text is no trace of ours. Lines count from 1.
#[derive(Debug, Error)]
pub enum TraceError {
    /// There is nothing in it.
    #[error("line 1: expected a header, found an empty file")]
    Empty,
    /// A line is not JSON, or not of the schema.
    #[error("line {line}: {error} (column {column})")]
    Line {
        /// Which.
        line: usize,
        /// In what way, without the line's own text.
        error: LineError,
        /// Where in the line, from 1; 0 where that is not known.
        column: usize,
    },
    /// A line of another kind than its place asks for.
    #[error("line {line}: expected a {expected}, found a {found}")]
    Place {
        /// Which.
        line: usize,
        /// What belongs there.
        expected: &'static str,
        /// What stands there.
        found: &'static str,
    },
    /// A version that this code does not know.
    #[error("line 1: expected version {VERSION} or earlier, found version {0}")]
    Version(u32),
    /// A step out of order.
    #[error("line {line}: expected step {expected}, found step {found}")]
    Order {
        /// Which.
        line: usize,
        /// The next number.
        expected: u32,
        /// The number that stands there.
        found: u32,
    },
    /// A step was taken in something that does not stand above it.
    #[error("line {line}: the step's observation does not stand above it")]
    Unseen {
        /// The step's line.
        line: usize,
    },
    /// The footer's count is not that of the steps.
    #[error("line {line}: the footer counts {said} steps, the file has {found}")]
    Count {
        /// The footer's line.
        line: usize,
        /// What it says.
        said: u32,
        /// What there is.
        found: usize,
    },
    /// The file was changed after it was exported.
    #[error("line {line}: the hash does not match: the file was changed after it was exported")]
    Hash {
        /// The footer's line.
        line: usize,
    },
}

/// In what way a line cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum LineError {
    /// No JSON, or deeper than any step is.
    #[error("not JSON")]
    Syntax,
    /// The file was cut off.
    #[error("JSON that ends too early")]
    End,
    /// JSON of something else.
    #[error("not a line of a trace")]
    Foreign,
}

impl TraceError {
    /// The same as a phrase for the catalogues: `$1` is the line, `$2` and `$3` what was expected and found.
    #[must_use]
    pub fn phrase(&self) -> Phrase {
        let (key, args) = match self {
            Self::Empty => ("broken_empty", vec![]),
            Self::Line { line, error: LineError::Syntax, column } => ("broken_json", vec![*line, *column]),
            Self::Line { line, error: LineError::End, column } => ("broken_end", vec![*line, *column]),
            Self::Line { line, error: LineError::Foreign, column } => ("broken_foreign", vec![*line, *column]),
            Self::Place { line, .. } => ("broken_place", vec![*line]),
            Self::Version(found) => ("broken_version", vec![VERSION as usize, *found as usize]),
            Self::Order { line, expected, found } => ("broken_order", vec![*line, *expected as usize, *found as usize]),
            Self::Unseen { line } => ("broken_unseen", vec![*line]),
            Self::Count { line, said, found } => ("broken_count", vec![*line, *said as usize, *found]),
            Self::Hash { line } => ("broken_hash", vec![*line]),
        };
        Phrase { key: key.to_owned(), args: args.iter().map(|number| Arg::Text(number.to_string())).collect() }
    }
}

/// What a trace file holds.
#[derive(Debug)]
pub struct Trace {
    /// Its first line.
    pub header: Header,
    /// In the order of the file.
    pub observations: Vec<Observation>,
    /// In the order of the file.
    pub steps: Vec<Step>,
    /// Its last line.
    pub footer: Footer,
}

/// The bytes of a trace file, each line ended by a line feed. An observation stands once, above the first step that was taken
/// in it, under the hash of its text; those that no step was taken in are left out.
#[must_use]
pub fn write_trace(header: Header, steps: Vec<Step>, observations: Vec<Observation>) -> String {
    let (header, steps) = super::in_order(header, steps);
    let mut known: HashMap<String, Observation> =
        observations.into_iter().map(|observation| (observation.id.clone(), observation)).collect();
    let mut ids: HashMap<String, String> = HashMap::new();
    let mut written = HashSet::new();
    let mut masked = MaskCounts::default();
    let count = u32::try_from(steps.len()).expect("a session has fewer than four billion steps");
    let mut text = String::new();
    add(&mut text, &Line::Header(header));
    for mut step in steps {
        masked.add(&step.masked);
        if let Some(reference) = step.observation.as_mut() {
            if let Some(observation) = known.remove(&reference.id) {
                let id = id_of(&observation);
                ids.insert(reference.id.clone(), id.clone());
                if written.insert(id.clone()) {
                    masked.add(&observation.masked);
                    add(&mut text, &Line::Observation(Observation { id, ..observation }));
                }
            }
            match ids.get(&reference.id) {
                Some(id) => reference.id.clone_from(id),
                None => step.observation = None,
            }
        }
        add(&mut text, &Line::Step(Box::new(step)));
    }
    let footer = Footer { steps: count, masked, sha256: hash(&text) };
    add(&mut text, &Line::Footer(footer));
    text
}

/// The first half of a SHA-256 would do for a million traces; a quarter does for one.
fn id_of(observation: &Observation) -> String {
    hash(observation.text.as_str()).chars().take(16).collect()
}

fn add(text: &mut String, line: &Line) {
    text.push_str(&json(line));
    text.push('\n');
}

fn hash(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Takes a trace file apart. One of an earlier version is read as one of today's.
///
/// # Errors
/// The first line that is not as it should be, and why; never the line's text.
pub fn read_trace(text: &str) -> Result<Trace, TraceError> {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else {
        return Err(TraceError::Empty);
    };
    let header = header(first)?;
    let mut steps = Vec::with_capacity(lines.len().saturating_sub(2));
    let mut observations = Vec::new();
    let mut seen = HashSet::new();
    for (place, text) in lines.iter().enumerate().take(lines.len() - 1).skip(1) {
        let line = place + 1;
        match parse(line, text)? {
            Line::Observation(observation) => {
                // One that stands twice would leave open what a step was taken in.
                if !seen.insert(observation.id.clone()) {
                    return Err(TraceError::Place {
                        line,
                        expected: "step",
                        found: "second observation of the same id",
                    });
                }
                observations.push(observation);
            }
            other => {
                let step = step(line, other, steps.len())?;
                if step.observation.as_ref().is_some_and(|reference| !seen.contains(&reference.id)) {
                    return Err(TraceError::Unseen { line });
                }
                steps.push(step);
            }
        }
    }
    let line = lines.len();
    let footer = match parse(line, last)? {
        Line::Footer(footer) => footer,
        other => return Err(TraceError::Place { line, expected: "footer", found: kind(&other) }),
    };
    if footer.steps as usize != steps.len() {
        return Err(TraceError::Count { line, said: footer.steps, found: steps.len() });
    }
    // The footer's own line is not in the hash: what it counts is counted anew.
    let mut masked = MaskCounts::default();
    steps
        .iter()
        .map(|step| &step.masked)
        .chain(observations.iter().map(|observation| &observation.masked))
        .for_each(|one| masked.add(one));
    if footer.masked != masked || footer.sha256 != hash(&text[..text.len() - last.len()]) {
        return Err(TraceError::Hash { line });
    }
    Ok(Trace { header, observations, steps, footer })
}

/// The header, one of an earlier version as one of today's.
fn header(text: &str) -> Result<Header, TraceError> {
    #[derive(Deserialize)]
    struct Versioned {
        version: u32,
    }
    match serde_json::from_str(text) {
        Ok(Versioned { version: VERSION }) | Err(_) => {}
        Ok(Versioned { version: 1 }) => return version_1::header(text).map_err(|error| unreadable(1, &error)),
        Ok(Versioned { version }) => return Err(TraceError::Version(version)),
    }
    match parse(1, text)? {
        Line::Header(header) => Ok(header),
        other => Err(TraceError::Place { line: 1, expected: "header", found: kind(&other) }),
    }
}

fn step(line: usize, found: Line, before: usize) -> Result<Step, TraceError> {
    let expected = u32::try_from(before).expect("a file has fewer than four billion lines");
    match found {
        Line::Step(step) if step.seq == expected => Ok(*step),
        Line::Step(step) => Err(TraceError::Order { line, expected, found: step.seq }),
        other => Err(TraceError::Place { line, expected: "step", found: kind(&other) }),
    }
}

fn parse(line: usize, text: &str) -> Result<Line, TraceError> {
    serde_json::from_str(text).map_err(|error| unreadable(line, &error))
}

fn unreadable(line: usize, error: &serde_json::Error) -> TraceError {
    let kind = match error.classify() {
        serde_json::error::Category::Syntax | serde_json::error::Category::Io => LineError::Syntax,
        serde_json::error::Category::Eof => LineError::End,
        serde_json::error::Category::Data => LineError::Foreign,
    };
    TraceError::Line { line, error: kind, column: error.column() }
}

fn kind(line: &Line) -> &'static str {
    match line {
        Line::Header(_) => "header",
        Line::Observation(_) => "observation",
        Line::Step(_) => "step",
        Line::Footer(_) => "footer",
    }
}
