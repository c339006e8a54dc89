//! The commands of the README.
#![allow(clippy::print_stdout, reason = "a command line tool talks on stdout")]

mod bench;
mod browser;
mod build;
mod repo;
mod run;
mod samples;
mod serve;
mod setup;
mod stamp;
mod test;
mod wasm_tests;

use std::ffi::OsString;
use std::process::ExitCode;

const USAGE: &str = "\
usage: cargo xtask <command>

  serve     install what is missing, build, and serve the page on this machine
  build     install what is missing and build the page into www/dist
  test      install what is missing, a browser included, and run every test
  bench     build and measure the page against its peers in a headless browser
  samples   make the shipped samples again, Online Retail from the full file";

fn main() -> ExitCode {
    let mut args = std::env::args_os().skip(1);
    let command = args.next().unwrap_or_default();
    let rest: Vec<OsString> = args.collect();
    let done = match command.to_str() {
        Some("serve") => serve::serve(&rest),
        Some("build") => build::build(),
        Some("test") => test::test(),
        Some("bench") => bench::bench(&rest),
        Some("samples") => samples::samples(),
        Some("test-runner") => wasm_tests::run(&rest),
        Some("test-server") => wasm_tests::serve(&rest),
        _ => Err(USAGE.to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("\n{why}");
            ExitCode::FAILURE
        }
    }
}
