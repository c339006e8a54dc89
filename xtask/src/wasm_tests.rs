//! The runner cargo calls for tests compiled to wasm: they run in the same Chromium as the page's
//! tests, driven by the same Playwright, so that no WebDriver of a matching version is needed.

use std::env;
use std::ffi::OsString;
use std::process::Command;

use crate::run::{self, Result};
use crate::{browser, repo, setup};

/// Runs the tests of the wasm file that cargo names first in `args` in a headless browser.
pub fn run(args: &[OsString]) -> Result<()> {
    setup::build()?;
    let chromium = browser::chromium()?;
    let address = format!("127.0.0.1:{}", browser::free_port()?);
    let this = env::current_exe().map_err(|e| format!("cannot find this program: {e}"))?;
    let mut server = Command::new(this);
    server
        .arg("test-server")
        .args(args)
        .env("NO_HEADLESS", "1")
        .env("WASM_BINDGEN_TEST_ADDRESS", &address)
        .stdout(std::process::Stdio::null());
    let mut serving = server.spawn().map_err(|e| run::cannot_start(&server, &e))?;

    let mut driver = Command::new("node");
    driver
        .arg(repo::root().join("xtask/wasm-tests.mjs"))
        .arg(format!("http://{address}/"))
        .current_dir(repo::www())
        .env("CHROMIUM", chromium);
    let result = run::run("Running the wasm tests in Chromium", &mut driver);
    // The server never ends by itself; when it did, it failed and has said why on stderr.
    let ended = serving.kill().and_then(|()| serving.wait());
    result.and(ended.map(|_| ()).map_err(|e| format!("cannot end the test server: {e}")))
}

/// Serves the tests as a page (wasm-bindgen's own harness) until killed.
pub fn serve(args: &[OsString]) -> Result<()> {
    let args =
        std::iter::once(OsString::from("wasm-bindgen-test-runner")).chain(args.iter().cloned());
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(args)
        .map_err(|e| format!("{e:#}"))
}
