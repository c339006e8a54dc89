//! Where things are in the repository.

use std::env;
use std::path::{Path, PathBuf};

/// The folder of the whole repository.
pub fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_owned()
}

/// The folder of the page.
pub fn www() -> PathBuf {
    root().join("www")
}

/// Cargo's folder for what it builds.
pub fn target() -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// The folder with the public data sets and the reference figures, if it is here:
/// the one named by `SEGMENTLAB_SHARED`, else `shared` beside the repository.
pub fn shared() -> Option<PathBuf> {
    let folder = match env::var_os("SEGMENTLAB_SHARED") {
        Some(folder) => PathBuf::from(folder),
        None => root().parent()?.join("shared"),
    };
    folder.join("reference").is_dir().then_some(folder)
}
