//! A policy as a file: checked with the line of each mistake, and explained in words.

use super::{Policy, PolicyError, Problem, View};
use serde_json::Value;
use thiserror::Error;

/// A mistake in a file, with its line.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("line {line}: {problem}")]
pub struct FileError {
    /// From 1.
    pub line: usize,
    /// What is wrong.
    pub problem: Problem,
}

/// Reads a policy file.
///
/// # Errors
/// Every mistake, in the order of the reader, with its line.
pub fn check(text: &str) -> Result<View, Vec<FileError>> {
    let mut errors: Vec<FileError> = Vec::new();
    for problem in Policy::draft(text).problems {
        let line = match problem.error {
            PolicyError::NotJson { line, .. } => line,
            _ => line_of(text, &path_of(&problem.at)),
        };
        errors.push(FileError { line, problem });
    }
    if errors.is_empty() {
        for (path, line) in places(text).twice {
            errors.push(FileError { line, problem: Problem { at: path, error: PolicyError::TwiceKey } });
        }
    }
    if errors.is_empty() { Ok(Policy::draft(text).view()) } else { Err(errors) }
}

/// `sites[2]` of `sites[2] "*.com"`.
fn path_of(at: &str) -> String {
    at.split(' ').next().unwrap_or_default().to_owned()
}

/// The line where a value stands, or the nearest that holds it.
fn line_of(text: &str, path: &str) -> usize {
    let found = places(text).lines;
    let mut path = path;
    loop {
        if let Some((_, line)) = found.iter().find(|(at, _)| at == path) {
            return *line;
        }
        match path.rfind(['.', '[']) {
            Some(end) => path = &path[..end],
            None => return 1,
        }
    }
}

/// Where the values of a JSON text stand.
#[derive(Default)]
struct Places {
    lines: Vec<(String, usize)>,
    twice: Vec<(String, usize)>,
}

/// Walks through JSON that a parser has taken already: paths as `sites[2]` and `packs.health[0]`.
fn places(text: &str) -> Places {
    let mut places = Places::default();
    if serde_json::from_str::<Value>(text).is_ok() {
        let mut walk = Walk { text, at: 0, line: 1 };
        walk.value("", &mut places);
    }
    places
}

struct Walk<'a> {
    text: &'a str,
    at: usize,
    line: usize,
}

impl Walk<'_> {
    fn peek(&mut self) -> u8 {
        while let Some(&byte) = self.text.as_bytes().get(self.at) {
            match byte {
                b'\n' => self.line += 1,
                b' ' | b'\t' | b'\r' | b',' | b':' => {}
                _ => return byte,
            }
            self.at += 1;
        }
        0
    }

    fn string(&mut self) -> String {
        let mut whole = serde_json::Deserializer::from_str(&self.text[self.at..]).into_iter::<String>();
        let text = whole.next().and_then(Result::ok).unwrap_or_default();
        self.at += whole.byte_offset();
        text
    }

    fn value(&mut self, path: &str, places: &mut Places) {
        match self.peek() {
            b'{' => {
                self.at += 1;
                while !matches!(self.peek(), b'}' | 0) {
                    let line = self.line;
                    let key = self.string();
                    let inner = if path.is_empty() { key } else { format!("{path}.{key}") };
                    if places.lines.iter().any(|(known, _)| *known == inner) {
                        places.twice.push((inner.clone(), line));
                    }
                    places.lines.push((inner.clone(), line));
                    self.value(&inner, places);
                }
                self.at += 1;
            }
            b'[' => {
                self.at += 1;
                for place in 0.. {
                    if matches!(self.peek(), b']' | 0) {
                        break;
                    }
                    let inner = format!("{path}[{place}]");
                    places.lines.push((inner.clone(), self.line));
                    self.value(&inner, places);
                }
                self.at += 1;
            }
            b'"' => drop(self.string()),
            _ => {
                let rest = &self.text[self.at..];
                self.at += rest.find([',', '}', ']', ' ', '\t', '\r', '\n']).unwrap_or(rest.len()).max(1);
            }
        }
    }
}

/// What a policy means, for whoever answers for it.
#[must_use]
pub fn explain(view: &View) -> String {
    let mut out = String::new();
    let mut say = |text: &str| out.push_str(&format!("{text}\n"));
    let by = view.organisation.as_deref().map(|name| format!(" of {name}")).unwrap_or_default();
    say(&format!("The policy{by} only narrows what an employee may switch on: it starts and hides nothing."));
    match view.sites.as_deref() {
        None | Some([]) => say("No site may be switched on."),
        Some(sites) => {
            say("These sites may be switched on, by the employee alone:");
            sites.iter().for_each(|site| say(&format!("  {site}")));
        }
    }
    if !view.never.is_empty() {
        say("Of these nothing is ever recorded:");
        view.never.iter().for_each(|site| say(&format!("  {site}")));
    }
    say("These packs hold in any case:");
    for pack in &view.packs {
        let own = if pack.own.is_empty() { String::new() } else { format!(", and yours: {}", pack.own.join(", ")) };
        say(&format!("  {}: {} hosts with all below them{own}", pack.name, pack.hosts));
    }
    say(match view.masking_level {
        crate::redact::MaskingLevel::Open => {
            "Employees choose what is masked; private fields and what the detectors know always are."
        }
        crate::redact::MaskingLevel::Values => "Everything typed is masked, whatever the employee chooses.",
        crate::redact::MaskingLevel::Structure => {
            "Everything typed is masked, and what a page says about someone, whatever the employee chooses."
        }
        crate::redact::MaskingLevel::All => "Every text of a page is masked, whatever the employee chooses.",
    });
    if !view.strings.is_empty() {
        say("At the masking level structure texts of the site's own are kept, though they stand where data does:");
        view.strings.iter().for_each(|one| say(&format!("  {}: {} hashes of strings", one.site, one.count)));
    }
    if view.http {
        say("Sites may be listed by http, which is not encrypted.");
    }
    match view.retention_days {
        Some(1) => say("A session is deleted after 1 day."),
        Some(days) => say(&format!("A session is deleted after {days} days.")),
        None => say("How long a session is kept is the employee's choice."),
    }
    let formats: Vec<&str> = view.exports.iter().map(|format| format.word()).collect();
    say(&format!(
        "It may be exported as: {}.",
        if formats.is_empty() { "nothing".to_owned() } else { formats.join(", ") }
    ));
    if let Some(text) = &view.consent {
        say(&format!("Before the first recording the employee must agree to:\n  {}", text.replace('\n', "\n  ")));
    }
    if let (Some(version), Some(hash)) = (view.version, &view.hash) {
        say(&format!("Version {version}, hash {hash}: where it holds, the extension's settings show the same."));
    }
    say(&match &view.contact {
        Some(contact) => format!("Employees ask: {contact}"),
        None => "Employees are not told whom to ask: add \"contact\".".to_owned(),
    });
    out
}
