//! Words that say what a number nearby is.

/// What a word announces.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Topic {
    /// A telephone number.
    Phone,
    /// A social security or other national number.
    Id,
    /// A date of birth.
    Birth,
    /// The number of a version, which may look like an address.
    Version,
}

/// How many cells after its word a topic holds.
const REACH: usize = 48;

/// Words in lower case, sorted by topic.
const WORDS: &[(&str, Topic)] = &[
    ("phone", Topic::Phone),
    ("telephone", Topic::Phone),
    ("tel", Topic::Phone),
    ("mobile", Topic::Phone),
    ("cell", Topic::Phone),
    ("cellphone", Topic::Phone),
    ("fax", Topic::Phone),
    ("call", Topic::Phone),
    ("calls", Topic::Phone),
    ("calling", Topic::Phone),
    ("reach", Topic::Phone),
    ("dial", Topic::Phone),
    ("sms", Topic::Phone),
    ("text", Topic::Phone),
    ("messages", Topic::Phone),
    ("registered", Topic::Phone),
    ("answering", Topic::Phone),
    ("whatsapp", Topic::Phone),
    ("desk", Topic::Phone),
    ("handy", Topic::Phone),
    ("telefon", Topic::Phone),
    ("telefono", Topic::Phone),
    ("telefone", Topic::Phone),
    ("telefoon", Topic::Phone),
    ("portable", Topic::Phone),
    ("ssn", Topic::Id),
    ("security", Topic::Id),
    ("nin", Topic::Id),
    ("nino", Topic::Id),
    ("bsn", Topic::Id),
    ("pesel", Topic::Id),
    ("cpf", Topic::Id),
    ("aadhaar", Topic::Id),
    ("passport", Topic::Id),
    ("taxpayer", Topic::Id),
    ("born", Topic::Birth),
    ("birth", Topic::Birth),
    ("birthday", Topic::Birth),
    ("birthdate", Topic::Birth),
    ("dob", Topic::Birth),
    ("geboren", Topic::Birth),
    ("geburtsdatum", Topic::Birth),
    ("naissance", Topic::Birth),
    ("nacimiento", Topic::Birth),
    ("nascita", Topic::Birth),
    ("nascimento", Topic::Birth),
    ("version", Topic::Version),
    ("release", Topic::Version),
    ("build", Topic::Version),
    ("v", Topic::Version),
];

/// The topics that were spoken of last.
#[derive(Default)]
pub(super) struct Context {
    /// How many cells ago each was, by its place in the enum; 0 is never.
    since: [usize; 4],
}

impl Context {
    /// True where the topic is spoken of just before.
    pub(super) fn is(&self, topic: Topic) -> bool {
        (1..=REACH).contains(&self.since[topic as usize])
    }

    /// So many cells were passed.
    pub(super) fn pass(&mut self, cells: usize) {
        for since in &mut self.since {
            if *since > 0 {
                *since = since.saturating_add(cells);
            }
        }
    }

    /// A word was passed.
    pub(super) fn word(&mut self, word: &[u8]) {
        if let Some(&(_, topic)) = WORDS.iter().find(|(known, _)| known.as_bytes().eq_ignore_ascii_case(word)) {
            self.since[topic as usize] = 1;
        }
    }
}
