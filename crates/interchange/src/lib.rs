//! Registers of authorities as their offices publish them.
