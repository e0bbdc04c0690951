//! A folder of definitions and tables: what is read of it, and everything that is said about it.

use std::collections::BTreeMap;
use std::io::Read;
use std::sync::Arc;

use guildhall_kernel::Faults;
use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use crate::file::File;
use crate::nearest::nearest;
use crate::node::shown;
use crate::schemas::Schemas;
use crate::text::{self, Format};
use crate::{Definition, Diagnostic, Diagnostics, Limits, Names, Place, Source};

/// A folder that is being read.
#[derive(Debug)]
pub struct Folder {
    pub(crate) files: Files,
    pub(crate) limits: Limits,
    pub(crate) schemas: Schemas,
    pub(crate) said: Diagnostics,
    pub(crate) names: Names,
    /// Whether the folder itself could not be read, so that no file is missed.
    pub(crate) absent: bool,
}

/// The files of a folder by name.
#[derive(Debug, Default)]
pub(crate) struct Files(BTreeMap<Arc<str>, Entry>);

#[derive(Debug)]
struct Entry {
    content: Content,
    used: bool,
}

#[derive(Clone, Debug)]
pub(crate) enum Content {
    Bytes(Arc<[u8]>),
    #[cfg(feature = "fs")]
    Disk(std::path::PathBuf),
}

/// A name and all bytes.
type Whole = (Arc<str>, Arc<[u8]>);

impl Folder {
    /// A folder without files yet.
    pub fn new(limits: &Limits) -> Self {
        Self {
            files: Files::default(),
            limits: *limits,
            schemas: Schemas::default(),
            said: Diagnostics::new(limits),
            names: Names::default(),
            absent: false,
        }
    }

    /// Adds a file. Its name has `/` between its parts, such as `practices/market.toml`.
    #[must_use]
    pub fn with(mut self, name: &str, bytes: impl Into<Arc<[u8]>>) -> Self {
        self.add(name, Content::Bytes(bytes.into()));
        self
    }

    pub(crate) fn add(&mut self, name: &str, content: Content) {
        if self.files.0.len() == self.limits.files {
            let message = format!("the folder has more than {} files", self.limits.files);
            return self.note(Diagnostic::error(message).at(Place::file(name)));
        }
        let leads_out = |part: &str| part.is_empty() || part == "." || part == "..";
        if name.split('/').any(leads_out) {
            let message = format!("`{}` is no name of a file in a folder", shown(name));
            return self.note(Diagnostic::error(message));
        }
        self.files.0.insert(name.into(), Entry { content, used: false });
    }

    /// The limits that it is read within.
    pub const fn limits(&self) -> &Limits {
        &self.limits
    }

    /// Reads a definition, TOML or JSON by the end of its name; nothing if there is a fault in it, or
    /// in what it includes.
    pub fn definition<T: DeserializeOwned + JsonSchema>(&mut self, name: &str) -> Option<Definition<T>> {
        self.file(name).read()
    }

    /// A definition that is to be read with more than its own fields in mind: the names it defines and
    /// refers to, or what is made of it.
    pub fn file<T: DeserializeOwned + JsonSchema>(&mut self, name: &str) -> File<'_, T> {
        File::new(self, name)
    }

    /// Reads every definition that stands in a folder inside this one, but those named, ordered by
    /// name. Those with faults are left out.
    pub fn definitions<T: DeserializeOwned + JsonSchema>(
        &mut self,
        folder: &str,
        except: &[&str],
    ) -> Vec<Definition<T>> {
        let names = self.definitions_in(folder, except);
        names.iter().filter_map(|name| self.definition(name)).collect()
    }

    /// The names of the definitions that stand in a folder inside this one, but for those named
    /// (without the folder), in order.
    pub fn definitions_in(&mut self, folder: &str, except: &[&str]) -> Vec<Arc<str>> {
        let inside = |name: &str| -> Option<bool> {
            let name = name.strip_prefix(folder)?.strip_prefix('/')?;
            Some(!name.contains('/') && Format::of(name).is_some() && !except.contains(&name))
        };
        let is_there = self.files.0.keys().any(|name| inside(name).is_some());
        if !is_there && !self.absent {
            let folders = self.files.names().filter_map(|name| Some(name.rsplit_once('/')?.0));
            let near = nearest(folder, folders).map(str::to_owned);
            let fault = Diagnostic::error(format!("there is no folder `{}`", shown(folder)));
            self.note(fault.at(Place::file(folder)).did_you_mean(near.as_deref()));
        }
        self.files.0.keys().filter(|name| inside(name) == Some(true)).cloned().collect()
    }

    /// Whether there is a file of this name.
    pub fn has(&self, name: &str) -> bool {
        self.files.0.contains_key(name)
    }

    /// Opens a file to be read as a stream, and takes it as used. The caller keeps the limits.
    pub fn open(&mut self, name: &str) -> Option<Box<dyn Read>> {
        match self.files.open(name) {
            Ok(reader) => Some(reader),
            Err(fault) => {
                if !self.absent {
                    self.note(*fault);
                }
                None
            }
        }
    }

    /// Says something that shows only when files are held against each other.
    pub fn note(&mut self, diagnostic: Diagnostic) {
        self.said.add(diagnostic);
    }

    /// What is made of a definition, if its constructor finds no fault; the faults are said at their
    /// places.
    pub fn checked<T, U, P: std::fmt::Display>(
        &mut self,
        definition: &Definition<T>,
        made: Result<U, Faults<P>>,
    ) -> Option<U> {
        self.checked_at(definition, made, str::to_owned)
    }

    /// The same for a constructor that takes something made of the definition: `path` says where in
    /// the definition the value at a path of the constructor's stands.
    pub fn checked_at<T, U, P: std::fmt::Display>(
        &mut self,
        definition: &Definition<T>,
        made: Result<U, Faults<P>>,
        path: impl Fn(&str) -> String,
    ) -> Option<U> {
        match made {
            Ok(made) => Some(made),
            Err(faults) => {
                for fault in &faults {
                    let place = definition.place(&path(fault.path()));
                    self.note(crate::file::said(&fault.problem().to_string()).at(place));
                }
                None
            }
        }
    }

    /// The names that definitions give and refer to; they are settled when the folder is closed.
    pub const fn names(&mut self) -> &mut Names {
        &mut self.names
    }

    /// Whether a fault stands in this file so far.
    pub fn is_faulty(&self, name: &str) -> bool {
        self.said.is_faulty(name)
    }

    /// Everything that is said so far.
    pub const fn said(&self) -> &Diagnostics {
        &self.said
    }

    /// What every file that was used so far says, ordered by name: of a definition its values as JSON,
    /// without comments and layout; of another file its lines, without its byte order mark and with
    /// plain ends. A digest over it tells whether a folder says something else than another.
    pub fn contents(&mut self) -> Vec<(Arc<str>, Vec<u8>)> {
        let limits = self.limits;
        let used: Vec<_> =
            self.files.0.iter().filter(|(_, entry)| entry.used).map(|(name, _)| Arc::clone(name)).collect();
        let mut contents = Vec::new();
        for name in used {
            let Ok(mut reader) = self.files.open(&name) else { continue };
            let mut bytes = Vec::new();
            if reader.read_to_end(&mut bytes).is_err() {
                continue;
            }
            let said = Format::of(&name).and_then(|format| {
                let source = Source::read(Arc::clone(&name), &bytes, &limits).ok()?;
                let (node, _) = text::read(&source, 0, format, &limits, 0, &mut 0);
                Some(node?.json().to_string().into_bytes())
            });
            contents.push((name, said.unwrap_or_else(|| lines(&bytes))));
        }
        contents
    }

    /// Ends reading: settles the names and, if nothing is wrong, says which files nobody read.
    ///
    /// # Errors
    /// Everything that was said, if there is a fault in it; otherwise the warnings are returned.
    pub fn close(mut self) -> Result<Diagnostics, Diagnostics> {
        self.names.settle(&mut self.said);
        // Where something is wrong, what would have been read next was perhaps not come to.
        let unused = self.files.0.iter().filter(|(name, entry)| !entry.used && is_read(name));
        for (name, _) in unused.filter(|_| self.said.is_sound()).collect::<Vec<_>>() {
            let warning = Diagnostic::warning("nobody reads this file").at(Place::file(Arc::clone(name)));
            self.said.add(warning);
        }
        if self.said.is_sound() { Ok(self.said) } else { Err(self.said) }
    }
}

/// Whether a file is of a form that would be read.
fn is_read(name: &str) -> bool {
    [".toml", ".json", ".csv", ".tsv"].iter().any(|end| name.ends_with(end))
}

fn lines(bytes: &[u8]) -> Vec<u8> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut lines: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != b'\r').collect();
    while lines.last().is_some_and(u8::is_ascii_whitespace) {
        lines.pop();
    }
    lines
}

impl Files {
    /// Every name.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(|name| &**name)
    }

    /// The names that fit a pattern with a star in its last part, in order.
    pub(crate) fn matching(&self, pattern: &str) -> Vec<Arc<str>> {
        let Some((before, after)) = pattern.split_once('*') else { return Vec::new() };
        let fits = |name: &&Arc<str>| {
            let middle = name.strip_prefix(before).and_then(|rest| rest.strip_suffix(after));
            middle.is_some_and(|middle| !middle.contains('/'))
        };
        self.0.keys().filter(fits).cloned().collect()
    }

    /// A file as a stream; it is used from now on.
    pub(crate) fn open(&mut self, name: &str) -> Result<Box<dyn Read>, Box<Diagnostic>> {
        let Some(entry) = self.0.get_mut(name) else { return Err(Box::new(self.missing(name))) };
        entry.used = true;
        match &entry.content {
            Content::Bytes(bytes) => Ok(Box::new(std::io::Cursor::new(Arc::clone(bytes)))),
            #[cfg(feature = "fs")]
            Content::Disk(path) => match std::fs::File::open(path) {
                Ok(file) => Ok(Box::new(file)),
                Err(error) => {
                    let fault = Diagnostic::error(format!("the file cannot be read: {error}"));
                    Err(Box::new(fault.at(Place::file(name))))
                }
            },
        }
    }

    /// All bytes of a definition and its name; one byte more than the limit where there are more.
    pub(crate) fn bytes(&mut self, name: &str, limits: &Limits) -> Result<Whole, Box<Diagnostic>> {
        let reader = self.open(name)?;
        let Some((name, _)) = self.0.get_key_value(name) else {
            return Err(Box::new(self.missing(name)));
        };
        let most = u64::try_from(limits.file_bytes).unwrap_or(u64::MAX).saturating_add(1);
        let mut bytes = Vec::new();
        match reader.take(most).read_to_end(&mut bytes) {
            Ok(_) => Ok((Arc::clone(name), bytes.into())),
            Err(error) => {
                let fault = Diagnostic::error(format!("the file cannot be read: {error}"));
                Err(Box::new(fault.at(Place::file(Arc::clone(name)))))
            }
        }
    }

    fn missing(&self, name: &str) -> Diagnostic {
        let fault = Diagnostic::error(format!("there is no file `{}`", shown(name))).at(Place::file(name));
        fault.did_you_mean(nearest(name, self.names()))
    }
}
