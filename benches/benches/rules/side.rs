//! What a side must be able to do, the physical limit, and ours.

use std::error::Error;

use guildhall_rules::{Code, Marks, Program, Row, Slot, Verdict};

use super::crowd::Applicant;
use super::policy::{KINDS, POSITIONS, Policy, REGIONS, vocabulary};

pub(crate) type Outcome<T> = Result<T, Box<dyn Error>>;

/// One who decides. Each builds the facts of every applicant anew.
pub(crate) trait Side {
    /// Whether the applicant meets the policy.
    fn meets(&mut self, applicant: &Applicant) -> Outcome<bool>;

    /// Every condition that the applicant does not meet: the nth is bit n.
    fn refused(&mut self, applicant: &Applicant) -> Outcome<u64>;
}

/// Written by hand: lists are bits. No other program that decides this can be much faster.
pub(crate) struct Hand {
    positions: u64,
    kinds: u64,
    regions: u64,
    policy: Policy,
}

impl Hand {
    pub(crate) fn new(policy: Policy) -> Self {
        let first = |codes: &[&str]| (1u64 << codes.len()) - 1;
        let (positions, kinds, regions) =
            (first(policy.positions), first(policy.kinds), first(policy.regions));
        Self { positions, kinds, regions, policy }
    }
}

impl Side for Hand {
    #[inline]
    fn meets(&mut self, applicant: &Applicant) -> Outcome<bool> {
        let (from, until) = self.policy.window;
        Ok(self.positions >> applicant.position & 1 == 1
            && self.kinds >> applicant.kind & 1 == 1
            && self.regions >> applicant.region & 1 == 1
            && from <= applicant.seconds
            && applicant.seconds < until
            && applicant.consent
            && !applicant.enrolled
            && applicant.hours >= self.policy.hours
            && applicant.taken <= self.policy.taken)
    }

    #[inline]
    fn refused(&mut self, applicant: &Applicant) -> Outcome<u64> {
        let (from, until) = self.policy.window;
        let met = [
            self.positions >> applicant.position & 1 == 1,
            self.kinds >> applicant.kind & 1 == 1,
            self.regions >> applicant.region & 1 == 1,
            from <= applicant.seconds && applicant.seconds < until,
            applicant.consent,
            !applicant.enrolled,
            applicant.hours >= self.policy.hours,
            applicant.taken <= self.policy.taken,
        ];
        Ok(met.into_iter().rev().fold(0, |bits, met| bits << 1 | u64::from(!met)))
    }
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
        Ok(Self {
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
        })
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
