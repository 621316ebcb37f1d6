//! The schema in extension/ is the one that the reader's entries give. `OVERT_WRITE_SCHEMA=1` writes it anew.

use overt::policy::{KEYS, Policy, managed_schema};
use std::{env, fs, path::Path};

#[test]
fn the_managed_schema_is_that_of_the_reader() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("extension/policy.schema.json");
    let text = serde_json::to_string_pretty(&managed_schema()).expect("a schema is JSON") + "\n";
    if env::var_os("OVERT_WRITE_SCHEMA").is_some() {
        fs::write(&file, &text).expect("extension/ can be written");
    }
    let found: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(&file).expect("the schema is there")).expect("the schema is JSON");
    assert_eq!(
        found,
        managed_schema(),
        "run OVERT_WRITE_SCHEMA=1 cargo test --test policy_schema, then ./build.sh format"
    );
}

#[test]
fn the_reader_knows_each_entry_of_the_schema_and_takes_no_other_type() {
    for key in &KEYS {
        // `null` is of no entry's type: an entry that the reader did not look at would pass.
        let policy = Policy::read(&format!(r#"{{"{}": null}}"#, key.name));
        let told = policy
            .view()
            .problems
            .into_iter()
            .any(|problem| problem.words.starts_with(&format!("{}: expected", key.name)));
        assert!(told, "{}", key.name);
    }
}
