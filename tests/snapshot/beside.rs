//! What stands beside an element of a snapshot and tells it from others like it, as extension/content/beside.js finds it in a page.

use super::css;
use super::find::{MOST_TIMES, all_text, flat, times};
use super::tree::{DOCUMENT, Id, Tree};
use overt::element::{Anchor, Discriminator};
use overt::redact::Raw;
use std::cell::OnceCell;
use std::collections::HashSet;

/// How far up, and at how many texts, one looks for a text that tells the element from others like it.
const MOST_LEVELS: usize = 12;
const MOST_ASKED: usize = 250;
/// How many different texts and addresses are looked for.
const MOST_TOLD: usize = 72;
/// How many of those that stand in more than one place are counted in the box.
const MOST_COMPARED: usize = 24;
/// How many boxes are compared by how much they hold.
const MOST_SIZED: usize = 12;
/// Lengths of texts and addresses.
const SHORTEST_PIECE: usize = 3;
const SHORTEST_STRETCH: usize = 8;
const LONGEST_PIECE: usize = 48;
const LONGEST_TEXT: usize = 120;
/// Whose text no search finds, or is a person's.
const QUIET: &str = "script,style,noscript,template,textarea,select,[contenteditable]";
/// What is seen of an element without text.
const LABELS: &[&str] = &["aria-label", "title", "alt"];
/// What tells a neighbour: an address, a field's name.
const ADDRESSED: &str = "[href],[src],[name]";
const SIZED: &str = "[href],[src]";
const ADDRESSES: &[&str] = &["href", "src", "name"];

/// An attribute and its value, or no attribute and a text; a piece of it unless it is whole.
#[derive(Clone)]
struct Neighbour {
    by: &'static str,
    text: String,
    whole: bool,
    holder: Id,
}

/// The nearest of each kind: an address or a field's name, a text, either with numbers in it, an id; and how much there is.
#[derive(Default)]
struct Neighbours {
    address: Option<Neighbour>,
    text: Option<Neighbour>,
    numbered: Option<Neighbour>,
    id: Option<Neighbour>,
    size: Option<Neighbour>,
}

/// A neighbour, and how the element itself is told.
pub struct Found {
    neighbour: Neighbour,
    own: Own,
}

#[derive(Clone)]
enum Own {
    Facts,
    Class,
    Seen(Seen),
}

/// What is seen of an element: its text, or the attribute `by`.
#[derive(Clone)]
struct Seen {
    by: &'static str,
    text: String,
    whole: bool,
}

impl Found {
    pub fn with_holder<E>(self, holder: impl Fn(Id) -> E) -> Anchor<E> {
        let Neighbour { by, text, whole, holder: id } = self.neighbour;
        let own = match self.own {
            Own::Facts => Discriminator::Css,
            Own::Class => Discriminator::Class,
            Own::Seen(Seen { by, text, whole }) => {
                Discriminator::Visible { by: by.to_owned(), text: Raw::new(text), whole }
            }
        };
        Anchor { by: by.to_owned(), text: Raw::new(text), whole, holder: holder(id), own }
    }
}

/// The nearest things that tell the element from others that `css`, or `classed` where it is not empty, matches.
pub fn beside(tree: &Tree, id: Id, css: &str, classed: &str, lasting: bool) -> Vec<Found> {
    if !tree.element(id).is_html {
        return Vec::new();
    }
    let mut list = Vec::new();
    let is_tag = css == tree.element(id).tag;
    let mut add = |own: &Own, alike: &[Id]| {
        let mut found = Search::new(tree, id, widest(tree, id, alike), lasting).run();
        let told = !matches!(own, Own::Facts) || !is_tag;
        if !lasting && told && found.address.is_none() && found.text.is_none() && found.numbered.is_none() {
            found.size = size_of(tree, id, alike);
        }
        let has_address = found.address.is_some();
        let others = [found.text, found.numbered, found.id, found.size].into_iter().filter(|_| !lasting);
        let all = [found.address].into_iter().chain(others).flatten();
        list.extend(all.map(|neighbour| Found { neighbour, own: own.clone() }));
        has_address
    };
    let same = css::select(tree, tree.root(id), css);
    let enough = add(&Own::Facts, &same) && !is_tag;
    if enough || lasting {
        return list;
    }
    if let Some(seen) = seen_of(tree, id) {
        let shows = |one: &Id| {
            let shown = match seen.by {
                "" => trimmed_once(&flat(tree, *one)).to_owned(),
                by => tree.element(*one).attribute(by).unwrap_or_default().to_owned(),
            };
            if seen.whole { shown == seen.text } else { shown.contains(&seen.text) }
        };
        let alike: Vec<Id> = same.into_iter().filter(shows).collect();
        add(&Own::Seen(seen.clone()), &alike);
    }
    if !classed.is_empty() {
        add(&Own::Class, &css::select(tree, tree.root(id), classed));
    }
    list
}

/// A piece of its text without numbers, or all of it, or else its label.
fn seen_of(tree: &Tree, id: Id) -> Option<Seen> {
    let text = if css::matches(tree, id, QUIET) { String::new() } else { trimmed_once(&flat(tree, id)).to_owned() };
    let part = piece(&text);
    if length(&part) >= SHORTEST_PIECE && part != text {
        return Some(Seen { by: "", text: part, whole: false });
    }
    if !text.is_empty() && length(&text) <= LONGEST_TEXT {
        return Some(Seen { by: "", text, whole: true });
    }
    let label = |by: &&'static str| Some((*by, tree.element(id).attribute(by).filter(|text| !text.is_empty())?));
    let (by, text) = LABELS.iter().find_map(label)?;
    (length(text) <= LONGEST_TEXT).then(|| Seen { by, text: text.to_owned(), whole: true })
}

/// Without one space at each end.
fn trimmed_once(text: &str) -> &str {
    let text = text.strip_prefix(' ').unwrap_or(text);
    text.strip_suffix(' ').unwrap_or(text)
}

fn length(text: &str) -> usize {
    text.chars().count()
}

/// The longest piece of a text without digits and line breaks, and not too long.
fn piece(text: &str) -> String {
    let spaced = text.replace("  ", "\n");
    let parts = spaced.split(|c: char| c.is_ascii_digit() || matches!(c, '\t' | '\r' | '\n' | '"')).map(str::trim);
    let longest = first_longest(parts);
    longest.chars().take(LONGEST_PIECE).collect::<String>().trim().to_owned()
}

fn first_longest<'a>(parts: impl Iterator<Item = &'a str>) -> &'a str {
    parts.fold("", |long, part| if length(part) > length(long) { part } else { long })
}

fn has_digit(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
}

/// The widest box around the element that holds no other of the list.
fn widest(tree: &Tree, id: Id, list: &[Id]) -> Id {
    let holds_other = |around: &Id| list.iter().any(|&other| other != id && tree.up(other).any(|one| one == *around));
    tree.up(id).skip(1).take_while(|around| !holds_other(around)).last().unwrap_or(id)
}

/// How many addresses there are in the widest box that holds no other of the list, unless another has as many.
fn size_of(tree: &Tree, id: Id, list: &[Id]) -> Option<Neighbour> {
    if list.len() > MOST_SIZED {
        return None;
    }
    let size = |one: Id| {
        let top = widest(tree, one, list);
        css::select(tree, top, SIZED).len() + usize::from(css::matches(tree, top, SIZED))
    };
    let own = size(id);
    let only = list.iter().filter(|&&one| size(one) == own).count() == 1;
    only.then(|| Neighbour { by: "size", text: own.to_string(), whole: true, holder: id })
}

/// How many elements in the box are so, with the box itself.
fn count(tree: &Tree, below: Id, is: impl Fn(Id) -> bool) -> usize {
    let top = tree.get(below).map(|_| below);
    tree.all(below).into_iter().chain(top).filter(|&one| is(one)).count()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Address,
    Text,
    Numbered,
}

/// One search for the nearest neighbours of an element in a box that stand nowhere outside it.
struct Search<'a> {
    tree: &'a Tree,
    element: Id,
    top: Id,
    /// An address is all that is asked for.
    lasting: bool,
    found: Neighbours,
    told: HashSet<String>,
    asked: usize,
    read: usize,
    compared: usize,
    addresses: OnceCell<String>,
    texts: OnceCell<String>,
}

impl<'a> Search<'a> {
    fn new(tree: &'a Tree, element: Id, top: Id, lasting: bool) -> Self {
        Self {
            tree,
            element,
            top,
            lasting,
            found: Neighbours::default(),
            told: HashSet::new(),
            asked: 0,
            read: 0,
            compared: 0,
            addresses: OnceCell::new(),
            texts: OnceCell::new(),
        }
    }

    fn run(mut self) -> Neighbours {
        let levels = self.tree.up(self.element).take_while(|&inner| inner != self.top).take(MOST_LEVELS);
        for inner in levels.collect::<Vec<_>>() {
            if self.found.address.is_some() || self.asked >= MOST_ASKED {
                break;
            }
            let (parent, _) = self.tree.place(inner);
            for node in self.tree.children(parent).to_vec() {
                if self.found.address.is_some() || self.asked > MOST_ASKED {
                    break;
                }
                if node != inner {
                    self.look_at(node);
                }
            }
        }
        self.found
    }

    /// At one that stands beside the element, or beside something around it.
    fn look_at(&mut self, node: Id) {
        if self.tree.get(node).is_some() {
            self.look_for_addresses(node);
            self.look_for_id(node);
        }
        if self.lasting || self.found.text.is_some() || self.read > MOST_ASKED {
            return;
        }
        if self.tree.text_of(node).is_some() {
            self.by_text(node);
            self.read += 1;
            return;
        }
        for inner in self.tree.inside(node).into_iter().filter(|&inner| self.tree.text_of(inner).is_some()) {
            if self.found.text.is_some() || self.read >= MOST_ASKED {
                break;
            }
            self.read += 1;
            self.by_text(inner);
        }
    }

    fn look_for_addresses(&mut self, node: Id) {
        if css::matches(self.tree, node, ADDRESSED) {
            self.by_address(node);
            self.asked += 1;
        }
        for one in css::select(self.tree, node, ADDRESSED) {
            if self.found.address.is_some() || self.asked > MOST_ASKED {
                break;
            }
            self.asked += 1;
            self.by_address(one);
        }
    }

    fn look_for_id(&mut self, node: Id) {
        let Some(id) = self.tree.element(node).attribute("id").filter(|_| !self.lasting && self.found.id.is_none())
        else {
            return;
        };
        let plain = |byte: u8| byte.is_ascii_alphabetic() || byte == b'_' || byte == b'-';
        let word = id.len() > 1 && id.as_bytes()[0].is_ascii_alphabetic() && id.bytes().all(plain);
        let same = |one: Id| self.tree.element(one).attribute("id") == Some(id);
        if word && count(self.tree, DOCUMENT, same) == 1 {
            self.found.id = Some(Neighbour { by: "id", text: id.to_owned(), whole: true, holder: node });
        }
    }

    /// True the first time that a text is told of, where it stands nowhere outside the box.
    fn tells(&mut self, kind: Kind, text: &str, all: usize, in_box: impl Fn(&Self) -> bool) -> bool {
        if self.place(kind).is_some() || self.told.len() > MOST_TOLD || !self.told.insert(text.to_owned()) {
            return false;
        }
        if all == 1 || all >= MOST_TIMES {
            return all == 1;
        }
        self.compared += 1;
        self.compared <= MOST_COMPARED && in_box(self)
    }

    fn place(&mut self, kind: Kind) -> &mut Option<Neighbour> {
        match kind {
            Kind::Address => &mut self.found.address,
            Kind::Text => &mut self.found.text,
            Kind::Numbered => &mut self.found.numbered,
        }
    }

    fn by_address(&mut self, holder: Id) {
        for one in address_of(self.tree, holder) {
            let kind = if has_digit(&one.text) { Kind::Numbered } else { Kind::Address };
            if kind == Kind::Numbered && self.lasting {
                continue;
            }
            let spot = if one.whole { ["\n", &one.text, "\n"].concat() } else { one.text.clone() };
            let standing = times(&spot, self.addresses.get_or_init(|| all_addresses(self.tree)));
            let in_box = |search: &Self| {
                let tree = search.tree;
                let has = |id: Id| {
                    let value = tree.element(id).attribute(one.by);
                    value.is_some_and(|value| if one.whole { value == one.text } else { value.contains(&one.text) })
                };
                count(tree, search.top, has) == count(tree, DOCUMENT, has)
            };
            if self.tells(kind, &spot, standing, in_box) {
                *self.place(kind) = Some(one);
            }
        }
    }

    fn by_text(&mut self, node: Id) {
        let tree = self.tree;
        let text = tree.text(node).trim().to_owned();
        let holder = tree.parent(node);
        for part in if text.is_empty() { Vec::new() } else { vec![piece(&text), text] } {
            if !(SHORTEST_PIECE..=LONGEST_TEXT).contains(&length(&part)) {
                continue;
            }
            let kind = if has_digit(&part) { Kind::Numbered } else { Kind::Text };
            let all = times(&part, self.texts.get_or_init(|| all_text(tree)));
            let in_box = |search: &Self| times(&part, &tree.text(search.top)) == all;
            if self.tells(kind, &part, all, in_box)
                && let Some(holder) = holder
                && !tree.up(holder).any(|one| css::matches(tree, one, QUIET))
            {
                *self.place(kind) = Some(Neighbour { by: "", text: part.clone(), whole: false, holder });
            }
        }
    }
}

/// The addresses and names of the document, a line break before and after each.
fn all_addresses(tree: &Tree) -> String {
    let all = tree.all(DOCUMENT);
    let values = ADDRESSES.iter().flat_map(|by| all.iter().filter_map(|&id| tree.element(id).attribute(by)));
    ["\n", &values.collect::<Vec<_>>().join("\n"), "\n"].concat()
}

/// What tells an element by its address or its name as a field: the longest stretch without numbers, and all of it.
fn address_of(tree: &Tree, holder: Id) -> Vec<Neighbour> {
    let filled = |by: &&'static str| Some((*by, tree.element(holder).attribute(by).filter(|value| !value.is_empty())?));
    let Some((by, value)) = ADDRESSES.iter().find_map(filled) else { return Vec::new() };
    let path = value.split(['?', '#']).next().unwrap_or_default();
    if length(path) < SHORTEST_PIECE || path.contains('@') || is_opaque(path) {
        return Vec::new();
    }
    let mut list = Vec::new();
    let stretch = first_longest(path.split(|c: char| c.is_ascii_digit()));
    if stretch != value && length(stretch) >= SHORTEST_STRETCH {
        let text = stretch.chars().take(LONGEST_TEXT).collect();
        list.push(Neighbour { by, text, whole: false, holder });
    }
    if length(path) <= LONGEST_TEXT {
        list.push(Neighbour { by, text: path.to_owned(), whole: path == value, holder });
    }
    list
}

/// With a scheme that is not http: what follows may be a person's.
fn is_opaque(path: &str) -> bool {
    let Some((scheme, _)) = path.split_once(':') else { return false };
    let scheme = scheme.to_ascii_lowercase();
    !scheme.is_empty() && scheme.bytes().all(|byte| byte.is_ascii_alphabetic()) && scheme != "http" && scheme != "https"
}
