//! Serving the built page on this machine.

use std::ffi::OsString;

use crate::build;
use crate::run::{self, Result, say};

/// Builds what changed and serves `www/dist`; `rest` goes to `vite preview` (`--port 8080`).
pub fn serve(rest: &[OsString]) -> Result<()> {
    build::build()?;
    say("Serving the page; Ctrl-C ends it");
    let mut preview = run::tool("vite/bin/vite.js", &["preview"]);
    preview.args(rest);
    become_process(&mut preview)
}

/// The server takes the place of this process, so that a signal meant for the one reaches the other.
#[cfg(unix)]
fn become_process(command: &mut std::process::Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    let error = command.exec();
    Err(run::cannot_start(command, &error))
}

#[cfg(not(unix))]
fn become_process(command: &mut std::process::Command) -> Result<()> {
    run::run("Starting vite preview", command)
}
