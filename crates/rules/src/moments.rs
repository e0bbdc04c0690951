//! Checks the moments and stretches of time that facts are compared with, and on whose clock a day is read
//! from an instant (R9).

use guildhall_kernel::chrono_tz::Tz;

use crate::check::Checker;
use crate::fault::join;
use crate::point::At;
use crate::shape::Written;
use crate::{Declaration, FactType, Literal, Point, Problem, Stretch, Value};

impl Checker<'_, '_> {
    /// The moment that a fact is compared with: a day, an instant, or a fact that is one of them.
    pub(crate) fn point(
        &mut self,
        path: String,
        declaration: &Declaration,
        literal: &Literal,
    ) -> Option<Point> {
        let kind = declaration.kind();
        if let Some(key) = literal.key() {
            let moment = self.declaration(&path, &key)?;
            if !moment.kind().is_moment() {
                let expected = moment.kind().to_string();
                self.report.add(path, Problem::NoMoment { fact: key, expected });
                return None;
            }
            let zone = match (moment.kind(), kind) {
                (FactType::Date(_), FactType::Instant(_)) => Some(self.zone(path, declaration)?),
                (FactType::Instant(_), FactType::Date(_) | FactType::Period) => {
                    Some(self.zone(path, moment)?)
                }
                (FactType::Instant(zone), FactType::Instant(other)) => zone.or(*other),
                _ => None,
            };
            return Some(Point::Fact { fact: key, zone });
        }
        match kind {
            FactType::Date(_) => match self.value(path, declaration, literal)? {
                Value::Date(day) => Some(Point::Day(day)),
                _ => None,
            },
            FactType::Instant(zone) => match literal.date() {
                Some(day) => Some(Point::DayIn { day, zone: self.zone(path, declaration)? }),
                None => match literal.instant(*zone) {
                    Some(time) => Some(Point::Instant(time)),
                    // What was read as a wall time has a meaning only in a zone.
                    None => {
                        self.report.add(path, Problem::NoZone { fact: declaration.key().clone() });
                        None
                    }
                },
            },
            _ => {
                let day = literal.date();
                if day.is_none() {
                    let expected = "a date such as `2019-04-30`";
                    self.report.add(path, Problem::Shape { expected, found: literal.words() });
                }
                day.map(Point::Day)
            }
        }
    }

    /// The same where days are counted: every instant needs a zone.
    pub(crate) fn day(
        &mut self,
        path: String,
        declaration: &Declaration,
        literal: &Literal,
    ) -> Option<Point> {
        let point = self.point(path.clone(), declaration, literal)?;
        let instant =
            matches!(declaration.kind(), FactType::Instant(_)) || matches!(point, Point::Instant(_));
        match point {
            Point::Instant(time) => {
                let zone = self.zone(path, declaration)?;
                let day = At::Instant(time).day(Some(zone)).ok()?;
                Some(Point::DayIn { day, zone })
            }
            Point::Fact { zone: None, .. } if instant => {
                self.report.add(path, Problem::NoZone { fact: declaration.key().clone() });
                None
            }
            point => Some(point),
        }
    }

    fn zone(&mut self, path: String, declaration: &Declaration) -> Option<Tz> {
        let zone = declaration.kind().zone();
        if zone.is_none() {
            self.report.add(path, Problem::NoZone { fact: declaration.key().clone() });
        }
        zone
    }

    pub(crate) fn names_period(&self, literal: &Literal) -> bool {
        let declared = literal.key().zip(self.vocabulary);
        let declared = declared.and_then(|(key, vocabulary)| vocabulary.get(key.as_str()));
        declared.is_some_and(|declaration| matches!(declaration.kind(), FactType::Period))
    }

    pub(crate) fn stretch(
        &mut self,
        path: &str,
        declaration: &Declaration,
        written: &Written<'_>,
    ) -> Option<Stretch> {
        let (from, until) = match written {
            Written::Stretch { from, until } => (*from, *until),
            Written::Values { many, .. } => {
                let Some(key) = written.one().filter(|_| !many).and_then(Literal::key) else {
                    let expected = "a period, such as `{ from = \"2019-01-01\", until = \"2019-12-31\" }`";
                    self.report.add(path, Problem::Shape { expected, found: written.words() });
                    return None;
                };
                let period = self.declaration(path, &key)?;
                if !matches!(period.kind(), FactType::Period) {
                    let expected = period.kind().to_string();
                    self.report.add(path, Problem::NoStretch { fact: key, expected });
                    return None;
                }
                let zone = match declaration.kind() {
                    FactType::Instant(_) => Some(self.zone(path.to_owned(), declaration)?),
                    _ => None,
                };
                return Some(Stretch::Fact { fact: key, zone });
            }
        };
        let mut end = |literal: Option<&Literal>, name: &str| match literal {
            None => Some(None),
            Some(literal) => self.point(join(path, name), declaration, literal).map(Some),
        };
        let (from, until) = (end(from, "from"), end(until, "until"));
        let (from, until) = (from?, until?);
        let reversed = match (&from, &until) {
            (
                Some(Point::Day(from) | Point::DayIn { day: from, .. }),
                Some(Point::Day(until) | Point::DayIn { day: until, .. }),
            ) => until < from,
            (Some(Point::Instant(from)), Some(Point::Instant(until))) => until <= from,
            _ => false,
        };
        if reversed {
            self.report.add(path, Problem::Reversed);
            return None;
        }
        Some(Stretch::Between { from, until })
    }
}
