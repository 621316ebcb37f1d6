//! Writes xpath: strings.

/// The text as an XPath string, which knows no escapes: `None` where it holds both kinds of quotes.
pub(super) fn quoted(text: &str) -> Option<String> {
    let quote = ["\"", "'"].into_iter().find(|quote| !text.contains(quote))?;
    Some([quote, text, quote].concat())
}
