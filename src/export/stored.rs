//! Steps as the store has them: each a line of a trace with the person's marks. A row that is no step hides no other.

use crate::trace::{Flag, Line, Step};
use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
struct Row {
    step: Line,
    #[serde(default)]
    marks: Vec<Flag>,
}

/// The steps of rows `{step, marks?}`, with the marks as their flags; `None` for a row that holds no step.
#[must_use]
pub fn read_stored(rows: Vec<Value>) -> Vec<Option<Step>> {
    rows.into_iter().map(read).collect()
}

fn read(row: Value) -> Option<Step> {
    let Row { step: Line::Step(mut step), marks } = serde_json::from_value(row).ok()? else { return None };
    let is_mark = |flag: &Flag| matches!(flag, Flag::Mistake | Flag::NotForTraining);
    step.flags.retain(|flag| !is_mark(flag));
    step.flags.extend(marks.into_iter().filter(is_mark));
    Some(*step)
}
