//! The JSON Schema in docs/ is the one that the Rust types give. `OVERT_WRITE_SCHEMA=1` writes it anew.
#![cfg(feature = "schema")]

use overt::trace::Line;
use std::{env, fs, path::Path};

#[test]
fn the_schema_in_docs_is_that_of_the_types() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/trace.schema.json");
    let mut schema = schemars::schema_for!(Line);
    schema.insert("title".to_owned(), "One line of an Overt trace".into());
    let text = serde_json::to_string_pretty(&schema).expect("a schema is JSON") + "\n";
    if env::var_os("OVERT_WRITE_SCHEMA").is_some() {
        fs::write(&file, &text).expect("docs/ can be written");
    }
    let found = fs::read_to_string(&file).expect("docs/trace.schema.json is there");
    assert!(found == text, "docs/trace.schema.json is old: run OVERT_WRITE_SCHEMA=1 cargo test --features schema");
}
