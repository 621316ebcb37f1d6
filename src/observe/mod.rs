//! Layer 4: the page as a person sees it, as a masked tree of roles and names with refs: what an agent gets to look at.

mod line;
mod state;

use crate::element::{Element, Node, Style};
use crate::privacy::{privacy_of, secret_of};
use crate::redact::{Marker, MaskCounts, Raw, Redacted, Redactor, Typing, on_element};
use crate::role::{is_named_by_content, lasting_name, role, unmarked_name};
use line::Line;
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
}

impl<E: Element> Observation<E> {
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
    let ((text, elements), masked) = redactor.counting(|redactor| {
        let mut observer = Observer {
            redactor,
            target,
            around_target: OnceCell::new(),
            looked_at: 0,
            late: false,
            lines: 0,
            elements: Vec::new(),
        };
        let mut page = Content::default();
        observer.look_inside(top, Way { depth: 0, masked: hidden, quiet: false }, &mut page);
        let mut lines = page.closed(&mut observer, hidden);
        if observer.left_out() {
            lines.push(Line::text(Redacted::own("…")));
        }
        (line::written(&lines), observer.elements)
    });
    Observation { text, masked, elements }
}

struct Observer<'a, E> {
    redactor: &'a mut Redactor,
    target: &'a E,
    /// The elements around the target; asked for only where something is left out.
    around_target: OnceCell<Vec<E>>,
    looked_at: u32,
    late: bool,
    lines: u32,
    elements: Vec<E>,
}

/// How an element was come to.
#[derive(Clone, Copy)]
struct Way {
    depth: u32,
    /// A privacy marker around it hides its text.
    masked: bool,
    /// Its text is the name of something around it already.
    quiet: bool,
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
}

impl Content {
    /// The lines, with the text at the end as one of them.
    fn closed<E: Element>(mut self, observer: &mut Observer<'_, E>, masked: bool) -> Vec<Line> {
        self.close_text(observer, masked);
        self.lines
    }

    fn close_text<E: Element>(&mut self, observer: &mut Observer<'_, E>, masked: bool) {
        let text = core::mem::take(&mut self.text).collapsed().start(LONGEST_READ);
        if !text.is_blank() && observer.has_room() {
            self.lines.push(Line::text(observer.shown(&text, masked)));
        }
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
                Piece::Text(text) => content.text.push(&text),
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
        if element.tag() == "br" && element != self.target {
            return;
        }
        let role = role(element);
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
        let name = self.shown(&name, way.masked);
        let states = state::states(element, role);
        if field {
            let value = self.value(element, way.masked);
            return Line { role, name, states, place, text: value, inside: Vec::new() };
        }
        let mut content = Content::default();
        let named = !name.as_str().is_empty() && is_named_by_content(role);
        self.look_inside(element, Way { quiet: way.quiet || named, ..way }, &mut content);
        let inside = content.closed(self, way.masked);
        Line { role, name, states, place, text: Redacted::default(), inside }.folded()
    }

    /// What a field holds, by the rules for what is typed; of a list the texts of what is chosen, which are the page's own.
    fn value(&mut self, element: &E, masked: bool) -> Redacted {
        let secret = secret_of(element);
        let value = match element.tag().as_str() {
            "select" if secret.is_none() => {
                let chosen = element.chosen_text();
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
