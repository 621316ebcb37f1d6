//! Names, selectors and observations on snapshots of real pages, beside what the browser itself said of them.

mod snapshot;

use overt::locate::{difficulty, selectors};
use overt::observe::observe;
use overt::redact::{MaskingLevel, Raw, Redactor};
use overt::role::{accessible_name, role};
use snapshot::{Change, Recorded, Snapshot, SnapshotElement, Target, exposed, resolve};
use std::fs;

/// Folders of tests/snapshots: those that may be looked at while the core is worked on, and those that are held out.
const FOLDERS: [&str; 2] = ["", "held-out"];

/// What is wrong with the core today: the snapshot, a part of the element's name, and why. One that is right has to leave the list.
const KNOWN: &[(&str, &str, &str)] = &[
    ("admin-lte-forms-elements", "Upload", "a field for files is a button in Chromium's tree"),
    ("pages-fields", "Receipts", "a field for files is a button in Chromium's tree"),
    ("pages-fields", "Day", "a field for a date has a role of Chromium's own"),
    (
        "govuk-summary-list",
        "(Senior mid-level",
        "Chromium's own name has runs of white space, which no selector spells",
    ),
];

/// Shares, in percent, a little below what is measured.
const LEAST_OUTLASTING: f64 = 90.0;
const LEAST_READABLE: f64 = 84.0;
const LEAST_THE_SAME: f64 = 99.0;

fn redactor() -> Redactor {
    Redactor::new([0; 16], MaskingLevel::Values)
}

fn snapshots() -> Vec<Snapshot> {
    FOLDERS.into_iter().flat_map(Snapshot::all).collect()
}

/// The selectors of an element as text, the best first.
fn taken(element: &SnapshotElement) -> Vec<Vec<String>> {
    let found = selectors(element, false, &mut redactor());
    found.iter().map(|selector| selector.iter().map(|part| part.as_str().to_owned()).collect()).collect()
}

fn is_known(snapshot: &Snapshot, target: &Target) -> bool {
    KNOWN.iter().any(|(name, part, _)| *name == snapshot.name && target.name.contains(part))
}

/// Asks of each target what is wrong with it, and fails if anything is that is not known.
fn check(wrong: impl Fn(&SnapshotElement, &Target) -> Option<String>) {
    let mut all = Vec::new();
    for snapshot in snapshots() {
        for target in snapshot.targets.iter().filter(|target| !is_known(&snapshot, target)) {
            let element = snapshot.element(target);
            all.extend(wrong(&element, target).map(|wrong| format!("{}: {element:?} {wrong}", snapshot.name)));
        }
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
}

/// What the core says otherwise than the browser's accessibility tree.
fn misnamed(element: &SnapshotElement, target: &Target) -> Option<String> {
    let (own_role, own_name) = (role(element), accessible_name(element).trimmed());
    let same = own_role == target.role && own_name.same(&Raw::new(target.name.as_str()));
    (!same).then(|| format!("is {} {:?} and not {own_role} {:?}", target.role, target.name, exposed(&own_name)))
}

/// A recorded selector that did not find its element alone in the browser.
fn lost(target: &Target) -> Option<&Recorded> {
    target.selectors.iter().find(|recorded| recorded.found != 1 || !recorded.is_target)
}

#[test]
fn role_and_name_are_those_in_the_browsers_accessibility_tree() {
    check(misnamed);
}

#[test]
fn what_is_known_to_be_wrong_is_wrong() {
    for snapshot in snapshots() {
        for target in snapshot.targets.iter().filter(|target| is_known(&snapshot, target)) {
            let wrong = misnamed(&snapshot.element(target), target).is_some() || lost(target).is_some();
            assert!(wrong, "{}: {:?} is right: take it from the list", snapshot.name, target.name);
        }
    }
}

#[test]
fn each_recorded_selector_found_its_element_alone_in_the_browser() {
    check(|_, target| lost(target).map(|recorded| format!("{:?}: {} found", recorded.selector, recorded.found)));
}

#[test]
fn a_selector_finds_in_a_snapshot_what_it_found_in_the_browser() {
    check(|element, target| {
        target.selectors.iter().find_map(|Recorded { selector, found, is_target }| {
            let here = resolve(element, selector);
            let same = here.len() == *found && (here.first() == Some(element)) == *is_target;
            (!same).then(|| format!("{selector:?}: {here:?} found, in the browser {found}"))
        })
    });
}

#[test]
fn each_selector_finds_its_element_and_no_other() {
    check(|element, _| {
        let taken = taken(element);
        let wrong = taken.iter().find(|selector| resolve(element, selector) != [element.clone()]);
        let nothing = taken.is_empty().then(|| "has no selector".to_owned());
        wrong.map(|selector| format!("{selector:?}: {:?} found", resolve(element, selector))).or(nothing)
    });
}

#[test]
fn nearly_all_selectors_are_those_that_are_taken_in_the_browser() {
    for folder in FOLDERS {
        let mut share = Share::default();
        for snapshot in Snapshot::all(folder) {
            for target in &snapshot.targets {
                let here = taken(&snapshot.element(target));
                let there: Vec<_> = target.selectors.iter().map(|recorded| &recorded.selector).collect();
                if !share.count(here.iter().eq(there.iter().copied())) {
                    println!("{}: {here:?}, in the browser {there:?}", snapshot.name);
                }
            }
        }
        share.assert(&format!("{folder} elements with the same selectors as in the browser"), LEAST_THE_SAME);
    }
}

#[test]
fn an_observation_is_what_it_is_in_the_browser() {
    let write = std::env::var_os("OVERT_WRITE_OBSERVATIONS").is_some();
    let mut wrong = Vec::new();
    for snapshot in snapshots() {
        let body = snapshot.body();
        let seen = observe(&body, &body, &mut redactor()).text;
        let file = snapshot.path.with_extension("txt");
        if write {
            fs::write(&file, format!("{seen}\n")).expect("the observation is written");
        }
        let there = fs::read_to_string(&file).expect("the observation is there");
        let differs = |(here, there): &(&str, &str)| here != there;
        if let Some((here, there)) = seen.as_str().lines().zip(there.lines()).find(differs) {
            wrong.push(format!("{}:\n  here  {here}\n  there {there}", snapshot.name));
        } else if seen.as_str().lines().count() != there.lines().count() {
            wrong.push(format!("{}: as many lines", snapshot.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_first_selector_is_what_a_test_author_would_write() {
    for folder in FOLDERS {
        let mut readable = Share::default();
        for snapshot in Snapshot::all(folder) {
            for target in &snapshot.targets {
                let first = taken(&snapshot.element(target)).into_iter().next().unwrap_or_default();
                // A test id, role and name, text, a single id or a field's name, a tag with its text.
                let is_readable = !first.is_empty() && first.iter().all(|part| difficulty(part) <= 3);
                if !readable.count(is_readable) {
                    println!("{folder} {}: {first:?}", snapshot.name);
                }
            }
        }
        readable.assert(&format!("{folder} first selectors that are easily read"), LEAST_READABLE);
    }
}

#[test]
fn the_first_selector_outlasts_most_changes_of_the_page() {
    for folder in FOLDERS {
        let mut all = [Share::default(); Change::ALL.len()];
        for snapshot in Snapshot::all(folder) {
            let first = |target| taken(&snapshot.element(target)).into_iter().next().unwrap_or_default();
            let firsts: Vec<Vec<String>> = snapshot.targets.iter().map(first).collect();
            for (change, share) in Change::ALL.into_iter().zip(&mut all) {
                let changed = snapshot.changed(change);
                for (target, first) in snapshot.targets.iter().zip(&firsts) {
                    let element = changed.element(target);
                    share.count(resolve(&element, first).first() == Some(&element));
                }
            }
        }
        for (change, share) in Change::ALL.into_iter().zip(all) {
            println!("{folder} {change:?}: {} of {}", share.part, share.whole);
        }
        // A name falls when it is renamed, and may: another of the list is there for that.
        let others = Change::ALL.into_iter().zip(all).filter(|(change, _)| *change != Change::Texts);
        let all: Vec<Share> = others.map(|(_, share)| share).collect();
        let sum = |of: fn(&Share) -> usize| all.iter().map(of).sum();
        let share = Share { part: sum(|share| share.part), whole: sum(|share| share.whole) };
        share.assert(&format!("{folder} first selectors that outlast a change"), LEAST_OUTLASTING);
    }
}

#[derive(Clone, Copy, Default)]
struct Share {
    part: usize,
    whole: usize,
}

impl Share {
    /// Counts one more, and says whether it is a part.
    fn count(&mut self, is_part: bool) -> bool {
        self.part += usize::from(is_part);
        self.whole += 1;
        is_part
    }

    fn assert(self, of: &str, least: f64) {
        let share = 100.0 * self.part as f64 / self.whole as f64;
        println!("{of}: {} of {}, {share:.2} %", self.part, self.whole);
        assert!(share >= least, "{of}: {share:.2} %, less than {least} %");
    }
}
