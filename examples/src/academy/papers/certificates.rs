//! The certificates as pages to print: documents of a Slovene issuer, with a second language below the
//! Slovene where the clerk speaks another.

use guildhall::civic::{OfficeOf, PartnerRole, Party};
use guildhall::kernel::LocalisedText;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value, context};

use super::{ISSUERS, Unwritten};
use crate::academy::clerk::Clerk;
use crate::academy::records::{Missing, Records, Unreadable};
use crate::academy::wording::Printed;

const TEMPLATE: &str = include_str!("../../../templates/certificate.html");

/// Who prints: a clerk for the document, and one for the language below it.
struct Printer<'a> {
    first: &'a Clerk,
    second: Option<&'a Clerk>,
}

impl Printer<'_> {
    /// Something printed in Slovene, and once more where the second language has it.
    fn twice(first: String, second: Option<String>) -> Value {
        context! { first, second }
    }

    fn say(&self, words: &Printed) -> Value {
        Self::twice(self.first.say(words), self.second.map(|clerk| clerk.say(words)))
    }

    /// What a definition says; a translation that says the same or is in a third language is left out.
    fn text(&self, text: &LocalisedText) -> Value {
        let first = self.first.text(text).to_owned();
        let second = self.second.and_then(|clerk| text.get(clerk.language()));
        let second = second.filter(|second| *second != first).map(str::to_owned);
        Self::twice(first, second)
    }
}

/// Each certificate as a page to print, with its number.
pub(super) fn certificates(records: &Records<'_>, clerk: &Clerk) -> Result<Vec<(String, String)>, Unwritten> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.add_template("certificate", TEMPLATE)?;
    let template = environment.get_template("certificate")?;
    let first = &Clerk::new(ISSUERS.parse()?);
    let second = Some(clerk).filter(|clerk| clerk.language() != first.language());
    let printer = Printer { first, second };

    let programme = records.programme()?;
    let issuers: Vec<_> =
        programme.partners_as(PartnerRole::Developer).map(|party| records.party(party, first)).collect();
    let modules: Vec<_> =
        programme.curriculum.modules.iter().map(|module| printer.text(&module.title)).collect();
    let given = records.ceremony().map(|ceremony| {
        let given = |clerk: &Clerk| {
            let place = clerk.text(ceremony.place()).to_owned();
            clerk.say(&Printed::Given { place, on: ceremony.on() })
        };
        Printer::twice(given(first), second.map(given))
    });
    let mut pages = Vec::new();
    for line in records.lines() {
        let scheme = records.register().scheme(&line.scheme).ok_or(Unreadable::Missing(Missing::Scheme))?;
        let signatories: Vec<_> = scheme
            .signatories()
            .iter()
            .map(|signatory| {
                context! { office => printer.text(signatory.title()), organisation => office_of(records, signatory.of(), first) }
            })
            .collect();
        let number = line.number.to_string();
        let page = template.render(context! {
            lang => ISSUERS,
            second => second.map(|clerk| clerk.language().to_string()),
            number => &number,
            programme => printer.text(&programme.title),
            issuers => &issuers,
            holder => records.name(line.holder, first)?,
            modules => &modules,
            signatories,
            given => &given,
            words => context! {
                certificate => printer.say(&Printed::Certificate),
                certifies => printer.say(&Printed::Certifies),
                completed => printer.say(&Printed::Completed),
                number => first.say(&Printed::Number { number: number.clone() }),
                specimen => printer.say(&Printed::Specimen),
            },
        })?;
        pages.push((number, page));
    }
    Ok(pages)
}

/// Whose an office is.
fn office_of(records: &Records<'_>, of: &OfficeOf, clerk: &Clerk) -> String {
    match of {
        OfficeOf::Organisation(code) => records.organisation(code, clerk),
        OfficeOf::Authority(key) => records.party(&Party::Authority(key.clone()), clerk),
        OfficeOf::Body(body) => body.to_string(),
    }
}
