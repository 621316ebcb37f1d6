//! The target of a step: role, masked name, selectors and box, unless the page forbids steps there.

use super::retarget::is_field;
use crate::element::Element;
use crate::locate::selectors;
use crate::privacy::privacy_of;
use crate::redact::{Marker, Redactor};
use crate::role::{lasting_name, role};
use crate::trace::Target;

/// Longest name that a step keeps, in bytes of what is left after masking.
const LONGEST_NAME: usize = 600;

/// The element as a target; `None` where a marker forbids steps.
pub(super) fn capture<E: Element>(element: &E, redactor: &mut Redactor) -> Option<Target> {
    let privacy = privacy_of(element);
    if privacy == Some(Marker::Block) || (privacy == Some(Marker::Ignore) && is_field(element)) {
        return None;
    }
    let role = role(element);
    let name = lasting_name(element);
    // An editor, and what stands in one, would be named by its text, which is the person's.
    let labelled = ["aria-label", "aria-labelledby"].iter().any(|name| element.attribute(name).is_some());
    let own_text = element.editable() && !labelled;
    let masked = privacy.is_some() || own_text;
    // A name without what a marker hides inside it is none that a replay could find.
    let in_part = element.holds_marked();
    Some(Target {
        role: role.to_owned(),
        name: redactor.shown(&name, masked).shortened(LONGEST_NAME),
        tag: redactor.tag(&element.tag()),
        selectors: selectors(element, masked || in_part, redactor),
        bounds: element.bounds(),
    })
}
