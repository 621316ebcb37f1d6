//! The policy file tool for administrators: `overt policy check FILE`, `overt policy write FILE FOLDER`, `overt policy strings FILE…`.

use clap::{Parser, Subcommand};
use overt::policy::{Policy, check, explain, forms};
use overt::{catalogue, redact};
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Stands in the written forms for an extension's id that was not given.
const ANY_ID: &str = "EXTENSION_ID";
/// Stands in an entry for a site that was not given.
const ANY_SITE: &str = "SITE";

/// Explains, checks and writes what an organisation lets its employees record. docs/policy.md says what a policy can hold.
#[derive(Parser)]
#[command(name = "overt", version, arg_required_else_help = true, flatten_help = true)]
struct Cli {
    #[command(subcommand)]
    about: About,
}

#[derive(Subcommand)]
enum About {
    /// Works on a policy file
    #[command(subcommand, arg_required_else_help = true, flatten_help = true, disable_help_subcommand = true)]
    Policy(Command),
}

#[derive(Subcommand)]
enum Command {
    /// Explain a policy in words, or refuse it with line and reason
    Check {
        /// The policy, a JSON file
        file: PathBuf,
    },
    /// Write a policy in the forms that browsers take
    Write {
        /// The policy, a JSON file
        file: PathBuf,
        /// Where the forms are written; made if it is not there
        folder: PathBuf,
        /// The extension's id in Chrome, Chromium or Edge, as its store or the extensions page shows it: 32 letters from a to p
        #[arg(long, value_name = "ID", value_parser = chrome_id)]
        chrome_id: Option<String>,
    },
    /// Print the policy's entry of what a site's interface says, from the files that translate it
    Strings {
        /// JSON, ARB, gettext PO, XLIFF or Java properties, of any number of languages
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// The site, as in the policy's sites and without a path
        #[arg(long, value_name = "PATTERN")]
        site: Option<String>,
    },
}

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        // Help that was asked for goes to the standard output, and is no failure.
        Err(error) => {
            let code = if error.use_stderr() { ExitCode::FAILURE } else { ExitCode::SUCCESS };
            return if error.print().is_ok() { code } else { ExitCode::FAILURE };
        }
    };
    let About::Policy(command) = cli.about;
    let done = match command {
        Command::Check { file } => said(&file),
        Command::Strings { files, site } => listed_strings(&files, site.as_deref()),
        Command::Write { file, folder, chrome_id } => written(&file, &folder, chrome_id.as_deref()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn chrome_id(text: &str) -> Result<String, &'static str> {
    let is_id = text.len() == 32 && text.bytes().all(|byte| (b'a'..=b'p').contains(&byte));
    if is_id { Ok(text.to_owned()) } else { Err("expected 32 letters from a to p") }
}

fn said(file: &Path) -> Result<(), String> {
    let view = check(&read(file)?).map_err(|errors| listed(file, &errors))?;
    print!("{}", explain(&view));
    Ok(())
}

fn written(file: &Path, folder: &Path, id: Option<&str>) -> Result<(), String> {
    let all = forms(&read(file)?, id.unwrap_or(ANY_ID)).map_err(|errors| listed(file, &errors))?;
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for form in all {
        let path = folder.join(form.name);
        fs::write(&path, form.text).map_err(|error| format!("{}: {error}", path.display()))?;
        println!("{}\n  {}", path.display(), form.place);
    }
    if id.is_none() {
        println!("Put the extension's id in place of {ANY_ID}, or give it with --chrome-id.");
    }
    Ok(())
}

/// Prints the entry, where every file could be read; nothing else.
fn listed_strings(files: &[PathBuf], site: Option<&str>) -> Result<(), String> {
    let (mut strings, mut errors) = (Vec::new(), Vec::new());
    for file in files {
        let found = fs::read(file)
            .map_err(|error| error.to_string())
            .and_then(|bytes| catalogue::read(&file.to_string_lossy(), &bytes).map_err(|error| error.to_string()));
        match found {
            Ok(found) => strings.extend(found),
            Err(error) => errors.push(format!("{}: {error}", file.display())),
        }
    }
    if !errors.is_empty() {
        return Err(errors.join("\n"));
    }
    let hashes = catalogue::hashes(strings.iter().map(String::as_str));
    // Read as the entry of a policy is: what it would refuse is told now.
    let entry = json!({ "version": 1, "sites": [], "http": true, "strings": { site.unwrap_or("127.0.0.1"): hashes } });
    if let Some(problem) = Policy::draft(&entry.to_string()).view().problems.first() {
        return Err(problem.words.clone());
    }
    println!("{:#}", json!({ "strings": { site.unwrap_or(ANY_SITE): hashes } }));
    eprintln!("{} strings, {} hashes", strings.len(), hashes.len() / redact::HASH);
    if site.is_none() {
        eprintln!("Put the site in place of {ANY_SITE}, or give it with --site.");
    }
    Ok(())
}

fn read(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}

fn listed(file: &Path, errors: &[overt::policy::FileError]) -> String {
    errors.iter().map(|error| format!("{}: {error}", file.display())).collect::<Vec<_>>().join("\n")
}
