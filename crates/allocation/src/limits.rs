//! How large a problem may be. What is larger is refused with a fault, never answered wrongly.

/// The most applicants of one problem. An applicant takes the bytes of the id, 9 bytes, 4 bytes for each
/// choice and 4 for each attribute, and 8 for each distinct number or instant: about 60 bytes with five
/// choices and four attributes, so 5 million take about 300 MiB, and twice that while they are read.
pub const MAX_APPLICANTS: usize = 5_000_000;

/// The most groups of one problem.
pub const MAX_GROUPS: usize = 100_000;

/// The most choices of all applicants together.
pub const MAX_CHOICES_TOTAL: usize = 100_000_000;

/// The most attributes of an applicant.
pub const MAX_ATTRIBUTES: usize = 64;

/// The most plans of one problem.
pub const MAX_PLANS: usize = 1_000;

/// The most keys in the priority of one plan.
pub const MAX_KEYS: usize = 16;

/// The most quotas of one plan, and the most caps over all groups.
pub const MAX_QUOTAS: usize = 64;

/// How many quotas may lie within each other, one in the next.
pub const MAX_DEPTH: usize = 8;

/// The most values that one list of a rule may name.
pub const MAX_LISTED: usize = 10_000;

/// The most draws of one list: the first and those that replaced it.
pub const MAX_DRAWS: usize = 16;

/// How many faults are told one by one; of further ones only how many there are.
pub const MAX_FAULTS: usize = 1_000;
