//! Puts a message into words: follows its text, chooses cases, writes arguments. Total: whatever the text
//! and the arguments are, there is a sentence.
//!
//! Numbers are compared and counted as exact decimals, by the plural rules of ICU for the language of the
//! text; the arguments are formatted for the language of the reader.

use std::borrow::Cow;
use std::collections::BTreeMap;

use chrono::{NaiveDate, Offset as _, TimeZone as _};
use fluent_syntax::ast::{
    CallArguments, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey,
};
use fluent_syntax::unicode::unescape_unicode_to_string;
use guildhall_kernel::Language;
use icu_decimal::input::Decimal as Fixed;
use rust_decimal::Decimal;

use crate::format::{Style, category_name};
use crate::ftl::Ftl;
use crate::label::{Amount, AtUtc, Currency, WORDS};
use crate::phrasebook::{Phrasebook, tags};
use crate::{Argument, Join, Label, Message, Say};

/// How deep messages, lists and references may stand in one another, so that none is endless.
const DEEPEST: usize = 24;
/// How many references a message may follow, so that few lines do not become millions.
pub(crate) const MOST_REFERENCES: usize = 100;

#[derive(Clone, Copy)]
pub(crate) struct Resolving<'b> {
    book: &'b Phrasebook,
    depth: usize,
}

/// How an argument is to be written.
#[derive(Clone, Copy, Default)]
struct Manner {
    style: Style,
    join: Option<Join>,
    day_alone: bool,
}

/// What a case is chosen by.
enum Chosen<'a> {
    /// The number in digits, as it is given.
    Number(String),
    Word(Cow<'a, str>),
}

impl<'b> Resolving<'b> {
    pub(crate) const fn new(book: &'b Phrasebook) -> Self {
        Self { book, depth: 0 }
    }

    fn deeper(self) -> Option<Self> {
        (self.depth < DEEPEST).then_some(Self { depth: self.depth + 1, ..self })
    }

    pub(crate) fn say(self, message: &Message<'_>) -> String {
        let Some(inner) = self.deeper() else { return plain(message.id()) };
        let texts = self.book.texts(message.catalogue());
        let worded = texts.iter().enumerate().find_map(|(at, text)| Some((at, text.message(message.id())?)));
        let said = worded.map(|(at, pattern)| {
            // What the text refers to may stand in a text of the same language that it rewords.
            let texts = texts.get(at..).unwrap_or_default();
            let mut sentence = Sentence {
                resolving: inner,
                message,
                texts,
                given: None,
                followed: 0,
                after_value: false,
                out: String::new(),
            };
            sentence.pattern(pattern);
            sentence.out
        });
        said.filter(|said| !said.trim().is_empty()).unwrap_or_else(|| plain(message.id()))
    }

    pub(crate) fn tell(self, argument: &Argument<'_>) -> String {
        self.write(argument, Manner::default())
    }

    fn label(self, label: Label) -> String {
        // From the top, so that a label is there however deep it is needed: it takes no arguments itself.
        Resolving::new(self.book).say(&label.message())
    }

    fn write(self, argument: &Argument<'_>, manner: Manner) -> String {
        let formats = &self.book.formats;
        match argument {
            Argument::Text(text) if text.trim().is_empty() => self.label(Label::Unknown),
            Argument::Text(text) => text.to_string(),
            Argument::Localised(text) => {
                let languages =
                    tags(self.book.language.as_str()).filter_map(|tag| tag.parse::<Language>().ok());
                text.best(&languages.collect::<Vec<_>>()).to_owned()
            }
            Argument::Integer(number) => formats.number(&number.to_string()),
            Argument::Decimal(number) => formats.number(&digits(*number)),
            Argument::Money { amount, currency } => self.money(*amount, currency),
            Argument::Date(day) => self.day(*day, manner.style),
            Argument::DateTime(at) if manner.day_alone => self.day(at.date(), manner.style),
            Argument::DateTime(at) => {
                let moment = formats.moment(*at, manner.style, self.day(at.date(), manner.style));
                moment.map_or_else(|| at.to_string(), |moment| self.say(&moment.message()))
            }
            Argument::Instant(at) => match self.book.zone {
                Some(zone) => {
                    let utc = at.naive_utc();
                    let offset = zone.offset_from_utc_datetime(&utc).fix();
                    self.write(&Argument::DateTime(utc.checked_add_offset(offset).unwrap_or(utc)), manner)
                }
                None => {
                    let at = self.write(&Argument::DateTime(at.naive_utc()), manner);
                    self.say(&AtUtc { at }.message())
                }
            },
            Argument::Message(message) => self.say(message),
            Argument::List { items, join } => {
                let Some(inner) = self.deeper() else { return self.label(Label::Unknown) };
                let items: Vec<_> = items.iter().map(|item| inner.write(item, manner)).collect();
                match items.is_empty() {
                    true => self.label(Label::Nothing),
                    false => formats.list(&items, manner.join.unwrap_or(*join)),
                }
            }
            Argument::Absent => self.label(Label::Unknown),
        }
    }

    fn day(self, day: NaiveDate, style: Style) -> String {
        let written = self.book.formats.day(day, style);
        written.map_or_else(|| day.to_string(), |day| self.say(&day.message()))
    }

    fn money(self, amount: Decimal, currency: &str) -> String {
        let formats = &self.book.formats;
        let negative = amount.is_sign_negative() && !amount.is_zero();
        let digits = amount.abs().to_string();
        let unsigned = formats.grouped(&digits);
        let amount = if negative {
            let (signed, bare) = (formats.number(&format!("-{digits}")), formats.number(&digits));
            // Where the sign does not stand before the digits, the digits stay as running text has them.
            signed.strip_suffix(&bare).map_or_else(|| signed.clone(), |sign| format!("{sign}{unsigned}"))
        } else {
            unsigned.clone()
        };
        let said = Amount { amount, unsigned, negative, currency: Currency(currency.to_owned()) };
        let texts = self.book.texts(&WORDS);
        let worded = texts.iter().find(|text| text.message(said.message().id()).is_some());
        if !tags(self.book.language.as_str()).any(|tag| worded.is_some_and(|text| text.language == tag)) {
            // The place of the sign is a language's own; the code after the amount is understood in all.
            return format!("{}\u{a0}{currency}", said.amount);
        }
        self.say(&said.message())
    }
}

/// A name as words, for a message that no text has.
fn plain(id: &str) -> String {
    id.replace('-', " ")
}

/// A sentence on its way.
struct Sentence<'s, 'b> {
    resolving: Resolving<'b>,
    message: &'s Message<'s>,
    /// The text that words it first, then what it may refer to.
    texts: &'s [&'s Ftl],
    /// In a term: what it was given to select by.
    given: Option<BTreeMap<&'s str, &'s str>>,
    followed: usize,
    /// Whether a value was written last.
    after_value: bool,
    out: String,
}

impl<'s> Sentence<'s, '_> {
    fn pattern(&mut self, pattern: &'s Pattern<String>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.text(value),
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
    }

    /// Text of the sentence. The full stop after a value that ends with one, as `2019 г.` does, is that one.
    fn text(&mut self, text: &str) {
        let stops = self.after_value && self.out.ends_with('.') && !text.starts_with("..");
        self.out.push_str(text.strip_prefix('.').filter(|_| stops).unwrap_or(text));
        self.after_value = false;
    }

    fn expression(&mut self, expression: &'s Expression<String>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                let chosen = self.choose(selector);
                let met =
                    variants.iter().find(|variant| chosen.as_ref().is_some_and(|by| self.meets(variant, by)));
                if let Some(variant) = met.or_else(|| variants.iter().find(|variant| variant.default)) {
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &'s InlineExpression<String>) {
        match inline {
            InlineExpression::StringLiteral { value } => self.text(&unescape_unicode_to_string(value)),
            InlineExpression::NumberLiteral { value } => {
                self.out.push_str(&self.resolving.book.formats.number(value));
            }
            InlineExpression::VariableReference { id } => self.argument(&id.name, Manner::default()),
            InlineExpression::FunctionReference { id, arguments } => self.call(&id.name, arguments),
            InlineExpression::MessageReference { id, .. } => {
                let pattern = self.same_language().find_map(|text| text.message(&id.name));
                self.refer(pattern, &id.name, self.given.clone());
            }
            InlineExpression::TermReference { id, arguments, .. } => {
                let term = self.same_language().find_map(|text| text.term(&id.name));
                self.refer(term.map(|term| &term.value), &id.name, Some(given(arguments.as_ref())));
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
        }
    }

    /// The texts in the language of the one that words the message.
    fn same_language(&self) -> impl Iterator<Item = &'s Ftl> + use<'s> {
        let texts = self.texts;
        let language = texts.first().map(|text| text.language.as_str()).unwrap_or_default();
        let same = move |text: &&Ftl| tags(language).any(|tag| tag == text.language);
        texts.iter().copied().filter(same)
    }

    fn refer(
        &mut self,
        pattern: Option<&'s Pattern<String>>,
        name: &str,
        given: Option<BTreeMap<&'s str, &'s str>>,
    ) {
        self.followed += 1;
        let followed = pattern.filter(|_| self.followed <= MOST_REFERENCES).zip(self.resolving.deeper());
        let Some((pattern, inner)) = followed else { return self.out.push_str(&plain(name)) };
        let outside = (self.resolving, std::mem::replace(&mut self.given, given));
        self.resolving = inner;
        self.pattern(pattern);
        (self.resolving, self.given) = outside;
    }

    fn find(&self, name: &str) -> Option<&'s Argument<'s>> {
        self.message.arguments().find(|(known, _)| *known == name).map(|(_, argument)| argument)
    }

    fn argument(&mut self, name: &str, manner: Manner) {
        let argument = self.find(name).unwrap_or(&Argument::Absent);
        self.out.push_str(&self.resolving.write(argument, manner));
        self.after_value = true;
    }

    fn call(&mut self, function: &str, arguments: &'s CallArguments<String>) {
        let Some(InlineExpression::VariableReference { id }) = arguments.positional.first() else {
            return self.argument("", Manner::default());
        };
        let given = given(Some(arguments));
        let style = given.get("style").and_then(|style| Style::named(style));
        let join = given.get("type").map(|join| if *join == "or" { Join::Or } else { Join::And });
        let manner = Manner { style: style.unwrap_or_default(), join, day_alone: function == "DATE" };
        self.argument(&id.name, manner);
    }

    fn choose(&self, selector: &'s InlineExpression<String>) -> Option<Chosen<'s>> {
        match selector {
            InlineExpression::VariableReference { id } => match &self.given {
                Some(given) => given.get(id.name.as_str()).map(|word| Chosen::Word(Cow::Borrowed(*word))),
                None => self.by_argument(&id.name),
            },
            InlineExpression::FunctionReference { arguments, .. } => match arguments.positional.first() {
                Some(InlineExpression::VariableReference { id }) => self.by_argument(&id.name),
                _ => None,
            },
            InlineExpression::TermReference { id, attribute: Some(attribute), .. } => {
                let term = self.same_language().find_map(|text| text.term(&id.name))?;
                let word = term.attributes.get(&attribute.name)?;
                match word.elements.as_slice() {
                    [PatternElement::TextElement { value }] => {
                        Some(Chosen::Word(Cow::Borrowed(value.trim())))
                    }
                    _ => None,
                }
            }
            _ => None,
        }
    }

    fn by_argument(&self, name: &str) -> Option<Chosen<'s>> {
        let absent = Chosen::Word(Cow::Borrowed("absent"));
        match self.find(name) {
            Some(Argument::Integer(number)) => Some(Chosen::Number(number.to_string())),
            Some(Argument::Decimal(number)) => Some(Chosen::Number(digits(*number))),
            Some(Argument::Text(text)) => Some(Chosen::Word(Cow::Borrowed(text))),
            Some(Argument::Absent) => Some(absent),
            Some(_) => None,
            None => match self.find(name.strip_suffix("-key")?)? {
                Argument::Message(message) => Some(Chosen::Word(Cow::Borrowed(message.key()))),
                Argument::Absent => Some(absent),
                _ => None,
            },
        }
    }

    fn meets(&self, variant: &Variant<String>, chosen: &Chosen<'_>) -> bool {
        match (&variant.key, chosen) {
            (VariantKey::Identifier { name }, Chosen::Word(word)) => name == word,
            (VariantKey::NumberLiteral { value }, Chosen::Word(word)) => value == word,
            (VariantKey::Identifier { name }, Chosen::Number(number)) => {
                let plurals = self.texts.first().and_then(|text| text.plurals.as_ref());
                let category = plurals
                    .zip(number.parse::<Fixed>().ok())
                    .map(|(rules, number)| category_name(rules.category_for(&number)));
                category == Some(name.as_str())
            }
            (VariantKey::NumberLiteral { value }, Chosen::Number(number)) => {
                exact(value).is_some_and(|value| exact(number) == Some(value))
            }
        }
    }
}

/// What a call names.
fn given(arguments: Option<&CallArguments<String>>) -> BTreeMap<&str, &str> {
    let named = arguments.map(|arguments| arguments.named.as_slice()).unwrap_or_default();
    named.iter().filter_map(|one| Some((one.name.name.as_str(), literal(&one.value)?))).collect()
}

fn literal(value: &InlineExpression<String>) -> Option<&str> {
    match value {
        InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => Some(value),
        _ => None,
    }
}

/// A number in digits; nothing is less than nothing.
fn digits(number: Decimal) -> String {
    if number.is_zero() { number.abs().to_string() } else { number.to_string() }
}

/// A number as its value alone: `2.50` is `2.5`.
fn exact(digits: &str) -> Option<Fixed> {
    let mut number = digits.parse::<Fixed>().ok()?;
    number.absolute.trim_start();
    number.absolute.trim_end();
    Some(number)
}
