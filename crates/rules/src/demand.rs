//! What a clause asks of a fact, put into words: each comparison has its sentence, also where it is ruled out.

use guildhall_kernel::LocalisedText;
use rust_decimal::Decimal;

use crate::telling::Teller;
use crate::words::{Demand, Listed, Range, Single, Span, Spoken, When};
use crate::{
    Asked, Comparison, Declaration, FactKey, FactType, Filter, Otherwise, Point, Side, Stretch, Symbol,
};

impl<'a> Teller<'a> {
    pub(crate) fn demand(&self, asked: &'a Asked, negated: bool) -> Demand<'a> {
        let fact = self.fact(asked.fact());
        let one_or_every = if negated { Listed::every } else { Listed::either };
        match asked.comparison() {
            Comparison::Is(value) => Demand::Is { fact, value: self.value(asked, value), negated },
            Comparison::OneOf { values, otherwise } => {
                let listed =
                    one_or_every(values.iter().flat_map(|value| self.singles(asked, value)).collect());
                match otherwise {
                    Otherwise::Unmet if values.len() == 1 => Demand::Is { fact, value: listed, negated },
                    Otherwise::Unmet => Demand::OneOf { fact, values: listed, negated },
                    Otherwise::Undetermined => Demand::OneOfOpen { fact, values: listed, negated },
                }
            }
            Comparison::AtLeast(least) => Demand::AtLeast { fact, least: self.value(asked, least), negated },
            Comparison::AtMost(most) => Demand::AtMost { fact, most: self.value(asked, most), negated },
            Comparison::Between { least, most } => {
                let (least, most) = (self.value(asked, least), self.value(asked, most));
                Demand::Between { fact, least, most, negated }
            }
            Comparison::Before(point) => Demand::Before { fact, moment: self.when(point), negated },
            Comparison::OnOrBefore(point) => Demand::OnOrBefore { fact, moment: self.when(point), negated },
            Comparison::After(point) => Demand::After { fact, moment: self.when(point), negated },
            Comparison::OnOrAfter(point) => Demand::OnOrAfter { fact, moment: self.when(point), negated },
            Comparison::Within(stretch) => Demand::Within { fact, span: self.span(stretch), negated },
            Comparison::Age { at, least, most } => {
                Demand::Age { fact, at: self.when(at), range: range(*least, *most), negated }
            }
            Comparison::Apart { unit, side, moment, least, most } => {
                let (moment, unit, range) = (self.when(moment), *unit, range(*least, *most));
                match side {
                    Side::Before => Demand::ApartBefore { fact, moment, unit, range, negated },
                    Side::After => Demand::ApartAfter { fact, moment, unit, range, negated },
                }
            }
            Comparison::Covers(point) => Demand::Covers { fact, moment: self.when(point), negated },
            Comparison::CoversPeriod(stretch) => {
                Demand::CoversSpan { fact, span: self.span(stretch), negated }
            }
            Comparison::OverlapsPeriod(stretch) => {
                Demand::OverlapsSpan { fact, span: self.span(stretch), negated }
            }
            Comparison::Holds { codes, code, at, grace, .. } => {
                let (values, at) = (one_or_every(self.field_codes(asked, code, codes)), self.when(at));
                match grace {
                    None => Demand::Holds { fact, values, at, negated },
                    Some(grace) => Demand::HoldsInGrace { fact, values, at, grace: (*grace).into(), negated },
                }
            }
            Comparison::RecordsAtLeast { n, matching } if matching.is_empty() => {
                Demand::CountAtLeast { fact, count: *n, negated }
            }
            Comparison::RecordsAtLeast { n, matching } => {
                Demand::CountMatching { fact, count: *n, fields: self.fields(asked, matching), negated }
            }
            Comparison::Sum { of, least, most, matching, .. } => {
                let (field, range) = (self.field(asked, of), Range::of(*least, *most));
                match matching.is_empty() {
                    true => Demand::Sum { fact, field, range, negated },
                    false => {
                        let fields = self.fields(asked, matching);
                        Demand::SumMatching { fact, field, range, fields, negated }
                    }
                }
            }
            Comparison::Includes(code) => {
                Demand::Includes { fact, value: Listed::every(self.codes(asked, [code])), negated }
            }
            Comparison::IncludesAll(codes) => {
                let values = Listed::every(self.codes(asked, codes));
                match codes.len() {
                    1 => Demand::Includes { fact, value: values, negated },
                    _ => Demand::IncludesAll { fact, values, negated },
                }
            }
            Comparison::Overlaps(codes) => {
                let values = one_or_every(self.codes(asked, codes));
                match codes.len() {
                    1 => Demand::Includes { fact, value: values, negated },
                    _ => Demand::Overlaps { fact, values, negated },
                }
            }
            Comparison::CountAtLeast(count) => Demand::CountAtLeast { fact, count: *count, negated },
            // To rule out that there is such a thing is to ask that there is none.
            Comparison::Applies(applies) if *applies != negated => Demand::Applies { fact },
            Comparison::Applies(_) => Demand::AppliesNot { fact },
        }
    }

    fn when(&self, point: &Point) -> When<'a> {
        match point {
            Point::Day(day) | Point::DayIn { day, .. } => When::Day { day: *day },
            Point::Instant(at) => When::Instant { at: *at },
            Point::Fact { fact, .. } => When::Fact { fact: self.fact(fact) },
        }
    }

    fn span(&self, stretch: &Stretch) -> Span<'a> {
        match stretch {
            Stretch::Fact { fact, .. } => Span::Fact { fact: self.fact(fact) },
            Stretch::Between { from: Some(from), until: Some(until) } => {
                Span::Both { from: self.when(from), until: self.when(until) }
            }
            Stretch::Between { from: None, until: Some(until) } => Span::Until { until: self.when(until) },
            Stretch::Between { from: Some(from), until: None } => Span::From { from: self.when(from) },
            // No rule has such a stretch: it would rule out nothing.
            Stretch::Between { from: None, until: None } => Span::Fact { fact: Spoken::named("") },
        }
    }

    fn declared(&self, asked: &Asked, field: &FactKey) -> Option<&'a Declaration> {
        match self.vocabulary.get(asked.fact().as_str())?.kind() {
            FactType::Records(fields) => fields.get(field.as_str()),
            _ => None,
        }
    }

    fn field(&self, asked: &Asked, field: &FactKey) -> Spoken<'a> {
        Spoken::fact(field, self.declared(asked, field).map(Declaration::label))
    }

    fn fields(&self, asked: &Asked, matching: &Filter) -> Listed<'a> {
        Listed::every(matching.keys().map(|field| Single::Code { code: self.field(asked, field) }).collect())
    }

    fn field_codes<'c>(
        &self,
        asked: &Asked,
        field: &FactKey,
        codes: impl IntoIterator<Item = &'c Symbol>,
    ) -> Vec<Single<'a>> {
        let list = self.declared(asked, field).and_then(|declaration| declaration.kind().codes());
        let label = |code: &Symbol| -> Option<&'a LocalisedText> { list?.label(code.as_str()) };
        codes.into_iter().map(|code| Single::Code { code: Spoken::code(code, label(code)) }).collect()
    }
}

fn range(least: Option<u32>, most: Option<u32>) -> Range {
    Range::of(least.map(Decimal::from), most.map(Decimal::from))
}
