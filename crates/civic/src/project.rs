//! Projects: the larger undertakings that pay for programmes, groups and records, and hold them together.

use guildhall_kernel::Code;

/// What a [`ProjectCode`] names. No value of it exists: the caller keeps the projects.
pub enum Project {}

/// Names a project, such as `innovative-measures`: the short code under which the caller's list of
/// projects knows it. Whatever carries the same code belongs together.
pub type ProjectCode = Code<Project>;
