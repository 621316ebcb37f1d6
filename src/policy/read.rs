//! Reads a policy's JSON. Nothing is guessed: what is not known, or not of its type, is a problem.

use super::strings::MOST_STRINGS;
use super::{Pack, Pattern, Policy, PolicyError, Problem, Use};
use crate::format::Format;
use crate::redact::{HASH, MaskingLevel, are_hashes};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

/// An entry that a policy can have.
pub struct Key {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// What it means, for administrators.
    pub means: &'static str,
}

/// What an entry holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A whole number.
    Number,
    /// True or false.
    Flag,
    /// A text.
    Text,
    /// A list of texts.
    Texts,
    /// A list of texts for each pack.
    Packs,
    /// A text for each site.
    Sites,
}

/// Every entry that a policy can have. Those of [`NEEDED`] must be there.
pub const KEYS: [Key; 14] = [
    Key { name: "version", kind: Kind::Number, means: "1: the version of this format." },
    Key {
        name: "entries",
        kind: Kind::Number,
        means: "How many entries the policy has, this one included; a browser that drops one is noticed by it.",
    },
    Key { name: "organisation", kind: Kind::Text, means: "Who made the policy, as employees know it." },
    Key { name: "contact", kind: Kind::Text, means: "Whom employees can ask about it." },
    Key {
        name: "sites",
        kind: Kind::Texts,
        means: "Patterns of the sites that may be switched on; an empty list allows none.",
    },
    Key { name: "never", kind: Kind::Texts, means: "Patterns of the sites that never may." },
    Key {
        name: "packs",
        kind: Kind::Packs,
        means: "Patterns that are added to the packs banking, payroll, health, webmail and identity.",
    },
    Key { name: "http", kind: Kind::Flag, means: "Whether sites may be listed by http; false by default." },
    Key {
        name: "maskingLevel",
        kind: Kind::Text,
        means: "The least that is masked: open (the default), values, structure or all.",
    },
    Key {
        name: "strings",
        kind: Kind::Sites,
        means: "What the interface of a site says, by its pattern, as hashes that overt policy strings makes: kept at the masking level structure.",
    },
    Key { name: "floor", kind: Kind::Text, means: "What maskingLevel was called before; of both the stricter holds." },
    Key { name: "retentionDays", kind: Kind::Number, means: "How many days a session may be kept, 1 to 3650." },
    Key { name: "exports", kind: Kind::Texts, means: "The formats that may be exported; all by default." },
    Key { name: "consent", kind: Kind::Text, means: "What an employee must agree to before the first recording." },
];

/// Entries without which a policy allows nothing. Chromium drops entries that its schema does not take, and says so to
/// nobody: these three tell that something was there, and how much.
pub const NEEDED: [&str; 3] = ["version", "entries", "sites"];

const VERSION: u64 = 1;
const LONGEST: usize = 20_000;
/// How many bytes of the hash are shown, two digits each.
const SHOWN_HASH: usize = 6;

impl Policy {
    /// Reads a policy as an administrator writes it, where the entries may not have been counted yet.
    #[must_use]
    pub fn draft(json: &str) -> Self {
        match serde_json::from_str(json) {
            Ok(Value::Object(entries)) => Self::read(&Value::Object(counted(entries)).to_string()),
            _ => Self::read(json),
        }
    }

    /// One that is there and that the browser cannot hand over; it allows nothing.
    #[must_use]
    pub fn unreadable() -> Self {
        let problems = vec![Problem { at: "policy".to_owned(), error: PolicyError::Unreadable }];
        Self { present: true, problems, ..Self::default() }
    }

    /// Reads a policy as the browser hands it over. One with mistakes, or without entries, allows nothing and says why; where
    /// there is no policy, nothing is read and [`Policy::default`] holds.
    #[must_use]
    pub fn read(json: &str) -> Self {
        match serde_json::from_str(json) {
            Ok(managed) => Self::of(managed),
            Err(error) => {
                let mut reader = Reader::default();
                let none = reader.error("policy", PolicyError::NotJson { line: error.line(), column: error.column() });
                Self { present: true, problems: reader.problems, ..none.unwrap_or_default() }
            }
        }
    }

    /// The same of what the JSON holds.
    #[must_use]
    pub fn of(managed: Value) -> Self {
        let mut reader = Reader::default();
        let policy = match managed {
            Value::Object(entries) if entries.is_empty() => reader.error("policy", PolicyError::Empty),
            Value::Object(entries) => reader.policy(&entries),
            _ => reader.error("policy", PolicyError::NotAnObject),
        };
        Self { present: true, problems: reader.problems, ..policy.unwrap_or_default() }
    }
}

/// The entries are in the order of their names, however they were written.
fn hash_of(entries: &Map<String, Value>) -> String {
    let digest = Sha256::digest(Value::Object(entries.clone()).to_string().as_bytes());
    digest.iter().take(SHOWN_HASH).map(|byte| format!("{byte:02x}")).collect()
}

/// The same with its entries counted, unless they are.
pub(super) fn counted(mut entries: Map<String, Value>) -> Map<String, Value> {
    if !entries.is_empty() && !entries.contains_key("entries") {
        entries.insert("entries".to_owned(), (entries.len() + 1).into());
    }
    entries
}

#[derive(Default)]
struct Reader {
    problems: Vec<Problem>,
}

impl Reader {
    fn error<T>(&mut self, at: &str, error: PolicyError) -> Option<T> {
        self.problems.push(Problem { at: at.to_owned(), error });
        None
    }

    fn policy(&mut self, entries: &Map<String, Value>) -> Option<Policy> {
        for key in entries.keys().filter(|name| !KEYS.iter().any(|key| key.name == *name)) {
            self.error::<()>(key, PolicyError::UnknownKey);
        }
        for key in NEEDED.into_iter().filter(|key| !entries.contains_key(*key)) {
            self.error::<()>(key, PolicyError::Missing);
        }
        let http = self.flag(entries, "http").unwrap_or(false);
        let version = self
            .number(entries, "version", "1, the version that this Overt knows")
            .and_then(|found| self.within("version", found, VERSION, VERSION, "1, the version that this Overt knows"));
        if let Some(expected) = self.number(entries, "entries", "a number")
            && usize::try_from(expected) != Ok(entries.len())
        {
            self.error::<()>("entries", PolicyError::Entries { expected, found: entries.len() });
        }
        let days = self.number(entries, "retentionDays", "a number of days from 1 to 3650");
        Some(Policy {
            version,
            hash: Some(hash_of(entries)),
            sites: entries.get("sites").map(|value| self.patterns("sites", value, Use::Allow { http })),
            never: entries.get("never").map(|value| self.patterns("never", value, Use::Deny)).unwrap_or_default(),
            packs: entries.get("packs").map(|value| self.packs(value)).unwrap_or_default(),
            http,
            masking_level: self.masking_level(entries, "maskingLevel").max(self.masking_level(entries, "floor")),
            retention_days: days
                .and_then(|days| self.within("retentionDays", days, 1, 3650, "a number of days from 1 to 3650")),
            strings: entries.get("strings").map(|value| self.strings(value, http)).unwrap_or_default(),
            exports: entries.get("exports").map(|value| self.formats(value)),
            organisation: self.text(entries, "organisation"),
            contact: self.text(entries, "contact"),
            consent: self.text(entries, "consent"),
            ..Policy::default()
        })
    }

    fn masking_level(&mut self, entries: &Map<String, Value>, key: &str) -> Option<MaskingLevel> {
        let word = self.text(entries, key)?;
        MaskingLevel::named(&word).or_else(|| self.error(key, PolicyError::Word(MaskingLevel::WORDS)))
    }

    fn flag(&mut self, entries: &Map<String, Value>, key: &str) -> Option<bool> {
        let value = entries.get(key)?;
        value.as_bool().or_else(|| self.error(key, PolicyError::Type("true or false")))
    }

    fn number(&mut self, entries: &Map<String, Value>, key: &str, expected: &'static str) -> Option<u64> {
        let value = entries.get(key)?;
        // JSON from a browser may have come through a floating point number.
        let whole = value.as_f64().filter(|float| float.fract() == 0.0 && (0.0..1e9).contains(float));
        whole.map(|float| float as u64).or_else(|| self.error(key, PolicyError::Type(expected)))
    }

    fn within(&mut self, at: &str, found: u64, least: u64, most: u64, expected: &'static str) -> Option<u32> {
        if (least..=most).contains(&found) {
            u32::try_from(found).ok()
        } else {
            self.error(at, PolicyError::Bounds(expected))
        }
    }

    fn text(&mut self, entries: &Map<String, Value>, key: &str) -> Option<String> {
        let value = entries.get(key)?;
        let Some(text) = value.as_str() else { return self.error(key, PolicyError::Type("a text")) };
        if text.len() > LONGEST {
            return self.error(key, PolicyError::Bounds("a text of at most 20,000 bytes"));
        }
        Some(text.to_owned())
    }

    fn list<T>(&mut self, at: &str, value: &Value, mut read: impl FnMut(&mut Self, &str, &str) -> Option<T>) -> Vec<T> {
        let Some(items) = value.as_array() else {
            return self.error(at, PolicyError::Type("a list of texts")).unwrap_or_default();
        };
        let mut out = Vec::new();
        for (place, item) in items.iter().enumerate() {
            let at = format!("{at}[{place}]");
            match item.as_str() {
                Some(text) => out.extend(read(self, &at, text)),
                None => drop(self.error::<()>(&at, PolicyError::Type("a text"))),
            }
        }
        out
    }

    fn patterns(&mut self, at: &str, value: &Value, purpose: Use) -> Vec<Pattern> {
        self.list(at, value, |reader, at, text| match Pattern::parse(text, purpose) {
            Ok(pattern) => Some(pattern),
            Err(error) => reader.error(&format!("{at} \"{text}\""), error),
        })
    }

    fn packs(&mut self, value: &Value) -> Vec<(Pack, Pattern)> {
        let Some(packs) = value.as_object() else {
            return self.error("packs", PolicyError::Type("an object of lists")).unwrap_or_default();
        };
        let mut out = Vec::new();
        for (name, value) in packs {
            let at = format!("packs.{name}");
            match Pack::ALL.into_iter().find(|pack| pack.name() == name) {
                Some(pack) => out.extend(self.patterns(&at, value, Use::Deny).into_iter().map(|one| (pack, one))),
                None => drop(self.error::<()>(&at, PolicyError::Word("banking, payroll, health, webmail, identity"))),
            }
        }
        out
    }

    fn strings(&mut self, value: &Value, http: bool) -> Vec<(Pattern, String)> {
        let Some(sites) = value.as_object() else {
            return self
                .error("strings", PolicyError::Type("an object of texts, one for each site"))
                .unwrap_or_default();
        };
        let mut out = Vec::new();
        for (site, value) in sites {
            let at = format!("strings.{site}");
            let pattern = Pattern::parse(site, Use::Allow { http }).map_err(Some).and_then(|pattern| {
                // A page of one path goes to another by a script, and keeps its recorder.
                if pattern.path() == "/" { Ok(pattern) } else { Err(None) }
            });
            let hashes = value.as_str().filter(|text| are_hashes(text));
            match (pattern, hashes) {
                (Err(error), _) => drop(self.error::<()>(&at, error.unwrap_or(PolicyError::WholeSite))),
                (_, None) => drop(self.error::<()>(&at, PolicyError::Type("a text that overt policy strings made"))),
                (Ok(pattern), Some(text)) => out.push((pattern, text.to_owned())),
            }
        }
        if out.iter().map(|(_, text)| text.len() / HASH).sum::<usize>() > MOST_STRINGS {
            return self.error("strings", PolicyError::Bounds("at most 50,000 hashes in all")).unwrap_or_default();
        }
        out
    }

    fn formats(&mut self, value: &Value) -> Vec<Format> {
        self.list("exports", value, |reader, at, text| {
            Format::of(text).or_else(|| reader.error(at, PolicyError::Word(Format::WORDS)))
        })
    }
}
