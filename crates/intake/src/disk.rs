//! A folder on the disk. Links that lead out of it are not followed, and no more is read than the limits
//! say.

use std::path::Path;

use crate::folder::Content;
use crate::{Diagnostic, Folder, Limits, Place};

impl Folder {
    /// Finds the files of a folder and of the folders inside it; hidden ones are left out. What cannot
    /// be read is said when the folder is closed.
    pub fn read(path: impl AsRef<Path>, limits: &Limits) -> Self {
        let path = path.as_ref();
        let mut folder = Self::new(limits);
        let Ok(root) = path.canonicalize() else {
            folder.absent = true;
            let name = path.display().to_string();
            folder.note(
                Diagnostic::error("expected a folder of definitions here, found nothing")
                    .at(Place::file(name)),
            );
            return folder;
        };
        if !root.is_dir() {
            folder.absent = true;
            let name = path.display().to_string();
            folder.note(
                Diagnostic::error("expected a folder of definitions, found a file").at(Place::file(name)),
            );
            return folder;
        }
        let mut size = 0;
        folder.walk(&root, &root, "", 0, &mut size);
        folder
    }

    fn walk(&mut self, root: &Path, inside: &Path, prefix: &str, depth: usize, size: &mut u64) {
        let entries = match std::fs::read_dir(inside) {
            Ok(entries) => entries,
            Err(error) => {
                let fault = Diagnostic::error(format!("the folder cannot be read: {error}"));
                return self.note(fault.at(Place::file(prefix.trim_end_matches('/'))));
            }
        };
        let mut entries: Vec<_> = entries.filter_map(Result::ok).collect();
        entries.sort_by_key(std::fs::DirEntry::file_name);
        for entry in entries {
            let name = entry.file_name();
            let Some(name) = name.to_str() else {
                let name = format!("{prefix}{}", name.to_string_lossy());
                self.note(Diagnostic::error("the name of the file is no UTF-8").at(Place::file(name)));
                continue;
            };
            if name.starts_with('.') || name.ends_with('~') {
                continue;
            }
            let full = format!("{prefix}{name}");
            let Ok(real) = entry.path().canonicalize() else {
                self.note(Diagnostic::error("the link leads nowhere").at(Place::file(full)));
                continue;
            };
            if !real.starts_with(root) {
                self.note(Diagnostic::error("the link leads out of the folder").at(Place::file(full)));
                continue;
            }
            let is_link = entry.file_type().is_ok_and(|kind| kind.is_symlink());
            let Ok(kind) = real.metadata() else { continue };
            if kind.is_dir() && (is_link || depth >= self.limits.depth) {
                let message = if is_link {
                    "links to folders are not followed"
                } else {
                    "the folders are nested too deep"
                };
                self.note(Diagnostic::error(message).at(Place::file(full)));
            } else if kind.is_dir() {
                self.walk(root, &real, &format!("{full}/"), depth + 1, size);
            } else if kind.is_file() {
                *size = size.saturating_add(kind.len());
                if *size > u64::try_from(self.limits.folder_bytes).unwrap_or(u64::MAX) {
                    let most = self.limits.folder_bytes;
                    let fault =
                        Diagnostic::error(format!("the files of the folder have more than {most} bytes"));
                    return self.note(fault.at(Place::file(full)));
                }
                self.add(&full, Content::Disk(real));
            }
        }
    }
}
