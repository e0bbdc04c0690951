//! The suite that every store of Guildhall passes
