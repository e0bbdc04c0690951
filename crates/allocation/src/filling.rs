//! Fills free seats without taking one from anybody: whoever comes first among those who would rather be
//! there moves in, and the seat that they leave is filled in turn. Guards A18.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

use crate::{Applicant, Drawn, Group, MechanismName, Problem, Quota, QuotaIndex, Rank, Ranks, ReserveKind};

/// Somebody moved into a free seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Who moved.
    pub applicant: Applicant,
    /// The seat that they left, which is free from then on.
    pub from: Option<Group>,
    /// Where they are now.
    pub to: Group,
}

/// Seats while they are being filled.
pub(crate) struct Filling<'d> {
    problem: &'d Problem,
    ranks: Ranks,
    seats: Vec<Option<Group>>,
    rooms: Vec<Room>,
    /// Counts over all groups, by cap and value.
    everywhere: HashMap<(usize, u32), u32>,
    steps: Vec<Step>,
}

/// A group while its seats are being filled.
#[derive(Default)]
struct Room {
    closed: bool,
    /// The group itself, then its quotas, one node for each value that a quota covers by itself.
    nodes: Vec<Node>,
    numbers: HashMap<(usize, QuotaIndex, u32), usize>,
}

#[derive(Default)]
struct Node {
    outer: Option<usize>,
    held: u32,
    cap: Option<u32>,
    floor: u32,
    /// Who would rather be here and has this for the innermost node, the best last. Who has moved to
    /// something better since is still on it.
    waiting: Vec<Applicant>,
}

impl<'d> Filling<'d> {
    /// Begins with these seats. Groups that were closed stay closed.
    pub(crate) fn new(drawn: &'d Drawn, seats: Vec<Option<Group>>, closed: &[Group]) -> Self {
        let problem = drawn.problem();
        let room = |group: Group| Room {
            closed: closed.contains(&group),
            nodes: vec![Node { cap: problem.capacity(group).seats(), ..Node::default() }],
            numbers: HashMap::new(),
        };
        let rooms = problem.groups().map(room).collect();
        let (ranks, everywhere) = (Ranks::declared(drawn), HashMap::new());
        let mut filling = Self { problem, ranks, seats, rooms, everywhere, steps: Vec::new() };
        for applicant in problem.applicants() {
            if let Some(group) = filling.seat(applicant) {
                filling.count(applicant, group, true);
                for cap in filling.caps(applicant) {
                    *filling.everywhere.entry(cap).or_default() += 1;
                }
            }
        }
        filling
    }

    /// Fills what can be filled, and says who moved, in order.
    pub(crate) fn fill(mut self) -> (Vec<Option<Group>>, Vec<Step>) {
        match self.problem.mechanism() {
            MechanismName::Nested => self.fill_by_group(),
            _ => self.fill_in_turn(),
        }
        (self.seats, self.steps)
    }

    /// Each group chooses who moves in. In which order the groups do so changes nothing: those who want
    /// a group only grow fewer, so that whoever it chose once, it would choose again.
    fn fill_by_group(&mut self) {
        self.queue();
        let mut open: BTreeSet<Group> = self.problem.groups().collect();
        while let Some(group) = open.pop_first() {
            if self.rooms.get(group.index()).is_none_or(|room| room.closed) {
                continue;
            }
            let plan = self.problem.plan(group);
            let on_top = plan
                .quotas()
                .iter()
                .any(|quota| quota.reserve().is_some_and(|it| it.kind == ReserveKind::OnTop));
            if on_top {
                for applicant in self.chosen_with_seats_on_top(group) {
                    open.extend(self.take(applicant, group));
                }
            } else {
                while let Some(applicant) = self.next(group) {
                    open.extend(self.take(applicant, group));
                }
            }
        }
    }

    /// All in the one order of the plans, again and again until nobody can move: the best seat that is
    /// free for each.
    fn fill_in_turn(&mut self) {
        let Some(group) = self.problem.groups().next() else { return };
        let mut turn: Vec<_> = self.problem.applicants().collect();
        turn.retain(|applicant| self.problem.withdrawn_at(*applicant).is_none());
        turn.sort_by_key(|applicant| {
            let arrival = self.problem.arrival().map(|by| self.problem.code(*applicant, by));
            (arrival, self.rank(group, *applicant))
        });
        loop {
            let before = self.steps.len();
            for applicant in &turn {
                let mut wanted = self.wanted(*applicant).into_iter();
                let best = wanted.find(|group| self.fits(*applicant, *group));
                if let Some(best) = best {
                    self.take(*applicant, best);
                }
            }
            if self.steps.len() == before {
                return;
            }
        }
    }

    /// Notes who waits for which group.
    fn queue(&mut self) {
        for applicant in self.problem.applicants() {
            for group in self.wanted(applicant) {
                let inner = self.nodes(applicant, group).last().copied().unwrap_or(0);
                let room = self.rooms.get_mut(group.index());
                if let Some(node) = room.and_then(|room| room.nodes.get_mut(inner)) {
                    node.waiting.push(applicant);
                }
            }
        }
        for (group, room) in self.problem.groups().zip(&mut self.rooms) {
            for node in &mut room.nodes {
                let plan = self.problem.plan_of(group);
                node.waiting.sort_by_key(|one| Reverse(self.ranks.rank(plan, *one)));
            }
        }
    }

    /// Who would move into the group next: of those for whom there is room, whoever fills most of the
    /// reserves, and among these the first.
    fn next(&mut self, group: Group) -> Option<Applicant> {
        let (problem, seats, ranks) = (self.problem, &self.seats, &self.ranks);
        let room = self.rooms.get_mut(group.index())?;
        let wants = |applicant: &Applicant| wants(problem, seats, *applicant, group);
        for node in &mut room.nodes {
            while node.waiting.last().is_some_and(|one| !wants(one)) {
                node.waiting.pop();
            }
        }
        let worth = |(number, node): (usize, &Node)| {
            let first = *node.waiting.last()?;
            let gain = room.gain(number)?;
            Some((Reverse(gain), ranks.rank(problem.plan_of(group), first), first))
        };
        room.nodes.iter().enumerate().filter_map(worth).min().map(|(_, _, first)| first)
    }

    /// Whom a group with seats on top chooses among those it has and those who want it, but for those it
    /// has: open seats first, then the seats on top, then what is left.
    fn chosen_with_seats_on_top(&self, group: Group) -> Vec<Applicant> {
        let Some(capacity) = self.problem.capacity(group).seats() else { return Vec::new() };
        let plan = self.problem.plan(group);
        let held = |applicant: Applicant| self.seat(applicant) == Some(group);
        let asks =
            |applicant: &Applicant| held(*applicant) || wants(self.problem, &self.seats, *applicant, group);
        let mut asking: Vec<_> = self.problem.applicants().filter(asks).collect();
        asking.sort_by_key(|applicant| self.rank(group, *applicant));
        let seats = |quota: &Quota| quota.reserve().map_or(0, |reserve| reserve.seats.get());
        let on_top: u32 = plan.quotas().iter().map(seats).sum();
        let mut taken = Vec::new();
        let mut take = |number: u32, of: &dyn Fn(Applicant) -> bool| {
            let mut left = number;
            asking.retain(|applicant| {
                let takes = left > 0 && of(*applicant);
                if takes {
                    left -= 1;
                    taken.push(*applicant);
                }
                !takes
            });
            left
        };
        let mut left = take(capacity.saturating_sub(on_top), &|_| true);
        for quota in plan.quotas() {
            left += take(seats(quota), &|applicant| self.problem.covered(applicant, quota).is_some());
        }
        take(left, &|_| true);
        // Those who have a seat keep it, whoever would be chosen.
        let free = capacity.saturating_sub(self.rooms.get(group.index()).map_or(0, Room::held));
        let new = taken.into_iter().filter(|applicant| !held(*applicant));
        new.take(usize::try_from(free).unwrap_or(usize::MAX)).collect()
    }

    /// The groups that somebody prefers to what they have, best first.
    fn wanted(&self, applicant: Applicant) -> Vec<Group> {
        let seat = self.seat(applicant);
        let choices = self.problem.choices(applicant).iter().copied();
        choices.take_while(|group| Some(*group) != seat).collect()
    }

    fn fits(&mut self, applicant: Applicant, group: Group) -> bool {
        let nodes = self.nodes(applicant, group);
        let Some(room) = self.rooms.get(group.index()).filter(|room| !room.closed) else { return false };
        let free = |number: &usize| room.nodes.get(*number).is_some_and(Node::has_room);
        // Who has a seat counts over all groups already.
        let new = self.seat(applicant).is_none();
        let free_everywhere = |cap: (usize, u32)| {
            let most = self.problem.caps().get(cap.0).and_then(Quota::cap);
            most.is_none_or(|most| self.everywhere.get(&cap).copied().unwrap_or(0) < most)
        };
        free(&0) && nodes.iter().all(free) && (!new || self.caps(applicant).into_iter().all(free_everywhere))
    }

    /// Seats somebody, and says which group has a seat free for it.
    fn take(&mut self, applicant: Applicant, to: Group) -> Option<Group> {
        let from = self.seat(applicant);
        match from {
            Some(from) => self.count(applicant, from, false),
            None => {
                for cap in self.caps(applicant) {
                    *self.everywhere.entry(cap).or_default() += 1;
                }
            }
        }
        self.count(applicant, to, true);
        if let Some(seat) = self.seats.get_mut(applicant.index()) {
            *seat = Some(to);
        }
        self.steps.push(Step { applicant, from, to });
        from
    }

    fn count(&mut self, applicant: Applicant, group: Group, comes: bool) {
        let nodes = self.nodes(applicant, group);
        let Some(room) = self.rooms.get_mut(group.index()) else { return };
        for number in std::iter::once(0).chain(nodes) {
            if let Some(node) = room.nodes.get_mut(number) {
                node.held = if comes { node.held + 1 } else { node.held.saturating_sub(1) };
            }
        }
    }

    /// The quotas of a group that cover somebody, each after the one it lies within.
    fn nodes(&mut self, applicant: Applicant, group: Group) -> Vec<usize> {
        let problem = self.problem;
        let plan = problem.plan(group);
        let Some(room) = self.rooms.get_mut(group.index()) else { return Vec::new() };
        let mut found: Vec<(QuotaIndex, usize)> = Vec::new();
        for (nth, code) in problem.covering(applicant, plan) {
            let Some(quota) = plan.quota(nth) else { continue };
            let around = found.iter().find(|(outer, _)| Some(*outer) == quota.parent());
            let outer = around.map_or(0, |(_, node)| *node);
            let next = room.nodes.len();
            let number = *room.numbers.entry((outer, nth, code)).or_insert(next);
            if number == next {
                let floor = quota.reserve().filter(|reserve| reserve.kind == ReserveKind::Floor);
                let floor = floor.map_or(0, |reserve| reserve.seats.get());
                room.nodes.push(Node { outer: Some(outer), cap: quota.cap(), floor, ..Node::default() });
            }
            found.push((nth, number));
        }
        found.into_iter().map(|(_, number)| number).collect()
    }

    /// The caps over all groups that cover somebody.
    fn caps(&self, applicant: Applicant) -> Vec<(usize, u32)> {
        let caps = self.problem.caps().iter().enumerate();
        caps.filter_map(|(nth, cap)| Some((nth, self.problem.covered(applicant, cap)?))).collect()
    }

    fn rank(&self, group: Group, applicant: Applicant) -> Rank {
        self.ranks.rank(self.problem.plan_of(group), applicant)
    }

    fn seat(&self, applicant: Applicant) -> Option<Group> {
        self.seats.get(applicant.index()).copied().flatten()
    }
}

/// Whether somebody prefers the group to what they have.
fn wants(problem: &Problem, seats: &[Option<Group>], applicant: Applicant, group: Group) -> bool {
    let seat = seats.get(applicant.index()).copied().flatten();
    let mut choices = problem.choices(applicant).iter();
    choices.find(|one| **one == group || Some(**one) == seat) == Some(&group) && seat != Some(group)
}

impl Room {
    fn held(&self) -> u32 {
        self.nodes.first().map_or(0, |group| group.held)
    }

    /// How much more of the reserves somebody of this node would fill; nothing where there is no room.
    fn gain(&self, number: usize) -> Option<u32> {
        let mut gain = 0;
        let mut next = Some(number);
        while let Some(node) = next.and_then(|number| self.nodes.get(number)) {
            if !node.has_room() {
                return None;
            }
            gain += u32::from(node.held < node.floor);
            next = node.outer;
        }
        Some(gain)
    }
}

impl Node {
    fn has_room(&self) -> bool {
        self.cap.is_none_or(|cap| self.held < cap)
    }
}
