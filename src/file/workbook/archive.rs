//! The zip container of a workbook.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::{MAX_PART, Xml, broken};
use crate::error::{BinaryKind, Error};

/// The parts of a workbook, none of which is unpacked before it is asked for.
pub(super) struct Archive(ZipArchive<Cursor<Vec<u8>>>);

/// Which program's workbook a container is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// .xlsx, .xlsm.
    Xlsx,
    /// .xlsb.
    Xlsb,
    /// .ods.
    Ods,
}

impl Archive {
    /// Opens a container; nothing is unpacked.
    ///
    /// # Errors
    /// [`Error::BrokenWorkbook`]; [`Error::WorkbookTooLarge`] for a part that says it unpacks to more than [`MAX_PART`].
    pub(super) fn open(bytes: Vec<u8>) -> Result<Self, Error> {
        let mut archive = Self(ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken())?);
        for index in 0..archive.0.len() {
            let bytes = archive.0.by_index_raw(index).map_err(|_| broken())?.size();
            if bytes > MAX_PART {
                return Err(Error::WorkbookTooLarge { bytes, limit: MAX_PART });
            }
        }
        Ok(archive)
    }

    /// What the container holds.
    ///
    /// # Errors
    /// [`Error::NotText`] if it is no workbook.
    pub(super) fn format(&mut self) -> Result<Format, Error> {
        let has = |name: &str| self.0.index_for_name(name).is_some();
        if has("xl/workbook.bin") {
            return Ok(Format::Xlsb);
        }
        let is_part = |name: &str| name.starts_with("xl/") && name.ends_with(".xml");
        if self.0.file_names().flatten().any(|name| is_part(&name)) {
            return Ok(Format::Xlsx);
        }
        let is_sheet = |bytes: &[u8]| {
            bytes.starts_with(b"application/vnd.oasis.opendocument.spreadsheet")
                || bytes.starts_with(b"application/x-vnd.oasis.opendocument.spreadsheet")
        };
        match self.bytes("mimetype") {
            Ok(kind) if is_sheet(&kind) => Ok(Format::Ods),
            _ => Err(Error::NotText { kind: BinaryKind::Zip }),
        }
    }

    /// Bytes a part says it unpacks to; 0 if there is none.
    pub(super) fn size(&mut self, name: &str) -> u64 {
        let index = self.0.index_for_name(name);
        index.and_then(|index| self.0.by_index_raw(index).ok()).map_or(0, |part| part.size())
    }

    /// A part; `None` if there is none. It never gives more than it says it unpacks to.
    pub(super) fn xml(&mut self, name: &str) -> Result<Option<Xml<impl Read>>, Error> {
        // Some programs write the names with other letters than they refer to them by.
        let known = self.0.index_for_name(name).or_else(|| {
            let mut names = self.0.file_names();
            names.position(|known| known.is_ok_and(|known| known.eq_ignore_ascii_case(name)))
        });
        let Some(index) = known else { return Ok(None) };
        match self.0.by_index(index) {
            Ok(part) => {
                let size = part.size();
                Ok(Some(Xml::new(part.take(size))))
            }
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                Err(Error::EncryptedWorkbook)
            }
            Err(_) => Err(broken()),
        }
    }

    /// All bytes of a small part.
    fn bytes(&mut self, name: &str) -> Result<Vec<u8>, Error> {
        let part = self.0.by_name(name).map_err(|_| broken())?;
        let mut bytes = Vec::new();
        part.take(1 << 10).read_to_end(&mut bytes).map_err(|_| broken())?;
        Ok(bytes)
    }

    /// The container's own bytes.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.0.into_inner().into_inner()
    }
}

impl std::fmt::Debug for Archive {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Archive({} parts)", self.0.len())
    }
}
