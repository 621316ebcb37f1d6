//! Tells ids and classes that a tool made up, and that change with the next build, from those that a person chose.

/// True where the word looks made up: long runs of digits, hex or mixed case without a vowel pattern.
#[must_use]
pub(super) fn looks_generated(word: &str) -> bool {
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let letters = word.chars().filter(char::is_ascii_alphabetic).count();
    let marks = word.chars().filter(|c| matches!(c, ':' | '«' | '»')).count();
    let longest_digits = longest_run(word, |c| c.is_ascii_digit());
    let hex = longest_run(word, |c| c.is_ascii_hexdigit());
    let case_changes =
        word.as_bytes().windows(2).filter(|pair| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase()).count();
    marks > 0
        || longest_digits >= 4
        || (hex >= 6 && digits >= 2)
        || (digits >= 2 && letters >= 3 && digits * 3 >= letters && word.len() >= 6)
        || (case_changes >= 2 && digits > 0)
        || ["ember", "radix-", "react-select-", "mui-", "css-", "sc-", "jss", "ext-gen", "yui"]
            .iter()
            .any(|prefix| word.strip_prefix(prefix).is_some_and(|rest| rest.chars().any(|c| c.is_ascii_digit())))
}

fn longest_run(word: &str, belongs: impl Fn(char) -> bool) -> usize {
    word.split(|c| !belongs(c)).map(str::len).max().unwrap_or(0)
}
