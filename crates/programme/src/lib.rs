//! Training programmes, their partners, curricula and editions

pub mod code;
pub mod edition;
pub mod programme;
pub mod session;

pub use code::{CodeError, ModuleCode, SessionCode};
pub use edition::{Edition, EditionId};
pub use programme::{Programme, ProgrammeId};
pub use session::{Session, SessionId};
