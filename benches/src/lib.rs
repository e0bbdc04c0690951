//! What the benches share: two sides that take turns, so that a noisy machine is unjust to both
//! alike, and one line for each ratio.

use std::time::{Duration, Instant};

/// How long something took.
///
/// # Errors
/// Those of the work itself.
pub fn timed<E>(work: impl FnOnce() -> Result<(), E>) -> Result<Duration, E> {
    let begin = Instant::now();
    work()?;
    Ok(begin.elapsed())
}

/// The median times of both sides over their turns, and the median of their ratios.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Duel {
    /// Our median time for one turn.
    pub ours: Duration,
    /// The peer's median time for one turn.
    pub peer: Duration,
    /// Our rate through the peer's rate, the median over the pairs of turns: above 1, we are faster.
    pub ratio: f64,
}

/// Lets both sides take `pairs` turns each, changing who begins. Each side times itself, so that
/// what it prepares does not count; the first pair only warms up.
///
/// # Errors
/// The first error of either side.
pub fn duel<E>(
    pairs: usize,
    mut ours: impl FnMut(usize) -> Result<Duration, E>,
    mut peer: impl FnMut(usize) -> Result<Duration, E>,
) -> Result<Duel, E> {
    let mut turns = Vec::with_capacity(pairs);
    for turn in 0..=pairs {
        let both = if turn.is_multiple_of(2) {
            let ours = ours(turn)?;
            (ours, peer(turn)?)
        } else {
            let peer = peer(turn)?;
            (ours(turn)?, peer)
        };
        if turn > 0 {
            turns.push(both);
        }
    }
    let seconds = |side: fn(&(Duration, Duration)) -> f64| median(turns.iter().map(side).collect());
    Ok(Duel {
        ours: Duration::from_secs_f64(seconds(|(ours, _)| ours.as_secs_f64())),
        peer: Duration::from_secs_f64(seconds(|(_, peer)| peer.as_secs_f64())),
        ratio: seconds(|(ours, peer)| peer.as_secs_f64() / ours.as_secs_f64()),
    })
}

impl Duel {
    /// Prints both rates of a turn of `things`, and the line `ratio <id> <value>` that is looked for.
    #[expect(clippy::print_stdout, reason = "a bench reports on the standard output")]
    pub fn report(&self, id: &str, things: u32, what: &str) {
        let rate = |side: Duration| f64::from(things) / side.as_secs_f64();
        println!("{id}: ours {:.0}, peer {:.0} {what} per second", rate(self.ours), rate(self.peer));
        println!("ratio {id} {:.3}", self.ratio);
    }
}

/// The value in the middle; of two, their mean.
fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    let at = |index: usize| values.get(index).copied().unwrap_or(f64::NAN);
    if values.len().is_multiple_of(2) { (at(middle.wrapping_sub(1)) + at(middle)) / 2.0 } else { at(middle) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_of_the_ratios_leaves_the_warm_up_out() {
        let slow_at_first = |turn| Ok::<_, ()>(Duration::from_secs(if turn == 0 { 9 } else { 2 }));
        let duel = duel(4, slow_at_first, |_| Ok(Duration::from_secs(1))).unwrap();
        assert_eq!(duel.ratio, 0.5);
        assert_eq!((duel.ours, duel.peer), (Duration::from_secs(2), Duration::from_secs(1)));
        assert_eq!(median(vec![3.0, 1.0, 2.0, 10.0]), 2.5);
    }
}
