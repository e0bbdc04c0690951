//! What the files of a training name and refer to, in an officer's words.

use guildhall::intake::Kind;

pub(super) const AUTHORITY: Kind = "authority";
pub(super) const ORGANISATION: Kind = "organisation";
pub(super) const SERVICE_AREA: Kind = "service area";
pub(super) const POSITION: Kind = "position";
pub(super) const PROGRAMME: Kind = "programme";
pub(super) const MODULE: Kind = "module";
pub(super) const PERSON: Kind = "person";
pub(super) const PRACTICE: Kind = "practice";
pub(super) const REVIEW: Kind = "review of the practice";
