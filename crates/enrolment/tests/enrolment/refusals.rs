//! Every refusal is reached, and reads as a sentence.

use std::error::Error;

use guildhall_civic::{Actor, Authority, BodyId, OfficeCode, OfficeOf};
use guildhall_enrolment::*;
use guildhall_kernel::{Id, Loaded, RetentionClass, Slot, Uuid};
use guildhall_programme::{EditionEvent, EditionNumber, EditionStatus};
use guildhall_rules::FactKey;

use crate::fixture::*;

/// The sentence of an error, which begins small and ends without a full stop.
fn said(error: &dyn Error) -> String {
    let sentence = error.to_string();
    assert!(!sentence.ends_with('.') && !sentence.starts_with(char::is_uppercase), "{sentence}");
    sentence
}

mod recruitment {
    use super::*;

    fn announced(terms: Terms) -> World {
        World::announced(terms)
    }

    fn refused(world: &World, command: &RecruitmentCommand) -> RecruitmentRefusal {
        world.recruit(command).unwrap_err()
    }

    #[test]
    fn announced_once() {
        let world = announced(TERMS);
        let announce = |terms| RecruitmentCommand::Announce { definition: definition(terms) };
        world.recruit(&announce(TERMS)).unwrap();
        let refusal = refused(&world, &announce(Terms { seats: Some(9), ..TERMS }));
        assert_eq!(refusal, RecruitmentRefusal::AlreadyAnnounced);
        assert_eq!(said(&refusal), "the recruitment has been announced already, and not like this");
    }

    #[test]
    fn nothing_before_it_is_announced() {
        let new = Loaded::<Recruitment>::new(Uuid::from_u128(1), Uuid::from_u128(1));
        let edition = announced_edition();
        for refusal in [
            new.open(&edition, day(10)).unwrap_err(),
            new.close(&edition, day(10)).unwrap_err(),
            new.finish(day(10)).unwrap_err(),
            new.revise(&policy(TERMS), day(10)).unwrap_err(),
        ] {
            assert_eq!(refusal, RecruitmentRefusal::NotAnnounced);
            assert_eq!(said(&refusal), "the recruitment has not been announced");
        }
    }

    #[test]
    fn only_a_public_edition_that_has_not_begun_takes_people() {
        let new = Loaded::<Recruitment>::new(Uuid::from_u128(1), Uuid::from_u128(1));
        let (_, public) = edition_of(EditionNumber::FIRST);
        let window = definition(TERMS).window;
        let with = |more: &[EditionEvent]| [public.as_slice(), more].concat();
        for (events, status, sentence) in [
            (vec![], None, "not planned"),
            (public[..1].to_vec(), Some(EditionStatus::Planned), "planned"),
            (with(&[EditionEvent::Begun]), Some(EditionStatus::Running), "running"),
        ] {
            let refusal = new.announce(window, &policy(TERMS), &edition(&events), day(9)).unwrap_err();
            assert_eq!(refusal, RecruitmentRefusal::EditionTakesNobody { status });
            assert_eq!(said(&refusal), format!("nobody can be sought for this edition: it is {sentence}"));
        }
        let world = announced(TERMS);
        let begun = edition(&with(&[EditionEvent::Begun]));
        let refusal = world.recruitment().open(&begun, day(10)).unwrap_err();
        assert_eq!(refusal, RecruitmentRefusal::EditionTakesNobody { status: Some(EditionStatus::Running) });
    }

    #[test]
    fn it_closes_early_when_there_is_nothing_left_to_apply_for() {
        let world = World::open(TERMS);
        let (_, public) = edition_of(EditionNumber::FIRST);
        let window = definition(TERMS).window;
        let begun = edition(&[public.as_slice(), &[EditionEvent::Begun]].concat());
        let refusal = world.recruitment().close(&begun, day(11)).unwrap_err();
        assert_eq!(refusal, RecruitmentRefusal::WindowLasts { window });
        let cancelled = edition(&[public.as_slice(), &[cancelled()]].concat());
        let events = world.recruitment().close(&cancelled, day(11)).unwrap();
        assert_eq!(events, [RecruitmentEvent::Closed { at: day(11) }]);
    }

    #[test]
    fn it_opens_for_its_own_edition() {
        let world = announced(TERMS);
        let (id, _) = edition_of(EditionNumber::FIRST.next());
        let other = Loaded::<guildhall_programme::Edition>::new(id, id);
        let refusal = world.recruitment().open(&other, day(10)).unwrap_err();
        assert!(matches!(refusal, RecruitmentRefusal::OtherEdition { .. }));
        assert_eq!(world.recruitment().close(&other, day(21)).unwrap_err(), refusal);
        assert!(said(&refusal).starts_with("the recruitment is for another edition, `"));
    }

    #[test]
    fn it_opens_and_closes_with_its_window() {
        let mut world = announced(TERMS);
        let window = definition(TERMS).window;
        world.now = window.starts_at() - guildhall_kernel::chrono::Duration::nanoseconds(1);
        let refusal = refused(&world, &RecruitmentCommand::Open);
        assert_eq!(refusal, RecruitmentRefusal::TooEarly { window });
        assert_eq!(
            said(&refusal),
            "applications are taken from `2019-04-10` (Europe/Ljubljana) on, not earlier"
        );

        world.now = window.ends_at();
        let refusal = refused(&world, &RecruitmentCommand::Open);
        assert_eq!(refusal, RecruitmentRefusal::WindowPassed { window });
        assert_eq!(
            said(&refusal),
            "applications were taken until `2019-04-20` (Europe/Ljubljana), which has passed"
        );
        let new = Loaded::<Recruitment>::new(Uuid::from_u128(1), Uuid::from_u128(1));
        let refusal = new.announce(window, &policy(TERMS), &announced_edition(), world.now).unwrap_err();
        assert_eq!(refusal, RecruitmentRefusal::WindowPassed { window });

        world.now = window.starts_at();
        world.recruit(&RecruitmentCommand::Open).unwrap();
        world.now = window.ends_at() - guildhall_kernel::chrono::Duration::nanoseconds(1);
        let refusal = refused(&world, &RecruitmentCommand::Close);
        assert_eq!(refusal, RecruitmentRefusal::WindowLasts { window });
        assert_eq!(
            said(&refusal),
            "people were told that they can apply until `2019-04-20` (Europe/Ljubljana)"
        );
        let refusal = refused(&world, &RecruitmentCommand::Finish);
        assert_eq!(refusal, RecruitmentRefusal::NotClosed { status: RecruitmentStatus::Open });
        assert_eq!(said(&refusal), "the recruitment has to be closed first: it is open");

        world.now = window.ends_at();
        world.recruit(&RecruitmentCommand::Close).unwrap();
        let refusal = refused(&world, &RecruitmentCommand::Open);
        assert_eq!(refusal, RecruitmentRefusal::Over { status: RecruitmentStatus::Closed });
        assert_eq!(said(&refusal), "the recruitment cannot be opened: it is closed");

        world.recruit(&RecruitmentCommand::Finish).unwrap();
        let refusal = refused(&world, &RecruitmentCommand::Close);
        assert_eq!(refusal, RecruitmentRefusal::Finished);
        assert_eq!(said(&refusal), "the recruitment is finished");
        let second = written(Terms { version: 2, ..TERMS });
        assert_eq!(
            refused(&world, &RecruitmentCommand::Revise { policy: second }),
            RecruitmentRefusal::Finished
        );
    }

    #[test]
    fn policies_follow_each_other() {
        let world = announced(TERMS);
        let third = written(Terms { version: 3, ..TERMS });
        let refusal = refused(&world, &RecruitmentCommand::Revise { policy: third });
        assert_eq!(refusal, RecruitmentRefusal::PolicyVersion { expected: 2, given: 3 });
        assert_eq!(said(&refusal), "the policy has version 3, and version 2 is the next");
        let new = Loaded::<Recruitment>::new(Uuid::from_u128(1), Uuid::from_u128(1));
        let second = policy(Terms { version: 2, ..TERMS });
        let refusal =
            new.announce(definition(TERMS).window, &second, &announced_edition(), day(9)).unwrap_err();
        assert_eq!(refusal, RecruitmentRefusal::PolicyVersion { expected: 1, given: 2 });
    }

    #[test]
    fn a_policy_that_is_none_is_refused_with_every_fault() {
        let world = announced(TERMS);
        let mut nobody = written(Terms { version: 2, ..TERMS });
        nobody.senders.clear();
        let refusal = refused(&world, &RecruitmentCommand::Revise { policy: nobody });
        assert_eq!(refusal, RecruitmentRefusal::Policy(PolicyError::NoSender));
        assert_eq!(said(&refusal), "a policy must say who may send applicants");

        let mut unknown = written(Terms { version: 2, ..TERMS });
        unknown.eligibility =
            toml::from_str("id = \"r\"\nversion = 1\nfact = \"applicant.positon\"\nis = \"manager\"")
                .unwrap();
        let refusal = refused(&world, &RecruitmentCommand::Revise { policy: unknown });
        assert!(matches!(refusal, RecruitmentRefusal::Policy(PolicyError::Rule(_))));
        assert!(said(&refusal).contains("did you mean `applicant.position`?"));
    }
}

mod application {
    use super::*;

    fn amend(n: u128, held: Option<&str>) -> ApplicationCommand {
        ApplicationCommand::Amend { submission: submission(person(n), held) }
    }

    /// One undecided, one eligible, one not, one not settled, one admitted.
    fn people(terms: Terms) -> World {
        let world = World::open(terms);
        for (n, held) in [(2, Some("manager")), (3, Some("clerk")), (4, None), (5, Some("manager"))] {
            world.submit(person(n), held).unwrap();
            world.determine(person(n)).unwrap();
        }
        world.submit(person(1), Some("manager")).unwrap();
        if !terms.superior_agrees {
            world.admit(person(5)).unwrap();
        }
        world
    }

    #[test]
    fn nobody_applies_to_what_is_not_announced() {
        let nowhere = Loaded::<Recruitment>::new(RECRUITMENT.uuid(), RECRUITMENT.uuid());
        let application = World::open(TERMS).application(person(1));
        let refusal = application.submit(&submission(person(1), None), &nowhere, day(10)).unwrap_err();
        assert_eq!(refusal, ApplicationRefusal::NotAnnounced);
        said(&refusal);
    }

    #[test]
    fn nobody_applies_outside_the_window_whether_or_not_it_was_closed() {
        let mut world = World::announced(TERMS);
        let refusal = world.submit(person(1), None).unwrap_err();
        assert_eq!(refusal, ApplicationRefusal::NotOpen { status: RecruitmentStatus::Announced });
        assert_eq!(said(&refusal), "this cannot be done now: the recruitment is announced");

        let window = definition(TERMS).window;
        world.now = window.starts_at();
        world.recruit(&RecruitmentCommand::Open).unwrap();
        world.submit(person(1), None).unwrap();
        world.now = window.ends_at() - guildhall_kernel::chrono::Duration::nanoseconds(1);
        world.submit(person(2), None).unwrap();
        world.now = window.ends_at();
        let refusal = world.submit(person(3), None).unwrap_err();
        assert_eq!(refusal, ApplicationRefusal::OutsideWindow { window });
        assert_eq!(
            said(&refusal),
            "applications are taken from `2019-04-10` until `2019-04-20` (Europe/Ljubljana)"
        );
        assert_eq!(world.ask(person(2), &amend(2, Some("clerk"))).unwrap_err(), refusal);
        world.recruit(&RecruitmentCommand::Close).unwrap();
        let refusal = world.submit(person(3), None).unwrap_err();
        assert_eq!(refusal, ApplicationRefusal::NotOpen { status: RecruitmentStatus::Closed });
    }

    #[test]
    fn what_was_asked_for_may_still_come_once_it_is_closed() {
        let mut world = people(TERMS);
        world.now = day(21);
        world.recruit(&RecruitmentCommand::Close).unwrap();
        world.ask(person(4), &amend(4, Some("manager"))).unwrap();
        world.determine(person(4)).unwrap();
        assert_eq!(world.application(person(4)).status(), Some(ApplicationStatus::Eligible));
    }

    #[test]
    fn what_was_not_asked_for_stays_as_it_was_once_the_window_has_ended() {
        let mut world = people(TERMS);
        world.now = day(21);
        let submission = |held| submission(person(4), held);
        let missing = vec![FactKey::new("applicant.position").unwrap()];
        let elsewhere = Slot::new(Id::new(Uuid::from_u128(4)), RetentionClass::Contact);
        let moved = Submission::new(person(4), Sender::Authority(town()), elsewhere).unwrap();
        for submission in [
            sent_by(other_town(), person(4), Some("manager")),
            submission(Some("manager")).responsible_for([]),
            moved.in_position(position("manager")),
        ] {
            let refusal = world.ask(person(4), &ApplicationCommand::Amend { submission }).unwrap_err();
            assert_eq!(refusal, ApplicationRefusal::NotAskedFor { missing: missing.clone() });
            assert_eq!(
                said(&refusal),
                "it is too late to apply, and only what is missing can be added: `applicant.position`"
            );
        }
        assert_eq!(
            said(&ApplicationRefusal::NotAskedFor { missing: vec![] }),
            "it is too late to apply, and nothing that the applicant could add is missing"
        );
        world.ask(person(4), &ApplicationCommand::Amend { submission: submission(Some("clerk")) }).unwrap();
        world.determine(person(4)).unwrap();
        let refusal = world.ask(person(4), &amend(4, Some("manager"))).unwrap_err();
        assert_eq!(refusal, ApplicationRefusal::OutsideWindow { window: definition(TERMS).window });
    }

    #[test]
    fn nobody_speaks_for_somebody_else() {
        let world = people(TERMS);
        let others = ApplicationCommand::Submit { submission: submission(person(2), None) };
        let refusal = world.ask(person(7), &others).unwrap_err();
        assert_eq!(refusal, ApplicationRefusal::Elsewhere);
        assert_eq!(said(&refusal), "the application belongs to somebody else or to another recruitment");
        assert_eq!(world.ask(person(1), &amend(2, None)).unwrap_err(), ApplicationRefusal::Elsewhere);
        let pool = Loaded::<SeatPool>::new(Uuid::from_u128(3), Uuid::from_u128(3));
        let refusal =
            withdraw(&world.recruitment(), &pool, &world.application(person(5)), world.now).unwrap_err();
        assert_eq!(refusal, ApplicationRefusal::Elsewhere);
    }

    #[test]
    fn only_those_may_send_whom_the_policy_names() {
        let world = World::open(TERMS);
        let sender = Sender::Institution { institution: institute(), authority: town() };
        let contact = submission(person(1), None).contact();
        let submission = Submission::new(person(1), sender, contact).unwrap();
        let refusal = world.ask(person(1), &ApplicationCommand::Submit { submission }).unwrap_err();
        assert_eq!(refusal, ApplicationRefusal::SenderNotAdmitted { sender: SenderKind::Institution });
        assert_eq!(said(&refusal), "an applicant cannot be sent by an institution here");
    }

    #[test]
    fn e3_one_live_application_per_person() {
        let world = people(TERMS);
        let refusal = world.submit(person(2), Some("clerk")).unwrap_err();
        assert_eq!(refusal, ApplicationRefusal::AlreadyApplied { status: ApplicationStatus::Eligible });
        assert_eq!(said(&refusal), "the person has applied already; that application is eligible");
        world.withdraw(person(2)).unwrap();
        world.submit(person(2), Some("clerk")).unwrap();
    }

    #[test]
    fn nothing_follows_from_an_application_that_is_not_there() {
        let world = people(TERMS);
        for command in
            [amend(8, None), ApplicationCommand::Determine { at: day(10) }, ApplicationCommand::Withdraw]
        {
            let refusal = world.ask(person(8), &command).unwrap_err();
            assert_eq!(refusal, ApplicationRefusal::NotApplied);
            assert_eq!(said(&refusal), "the person has not applied");
        }
    }

    #[test]
    fn a_seat_is_given_back_only_together_with_the_application() {
        let world = people(TERMS);
        for command in
            [ApplicationCommand::Withdraw, ApplicationCommand::Determine { at: day(10) }, amend(5, None)]
        {
            let refusal = world.ask(person(5), &command).unwrap_err();
            assert_eq!(refusal, ApplicationRefusal::HasSeat);
            assert_eq!(said(&refusal), "the person has a seat");
        }
        world.withdraw(person(5)).unwrap();
        let refusal = world.withdraw(person(5)).unwrap_err();
        assert_eq!(refusal, ApplicationRefusal::Withdrawn);
        assert_eq!(said(&refusal), "the application has been withdrawn");
        assert_eq!(world.determine(person(5)).unwrap_err(), refusal);
    }

    #[test]
    fn a_no_is_final_until_a_new_decision_or_a_new_application() {
        let world = people(TERMS);
        world.ask(person(3), &ApplicationCommand::Refuse).unwrap();
        let application = world.application(person(3));
        assert_eq!(application.ground(), Some(&Ground::NotEligible));
        assert_eq!(application.refused_at(), Some(world.now));
        let refusal = world.ask(person(3), &amend(3, Some("manager"))).unwrap_err();
        assert_eq!(refusal, ApplicationRefusal::Refused);
        assert_eq!(said(&refusal), "the application has been refused");
        world.determine(person(3)).unwrap();
        let application = world.application(person(3));
        assert_eq!((application.ground(), application.decisions().len()), (None, 2));
        world.ask(person(3), &ApplicationCommand::Refuse).unwrap();
        world.submit(person(3), Some("manager")).unwrap();
    }

    #[test]
    fn the_reasons_of_a_no_stay_at_hand() {
        let world = people(TERMS);
        world.ask(person(3), &ApplicationCommand::Refuse).unwrap();
        let application = world.application(person(3));
        let explanation = application.decision().unwrap().explanation();
        assert_eq!(explanation.reasons()[0].fact().unwrap().as_str(), "applicant.position");
    }

    #[test]
    fn nothing_changes_once_the_recruitment_is_finished() {
        let mut world = people(TERMS);
        world.now = day(21);
        world.recruit(&RecruitmentCommand::Close).unwrap();
        world.recruit(&RecruitmentCommand::Finish).unwrap();
        for n in [1, 5] {
            let refusal = world.withdraw(person(n)).unwrap_err();
            assert_eq!(refusal, ApplicationRefusal::NotOpen { status: RecruitmentStatus::Finished });
            assert_eq!(said(&refusal), "this cannot be done now: the recruitment is finished");
        }
    }

    #[test]
    fn nothing_is_decided_on_the_future() {
        let world = people(TERMS);
        let refusal = world.ask(person(1), &ApplicationCommand::Determine { at: day(11) }).unwrap_err();
        assert_eq!(refusal, ApplicationRefusal::MomentToCome { at: day(11) });
        said(&refusal);
    }

    #[test]
    fn a_rule_decides_nothing_on_days_on_which_it_is_not_in_force() {
        let world = people(TERMS);
        let mut next = written(Terms { version: 2, ..TERMS });
        let rule = toml::from_str(
            "id = \"r\"\nversion = 2\neffective = { from = \"2019-04-11\" }\nfact = \"applicant.position\"\nis = \"manager\"",
        );
        next.eligibility = rule.unwrap();
        world.recruit(&RecruitmentCommand::Revise { policy: next }).unwrap();
        let refusal = world.determine(person(1)).unwrap_err();
        assert_eq!(refusal, ApplicationRefusal::RuleNotInForce { day: date(10) });
        assert_eq!(said(&refusal), "the rule of eligibility was not in force on `2019-04-10`");
    }

    #[test]
    fn the_authority_consulted_is_the_applicants() {
        let world = people(TERMS);
        let recruitment = world.recruitment();
        let other = authority("SI:fictitious:suhi_potok".parse().unwrap());
        let circumstances = Circumstances::default().with_authority(&other, &());
        let application = world.application(person(1));
        let refusal = application.determine(day(10), &recruitment, &circumstances, day(10)).unwrap_err();
        assert_eq!(refusal, ApplicationRefusal::OtherAuthority { expected: Some(town()) });
        said(&refusal);
    }

    #[test]
    fn an_authority_that_does_not_exist_on_the_day_sends_nobody() {
        let world = people(TERMS);
        let (recruitment, application) = (world.recruitment(), world.application(person(1)));
        let determine = |until: u32| {
            let mut written = serde_json::to_value(authority(town())).unwrap();
            written["valid_until"] = date(until).to_string().into();
            let authority: Authority = serde_json::from_value(written).unwrap();
            let circumstances = Circumstances::default().with_authority(&authority, &());
            application.determine(day(10), &recruitment, &circumstances, day(10))
        };
        determine(10).unwrap();
        let refusal = determine(9).unwrap_err();
        assert_eq!(refusal, ApplicationRefusal::NoSuchAuthority { authority: town(), day: date(10) });
        assert_eq!(
            said(&refusal),
            "nobody can be sent for `SI:fictitious:lipov_dol`: it does not exist on `2019-04-10`"
        );
    }

    #[test]
    fn an_officer_confirms_the_eligible_and_refuses_the_others() {
        let mut world = people(TERMS);
        let confirm = |by| ApplicationCommand::Confirm { by };
        for n in [1, 3, 4] {
            let refusal = world.ask(person(n), &confirm(OFFICER)).unwrap_err();
            assert_eq!(refusal, ApplicationRefusal::NotEligible);
            assert_eq!(said(&refusal), "only an eligible person can be confirmed");
        }
        world.ask(person(2), &confirm(OFFICER)).unwrap();
        world.ask(person(2), &confirm(OFFICER)).unwrap();
        let refusal = world.ask(person(2), &confirm(Id::new(Uuid::from_u128(9)))).unwrap_err();
        assert_eq!(refusal, ApplicationRefusal::AlreadyConfirmed);
        said(&refusal);

        let refuse = |world: &World, n| world.ask(person(n), &ApplicationCommand::Refuse);
        let refusal = refuse(&world, 1).unwrap_err();
        assert_eq!(refusal, ApplicationRefusal::Undecided);
        assert_eq!(said(&refusal), "it has not been decided whether the person may come");
        let refusal = refuse(&world, 2).unwrap_err();
        assert_eq!(refusal, ApplicationRefusal::NothingAgainst);
        assert_eq!(said(&refusal), "nothing speaks against the person: the decision was yes");
        let refusal = refuse(&world, 4).unwrap_err();
        assert_eq!(refusal, ApplicationRefusal::EvidenceMayCome { window: definition(TERMS).window });
        assert_eq!(said(&refusal), "what is missing can be supplied until `2019-04-20` (Europe/Ljubljana)");

        world.now = day(21);
        refuse(&world, 4).unwrap();
        assert_eq!(world.application(person(4)).ground(), Some(&Ground::NotSettled));
    }

    #[test]
    fn consent_comes_from_whom_the_policy_asks_and_never_from_the_applicant() {
        let given = |from, by| ApplicationCommand::Answer {
            consent: Consent { from, by: Actor::Person(by), answer: ConsentAnswer::Given },
        };
        let superior = given(ConsentFrom::Superior, SUPERIOR);
        let refusal = people(TERMS).ask(person(1), &superior).unwrap_err();
        assert_eq!(refusal, ApplicationRefusal::NoConsentNeeded);
        said(&refusal);

        let mut world = people(Terms { superior_agrees: true, ..TERMS });
        let refusal = world.ask(person(1), &given(ConsentFrom::Superior, person(1))).unwrap_err();
        assert_eq!(refusal, ApplicationRefusal::OwnConsent);
        assert_eq!(said(&refusal), "nobody can agree to their own coming");
        world.submit(person(6), Some("mayor")).unwrap();
        let refusal = world.ask(person(6), &superior).unwrap_err();
        assert_eq!(refusal, ApplicationRefusal::ConsentOfOther { asked: ConsentFrom::CompetentBody });
        assert_eq!(said(&refusal), "it is the competent body who has to agree");
        world.ask(person(6), &given(ConsentFrom::CompetentBody, SUPERIOR)).unwrap();

        let in_office =
            Actor::InOffice { person: person(6), office: OfficeCode::MAYOR, of: OfficeOf::Authority(town()) };
        let own = |by| ApplicationCommand::Answer {
            consent: Consent { from: ConsentFrom::CompetentBody, by, answer: ConsentAnswer::Given },
        };
        assert_eq!(world.ask(person(6), &own(in_office)).unwrap_err(), ApplicationRefusal::OwnConsent);
        world.now = day(11);
        world.ask(person(6), &own(Actor::Body(BodyId::new(Uuid::from_u128(0xC0))))).unwrap();
        assert_eq!(world.application(person(6)).consent_said_at(), Some(day(11)));

        let contact = Some(submission(person(2), None).contact());
        let refusal = world.answer(person(2), ConsentAnswer::Withheld { reason: contact }).unwrap_err();
        assert_eq!(refusal, ApplicationRefusal::NoReasonSlot { class: RetentionClass::Contact });
        assert_eq!(said(&refusal), "a reason does not belong into a slot kept as `contact`");
        world.answer(person(2), ConsentAnswer::Withheld { reason: None }).unwrap();
        world.ask(person(2), &ApplicationCommand::Refuse).unwrap();
        assert_eq!(world.application(person(2)).ground(), Some(&Ground::ConsentWithheld));
    }
}

mod admission {
    use super::*;

    fn eligible(terms: Terms) -> World {
        let world = World::open(terms);
        world.submit(person(1), Some("manager")).unwrap();
        world.determine(person(1)).unwrap();
        world
    }

    #[test]
    fn recruitment_seats_and_application_belong_together() {
        let world = eligible(TERMS);
        let elsewhere = Uuid::from_u128(0xBAD);
        let (recruitment, pool, application) =
            (world.recruitment(), world.pool(), world.application(person(1)));
        let (edition, now) = (world.edition(), world.now);
        let other_edition = Loaded::<guildhall_programme::Edition>::new(elsewhere, elsewhere);
        let other_pool = Loaded::<SeatPool>::new(elsewhere, elsewhere);
        let stray_pool = Loaded::<SeatPool>::new(RECRUITMENT.uuid(), elsewhere);
        let other_recruitment = Loaded::<Recruitment>::new(elsewhere, elsewhere);
        let other_application = Loaded::<Application>::new(elsewhere, application.id().uuid());
        for refusal in [
            admit(&recruitment, &edition, &other_pool, &application, now).unwrap_err(),
            admit(&recruitment, &edition, &stray_pool, &application, now).unwrap_err(),
            admit(&other_recruitment, &edition, &pool, &application, now).unwrap_err(),
            admit(&recruitment, &edition, &pool, &other_application, now).unwrap_err(),
            admit(&recruitment, &other_edition, &pool, &application, now).unwrap_err(),
        ] {
            assert_eq!(refusal, AdmissionRefusal::Elsewhere);
            said(&refusal);
        }
    }

    #[test]
    fn nobody_is_admitted_before_or_after() {
        let nowhere = Loaded::<Recruitment>::new(RECRUITMENT.uuid(), RECRUITMENT.uuid());
        let mut world = eligible(TERMS);
        let (edition, pool, application) = (world.edition(), world.pool(), world.application(person(1)));
        let refusal = admit(&nowhere, &edition, &pool, &application, world.now).unwrap_err();
        assert_eq!(refusal, AdmissionRefusal::NotAdmitting { status: None });
        assert_eq!(said(&refusal), "nobody is admitted now: the recruitment is not announced");
        world.now = day(21);
        world.recruit(&RecruitmentCommand::Close).unwrap();
        world.recruit(&RecruitmentCommand::Finish).unwrap();
        let refusal = world.admit(person(1)).unwrap_err();
        assert_eq!(refusal, AdmissionRefusal::NotAdmitting { status: Some(RecruitmentStatus::Finished) });
        let refusal = world.determine(person(1)).unwrap_err();
        assert_eq!(refusal, ApplicationRefusal::NotOpen { status: RecruitmentStatus::Finished });
    }

    #[test]
    fn no_promotion_after_the_start() {
        let world = eligible(TERMS);
        let (_, public) = edition_of(EditionNumber::FIRST);
        let period = *edition(&public).definition().map(|definition| &definition.period).unwrap();
        let after = |more: &[EditionEvent]| edition(&[public.as_slice(), more].concat());
        let taken = |world: &World, edition: &_, now| {
            admit(&world.recruitment(), edition, &world.pool(), &world.application(person(1)), now)
        };
        for (edition, status) in [
            (after(&[cancelled()]), EditionStatus::Cancelled),
            (after(&[EditionEvent::Begun, EditionEvent::Finished]), EditionStatus::Finished),
        ] {
            let refusal = taken(&world, &edition, day(11)).unwrap_err();
            assert_eq!(refusal, AdmissionRefusal::EditionTakesNobody { status: Some(status) });
            assert_eq!(said(&refusal), format!("nobody is admitted to this edition: it is {status}"));
        }
        let (announced, running) = (after(&[]), after(&[EditionEvent::Begun]));
        let before = period.starts_at() - guildhall_kernel::chrono::Duration::nanoseconds(1);
        assert!(taken(&world, &announced, before).is_ok());
        for (edition, now) in [(&announced, period.starts_at()), (&running, before)] {
            let refusal = taken(&world, edition, now).unwrap_err();
            assert_eq!(refusal, AdmissionRefusal::TooLate { until: AdmitUntil::Start });
            assert_eq!(
                said(&refusal),
                "nobody is admitted any more: seats are given until the start of the edition"
            );
        }

        let mut late = written(Terms { version: 2, ..TERMS });
        late.admit_until = AdmitUntil::End;
        world.recruit(&RecruitmentCommand::Revise { policy: late }).unwrap();
        assert!(taken(&world, &running, period.starts_at()).is_ok());
        let refusal = taken(&world, &running, period.ends_at()).unwrap_err();
        assert_eq!(refusal, AdmissionRefusal::TooLate { until: AdmitUntil::End });
    }

    #[test]
    fn whoever_comes_back_has_another_admission() {
        let world = eligible(TERMS);
        let staged = admit(
            &world.recruitment(),
            &world.edition(),
            &world.pool(),
            &world.application(person(1)),
            world.now,
        )
        .unwrap();
        world.admit(person(1)).unwrap();
        let first = world.application(person(1));
        assert_eq!(first.admission(), Some(staged.id));
        assert_eq!((first.pool(), first.admitted_at()), (Some(world.pool().id()), Some(world.now)));
        world.withdraw(person(1)).unwrap();
        let gone = world.application(person(1));
        assert_eq!((gone.admission(), gone.withdrawn_at()), (None, Some(world.now)));
        world.submit(person(1), Some("manager")).unwrap();
        world.determine(person(1)).unwrap();
        world.admit(person(1)).unwrap();
        let again = world.application(person(1));
        assert!(again.admission().is_some() && again.admission() != first.admission());
    }

    #[test]
    fn e4_no_seat_without_a_decision_that_was_yes() {
        let world = eligible(TERMS);
        let refused = |n, sentence: &str| {
            let refusal = world.admit(person(n)).unwrap_err();
            assert_eq!(said(&refusal), sentence);
            refusal
        };
        assert_eq!(refused(2, "the person has not applied"), AdmissionRefusal::NotApplied);
        world.submit(person(2), None).unwrap();
        let undecided = "it has not been decided whether the person may come";
        assert_eq!(refused(2, undecided), AdmissionRefusal::Undecided);
        world.determine(person(2)).unwrap();
        let refusal =
            refused(2, "it is not settled whether the person may come: `applicant.position` is missing");
        assert!(matches!(refusal, AdmissionRefusal::Unsettled { missing } if missing.len() == 1));
        world
            .ask(person(2), &ApplicationCommand::Amend { submission: submission(person(2), Some("clerk")) })
            .unwrap();
        assert_eq!(refused(2, undecided), AdmissionRefusal::Undecided);
        world.determine(person(2)).unwrap();
        let no = "the person may not come: the rule of eligibility is not met";
        assert_eq!(refused(2, no), AdmissionRefusal::NotEligible);
        world.ask(person(2), &ApplicationCommand::Refuse).unwrap();
        assert_eq!(refused(2, "the application has been refused"), AdmissionRefusal::Refused);
        world.withdraw(person(1)).unwrap();
        assert_eq!(refused(1, "the application has been withdrawn"), AdmissionRefusal::Withdrawn);
    }

    #[test]
    fn an_open_list_leaves_it_to_an_officer() {
        let mut world = World::announced(TERMS);
        let mut open = written(Terms { version: 2, ..TERMS });
        let rule = "id = \"r\"\nversion = 2\nfact = \"applicant.position\"\none_of = [\"manager\"]\notherwise = \"undetermined\"";
        open.eligibility = toml::from_str(rule).unwrap();
        world.recruit(&RecruitmentCommand::Revise { policy: open }).unwrap();
        world.now = day(10);
        world.recruit(&RecruitmentCommand::Open).unwrap();
        world.submit(person(1), Some("clerk")).unwrap();
        world.determine(person(1)).unwrap();
        let refusal = world.admit(person(1)).unwrap_err();
        assert_eq!(refusal, AdmissionRefusal::Unsettled { missing: vec![] });
        assert_eq!(
            said(&refusal),
            "it is not settled whether the person may come: an officer has to settle it"
        );
    }

    #[test]
    fn one_seat_each_and_no_more_than_there_are() {
        let world = eligible(Terms { seats: Some(1), ..TERMS });
        world.admit(person(1)).unwrap();
        let refusal = world.admit(person(1)).unwrap_err();
        assert!(matches!(refusal, AdmissionRefusal::AlreadyAdmitted { .. }));
        assert_eq!(said(&refusal), "the person has seat 1 already");
        world.submit(person(2), Some("manager")).unwrap();
        world.determine(person(2)).unwrap();
        let refusal = world.admit(person(2)).unwrap_err();
        assert!(matches!(refusal, AdmissionRefusal::Full { held: 1, .. }));
        assert_eq!(said(&refusal), "no seat is left; seats: 1, held: 1");
        world.withdraw(person(1)).unwrap();
        world.admit(person(2)).unwrap();
        let seat = world.application(person(2)).seat().unwrap();
        assert_eq!(seat.number().get(), 2, "a seat's number is never given twice");
    }

    #[test]
    fn an_officer_confirms_first_where_the_policy_says_so() {
        let world = eligible(Terms { officer_confirms: true, ..TERMS });
        let refusal = world.admit(person(1)).unwrap_err();
        assert_eq!(refusal, AdmissionRefusal::Unconfirmed);
        assert_eq!(said(&refusal), "an officer has to confirm first that the person may be admitted");
        world.ask(person(1), &ApplicationCommand::Confirm { by: OFFICER }).unwrap();
        world.admit(person(1)).unwrap();
    }

    #[test]
    fn e4_no_seat_without_consent_where_it_is_needed() {
        let world = eligible(Terms { superior_agrees: true, ..TERMS });
        let asked = ConsentFrom::Superior;
        let refusal = world.admit(person(1)).unwrap_err();
        assert_eq!(refusal, AdmissionRefusal::ConsentMissing { asked });
        assert_eq!(said(&refusal), "the superior has not agreed yet");
        world.answer(person(1), ConsentAnswer::Withheld { reason: None }).unwrap();
        let refusal = world.admit(person(1)).unwrap_err();
        assert_eq!(refusal, AdmissionRefusal::ConsentWithheld { asked });
        assert_eq!(said(&refusal), "the superior does not agree");
        world.answer(person(1), ConsentAnswer::Given).unwrap();
        world.admit(person(1)).unwrap();
    }

    #[test]
    fn consent_was_to_this_position_at_this_sender() {
        for (submission, stands) in [
            (submission(person(1), Some("manager")).responsible_for([]), true),
            (submission(person(1), Some("clerk")), false),
            (sent_by(other_town(), person(1), Some("manager")), false),
        ] {
            let world = eligible(Terms { superior_agrees: true, officer_confirms: true, ..TERMS });
            world.answer(person(1), ConsentAnswer::Given).unwrap();
            world.ask(person(1), &ApplicationCommand::Confirm { by: OFFICER }).unwrap();
            assert_eq!(world.application(person(1)).confirmed_at(), Some(world.now));
            world.ask(person(1), &ApplicationCommand::Amend { submission }).unwrap();
            let application = world.application(person(1));
            assert_eq!((application.consent().is_some(), application.confirmed()), (stands, None));
        }
    }

    #[test]
    fn e9_a_later_policy_changes_no_decision() {
        let world = eligible(TERMS);
        let before = world.application(person(1)).decisions().to_vec();
        let second = written(Terms { version: 2, wanted: "clerk", ..TERMS });
        world.recruit(&RecruitmentCommand::Revise { policy: second }).unwrap();
        assert_eq!(world.application(person(1)).decisions(), before);
        world.admit(person(1)).unwrap();

        world.submit(person(2), Some("clerk")).unwrap();
        world.determine(person(2)).unwrap();
        let application = world.application(person(2));
        assert_eq!(application.decision().unwrap().policy().get(), 2);
        assert_eq!(before[0].policy().get(), 1);
        assert_ne!(application.decision().unwrap().explanation().rule(), before[0].explanation().rule());
    }
}
