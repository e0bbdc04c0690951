//! What is wrong with something an officer wrote: every fault at once, each with its path, so that a
//! definition is mended in one go. Guards C6: what has a fault is not made.

use std::fmt;

/// One fault and where it stands. `P` is what can be wrong, in the words of what was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault<P> {
    path: String,
    problem: P,
}

impl<P> Fault<P> {
    /// Where it stands, such as `curriculum.modules[2].code`; empty for the whole.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What is wrong.
    pub const fn problem(&self) -> &P {
        &self.problem
    }
}
impl<P: fmt::Display> fmt::Display for Fault<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        self.problem.fmt(f)
    }
}

/// Every fault that was found, in the order in which it was; at least one. Its text has one fault a
/// line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faults<P>(Vec<Fault<P>>);

impl<P> Faults<P> {
    /// Every fault.
    pub fn iter(&self) -> std::slice::Iter<'_, Fault<P>> {
        self.0.iter()
    }

    /// The same faults, where what they are about stands at `path` in something larger.
    ///
    /// ```
    /// use guildhall_kernel::Report;
    ///
    /// let mut report = Report::default();
    /// report.add("[0].seats", "too many");
    /// report.add("", "too late");
    /// let faults = report.end(None::<()>).unwrap_err().within("edition.groups");
    /// assert_eq!(faults.to_string(), "edition.groups[0].seats: too many\nedition.groups: too late");
    /// ```
    #[must_use]
    pub fn within(mut self, path: &str) -> Self {
        for fault in &mut self.0 {
            let dot = if fault.path.is_empty() || fault.path.starts_with('[') { "" } else { "." };
            fault.path = format!("{path}{dot}{}", fault.path);
        }
        self
    }
}
impl<P: fmt::Display> fmt::Display for Faults<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (nth, fault) in self.0.iter().enumerate() {
            if nth > 0 {
                f.write_str("\n")?;
            }
            fault.fmt(f)?;
        }
        Ok(())
    }
}
impl<P: fmt::Debug + fmt::Display> std::error::Error for Faults<P> {}
impl<P> IntoIterator for Faults<P> {
    type Item = Fault<P>;
    type IntoIter = std::vec::IntoIter<Fault<P>>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}
impl<'a, P> IntoIterator for &'a Faults<P> {
    type Item = &'a Fault<P>;
    type IntoIter = std::slice::Iter<'a, Fault<P>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// Faults while they are being found.
///
/// ```
/// use guildhall_kernel::{Faults, Report};
///
/// #[derive(Debug, thiserror::Error)]
/// enum Problem {
///     #[error("at least one is needed")]
///     Empty,
///     #[error("`{0}` seats are more than the hall has")]
///     TooMany(u32),
/// }
///
/// fn hall(groups: &[u32]) -> Result<u32, Faults<Problem>> {
///     let mut report = Report::default();
///     if groups.is_empty() {
///         report.add("groups", Problem::Empty);
///     }
///     for (nth, seats) in groups.iter().enumerate().filter(|(_, seats)| **seats > 40) {
///         report.add(format!("groups[{nth}].seats"), Problem::TooMany(*seats));
///     }
///     report.end(Some(groups.iter().sum()))
/// }
///
/// assert_eq!(hall(&[12, 16])?, 28);
/// assert_eq!(
///     hall(&[12, 60, 80]).unwrap_err().to_string(),
///     "groups[1].seats: `60` seats are more than the hall has\n\
///      groups[2].seats: `80` seats are more than the hall has",
/// );
/// # Ok::<(), Faults<Problem>>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "faults are only told when the report ends"]
pub struct Report<P>(Vec<Fault<P>>);

impl<P> Report<P> {
    /// Adds a fault; an empty path stands for the whole.
    pub fn add(&mut self, path: impl Into<String>, problem: P) {
        self.0.push(Fault { path: path.into(), problem });
    }

    /// What was found by now.
    pub fn faults(&self) -> &[Fault<P>] {
        &self.0
    }

    /// Gives what was made if there is no fault. `None` is for what could not be made, when a fault
    /// that was added says why.
    ///
    /// # Errors
    /// [`Faults`], with every fault that was added.
    pub fn end<T>(self, made: Option<T>) -> Result<T, Faults<P>> {
        debug_assert!(made.is_some() || !self.0.is_empty(), "nothing was made and no fault says why");
        match made {
            Some(made) if self.0.is_empty() => Ok(made),
            _ => Err(Faults(self.0)),
        }
    }
}
impl<P> Default for Report<P> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report<const N: usize>(faults: [(&str, &'static str); N]) -> Report<&'static str> {
        let mut report = Report::default();
        faults.into_iter().for_each(|(path, problem)| report.add(path, problem));
        report
    }

    #[test]
    fn c6_what_has_a_fault_is_not_made() {
        assert_eq!(report([]).end(Some(7)).unwrap(), 7);
        assert!(report([("", "no")]).end(Some(7)).is_err());
        assert!(report([("", "no")]).end(None::<u8>).is_err());
    }

    #[test]
    fn every_fault_is_told_in_order_a_line_each() {
        let found = report([("b[1]", "twice"), ("", "of no use"), ("a", "empty")]);
        assert_eq!(found.faults().len(), 3);
        let faults = found.end(Some(())).unwrap_err();
        assert_eq!(faults.to_string(), "b[1]: twice\nof no use\na: empty");
        let told: Vec<_> = faults.iter().map(|fault| (fault.path(), *fault.problem())).collect();
        assert_eq!(told, [("b[1]", "twice"), ("", "of no use"), ("a", "empty")]);
        assert!((&faults).into_iter().eq(faults.iter()));
        assert_eq!(faults.clone().into_iter().collect::<Vec<_>>(), faults.0);
    }

    #[test]
    #[cfg(debug_assertions)]
    #[should_panic(expected = "no fault says why")]
    fn nothing_without_a_fault_is_a_mistake() {
        let _ = report([]).end(None::<u8>);
    }
}
