//! Writes the lines of an observation: `- button "Approve" [disabled] [ref=e5]`, two spaces a level.

use crate::redact::Redacted;

/// What a line says.
pub(super) enum Say {
    /// It has been masked.
    Now(Redacted),
    /// It is judged with all others at the end, at this place.
    Judged(usize),
}

impl Default for Say {
    fn default() -> Self {
        Self::Now(Redacted::default())
    }
}

impl Say {
    /// What may be kept of it.
    pub(super) fn of<'a>(&'a self, judged: &'a [Redacted]) -> Option<&'a Redacted> {
        match self {
            Self::Now(text) => Some(text),
            Self::Judged(at) => judged.get(*at),
        }
    }
}

/// One line with what stands below it. A line without a role is text.
#[derive(Default)]
pub(super) struct Line {
    pub(super) role: &'static str,
    pub(super) name: Say,
    /// ` [checked]`, ` [level=2]`.
    pub(super) states: Redacted,
    /// The number of its ref, from 1.
    pub(super) place: usize,
    pub(super) text: Say,
    pub(super) inside: Vec<Line>,
}

impl Line {
    pub(super) fn text(text: Say) -> Self {
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

/// All lines as one text; `judged`: what is kept of the texts that were judged at the end.
pub(super) fn written(lines: &[Line], judged: &[Redacted]) -> Redacted {
    let mut out = Redacted::default();
    for line in lines {
        write(line, judged, 0, &mut out);
    }
    out
}

fn write(line: &Line, judged: &[Redacted], depth: usize, out: &mut Redacted) {
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
        if let Some(name) = line.name.of(judged).filter(|name| !name.is_empty()) {
            out.push_own(" ");
            out.push(&name.quoted());
        }
        out.push(&line.states);
        out.push_own(" [ref=e");
        out.push_number(line.place);
        out.push_own("]");
    }
    if let Some(text) = line.text.of(judged).filter(|text| !text.is_empty()) {
        out.push_own(": ");
        out.push(&text.quoted());
    } else if !line.inside.is_empty() {
        out.push_own(":");
    }
    for inside in &line.inside {
        write(inside, judged, depth + 1, out);
    }
}
