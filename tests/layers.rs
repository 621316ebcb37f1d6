//! A module uses lower layers only: reads `src/` and fails where a `use crate::` looks up.

use std::fs;
use std::path::{Path, PathBuf};

/// Modules from the lowest layer to the highest; those of one row do not use each other.
const LAYERS: &[&[&str]] = &[
    &["redact", "format", "seal", "digest"],
    &["element", "trace", "policy", "catalogue"],
    &["role"],
    &["privacy", "structure", "gate"],
    &["locate", "observe"],
    &["record"],
    &["dom", "export"],
    &["wasm"],
];

fn layer(module: &str) -> usize {
    LAYERS.iter().position(|row| row.contains(&module)).unwrap_or_else(|| panic!("src/{module} is in no layer"))
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder can be read").map(|entry| entry.expect("an entry").path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

#[test]
fn layers_only_look_down() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut uses = 0;
    for file in files(&src).into_iter().filter(|file| !file.ends_with("lib.rs")) {
        let inside = file.strip_prefix(&src).expect("a file of src");
        let first = inside.components().next().expect("a path").as_os_str().to_string_lossy();
        let own = first.trim_end_matches(".rs").to_owned();
        let text = fs::read_to_string(&file).expect("source is text");
        for (at, _) in text.match_indices("crate::") {
            let used: String = text[at + 7..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            uses += 1;
            assert!(used == own || layer(&used) < layer(&own), "{} uses {used}", inside.display());
        }
    }
    assert!(uses > 20, "the test found only {uses} uses: it no longer reads the source");
}

#[test]
fn a_module_says_its_own_layer() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut said = 0;
    for (row, modules) in LAYERS.iter().enumerate() {
        for module in *modules {
            let file = src.join(module).join("mod.rs");
            let file = if file.exists() { file } else { src.join(module).with_extension("rs") };
            let text = fs::read_to_string(&file).expect("source is text");
            if let Some((_, rest)) = text.lines().next().and_then(|line| line.split_once("Layer ")) {
                said += 1;
                assert!(rest.starts_with(&format!("{row}:")), "{module} is in layer {row}, and says {rest}");
            }
        }
    }
    assert!(said > 8, "only {said} modules say their layer");
}

#[test]
fn every_file_says_in_its_first_line_what_it_is_for() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for file in files(&src) {
        let text = fs::read_to_string(&file).expect("source is text");
        let mark = if file.extension().is_some_and(|kind| kind == "rs") { "//! " } else { "# " };
        assert!(text.starts_with(mark), "{}", file.display());
        assert!(text.lines().count() <= 500, "{} is longer than 500 lines", file.display());
    }
}
