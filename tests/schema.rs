//! The JSON Schemas of a trace, in docs/, and of what a policy says, here, are those that the Rust types give.
//! `OVERT_WRITE_SCHEMA=1` writes them anew.
#![cfg(feature = "schema")]

use overt::policy::{Decision, View};
use overt::trace::Line;
use schemars::{Schema, SchemaGenerator, json_schema, schema_for};
use std::{env, fs, path::Path};

/// Fails where the file holds another schema, unless it is to be written.
fn is_in(file: &str, schema: &Schema) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    if env::var_os("OVERT_WRITE_SCHEMA").is_some() {
        let text = serde_json::to_string_pretty(schema).expect("a schema is JSON") + "\n";
        fs::write(&path, text).expect("the folder can be written");
    }
    let found: Schema =
        serde_json::from_str(&fs::read_to_string(&path).expect("the schema is there")).expect("it is a schema");
    assert!(
        found == *schema,
        "{file} is old: run OVERT_WRITE_SCHEMA=1 cargo test --features schema --test schema, then ./build.sh format"
    );
}

#[test]
fn the_schema_in_docs_is_that_of_the_types() {
    let mut schema = schema_for!(Line);
    schema.insert("title".to_owned(), "One line of an Overt trace".into());
    is_in("docs/trace.schema.json", &schema);
}

#[test]
fn the_schema_of_a_policys_view_is_that_of_the_types() {
    let mut generator = SchemaGenerator::default();
    generator.subschema_for::<View>();
    generator.subschema_for::<Decision>();
    let schema = json_schema!({
        "title": "What the core says of a policy, and what it decides of a page",
        "$defs": generator.take_definitions(true),
    });
    is_in("tests/policy-view.schema.json", &schema);
}
