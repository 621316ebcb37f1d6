//! The policy file tool for administrators: `overt policy check FILE`, `overt policy write FILE FOLDER`.

use overt::policy::{check, explain, forms};
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

const HELP: &str = "\
overt policy check FILE                        explain a policy, or refuse it with line and reason
overt policy write FILE FOLDER [--chrome-id ID] write it in the forms that browsers take

ID is the extension's id in Chrome, Chromium or Edge: 32 letters from a to p, as its store or the extensions page
shows it. docs/policy.md says what a policy can hold.";

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let done = match args.as_slice() {
        ["policy", "check", file] => said(file),
        ["policy", "write", file, folder] => written(file, folder, None),
        ["policy", "write", file, folder, "--chrome-id", id] => written(file, folder, Some(id)),
        ["help" | "-h" | "--help"] => {
            println!("{HELP}");
            Ok(())
        }
        _ => Err(HELP.to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn said(file: &str) -> Result<(), String> {
    let view = check(&read(file)?).map_err(|errors| listed(file, &errors))?;
    print!("{}", explain(&view));
    Ok(())
}

fn written(file: &str, folder: &str, id: Option<&str>) -> Result<(), String> {
    if id.is_some_and(|id| id.len() != 32 || !id.bytes().all(|byte| (b'a'..=b'p').contains(&byte))) {
        return Err("expected 32 letters from a to p after --chrome-id".to_owned());
    }
    let id = id.unwrap_or("EXTENSION_ID");
    let all = forms(&read(file)?, id).map_err(|errors| listed(file, &errors))?;
    fs::create_dir_all(folder).map_err(|error| format!("{folder}: {error}"))?;
    for form in all {
        let path = Path::new(folder).join(form.name);
        fs::write(&path, form.text).map_err(|error| format!("{}: {error}", path.display()))?;
        println!("{}\n  {}", path.display(), form.place);
    }
    if id == "EXTENSION_ID" {
        println!("Put the extension's id in place of EXTENSION_ID, or give it with --chrome-id.");
    }
    Ok(())
}

fn read(file: &str) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))
}

fn listed(file: &str, errors: &[overt::policy::FileError]) -> String {
    errors.iter().map(|error| format!("{file}: {error}")).collect::<Vec<_>>().join("\n")
}
