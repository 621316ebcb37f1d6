//! JavaScript as prettier writes it with its defaults: calls on a line of 80 columns at most, or broken where prettier breaks them.

use crate::export::json::{is_deceptive, json};
use unicode_width::UnicodeWidthStr;

/// How many columns a line has, as prettier counts by default.
const COLUMNS: usize = 80;
/// More calls than so many in a chain are broken where one of their arguments is more than a plain value.
const MOST_CALLS: usize = 2;
/// A regular expression of so many columns is a plain value all the same.
const SHORT_PATTERN: usize = 5;

/// An argument of a call.
#[derive(Clone)]
pub(super) enum Argument {
    /// A value, a name, or any expression that is not broken.
    Plain(String),
    /// A regular expression or a function: a long chain that has one is broken.
    Rich(String),
    /// An object by its fields.
    Object(Vec<(&'static str, String)>),
    /// A list.
    List(Vec<String>),
    /// Calls on something.
    Chain(String, Vec<Call>),
}

impl Argument {
    /// A regular expression. An empty one would begin a comment.
    pub(super) fn pattern(pattern: &str) -> Self {
        let pattern = if pattern.is_empty() { "(?:)" } else { pattern };
        let text = ["/", pattern, "/"].concat();
        if pattern.width() > SHORT_PATTERN { Self::Rich(text) } else { Self::Plain(text) }
    }

    fn flat(&self) -> String {
        match self {
            Self::Plain(text) | Self::Rich(text) => text.clone(),
            Self::Object(fields) => {
                let fields: Vec<String> = fields.iter().map(|(name, value)| format!("{name}: {value}")).collect();
                format!("{{ {} }}", fields.join(", "))
            }
            Self::List(items) => format!("[{}]", items.join(", ")),
            Self::Chain(root, calls) => flat_chain(root, calls),
        }
    }

    /// The argument on lines of its own that begin with `indent` spaces, opened where it is too long for one.
    fn lines(&self, indent: usize) -> Vec<String> {
        let space = " ".repeat(indent);
        let flat = format!("{space}{},", self.flat());
        match self.open() {
            Some((opening, inside, closing)) if !fits(&flat) => {
                let inside = inside.iter().map(|line| format!("{space}  {line},"));
                let (first, last) = (format!("{space}{opening}"), format!("{space}{closing},"));
                core::iter::once(first).chain(inside).chain([last]).collect()
            }
            _ => vec![flat],
        }
    }

    /// Its signs, and what stands between them, an item a line, where it can be opened.
    fn open(&self) -> Option<(char, Vec<String>, char)> {
        match self {
            Self::Object(fields) if !fields.is_empty() => {
                Some(('{', fields.iter().map(|(name, value)| format!("{name}: {value}")).collect(), '}'))
            }
            Self::List(items) if !items.is_empty() => Some(('[', items.clone(), ']')),
            _ => None,
        }
    }
}

/// A call in a chain.
#[derive(Clone)]
pub(super) struct Call {
    name: &'static str,
    arguments: Vec<Argument>,
}

/// A call of `name` with these arguments.
pub(super) fn call<const N: usize>(name: &'static str, arguments: [Argument; N]) -> Call {
    Call { name, arguments: arguments.into() }
}

impl Call {
    fn flat(&self) -> String {
        let arguments: Vec<String> = self.arguments.iter().map(Argument::flat).collect();
        format!(".{}({})", self.name, arguments.join(", "))
    }

    /// The call on lines, with what stands before it on the first of them; the others begin with `indent` spaces, and `after` comes
    /// behind the last.
    fn lines(&self, before: &str, indent: usize, after: &str) -> Vec<String> {
        let flat = [before, &self.flat(), after].concat();
        if fits(&flat) || self.arguments.is_empty() {
            return vec![flat];
        }
        self.opened(before, indent, after).unwrap_or_else(|| {
            let space = " ".repeat(indent);
            let each = self.arguments.iter().flat_map(|one| match one {
                Argument::Chain(root, calls) => chain(&format!("{space}  {root}"), calls, indent + 2, ","),
                _ => one.lines(indent + 2),
            });
            let first = format!("{before}.{}(", self.name);
            core::iter::once(first).chain(each).chain([format!("{space}){after}")]).collect()
        })
    }

    /// The same with its last argument opened, where that can be and the first line then fits.
    fn opened(&self, before: &str, indent: usize, after: &str) -> Option<Vec<String>> {
        let (last, others) = self.arguments.split_last()?;
        let (opening, inside, closing) = last.open()?;
        let others: String = others.iter().map(|one| [&one.flat(), ", "].concat()).collect();
        let first = Some(format!("{before}.{}({others}{opening}", self.name)).filter(|first| fits(first))?;
        let space = " ".repeat(indent);
        let inside = inside.iter().map(|line| format!("{space}  {line},"));
        let end = format!("{space}{closing}){after}");
        Some(core::iter::once(first).chain(inside).chain([end]).collect())
    }
}

fn fits(line: &str) -> bool {
    line.width() <= COLUMNS
}

/// `const name = value;` in the body of a test, where the value is an operation.
pub(super) fn constant(name: &str, value: &str) -> Vec<String> {
    let flat = format!("  const {name} = {value};");
    if fits(&flat) { vec![flat] } else { vec![format!("  const {name} ="), format!("    {value};")] }
}

/// `await root.call().call();` on lines that begin with `indent` spaces.
pub(super) fn awaited(root: &str, calls: &[Call], indent: usize) -> Vec<String> {
    chain(&format!("{}await {root}", " ".repeat(indent)), calls, indent, ";")
}

fn flat_chain(root: &str, calls: &[Call]) -> String {
    core::iter::once(root.to_owned()).chain(calls.iter().map(Call::flat)).collect()
}

/// The calls on what `start` ends with, on lines that begin with `indent` spaces; `after` comes behind the last.
fn chain(start: &str, calls: &[Call], indent: usize, after: &str) -> Vec<String> {
    let flat = [&flat_chain(start, calls), after].concat();
    let Some((last, others)) = calls.split_last() else { return vec![flat] };
    let before = flat_chain(start, others);
    let rich = |call: &Call| call.arguments.iter().any(|one| matches!(one, Argument::Rich(_)));
    let broken = calls.len() > MOST_CALLS && calls.iter().any(rich);
    if others.is_empty() || (!broken && fits(&flat)) {
        return last.lines(&before, indent, after);
    }
    let inner = " ".repeat(indent + 2);
    let end = last.lines(&inner, indent + 2, after);
    // Prettier leaves an object open that it finds open, and takes what stands before that on the first line for enough: up to the object,
    // or, where an argument before the last one holds it, up to the parenthesis.
    let opens = |lines: &[String]| {
        let Some((first, others)) = lines.split_first() else { return false };
        let before_last = others.iter().any(|line| line.ends_with('{') && line.trim() != "{");
        (first.ends_with('{') || before_last) && fits(first)
    };
    if !broken && opens(&end) {
        let lines = last.lines(&before, indent, after);
        if opens(&lines) {
            return lines;
        }
    }
    let others = others.iter().flat_map(|call| call.lines(&inner, indent + 2, ""));
    core::iter::once(start.to_owned()).chain(others).chain(end).collect()
}

/// A text as a string: in double quotes, unless single ones have less to escape.
pub(super) fn quoted(text: &str) -> String {
    let string = json(&text);
    let (doubles, singles) = (text.matches('"').count(), text.matches('\'').count());
    if doubles <= singles {
        return string;
    }
    let inside = string[1..string.len() - 1].replace("\\\"", "\"").replace('\'', "\\'");
    format!("'{inside}'")
}

/// A text between the backticks of a template.
pub(super) fn templated(text: &str) -> String {
    let string = json(&text);
    string[1..string.len() - 1].replace("\\\"", "\"").replace('`', "\\`").replace("${", "\\${")
}

/// A text as a part of a regular expression that matches just that; white space of any kind and length is one space.
pub(super) fn matching(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        // JavaScript counts every white space of Unicode but this control.
        if c.is_whitespace() && c != '\u{85}' {
            if !out.ends_with("\\s+") {
                out.push_str("\\s+");
            }
        } else if c == '<' || is_deceptive(c) {
            // All of them have one UTF-16 code unit; `<!` might end a script around it.
            out.push_str(&format!("\\u{:04x}", u32::from(c)));
        } else {
            if "\\^$.*+?()[]{}|/".contains(c) {
                out.push('\\');
            }
            out.push(c);
        }
    }
    out
}
