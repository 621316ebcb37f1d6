//! What stands beside others of its make, and what its texts share with theirs.

use super::column::{Entry, Shared, shared};
use super::order::{Key, run, sort};
use super::place::Place;
use super::token::rest_of;
use super::{
    DEEPEST, FEWEST, FEWEST_VALUES, Group, NONE, Node, Part, SHORT, Structure, Verdict, hash, is_data, is_value,
};
use crate::redact::looks_like_a_name;
use core::ops::Range;

impl Structure {
    /// Puts what is of one make side by side into groups.
    pub(super) fn find_groups(&mut self) {
        let mut keyed: Vec<Key> = Vec::new();
        for (at, node) in self.nodes.iter().enumerate() {
            let key = match node.own {
                Place::Item if node.headers > 0 && node.cells == 0 => continue,
                Place::Item => hash(node.role),
                Place::Control | Place::Link | Place::Label | Place::Heading | Place::Field => {
                    node.tag ^ hash(node.role)
                }
                Place::Box | Place::Container if node.parent != NONE => {
                    node.tag ^ hash(node.role) ^ node.holds.rotate_left(7)
                }
                _ => continue,
            };
            keyed.push([node.parent, key, at as u32, 0]);
        }
        sort(&mut keyed);
        let mut from = 0;
        while from < keyed.len() {
            let [_, _, first, _] = keyed[from];
            let count = run(&keyed, from);
            let own = self.nodes[first as usize].own;
            let by_role = own == Place::Item;
            let items = by_role || matches!(own, Place::Box | Place::Container);
            if count >= FEWEST || by_role {
                let navigation = self.nodes[first as usize].navigation;
                let group = self.groups.len() as u32;
                for (item, [_, _, at, _]) in (0..).zip(&keyed[from..from + count]) {
                    (self.nodes[*at as usize].group, self.nodes[*at as usize].item) = (group, item);
                }
                self.groups.push(Group { items, by_role, navigation, count, texts: vec![0; count] });
            }
            from += count;
        }
        for said in &self.said {
            for part in &said.parts {
                let mut node = part.node;
                while node != NONE {
                    let Node { group, item, parent, .. } = self.nodes[node as usize];
                    if let Some(count) =
                        self.groups.get_mut(group as usize).and_then(|all| all.texts.get_mut(item as usize))
                    {
                        *count = count.saturating_add(1);
                    }
                    node = parent;
                }
            }
        }
        let groups = &self.groups;
        for node in &mut self.nodes {
            if groups.get(node.group as usize).is_some_and(Group::is_layout) {
                node.group = NONE;
            }
        }
    }

    /// The groups around an element, the innermost first, which of their things it is in, and a hash of where in that.
    pub(super) fn chain(&self, node: u32) -> impl Iterator<Item = (u32, u32, u32)> + '_ {
        let (mut at, mut within) = (node, 0u32);
        std::iter::from_fn(move || {
            while at != NONE {
                let Node { group, item, parent, index, .. } = self.nodes[at as usize];
                let place = within;
                at = parent;
                within = within.wrapping_mul(0x0100_0193) ^ index;
                if group != NONE {
                    return Some((group, item, place));
                }
            }
            None
        })
    }

    /// Compares each text with those at the same place of the other things of its group.
    pub(super) fn compare(&mut self) {
        let mut keyed: Vec<Key> = Vec::new();
        let flat: Vec<(usize, usize)> = self
            .said
            .iter()
            .enumerate()
            .flat_map(|(at, said)| (0..said.parts.len()).map(move |part| (at, part)))
            .collect();
        for (number, &(at, place)) in flat.iter().enumerate() {
            let part = &self.said[at].parts[place];
            let node = &self.nodes[part.node as usize];
            for (group, item, _) in self.chain(part.node).take(DEEPEST) {
                let column = hash(node.role) ^ (node.place as u32) << 1 ^ u32::from(part.is_name);
                keyed.push([group, column, item, number as u32]);
            }
        }
        sort(&mut keyed);
        let mut verdicts: Vec<(Option<Verdict>, Shared, bool)> = Vec::new();
        flat.iter().for_each(|_| verdicts.push((None, Shared::default(), false)));
        let mut from = 0;
        while from < keyed.len() {
            let [group, ..] = keyed[from];
            let count = run(&keyed, from);
            let parts: Vec<(&str, &Part)> = keyed[from..from + count]
                .iter()
                .map(|[.., number]| {
                    let (at, place) = flat[*number as usize];
                    let said = &self.said[at];
                    let part = &said.parts[place];
                    (said.text.expose().get(part.range.clone()).unwrap_or_default(), part)
                })
                .collect();
            let items: Vec<u32> = keyed[from..from + count].iter().map(|[_, _, item, _]| *item).collect();
            let found = self.judge_column(&self.groups[group as usize], &items, &parts);
            for ([.., number], (verdict, shared, common)) in keyed[from..from + count].iter().zip(found) {
                let known = &mut verdicts[*number as usize];
                // Data in any of the groups, unless it is shared as a whole; shared in any of them.
                known.0 = match (known.0, verdict) {
                    (Some(Verdict::Data), _) | (_, Verdict::Data) => Some(Verdict::Data),
                    _ => Some(verdict),
                };
                known.1.before = known.1.before.max(shared.before);
                known.1.after = known.1.after.max(shared.after);
                known.2 |= common;
            }
            from += count;
        }
        for (number, &(at, place)) in flat.iter().enumerate() {
            let part = &self.said[at].parts[place];
            let node = &self.nodes[part.node as usize];
            let (verdict, shared, common) = verdicts[number];
            let own = if is_data(node, part) { Verdict::Data } else { Verdict::Interface };
            let part = &mut self.said[at].parts[place];
            part.verdict = verdict.unwrap_or(own);
            part.shared = shared;
            part.common = common;
        }
    }

    /// Of each text at the same place of a group's things what it is, what it shares, and whether others are the same.
    fn judge_column(&self, group: &Group, items: &[u32], parts: &[(&str, &Part)]) -> Vec<(Verdict, Shared, bool)> {
        let node = &self.nodes[parts[0].1.node as usize];
        let place = if parts[0].1.is_name && node.own == Place::Container { Place::Container } else { node.place };
        let text_of_item = matches!(place, Place::Item | Place::Free | Place::Plain);
        let all = group.count;
        let most = (all * 3).div_ceil(5).max(2);
        let nearly_all = (all * 4).div_ceil(5).max(FEWEST);
        let again = if matches!(place, Place::Control) { all.div_ceil(5).max(2) } else { most };
        let entries: Vec<Entry<'_>> =
            parts.iter().zip(items).map(|((_, part), item)| Entry { item: *item, words: &part.words }).collect();
        let shared = if all < 2 {
            vec![Shared::default(); parts.len()]
        } else if text_of_item {
            shared(&entries, nearly_all, most.max(FEWEST))
        } else {
            shared(&entries, most, again)
        };
        // A name that most rows have is still one, and a number.
        let kept = |(text, part): &(&str, &Part), shared: Shared| {
            let all = part.words.list.len();
            let told = |words: Range<usize>| {
                let range = part.words.range(words.clone());
                let telling = part.words.list.get(words).is_some_and(|words| words.iter().any(|word| word.digits > 2));
                telling || looks_like_a_name(text.get(range).unwrap_or_default())
            };
            Shared {
                before: if told(0..shared.before) { 0 } else { shared.before },
                after: if told(all - shared.after..all) { 0 } else { shared.after },
                ..shared
            }
        };
        let shared: Vec<Shared> = if group.items || place == Place::Heading {
            parts.iter().zip(shared).map(|(part, shared)| kept(part, shared)).collect()
        } else {
            shared
        };
        // What differs, of all texts.
        let rest: Vec<&str> = parts
            .iter()
            .zip(&shared)
            .map(|((text, part), shared)| text.get(rest_of(text, part, *shared)).unwrap_or_default())
            .collect();
        let values = rest.iter().filter(|rest| is_value(rest)).count();
        let share = |percent: usize| values * 100 >= parts.len() * percent;
        let longest = parts.iter().map(|(_, part)| part.words.list.len()).max().unwrap_or(0);
        let template = shared.iter().filter(|shared| shared.before + shared.after > 0).count() * 5 >= parts.len() * 3;
        let data = match place {
            _ if !group.items => parts.len() >= FEWEST_VALUES && share(if place == Place::Heading { 34 } else { 50 }),
            _ if text_of_item && group.by_role && group.navigation => share(50),
            // The last entry of a list of links says where one is.
            _ if text_of_item
                && parts.len() == 1
                && items[0] as usize + 1 == all
                && (2..=6).contains(&all)
                && group.is_bare() =>
            {
                false
            }
            _ if text_of_item => true,
            _ if group.navigation => share(if group.is_bare() { 80 } else { 50 }) && parts.len() > FEWEST,
            Place::Label | Place::Field | Place::Container => share(50) || template,
            _ if template => true,
            Place::Control => {
                share(34)
                    || (group.by_role && all > SHORT && group.is_bare())
                    || (group.by_role && all > 2 && !group.is_bare())
            }
            Place::Link => share(34) || longest > 2 || all > SHORT || !group.is_bare(),
            _ => share(34) || longest > 4 || all > 6 || group.by_role,
        };
        let common = |at: usize| shared[at].whole * 5 > all && all >= FEWEST || shared[at].whole >= FEWEST;
        (0..parts.len())
            .map(|at| {
                let (text, part) = parts[at];
                let labels = text_of_item && !group.by_role && text.ends_with([':', '：']);
                let whole = shared[at].before + shared[at].after >= part.words.list.len();
                let verdict = if data && !labels && !whole { Verdict::Data } else { Verdict::Interface };
                (verdict, shared[at], common(at))
            })
            .collect()
    }
}
