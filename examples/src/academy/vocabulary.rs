//! The facts that the rules of a training ask about, with what their codes are called here: the rooms that
//! declare them know no positions, modules or schemes.

use guildhall::enrolment;
use guildhall::kernel::LocalisedText;
use guildhall::rules::{CodeList, Declaration, FactType, Symbol, Vocabulary};

use super::records::Records;

impl Records<'_> {
    /// The facts, for saying what was found of them.
    pub(super) fn vocabulary(&self) -> Vocabulary {
        let known = enrolment::vocabulary();
        let declared = known.iter().chain(self.system().successor.vocabulary.iter());
        let labelled = declared.map(|fact| match self.codes(fact) {
            Some(codes) => {
                let kind = match fact.kind() {
                    FactType::Set(_) => FactType::Set(Some(codes)),
                    _ => FactType::Symbol(Some(codes)),
                };
                Declaration::new(fact.key().clone(), kind, fact.label().clone())
            }
            None => fact.clone(),
        });
        // The rooms declare different facts: the academy itself has checked a rule against each of them.
        Vocabulary::new(labelled).unwrap_or(known)
    }

    /// What the codes of a fact are called, where it is known here.
    fn codes(&self, fact: &Declaration) -> Option<CodeList> {
        let system = self.system();
        match fact.key().as_str() {
            "applicant.position" => {
                let positions = self.applications().iter().filter_map(|one| one.submission()?.position());
                let positions: std::collections::BTreeSet<_> = positions.collect();
                labelled(
                    positions
                        .into_iter()
                        .filter_map(|code| Some((code.as_str(), system.position(code)?.labels()))),
                )
            }
            "applicant.responsible_for" | "sender.cooperates_in" => {
                labelled(system.areas.iter().map(|area| (area.code().as_str(), area.labels())))
            }
            "certificate.schemes_held" => {
                labelled([(system.scheme.reference().code().as_str(), system.scheme.title())])
            }
            _ => None,
        }
    }
}

fn labelled<'t>(codes: impl IntoIterator<Item = (&'t str, &'t LocalisedText)>) -> Option<CodeList> {
    let codes = codes.into_iter().filter_map(|(code, label)| Some((Symbol::new(code).ok()?, label.clone())));
    CodeList::labelled(codes).ok()
}
