## Seats at one moment

seats = { $capacity-key ->
    [unlimited] { $held ->
        [0] No seat has been given yet; there is no limit.
        [one] So far, { $held } seat has been given; there is no limit.
       *[other] So far, { $held } seats have been given; there is no limit.
    }
   *[seats] { $over ->
        [0] { $left ->
            [0] No seat is left; seats given: { $held }.
            [one] There is { $left } seat left; seats given: { $held }.
           *[other] There are { $left } seats left; seats given: { $held }.
        }
        [one] No seat is left; { $over } more seat has been given than there are ({ $capacity }).
       *[other] No seat is left; { $over } more seats have been given than there are ({ $capacity }).
    }
}

## Capacity

capacity-unlimited = no limit
capacity-seats = { $seats ->
    [one] { $seats } seat
   *[other] { $seats } seats
}

## AdmissionMode

admission-mode-rolling = at once, while there are seats
admission-mode-officer-confirms = once an officer has confirmed it

## AdmitUntil

admit-until-start = until the edition begins
admit-until-end = until the edition ends

## SenderKind

sender-kind-authority = local authority
sender-kind-institution = institution

## ConsentPolicy

consent-policy-not-needed = no consent needed
consent-policy-superior = { $for-heads-key ->
    [competent-body] consent of the superior, and of the competent body for heads of an authority
    [not-applicable] consent of the superior, except for heads of an authority
   *[other] consent of the superior; for heads of an authority: { $for-heads }
}

## HeadConsent

head-consent-competent-body = consent of the competent body
head-consent-not-applicable = no consent needed

## ConsentFrom

consent-from-superior = superior
consent-from-competent-body = competent body

## PolicyError

policy-error-no-sender = The policy has to say who may send applicants.
policy-error-rule = { $count ->
    [one] The rule on who may take part cannot be used: there is { $count } fault in it.
   *[other] The rule on who may take part cannot be used: there are { $count } faults in it.
}

## RecruitmentStatus

recruitment-status-announced = announced
recruitment-status-open = open
recruitment-status-closed = closed
recruitment-status-finished = finished

## RecruitmentRefusal

recruitment-refusal-already-announced = The recruitment has already been announced, on other terms.
recruitment-refusal-not-announced = The recruitment has not been announced yet.
recruitment-refusal-edition-takes-nobody = { $status-key ->
    [absent] Nobody can be recruited for this edition: it has not been planned yet.
    [planned] Nobody can be recruited for this edition yet: it has not been announced.
    [running] Nobody can be recruited for this edition any more: it has begun.
    [finished] Nobody can be recruited for this edition any more: it is over.
    [cancelled] Nobody can be recruited for this edition any more: it has been cancelled.
   *[other] Nobody can be recruited for this edition at this stage: { $status }.
}
recruitment-refusal-other-edition = The recruitment is for another edition.
recruitment-refusal-too-early = It is too early: applications are accepted from { $from } (time zone: { $zone }).
recruitment-refusal-window-passed = It is too late: applications were accepted until { $until } (time zone: { $zone }).
recruitment-refusal-window-lasts = The recruitment cannot be closed yet: people were told that they can apply until { $until } (time zone: { $zone }).
recruitment-refusal-over = { $status-key ->
    [closed] The recruitment has been closed and cannot be opened again.
    [finished] The recruitment is finished and cannot be opened again.
   *[other] The recruitment cannot be opened at this stage: { $status }.
}
recruitment-refusal-not-closed = { $status-key ->
    [announced] The recruitment has to be closed first: so far, it has only been announced.
    [open] The recruitment has to be closed first: it is still open.
   *[other] The recruitment has to be closed first; its stage now: { $status }.
}
recruitment-refusal-finished = The recruitment is finished, and nothing about it changes any more.
recruitment-refusal-policy-version = The next version of the policy is { $expected }, but the one given is { $given }.

## A fact that is missing

missing-fact = { $fact ->
    [absent] another piece of evidence, kept elsewhere
   *[other] “{ $fact }”
}

## ApplicationRefusal

application-refusal-not-announced = The recruitment has not been announced yet.
application-refusal-not-open = { $status-key ->
    [announced] This cannot be done yet: the recruitment has been announced, but it is not open.
    [closed] This cannot be done any more: the recruitment is closed.
    [finished] This cannot be done any more: the recruitment is finished.
   *[other] This cannot be done at this stage of the recruitment: { $status }.
}
application-refusal-outside-window = Applications are accepted from { $from } until { $until } (time zone: { $zone }).
application-refusal-elsewhere = The application belongs to somebody else or to another recruitment.
application-refusal-sender-not-admitted = { $sender-key ->
    [authority] Local authorities cannot send applicants to this recruitment.
    [institution] Institutions cannot send applicants to this recruitment.
   *[other] Such a sender cannot send applicants to this recruitment: { $sender }.
}
application-refusal-already-applied = { $status-key ->
    [submitted] The person has already applied, and the application is waiting for a decision.
    [unsettled] The person has already applied, and it is not settled yet whether the conditions are met.
    [eligible] The person has already applied, and the application meets the conditions.
    [ineligible] The person has already applied, and the application does not meet the conditions.
    [admitted] The person has already applied and has a seat.
   *[other] The person has already applied; where the application stands: { $status }.
}
application-refusal-not-applied = The person has not applied.
application-refusal-has-seat = The person already has a seat.
application-refusal-withdrawn = The application has been withdrawn.
application-refusal-refused = The application has been refused.
application-refusal-moment-to-come = Nothing can be decided on the facts of { $at }: that moment is still to come.
application-refusal-rule-not-in-force = The rule on who may take part was not in force on { $day }.
application-refusal-other-authority = { $expected ->
    [absent] The person represents no authority, but one was consulted.
   *[other] The person represents the authority { $expected }, but another one was consulted.
}
application-refusal-no-such-authority = Nobody can be sent for the authority { $authority }: it does not exist on { $day }.
application-refusal-undecided = It has not been decided yet whether the person may take part.
application-refusal-not-eligible = Only an application that meets the conditions can be confirmed.
application-refusal-already-confirmed = Another officer has already confirmed that the person may be admitted.
application-refusal-no-consent-needed = Nobody has to consent to this person's participation.
application-refusal-consent-of-other = { $asked-key ->
    [superior] It is the superior who has to agree.
    [competent-body] It is the competent body that has to agree.
   *[other] Somebody else has to agree: { $asked }.
}
application-refusal-own-consent = Nobody can consent to their own participation.
application-refusal-no-reason-slot = { $class ->
    [contact] A reason cannot be kept where contact details are kept.
    [register_minimum] A reason cannot be kept where entries of a register are kept.
    [special_needs] A reason cannot be kept where details of special needs are kept.
   *[other] A reason can be kept only where free text is kept.
}
application-refusal-evidence-may-come = The application cannot be refused yet: what is missing can be supplied until { $until } (time zone: { $zone }).
application-refusal-not-asked-for = { $nothing ->
    [true] It is too late to apply, and nothing is missing that could still be supplied.
   *[false] It is too late to apply, and only what is missing can still be supplied: { $missing }.
}
application-refusal-nothing-against = The application cannot be refused: it meets the conditions, and nothing speaks against it.

## AdmissionRefusal

admission-refusal-elsewhere = The recruitment, the edition, the seats and the application do not belong together.
admission-refusal-not-admitting = { $status-key ->
    [absent] Nobody can be admitted yet: the recruitment has not been announced.
    [announced] Nobody can be admitted yet: the recruitment has been announced, but it is not open.
    [finished] Nobody can be admitted any more: the recruitment is finished.
   *[other] Nobody can be admitted at this stage of the recruitment: { $status }.
}
admission-refusal-edition-takes-nobody = { $status-key ->
    [absent] Nobody can be admitted to this edition: it has not been planned yet.
    [planned] Nobody can be admitted to this edition yet: it has not been announced.
    [finished] Nobody can be admitted to this edition any more: it is over.
    [cancelled] Nobody can be admitted to this edition any more: it has been cancelled.
   *[other] Nobody can be admitted to this edition at this stage: { $status }.
}
admission-refusal-too-late = { $until-key ->
    [start] Nobody can be admitted any more: seats were given until the edition began.
    [end] Nobody can be admitted any more: seats were given until the edition ended.
   *[other] Nobody can be admitted any more; how long seats were given: { $until }.
}
admission-refusal-not-applied = The person has not applied.
admission-refusal-withdrawn = The application has been withdrawn.
admission-refusal-refused = The application has been refused.
admission-refusal-already-admitted = The person already has a seat, number { $seat }.
admission-refusal-undecided = It has not been decided yet whether the person may take part.
admission-refusal-unsettled = { $nothing ->
    [true] It is not settled whether the person may take part; an officer has to decide it.
   *[false] It is not settled whether the person may take part. What is missing: { $missing }.
}
admission-refusal-not-eligible = The person cannot be admitted: the conditions for taking part are not met.
admission-refusal-unconfirmed = An officer has to confirm first that the person may be admitted.
admission-refusal-consent-missing = { $asked-key ->
    [superior] The superior has not agreed yet.
    [competent-body] The competent body has not agreed yet.
   *[other] Somebody who has to agree has not done so yet: { $asked }.
}
admission-refusal-consent-withheld = { $asked-key ->
    [superior] The superior does not agree.
    [competent-body] The competent body does not agree.
   *[other] Somebody who has to agree does not: { $asked }.
}
admission-refusal-full = { $held ->
    [one] No seat is left: { $held } of { $seats } is taken.
   *[other] No seat is left: { $held } of { $seats } are taken.
}

## ApplicationStatus

application-status-submitted = submitted
application-status-unsettled = to be settled
application-status-eligible = meets the conditions
application-status-ineligible = does not meet the conditions
application-status-admitted = admitted
application-status-refused = refused
application-status-withdrawn = withdrawn

## Ground

ground-not-eligible = the conditions are not met
ground-not-settled = it was not settled in time whether the conditions are met
ground-consent-withheld = consent was withheld

## SubmissionError

submission-error-no-contact-slot = { $class ->
    [register_minimum] Contact details cannot be kept where entries of a register are kept.
    [special_needs] Contact details cannot be kept where details of special needs are kept.
    [free_text] Contact details cannot be kept where free text is kept.
   *[other] Contact details have to be kept in a place of their own.
}

## ConsentAnswer

consent-answer-given = given
consent-answer-withheld = withheld
