//! Installing what is missing, and saying so.

use std::process::Command;

use crate::repo;
use crate::run::{self, Result, run, say};
use crate::stamp::{self, Digest};

const WASM: &str = "wasm32-unknown-unknown";

/// What building the page needs: the wasm target and the page's packages.
pub fn build() -> Result<()> {
    wasm_target()?;
    node_modules()
}

/// What the checks need on top: the formatter and the linter of the toolchain.
pub fn checks() -> Result<()> {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if run::output(&mut run::cargo(&[subcommand, "--version"])).is_none() {
            let what = format!("Installing {component}");
            run(
                &what,
                Command::new("rustup")
                    .args(["component", "add", component])
                    .current_dir(repo::root()),
            )?;
        }
    }
    Ok(())
}

fn wasm_target() -> Result<()> {
    let sysroot =
        run::output(Command::new("rustc").args(["--print", "sysroot"]).current_dir(repo::root()))
            .ok_or("rustc does not run here. Install Rust with rustup: https://rustup.rs")?;
    let library = std::path::Path::new(&sysroot).join("lib/rustlib").join(WASM).join("lib");
    if library.is_dir() {
        return Ok(());
    }
    run(
        "Installing the WebAssembly target of Rust",
        Command::new("rustup").args(["target", "add", WASM]).current_dir(repo::root()),
    )
}

/// Installs exactly what the lock file says, unless that is what is installed already.
fn node_modules() -> Result<()> {
    node_version()?;
    packages(&repo::www(), "Installing the page's packages (npm ci)")
}

/// `npm ci` in `folder`, skipped when its `node_modules` came from the same lock file.
pub fn packages(folder: &std::path::Path, what: &str) -> Result<()> {
    let digest = Digest::new()
        .path(&folder.join("package.json"))?
        .path(&folder.join("package-lock.json"))?
        .hex();
    // Lies inside node_modules, so that removing the folder removes the stamp.
    let stamp = folder.join("node_modules/.installed");
    if stamp::fresh(&stamp, &digest) {
        return Ok(());
    }
    run(what, run::npm(&["ci", "--no-audit", "--no-fund"]).current_dir(folder)).map_err(|why| {
        format!("{why}\n  npm needs its registry this one time; check the network or `npm config get registry`.")
    })?;
    stamp::write(&stamp, &digest)
}

fn node_version() -> Result<()> {
    let version = run::output(Command::new("node").arg("--version"))
        .ok_or("node does not run here. Install Node 20.19 or newer: https://nodejs.org")?;
    let mut parts =
        version.trim_start_matches('v').split('.').map(|part| part.parse::<u32>().unwrap_or(0));
    let found = (parts.next().unwrap_or(0), parts.next().unwrap_or(0));
    if found < (20, 19) {
        return Err(format!(
            "Node {version} is too old: 20.19 or newer is needed. https://nodejs.org"
        ));
    }
    say(&format!("Node {version}"));
    Ok(())
}
