//! The samples that ship with the page.

pub mod fmcg;
mod retail;

use std::fs;
use std::path::{Path, PathBuf};

use crate::repo;
use crate::run::{Result, say};

/// Makes the generated sample, and rewrites only files whose content changed.
pub fn generated() -> Result<()> {
    let folder = folder();
    let mut written = 0;
    for (name, text) in fmcg::files() {
        written += u32::from(write_changed(&folder.join(name), text.as_bytes())?);
    }
    if written > 0 {
        say("Generated the FMCG sample");
    }
    Ok(())
}

/// Makes both samples; the Online Retail one from the full file in the shared data.
pub fn samples() -> Result<()> {
    generated()?;
    let shared = repo::shared()
        .ok_or("the full Online Retail file is not here: set SEGMENTLAB_SHARED (see README)")?;
    let full = shared.join("data/online_retail/online-retail.csv.gz");
    say(&format!("Reducing {}", full.display()));
    let sample = folder().join("online-retail.csv");
    let text = retail::reduce(&full)?;
    write_changed(&sample, text.as_bytes())?;
    say(&format!("{}: {} rows, {} bytes", sample.display(), text.lines().count() - 1, text.len()));
    Ok(())
}

fn folder() -> PathBuf {
    repo::www().join("public/samples")
}

fn write_changed(path: &Path, bytes: &[u8]) -> Result<bool> {
    if fs::read(path).is_ok_and(|old| old == bytes) {
        return Ok(false);
    }
    fs::write(path, bytes).map_err(|e| format!("cannot write {}: {e}", path.display()))?;
    Ok(true)
}
