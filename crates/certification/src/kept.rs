//! A register in a table of the caller's own, and back. Guards C6 and K2–K4: what could not have come
//! about by issuing and revoking is not read.

use guildhall_kernel::{Aggregate, Time};
use serde::{Deserialize, Serialize, Serializer};

use crate::{Certificate, Opened, Register, RegisterId, Scheme};

/// A register as a caller keeps it in a table of its own.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Kept {
    id: RegisterId,
    opened: Option<Opened>,
    schemes: Vec<Scheme>,
    certificates: Vec<Certificate>,
    recorded_until: Option<Time>,
}

/// What was kept is no register.
#[derive(Debug, thiserror::Error)]
#[error("what was kept is no register: {0}")]
pub(crate) struct NoRegister(&'static str);

impl Serialize for Register {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Keeping<'a> {
            id: RegisterId,
            opened: &'a Option<Opened>,
            schemes: Vec<&'a Scheme>,
            certificates: &'a [Certificate],
            recorded_until: Option<Time>,
        }
        Keeping {
            id: self.id,
            opened: &self.opened,
            schemes: self.schemes.values().collect(),
            certificates: &self.certificates,
            recorded_until: self.recorded_until,
        }
        .serialize(serializer)
    }
}

impl TryFrom<Kept> for Register {
    type Error = NoRegister;

    fn try_from(kept: Kept) -> Result<Self, NoRegister> {
        let mut register = Self::empty(kept.id.uuid());
        if !kept.opened.is_none_or(|opened| register.open_with(opened)) {
            return Err(NoRegister("its id is not that of its issuer"));
        }
        if !kept.schemes.into_iter().all(|scheme| register.take_scheme(scheme)) {
            return Err(NoRegister("a scheme stands twice or out of order"));
        }
        let mut last = register.opened.as_ref().map(|opened| opened.at);
        for mut certificate in kept.certificates {
            let (id, revocation) = (certificate.id, certificate.revocation.take());
            let recorded_at = certificate.recorded_at;
            if last > Some(recorded_at) || !register.take_certificate(certificate) {
                return Err(NoRegister("a certificate could not have been issued"));
            }
            last = Some(recorded_at);
            if let Some(revocation) = revocation {
                let after = recorded_at <= revocation.recorded_at;
                if !after || Some(revocation.recorded_at) > kept.recorded_until {
                    return Err(NoRegister("a certificate was revoked out of order"));
                }
                if !register.take_revocation(id, revocation) {
                    return Err(NoRegister("a certificate could not have been revoked"));
                }
            }
        }
        if last > kept.recorded_until {
            return Err(NoRegister("something was recorded after its end"));
        }
        register.recorded_until = kept.recorded_until;
        Ok(register)
    }
}
