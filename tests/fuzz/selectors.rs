//! Selectors. The core writes CSS and XPath and reads neither: the browser does. What it takes apart is its own notation (`aria/`,
//! `text/`, `xpath/`, `pierce/`), to write locators of Playwright, and an address to tell its path.

use crate::fuzz;
use crate::inputs::{corpus, value};
use overt::export::write;
use overt::format::Format;
use overt::redact::{MaskingLevel, Redacted, Redactor, Terms};
use overt::trace::{Header, Line, Step};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use serde_json::{Value, json};
use std::iter::Peekable;
use std::str::Chars;

const TOKENS: &[&str] = &[
    "aria/",
    "text/",
    "xpath/",
    "pierce/",
    "[role=\"",
    "\"]",
    "[role=\"button\"]",
    "//",
    "/",
    "\\",
    "\"",
    "'",
    "`",
    "${",
    "}",
    "${process.exit()}",
    ");",
    "*/",
    "/*",
    "\n",
    "\r",
    "\u{2028}",
    "\u{2029}",
    "\u{85}",
    "\u{202e}",
    "</script>",
    "<!--",
    ">>",
    " >> ",
    "nth=0",
    "#ok",
    ".a",
    ":has(",
    ")",
    "text=/",
    "/i",
    "<TEXT_1>",
    "<EMAIL_1>",
    // A digit beside it would make another number of it.
    " 4111 1111 1111 1111 ",
    "%34%31%31%31",
    "\u{1f337}",
    "e\u{301}",
];

/// Every word that stands in a test of Playwright outside its strings.
const WORDS: &[&str] = &[
    "import",
    "expect",
    "test",
    "from",
    "async",
    "await",
    "page",
    "const",
    "function",
    "missing",
    "name",
    "throw",
    "new",
    "Error",
    "process",
    "env",
    "setViewportSize",
    "width",
    "height",
    "goto",
    "toHaveURL",
    "click",
    "dblclick",
    "check",
    "uncheck",
    "button",
    "position",
    "x",
    "y",
    "selectOption",
    "fill",
    "setInputFiles",
    "keyboard",
    "press",
    "locator",
    "getByRole",
    "getByTestId",
    "getByText",
    "exact",
    "true",
    "evaluate",
    "element",
    "scrollTo",
    "hover",
    "dragTo",
    "sourcePosition",
    "targetPosition",
    "steps",
    "mouse",
    "down",
    "up",
    "modifiers",
    "type",
    "dialog",
    "accept",
    "on",
    "nth",
    "contentFrame",
    "context",
    "newPage",
    "waitForEvent",
    "bringToFront",
    "close",
    "encodeURIComponent",
];

fn header() -> Header {
    serde_json::from_value(json!({
        "version": 2, "session": "5f0c", "goal": "Pay", "started": "2026-11-24T00:00:00Z", "maskingLevel": "open",
        "environment": { "recorder": "overt", "browser": "Chromium 156", "language": "en", "viewport": { "width": 1280, "height": 800 } },
    }))
    .expect("a header")
}

/// The steps of the corpus.
fn seeds() -> Vec<Value> {
    let of = |file: String| file.lines().next().map(|line| serde_json::from_str(line).expect("JSON"));
    corpus("step").into_iter().filter_map(of).collect()
}

/// A module without the contents of its strings, regular expressions and comments; `None` where one of them has no end.
fn code(source: &str) -> Option<String> {
    let mut out = String::new();
    let mut chars = source.chars().peekable();
    // How deep in the `${…}` of templates.
    let mut depth = 0;
    let mut in_template = false;
    while let Some(c) = chars.next() {
        match c {
            _ if in_template => match c {
                '\\' => drop(chars.next()?),
                '`' => in_template = false,
                '$' if chars.peek() == Some(&'{') => {
                    chars.next();
                    out.push(' ');
                    (in_template, depth) = (false, depth + 1);
                }
                _ => {}
            },
            '`' => in_template = true,
            '}' if depth > 0 => (in_template, depth) = (true, depth - 1),
            '"' | '\'' => skip(&mut chars, c)?,
            '/' if chars.peek() == Some(&'/') => {
                while !matches!(chars.next()?, '\n' | '\r' | '\u{2028}' | '\u{2029}') {}
            }
            '/' if chars.peek() == Some(&'*') => {
                while !(chars.next()? == '*' && chars.peek() == Some(&'/')) {}
                chars.next();
            }
            '/' if out.trim_end().ends_with('(') => skip(&mut chars, c)?,
            _ => out.push(c),
        }
    }
    (!in_template && depth == 0).then_some(out)
}

/// Goes to behind the end of a string, or of a regular expression where that is a slash; `None` where its line ends before it.
fn skip(chars: &mut Peekable<Chars<'_>>, end: char) -> Option<()> {
    let mut in_class = false;
    loop {
        match chars.next()? {
            '\\' => drop(chars.next()?),
            '[' if end == '/' => in_class = true,
            ']' => in_class = false,
            c if c == end && !in_class => return Some(()),
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => return None,
            _ => {}
        }
    }
}

/// Whether a word of the code is ours, a number, a tab or what was masked: `EMAIL_1`.
fn is_known(word: &str) -> bool {
    let numbered = |rest: &str| rest.bytes().all(|byte| byte.is_ascii_digit());
    let tab = word.strip_prefix("tab").map(|rest| rest.strip_suffix("Opened").unwrap_or(rest));
    let masked = word
        .rsplit_once('_')
        .is_some_and(|(class, number)| numbered(number) && class.bytes().all(|byte| byte.is_ascii_uppercase()));
    WORDS.contains(&word) || numbered(tab.unwrap_or(word)) || masked
}

fn holds(value: &Value) -> TestCaseResult {
    let Ok(Line::Step(step)) = serde_json::from_value::<Line>(value.clone()) else { return Ok(()) };
    let length = value.to_string().len();
    let file = |format: Format, step: Step| write(format, header(), vec![step], Vec::new(), &Terms::default());
    let source = file(Format::Playwright, (*step).clone());
    let code = code(&source).ok_or_else(|| TestCaseError::fail(format!("a string without an end: {source}")))?;
    for word in code.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == '$')).filter(|word| !word.is_empty()) {
        prop_assert!(is_known(word), "{} in {}", word, source);
    }
    prop_assert!(source.len() <= 16 * length + 4_096, "{} bytes of {}", source.len(), length);
    let flow: Value = serde_json::from_str(&file(Format::UserFlow, (*step).clone())).expect("a flow is JSON");
    prop_assert!(flow.to_string().len() <= 16 * length + 4_096);
    for part in step.target.iter().flat_map(|target| &target.selectors).flatten() {
        let again: Option<Redacted> = Redactor::new([3; 16], MaskingLevel::Open).selector_again(part);
        prop_assert!(again.as_ref().is_none_or(|again| again == part), "a selector passes as it is or not at all");
        prop_assert!(!again.is_some_and(|again| again.as_str().contains("4111 1111 1111 1111")));
    }
    Ok(())
}

#[test]
fn the_corpus_becomes_locators() {
    for value in seeds() {
        holds(&value).expect("it holds");
    }
}

#[test]
fn no_selector_and_no_text_of_a_step_leaves_its_string_in_a_test() {
    fuzz("selectors", 1.0, &value(seeds(), TOKENS), |value| holds(&value));
}
