//! What a side must be able to do, and ours.

use std::error::Error;

use guildhall_rules::{Code, Fact, Marks, Program, Row, Slot, Verdict};

use super::crowd::Applicant;
use super::policy::{KINDS, POSITIONS, Policy, REGIONS, vocabulary};

pub(crate) type Outcome<T> = Result<T, Box<dyn Error>>;

/// One who decides, from the record of an applicant alone: each builds what it needs of the facts anew.
///
/// Every applicant has every fact, for what the engines make of a missing one differs: `datalogic-rs` takes it
/// for null, which many a condition admits, `cel` ends in an error, `cedar-policy` passes the policy over. Ours
/// leaves the verdict open, which [`Ours::new`] makes sure of.
pub(crate) trait Side {
    /// Whether the applicant meets the policy.
    fn meets(&mut self, applicant: &Applicant) -> Outcome<bool>;

    /// Every condition that the applicant does not meet: the nth is bit n.
    fn refused(&mut self, applicant: &Applicant) -> Outcome<u64>;
}

/// The rule set, compiled.
pub(crate) struct Ours {
    program: Program,
    row: Row,
    marks: Marks,
    position: Listed,
    kind: Listed,
    region: Listed,
    received: Slot,
    consent: Slot,
    enrolled: Slot,
    hours: Slot,
    taken: Slot,
}

/// A fact that is a code, and its codes by their numbers.
struct Listed {
    slot: Slot,
    codes: Vec<Code>,
}

impl Ours {
    pub(crate) fn new(policy: &Policy) -> Outcome<Self> {
        let program = policy.rule(&vocabulary()?)?.compile();
        let slot = |key: &str| program.slot(key).ok_or_else(|| format!("`{key}` is not read"));
        let listed = |key: &str, codes: &[&str]| -> Outcome<Listed> {
            let slot = slot(key)?;
            let code = |code: &&str| Ok(program.code(slot, &code.parse()?));
            Ok(Listed { slot, codes: codes.iter().map(code).collect::<Outcome<_>>()? })
        };
        let mut ours = Self {
            row: program.row(),
            marks: program.marks(),
            position: listed("applicant.position", &POSITIONS)?,
            kind: listed("authority.kind", &KINDS)?,
            region: listed("authority.region", &REGIONS)?,
            received: slot("application.received")?,
            consent: slot("consent.given")?,
            enrolled: slot("applicant.enrolled")?,
            hours: slot("attendance.hours")?,
            taken: slot("authority.places_taken")?,
            program,
        };
        if let Some(missing) = ours.decided_without(policy) {
            return Err(format!("`{missing}` is missing, and the verdict is not open").into());
        }
        Ok(ours)
    }

    /// A fact that somebody who meets the policy can do without.
    fn decided_without(&mut self, policy: &Policy) -> Option<String> {
        let model = Applicant::model(policy);
        let facts: Vec<_> = self.program.facts().cloned().collect();
        let missing = facts.into_iter().find(|key| {
            self.take(&model);
            let met = self.program.verdict(&self.row).is_met();
            if let Some(slot) = self.program.slot(key.as_str()) {
                self.row.put(slot, &Fact::Missing);
            }
            !met || self.program.verdict(&self.row) != Verdict::Undetermined
        });
        missing.map(|key| key.to_string())
    }

    #[inline]
    fn take(&mut self, applicant: &Applicant) {
        let row = &mut self.row;
        row.clear();
        let codes = [
            (&self.position, applicant.position),
            (&self.kind, applicant.kind),
            (&self.region, applicant.region),
        ];
        for (listed, number) in codes {
            if let Some(code) = listed.codes.get(usize::from(number)) {
                row.set_code(listed.slot, code);
            }
        }
        row.set_instant(self.received, applicant.received);
        row.set_boolean(self.consent, applicant.consent);
        row.set_boolean(self.enrolled, applicant.enrolled);
        row.set_integer(self.hours, applicant.hours);
        row.set_integer(self.taken, applicant.taken);
    }
}

impl Side for Ours {
    #[inline]
    fn meets(&mut self, applicant: &Applicant) -> Outcome<bool> {
        self.take(applicant);
        Ok(self.program.verdict(&self.row).is_met())
    }

    #[inline]
    fn refused(&mut self, applicant: &Applicant) -> Outcome<u64> {
        self.take(applicant);
        // A "yes" rests on every condition, a "no" on those that are not met; the whole is clause 0.
        Ok(match self.program.mark(&self.row, &mut self.marks) {
            Verdict::Met => 0,
            _ => self.marks.relevant().next().unwrap_or_default() >> 1,
        })
    }
}
