//! Layer 3: what of a page is interface, said to everyone, and what is data, said about someone. It is judged by what the page is
//! made of, all texts that are in the window at once: what differs from one row to the next is data, what is the same is not.

mod column;
mod listed;
mod order;
mod place;
mod repeated;
mod suspicion;
mod token;

use crate::redact::{Known, Listed, Raw, Redacted, Redactor, SiteStrings, Taint, Words, looks_like_a_name};
use column::Shared;
use core::ops::Range;
use place::{Place, is_navigation};
use suspicion::{Around, suspects};
use token::{data_of, is_joint, token_around};

/// No element.
const NONE: u32 = u32::MAX;
/// So many things of one make side by side are repeated, where their role does not say so.
const FEWEST: usize = 3;
/// How many boxes of repeated things around a text are asked what it shares.
const DEEPEST: usize = 3;
/// A list of so few links or buttons may be the page's own.
const SHORT: usize = 4;
/// So many texts in this many of which are values tell that all are.
const FEWEST_VALUES: usize = 3;

/// An element of the page.
struct Node {
    parent: u32,
    own: Place,
    /// What texts in it are said by.
    place: Place,
    navigation: bool,
    tag: u32,
    role: &'static str,
    /// Which tags and roles its children have, as bits.
    holds: u32,
    /// Its column headers, and other cells.
    headers: u32,
    cells: u32,
    /// The group in which it is one of many, and which.
    group: u32,
    item: u32,
    /// Its place among its parent's children, and how many children it has.
    index: u32,
    children: u32,
}

/// Things of one make side by side.
struct Group {
    /// Rows, entries, cards: what is in them differs. Otherwise buttons, labels and the like.
    items: bool,
    /// Their role says that they are such.
    by_role: bool,
    navigation: bool,
    count: usize,
    /// Of each how many texts stand in it.
    texts: Vec<u32>,
}

impl Group {
    /// True where each holds a single text.
    fn is_bare(&self) -> bool {
        self.texts.iter().all(|count| *count <= 1)
    }

    /// True for boxes that only look alike from outside, as the parts of a page's layout do.
    fn is_layout(&self) -> bool {
        let most = self.texts.iter().max().copied().unwrap_or(0);
        let least = self.texts.iter().min().copied().unwrap_or(0);
        self.items
            && !self.by_role
            && (most > 3 * least + 6 || self.texts.iter().filter(|count| **count > 0).count() < FEWEST)
    }
}

/// A text that the page shows in one line, and which element each part of it is said by.
struct Said {
    text: Raw,
    parts: Vec<Part>,
}

struct Part {
    range: Range<usize>,
    node: u32,
    is_name: bool,
    words: Words,
    verdict: Verdict,
    shared: Shared,
    common: bool,
    /// What of it the site's own list has, and may be kept here.
    listed: Listed,
}

impl Part {
    /// True where all of it is listed.
    fn is_listed(&self) -> bool {
        self.listed.before + self.listed.after >= self.words.list.len()
    }
}

/// What a part is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Verdict {
    /// All of it but for what is shared.
    Data,
    /// The page's own; suspicious words are masked.
    Interface,
}

/// The texts of a page as an observation meets them, to be judged at its end.
#[derive(Default)]
pub struct Structure {
    nodes: Vec<Node>,
    groups: Vec<Group>,
    said: Vec<Said>,
}

impl Structure {
    /// The number of an element that stands in `parent`; of the top without one.
    pub fn enter(&mut self, parent: Option<u32>, tag: &str, role: &'static str) -> u32 {
        let own = Place::of(tag, role);
        let above = parent.and_then(|parent| self.nodes.get_mut(parent as usize));
        let (around, mut navigation) =
            above.as_ref().map_or((Place::Plain, false), |above| (above.place, above.navigation));
        let tag = hash(tag);
        let mut index = 0;
        if let Some(above) = above {
            above.children += 1;
            index = above.children;
            above.holds |= 1 << ((tag ^ hash(role)) & 31);
            above.headers += u32::from(role == "columnheader");
            above.cells += u32::from(matches!(role, "cell" | "gridcell" | "rowheader"));
        }
        let place = match (own, around) {
            (Place::Box, around) => around,
            // What is said in an entry, a label or a paragraph stays that through lists and groups in it.
            (Place::Container, Place::Item | Place::Free | Place::Label) => around,
            (Place::Container, _) => Place::Plain,
            (Place::Free, Place::Label | Place::Control | Place::Heading) => around,
            (own, _) => own,
        };
        navigation |= is_navigation(role);
        let node = Node {
            parent: parent.unwrap_or(NONE),
            own,
            place,
            navigation,
            tag,
            role,
            holds: 0,
            headers: 0,
            cells: 0,
            group: NONE,
            item: 0,
            index,
            children: 0,
        };
        self.nodes.push(node);
        self.nodes.len() as u32 - 1
    }

    /// The name of an element; what it is judged to be stands at the returned place of [`Structure::judged`].
    pub fn name(&mut self, node: u32, text: Raw) -> usize {
        self.add(text, &[(0, node)], true)
    }

    /// A text in one line: where in it, in bytes, the text of which element begins.
    pub fn text(&mut self, text: Raw, starts: &[(usize, u32)]) -> usize {
        self.add(text, starts, false)
    }

    fn add(&mut self, text: Raw, starts: &[(usize, u32)], is_name: bool) -> usize {
        let all = text.expose().len();
        let mut parts = Vec::new();
        for (at, (start, node)) in starts.iter().enumerate() {
            let end = starts.get(at + 1).map_or(all, |(next, _)| *next).min(all);
            let whole = text.expose().get(*start..end).unwrap_or_default();
            let from = start + whole.len() - whole.trim_start().len();
            let words = Words::of(whole.trim());
            if words.list.is_empty() {
                continue;
            }
            parts.push(Part {
                range: from..from + whole.trim().len(),
                node: *node,
                is_name,
                words,
                verdict: Verdict::Interface,
                shared: Shared::default(),
                common: false,
                listed: Listed::default(),
            });
        }
        self.said.push(Said { text, parts });
        self.said.len() - 1
    }

    /// Each text as it may be kept, in the order in which they were said.
    pub fn judged(&mut self, redactor: &mut Redactor) -> Vec<Redacted> {
        self.find_groups();
        self.compare();
        self.keep_listed(redactor.strings());
        let taint = redactor.taint();
        self.each_part(|text, part| {
            if part.verdict == Verdict::Data {
                let known = if part.common { Known::Common } else { Known::Rare };
                taint.learn(text.get(data_of(text, part)).unwrap_or_default(), known);
            }
        });
        let nodes = &self.nodes;
        for_each_part(&self.said, |text, part| {
            let node = &nodes[part.node as usize];
            if part.verdict == Verdict::Interface && (is_label(node, part) || node.place == Place::Control) {
                taint.keep(text, is_label(node, part) || is_of_the_page(nodes, node));
            }
        });
        let titled = self.is_titled(taint);
        let mut out = Vec::new();
        for Said { text, parts } in &self.said {
            let mut masked: Vec<Range<usize>> = Vec::new();
            for part in parts {
                let found = self.masked_in(text.expose(), part, titled, redactor.taint());
                masked.extend(
                    found.into_iter().map(|range| range.start + part.range.start..range.end + part.range.start),
                );
            }
            out.push(redactor.partly(text, &masked));
        }
        out
    }

    /// How many elements, from this one up, are in something that is one of many; once all was judged.
    #[must_use]
    pub fn repeated(&self, node: u32) -> usize {
        let (mut at, mut depth, mut found) = (node, 0, 0);
        while let Some(Node { parent, group, .. }) = self.nodes.get(at as usize) {
            depth += 1;
            if self.groups.get(*group as usize).is_some_and(|group| group.items) {
                found = depth;
            }
            at = *parent;
        }
        found
    }

    fn each_part(&self, mut call: impl FnMut(&str, &Part)) {
        for_each_part(&self.said, &mut call);
    }

    /// What of a part is masked, in bytes of the part.
    fn masked_in(&self, text: &str, part: &Part, titled: bool, taint: &Taint) -> Vec<Range<usize>> {
        let text = text.get(part.range.clone()).unwrap_or_default();
        let node = &self.nodes[part.node as usize];
        if part.verdict == Verdict::Data {
            let data = data_of(text, part);
            let known = data.is_empty() || part.listed != Listed::default();
            let mut masked = if known { tainted(text, part, taint) } else { Vec::new() };
            if !data.is_empty() {
                masked.push(data);
            }
            return masked;
        }
        let around = Around {
            place: if part.is_name && node.own == Place::Container { Place::Container } else { node.place },
            navigation: node.navigation,
            titled,
            in_item: self.chain(part.node).any(|(group, ..)| self.groups[group as usize].items),
        };
        let all = part.words.list.len();
        let known = part.listed != Listed::default();
        let suspected = suspects(text, &part.words, around, taint);
        let Some(mut masked) = suspected.or_else(|| known.then(|| vec![true; all])) else {
            return std::iter::once(0..text.len()).collect();
        };
        masked[..part.listed.before].fill(false);
        masked[all - part.listed.after..].fill(false);
        for found in tainted(text, part, taint) {
            for (word, masked) in part.words.list.iter().zip(&mut masked) {
                *masked |= word.range.start < found.end && found.start < word.range.end;
            }
        }
        let mut ranges: Vec<Range<usize>> = Vec::new();
        for (word, _) in part.words.list.iter().zip(&masked).filter(|(_, masked)| **masked) {
            let token = token_around(text, word.range.clone());
            match ranges.last_mut() {
                Some(last) if token.start <= last.end || is_joint(text, last.end..token.start) => last.end = token.end,
                _ => ranges.push(token),
            }
        }
        ranges
    }

    /// True where the page writes its own words with capitals within a text.
    fn is_titled(&self, taint: &Taint) -> bool {
        let (mut all, mut titled) = (0, 0);
        self.each_part(|text, part| {
            let node = &self.nodes[part.node as usize];
            let own = part.verdict == Verdict::Interface && (is_label(node, part) || node.place == Place::Control);
            let list = &part.words.list;
            if own && list.len() > 1 && taint.find(text).is_empty() && list.iter().any(|word| word.small) {
                all += 1;
                titled += usize::from(list[1..].iter().any(|word| word.capital && word.small));
            }
        });
        all >= FEWEST && titled * 5 > all * 2
    }
}

fn for_each_part(said: &[Said], mut call: impl FnMut(&str, &Part)) {
    for Said { text, parts } in said {
        for part in parts {
            call(text.expose().get(part.range.clone()).unwrap_or_default(), part);
        }
    }
}

/// Where a part has what was masked before.
fn tainted(text: &str, part: &Part, taint: &Taint) -> Vec<Range<usize>> {
    if part.is_listed() { taint.find_in_listed(text) } else { taint.find(text) }
}

/// True for a text that labels: what the page says there, it says to everyone.
fn is_label(node: &Node, part: &Part) -> bool {
    let container = part.is_name && node.own == Place::Container;
    container
        || matches!(node.place, Place::Label | Place::Field)
        || (node.navigation && matches!(node.place, Place::Link | Place::Control))
}

/// True for a button in nothing that is one of many. A help text may name it, `Press Approve`, as if that were somebody.
fn is_of_the_page(nodes: &[Node], button: &Node) -> bool {
    let mut around = Some(button);
    while let Some(node) = around {
        if node.group != NONE {
            return false;
        }
        around = nodes.get(node.parent as usize);
    }
    button.role == "button"
}

/// What a text is that is in no group.
fn is_data(node: &Node, part: &Part) -> bool {
    let free = matches!(node.place, Place::Free | Place::Item);
    let container = part.is_name && node.own == Place::Container;
    // A paragraph in the page's header or footer says the same on every page.
    free && !container && node.role != "img" && !(node.navigation && node.role == "paragraph")
}

/// True for what looks like the value of a column: a name, a number, a sentence.
fn is_value(text: &str) -> bool {
    let words = Words::of(text);
    let digits: u32 = words.list.iter().map(|word| word.digits).sum();
    digits > 2 || words.list.len() > 5 || looks_like_a_name(first_part(text))
}

/// The text up to a bracket or a comma.
fn first_part(text: &str) -> &str {
    text.split(['(', ',', ':', '–', '|', '<', '/']).next().unwrap_or_default().trim()
}

/// Whether the options of a list are data: names of people, numbers, sentences that the site's own list has not. A single one tells
/// nothing.
#[must_use]
pub fn are_values(options: &[Raw], strings: &SiteStrings) -> bool {
    let is_own = |text: &str| strings.find(text, &Words::of(text)) != Listed::default();
    let values = options.iter().map(Raw::expose).filter(|option| is_value(option) && !is_own(option)).count();
    options.len() >= FEWEST_VALUES && values * 2 >= options.len()
}

fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811C_9DC5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
