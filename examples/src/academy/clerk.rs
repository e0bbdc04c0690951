//! Somebody who says everything in one language.

use guildhall::kernel::chrono::NaiveDate;
use guildhall::kernel::{Language, LocalisedText};
use guildhall_words::{Argument, Phrasebook, Say, ToArgument, Words};

use super::system::System;
use super::wording::Day;

/// Says what the academy has to say in one language: messages by their catalogues, and the texts of the
/// definitions where they have them in it.
pub struct Clerk {
    words: Phrasebook,
    /// In which languages a text of a definition is looked for. Places are called what they are called
    /// in Slovene.
    languages: Vec<Language>,
}

impl Clerk {
    /// Speaks this language; a text that lacks it is given in English, and then in Slovene.
    pub fn new(language: Language) -> Self {
        let others = ["en", "sl"].into_iter().filter_map(|tag| tag.parse().ok());
        let languages = std::iter::once(language.clone()).chain(others).collect();
        Self { words: Phrasebook::new(language), languages }
    }

    /// Tells time by the clocks of a training from now on.
    pub fn keep_time_of(&mut self, system: &System) {
        self.words = self.words.clone().in_zone(system.edition_zone());
    }

    /// The language.
    pub fn language(&self) -> &Language {
        self.words.language()
    }

    /// The language's words, for whoever says something longer.
    pub const fn words(&self) -> &dyn Words {
        &self.words
    }

    /// The message as a sentence or a label.
    pub fn say(&self, said: &impl Say) -> String {
        self.words.say(&said.message())
    }

    /// A value by itself: a number, a day.
    pub fn tell(&self, value: &impl ToArgument) -> String {
        self.words.tell(&value.argument())
    }

    /// A day in a cell.
    pub fn day(&self, day: NaiveDate) -> String {
        self.say(&Day { day })
    }

    /// Several things, joined as the language joins them.
    pub fn list(&self, items: impl IntoIterator<Item = String>) -> String {
        self.words.tell(&Argument::all(items.into_iter().map(Argument::text)))
    }

    /// What a definition says.
    pub fn text<'t>(&self, text: &'t LocalisedText) -> &'t str {
        text.best(&self.languages)
    }

    /// Puts names in the order in which the language lists them.
    pub fn sort(&self, names: &mut [String]) {
        names.sort_by(|one, other| self.words.compare(one, other));
    }
}

#[cfg(test)]
mod tests {
    use guildhall::kernel::LocalisedText;

    use super::Clerk;

    fn clerk(language: &str) -> Clerk {
        Clerk::new(language.parse().unwrap())
    }

    #[test]
    fn names_stand_in_the_order_of_the_language() {
        for (language, expected) in [
            ("en", ["Celje", "Črnomelj", "Šentjur", "Sežana", "Trebnje", "Žalec"]),
            ("sl", ["Celje", "Črnomelj", "Sežana", "Šentjur", "Trebnje", "Žalec"]),
            ("pl", ["Kraków", "Leszno", "Lublin", "Łódź", "Suwałki", "Świnoujście"]),
            ("ru", ["Ёлкино", "Жуково", "Заречный", "Якутск", "Celje", "Žalec"]),
        ] {
            let mut names = expected.map(str::to_owned);
            names.reverse();
            clerk(language).sort(&mut names);
            assert_eq!(names, expected, "{language}");
        }
    }

    #[test]
    fn a_place_is_called_in_slovene_where_the_language_has_no_name_for_it() {
        let names = [("it", "Capodistria"), ("sl", "Koper")];
        let names = LocalisedText::new(names.map(|(tag, name)| (tag.parse().unwrap(), name))).unwrap();
        assert_eq!(
            ["en", "pl", "ru", "sl", "it"].map(|tag| clerk(tag).text(&names).to_owned()),
            ["Koper", "Koper", "Koper", "Koper", "Capodistria"]
        );
    }
}
