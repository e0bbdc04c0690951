//! The register as a list, and the read model that keeps such lists up to date from the feed. It says
//! nothing that the register itself would not say: both apply the same events by the same code.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use guildhall_civic::PersonId;
use guildhall_kernel::{Aggregate, DecodeError, Position, Projection, Recorded, Slot, Time};
use schemars::JsonSchema;
use serde::Serialize;

use crate::{CertificateId, CertificateNumber, Register, RegisterEvent, RegisterId, SchemeRef, Status};

/// One line of the list. The holder's name is revealed from its slot to those who may see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RegisterLine {
    /// The number printed on the certificate.
    pub number: CertificateNumber,
    /// Its internal id.
    pub certificate: CertificateId,
    /// Whose it is.
    pub person: PersonId,
    /// Where the holder's name lies.
    pub holder: Slot,
    /// Under which version of which scheme it was issued.
    pub scheme: SchemeRef,
    /// The day of issue.
    pub issued_on: NaiveDate,
    /// What it is worth.
    pub status: Status,
}

impl Register {
    /// Every certificate that the register knew at `known_at`, in the order of issue, with what it is
    /// worth at `valid_at`.
    pub fn lines(&self, valid_at: Time, known_at: Time) -> impl Iterator<Item = RegisterLine> {
        self.certificates().iter().filter_map(move |certificate| {
            Some(RegisterLine {
                number: certificate.number().clone(),
                certificate: certificate.id(),
                person: certificate.person(),
                holder: certificate.holder(),
                scheme: certificate.scheme().clone(),
                issued_on: certificate.issued_on(),
                status: certificate.status(valid_at, known_at)?,
            })
        })
    }
}

/// Every register of a store, kept up to date from its feed.
#[derive(Clone, Debug, Default)]
pub struct Registers {
    registers: BTreeMap<RegisterId, Register>,
    position: Position,
}

impl Registers {
    /// One of them, as far as the feed was seen.
    pub fn get(&self, register: RegisterId) -> Option<&Register> {
        self.registers.get(&register)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Register> {
        self.registers.values()
    }
}

impl Projection for Registers {
    fn apply(&mut self, recorded: &Recorded) -> Result<(), DecodeError> {
        if recorded.position <= self.position {
            return Ok(());
        }
        if recorded.stream.kind() == Register::KIND {
            match recorded.event.decode::<RegisterEvent>() {
                Ok(event) => {
                    let id = recorded.stream.id();
                    let register = self.registers.entry(RegisterId::new(id));
                    register.or_insert_with(|| Register::empty(id)).apply(&event);
                }
                Err(DecodeError::Unknown { .. }) => {}
                Err(malformed) => return Err(malformed),
            }
        }
        self.position = recorded.position;
        Ok(())
    }

    fn position(&self) -> Position {
        self.position
    }
}
