//! The people of a group with seats on top of the open ones: open seats went to the first, then each
//! reserve's seats to the first it covers, then what was left to the first of the others.

use super::Order;
use super::census::Standing;
use super::tree::{ALL, Tree, place};
use crate::{Applicant, Covers, Group, Problem, ReserveKind};

/// The last person of each kind of seat: who wants in must come before one of them.
pub(crate) struct OnTop<'a> {
    order: Order<'a>,
    tree: Tree<'a>,
    /// There is a seat for anybody.
    free: bool,
    open: Option<Applicant>,
    /// By quota, the seats that it has on top.
    on_top: Vec<u32>,
    /// By spot: how many reserved seats it has left, and the last person on one.
    reserved: Vec<(u32, Option<Applicant>)>,
    left_over: Option<Applicant>,
}

impl<'a> OnTop<'a> {
    pub(crate) fn new(problem: &'a Problem, group: Group, order: Order<'a>, holders: &[Applicant]) -> Self {
        let quotas = problem.plan(group).quotas();
        let capacity = problem.capacity(group).seats().unwrap_or(u32::MAX);
        let on_top: Vec<u32> = quotas
            .iter()
            .map(|quota| match quota.reserve() {
                Some(reserve) if reserve.kind == ReserveKind::OnTop => reserve.seats.get(),
                _ => 0,
            })
            .collect();
        let parts = quotas.iter().map(|quota| match quota.covers() {
            Covers::Each(attribute) => u32::try_from(problem.distinct(*attribute)).unwrap_or(u32::MAX),
            Covers::Where(_) => 1,
        });
        let kept = on_top.iter().zip(parts).map(|(seats, parts)| seats.saturating_mul(parts));
        let open = capacity.saturating_sub(kept.fold(0, u32::saturating_add));
        let mut people = holders.to_vec();
        people.sort_by(|one, other| order.compare(*one, *other));
        let (first, others) = people.split_at_checked(place(open)).unwrap_or((&people, &[]));
        let mut seated = Self {
            order,
            tree: Tree::new(problem, quotas),
            free: people.len() < place(capacity),
            open: first.last().copied(),
            on_top,
            reserved: Vec::new(),
            left_over: None,
        };
        for holder in others {
            let set = seated.stand(*holder);
            let kept =
                seated.tree.path(set).iter().filter_map(|at| Some((*at, seated.reserved.get(place(*at))?.0)));
            let kept = kept.filter(|(_, left)| *left > 0).map(|(at, _)| at).next();
            match kept.and_then(|at| seated.reserved.get_mut(place(at))) {
                Some((left, last)) => {
                    *left = left.saturating_sub(1);
                    *last = Some(*holder);
                }
                None => seated.left_over = Some(*holder),
            }
        }
        seated
    }

    fn stand(&mut self, applicant: Applicant) -> u32 {
        let set = self.tree.set(applicant);
        for (_, spot) in self.tree.spots().skip(self.reserved.len()) {
            let seats = spot.quota.and_then(|quota| self.on_top.get(quota)).copied().unwrap_or(0);
            self.reserved.push((seats, None));
        }
        set
    }

    /// How somebody stands who is not in.
    pub(crate) fn standing(&mut self, applicant: Applicant) -> Standing {
        if self.free {
            return Standing::Free;
        }
        let set = self.stand(applicant);
        let mut last: Option<Applicant> = None;
        let mut must_beat = |holder: Option<Applicant>| {
            if let Some(holder) = holder
                && last.is_none_or(|last| self.order.before(last, holder))
            {
                last = Some(holder);
            }
        };
        must_beat(self.open);
        must_beat(self.left_over);
        for at in self.tree.path(set) {
            let Some((left, holder)) = self.reserved.get(place(*at)) else { continue };
            if let (1.., Some(holder)) = (*left, self.left_over) {
                return Standing::Reserved { spot: ALL, holder };
            }
            must_beat(*holder);
        }
        match last {
            None => Standing::Kept { spot: ALL },
            Some(holder) if self.order.before(applicant, holder) => Standing::Before { spot: ALL, holder },
            Some(holder) => Standing::After { spot: ALL, holder },
        }
    }
}
