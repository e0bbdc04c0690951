//! The laws that every context keeps, and the suite that every store of Guildhall passes.

pub mod laws;
