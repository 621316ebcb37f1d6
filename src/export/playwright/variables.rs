//! What a test reads from the environment, because the recording masked it or never had it.

use super::source::{self, quoted, templated};
use crate::redact::{Piece, Placeholder, pieces};
use crate::trace::Step;

/// The variables of the environment that a test reads, in the order of their first use.
#[derive(Default)]
pub(super) struct Variables {
    names: Vec<String>,
    files: usize,
}

impl Variables {
    /// The lines that read them and stop the test where one is missing.
    pub(super) fn lines(&self) -> impl Iterator<Item = String> {
        self.names.iter().flat_map(|name| source::constant(name, &format!("process.env.{name} ?? missing(\"{name}\")")))
    }

    pub(super) fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    fn use_of(&mut self, name: String) -> String {
        if !self.names.contains(&name) {
            self.names.push(name.clone());
        }
        name
    }

    /// The name of what stands for the placeholder. Without a number it is `TERM_0`: a plain `TERM` may well mean another thing.
    fn name(&mut self, placeholder: Placeholder) -> String {
        self.use_of(format!("{}_{}", placeholder.entity_type.word(), placeholder.number.unwrap_or_default()))
    }

    /// The expression of a text of the step, with `call` around what was masked. What only looks like a placeholder, where
    /// nothing of its class was masked in the step, is text.
    fn expression(&mut self, text: &str, step: &Step, call: fn(String) -> String) -> String {
        let is_own = |piece: &Piece| matches!(piece, Piece::Masked(one) if step.masked.of(one.entity_type) > 0);
        let pieces = pieces(text);
        if !pieces.iter().any(is_own) {
            return quoted(text);
        }
        if let [Piece::Masked(placeholder)] = pieces.as_slice() {
            return call(self.name(*placeholder));
        }
        let mut template = String::new();
        for piece in &pieces {
            match piece {
                Piece::Masked(placeholder) if is_own(piece) => {
                    template.push_str(&format!("${{{}}}", call(self.name(*placeholder))));
                }
                Piece::Masked(placeholder) => template.push_str(&templated(&placeholder.to_string())),
                Piece::Kept(text) => template.push_str(&templated(text)),
            }
        }
        format!("`{template}`")
    }

    /// What is typed or chosen.
    pub(super) fn value(&mut self, text: &str, step: &Step) -> String {
        self.expression(text, step, |name| name)
    }

    /// The address of the step.
    pub(super) fn address(&mut self, step: &Step) -> String {
        self.expression(step.url.as_str(), step, |name| format!("encodeURIComponent({name})"))
    }

    /// The path of a file on the machine that runs the test: `FILE_1` for the first that the test chooses.
    pub(super) fn file(&mut self) -> String {
        self.files += 1;
        self.use_of(format!("FILE_{}", self.files))
    }
}
