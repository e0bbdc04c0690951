//! The register against a plain list of what happened, read again from the start for every question
//! (K1–K5).

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};

use guildhall_certification::strategies::{self, MODULES, command, issuer, schemes, time};
use guildhall_certification::{
    AwardFacts, Candidate, CertificateId, Issue, IssueRefusal, Issued, Open, Outcome, PersonId, Register,
    RegisterCommand, RegisterEvent, RegisterRefusal, Registers, Revoke, Revoked, Scheme, Status, Validity,
};
use guildhall_kernel::chrono::{Datelike, Days, NaiveDate};
use guildhall_kernel::chrono_tz::Europe::Ljubljana;
use guildhall_kernel::memory::Memory;
use guildhall_kernel::{
    Aggregate, Commit, CommitId, Loaded, Projection, RetentionClass, SlotId, Store, Time, Uuid, catch_up,
};
use guildhall_rules::{Fact, FactKey, FactSource, Facts, Value, Verdict};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;

fn id() -> Uuid {
    Register::id_of(&issuer()).uuid()
}

/// Everything that happened, in order, and nothing else.
#[derive(Clone, Debug, Default)]
struct Ledger(Vec<RegisterEvent>);

impl Ledger {
    /// Each entry with the time at which it counts as recorded: never before the one above it.
    fn recorded(&self) -> Vec<(Time, &RegisterEvent)> {
        let mut last = Time::MIN_UTC;
        let at = |event: &RegisterEvent| match event {
            RegisterEvent::Opened(e) => e.at,
            RegisterEvent::SchemeAdopted(e) => e.at,
            RegisterEvent::Issued(e) => e.at,
            RegisterEvent::Revoked(e) => e.at,
            _ => unreachable!(),
        };
        self.0
            .iter()
            .map(|event| {
                last = last.max(at(event));
                (last, event)
            })
            .collect()
    }

    fn issued(&self) -> Vec<(Time, &Issued)> {
        let mut all = Vec::new();
        for (at, event) in self.recorded() {
            if let RegisterEvent::Issued(issued) = event {
                all.push((at, &**issued));
            }
        }
        all
    }

    fn revoked(&self, certificate: CertificateId) -> Option<(Time, &Revoked)> {
        self.recorded().into_iter().find_map(|(at, event)| match event {
            RegisterEvent::Revoked(revoked) if revoked.certificate == certificate => Some((at, &**revoked)),
            _ => None,
        })
    }

    fn scheme(&self, wanted: &guildhall_certification::SchemeRef) -> Option<&Scheme> {
        self.0.iter().find_map(|event| match event {
            RegisterEvent::SchemeAdopted(adopted) if adopted.scheme.reference() == wanted => {
                Some(&adopted.scheme)
            }
            _ => None,
        })
    }

    fn slots(&self) -> BTreeSet<SlotId> {
        let of = |event: &RegisterEvent| match event {
            RegisterEvent::Issued(issued) => {
                std::iter::once(issued.holder).chain(issued.award.waiver().map(|w| w.reason)).collect()
            }
            RegisterEvent::Revoked(revoked) => vec![revoked.reason],
            _ => Vec::new(),
        };
        self.0.iter().flat_map(of).map(|slot| slot.id()).collect()
    }

    fn current(&self, person: PersonId, like: &Issue) -> Vec<&Issued> {
        self.issued()
            .into_iter()
            .map(|(_, issued)| issued)
            .filter(|issued| issued.person == person && issued.cycle == like.cycle)
            .filter(|issued| issued.award.scheme().code() == like.scheme.code())
            .filter(|issued| self.revoked(issued.certificate).is_none())
            .collect()
    }

    /// One more than the highest number of the same pattern and year, passing over numbers in use.
    fn next_number(&self, scheme: &Scheme, year: i32) -> String {
        let plain = |scheme: &Scheme| scheme.number_format().to_string().replace("{n:2}", "{n}");
        let pattern = plain(scheme);
        let same = |issued: &Issued| {
            plain(self.scheme(issued.award.scheme()).unwrap()) == pattern
                && (!pattern.contains("{year}") || issued.issued_on.year() == year)
        };
        let all = self.issued();
        let highest = all.iter().filter(|(_, i)| same(i)).map(|(_, i)| i.counter.get()).max().unwrap_or(0);
        let width = if scheme.number_format().to_string().contains("{n:2}") { 2 } else { 0 };
        let write =
            |n: u64| pattern.replace("{n}", &format!("{n:0width$}")).replace("{year}", &year.to_string());
        let used = |text: &str| all.iter().any(|(_, issued)| issued.number.as_str() == text);
        (highest + 1..).map(write).find(|text| !used(text)).unwrap()
    }

    /// By days on a clock in Ljubljana, where every day has one midnight.
    fn status(&self, number: &str, valid_at: Time, known_at: Time) -> Option<Status> {
        let today = valid_at.with_timezone(&Ljubljana).date_naive();
        let (at, issued) = self.issued().into_iter().find(|(_, issued)| issued.number.as_str() == number)?;
        if at > known_at {
            return None;
        }
        if let Some((at, revoked)) = self.revoked(issued.certificate)
            && at <= known_at
            && today >= revoked.from
        {
            return Some(Status::Revoked { from: revoked.from });
        }
        let last_day = last_day(self.scheme(issued.award.scheme()).unwrap().validity(), issued.issued_on);
        Some(match last_day {
            _ if today < issued.issued_on => Status::NotYetValid { from: issued.issued_on },
            Some(last_day) if today > last_day => Status::Expired { last_day },
            last_day => Status::Valid { last_day },
        })
    }

    /// Whether every candidate may get one, by the rules as they are written down.
    fn allows(&self, issue: &Issue, known: &BTreeMap<PersonId, Facts>) -> bool {
        let Some(scheme) = self.scheme(&issue.scheme) else { return false };
        let (mut people, mut ids, mut slots) = (BTreeSet::new(), BTreeSet::new(), self.slots());
        issue.candidates.iter().all(|c| {
            let before = self.issued().into_iter().find(|(_, issued)| issued.certificate == c.certificate);
            if let Some((_, before)) = before {
                return people.insert(c.person)
                    && (before.person, before.holder, before.cycle, before.issued_on)
                        == (c.person, c.holder, issue.cycle, issue.issued_on)
                    && *before.award.scheme() == issue.scheme;
            }
            let met = known.get(&c.person).map(|facts| scheme.criterion().verdict(facts) == Verdict::Met);
            let earned = match (met, &c.waiver) {
                (Some(met), None) => met,
                (Some(met), Some(waiver)) => !met && waiver.reason.class() == RetentionClass::FreeText,
                (None, _) => false,
            };
            people.insert(c.person)
                && ids.insert(c.certificate)
                && self.current(c.person, issue).is_empty()
                && c.holder.class() == RetentionClass::RegisterMinimum
                && earned
                && slots.insert(c.holder.id())
                && c.waiver.is_none_or(|waiver| slots.insert(waiver.reason.id()))
        })
    }
}

/// The last day, counted day by day from the day of issue.
fn last_day(validity: Validity, on: NaiveDate) -> Option<NaiveDate> {
    let days = |until: &dyn Fn(NaiveDate) -> bool| on.iter_days().find(|day| until(*day)).unwrap();
    let months = |n: u32| {
        let (year, month) = ((on.month0() + n) / 12, (on.month0() + n) % 12);
        let year = on.year() + i32::try_from(year).unwrap();
        days(&|day| {
            let tomorrow = day + Days::new(1);
            (day.year(), day.month0()) == (year, month) && (day.day() == on.day() || tomorrow.day() == 1)
        })
    };
    match validity {
        Validity::Unlimited => None,
        Validity::Years(n) => Some(months(u32::from(n.get()) * 12)),
        Validity::Months(n) => Some(months(n.get().into())),
        Validity::EndOfYear(n) => {
            let year = on.year() + i32::from(n);
            Some(days(&|day| (day.year(), day.month(), day.day()) == (year, 12, 31)))
        }
        _ => unreachable!(),
    }
}

type Known = BTreeMap<PersonId, Facts>;

fn known() -> impl Strategy<Value = Known> {
    btree_map(strategies::person(), strategies::facts(), 3..6)
}

fn award_facts(known: &Known) -> AwardFacts<'_> {
    known.iter().fold(AwardFacts::none(), |all, (person, facts)| all.with(*person, facts, &()))
}

/// What a register was asked, from its opening on; the clock jumps about.
fn commands() -> impl Strategy<Value = Vec<(RegisterCommand, Time)>> {
    let open = RegisterCommand::Open(Open { issuer: issuer(), zone: Ljubljana });
    let adopt = |scheme| RegisterCommand::Adopt(Box::new(guildhall_certification::Adopt { scheme }));
    let adopted: Vec<_> = schemes().into_iter().map(adopt).collect();
    (0..=adopted.len(), vec((command(), time()), 0..50)).prop_map(move |(some, commands)| {
        let begun = std::iter::once(open.clone()).chain(adopted.iter().take(some).cloned());
        begun.map(|command| (command, Time::UNIX_EPOCH)).chain(commands).collect()
    })
}

/// Runs the commands, and hands every step to a check: the ledger before, command and answer.
fn run(
    commands: &[(RegisterCommand, Time)],
    known: &Known,
    mut check: impl FnMut(&Ledger, &Register, &RegisterCommand, &Result<Vec<RegisterEvent>, RegisterRefusal>),
) -> (Register, Ledger) {
    let (mut register, mut ledger) = (Register::empty(id()), Ledger::default());
    for (command, now) in commands {
        let answer = register.decide(command, &award_facts(known), *now);
        check(&ledger, &register, command, &answer);
        for event in answer.into_iter().flatten() {
            register.apply(&event);
            ledger.0.push(event);
        }
    }
    (register, ledger)
}

fn history() -> impl Strategy<Value = (Register, Ledger)> {
    (commands(), known()).prop_map(|(commands, known)| run(&commands, &known, |_, _, _, _| ()))
}

proptest! {
    #[test]
    fn k1_no_certificate_without_a_met_criterion_or_a_waiver((register, ledger) in history()) {
        for (_, issued) in ledger.issued() {
            let scheme = ledger.scheme(issued.award.scheme()).unwrap();
            // Asked again with the facts it recorded, the rule says again what it said.
            let again = scheme.criterion().explain(&issued.award.explanation().facts());
            prop_assert_eq!(&again, issued.award.explanation());
            let includes_all = issued.award.explanation().facts().iter().any(|(_, fact)| match fact.value() {
                Some(Value::Set(codes)) => MODULES.iter().all(|module| codes.includes(module)),
                _ => false,
            });
            prop_assert_eq!(includes_all, issued.award.waiver().is_none());
        }
        for certificate in register.certificates() {
            let issued = ledger.issued().into_iter().find(|(_, i)| i.certificate == certificate.id()).unwrap().1;
            prop_assert_eq!(certificate.waiver(), issued.award.waiver());
        }
    }

    /// Every answer to a request to issue is the one the plain list gives, and every number too.
    #[test]
    fn k1_k2_k4_issues_what_the_plain_list_allows(commands in commands(), known in known()) {
        run(&commands, &known, |ledger, register, command, answer| {
            let RegisterCommand::Issue(issue) = command else { return };
            assert_eq!(answer.is_ok(), ledger.allows(issue, &known), "{issue:?} {answer:?}");
            let mut ledger = ledger.clone();
            for event in answer.iter().flatten() {
                let RegisterEvent::Issued(issued) = event else { panic!("{event:?}") };
                let scheme = ledger.scheme(&issue.scheme).unwrap().clone();
                assert_eq!(issued.number.as_str(), ledger.next_number(&scheme, issue.issued_on.year()));
                assert!(ledger.current(issued.person, issue).is_empty());
                ledger.0.push(event.clone());
            }
            dry_run_tells_the_truth(register, issue, &known, answer);
        });
    }

    #[test]
    fn k2_numbers_are_unique_rise_and_are_never_used_again((register, ledger) in history()) {
        let numbers: Vec<_> = ledger.issued().into_iter().map(|(_, issued)| &issued.number).collect();
        prop_assert_eq!(numbers.iter().collect::<BTreeSet<_>>().len(), numbers.len());
        let mut rising: BTreeMap<_, u64> = BTreeMap::new();
        for (_, issued) in ledger.issued() {
            let pattern = ledger.scheme(issued.award.scheme()).unwrap().number_format().to_string();
            let year = pattern.contains("{year}").then(|| issued.issued_on.year());
            let last = rising.insert((pattern.replace(":2", ""), year), issued.counter.get());
            prop_assert!(last.is_none_or(|last| last < issued.counter.get()));
        }
        for number in numbers {
            prop_assert_eq!(register.certificate(number).unwrap().number(), number);
        }
    }

    #[test]
    fn k3_revoked_stays_revoked(
        (register, _) in history(),
        valid_at in time(),
        known_at in time(),
        later in 0i64..9_000_000_000,
        more in vec((command(), time()), 0..20),
        known in known(),
    ) {
        let revoked = |register: &Register, id, valid_at, known_at| {
            matches!(register.status(id, valid_at, known_at), Some(Status::Revoked { .. }))
        };
        let were: Vec<_> = register.certificates().iter().map(|certificate| certificate.id()).collect();
        let were: Vec<_> = were.into_iter().filter(|id| revoked(&register, *id, valid_at, known_at)).collect();
        let mut after = register;
        for (command, now) in more {
            for event in after.decide(&command, &award_facts(&known), now).into_iter().flatten() {
                after.apply(&event);
            }
        }
        let later = guildhall_kernel::chrono::Duration::seconds(later);
        for id in were {
            prop_assert!(revoked(&after, id, valid_at, known_at));
            prop_assert!(revoked(&after, id, valid_at + later, known_at));
            prop_assert!(revoked(&after, id, valid_at, known_at + later));
        }
    }

    #[test]
    fn k4_one_current_certificate_for_person_scheme_and_cycle((register, ledger) in history()) {
        for length in 0..=ledger.0.len() {
            let then = Ledger(ledger.0[..length].to_vec());
            let mut current = BTreeSet::new();
            for (_, issued) in then.issued() {
                if then.revoked(issued.certificate).is_none() {
                    let key = (issued.person, issued.award.scheme().code().clone(), issued.cycle);
                    prop_assert!(current.insert(key));
                }
            }
            if length == ledger.0.len() {
                for (person, code, cycle) in &current {
                    prop_assert!(register.current(*person, code, *cycle).is_some());
                }
                prop_assert_eq!(register.certificates().iter().filter(|c| c.is_current()).count(), current.len());
            }
        }
    }

    #[test]
    fn k5_status_rests_on_what_was_recorded_by_then(
        (register, ledger) in history(),
        valid_at in time(),
        known_at in time(),
    ) {
        let recorded = ledger.recorded();
        let prefix = recorded.iter().take_while(|(at, _)| *at <= known_at).count();
        let mut then = Register::empty(id());
        ledger.0[..prefix].iter().for_each(|event| then.apply(event));
        for certificate in register.certificates() {
            let number = certificate.number();
            let says = register.status(number, valid_at, known_at);
            prop_assert_eq!(says, ledger.status(number.as_str(), valid_at, known_at));
            prop_assert_eq!(says, then.status(number, valid_at, known_at));
            prop_assert_eq!(says, then.status(number, valid_at, Time::MAX_UTC));
            prop_assert_eq!(says, register.status(certificate.id(), valid_at, known_at));
        }
        let (ours, theirs) = (register.lines(valid_at, known_at), then.lines(valid_at, Time::MAX_UTC));
        prop_assert_eq!(ours.collect::<Vec<_>>(), theirs.collect::<Vec<_>>());
    }

    /// At the edges of days: the last second of the day before, the first of the day, and so on.
    #[test]
    fn k5_status_turns_at_the_exact_edges(
        (register, ledger) in history(),
        seconds in -1i64..=1,
        valid_at in time(),
    ) {
        let second = guildhall_kernel::chrono::Duration::seconds(seconds);
        for certificate in register.certificates() {
            let revoked = certificate.revocation().map(|revocation| revocation.since());
            let edges = [Some(certificate.term().from()), certificate.term().until(), revoked];
            for edge in edges.into_iter().flatten().map(|edge| edge + second) {
                let number = certificate.number();
                prop_assert_eq!(
                    register.status(number, edge, Time::MAX_UTC),
                    ledger.status(number.as_str(), edge, Time::MAX_UTC)
                );
            }
            let revoked = certificate.revocation().map(|revocation| revocation.recorded_at());
            for edge in [Some(certificate.recorded_at()), revoked].into_iter().flatten().map(|edge| edge + second) {
                let number = certificate.number();
                prop_assert_eq!(
                    register.status(number, valid_at, edge),
                    ledger.status(number.as_str(), valid_at, edge)
                );
            }
        }
    }

    #[test]
    fn holdings_are_what_the_plain_list_says(
        (register, ledger) in history(),
        person in strategies::person(),
        valid_at in time(),
        known_at in time(),
    ) {
        let holdings = register.holdings(person, valid_at, known_at);
        let expected = |wanted: fn(Status) -> bool| -> BTreeSet<String> {
            let of_person = ledger.issued().into_iter().map(|(_, i)| i).filter(|i| i.person == person);
            of_person
                .filter(|i| ledger.status(i.number.as_str(), valid_at, known_at).is_some_and(wanted))
                .map(|i| i.award.scheme().code().to_string())
                .collect()
        };
        for (key, expected) in [
            ("certificate.schemes_held", expected(Status::is_valid)),
            ("certificate.schemes_expired", expected(|status| matches!(status, Status::Expired { .. }))),
            ("certificate.schemes_revoked", expected(|status| matches!(status, Status::Revoked { .. }))),
        ] {
            let fact = holdings.fact(&FactKey::new(key).unwrap()).into_owned();
            let Some(Value::Set(codes)) = fact.value() else { panic!("{fact:?}") };
            prop_assert!(codes.is_complete());
            prop_assert_eq!(codes.iter().map(|code| code.to_string()).collect::<BTreeSet<_>>(), expected);
            let facts = Facts::default().with(FactKey::new(key).unwrap(), fact.clone());
            prop_assert!(facts.checked(&guildhall_certification::vocabulary()).is_ok());
            prop_assert_eq!(codes.count() == 1, matches!(fact, Fact::Known { evidence: Some(_), .. }));
        }
    }

    /// The list that follows the feed of a store shows what the register itself shows.
    #[test]
    fn the_read_model_shows_the_register(commands in commands(), known in known(), valid_at in time()) {
        let store = Memory::default();
        let mut register = Loaded::<Register>::new(id(), id());
        let mut registers = Registers::default();
        for (nth, (command, now)) in commands.iter().enumerate() {
            let Ok(staged) = register.decide(command, &award_facts(&known), *now) else { continue };
            let commit = CommitId::derived(id(), &nth.to_be_bytes());
            let receipt = store.commit(&Commit::new(commit, *now, None).with(&staged).unwrap()).unwrap();
            register.apply(&staged, &receipt).unwrap();
            if nth % 3 == 0 {
                catch_up(&mut registers, &store, None).unwrap();
            }
        }
        catch_up(&mut registers, &store, None).unwrap();
        prop_assert_eq!(registers.get(register.id()), Some(register.state()));
        prop_assert_eq!(registers.position().get(), register.version().get());
        let shown = registers.iter().flat_map(|register| register.lines(valid_at, Time::MAX_UTC)).count();
        prop_assert_eq!(shown, register.certificates().len());
    }
}

/// Who is told a number gets that number, once those who are refused are taken off the list.
fn dry_run_tells_the_truth(
    register: &Register,
    issue: &Issue,
    known: &Known,
    answer: &Result<Vec<RegisterEvent>, RegisterRefusal>,
) {
    let Ok(prospects) = register.dry_run(issue, &award_facts(known)) else {
        let listed = matches!(answer, Err(RegisterRefusal::Issue(IssueRefusal::Candidates { .. })));
        assert!(answer.is_err() && !listed);
        return;
    };
    assert!(prospects.iter().map(|p| p.person).eq(issue.candidates.iter().map(|c| c.person)));
    let refused = |outcome: &Outcome| matches!(outcome, Outcome::Refused(_));
    assert_eq!(answer.is_ok(), !prospects.iter().any(|p| refused(&p.outcome)));
    let candidates: Vec<Candidate> = issue
        .candidates
        .iter()
        .zip(&prospects)
        .filter(|(_, p)| !refused(&p.outcome))
        .map(|(c, _)| *c)
        .collect();
    let told: Vec<_> = prospects
        .iter()
        .filter_map(|p| match &p.outcome {
            Outcome::Receives { number, award } => Some((p.person, number.clone(), (**award).clone())),
            _ => None,
        })
        .collect();
    let issue = Issue { candidates, ..issue.clone() };
    let events = register.issue(&issue, &award_facts(known), Time::UNIX_EPOCH).unwrap();
    let got: Vec<_> = events
        .into_iter()
        .map(|event| match event {
            RegisterEvent::Issued(issued) => (issued.person, issued.number, issued.award),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(got, told);
}

/// The histories above are worth something: they issue, waive, revoke and pass numbers over.
#[test]
fn histories_have_what_they_are_about() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;

    let mut runner = TestRunner::deterministic();
    let (mut issued, mut waived, mut revoked, mut again) = (0, 0, 0, 0);
    for _ in 0..200 {
        let (register, _) = history().new_tree(&mut runner).unwrap().current();
        issued += register.certificates().len();
        waived += register.certificates().iter().filter(|c| c.waiver().is_some()).count();
        revoked += register.certificates().iter().filter(|c| c.revocation().is_some()).count();
        let gone = |c: &&guildhall_certification::Certificate| {
            let same = |d: &&guildhall_certification::Certificate| {
                (d.person(), d.cycle(), d.scheme().code()) == (c.person(), c.cycle(), c.scheme().code())
            };
            register.certificates().iter().filter(same).count() > 1
        };
        again += register.certificates().iter().filter(gone).count();
    }
    assert!(issued > 300 && waived > 15 && revoked > 30 && again > 5, "{issued} {waived} {revoked} {again}");
}

/// The same request again, after an answer was lost, is no second certificate and no refusal.
#[test]
fn asked_again_in_the_same_words_there_is_nothing_to_do() {
    let (mut register, now) = (Register::empty(id()), Time::UNIX_EPOCH);
    let person = PersonId::new(Uuid::from_u128(1));
    let facts = strategies::completed(MODULES, false);
    let known = AwardFacts::none().with(person, &facts, &());
    let slot = |n, class| guildhall_kernel::Slot::new(SlotId::new(Uuid::from_u128(n)), class);
    let certificate = CertificateId::new(Uuid::from_u128(1));
    let holder = slot(1, RetentionClass::RegisterMinimum);
    for command in [
        RegisterCommand::Open(Open { issuer: issuer(), zone: Ljubljana }),
        RegisterCommand::Adopt(Box::new(guildhall_certification::Adopt { scheme: schemes().swap_remove(0) })),
        RegisterCommand::Issue(Issue {
            scheme: schemes()[0].reference().clone(),
            cycle: guildhall_certification::CycleId::new(Uuid::from_u128(1)),
            attests: strategies::town_centres(),
            issued_on: "2019-06-13".parse().unwrap(),
            ceremony: None,
            candidates: vec![Candidate { certificate, person, holder, waiver: None }],
        }),
        RegisterCommand::Revoke(Revoke {
            certificate,
            from: "2019-06-20".parse().unwrap(),
            reason: slot(2, RetentionClass::FreeText),
            public_text: strategies::text("issued by mistake"),
        }),
    ] {
        let now = if matches!(command, RegisterCommand::Revoke(_)) {
            "2019-07-01T00:00:00Z".parse().unwrap()
        } else {
            now
        };
        let events = register.decide(&command, &known, now).unwrap();
        assert_eq!(events.len(), 1, "{command:?}");
        events.iter().for_each(|event| register.apply(event));
        assert_eq!(register.decide(&command, &known, now).unwrap(), [], "{command:?}");
    }
}

/// Two formats that can write the same number: the one that comes second passes it over.
#[test]
fn k2_formats_that_can_write_the_same_number_do_not() {
    let (mut register, now) = (Register::empty(id()), Time::UNIX_EPOCH);
    let people: Vec<_> = (0..13).map(|n| PersonId::new(Uuid::from_u128(n))).collect();
    let facts = strategies::completed(MODULES, false);
    let known = people.iter().fold(AwardFacts::none(), |all, person| all.with(*person, &facts, &()));
    let open = Open { issuer: issuer(), zone: Ljubljana };
    register.open(&open, now).unwrap().iter().for_each(|event| register.apply(event));
    let mut numbers = Vec::new();
    // `{n}1` writes 11, 21, 31 …; `1{n}` would begin with 11.
    for (nth, scheme) in [3, 4].into_iter().map(|nth| schemes().swap_remove(nth)).enumerate() {
        let adopt = guildhall_certification::Adopt { scheme: scheme.clone() };
        register.adopt(&adopt, now).unwrap().iter().for_each(|event| register.apply(event));
        let candidates = people.iter().enumerate().map(|(n, person)| {
            let n = u128::try_from(nth * 100 + n).unwrap();
            Candidate {
                certificate: CertificateId::new(Uuid::from_u128(n)),
                person: *person,
                holder: guildhall_kernel::Slot::new(
                    SlotId::new(Uuid::from_u128(n)),
                    RetentionClass::RegisterMinimum,
                ),
                waiver: None,
            }
        });
        let issue = Issue {
            scheme: scheme.reference().clone(),
            cycle: guildhall_certification::CycleId::new(Uuid::from_u128(1)),
            attests: strategies::town_centres(),
            issued_on: "2019-06-13".parse().unwrap(),
            ceremony: None,
            candidates: candidates.collect(),
        };
        for event in register.issue(&issue, &known, now).unwrap() {
            register.apply(&event);
        }
        numbers = register.certificates().iter().map(|c| c.number().to_string()).collect();
    }
    assert_eq!(numbers[..3], ["11", "21", "31"]);
    assert_eq!(numbers[13..16], ["12", "13", "14"]);
    // 111 is taken by the eleventh of the first.
    assert_eq!(numbers[21..24], ["110", "112", "113"]);
}
