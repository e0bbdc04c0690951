//! Minimum sizes: run, close the smallest group that lacks people, run again (A20).

use std::collections::BTreeSet;

use crate::hash::Form;
use crate::outcome::{Closure, Work};
use crate::problem::Group;
use crate::{Drawn, LotteryKey, Outcome, Seating};

pub(crate) fn close(drawn: &Drawn, mut run: impl FnMut(&BTreeSet<Group>) -> Seating) -> Outcome {
    let problem = drawn.problem();
    let (mut closed, mut closures, mut work) = (BTreeSet::new(), Vec::new(), Work::default());
    loop {
        let seating = run(&closed);
        work = work.and(seating.work);
        let outcome = Outcome::of(drawn, seating.seats, closures);
        let lacking =
            problem.groups().filter(|group| (1..problem.minimum(*group)).contains(&outcome.held(*group)));
        let Some(group) = lacking.min_by_key(|group| (outcome.held(*group), lot(drawn, *group))) else {
            return outcome.after(work);
        };
        closures = outcome.closures().to_vec();
        closures.push(Closure { group, held: outcome.held(group) });
        closed.insert(group);
    }
}

/// The lot of a group: SHA-256 over four texts, each preceded by its length as in the lottery of
/// applicants: `guildhall allocation closing, form 1`, the seed of the first list, the problem's id, the
/// group's id.
fn lot(drawn: &Drawn, group: Group) -> LotteryKey {
    let mut form = Form::new("guildhall allocation closing, form 1");
    form.text(drawn.seed(1).map_or("", |seed| seed.value.as_str()));
    form.text(drawn.problem().id().as_str());
    form.text(drawn.problem().group_id(group));
    LotteryKey(form.end())
}
