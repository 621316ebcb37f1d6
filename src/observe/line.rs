//! Writes the lines of an observation: `- button "Approve" [disabled] [ref=e5]`, two spaces a level.

use crate::redact::Redacted;

/// One line with what stands below it. A line without a role is text.
#[derive(Default)]
pub(super) struct Line {
    pub(super) role: &'static str,
    pub(super) name: Redacted,
    /// ` [checked]`, ` [level=2]`.
    pub(super) states: Redacted,
    /// The number of its ref, from 1.
    pub(super) place: usize,
    pub(super) text: Redacted,
    pub(super) inside: Vec<Line>,
}

impl Line {
    pub(super) fn text(text: Redacted) -> Self {
        Self { text, ..Self::default() }
    }

    /// A single text inside stands in the line itself.
    pub(super) fn folded(mut self) -> Self {
        if let [only] = self.inside.as_mut_slice()
            && only.role.is_empty()
        {
            self.text = core::mem::take(&mut only.text);
            self.inside.clear();
        }
        self
    }
}

/// All lines as one text.
pub(super) fn written(lines: &[Line]) -> Redacted {
    let mut out = Redacted::default();
    for line in lines {
        write(line, 0, &mut out);
    }
    out
}

fn write(line: &Line, depth: usize, out: &mut Redacted) {
    if !out.as_str().is_empty() {
        out.push_own("\n");
    }
    for _ in 0..depth {
        out.push_own("  ");
    }
    out.push_own("- ");
    if line.role.is_empty() {
        out.push_own("text");
    } else {
        out.push_own(line.role);
        if !line.name.as_str().is_empty() {
            out.push_own(" ");
            out.push(&line.name.quoted());
        }
        out.push(&line.states);
        out.push_own(" [ref=e");
        out.push_number(line.place);
        out.push_own("]");
    }
    if !line.text.as_str().is_empty() {
        out.push_own(": ");
        out.push(&line.text.quoted());
    } else if !line.inside.is_empty() {
        out.push_own(":");
    }
    for inside in &line.inside {
        write(inside, depth + 1, out);
    }
}
