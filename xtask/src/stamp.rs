//! Remembering what was made from what, so that nothing is made twice.

use std::fs;
use std::path::{Path, PathBuf};

use crate::run::Result;

/// A number that changes when any byte or name fed to it changes (FNV-1a, 64 bits).
pub struct Digest(u64);

impl Digest {
    pub fn new() -> Self {
        Digest(0xcbf2_9ce4_8422_2325)
    }

    pub fn bytes(mut self, bytes: &[u8]) -> Self {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        self
    }

    /// Feeds the file's name and content; a folder is fed file by file, in name order.
    pub fn path(self, path: &Path) -> Result<Self> {
        let named = self.bytes(path.file_name().unwrap_or_default().as_encoded_bytes());
        if !path.is_dir() {
            return Ok(named.bytes(&read(path)?));
        }
        let mut inside: Vec<PathBuf> = fs::read_dir(path)
            .map_err(|e| format!("cannot list {}: {e}", path.display()))?
            .filter_map(|entry| Some(entry.ok()?.path()))
            .collect();
        inside.sort();
        inside.iter().try_fold(named, |digest, path| digest.path(path))
    }

    pub fn hex(&self) -> String {
        format!("{:016x}", self.0)
    }
}

/// Whether the stamp file says that the thing was made from exactly this.
pub fn fresh(stamp: &Path, digest: &str) -> bool {
    fs::read_to_string(stamp).is_ok_and(|written| written == digest)
}

pub fn write(stamp: &Path, digest: &str) -> Result<()> {
    if let Some(folder) = stamp.parent() {
        fs::create_dir_all(folder).map_err(|e| format!("cannot make {}: {e}", folder.display()))?;
    }
    fs::write(stamp, digest).map_err(|e| format!("cannot write {}: {e}", stamp.display()))
}

pub fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).map_err(|e| format!("cannot read {}: {e}", path.display()))
}
