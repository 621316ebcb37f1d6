//! Which strings of an interface are listed for a page's site.

use super::Policy;
use super::site::Origin;
use crate::redact::HASH;

/// Most hashes of strings in one policy: 400 kilobytes, which the browser hands over whenever it is asked for the policy.
pub const MOST_STRINGS: usize = 50_000;

impl Policy {
    /// The hashes of the strings of all patterns that mean the document of this origin, in order; empty where there are none.
    #[must_use]
    pub fn strings_of(&self, origin: &str) -> String {
        let Ok(origin) = Origin::of(origin) else { return String::new() };
        if !self.problems.is_empty() {
            return String::new();
        }
        let listed = self.strings.iter().filter(|(pattern, _)| pattern.means(&origin));
        let mut hashes: Vec<&[u8; HASH]> = listed.flat_map(|(_, text)| text.as_bytes().as_chunks().0).collect();
        hashes.sort_unstable();
        hashes.dedup();
        hashes.into_iter().flatten().map(|byte| char::from(*byte)).collect()
    }
}
