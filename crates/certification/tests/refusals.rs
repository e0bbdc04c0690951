//! Every refusal is reached, and reads as a sentence that says what to do.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]
#![expect(clippy::needless_pass_by_value, reason = "a desk takes a command; each is asked once")]

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use guildhall_certification::strategies::{
    COMPLETED, MODULES, completed, definition, facts_there_are, issuer, schemes, text, town_centres,
};
use guildhall_certification::{
    Adopt, AwardFacts, Candidate, CertificateId, CycleId, Issue, IssueRefusal, NoAward, Open, Party,
    PersonId, Register, RegisterCommand, RegisterEvent, RegisterRefusal, Revoke, Scheme, SchemeDefinition,
    SchemeRef, Validity, Waiver,
};
use guildhall_kernel::chrono::NaiveDate;
use guildhall_kernel::chrono_tz::{Europe, Pacific, Tz};
use guildhall_kernel::{ActorId, Aggregate, RetentionClass, Slot, SlotId, Time, Uuid};
use guildhall_rules::{Effective, Facts};

struct Desk {
    register: Register,
    known: BTreeMap<PersonId, Facts>,
    now: Time,
}

fn id() -> Uuid {
    Register::id_of(&issuer()).uuid()
}
fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}
fn person(n: u128) -> PersonId {
    PersonId::new(Uuid::from_u128(n))
}
fn certificate(n: u128) -> CertificateId {
    CertificateId::new(Uuid::from_u128(n))
}
fn slot(n: u128, class: RetentionClass) -> Slot {
    Slot::new(SlotId::new(Uuid::from_u128(n)), class)
}
fn holder(n: u128) -> Slot {
    slot(n, RetentionClass::RegisterMinimum)
}
fn reason(n: u128) -> Slot {
    slot(n, RetentionClass::FreeText)
}

impl Desk {
    fn closed() -> Self {
        let people = (0..4).map(|n| (person(n), completed(MODULES, true))).collect();
        Self { register: Register::empty(id()), known: people, now: "2019-06-20T10:00:00Z".parse().unwrap() }
    }

    fn open(zone: Tz) -> Self {
        let mut desk = Self::closed();
        desk.takes(RegisterCommand::Open(Open { issuer: issuer(), zone }));
        desk
    }

    fn ready() -> Self {
        let mut desk = Self::open(Europe::Ljubljana);
        desk.takes(adopt(schemes().swap_remove(0)));
        desk
    }

    fn decide(&self, command: &RegisterCommand) -> Result<Vec<RegisterEvent>, RegisterRefusal> {
        let known =
            self.known.iter().fold(AwardFacts::none(), |all, (person, facts)| all.with(*person, facts, &()));
        self.register.decide(command, &known, self.now)
    }

    fn takes(&mut self, command: RegisterCommand) -> Vec<RegisterEvent> {
        let events = self.decide(&command).unwrap();
        events.iter().for_each(|event| self.register.apply(event));
        events
    }

    fn refuses(&self, command: RegisterCommand) -> String {
        self.decide(&command).unwrap_err().to_string()
    }

    /// Why the last of these people gets none.
    fn refuses_one(&self, candidates: Vec<Candidate>) -> String {
        let Err(RegisterRefusal::Issue(IssueRefusal::Candidates { refused, of })) =
            self.decide(&RegisterCommand::Issue(issue(candidates.clone())))
        else {
            return "it does not".to_owned();
        };
        assert_eq!(
            (refused.len(), of, refused[0].0),
            (1, candidates.len(), candidates.last().unwrap().person)
        );
        refused[0].1.to_string()
    }
}

fn adopt(scheme: Scheme) -> RegisterCommand {
    RegisterCommand::Adopt(Box::new(Adopt { scheme }))
}
fn scheme(version: u32, format: &str) -> Scheme {
    Scheme::new(definition("manager", version, format, Validity::Unlimited), &facts_there_are()).unwrap()
}
fn candidate(n: u128) -> Candidate {
    Candidate { certificate: certificate(n), person: person(n), holder: holder(n), waiver: None }
}
fn issue(candidates: Vec<Candidate>) -> Issue {
    Issue {
        scheme: schemes()[0].reference().clone(),
        cycle: CycleId::new(Uuid::from_u128(1)),
        attests: town_centres(),
        issued_on: day("2019-06-13"),
        ceremony: None,
        candidates,
    }
}
fn revoke(from: &str) -> Revoke {
    Revoke {
        certificate: certificate(1),
        from: day(from),
        reason: reason(90),
        public_text: text("issued by mistake"),
    }
}

#[test]
fn opening() {
    let desk = Desk::open(Europe::Ljubljana);
    let open = |zone| RegisterCommand::Open(Open { issuer: issuer(), zone });
    assert_eq!(
        desk.refuses(open(Europe::Warsaw)),
        "the register is open already, with its days in Europe/Ljubljana"
    );
    let other = Party::Organisation("somebody-else".parse().unwrap());
    assert_eq!(
        desk.refuses(RegisterCommand::Open(Open { issuer: other, zone: Europe::Ljubljana })),
        "an issuer has one register, and this is another one's"
    );
}

#[test]
fn adopting() {
    assert_eq!(Desk::closed().refuses(adopt(scheme(1, "{n}"))), "the register is not open yet");
    let mut desk = Desk::open(Europe::Ljubljana);
    desk.takes(adopt(scheme(2, "{n}")));
    assert_eq!(
        desk.refuses(adopt(scheme(2, "{n}/{year}"))),
        "`manager v2` is adopted already, with other content: give the change a new version"
    );
    assert_eq!(
        desk.refuses(adopt(scheme(1, "{n}"))),
        "version 2 of `manager` is adopted already: a new version has a higher number"
    );
    desk.takes(adopt(scheme(7, "{n}/{year}")));
    let newest = desk.register.newest(scheme(7, "{n}").reference().code()).unwrap();
    assert_eq!(newest.reference().version().get(), 7);
}

#[test]
fn issuing_a_list() {
    let ask = |change: fn(&mut Issue)| {
        let mut issue = issue(vec![candidate(1)]);
        change(&mut issue);
        RegisterCommand::Issue(issue)
    };
    assert_eq!(Desk::closed().refuses(ask(|_| ())), "the register is not open yet");
    assert_eq!(
        Desk::open(Europe::Ljubljana).refuses(ask(|_| ())),
        "the register has not adopted the scheme `manager v1`"
    );
    let desk = Desk::ready();
    assert_eq!(
        desk.refuses(ask(|issue| {
            issue.scheme = SchemeRef::new(issue.scheme.code().clone(), NonZeroU32::new(2).unwrap());
        })),
        "the register has not adopted the scheme `manager v2`"
    );
    for (on, shown) in [
        (NaiveDate::from_ymd_opt(10_000, 1, 1).unwrap(), "+10000-01-01"),
        (NaiveDate::from_ymd_opt(0, 12, 31).unwrap(), "0000-12-31"),
        (NaiveDate::from_ymd_opt(-1, 1, 1).unwrap(), "-0001-01-01"),
    ] {
        let mut issue = issue(vec![candidate(1)]);
        issue.issued_on = on;
        assert_eq!(
            desk.refuses(RegisterCommand::Issue(issue)),
            format!("a certificate cannot be dated `{shown}`: its year has four digits")
        );
    }

    let mut apia = Desk::open(Pacific::Apia);
    apia.takes(adopt(schemes().swap_remove(0)));
    assert_eq!(
        apia.refuses(ask(|issue| issue.issued_on = day("2011-12-30"))),
        "there is no `2011-12-30` in Pacific/Apia"
    );

    let mut desk = Desk::open(Europe::Ljubljana);
    let mut written = definition("manager", 1, "{n}", Validity::Unlimited);
    written.criterion = written.criterion.effective(Effective::new(day("2019-06-14"), None).unwrap());
    desk.takes(adopt(Scheme::new(written, &facts_there_are()).unwrap()));
    assert_eq!(desk.refuses(ask(|_| ())), "the criterion `all-modules v1` is not in force on 2019-06-13");
    desk.takes(ask(|issue| issue.issued_on = day("2019-06-14")));
}

#[test]
fn issuing_to_somebody() {
    let mut desk = Desk::ready();
    desk.known.insert(person(2), completed(["model"], true));
    desk.known.insert(person(3), completed(["model"], false));
    let waiver = |n| Some(Waiver { by: ActorId::new(Uuid::from_u128(1)), reason: reason(n) });

    assert_eq!(desk.refuses_one(vec![candidate(2)]), "the criterion `all-modules v1` is not met");
    assert_eq!(
        desk.refuses_one(vec![candidate(3)]),
        format!(
            "whether the criterion `all-modules v1` is met cannot be said yet; what is missing: `{COMPLETED}`"
        )
    );
    assert_eq!(desk.refuses_one(vec![candidate(9)]), "nothing is known about what they did");
    assert_eq!(
        desk.refuses_one(vec![Candidate { waiver: waiver(50), ..candidate(1) }]),
        "the criterion is met: leave out the waiver"
    );
    let contact = Waiver { by: ActorId::new(Uuid::from_u128(1)), reason: slot(50, RetentionClass::Contact) };
    assert_eq!(
        desk.refuses_one(vec![Candidate { waiver: Some(contact), ..candidate(2) }]),
        "the reason of a waiver is kept as `free_text`, not as `contact`"
    );
    assert_eq!(
        desk.refuses_one(vec![Candidate { holder: slot(1, RetentionClass::Contact), ..candidate(1) }]),
        "the holder's name is kept as `register_minimum`, not as `contact`"
    );
    assert_eq!(desk.refuses_one(vec![candidate(1), candidate(1)]), "they are on the list twice");
    assert_eq!(
        desk.refuses_one(vec![candidate(1), Candidate { certificate: certificate(1), ..candidate(0) }]),
        format!("the id `{}` belongs to another certificate", certificate(1))
    );
    assert_eq!(
        desk.refuses_one(vec![candidate(1), Candidate { holder: holder(1), ..candidate(0) }]),
        format!("{} belongs to another entry", holder(1))
    );
    assert_eq!(
        desk.refuses_one(vec![Candidate { waiver: waiver(2), ..candidate(2) }]),
        format!("{} belongs to another entry", reason(2))
    );

    // With a waiver the two get theirs; nobody's number is lost to those who were refused.
    let list = vec![
        candidate(1),
        Candidate { waiver: waiver(52), ..candidate(2) },
        Candidate { waiver: waiver(53), ..candidate(3) },
    ];
    assert_eq!(desk.takes(RegisterCommand::Issue(issue(list))).len(), 3);
    assert_eq!(
        desk.refuses_one(vec![Candidate {
            certificate: certificate(80),
            holder: holder(80),
            ..candidate(1)
        }]),
        "they hold certificate `1/CM/2019` of this scheme for this round already"
    );
    assert_eq!(
        desk.refuses_one(vec![Candidate { certificate: certificate(1), ..candidate(0) }]),
        format!("the id `{}` belongs to another certificate", certificate(1))
    );
    assert_eq!(
        desk.refuses_one(vec![Candidate { holder: holder(1), ..candidate(0) }]),
        format!("{} belongs to another entry", holder(1))
    );

    // The certificate exists, but not as it is asked for now.
    for change in [
        |issue: &mut Issue| issue.cycle = CycleId::new(Uuid::from_u128(2)),
        |issue: &mut Issue| issue.issued_on = day("2019-06-14"),
        |issue: &mut Issue| issue.candidates[0].holder = holder(70),
    ] {
        let mut otherwise = issue(vec![candidate(1)]);
        change(&mut otherwise);
        let refusal = desk.refuses(RegisterCommand::Issue(otherwise));
        assert!(refusal.contains("belongs to another certificate"), "{refusal}");
    }

    let whole = desk.refuses(RegisterCommand::Issue(issue(vec![candidate(8), candidate(0), candidate(9)])));
    let first = person(8);
    assert_eq!(
        whole,
        format!(
            "2 of 3 people on the list cannot get a certificate; person `{first}`: nothing is known about what they did"
        )
    );
}

#[test]
fn k2_the_end_of_the_counter_is_no_beginning() {
    let mut desk = Desk::ready();
    let events = desk.decide(&RegisterCommand::Issue(issue(vec![candidate(1)]))).unwrap();
    let RegisterEvent::Issued(mut issued) = events[0].clone() else { unreachable!() };
    issued.counter = std::num::NonZeroU64::MAX;
    issued.number = schemes()[0].number_format().number(issued.counter, 2019);
    desk.register.apply(&RegisterEvent::Issued(issued));
    assert_eq!(desk.refuses_one(vec![candidate(2)]), "the numbers of `{n}/CM/{year}` are used up");
}

#[test]
fn revoking() {
    let revoking = |from: &str| RegisterCommand::Revoke(revoke(from));
    assert_eq!(Desk::closed().refuses(revoking("2019-06-20")), "the register is not open yet");
    let mut desk = Desk::ready();
    assert_eq!(
        desk.refuses(revoking("2019-06-20")),
        format!("the register has no certificate with the id `{}`", certificate(1))
    );
    desk.takes(RegisterCommand::Issue(issue(vec![candidate(1)])));
    assert_eq!(
        desk.refuses(RegisterCommand::Revoke(Revoke {
            reason: slot(90, RetentionClass::Contact),
            ..revoke("2019-06-20")
        })),
        "the reason of a revocation is kept as `free_text`, not as `contact`"
    );
    assert_eq!(
        desk.refuses(RegisterCommand::Revoke(Revoke { reason: reason(1), ..revoke("2019-06-20") })),
        format!("{} belongs to another entry", reason(1))
    );
    assert_eq!(
        desk.refuses(revoking("2019-06-21")),
        "a revocation takes effect at once or earlier: `2019-06-21` lies after today, 2019-06-20"
    );
    assert_eq!(
        desk.refuses(revoking("2019-06-12")),
        "`2019-06-12` lies before the certificate's own day, 2019-06-13"
    );
    // Today is what clocks in Ljubljana show: half past eleven in the evening in London is tomorrow.
    desk.now = "2019-06-20T22:30:00Z".parse().unwrap();
    assert_eq!(desk.takes(revoking("2019-06-21")).len(), 1);
    assert_eq!(
        desk.refuses(revoking("2019-06-13")),
        "certificate `1/CM/2019` is revoked already, from 2019-06-21, and stays so"
    );

    // One that is dated ahead is revoked before its day, and was never worth anything.
    let mut desk = Desk { now: "2019-06-10T10:00:00Z".parse().unwrap(), ..Desk::closed() };
    desk.takes(RegisterCommand::Open(Open { issuer: issuer(), zone: Europe::Ljubljana }));
    desk.takes(adopt(schemes().swap_remove(0)));
    desk.takes(RegisterCommand::Issue(issue(vec![candidate(1)])));
    assert_eq!(
        desk.refuses(revoking("2019-06-09")),
        "`2019-06-09` lies before the certificate's own day, 2019-06-10"
    );
    // A clock that was set back does not bring yesterday back.
    desk.now = "2019-06-09T10:00:00Z".parse().unwrap();
    desk.takes(revoking("2019-06-10"));
    let (june, later) = ("2019-06-13T12:00:00Z".parse().unwrap(), "2030-01-01T00:00:00Z".parse().unwrap());
    let status = desk.register.status(certificate(1), june, later).unwrap();
    assert_eq!((status.as_str(), status.is_valid()), ("revoked", false));

    let mut apia = Desk::open(Pacific::Apia);
    apia.takes(adopt(schemes().swap_remove(0)));
    apia.takes(RegisterCommand::Issue(Issue { issued_on: day("2011-12-01"), ..issue(vec![candidate(1)]) }));
    assert_eq!(apia.refuses(revoking("2011-12-30")), "there is no `2011-12-30` in Pacific/Apia");
}

#[test]
fn clocks_at_the_ends_of_the_calendar_do_no_harm() {
    let mut desk = Desk::ready();
    desk.takes(RegisterCommand::Issue(issue(vec![candidate(1)])));
    for now in [Time::MIN_UTC, Time::MAX_UTC] {
        desk.now = now;
        assert!(desk.decide(&RegisterCommand::Issue(issue(vec![candidate(2)]))).is_ok());
        for from in [NaiveDate::MIN, NaiveDate::MAX, day("2019-06-13")] {
            let _ = desk.decide(&RegisterCommand::Revoke(Revoke { from, ..revoke("2019-06-13") }));
        }
    }
}

#[test]
fn a_scheme_names_every_fault_at_once() {
    let written: SchemeDefinition = toml::from_str(
        r#"
        code = "City Manager"
        version = 0
        title = { en = "City manager" }
        kind = "completion"
        number_format = "{m} CM/{year}/{year"
        validity = { years = 101 }
        criterion = { id = "modules", version = 1, fact = "participation.moduls_completed", includes = "model" }
        [[signatories]]
        office = "director"
        of = { organisation = "agency" }
        title = { en = "director" }
        [[signatories]]
        office = "director"
        of = { organisation = "agency" }
        title = { en = "director of the agency" }
        "#,
    )
    .unwrap();
    let faults = Scheme::new(written, &facts_there_are()).unwrap_err();
    assert_eq!(
        faults.to_string(),
        "\
code: a code has small letters a to z, digits and single hyphens between them, at most 64 characters
version: versions count from 1
criterion.fact: no fact is called `participation.moduls_completed`; did you mean `participation.modules_completed`?
number_format: there is no placeholder `{m}`; use `{n}`, `{n:4}` or `{year}`
number_format: ` ` cannot stand in a number; use letters, digits and `-/._:()`
number_format: a brace has no partner at character 15
number_format: a number format needs the counter `{n}`
validity: a certificate holds for at most 100 years, or is `unlimited`
signatories[1]: the office `director` of the same party signs twice"
    );
    assert_eq!(faults.iter().filter(|fault| fault.path() == "number_format").count(), 4);

    let mut written = definition("manager", 1, "{n}", Validity::Unlimited);
    written.signatories.clear();
    let faults = Scheme::new(written, &facts_there_are()).unwrap_err();
    assert_eq!(faults.to_string(), "signatories: somebody has to sign: name at least one office");
    for too_long in ["{ months = 1201 }", "{ end_of_year = 101 }"] {
        let validity = toml::from_str::<BTreeMap<String, Validity>>(&format!("v = {too_long}")).unwrap()["v"];
        assert!(Scheme::new(definition("a", 1, "{n}", validity), &facts_there_are()).is_err(), "{too_long}");
    }
    assert!(toml::from_str::<SchemeDefinition>("colour = 'red'").unwrap_err().to_string().contains("colour"));
}

#[test]
fn an_open_list_leaves_it_to_an_officer() {
    let mut written = definition("manager", 1, "{n}", Validity::Unlimited);
    let json = serde_json::json!({
        "id": "grade", "version": 1, "fact": "grade", "one_of": ["a"], "otherwise": "undetermined",
    });
    written.criterion = serde_json::from_value(json).unwrap();
    let vocabulary =
        toml::from_str("facts = [{ key = 'grade', type = 'symbol', label = { en = 'grade' } }]").unwrap();
    let scheme = Scheme::new(written, &vocabulary).unwrap();
    let facts: Facts =
        serde_json::from_value(serde_json::json!({ "grade": { "known": { "value": { "symbol": "b" } } } }))
            .unwrap();
    let refusal = scheme.award(&facts, None).unwrap_err();
    assert!(matches!(refusal, NoAward::Undetermined(_)));
    assert!(refusal.to_string().ends_with("what is missing: an officer's decision"));
}
