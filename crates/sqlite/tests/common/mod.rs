//! What the tests of this crate share.

use std::io;
use std::path::Path;

/// Counts where `content` occurs in the files of a folder, byte by byte.
pub(crate) fn copies(folder: &Path, content: &[u8]) -> io::Result<usize> {
    let mut copies = 0;
    for entry in std::fs::read_dir(folder)? {
        let bytes = std::fs::read(entry?.path())?;
        copies += bytes.windows(content.len()).filter(|window| *window == content).count();
    }
    Ok(copies)
}
