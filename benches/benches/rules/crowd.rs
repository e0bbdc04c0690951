//! Who applies: 100,000 synthetic applicants, the same each time. More than half meet the policy; of
//! each condition a few in a hundred fall short.

use guildhall::kernel::Time;

use super::policy::{KINDS, POSITIONS, Policy, REGIONS};

const APPLICANTS: u32 = 100_000;

/// One applicant, as a program has them in memory: codes by their numbers in the lists of [`policy`](super::policy).
pub(crate) struct Applicant {
    pub(crate) position: u8,
    pub(crate) kind: u8,
    pub(crate) region: u8,
    pub(crate) consent: bool,
    pub(crate) enrolled: bool,
    /// When the application came: as a moment, and in seconds for those who know no moments.
    pub(crate) received: Time,
    pub(crate) seconds: i64,
    pub(crate) hours: i64,
    pub(crate) taken: i64,
}

impl Applicant {
    /// One who meets a policy.
    pub(crate) fn model(policy: &Policy) -> Self {
        let (seconds, _) = policy.window;
        Self {
            position: 0,
            kind: 0,
            region: 0,
            consent: true,
            enrolled: false,
            received: policy.window().start,
            seconds,
            hours: policy.hours,
            taken: policy.taken,
        }
    }

    pub(crate) fn position(&self) -> &'static str {
        POSITIONS.get(usize::from(self.position)).copied().unwrap_or_default()
    }

    pub(crate) fn kind(&self) -> &'static str {
        KINDS.get(usize::from(self.kind)).copied().unwrap_or_default()
    }

    pub(crate) fn region(&self) -> &'static str {
        REGIONS.get(usize::from(self.region)).copied().unwrap_or_default()
    }
}

/// Numbers that look like chance and are the same each time.
pub(crate) struct Numbers(pub(crate) u64);

impl Numbers {
    pub(crate) fn below(&mut self, end: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let high = u32::try_from(self.0 >> 32).unwrap_or_default();
        u32::try_from((u64::from(high) * u64::from(end)) >> 32).unwrap_or_default()
    }

    pub(crate) fn percent(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    /// A place in a list whose first ones are admitted, as so many in a hundred are.
    fn place(&mut self, admitted: usize, all: usize, percent: u32) -> u8 {
        let [admitted, all] = [admitted, all].map(|count| u32::try_from(count).unwrap_or_default());
        let place =
            if self.percent(percent) { self.below(admitted) } else { admitted + self.below(all - admitted) };
        u8::try_from(place).unwrap_or_default()
    }
}

pub(crate) fn applicants(policy: &Policy) -> Vec<Applicant> {
    let mut numbers = Numbers(4);
    let (from, until) = policy.window;
    let length = u32::try_from(until - from).unwrap_or_default();
    (0..APPLICANTS)
        .map(|_| {
            let late = if numbers.percent(3) { i64::from(length) } else { 0 };
            let seconds = from + i64::from(numbers.below(length)) + late;
            Applicant {
                position: numbers.place(policy.positions.len(), POSITIONS.len(), 90),
                kind: numbers.place(policy.kinds.len(), KINDS.len(), 95),
                region: numbers.place(policy.regions.len(), REGIONS.len(), 90),
                consent: numbers.percent(95),
                enrolled: numbers.percent(3),
                received: Time::from_timestamp(seconds, 0).unwrap_or_default(),
                seconds,
                hours: if numbers.percent(92) {
                    8 + i64::from(numbers.below(40))
                } else {
                    i64::from(numbers.below(8))
                },
                taken: if numbers.percent(92) {
                    i64::from(numbers.below(5))
                } else {
                    5 + i64::from(numbers.below(3))
                },
            }
        })
        .collect()
}
