//! A second time through the gate, for text that is said to have passed: what stands between its placeholders is masked anew.

use super::{EntityType, MaskingLevel, Raw, Redacted, Redactor, files, placeholder, retroactive_mask};

/// What a text is, which decides what of it a masking level lets stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The page's own: a name, a label, an option.
    Page,
    /// Typed by the person.
    Person,
}

impl Redactor {
    /// The text with its placeholders, and the rest masked as the level asks and the detectors find.
    pub fn again(&mut self, text: &Redacted, origin: Origin) -> Redacted {
        let whole = self.masking_level == MaskingLevel::All
            || (origin == Origin::Person && self.masking_level != MaskingLevel::Open);
        self.between(text.as_str(), |redactor, part| {
            // An ellipsis where a text was cut, a space between two placeholders.
            let says_something = part.chars().any(char::is_alphanumeric);
            match (whole, says_something) {
                (true, true) => redactor.whole(&Raw::new(part), EntityType::Text),
                _ => redactor.detected_with(&Raw::new(part), origin == Origin::Person),
            }
        })
    }

    /// An observation's lines: the names and texts in them anew. `None` where a line is not of the grammar.
    pub fn lines_again(&mut self, lines: &Redacted) -> Option<Redacted> {
        let mut out = Redacted::default();
        for line in lines.as_str().split_inclusive('\n') {
            let (role, name, attributes, text) = retroactive_mask::parts(line);
            let known = attributes.trim_end().trim_end_matches(':').split_inclusive(']').all(is_state);
            if role.is_empty() || !known {
                return None;
            }
            out.0.push_str(role);
            out.push(&self.quoted_again(name)?);
            out.0.push_str(attributes);
            out.push(&self.quoted_again(text)?);
        }
        Some(out)
    }

    /// The name or the text of an observation's line, with what stands around it; a field for files has their kinds.
    fn quoted_again(&mut self, part: &str) -> Option<Redacted> {
        let Some((before, rest)) = part.split_once('"') else {
            return part.trim().is_empty().then(|| Redacted::passed(part.to_owned()));
        };
        let (inside, after) = rest.rsplit_once('"')?;
        if !matches!(before, " " | ": ") || !after.trim().is_empty() {
            return None;
        }
        let inside = Redacted::passed(inside.to_owned());
        let again = self.file_kinds_again(&inside).unwrap_or_else(|| self.again(&inside, Origin::Page));
        Some(Redacted::passed([before, "\"", again.as_str(), "\"", after].concat()))
    }

    /// A URL of a document of `origin`: with its origin, and its path masked anew. `None` where it is of another one, or holds
    /// what no step's URL has.
    pub fn url_again(&mut self, url: &Redacted, origin: &str) -> Option<Redacted> {
        let url = url.as_str();
        // Documents without an address of their own have the origin of who made them.
        if ["about:", "blob:", "data:"].contains(&url) {
            return Some(Redacted::passed(url.to_owned()));
        }
        // What is masked in the origin was counted by who made the step.
        let (mut out, _) = self.counting(|redactor| redactor.url(&Raw::new(format!("{origin}/"))));
        let path = url.strip_prefix(out.as_str())?;
        for (place, segment) in path.split('/').enumerate() {
            if place > 0 {
                out.0.push('/');
            }
            let mut plain = true;
            let masked = self.between(segment, |redactor, part| {
                plain &= !part.contains(['?', '#', ';']);
                redactor.segment(part)
            });
            out.push(&masked);
            if !plain {
                return None;
            }
        }
        Some(out)
    }

    /// A selector, or `None` where it holds anything private: a replay would find nothing by its placeholder.
    pub fn selector_again(&mut self, selector: &Redacted) -> Option<Redacted> {
        let text = selector.as_str();
        self.selector(&Raw::new(text), text.starts_with("aria/") || text.starts_with("text/"))
    }

    /// The name of a tag.
    pub fn tag_again(&mut self, tag: &Redacted) -> Redacted {
        self.tag(tag.as_str())
    }

    /// A key: one sign, or the name of one as the browser has it (`Enter`, `F12`).
    pub fn key_again(&mut self, key: &Redacted) -> Redacted {
        let text = key.as_str();
        let name = text.starts_with(|first: char| first.is_ascii_uppercase())
            && text.bytes().filter(u8::is_ascii_digit).count() <= 2;
        if name || text.chars().count() == 1 { self.key(&Raw::new(text)) } else { Redacted::own("Unidentified") }
    }

    /// `2 files: pdf, other`, or `None` where it is not of that form.
    #[must_use]
    pub fn file_kinds_again(&self, value: &Redacted) -> Option<Redacted> {
        let (number, rest) = value.as_str().split_once(' ')?;
        let known = |kind: &str| kind == "other" || files::kind_of(&format!(".{kind}")) == Some(kind);
        let (_, kinds) = rest.split_once(": ").filter(|(word, _)| matches!(*word, "file" | "files"))?;
        let counted: usize = number.parse().ok()?;
        let all = kinds.split(", ").all(known) && kinds.split(", ").count() == counted;
        all.then(|| value.clone())
    }

    /// The kind of a file, or nothing where it is none that is known.
    #[must_use]
    pub fn extension_again(&self, extension: &Redacted) -> Redacted {
        Redacted::own(files::kind_of(&format!(".{}", extension.as_str())).unwrap_or_default())
    }

    /// The text with each stretch between its placeholders replaced.
    fn between(&mut self, text: &str, mut by: impl FnMut(&mut Self, &str) -> Redacted) -> Redacted {
        let mut out = Redacted::default();
        let mut from = 0;
        for placeholder in placeholder::tagged(text) {
            out.push(&by(self, &text[from..placeholder.start]));
            from = placeholder.end;
            out.0.push_str(&text[placeholder]);
        }
        out.push(&by(self, &text[from..]));
        out
    }
}

/// ` [checked]`, ` [level=2]`, ` [ref=e5]`; nothing is one too.
fn is_state(text: &str) -> bool {
    if text.is_empty() {
        return true;
    }
    let Some(inside) = text.strip_prefix(" [").and_then(|rest| rest.strip_suffix(']')) else { return false };
    let (name, value) = inside.split_once('=').unwrap_or((inside, ""));
    let small = |text: &str| text.bytes().all(|byte| byte.is_ascii_lowercase());
    let number = value.strip_prefix('e').unwrap_or(value);
    small(name) && (small(value) || (number.len() <= 4 && number.bytes().all(|byte| byte.is_ascii_digit())))
}
