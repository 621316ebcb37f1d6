//! The target of a step: role, masked name, selectors and box, unless the page forbids steps there.

use super::retarget::is_field;
use crate::element::Element;
use crate::locate::selectors;
use crate::redact::{Class, Field, Marker, Redactor, any_marker, on_element, secret};
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

/// The strictest privacy marker on the element or on anything around it.
pub fn privacy_of<E: Element>(element: &E) -> Option<Marker> {
    let any = any_marker();
    let mut strictest = None;
    let mut inner = Some(element.clone());
    while let Some(from) = inner {
        inner = match from.closest(&any) {
            Some(marked) => {
                strictest = strictest.max(on_element(|name| marked.attribute(name)));
                marked.parent()
            }
            None => from.host(),
        };
    }
    strictest
}

/// The class of a field whose value is never recorded.
pub(super) fn secret_of<E: Element>(field: &E) -> Option<Class> {
    let mut names = vec![lasting_name(field)];
    names.extend(["name", "id", "aria-label", "placeholder", "title"].iter().filter_map(|name| field.attribute(name)));
    secret(&Field {
        kind: field.attribute("type"),
        autocomplete: field.attribute("autocomplete"),
        names,
        was_password: field.was_password(),
    })
}
