//! The target of a step: role, masked name, selectors and box, unless the page forbids steps there.

use super::retarget::is_field;
use crate::element::Element;
use crate::locate::selectors;
use crate::privacy::privacy_of;
use crate::redact::{Marker, Redactor};
use crate::role::{lasting_name, role};
use crate::trace::Target;

/// Roles whose name may be what a person typed, so that it is masked as such.
const TYPED_INTO: &[&str] = &["textbox", "searchbox", "combobox", "spinbutton"];

/// The element as a target; `None` where a marker forbids steps.
pub(super) fn take<E: Element>(element: &E, redactor: &mut Redactor) -> Option<Target> {
    let privacy = privacy_of(element);
    if privacy == Some(Marker::Block) || (privacy == Some(Marker::Ignore) && is_field(element)) {
        return None;
    }
    let role = role(element);
    let name = lasting_name(element);
    // An editor without a name would be named by its text, which is the person's.
    let own_text = element.editable() && TYPED_INTO.contains(&role) && element.attribute("aria-label").is_none();
    let masked = privacy.is_some() || own_text;
    Some(Target {
        role: role.to_owned(),
        name: redactor.shown(&name, masked),
        tag: element.tag(),
        selectors: selectors(element, masked, redactor),
        bounds: element.bounds(),
    })
}
