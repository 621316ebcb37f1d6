//! What the site's own list of its strings keeps of what would be data.

use super::order::{Key, run, sort};
use super::{DEEPEST, Structure};
use crate::redact::{Listed, SiteStrings};

/// A listed text with so many words of the list is one by no chance; a shorter one may be somebody's name.
const LONG: usize = 4;

impl Structure {
    /// Keeps of each text what the site's own list has. A short one that stands in something repeated is kept only where three of five
    /// texts at the same place are listed too: `Open` in a column of states, and not the one `Page` in a column of last names.
    pub(super) fn keep_listed(&mut self, strings: &SiteStrings) {
        if strings.is_empty() {
            return;
        }
        let mut keyed: Vec<Key> = Vec::new();
        let mut number = 0;
        for at in 0..self.said.len() {
            for place in 0..self.said[at].parts.len() {
                let said = &self.said[at];
                let part = &said.parts[place];
                let text = said.text.expose().get(part.range.clone()).unwrap_or_default();
                let listed = strings.find(text, &part.words);
                let own = listed.before + listed.after > 0;
                for (group, _, within) in self.chain(part.node).take(DEEPEST) {
                    keyed.push([group, within << 1 | u32::from(part.is_name), number, u32::from(own)]);
                }
                self.said[at].parts[place].listed = listed;
                number += 1;
            }
        }
        sort(&mut keyed);
        // Of each text how many stand at its place, in that of its groups that has the most, and in the lowest bit whether too few of
        // them are listed.
        let mut places: Vec<u32> = vec![0; number as usize];
        let mut from = 0;
        while from < keyed.len() {
            let count = run(&keyed, from);
            let texts = &keyed[from..from + count];
            let own = texts.iter().filter(|[.., own]| *own == 1).count();
            let place = (count as u32) << 1 | u32::from(own * 5 < count * 3);
            for [_, _, number, _] in texts {
                let known = &mut places[*number as usize];
                *known = place.max(*known);
            }
            from += count;
        }
        let mut number = 0;
        for said in &mut self.said {
            for part in &mut said.parts {
                let too_few = places[number] & 1 == 1;
                number += 1;
                if too_few && part.listed.before + part.listed.after < LONG {
                    part.listed = Listed::default();
                }
                part.shared.before = part.shared.before.max(part.listed.before);
                part.shared.after = part.shared.after.max(part.listed.after);
            }
        }
    }
}
