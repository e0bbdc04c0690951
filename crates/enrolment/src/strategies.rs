//! Arbitrary values of this crate's types, for property tests. Events are drawn from a few people
//! and seats, so that sequences of them meet.

#![expect(clippy::expect_used, reason = "what is drawn is sound; a strategy fails by panicking")]

use std::num::{NonZeroU32, NonZeroU64};

use guildhall_civic::strategies::{
    actor, fictitious_authority_key, organisation_code, position_code, service_area_code,
};
use guildhall_kernel::strategies::{id, slot, time, window};
use guildhall_kernel::{RetentionClass, Slot, Uuid};
use guildhall_rules::strategies::case;
use proptest::collection::btree_set;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::{
    AdmissionMode, AdmitUntil, ApplicationEvent, ApplicationId, Capacity, Consent, ConsentAnswer,
    ConsentFrom, ConsentPolicy, Decision, Ground, HeadConsent, Policy, PolicyDefinition, RecruitmentEvent,
    Seat, SeatPoolEvent, Sender, SenderKind, Submission,
};

/// A capacity, mostly small.
pub fn capacity() -> impl Strategy<Value = Capacity> + Clone {
    let seats = prop_oneof![4 => 1u32..6, 1 => 1u32..=u32::MAX];
    let seats = seats.prop_map(|seats| Capacity::Seats(NonZeroU32::new(seats).expect("from 1")));
    prop_oneof![3 => seats, 1 => Just(Capacity::Unlimited)]
}

/// A way to be admitted.
pub fn admission_mode() -> impl Strategy<Value = AdmissionMode> + Clone {
    select(vec![AdmissionMode::Rolling, AdmissionMode::OfficerConfirms])
}

/// Whether somebody has to agree.
pub fn consent_policy() -> impl Strategy<Value = ConsentPolicy> {
    let superior = (
        btree_set(position_code(), 0..3),
        select(vec![HeadConsent::CompetentBody, HeadConsent::NotApplicable]),
    )
        .prop_map(|(heads, for_heads)| ConsentPolicy::Superior { heads, for_heads });
    prop_oneof![Just(ConsentPolicy::NotNeeded), superior]
}

/// A policy of a version from 1 to 3, over a vocabulary of its own.
pub fn policy() -> impl Strategy<Value = Policy> {
    let senders = btree_set(select(vec![SenderKind::Authority, SenderKind::Institution]), 1..=2);
    let admit_until = select(vec![AdmitUntil::Start, AdmitUntil::End]);
    (case(), 1u32..=3, capacity(), admission_mode(), admit_until, senders, consent_policy()).prop_map(
        |((vocabulary, rule, _), version, capacity, admission, admit_until, senders, consent)| {
            let version = NonZeroU32::new(version).expect("from 1");
            let eligibility = rule.definition().clone();
            let written =
                PolicyDefinition { version, eligibility, capacity, admission, admit_until, senders, consent };
            Policy::new(written, &vocabulary).expect("the rule fits its vocabulary")
        },
    )
}

/// A decision under some policy on some facts.
pub fn decision() -> impl Strategy<Value = Decision> {
    (policy(), case(), time()).prop_map(|(policy, (_, _, facts), at)| Decision::new(&policy, &facts, at))
}

/// A sender from a fictitious authority.
pub fn sender() -> impl Strategy<Value = Sender> {
    prop_oneof![
        fictitious_authority_key().prop_map(Sender::Authority),
        (organisation_code(), fictitious_authority_key())
            .prop_map(|(institution, authority)| Sender::Institution { institution, authority }),
    ]
}

/// A submission.
pub fn submission() -> impl Strategy<Value = Submission> {
    (id(), sender(), option::of(position_code()), option::of(btree_set(service_area_code(), 0..3)), id())
        .prop_map(|(person, sender, position, areas, contact)| {
            let contact = Slot::new(contact, RetentionClass::Contact);
            let submission = Submission::new(person, sender, contact).expect("a contact slot");
            let submission = position.into_iter().fold(submission, Submission::in_position);
            areas.into_iter().fold(submission, Submission::responsible_for)
        })
}

/// Somebody's answer to an applicant's coming.
pub fn consent() -> impl Strategy<Value = Consent> {
    let answer = prop_oneof![
        Just(ConsentAnswer::Given),
        option::of(slot()).prop_map(|reason| ConsentAnswer::Withheld { reason }),
    ];
    let from = select(vec![ConsentFrom::Superior, ConsentFrom::CompetentBody]);
    (from, actor(), answer).prop_map(|(from, by, answer)| Consent { from, by, answer })
}

/// One of the first few seats.
pub fn seat() -> impl Strategy<Value = Seat> + Clone {
    (1u64..6).prop_map(|number| Seat::new(NonZeroU64::new(number).expect("from 1")))
}

/// Any event of a recruitment.
pub fn recruitment_event() -> impl Strategy<Value = RecruitmentEvent> {
    prop_oneof![
        (id(), window(), policy(), time()).prop_map(|(edition, window, policy, at)| {
            RecruitmentEvent::Announced { edition, window, policy: Box::new(policy), at }
        }),
        (policy(), time())
            .prop_map(|(policy, at)| RecruitmentEvent::Revised { policy: Box::new(policy), at }),
        time().prop_map(|at| RecruitmentEvent::Opened { at }),
        time().prop_map(|at| RecruitmentEvent::Closed { at }),
        time().prop_map(|at| RecruitmentEvent::Finished { at }),
    ]
}

/// Any event of an application.
pub fn application_event() -> impl Strategy<Value = ApplicationEvent> {
    let ground = select(vec![Ground::NotEligible, Ground::NotSettled, Ground::ConsentWithheld]);
    prop_oneof![
        (submission(), time()).prop_map(|(submission, at)| ApplicationEvent::Submitted { submission, at }),
        (submission(), time()).prop_map(|(submission, at)| ApplicationEvent::Amended { submission, at }),
        decision().prop_map(|decision| ApplicationEvent::Decided { decision: Box::new(decision) }),
        (id(), time()).prop_map(|(by, at)| ApplicationEvent::Confirmed { by, at }),
        (consent(), time()).prop_map(|(consent, at)| ApplicationEvent::Answered { consent, at }),
        (id(), seat(), time()).prop_map(|(pool, seat, at)| ApplicationEvent::Admitted { pool, seat, at }),
        (ground, time()).prop_map(|(ground, at)| ApplicationEvent::Refused { ground, at }),
        time().prop_map(|at| ApplicationEvent::Withdrawn { at }),
    ]
}

/// Any event of a seat pool.
pub fn seat_pool_event() -> impl Strategy<Value = SeatPoolEvent> {
    let application = || (0u128..5).prop_map(|n| ApplicationId::new(Uuid::from_u128(n)));
    prop_oneof![
        (application(), seat(), time()).prop_map(|(application, seat, at)| SeatPoolEvent::Taken {
            application,
            seat,
            at
        }),
        (application(), time()).prop_map(|(application, at)| SeatPoolEvent::Freed { application, at }),
    ]
}
