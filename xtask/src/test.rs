//! Every test there is, one stage after the other.

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use crate::run::{self, Result, say};
use crate::{browser, build, repo, samples, setup};

/// Runs all stages, whatever fails, and ends with one line for each.
pub fn test() -> Result<()> {
    setup::build()?;
    setup::checks()?;
    // Tests of the engine read the generated ones.
    samples::generated()?;
    let chromium = browser::chromium()?;
    say(&format!("Chromium: {}", chromium.display()));

    let wasm = ["--target", "wasm32-unknown-unknown"];
    let deny = ["--", "-D", "warnings"];
    let mut stages = Stages::new(&chromium);
    stages.run("Rust: format", &mut run::cargo(&["fmt", "--all", "--check"]));
    stages.run("Rust: lint", run::cargo(&["clippy", "--workspace", "--all-targets"]).args(deny));
    stages.run(
        "Rust: lint, wasm",
        run::cargo(&["clippy", "--lib", "--test", "web"]).args(wasm).args(deny),
    );
    stages.run("Rust: tests", &mut run::cargo(&["test", "--no-fail-fast"]));
    stages.run("Rust: tests of the commands", &mut run::cargo(&["test", "--package", "xtask"]));
    stages.run("Rust: tests in the browser", run::cargo(&["test", "--test", "web"]).args(wasm));
    let built = stages.step("Page: build", build::build);
    stages.run(
        "Page: format and lint",
        &mut run::tool("@biomejs/biome/bin/biome", &["check", "--error-on-warnings"]),
    );
    for (what, config) in [
        ("page", "tsconfig.page.json"),
        ("workers", "tsconfig.worker.json"),
        ("tests", "tsconfig.node.json"),
    ] {
        stages.run(
            &format!("Page: types, {what}"),
            &mut run::tool("typescript/bin/tsc", &["-p", config]),
        );
    }
    stages.run("Page: unit tests", &mut run::tool("vitest/vitest.mjs", &["run"]));
    if built {
        let port = browser::free_port()?.to_string();
        stages.run(
            "Page: tests in the browser",
            run::tool("@playwright/test/cli.js", &["test"]).env("E2E_PORT", port),
        );
    } else {
        stages.skip("Page: tests in the browser");
    }
    stages.report()
}

struct Stages<'a> {
    chromium: &'a Path,
    lines: Vec<(String, &'static str, f64)>,
}

impl<'a> Stages<'a> {
    fn new(chromium: &'a Path) -> Self {
        Stages { chromium, lines: Vec::new() }
    }

    fn run(&mut self, name: &str, command: &mut Command) {
        command.env("CHROMIUM", self.chromium);
        if let Some(shared) = repo::shared() {
            command.env("SEGMENTLAB_SHARED", shared);
        }
        self.step(name, || run::run(&run::line(command), command));
    }

    fn step(&mut self, name: &str, work: impl FnOnce() -> Result<()>) -> bool {
        println!("\n=== {name}");
        let start = Instant::now();
        let done = work();
        if let Err(why) = &done {
            eprintln!("{why}");
        }
        let result = if done.is_ok() { "ok" } else { "FAILED" };
        self.lines.push((name.to_owned(), result, start.elapsed().as_secs_f64()));
        done.is_ok()
    }

    fn skip(&mut self, name: &str) {
        self.lines.push((name.to_owned(), "FAILED (not run)", 0.0));
    }

    fn report(&self) -> Result<()> {
        println!("\n=== Summary");
        for (name, result, seconds) in &self.lines {
            println!("{name:<28} {result} ({seconds:.1} s)");
        }
        if repo::shared().is_none() {
            println!("note: no shared data (see README), so the tests on it were skipped");
        }
        let failed = self.lines.iter().filter(|(_, result, _)| *result != "ok").count();
        if failed == 0 {
            Ok(())
        } else {
            Err(format!("{failed} of {} stages failed", self.lines.len()))
        }
    }
}
