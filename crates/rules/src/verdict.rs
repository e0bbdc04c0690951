//! The three answers a rule can give, and Kleene's strong logic over them in this one place (R1, R3).

use guildhall_words::Say;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a rule says about somebody, given what is known.
///
/// Deliberately exhaustive: a caller must say what it does with each of the three, and there will
/// never be a fourth.
///
/// ```
/// use guildhall_rules::Verdict::{self, Met, Undetermined, Unmet};
///
/// assert_eq!(Met.or(Undetermined), Met);
/// assert_eq!(Met.and(Undetermined), Undetermined);
/// assert_eq!(!Undetermined, Undetermined);
/// assert_eq!(Verdict::at_least(2, [Met, Unmet, Undetermined]), Undetermined);
/// assert_eq!(Verdict::at_least(2, [Met, Unmet, Unmet]), Unmet);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, Say)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The rule is met, whatever else may be learnt.
    Met,
    /// The rule is not met, whatever else may be learnt.
    Unmet,
    /// What is known does not settle it.
    Undetermined,
}

impl Verdict {
    /// Whether this is [`Verdict::Met`].
    pub const fn is_met(self) -> bool {
        matches!(self, Self::Met)
    }

    /// Whether this is [`Verdict::Unmet`].
    pub const fn is_unmet(self) -> bool {
        matches!(self, Self::Unmet)
    }

    /// Whether this is [`Verdict::Undetermined`].
    pub const fn is_undetermined(self) -> bool {
        matches!(self, Self::Undetermined)
    }

    /// Both: unmet as soon as one is unmet.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Unmet, _) | (_, Self::Unmet) => Self::Unmet,
            (Self::Met, Self::Met) => Self::Met,
            _ => Self::Undetermined,
        }
    }

    /// Either: met as soon as one is met.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Met, _) | (_, Self::Met) => Self::Met,
            (Self::Unmet, Self::Unmet) => Self::Unmet,
            _ => Self::Undetermined,
        }
    }

    /// Every one; met where there is none. Reads no further than the first unmet.
    pub fn all(verdicts: impl IntoIterator<Item = Self>) -> Self {
        let mut all = Self::Met;
        for verdict in verdicts {
            all = all.and(verdict);
            if all.is_unmet() {
                break;
            }
        }
        all
    }

    /// At least one; unmet where there is none. Reads no further than the first met.
    pub fn any(verdicts: impl IntoIterator<Item = Self>) -> Self {
        let mut any = Self::Unmet;
        for verdict in verdicts {
            any = any.or(verdict);
            if any.is_met() {
                break;
            }
        }
        any
    }

    /// At least `n` of them: met once `n` are, unmet once so many are unmet that `n` cannot be
    /// reached. Reads no further than the `n`th met.
    pub fn at_least(n: u32, verdicts: impl IntoIterator<Item = Self>) -> Self {
        let (mut met, mut open) = (0u32, 0u32);
        if n == 0 {
            return Self::Met;
        }
        for verdict in verdicts {
            match verdict {
                Self::Met => met = met.saturating_add(1),
                Self::Undetermined => open = open.saturating_add(1),
                Self::Unmet => {}
            }
            if met >= n {
                return Self::Met;
            }
        }
        if met.saturating_add(open) < n { Self::Unmet } else { Self::Undetermined }
    }
}

impl std::ops::Not for Verdict {
    type Output = Self;

    /// The opposite; undetermined stays undetermined.
    fn not(self) -> Self {
        match self {
            Self::Met => Self::Unmet,
            Self::Unmet => Self::Met,
            Self::Undetermined => Self::Undetermined,
        }
    }
}
impl From<bool> for Verdict {
    fn from(met: bool) -> Self {
        if met { Self::Met } else { Self::Unmet }
    }
}

#[cfg(test)]
mod tests {
    use super::Verdict::{self, Met, Undetermined, Unmet};

    const EVERY: [Verdict; 3] = [Met, Unmet, Undetermined];

    /// What an open verdict may yet turn out to be.
    fn completions(verdict: Verdict) -> Vec<bool> {
        match verdict {
            Met => vec![true],
            Unmet => vec![false],
            Undetermined => vec![false, true],
        }
    }

    /// The reference: settled where every completion agrees.
    fn settled(outcomes: &[bool]) -> Verdict {
        match (outcomes.contains(&true), outcomes.contains(&false)) {
            (true, false) => Met,
            (false, true) => Unmet,
            _ => Undetermined,
        }
    }

    #[test]
    fn r1_truth_tables() {
        let mut seen = Vec::new();
        for a in EVERY {
            for b in EVERY {
                let over = |f: fn(bool, bool) -> bool| {
                    let pairs = completions(a)
                        .into_iter()
                        .flat_map(|x| completions(b).into_iter().map(move |y| f(x, y)));
                    settled(&pairs.collect::<Vec<_>>())
                };
                assert_eq!(a.and(b), over(|x, y| x && y), "{a:?} and {b:?}");
                assert_eq!(a.or(b), over(|x, y| x || y), "{a:?} or {b:?}");
                assert_eq!(Verdict::all([a, b]), a.and(b));
                assert_eq!(Verdict::any([a, b]), a.or(b));
                seen.push((a.and(b), a.or(b)));
            }
            assert_eq!(!a, settled(&completions(a).into_iter().map(|x| !x).collect::<Vec<_>>()));
        }
        // Kleene's tables as printed, row by row, so that the reference itself is held to something.
        let row = |a, b| (a, b);
        assert_eq!(
            seen,
            [
                row(Met, Met),
                row(Unmet, Met),
                row(Undetermined, Met),
                row(Unmet, Met),
                row(Unmet, Unmet),
                row(Unmet, Undetermined),
                row(Undetermined, Met),
                row(Unmet, Undetermined),
                row(Undetermined, Undetermined),
            ]
        );
    }

    #[test]
    fn r1_at_least_agrees_with_every_completion() {
        for a in EVERY {
            for b in EVERY {
                for c in EVERY {
                    for n in 0..=4u32 {
                        let mut outcomes = Vec::new();
                        for x in completions(a) {
                            for y in completions(b) {
                                for z in completions(c) {
                                    let met = [x, y, z].into_iter().filter(|met| *met).count();
                                    outcomes.push(met >= usize::try_from(n).unwrap());
                                }
                            }
                        }
                        assert_eq!(
                            Verdict::at_least(n, [a, b, c]),
                            settled(&outcomes),
                            "{n} of {a:?} {b:?} {c:?}"
                        );
                    }
                    assert_eq!(Verdict::at_least(3, [a, b, c]), Verdict::all([a, b, c]));
                    assert_eq!(Verdict::at_least(1, [a, b, c]), Verdict::any([a, b, c]));
                }
            }
        }
        assert_eq!((Verdict::all([]), Verdict::any([])), (Met, Unmet));
    }

    #[test]
    fn r3_de_morgan_and_double_negation() {
        for a in EVERY {
            assert_eq!(!!a, a);
            for b in EVERY {
                assert_eq!(!(a.and(b)), (!a).or(!b));
                assert_eq!(!(a.or(b)), (!a).and(!b));
            }
        }
    }
}
