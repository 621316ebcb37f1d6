//! Reads documents as JSON Lines from the standard input and writes, a line each, what the detectors find:
//! `[[start, end, class]]`, offsets in characters. The last line is the speed in megabytes a second.

use overt::redact::{Span, spans};
use std::io::{BufRead as _, Write as _};
use std::time::Instant;

/// How much text, in bytes, is searched to measure the speed.
const MEASURED: usize = 64 << 20;
/// In how many rounds.
const ROUNDS: usize = 16;

fn main() -> std::io::Result<()> {
    let mut texts = Vec::new();
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let document: serde_json::Value = serde_json::from_str(&line?).map_err(std::io::Error::other)?;
        let text = document["text"].as_str().unwrap_or_default().to_owned();
        let found: Vec<_> = spans(&text).iter().map(|span| in_characters(&text, span)).collect();
        writeln!(out, "{}", serde_json::Value::from(found))?;
        texts.push(text);
    }
    let all: usize = texts.iter().map(String::len).sum();
    // The fastest round: whatever else the machine does only makes others slower.
    let fastest = (0..ROUNDS).map(|_| seconds(&texts, MEASURED / ROUNDS / all.max(1) + 1)).fold(f64::MAX, f64::min);
    writeln!(out, "{}", serde_json::json!({ "megabytes": all as f64 / 1e6 / fastest }))
}

/// Seconds that one search of all texts takes, on the average of so many.
fn seconds(texts: &[String], times: usize) -> f64 {
    let start = Instant::now();
    for _ in 0..times {
        for text in texts {
            std::hint::black_box(spans(std::hint::black_box(text)));
        }
    }
    start.elapsed().as_secs_f64() / times as f64
}

fn in_characters(text: &str, span: &Span) -> serde_json::Value {
    let characters = |bytes: usize| text[..bytes].chars().count();
    let class = serde_json::to_value(span.entity_type).unwrap_or_default();
    serde_json::json!([characters(span.range.start), characters(span.range.end), class])
}
