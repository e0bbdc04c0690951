//! A decision whether somebody may come: the verdict with its reasons and the facts it rests on, the
//! moment they are of and the policy it was made under. Once recorded it never changes (E9).

use std::collections::BTreeSet;
use std::num::NonZeroU32;

use guildhall_kernel::Time;
use guildhall_rules::{Explanation, FactKey, FactSource, Facts, Verdict};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Policy;

/// A decision whether somebody may come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    at: Time,
    policy: NonZeroU32,
    explanation: Explanation,
}

impl Decision {
    /// Decides under a policy on facts as they are at the moment `at`.
    pub fn new(policy: &Policy, facts: &dyn FactSource, at: Time) -> Self {
        Self { at, policy: policy.version(), explanation: policy.eligibility().explain(facts) }
    }

    /// The moment whose facts count.
    pub const fn at(&self) -> Time {
        self.at
    }

    /// The version of the policy it was made under. The rule itself, with its version and hash, stands
    /// in the explanation.
    pub const fn policy(&self) -> NonZeroU32 {
        self.policy
    }

    /// The reasons, with the rule they come from.
    pub const fn explanation(&self) -> &Explanation {
        &self.explanation
    }

    /// The facts that were asked, as they were found.
    pub fn facts(&self) -> Facts {
        self.explanation.facts()
    }

    /// Whether the person may come, may not, or it is not settled.
    pub const fn verdict(&self) -> Verdict {
        self.explanation.verdict()
    }

    /// What has to be known before it can be settled; nothing if it is, or if an officer has to
    /// settle what is contested or not foreseen.
    pub fn missing(&self) -> BTreeSet<&FactKey> {
        self.explanation.missing()
    }
}
