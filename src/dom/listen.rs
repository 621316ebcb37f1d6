//! The listeners of one document: they live as long as its recorder, and no longer.

use super::element::PageElement;
use super::event::{DispatchedEvent, arrival, moved};
use super::page::{self, Indicator};
use super::read::Reading;
use super::revision::{JsStepRevision, StepTaker};
use crate::policy::Paths;
use crate::record::{
    Causes, DocumentPosition, EventContext, Evidence, PageEvent, Recording, SCROLL_REST, Scroll, Scrolling,
    StepRevision,
};
use crate::redact::{MaskingLevel, Raw, SiteStrings, Terms};
use js_sys::{Boolean, Function, Undefined};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::Element;

/// Takes whether the page stands where steps may be taken.
pub type PlaceTaker = Function<fn(Boolean) -> Undefined>;

/// What a recorder needs to know of its session.
pub struct Options {
    /// The session's random key.
    pub key: [u8; 16],
    /// How much is kept.
    pub masking_level: MaskingLevel,
    /// The employee's words that are never kept.
    pub terms: Terms,
    /// What the site's interface says, as the policy lists it.
    pub strings: SiteStrings,
    /// What the times of steps count from, milliseconds since 1970: when the session started, later by its pauses.
    pub clock: f64,
    /// It takes nothing before it is resumed.
    pub paused: bool,
    /// Where the document stands.
    pub position: DocumentPosition,
    /// Where in the origin steps may be taken.
    pub paths: Paths,
    /// Is called with each revision of a step.
    pub on_step: StepTaker,
    /// Is called when the page comes to stand there, and when it does not any more.
    pub on_placed: PlaceTaker,
}

/// Records one document. That of a top page owns the indicator: dropping it removes the listeners and the indicator. A frame
/// has no indicator, and its recorder a stand-in that removes nothing: `main.js` keeps no step of a frame before its page's
/// indicator was confirmed.
pub struct PageRecorder {
    state: Rc<State>,
    _listener: Listener,
    _indicator: Shown,
}

/// The indicator, or a frame's stand-in for it, removed when it is dropped.
struct Shown(Indicator);

impl Drop for Shown {
    fn drop(&mut self) {
        self.0.remove();
    }
}

struct State {
    work: RefCell<Work>,
    on_step: StepTaker,
    on_placed: PlaceTaker,
}

/// The recording, and what it needs to know of the document.
struct Work {
    recording: Recording<PageElement>,
    causes: Causes<PageElement>,
    scrolling: Scrolling<PageElement>,
    paths: Paths,
    inside: bool,
    clock: f64,
    url: String,
    paused: bool,
    /// How the document came is still to be recorded.
    fresh: bool,
    /// What is still to be handed over, in this order.
    outcomes: Vec<Outcome>,
}

/// What the content script is called with.
enum Outcome {
    Step(Box<StepRevision>),
    /// Whether the page stands where steps may be taken.
    Placed(bool),
}

/// Takes an event as `page::listen` says.
type EventListener = dyn FnMut(String, f64, Vec<i32>, Option<Element>);

/// One listener, removed when it is dropped.
struct Listener {
    undo: Function,
    _closure: Closure<EventListener>,
}

impl Drop for Listener {
    fn drop(&mut self) {
        // The undo function only removes a listener, which cannot throw.
        let _ = self.undo.call0(&JsValue::UNDEFINED);
    }
}

impl PageRecorder {
    /// Starts to listen, and records how a top document came; where it came in a pause, once that is over.
    pub fn start(indicator: Indicator, options: Options) -> Self {
        let fresh = options.position.frame.is_empty();
        let recording = Recording::new(options.key, options.masking_level, options.position);
        let work = Work {
            recording: recording.with_terms(options.terms).with_strings(options.strings),
            causes: Causes::default(),
            scrolling: Scrolling::default(),
            paths: options.paths,
            inside: true,
            clock: options.clock,
            url: page::url(),
            paused: options.paused,
            fresh,
            outcomes: Vec::new(),
        };
        let state = Rc::new(State { work: RefCell::new(work), on_step: options.on_step, on_placed: options.on_placed });
        let listener = Listener::new(Rc::clone(&state));
        state.go(&mut |work| {
            work.settle();
            work.arrive();
        });
        Self { state, _listener: listener, _indicator: Shown(indicator) }
    }

    /// Takes nothing until it is resumed.
    pub fn pause(&self) {
        self.state.go(&mut |work| {
            work.commit_typed();
            work.set_paused(true);
        });
    }

    /// Takes steps again. Their times count from `clock`, which is later by the pause.
    pub fn resume(&self, clock: f64) {
        self.state.go(&mut |work| {
            work.clock = clock;
            work.set_paused(false);
            work.arrive();
        });
    }

    /// What was learnt as data since the last call, for the session's other documents.
    pub fn take_taint(&self) -> String {
        let mut taint = String::new();
        self.state.go(&mut |work| taint = work.recording.take_taint());
        taint
    }

    /// Takes in what the session's other documents have learnt.
    pub fn learn_taint(&self, hashes: &str) {
        self.state.go(&mut |work| work.recording.learn_taint(hashes));
    }

    /// Takes an element in `top` as a press on it would be taken, written and all, and keeps nothing of it: its target, as JSON. Where
    /// steps may not be taken nothing is read, and it is empty.
    pub fn describe(&self, top: &Element, element: &Element) -> String {
        let mut text = String::new();
        self.state.go(&mut |work| {
            if work.paused || !work.paths.permit(&page::url()) {
                return;
            }
            let (top, element) = (PageElement::of(top.clone()), PageElement::of(element.clone()));
            if let Some((target, observation)) = work.recording.describe(&top, &element) {
                text = serde_json::to_string(&target).unwrap_or_default();
                // Written as with a step; nobody reads it.
                let _ = serde_json::to_string(&observation);
            }
        });
        text
    }
}

impl Drop for PageRecorder {
    fn drop(&mut self) {
        self.state.go(&mut Work::commit_typed);
    }
}

impl Listener {
    fn new(state: Rc<State>) -> Self {
        let on = move |fields: String, now: f64, numbers: Vec<i32>, mut target: Option<Element>| {
            state.go(&mut |work| {
                if let Some(event) = DispatchedEvent::of(&fields, now, &numbers, target.take()) {
                    work.on(&event);
                }
            });
        };
        let closure = Closure::<EventListener>::new(on);
        let undo = page::listen(closure.as_ref().unchecked_ref());
        Self { undo, _closure: closure }
    }
}

impl State {
    /// Works on the recording, with each element of the page read once, and hands over what comes of it. Where a question to the page
    /// throws, the work is broken off: what it has finished by then counts, and the recording goes on with the next event.
    fn go(&self, work: &mut dyn FnMut(&mut Work)) {
        // What the page is asked leads to no event, and what is called below finds it free.
        let Ok(mut recording) = self.work.try_borrow_mut() else { return };
        let reading = Reading;
        // An exception of JavaScript passes over the frames of Rust between here and the question and drops nothing of theirs: so they
        // only borrow what is held here.
        if !page::attempt(&mut || work(&mut recording)) {
            recording.recording.interrupt();
        }
        let outcomes = core::mem::take(&mut recording.outcomes);
        drop(recording);
        drop(reading);
        outcomes.into_iter().for_each(|outcome| self.hand_over(outcome));
    }

    /// What it calls must not throw into the page; if the taker of steps does, the step is in the journal or nowhere.
    fn hand_over(&self, outcome: Outcome) {
        let _ = match outcome {
            Outcome::Step(revision) => {
                JsStepRevision::of(*revision).map(|revision| self.on_step.call1(&JsValue::UNDEFINED, &revision))
            }
            Outcome::Placed(inside) => Some(self.on_placed.call1(&JsValue::UNDEFINED, &inside.into())),
        };
    }
}

impl Work {
    /// Takes in an event, whether a step may come of it or not.
    fn on(&mut self, event: &DispatchedEvent) {
        // What is done on the indicator is no step; it ends a scroll as anything else does.
        let ours = event.is_ours();
        if !ours && let Some(sign) = event.sign() {
            self.causes.note(sign, event.now);
        }
        // A page hands out a file by a click of its own on a link of its own.
        if !event.is_trusted() && event.kind != "download" {
            return;
        }
        // The page is where it was when the event was taken.
        if event.settles() {
            if let Some(settled) = event.page_event().filter(|_| !self.paused) {
                page::start_reading(event.target.as_ref().map(PageElement::as_js));
                self.record(settled, true, event.now);
            }
            return;
        }
        if event.kind == "scroll" && !ours {
            return self.scrolled(event);
        }
        self.end_scroll(event);
        if ours {
            return;
        }
        self.take_hover(event);
        self.take(event);
    }

    /// Takes a hover where it revealed what is pressed now.
    fn take_hover(&mut self, event: &DispatchedEvent) {
        if !self.paused
            && let Some(on) = event.revealed()
        {
            self.follow_url(event);
            self.record_before(event, Some(&on.clone()), PageEvent::Hover(on), true);
        }
    }

    fn scrolled(&mut self, event: &DispatchedEvent) {
        let by_person = self.causes.scrolls(event.button_held(), event.now);
        let other = self.scrolling.scrolled(event.target.clone(), by_person);
        self.take_scroll(other, event);
        page::rest_after(SCROLL_REST);
    }

    fn end_scroll(&mut self, event: &DispatchedEvent) {
        let over = self.scrolling.end();
        self.take_scroll(over, event);
    }

    fn take_scroll(&mut self, scroll: Option<Scroll<PageElement>>, event: &DispatchedEvent) {
        let Some(Scroll { on, by_person }) = scroll else { return };
        if self.paused || !event.scroll_is_witnessed() {
            return;
        }
        self.follow_url(event);
        if let [x, y] = page::scrolled(on.as_ref().map(PageElement::as_js))[..] {
            self.record_before(event, on.clone().as_ref(), PageEvent::Scroll { on, x, y }, by_person);
        }
    }

    /// Records what was done before an event and is known by it: both are read, each as if it was alone.
    fn record_before(
        &mut self,
        event: &DispatchedEvent,
        on: Option<&PageElement>,
        before: PageEvent<PageElement>,
        by_person: bool,
    ) {
        page::start_reading(on.map(PageElement::as_js));
        self.record(before, by_person, event.now);
        page::start_reading(event.target.as_ref().map(PageElement::as_js));
    }

    fn take(&mut self, event: &DispatchedEvent) {
        if self.paused || !event.is_witnessed() {
            return;
        }
        self.follow_url(event);
        if let Some(page_event) = event.page_event().filter(|event| self.causes.has_effect(event)) {
            let by_person = self.causes.by_person(&page_event, &event.evidence(), event.now);
            self.record(page_event, by_person, event.now);
        }
    }

    fn arrive(&mut self) {
        if !self.paused && core::mem::take(&mut self.fresh) {
            self.record(PageEvent::Navigate(arrival()), true, page::now());
        }
    }

    /// Without the Navigation API there is no event where a page changes its URL; the next one notices.
    fn follow_url(&mut self, event: &DispatchedEvent) {
        if let Some(via) = moved(&self.url, &event.url) {
            self.url.clone_from(&event.url);
            self.settle();
            let navigation = PageEvent::Navigate(via);
            let by_person = self.causes.by_person(&navigation, &Evidence::default(), event.now);
            self.record(navigation, by_person, event.now);
        }
    }

    fn set_paused(&mut self, paused: bool) {
        self.paused = paused;
        self.url = page::url();
        self.settle();
    }

    /// Finds out whether the page stands where steps may be taken, and reports when that has changed.
    fn settle(&mut self) {
        let inside = self.paths.permit(&self.url);
        if core::mem::replace(&mut self.inside, inside) != inside {
            self.outcomes.push(Outcome::Placed(inside));
        }
    }

    fn record(&mut self, event: PageEvent<PageElement>, by_person: bool, now: f64) {
        if !self.inside {
            return;
        }
        let time = (now - self.clock).max(0.0) as u64;
        let context = EventContext { time, url: Raw::new(self.url.as_str()), by_person };
        let recorded = self.recording.observe(event, &context);
        self.say(recorded);
    }

    /// Commits what was typed last.
    fn commit_typed(&mut self) {
        let committed = self.recording.commit();
        self.say(committed);
    }

    fn say(&mut self, steps: Vec<StepRevision>) {
        self.outcomes.extend(steps.into_iter().map(|step| Outcome::Step(Box::new(step))));
    }
}
