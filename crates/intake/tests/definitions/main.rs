//! Definitions and folders from outside, as their users read them.

mod course;
mod faults;
mod folders;
mod properties;
