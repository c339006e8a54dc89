//! Running other programs, each announced before it starts.

use std::env;
use std::ffi::OsString;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::repo;

/// What went wrong and what to do about it, for the person at the terminal.
pub type Result<T> = std::result::Result<T, String>;

/// Says what is going on.
pub fn say(what: &str) {
    println!("\u{25b8} {what}");
}

/// Cargo, in the repository's root.
pub fn cargo(args: &[&str]) -> Command {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let mut command = Command::new(cargo);
    command.args(args).current_dir(repo::root());
    command
}

/// npm, in the folder of the page.
pub fn npm(args: &[&str]) -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.args(args).current_dir(repo::www());
    command
}

/// A tool of the page's `node_modules`, run by Node in the folder of the page.
pub fn tool(script: &str, args: &[&str]) -> Command {
    let mut command = Command::new("node");
    command.arg(repo::www().join("node_modules").join(script)).args(args).current_dir(repo::www());
    command
}

/// Runs `command` to its end with its output shown, after saying `what`.
pub fn run(what: &str, command: &mut Command) -> Result<()> {
    say(what);
    let status = command.status().map_err(|e| cannot_start(command, &e))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("failed: {what}\n  {} ({status})", line(command)))
    }
}

/// Runs `command` quietly and returns what it printed, or nothing if it could not start or failed.
pub fn output(command: &mut Command) -> Option<String> {
    let out = command.stderr(Stdio::null()).output().ok()?;
    out.status.success().then(|| String::from_utf8_lossy(&out.stdout).trim().to_owned())
}

/// The command as one would type it in the repository.
pub fn line(command: &Command) -> String {
    let root = format!("{}/", repo::root().display());
    let program = Path::new(command.get_program()).file_stem().unwrap_or_default();
    let words = std::iter::once(program).chain(command.get_args());
    words.map(|word| word.to_string_lossy().replace(&root, "")).collect::<Vec<_>>().join(" ")
}

/// Why a program did not start, and where to get it.
pub fn cannot_start(command: &Command, error: &std::io::Error) -> String {
    let program = command.get_program().to_string_lossy().into_owned();
    let hint = match program.trim_end_matches(".cmd") {
        "node" | "npm" => "\n  Install Node 20.19 or newer: https://nodejs.org",
        "rustup" => "\n  Install rustup: https://rustup.rs",
        _ => "",
    };
    format!("cannot start {program}: {error}{hint}")
}
