//! Snapshots of real pages that answer `Element` in native tests: what a browser said of a page once, asked without a browser.
//!
//! `tests/tools/snapshots` takes them; docs/CONTRIBUTING.md says how.

mod beside;
mod changes;
mod css;
mod element;
mod file;
mod find;
mod forms;
mod generated;
mod resolve;
mod tree;
mod xpath;

pub use changes::Change;
pub use element::SnapshotElement;
pub use file::{Recorded, Target};
pub use resolve::resolve;

use file::File;
use overt::redact::{MaskingLevel, Raw, Redactor};
use std::cell::OnceCell;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use tree::{Id, Tree};

/// A page as it was when its snapshot was taken, or after a change.
pub struct Page {
    tree: Tree,
    xpath: OnceCell<xpath::Document>,
    named: OnceCell<Vec<resolve::Named>>,
}

/// A snapshot and what the browser itself said of some of its elements.
pub struct Snapshot {
    /// The name of the file without its ending.
    pub name: String,
    /// The file without its ending.
    pub path: PathBuf,
    /// The elements of which the browser was asked.
    pub targets: Vec<Target>,
    page: Rc<Page>,
}

impl Page {
    fn new(tree: Tree) -> Rc<Self> {
        Rc::new(Self { tree, xpath: OnceCell::new(), named: OnceCell::new() })
    }
}

impl Snapshot {
    /// All snapshots of a folder, by name.
    pub fn all(folder: &str) -> Vec<Self> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots").join(folder);
        let entries =
            fs::read_dir(folder).expect("the snapshots are there").map(|entry| entry.expect("it is read").path());
        let mut files: Vec<PathBuf> =
            entries.filter(|path| path.extension().is_some_and(|end| end == "json")).collect();
        files.sort();
        files.iter().map(|path| Self::read(path)).collect()
    }

    fn read(path: &Path) -> Self {
        let text = fs::read_to_string(path).expect("the snapshot is read");
        let name = path.file_stem().expect("it has a name").to_string_lossy().into_owned();
        let File { viewport, styles, targets, page, .. } =
            serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        let tree = Tree::new(viewport, styles, page);
        Self { name, path: path.with_extension(""), targets, page: Page::new(tree) }
    }

    /// The element that a target is.
    pub fn element(&self, target: &Target) -> SnapshotElement {
        SnapshotElement::new(&self.page, self.page.tree.in_order(target.element))
    }

    /// The body of the page.
    pub fn body(&self) -> SnapshotElement {
        SnapshotElement::new(&self.page, self.page.tree.body().expect("the page has a body"))
    }

    /// The same page after a change, around the targets.
    pub fn changed(&self, change: Change) -> Self {
        let mut tree = self.page.tree.clone();
        let targets: Vec<Id> = self.targets.iter().map(|target| tree.in_order(target.element)).collect();
        change.apply(&mut tree, &targets);
        let (name, path) = (self.name.clone(), self.path.clone());
        Self { name, path, targets: self.targets.clone(), page: Page::new(tree) }
    }
}

/// The text of the page, by way of the redactor as any other reader would get it; `None` where that finds something private.
pub fn exposed(raw: &Raw) -> Option<String> {
    let mut redactor = Redactor::new([0; 16], MaskingLevel::Open);
    Some(redactor.selector(raw, false)?.as_str().to_owned())
}
