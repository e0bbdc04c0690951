//! The rule sets of a hundred clauses that `benches/data/rules` publishes, each in two versions: four that
//! resemble those that offices have, and one that is only hard.

use std::fs;

use guildhall_rules::{RuleSet, Vocabulary};

use super::side::Outcome;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data/rules");

/// Two versions of a rule set.
pub(crate) struct Instance {
    pub(crate) name: &'static str,
    pub(crate) vocabulary: Vocabulary,
    pub(crate) old: RuleSet,
    pub(crate) new: RuleSet,
}

impl Instance {
    fn read(name: &'static str) -> Outcome<Self> {
        let text = |file: &str| fs::read_to_string(format!("{FOLDER}/{name}/{file}.toml"));
        let vocabulary: Vocabulary = toml::from_str(&text("vocabulary")?)?;
        let rule = |file: &str| -> Outcome<RuleSet> {
            Ok(RuleSet::read(&toml::from_str(&text(file)?)?, &vocabulary)?)
        };
        let (old, new) = (rule("first")?, rule("second")?);
        Ok(Self { name, vocabulary, old, new })
    }
}

/// What resembles real rule sets.
pub(crate) fn alike() -> Outcome<Vec<Instance>> {
    ["recruitment", "certificate", "contest", "municipalities"].into_iter().map(Instance::read).collect()
}

/// What nobody knows a quick way through.
pub(crate) fn hard() -> Outcome<Instance> {
    Instance::read("visits")
}
