//! Every side decides about the same applicants, in turn with ours.

use std::hint::black_box;
use std::time::Duration;

use guildhall_benches::{Duel, duel, timed};

use super::crowd::{Applicant, applicants};
use super::hand::{Bits, Names};
use super::policy::{CONDITIONS, Policy};
use super::side::{Ours, Outcome, Side};

/// A turn is over a part of the crowd, so short that a busy machine seldom takes it apart; the parts come
/// round one after the other.
const PARTS: usize = 20;

/// How a side does beside ours. The ratios are its time by our time.
struct Race {
    name: &'static str,
    /// Verdict beside verdict.
    verdict: Duel,
    /// All reasons beside all reasons.
    reasons: Duel,
    /// Its bare verdict beside our reasons.
    bare: Duel,
}

pub(crate) fn run() -> Outcome<()> {
    let policy = Policy::first();
    let crowd = applicants(&policy);
    shares(&crowd, &policy)?;
    let mut ours = Ours::new(&policy)?;

    let hand = race("bits by hand", &mut ours, &mut Bits::new(policy), &crowd, 30)?;
    let names = race("names by hand", &mut ours, &mut Names::new(policy), &crowd, 10)?;
    let peers = Vec::<Race>::from([
        #[cfg(feature = "datalogic-rs")]
        race("datalogic-rs", &mut ours, &mut super::datalogic::Datalogic::new(&policy)?, &crowd, 10)?,
        #[cfg(feature = "cel")]
        race("cel", &mut ours, &mut super::cel::Cel::new(&policy)?, &crowd, 3)?,
        #[cfg(feature = "cedar-policy")]
        race("cedar-policy", &mut ours, &mut super::cedar::Cedar::new(&policy)?, &crowd, 1)?,
    ]);

    ratio("rules_verdict_handwritten", hand.verdict.ratio.recip());
    ratio("rules_reasons_handwritten", hand.reasons.ratio.recip());
    ratio("rules_reasons_ns", each(hand.reasons.ours, &crowd)?);
    ratio("rules_verdict_names", names.verdict.ratio.recip());
    for peer in &peers {
        ratio(&format!("rules_verdict_{}", peer.name), peer.verdict.ratio);
        ratio(&format!("rules_reasons_{}", peer.name), peer.bare.ratio);
    }
    let Some(fastest) = peers.iter().min_by(|a, b| a.verdict.peer.cmp(&b.verdict.peer)) else {
        say("no peer: name them with `--features datalogic-rs,cel,cedar-policy`");
        return Ok(());
    };
    ratio("rules_verdict_peer", fastest.verdict.ratio);
    ratio("rules_reasons_peer", fastest.bare.ratio);
    Ok(())
}

/// Lets a side run beside ours, once both have said the same of everybody.
fn race<S: Side>(
    name: &'static str,
    ours: &mut Ours,
    side: &mut S,
    crowd: &[Applicant],
    rounds: usize,
) -> Outcome<Race> {
    for (nth, applicant) in crowd.iter().enumerate() {
        let (our_verdict, verdict) = (ours.meets(applicant)?, side.meets(applicant)?);
        let (our_reasons, reasons) = (ours.refused(applicant)?, side.refused(applicant)?);
        if our_verdict != verdict || our_reasons != reasons || verdict != (reasons == 0) {
            return Err(format!(
                "applicant {nth}: {name} says {verdict} for {reasons:b}, ours {our_verdict} for {our_reasons:b}"
            )
            .into());
        }
    }
    let parts: Vec<&[Applicant]> = crowd.chunks(crowd.len().div_ceil(PARTS).max(1)).collect();
    let part = |turn: usize| parts.get(turn % PARTS).copied().unwrap_or_default();
    let pairs = rounds * PARTS;
    let race = Race {
        name,
        verdict: duel(pairs, |turn| verdicts(ours, part(turn)), |turn| verdicts(side, part(turn)))?,
        reasons: duel(pairs, |turn| reasons(ours, part(turn)), |turn| reasons(side, part(turn)))?,
        bare: duel(pairs, |turn| reasons(ours, part(turn)), |turn| verdicts(side, part(turn)))?,
    };
    for (what, duel) in [("verdict", race.verdict), ("all reasons", race.reasons)] {
        let (ours, peer) = (each(duel.ours, crowd)?, each(duel.peer, crowd)?);
        say(&format!("{what}: ours {ours:.1} ns, {name} {peer:.1} ns an applicant"));
    }
    Ok(race)
}

/// Nanoseconds an applicant, of the time for a part of the crowd.
fn each(time: Duration, crowd: &[Applicant]) -> Outcome<f64> {
    Ok(time.as_secs_f64() * 1e9 / f64::from(u32::try_from(crowd.len() / PARTS)?))
}

fn verdicts(side: &mut impl Side, crowd: &[Applicant]) -> Outcome<Duration> {
    timed(|| {
        let mut met = 0_u64;
        for applicant in crowd {
            met += u64::from(side.meets(black_box(applicant))?);
        }
        black_box(met);
        Ok(())
    })
}

fn reasons(side: &mut impl Side, crowd: &[Applicant]) -> Outcome<Duration> {
    timed(|| {
        let mut bits = 0;
        for applicant in crowd {
            bits |= side.refused(black_box(applicant))?;
        }
        black_box(bits);
        Ok(())
    })
}

/// Says how many meet the policy, and how many fall short of each condition.
fn shares(crowd: &[Applicant], policy: &Policy) -> Outcome<()> {
    let mut hand = Bits::new(*policy);
    let refused = crowd.iter().map(|applicant| hand.refused(applicant)).collect::<Outcome<Vec<u64>>>()?;
    let met = refused.iter().filter(|bits| **bits == 0).count();
    let each: Vec<usize> =
        (0..CONDITIONS).map(|nth| refused.iter().filter(|bits| **bits >> nth & 1 == 1).count()).collect();
    say(&format!(
        "{met} of {} applicants meet the policy; short of each condition are {each:?}",
        crowd.len()
    ));
    Ok(())
}

pub(crate) fn ratio(id: &str, value: f64) {
    say(&format!("ratio {id} {value:.3}"));
}

#[expect(clippy::print_stdout, reason = "a bench reports on the standard output")]
pub(crate) fn say(line: &str) {
    println!("{line}");
}
