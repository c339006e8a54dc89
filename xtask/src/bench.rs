//! Measuring the page against its peers.

use std::ffi::OsString;
use std::process::Command;

use crate::run::{Result, run};
use crate::{browser, build, repo, setup};

/// Builds the page and runs `www/bench/run.mjs` with `rest` as its arguments.
pub fn bench(rest: &[OsString]) -> Result<()> {
    build::build()?;
    let chromium = browser::chromium()?;
    let folder = repo::www().join("bench");
    setup::packages(&folder, "Installing the peers to measure against (npm ci in www/bench)")?;
    let mut node = Command::new("node");
    node.arg("run.mjs").args(rest).current_dir(folder).env("CHROMIUM", chromium);
    if let Some(shared) = repo::shared() {
        node.env("SEGMENTLAB_SHARED", shared);
    }
    run("Measuring", &mut node)
}
