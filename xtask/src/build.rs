//! From sources to the static page in `www/dist`, skipping what is up to date.

use std::ffi::OsString;
use std::fs;

use crate::repo;
use crate::run::{self, Result, run, say};
use crate::stamp::{self, Digest};
use crate::{samples, setup};

/// The page in `www/dist`, and everything it is made of.
pub fn build() -> Result<()> {
    setup::build()?;
    engine()?;
    samples::generated()?;
    page()
}

/// The wasm package with its TypeScript types, in `www/src/engine/wasm`.
pub fn engine() -> Result<()> {
    run(
        "Compiling the engine to WebAssembly",
        &mut run::cargo(&["build", "--release", "--lib", "--target", "wasm32-unknown-unknown"]),
    )?;
    let compiled = repo::target().join("wasm32-unknown-unknown/release/segmentlab.wasm");
    let package = repo::www().join("src/engine/wasm");
    let digest = Digest::new().bytes(BINDGEN.join(" ").as_bytes()).path(&compiled)?.hex();
    let stamp = package.join(".made-from");
    if stamp::fresh(&stamp, &digest) {
        say("The engine is unchanged");
        return Ok(());
    }

    say("Making the engine's JavaScript and TypeScript (wasm-bindgen)");
    fs::remove_dir_all(&package)
        .or_else(absent_is_fine)
        .map_err(|e| format!("cannot clear {}: {e}", package.display()))?;
    let mut args: Vec<OsString> =
        vec!["wasm-bindgen".into(), compiled.into(), "--out-dir".into(), (&package).into()];
    args.extend(BINDGEN.iter().map(OsString::from));
    wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(args)
        .map_err(|e| format!("wasm-bindgen: {e:#}"))?;

    let bound = package.join("segmentlab_bg.wasm");
    let bound = bound.to_string_lossy();
    run(
        "Optimising the engine (wasm-opt)",
        &mut run::tool("binaryen/bin/wasm-opt", &["-O3", &bound, "-o", &bound]),
    )?;
    stamp::write(&stamp, &digest)
}

const BINDGEN: &[&str] =
    &["--target", "web", "--omit-default-module-path", "--ts-typed-array-buffers"];

fn page() -> Result<()> {
    let www = repo::www();
    let dist = www.join("dist");
    let mut digest = Digest::new();
    for part in
        ["index.html", "package-lock.json", "vite.config.ts", "tsconfig.base.json", "public", "src"]
    {
        let part = www.join(part);
        if part.exists() {
            digest = digest.path(&part)?;
        }
    }
    let digest = digest.hex();
    let stamp = repo::target().join("page.built-from");
    if dist.join("index.html").is_file() && stamp::fresh(&stamp, &digest) {
        say("The page is unchanged");
        return Ok(());
    }
    run("Building the page (vite)", &mut run::tool("vite/bin/vite.js", &["build"]))?;
    stamp::write(&stamp, &digest)
}

fn absent_is_fine(error: std::io::Error) -> std::io::Result<()> {
    if error.kind() == std::io::ErrorKind::NotFound { Ok(()) } else { Err(error) }
}
