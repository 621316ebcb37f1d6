//! The listeners of one document: they live as long as its recorder, and no longer.

use super::element::PageElement;
use super::event::{Numbers, arrival, evidence, is_taken, moved, page_event, revealed, sign};
use super::page::{self, DispatchedEvent, Indicator};
use super::read::Reading;
use super::revision::{JsStepRevision, StepTaker};
use crate::policy::Paths;
use crate::record::{
    Causes, DocumentPosition, EventContext, Evidence, PageEvent, Recording, SCROLL_REST, Scroll, Scrolling,
    StepRevision,
};
use crate::redact::{MaskingLevel, Raw, Terms};
use js_sys::{Boolean, Function, Undefined};
use std::cell::{Cell, RefCell};
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
    recording: RefCell<Recording<PageElement>>,
    causes: RefCell<Causes<PageElement>>,
    scrolling: RefCell<Scrolling<PageElement>>,
    paths: Paths,
    on_step: StepTaker,
    on_placed: PlaceTaker,
    inside: Cell<bool>,
    clock: Cell<f64>,
    url: RefCell<String>,
    paused: Cell<bool>,
    /// How the document came is still to be recorded.
    fresh: Cell<bool>,
}

/// One listener, removed when it is dropped.
struct Listener {
    undo: Function,
    _closure: Closure<dyn FnMut(String, DispatchedEvent)>,
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
        let state = Rc::new(State {
            fresh: Cell::new(options.position.frame.is_empty()),
            recording: RefCell::new(
                Recording::new(options.key, options.masking_level, options.position).with_terms(options.terms),
            ),
            causes: RefCell::default(),
            scrolling: RefCell::default(),
            paths: options.paths,
            on_step: options.on_step,
            on_placed: options.on_placed,
            inside: Cell::new(true),
            clock: Cell::new(options.clock),
            url: RefCell::new(page::url()),
            paused: Cell::new(options.paused),
        });
        let listener = Listener::new(Rc::clone(&state));
        state.settle();
        state.arrive();
        Self { state, _listener: listener, _indicator: Shown(indicator) }
    }

    /// Takes nothing until it is resumed.
    pub fn pause(&self) {
        self.state.commit_typed();
        self.set_paused(true);
    }

    /// Takes steps again. Their times count from `clock`, which is later by the pause.
    pub fn resume(&self, clock: f64) {
        self.state.clock.set(clock);
        self.set_paused(false);
        self.state.arrive();
    }

    /// Takes an element of the indicator, written and all, and keeps nothing of it.
    pub fn rehearse(&self, top: Element, element: Element) {
        let _event = Reading;
        let (top, element) = (PageElement::of(top), PageElement::of(element));
        if let Ok(mut recording) = self.state.recording.try_borrow_mut()
            && let Some((target, observation)) = recording.rehearse(&top, &element)
        {
            // Written as a step would be; nobody reads it.
            let _ = (serde_json::to_string(&target), serde_json::to_string(&observation));
        }
    }

    fn set_paused(&self, paused: bool) {
        self.state.paused.set(paused);
        self.state.url.replace(page::url());
        self.state.settle();
    }
}

impl Drop for PageRecorder {
    fn drop(&mut self) {
        self.state.commit_typed();
    }
}

impl Listener {
    fn new(state: Rc<State>) -> Self {
        let on = move |kind: String, event: DispatchedEvent| state.on(&kind, &event);
        let closure = Closure::<dyn FnMut(String, DispatchedEvent)>::new(on);
        let undo = page::listen(closure.as_ref().unchecked_ref());
        Self { undo, _closure: closure }
    }
}

impl State {
    /// Takes in an event, whether a step may come of it or not.
    fn on(&self, kind: &str, event: &DispatchedEvent) {
        let _event = Reading;
        let Some(numbers) = Numbers::of(event) else { return };
        // What is done on the indicator is no step; it ends a scroll as anything else does.
        let ours = numbers.is_ours();
        if !ours && let Some(sign) = sign(kind, event, numbers) {
            self.causes.borrow_mut().note(sign, page::now());
        }
        // A page hands out a file by a click of its own on a link of its own.
        if !numbers.is_trusted() && kind != "download" {
            return;
        }
        if kind == "scroll" && !ours {
            return self.scrolled(event, numbers);
        }
        self.end_scroll(event);
        if ours {
            return;
        }
        if kind == "pointerdown" {
            self.take_hover(event, numbers);
        }
        self.take(kind, event, numbers);
    }

    /// Takes a hover where it revealed what is pressed now.
    fn take_hover(&self, event: &DispatchedEvent, numbers: Numbers) {
        if !self.paused.get()
            && let Some(on) = revealed(event, numbers)
            && self.may_take("hover", event, Some(on.as_js()))
        {
            self.record(PageEvent::Hover(on), true);
        }
    }

    fn scrolled(&self, event: &DispatchedEvent, numbers: Numbers) {
        let by_person = self.causes.borrow().scrolls(numbers.button_held(), page::now());
        let on = PageElement::from_js(page::target(event));
        let other = self.scrolling.borrow_mut().scrolled(on, by_person);
        self.take_scroll(other, event);
        page::rest_after(SCROLL_REST);
    }

    fn end_scroll(&self, event: &DispatchedEvent) {
        let over = self.scrolling.borrow_mut().end();
        self.take_scroll(over, event);
    }

    fn take_scroll(&self, scroll: Option<Scroll<PageElement>>, event: &DispatchedEvent) {
        let Some(Scroll { on, by_person }) = scroll else { return };
        let element = on.as_ref().map(PageElement::as_js);
        if self.may_take("scroll", event, element)
            && let [x, y] = page::scrolled(element)[..]
        {
            self.record(PageEvent::Scroll { on, x, y }, by_person);
        }
    }

    /// Whether a step may come of an event now; the page's URL is followed where it may.
    fn may_take(&self, kind: &str, event: &DispatchedEvent, on: Option<&Element>) -> bool {
        let may = page::may_take(kind, event, on) && !self.paused.get();
        if may {
            self.follow_url();
        }
        may
    }

    fn take(&self, kind: &str, event: &DispatchedEvent, numbers: Numbers) {
        if !is_taken(kind) || !self.may_take(kind, event, page::target(event).as_ref()) {
            return;
        }
        let page_event = page_event(kind, event, numbers);
        if let Some(page_event) = page_event.filter(|event| self.causes.borrow().has_effect(event)) {
            let evidence = evidence(kind, event, numbers);
            let by_person = self.causes.borrow_mut().by_person(&page_event, &evidence, page::now());
            self.record(page_event, by_person);
        }
    }

    fn arrive(&self) {
        if !self.paused.get() && self.fresh.replace(false) {
            self.record(PageEvent::Navigate(arrival()), true);
        }
    }

    /// Without the Navigation API there is no event where a page changes its URL; the next one notices.
    fn follow_url(&self) {
        let now = page::url();
        let via = moved(&self.url.borrow(), &now);
        if let Some(via) = via {
            self.url.replace(now);
            self.settle();
            let navigation = PageEvent::Navigate(via);
            let by_person = self.causes.borrow_mut().by_person(&navigation, &Evidence::default(), page::now());
            self.record(navigation, by_person);
        }
    }

    /// Finds out whether the page stands where steps may be taken, and reports when that has changed.
    fn settle(&self) {
        let inside = self.paths.permit(&self.url.borrow());
        if self.inside.replace(inside) != inside {
            // What it calls must not throw into the page.
            let _ = self.on_placed.call1(&JsValue::UNDEFINED, &inside.into());
        }
    }

    fn record(&self, event: PageEvent<PageElement>, by_person: bool) {
        if !self.inside.get() {
            return;
        }
        // An event inside an event (a listener of ours cannot cause one) would find the recording borrowed.
        let Ok(mut recording) = self.recording.try_borrow_mut() else { return };
        let _event = Reading;
        let time = (page::now() - self.clock.get()).max(0.0) as u64;
        let context = EventContext { time, url: Raw::new(self.url.borrow().as_str()), by_person };
        let recorded = recording.observe(event, &context);
        drop(recording);
        recorded.into_iter().for_each(|recorded| self.emit(recorded));
    }

    /// Commits what was typed last.
    fn commit_typed(&self) {
        let Ok(mut recording) = self.recording.try_borrow_mut() else { return };
        let _event = Reading;
        let committed = recording.commit();
        drop(recording);
        committed.into_iter().for_each(|recorded| self.emit(recorded));
    }

    fn emit(&self, revision: StepRevision) {
        let Some(revision) = JsStepRevision::of(revision) else { return };
        // What takes the step must not throw into the page; if it does, the step is in the journal or nowhere.
        let _ = self.on_step.call1(&JsValue::UNDEFINED, &revision);
    }
}
