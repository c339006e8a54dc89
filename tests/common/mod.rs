//! What tests of whole files share.

use std::path::{Path, PathBuf};

/// A file of the public data sets and reference figures: in the folder named by `SEGMENTLAB_SHARED`,
/// else in `../shared`. `None`, with a word on stderr, where there is no such folder.
pub fn shared(path: &str) -> Option<PathBuf> {
    let named = std::env::var_os("SEGMENTLAB_SHARED").map(PathBuf::from);
    let folder =
        named.clone().unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"));
    if named.is_none() && !folder.join("reference").is_dir() {
        eprintln!("skipped: no shared data in {}", folder.display());
        return None;
    }
    Some(folder.join(path))
}
