//! The phrasebook: messages put into a language, by the texts of their catalogues and the data of ICU.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

use chrono_tz::Tz;
use guildhall_kernel::Language;

use crate::check::{CatalogueFaults, Source, check_addition};
use crate::format::Formats;
use crate::ftl::Ftl;
use crate::resolve::Resolving;
use crate::{Argument, Catalogue, Collation, Message, Shape, Words};

/// A language that messages are put into: ours as the catalogues have them, a caller's by [`Self::with`].
///
/// A language without texts of its own is worded in English message by message, while numbers, days, lists
/// and order stay its own. `sl-SI` and `pl-PL` find the texts of `sl` and `pl`. English without a region is
/// British. Numbers are never bent to fit: a decimal shows the digits it is given with.
///
/// ```
/// use guildhall_words::{Argument, Phrasebook, Words};
///
/// let slovene = Phrasebook::new("sl".parse()?);
/// let cost = Argument::money("1234.50".parse()?, "EUR");
/// assert_eq!(slovene.tell(&cost), "1.234,50\u{a0}€");
/// let towns = ["Celje", "Koper", "Ptuj"].map(Argument::text);
/// assert_eq!(slovene.tell(&Argument::all(towns)), "Celje, Koper in Ptuj");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Phrasebook {
    pub(crate) language: Language,
    pub(crate) zone: Option<Tz>,
    pub(crate) formats: Arc<Formats>,
    collation: Arc<Collation>,
    /// What callers added, the latest last.
    additions: Vec<Addition>,
}

/// A text that a caller added to a catalogue.
#[derive(Clone)]
struct Addition {
    to: &'static Catalogue,
    ftl: Arc<str>,
    read: Arc<Ftl>,
}

impl Phrasebook {
    /// The phrasebook of a language, whichever it is.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self {
            formats: Arc::new(Formats::of(&language)),
            collation: Arc::new(Collation::of(&language)),
            language,
            zone: None,
            additions: Vec::new(),
        }
    }

    /// Writes instants by the clocks of this zone; without one it is UTC, and the text says so.
    #[must_use]
    pub fn in_zone(self, zone: Tz) -> Self {
        Self { zone: Some(zone), ..self }
    }

    /// Adds messages in this language to a catalogue, or rewords some; what is not among them stays as it
    /// was. The text may refer to messages and terms that the catalogue has in this language, and to those that
    /// were added before.
    ///
    /// ```
    /// use guildhall_words::{Label, Phrasebook, Say, Words};
    ///
    /// let croatian = Phrasebook::new("hr".parse()?).with(&guildhall_words::WORDS, "label-yes = da\nlabel-no = ne")?;
    /// assert_eq!(croatian.say(&Label::Yes.message()), "da");
    /// assert_eq!(croatian.say(&Label::Unknown.message()), "not known");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`CatalogueFaults`]: everything that is wrong with the text, each with its line. Messages may be
    /// missing; unknown ones are faults.
    pub fn with(mut self, catalogue: &'static Catalogue, ftl: &str) -> Result<Self, CatalogueFaults> {
        let language = self.language.as_str();
        let file = format!("{} in {language}", catalogue.name());
        let before = self.added_to(catalogue).map(|one| Source { language, file: &file, ftl: &one.ftl });
        let ours = tags(language).find_map(|tag| catalogue.texts().iter().find(|text| text.language == tag));
        let ours: Vec<_> = before.chain(ours.map(Source::from)).collect();
        check_addition(catalogue, Source { language, file: &file, ftl }, &ours)?;
        let read = Arc::new(Ftl::read(language, ftl));
        self.additions.push(Addition { to: catalogue, ftl: ftl.into(), read });
        Ok(self)
    }

    /// The messages of a catalogue that this language has no words for, so that they are said in English; in
    /// the order of their names.
    ///
    /// A caller with a fifth language holds in a test that nothing is missing:
    ///
    /// ```
    /// use guildhall_words::{Phrasebook, WORDS};
    ///
    /// let croatian = Phrasebook::new("hr".parse()?).with(&WORDS, "label-yes = da\nlabel-no = ne")?;
    /// assert_eq!(croatian.missing(&WORDS)[..3], ["at-utc", "day", "label-nothing"]);
    /// let croatian = croatian.with(&WORDS, "label-nothing = ništa")?;
    /// assert!(!croatian.missing(&WORDS).contains(&"label-nothing"));
    /// assert!(Phrasebook::new("sl-SI".parse()?).missing(&WORDS).is_empty());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn missing(&self, catalogue: &'static Catalogue) -> Vec<&'static str> {
        let own: Vec<_> = tags(self.language.as_str()).collect();
        let texts: Vec<_> =
            self.texts(catalogue).into_iter().filter(|text| own.contains(&text.language.as_str())).collect();
        let shapes = catalogue.shapes().iter().copied().flatten();
        let ids = shapes.filter_map(|shape| match shape {
            Shape::Message { id, .. } => Some(*id),
            Shape::Transparent(_) => None,
        });
        let missing: BTreeSet<_> =
            ids.filter(|id| texts.iter().all(|text| text.message(id).is_none())).collect();
        missing.into_iter().collect()
    }

    /// What was added to a catalogue, the latest first.
    fn added_to(&self, catalogue: &'static Catalogue) -> impl Iterator<Item = &Addition> {
        self.additions.iter().rev().filter(move |one| std::ptr::eq(one.to, catalogue))
    }

    /// The texts that word messages of a catalogue, the best first.
    pub(crate) fn texts(&self, catalogue: &'static Catalogue) -> Vec<&Ftl> {
        let ours = catalogue.read();
        let in_language = |tag: &str| ours.iter().find(|ftl| ftl.language == tag);
        let own = tags(self.language.as_str()).filter_map(in_language);
        let mut texts: Vec<&Ftl> = self.added_to(catalogue).map(|one| &*one.read).chain(own).collect();
        let english = in_language("en").filter(|en| !texts.iter().any(|ftl| std::ptr::eq(*ftl, *en)));
        texts.extend(english);
        texts
    }
}

impl fmt::Debug for Phrasebook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let added: Vec<_> = self.additions.iter().map(|one| one.to.name()).collect();
        f.debug_struct("Phrasebook")
            .field("language", &self.language)
            .field("zone", &self.zone)
            .field("added", &added)
            .finish_non_exhaustive()
    }
}

impl Words for Phrasebook {
    fn language(&self) -> &Language {
        &self.language
    }

    fn say(&self, message: &Message<'_>) -> String {
        Resolving::new(self).say(message)
    }

    fn tell(&self, argument: &Argument<'_>) -> String {
        Resolving::new(self).tell(argument)
    }

    fn compare(&self, one: &str, other: &str) -> Ordering {
        self.collation.compare(one, other)
    }
}

/// A tag, then the same without its region, then without its script: `sr-Latn-RS`, `sr-Latn`, `sr`.
pub(crate) fn tags(tag: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(tag), |tag| tag.rsplit_once('-').map(|(shorter, _)| shorter))
}
