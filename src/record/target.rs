//! The target of a step: role, masked name, selectors and box, unless the page forbids steps there.

use super::retarget::is_field;
use crate::element::Element;
use crate::locate::{Within, selectors_within};
use crate::observe::Observation;
use crate::privacy::privacy_of;
use crate::redact::{Known, Marker, Redactor};
use crate::role::{lasting_name, redrawn_name, role};
use crate::trace::Target;

/// Longest name that a step keeps, in bytes of what is left after masking.
const LONGEST_NAME: usize = 600;

/// False where a marker forbids steps.
pub(super) fn is_allowed<E: Element>(element: &E) -> bool {
    let privacy = privacy_of(element);
    !(privacy == Some(Marker::Block) || (privacy == Some(Marker::Ignore) && is_field(element)))
}

/// The element as a target, where steps are allowed. `acted_on`: what is pressed in its place, where it cannot be pressed itself.
/// `seen`: by which the name was judged.
pub(super) fn capture<E: Element>(
    element: &E,
    acted_on: &E,
    seen: Option<&Observation<E>>,
    redactor: &mut Redactor,
) -> Target {
    let privacy = privacy_of(element);
    let role = role(element);
    let name = if acted_on == element { lasting_name(element) } else { redrawn_name(element) };
    // An editor, and what stands in one, would be named by its text, which is the person's.
    let labelled = ["aria-label", "aria-labelledby"].iter().any(|name| element.attribute(name).is_some());
    let own_text = element.editable() && !labelled;
    let masked = privacy.is_some() || own_text;
    // A name without what a marker hides inside it is none that a replay could find.
    let in_part = element.holds_marked();
    let judged = redactor.judges() && !masked && !name.is_blank();
    let kept = match seen.and_then(|seen| seen.name_of(element, &name)) {
        Some(kept) if judged => kept.clone(),
        // What was not judged may be anything.
        None if judged => redactor.data(&name, Known::Common),
        _ => redactor.shown(&name, masked).shortened(LONGEST_NAME),
    };
    let partly = judged && !redactor.keeps(&name, &kept);
    // Where nothing was judged all of it may be one of many.
    let repeated = seen.and_then(|seen| seen.repeated(element)).unwrap_or(usize::MAX);
    Target {
        role: role.to_owned(),
        name: kept,
        context: None,
        tag: redactor.tag(&acted_on.tag()),
        selectors: selectors_within(acted_on, Within { repeated, hidden: masked || in_part || partly }, redactor),
        bounds: acted_on.bounds(),
    }
}
