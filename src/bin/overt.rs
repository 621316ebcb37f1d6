//! The policy file tool for administrators: `overt policy check FILE`, `overt policy write FILE FOLDER`.

use clap::{Parser, Subcommand};
use overt::policy::{check, explain, forms};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Stands in the written forms for an extension's id that was not given.
const ANY_ID: &str = "EXTENSION_ID";

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

fn read(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}

fn listed(file: &Path, errors: &[overt::policy::FileError]) -> String {
    errors.iter().map(|error| format!("{}: {error}", file.display())).collect::<Vec<_>>().join("\n")
}
