//! What the words before a number say of it.

use super::labels::{TOPICS, Topic, small, topic};
use super::words::Hash;

/// How many cells after its word a topic holds.
const REACH: usize = 48;
/// The same for what is no one's number.
const SHORT_REACH: usize = 16;
/// Most cells between two words of one label.
const GAP: usize = 2;

/// Most characters of a label in a script without spaces.
const LONGEST_PIECE: usize = 8;

/// The topics that were spoken of last, and the word before.
pub(super) struct Context {
    /// The cells that were passed, from one on.
    passed: usize,
    /// When each topic was spoken of, by its place in the enum, and the last of them; 0 is never.
    spoken: [usize; TOPICS],
    latest: usize,
    /// The word before, and where it ended.
    last: Hash,
    last_end: usize,
}

impl Context {
    pub(super) fn new() -> Self {
        Self { passed: 1, spoken: [0; TOPICS], latest: 0, last: Hash::NONE, last_end: 0 }
    }

    /// How many cells ago the topic was spoken of, from one on; `None` where that is too long ago, or never.
    pub(super) fn since(&self, topic: Topic) -> Option<usize> {
        let spoken = self.spoken[topic as usize];
        Some(self.passed - spoken + 1).filter(|since| spoken > 0 && *since <= REACH)
    }

    /// The one of these topics that was spoken of last.
    pub(super) fn latest(&self, topics: &[Topic]) -> Option<Topic> {
        if self.latest == 0 || self.passed - self.latest >= REACH {
            return None;
        }
        let topic = *topics.iter().max_by_key(|topic| self.spoken[**topic as usize])?;
        self.since(topic).map(|_| topic)
    }

    /// True where the topic is spoken of just before, and no thing since.
    pub(super) fn is(&self, topic: Topic) -> bool {
        let thing = self.since(Topic::Thing).unwrap_or(usize::MAX);
        self.since(topic).is_some_and(|since| since <= thing)
    }

    /// True where the number of a thing is told, which no form makes a person's.
    pub(super) fn is_thing(&self) -> bool {
        let Some(thing) = self.since(Topic::Thing).filter(|since| *since <= SHORT_REACH) else { return false };
        ![Topic::Phone, Topic::Id, Topic::Bank, Topic::Birth]
            .into_iter()
            .any(|topic| self.since(topic).is_some_and(|since| since <= thing))
    }

    /// True where a key or token is spoken of just before.
    pub(super) fn tells_key(&self) -> bool {
        self.is(Topic::Key) || self.is(Topic::AnyKey)
    }

    /// What it announced was found.
    pub(super) fn forget(&mut self, topic: Topic) {
        self.spoken[topic as usize] = 0;
    }

    /// So many cells were passed.
    pub(super) fn pass(&mut self, cells: usize) {
        self.passed += cells;
    }

    /// A word was passed; what it says, alone or with the word before.
    pub(super) fn word(&mut self, signs: impl Iterator<Item = u32>, length: usize) -> Option<Topic> {
        let near = self.passed - self.last_end <= GAP + length;
        let (mut own, mut both, mut capitals) = (Hash::new(), self.last.joined(), Hash::capitals());
        let mut large = true;
        for sign in signs {
            let small = small(sign);
            own = own.with(small);
            both = both.with(small);
            capitals = capitals.with(small);
            large &= sign != small;
        }
        (self.last, self.last_end) = (own, self.passed);
        let said = Some(both).filter(|_| near).and_then(topic).or_else(|| topic(own));
        let topic = said.or_else(|| topic(capitals).filter(|_| large));
        self.say(topic);
        topic
    }

    /// The same for each piece of a text that has no spaces between words.
    pub(super) fn pieces(&mut self, signs: impl Iterator<Item = u32> + Clone) -> Option<Topic> {
        let mut said = None;
        let mut rest = signs;
        while rest.clone().next().is_some() {
            let mut hash = Hash::new();
            for sign in rest.clone().take(LONGEST_PIECE) {
                hash = hash.with(sign);
                if let Some(topic) = topic(hash) {
                    self.say(Some(topic));
                    said = Some(topic);
                }
            }
            rest.next();
        }
        said
    }

    /// The topic is spoken of here.
    pub(super) fn say(&mut self, topic: Option<Topic>) {
        if let Some(topic) = topic {
            self.spoken[topic as usize] = self.passed;
            self.latest = self.passed;
        }
    }
}
