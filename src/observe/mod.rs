//! Layer 4: the page as a person sees it, as a masked tree of roles and names with refs: what an agent gets to look at.

mod line;
mod state;

use crate::element::{Element, Node, Style};
use crate::privacy::{privacy_of, secret_of};
use crate::redact::{Known, Marker, MaskCounts, Raw, Redacted, Redactor, Typing, on_element};
use crate::role::{is_named_by_content, lasting_name, role, unmarked_name};
use crate::structure::{Structure, are_values};
use line::{Line, Say};
use std::cell::OnceCell;

/// How many elements one observation looks at; what stands behind them in the page is left out, but for the target and what is
/// around it.
const MOST_LOOKED_AT: u32 = 1_500;
/// How many it looks at in any case, however slow the machine is, and how many between two looks at the clock.
const LOOKED_AT_IN_ANY_CASE: u32 = 600;
const BETWEEN_LOOKS: u32 = 32;
/// How many lines it has.
const MOST_LINES: u32 = 400;
/// How deep it goes; deeper pages are made to hurt, not to be read.
const DEEPEST: u32 = 64;
/// Longest text of one line, in bytes of what is left after masking.
const LONGEST_TEXT: usize = 600;
/// How much of a text is masked for it, in bytes.
const LONGEST_READ: usize = 4_000;

/// Roles that say nothing of themselves: what is inside stands in the line of what is around.
const TRANSPARENT: &[&str] = &["generic", "none", "presentation", "rowgroup", "strong", "emphasis", "code", "time"];
/// Elements that part no text, as those roles say, and the others.
const MERE: &str = "span,b,strong,i,em,u,font,small,code,time,bdi,bdo";
const APART: &str = ":not(span,b,strong,i,em,u,font,small,code,time,bdi,bdo,br,wbr)";
/// Roles whose value a person sets by typing or choosing.
const FIELDS: &[&str] = &["combobox", "listbox", "searchbox", "slider", "spinbutton", "textbox"];

/// What was seen of a page.
pub struct Observation<E> {
    /// Lines in the grammar of Playwright's aria snapshots, without a line feed at the end.
    pub text: Redacted,
    /// How many stretches of text were masked in it, by entity type.
    pub masked: MaskCounts,
    /// The elements with a ref, the first of which is `e1`.
    elements: Vec<E>,
    /// Their names as the page has them and as they may be kept, where they were judged.
    names: Vec<(Raw, Redacted)>,
    /// Of each how many elements up from it are in something repeated.
    repeated: Vec<usize>,
}

impl<E: Element> Observation<E> {
    /// How many elements, from this one up, are in something that is one of many, where that was judged.
    pub fn repeated(&self, element: &E) -> Option<usize> {
        self.repeated.get(self.elements.iter().position(|one| one == element)?).copied()
    }

    /// What of an element's name may be kept, where it was judged and is still `name`.
    pub fn name_of(&self, element: &E, name: &Raw) -> Option<&Redacted> {
        let place = self.elements.iter().position(|one| one == element)?;
        self.names.get(place).filter(|(raw, _)| raw.same(name)).map(|(_, kept)| kept)
    }

    /// `e5`, where the observation has a line for the element.
    pub fn ref_of(&self, element: &E) -> Option<String> {
        let place = self.elements.iter().position(|one| one == element)?;
        Some(["e", &(place + 1).to_string()].concat())
    }
}

/// Looks at the part of the page that is in the window, inside `top`; `target` has a line in any case where it is seen. Where
/// something was left out, because there is very much or it took too long, the last line is an ellipsis.
pub fn observe<E: Element>(top: &E, target: &E, redactor: &mut Redactor) -> Observation<E> {
    target.start_looking();
    top.read_inside();
    let hidden = privacy_of(top).is_some();
    let ((text, elements, names, repeated), masked) = redactor.counting(|redactor| {
        let structure = redactor.judges().then(Structure::default);
        let mut observer = Observer {
            redactor,
            structure,
            target,
            around_target: OnceCell::new(),
            looked_at: 0,
            late: false,
            lines: 0,
            elements: Vec::new(),
            names: Vec::new(),
            places: Vec::new(),
        };
        let mut page = Content::default();
        let place = observer.enter(None, &top.tag(), role(top));
        observer.look_inside(top, Way { depth: 0, masked: hidden, quiet: false, place }, &mut page);
        let mut lines = page.closed(&mut observer, hidden);
        if observer.left_out() {
            lines.push(Line::text(Say::Now(Redacted::own("…"))));
        }
        let Observer { redactor, mut structure, elements, names, places, .. } = observer;
        let judged: Vec<Redacted> = structure.as_mut().map(|structure| structure.judged(redactor)).unwrap_or_default();
        let repeated = |structure: Structure| places.iter().map(|place| structure.repeated(*place)).collect();
        let repeated = structure.map(repeated).unwrap_or_default();
        let judged: Vec<Redacted> = judged.into_iter().map(|text| text.shortened(LONGEST_TEXT)).collect();
        let kept = |(raw, say): (Raw, Say)| (raw, say.of(&judged).cloned().unwrap_or_default());
        (line::written(&lines, &judged), elements, names.into_iter().map(kept).collect(), repeated)
    });
    Observation { text, masked, elements, names, repeated }
}

struct Observer<'a, E> {
    redactor: &'a mut Redactor,
    /// What texts are said by, at the level that judges by it.
    structure: Option<Structure>,
    target: &'a E,
    /// The elements around the target; asked for only where something is left out.
    around_target: OnceCell<Vec<E>>,
    looked_at: u32,
    late: bool,
    lines: u32,
    elements: Vec<E>,
    /// The names of the elements, at the same level.
    names: Vec<(Raw, Say)>,
    /// Their numbers in the structure.
    places: Vec<u32>,
}

/// How an element was come to.
#[derive(Clone, Copy)]
struct Way {
    depth: u32,
    /// A privacy marker around it hides its text.
    masked: bool,
    /// Its text is the name of something around it already.
    quiet: bool,
    /// Its number in the structure.
    place: u32,
}

/// What stands in one line of the page beside other things.
enum Piece<E> {
    Text(Raw),
    Element(E, Style),
}

impl<E> Piece<E> {
    fn element(&self) -> Option<&E> {
        if let Self::Element(element, _) = self { Some(element) } else { None }
    }
}

/// What an element holds: lines, and the text that has come since the last one.
#[derive(Default)]
struct Content {
    lines: Vec<Line>,
    text: Raw,
    /// Where in the text, in bytes, the text of which element begins.
    starts: Vec<(usize, u32)>,
}

impl Content {
    /// The lines, with the text at the end as one of them.
    fn closed<E: Element>(mut self, observer: &mut Observer<'_, E>, masked: bool) -> Vec<Line> {
        self.close_text(observer, masked);
        self.lines
    }

    fn close_text<E: Element>(&mut self, observer: &mut Observer<'_, E>, masked: bool) {
        let (text, starts) = (core::mem::take(&mut self.text), core::mem::take(&mut self.starts));
        if text.is_blank() || !observer.has_room() {
            return;
        }
        let say = match &mut observer.structure {
            Some(structure) if !masked => {
                let (text, places) = text.collapsed_with(starts.iter().map(|(start, _)| *start));
                let starts: Vec<_> = places.into_iter().zip(starts.iter().map(|(_, place)| *place)).collect();
                Say::Judged(structure.text(text.start(LONGEST_READ), &starts))
            }
            _ => Say::Now(observer.shown(&text.collapsed().start(LONGEST_READ), masked)),
        };
        self.lines.push(Line::text(say));
    }

    fn push(&mut self, text: &Raw, place: u32) {
        self.starts.push((self.text.len(), place));
        self.text.push(text);
    }
}

impl<E: Element> Observer<'_, E> {
    /// Counts an element; true where enough was looked at, or for long enough.
    fn is_spent(&mut self) -> bool {
        self.looked_at += 1;
        let past = self.looked_at.saturating_sub(LOOKED_AT_IN_ANY_CASE);
        if past > 0 && past.is_multiple_of(BETWEEN_LOOKS) {
            self.late |= self.target.is_late();
        }
        self.late || self.looked_at > MOST_LOOKED_AT
    }

    /// True where the page has more than was looked at.
    fn left_out(&self) -> bool {
        self.looked_at > MOST_LOOKED_AT || self.lines > MOST_LINES || self.target.was_late()
    }

    fn leads_to_target(&self, element: &E) -> bool {
        let around = || std::iter::successors(self.target.parent(), E::parent).collect();
        element == self.target || self.around_target.get_or_init(around).contains(element)
    }

    /// Counts a line, unless there are enough.
    fn has_room(&mut self) -> bool {
        self.lines += 1;
        self.lines <= MOST_LINES
    }

    /// Takes an element into the structure.
    fn enter(&mut self, parent: Option<u32>, tag: &str, role: &'static str) -> u32 {
        self.structure.as_mut().map_or(0, |structure| structure.enter(parent, tag, role))
    }

    fn shown(&mut self, text: &Raw, masked: bool) -> Redacted {
        self.redactor.shown(text, masked).shortened(LONGEST_TEXT)
    }

    fn look_inside(&mut self, element: &E, way: Way, content: &mut Content) {
        if way.depth > DEEPEST {
            return;
        }
        let mut run = Vec::new();
        for node in element.children() {
            match node {
                Node::Text(text) => run.push(Piece::Text(text)),
                Node::Element(child) => {
                    if self.is_spent() && !self.leads_to_target(&child) {
                        continue;
                    }
                    let style = child.style();
                    if style.gone {
                        continue;
                    }
                    if style.spaced {
                        self.look_at_run(core::mem::take(&mut run), way, content);
                        self.look_at(&child, style, way, content);
                    } else {
                        run.push(Piece::Element(child, style));
                    }
                }
            }
        }
        self.look_at_run(run, way, content);
    }

    /// Looks at what stands in one line of the page. Elements in it may have lines of their own here, each of which would tell a
    /// part of a number: then all of them are masked.
    fn look_at_run(&mut self, run: Vec<Piece<E>>, way: Way, content: &mut Content) {
        let torn = self.torn(&run);
        for (at, piece) in run.into_iter().enumerate() {
            let masked = way.masked || torn.get(at) == Some(&true);
            if masked != way.masked {
                content.close_text(self, way.masked);
            }
            match piece {
                Piece::Text(_) if way.quiet => {}
                Piece::Text(text) => content.push(&text, way.place),
                Piece::Element(child, style) => self.look_at(&child, style, Way { masked, ..way }, content),
            }
            if masked != way.masked {
                content.close_text(self, masked);
            }
        }
    }

    fn torn(&self, run: &[Piece<E>]) -> Vec<bool> {
        if run.len() < 2 {
            return Vec::new();
        }
        let inside: Vec<Raw> = run.iter().map(|piece| piece.element().map(E::text).unwrap_or_default()).collect();
        let texts = run.iter().zip(&inside).map(|(piece, inside)| match piece {
            Piece::Text(text) => text,
            Piece::Element(..) => inside,
        });
        let torn = self.redactor.torn(&texts.collect::<Vec<_>>());
        let apart = |child: &E| {
            !child.matches(MERE) || child.inside(APART).is_some() || child.is_marked() || child.holds_marked()
        };
        if torn.is_empty() || !run.iter().filter_map(Piece::element).any(apart) { Vec::new() } else { torn }
    }

    fn look_at(&mut self, element: &E, style: Style, way: Way, content: &mut Content) {
        if !element.in_view() {
            return;
        }
        let marker = if element.is_marked() { on_element(|name| element.attribute(name)) } else { None };
        if marker == Some(Marker::Block) {
            return;
        }
        let inner = Way { depth: way.depth + 1, masked: way.masked || marker.is_some(), ..way };
        if style.spaced {
            content.text.push_space();
        }
        let tag = element.tag();
        if tag == "br" && element != self.target {
            return;
        }
        let role = role(element);
        let inner = Way { place: self.enter(Some(way.place), &tag, role), ..inner };
        // What is invisible may hold something that is visible again, and has no line of its own.
        let own_line = !style.invisible && (!TRANSPARENT.contains(&role) || element == self.target);
        if own_line || inner.masked != way.masked {
            content.close_text(self, way.masked);
        }
        if !own_line {
            self.look_inside(element, Way { quiet: way.quiet || style.invisible, ..inner }, content);
            if inner.masked != way.masked {
                content.close_text(self, inner.masked);
            }
        } else if self.has_room() || self.leads_to_target(element) {
            let line = self.line(element, role, inner);
            content.lines.push(line);
        }
        if style.spaced {
            content.text.push_space();
        }
    }

    fn line(&mut self, element: &E, role: &'static str, way: Way) -> Line {
        self.elements.push(element.clone());
        let place = self.elements.len();
        // An editor without a name would be named by its text, which is the person's.
        let field = FIELDS.contains(&role) || element.editable();
        let nameless = element.editable() && element.attribute("aria-label").is_none();
        let name = match (nameless, way.masked) {
            (true, _) => Raw::default(),
            (false, true) => lasting_name(element),
            (false, false) => unmarked_name(element),
        };
        let blank = name.is_blank();
        let mut say = |name: Raw| match &mut self.structure {
            Some(structure) if !way.masked => Say::Judged(structure.name(way.place, name)),
            _ => {
                self.redactor.keep_words(&name);
                Say::Now(self.redactor.shown(&name, way.masked).shortened(LONGEST_TEXT))
            }
        };
        let again = Raw::new(name.expose());
        let name = say(name);
        if self.structure.is_some() {
            let say = if let Say::Judged(at) = name { Say::Judged(at) } else { Say::default() };
            self.names.push((again, say));
            self.places.push(way.place);
        }
        let states = state::states(element, role);
        if field {
            let value = Say::Now(self.value(element, way.masked));
            return Line { role, name, states, place, text: value, inside: Vec::new() };
        }
        let mut content = Content::default();
        let named = !blank && is_named_by_content(role);
        self.look_inside(element, Way { quiet: way.quiet || named, ..way }, &mut content);
        let inside = content.closed(self, way.masked);
        Line { role, name, states, place, text: Say::default(), inside }.folded()
    }

    /// What a field holds, by the rules for what is typed; of a list the texts of what is chosen, which are the page's own.
    fn value(&mut self, element: &E, masked: bool) -> Redacted {
        let secret = secret_of(element);
        let value = match element.tag().as_str() {
            "select" if secret.is_none() => {
                let chosen = element.chosen_text();
                if self.redactor.judges() && !masked {
                    return chosen_of(element, &chosen, self.redactor).shortened(LONGEST_TEXT);
                }
                return self.shown(&chosen, masked);
            }
            // Its value is the file's name.
            "input" if element.attribute("type").is_some_and(|kind| kind.is("file")) => {
                return self.redactor.file_kinds(&element.files());
            }
            _ => element.value_start().unwrap_or_default().collapsed().start(LONGEST_READ),
        };
        // What is being typed is a part of something yet unknown.
        let typing = if element == self.target { Typing::Ongoing } else { Typing::Done };
        self.redactor.typed(&value, secret, masked || element.autofilled(), typing).shortened(LONGEST_TEXT)
    }
}

/// What is chosen in a list: data where its options are people, numbers or sentences; then all of them are masked wherever they stand.
pub fn chosen_of<E: Element>(list: &E, chosen: &Raw, redactor: &mut Redactor) -> Redacted {
    let options = list.options();
    if !are_values(&options, redactor.strings()) {
        return redactor.shown(chosen, false);
    }
    for option in &options {
        redactor.data(option, Known::Rare);
    }
    redactor.data(chosen, Known::Rare)
}
