//! Finding a Chromium for the tests, or installing one.

use std::env;
use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::run::{self, Result, run, say};

/// The path of a Chromium: the one named by CHROMIUM, one on PATH, Playwright's own, or one installed now.
pub fn chromium() -> Result<PathBuf> {
    if let Some(named) = env::var_os("CHROMIUM") {
        let named = PathBuf::from(named);
        return if named.is_file() {
            Ok(named)
        } else {
            Err(format!("CHROMIUM names {}, which is not there", named.display()))
        };
    }
    if let Some(found) = installed() {
        return Ok(found);
    }
    install()?;
    installed().ok_or_else(|| "no Chromium was found after installing one. Install Chromium or Chrome, or set CHROMIUM to its path".to_owned())
}

/// A port of this machine that nothing listens on at the moment, so that two runs do not meet.
pub fn free_port() -> Result<u16> {
    TcpListener::bind("127.0.0.1:0")
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .map_err(|e| format!("cannot open a port on 127.0.0.1: {e}"))
}

fn installed() -> Option<PathBuf> {
    ["chromium", "chromium-browser", "google-chrome"]
        .iter()
        .find_map(|name| on_path(name))
        .or_else(playwrights_own)
}

fn on_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

fn playwrights_own() -> Option<PathBuf> {
    let ask = "console.log(require('playwright-core').chromium.executablePath())";
    let path = PathBuf::from(run::output(
        Command::new("node").args(["-e", ask]).current_dir(crate::repo::www()),
    )?);
    path.is_file().then_some(path)
}

fn install() -> Result<()> {
    say("No Chromium found: one is installed for the tests");
    if let Some(prefix) = debian_install() {
        match apt(&prefix) {
            Ok(()) => return Ok(()),
            Err(why) => say(&why),
        }
    }
    let mut args = vec!["install", "chromium"];
    if is_root() && Path::new(APT).exists() {
        // The system libraries that Chromium needs.
        args.push("--with-deps");
    }
    run("Fetching Playwright's Chromium", &mut run::tool("playwright/cli.js", &args)).map_err(
        |why| format!("{why}\n  Install Chromium or Chrome by hand, or set CHROMIUM to its path."),
    )
}

const APT: &str = "/usr/bin/apt-get";

fn is_root() -> bool {
    run::output(Command::new("id").arg("-u")).is_some_and(|id| id == "0")
}

/// On Debian, how to become root without being asked: by nothing, or by `sudo -n`.
/// (Ubuntu's package is only a pointer to a snap, which does not run in containers.)
fn debian_install() -> Option<Vec<&'static str>> {
    let release = fs::read_to_string("/etc/os-release").ok()?;
    if !release.lines().any(|line| line == "ID=debian") || !Path::new(APT).exists() {
        return None;
    }
    if is_root() {
        return Some(vec![]);
    }
    run::output(Command::new("sudo").args(["-n", "true"])).map(|_| vec!["sudo", "-n"])
}

fn apt(prefix: &[&str]) -> Result<()> {
    run(
        "Refreshing the package lists (apt-get update)",
        &mut words(prefix, &["apt-get", "-q", "update"]),
    )?;
    // The font lets screenshots and measured widths show Chinese.
    let packages = [
        "apt-get",
        "-q",
        "install",
        "-y",
        "--no-install-recommends",
        "chromium",
        "fonts-wqy-zenhei",
    ];
    run(
        "Installing Chromium (apt-get install chromium)",
        words(prefix, &packages).env("DEBIAN_FRONTEND", "noninteractive"),
    )
}

fn words(prefix: &[&str], rest: &[&str]) -> Command {
    let mut all = prefix.iter().chain(rest);
    let mut command = Command::new(all.next().unwrap_or(&"true"));
    command.args(all);
    command
}
