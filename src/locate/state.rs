//! Tells classes of a state, which come and go while a page is used, from those that say what an element is.

/// Words of a state, as libraries and frameworks write them: `active`, `is-open`, `Mui-selected`, `ui-state-hover`, `ng-dirty`.
const STATES: [&str; 45] = [
    "active",
    "inactive",
    "hover",
    "hovered",
    "focus",
    "focused",
    "focusable",
    "pressed",
    "selected",
    "unselected",
    "checked",
    "unchecked",
    "open",
    "opened",
    "closed",
    "collapsed",
    "collapsing",
    "expanded",
    "show",
    "shown",
    "showing",
    "hidden",
    "visible",
    "invisible",
    "disabled",
    "enabled",
    "loading",
    "loaded",
    "busy",
    "current",
    "on",
    "off",
    "highlighted",
    "dragging",
    "dragover",
    "editing",
    "dirty",
    "pristine",
    "touched",
    "untouched",
    "valid",
    "invalid",
    "filled",
    "state",
    "entering",
];

/// True where the first or the last part of the class, between hyphens and low lines, is a word of a state, in small or capital
/// letters. What stands between is part of a longer word: `ag-focus-managed`.
pub(super) fn tells_state(class: &str) -> bool {
    let mut parts = class.split(['-', '_']);
    let ends = [parts.next(), parts.next_back()];
    ends.into_iter().flatten().any(|part| STATES.iter().any(|state| state.eq_ignore_ascii_case(part)))
}
