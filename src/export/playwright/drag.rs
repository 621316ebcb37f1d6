//! The lines of a test that drag: onto another element, through places of one, and along a track.

use super::source::{Argument, Call, awaited, call};
use super::{INDENT, place, with};
use crate::trace::Target;

/// At how many places a drag moves the pointer: some pages take no jump for one.
const STEPS: u32 = 8;

/// A place in an element in CSS pixels, x and y.
type Place = (i32, i32);

/// A drag onto the element at the end of `to`, with the places where it was taken and dropped: in a list they tell before from behind,
/// on a handle what is dragged.
pub(super) fn drop_on(tab: String, to: Vec<Call>, from: Place, at: Place) -> Call {
    let steps = ("steps", STEPS.to_string());
    let options = vec![("sourcePosition", place(from.0, from.1)), ("targetPosition", place(at.0, at.1)), steps];
    call("dragTo", [Argument::Chain(tab, to), Argument::Object(options)])
}

/// A drag inside one element, through the places of `path`.
pub(super) fn through(tab: &str, way: &[Call], from: Place, path: &[[i32; 2]], at: Place) -> Vec<String> {
    let turns = path.iter().map(|&[x, y]| (x, y)).chain([at]);
    held(tab, hover(tab, way, from, false), turns.flat_map(|turn| hover(tab, way, turn, false)))
}

/// A drag of an element to a place that is told from where it stands at first, whatever is there.
pub(super) fn along(tab: &str, way: &[Call], from: Place, end: Place) -> Vec<String> {
    held(tab, hover(tab, way, from, false), hover(tab, way, end, true))
}

/// What is done while the button is held.
fn held(tab: &str, begin: Vec<String>, moves: impl IntoIterator<Item = String>) -> Vec<String> {
    let mouse = |what: &'static str| awaited(&format!("{tab}.mouse"), &[call(what, [])], INDENT);
    begin.into_iter().chain(mouse("down")).chain(moves).chain(mouse("up")).collect()
}

fn hover(tab: &str, way: &[Call], (x, y): Place, force: bool) -> Vec<String> {
    let forced = force.then(|| ("force", "true".to_owned()));
    let options = forced.into_iter().chain([("position", place(x, y))]).collect();
    let calls: Vec<Call> = way.iter().cloned().chain([with("hover", options)]).collect();
    awaited(tab, &calls, INDENT)
}

/// Whether a target stands across another, as a handle on its track. The track may well change with its handle, so that the place is
/// not there yet that Playwright would wait for.
pub(super) fn is_crossed_by(track: &Target, handle: &Target) -> bool {
    let side = |start: i32, length: i32| (start, start.saturating_add(length));
    let [track, handle] = [track.bounds, handle.bounds].map(|[x, y, width, height]| [side(x, width), side(y, height)]);
    let overlaps = |at: usize| handle[at].0 < track[at].1 && handle[at].1 > track[at].0;
    let juts_out = |at: usize| handle[at].0 < track[at].0 && handle[at].1 > track[at].1;
    overlaps(0) && overlaps(1) && (juts_out(0) || juts_out(1))
}

/// A place in `to` as one in `target`.
pub(super) fn seen_from(target: &Target, to: &Target, at: Place) -> Place {
    let along = |axis: usize, at: i32| to.bounds[axis].saturating_sub(target.bounds[axis]).saturating_add(at);
    (along(0, at.0), along(1, at.1))
}
