### What programmes and editions say, in English.

## How people are taught

delivery-mode-online = online
delivery-mode-onsite = on site
delivery-mode-blended = partly online, partly on site

## How much is taught

hours-course = { $count ->
    [one] { $count } course hour
   *[other] { $count } course hours
}
hours-clock = { $count ->
    [one] { $count } clock hour
   *[other] { $count } clock hours
}
hours-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}

## A session that lies outside its edition

outside = The session ({ $from } – { $until }) does not lie within the edition ({ $first } – { $last }).

## How far an edition has come

edition-status-planned = being planned
edition-status-announced = announced
edition-status-running = under way
edition-status-finished = over
edition-status-cancelled = cancelled

## How far a programme, or one version of it, has come

programme-status-draft = draft
programme-status-approved = approved
programme-status-offered = on offer
programme-status-retired = withdrawn

## Why a programme says no

programme-refusal-retired = The programme has been withdrawn: it gets no new versions, and it cannot be offered again. To continue it, please set up a new programme.
programme-refusal-other-code = The programme has the code “{ $is }” in every version, but the new definition says “{ $wanted }”. Please keep the code, or set up a separate programme.
programme-refusal-unknown-version = The programme has no version { $version } yet.
programme-refusal-target-unfit = { $count ->
    [one] The programme cannot be approved yet: the rule for its target group has { $count } fault.
   *[other] The programme cannot be approved yet: the rule for its target group has { $count } faults.
}
programme-refusal-not-approved = Version { $version } is still a draft. Please approve it before you offer it.
programme-refusal-replaced = Version { $version } can no longer be offered: version { $offered } has replaced it.
programme-refusal-never-approved = No version of this programme was ever approved, so there is nothing to withdraw.

## Why an edition says no

edition-refusal-not-planned = The edition has not been planned yet.
edition-refusal-already-public = { $status-key ->
    [announced] The edition has been announced, so its plan stands. Single sessions can still be moved or cancelled.
    [running] The edition is under way, so its plan stands. Single sessions can still be moved or cancelled.
    [finished] The edition is over, so its plan no longer changes.
   *[cancelled] The edition has been cancelled, so its plan no longer changes.
}
edition-refusal-not-possible = { $is-key ->
    [planned] The edition is still being planned
    [announced] The edition has been announced but has not begun
    [running] The edition is already under way
    [finished] The edition is over
   *[cancelled] The edition has been cancelled
}, so it cannot { $wanted-key ->
    [announced] be announced
    [running] begin
    [finished] be finished
   *[cancelled] be cancelled
}.
edition-refusal-other-id = Edition { $number } of this programme has the id { $wanted }, not { $is }.
edition-refusal-other-programme = The definition is for the programme “{ $named }”, but the edition is being planned for the programme “{ $is }”.
edition-refusal-other-programme-given = The edition belongs to the programme with the id { $wanted }, not { $given }.
edition-refusal-not-approved = Version { $version } of the programme has not been approved, so no edition can be planned on it.
edition-refusal-retired = The programme “{ $programme }” has been withdrawn, so it has no new editions.
edition-refusal-unknown-modules = Version { $version } of the programme does not teach everything that the sessions belong to. Missing modules: { $modules }.
edition-refusal-not-on-offer = { $offered ->
    [absent] The edition is planned on version { $planned } of the programme, but no version is on offer at the moment. Please offer that version first.
   *[other] The edition is planned on version { $planned } of the programme, but version { $offered } is on offer. Please plan the edition anew on that version.
}
edition-refusal-no-session = The edition has no sessions yet. Please add at least one before you announce it.
edition-refusal-period-over = The edition can no longer be announced: its period ended on { $until }.
edition-refusal-too-early-to-begin = The edition cannot begin yet: its period begins on { $from }.
edition-refusal-too-early-to-finish = The edition cannot be finished yet: its period runs until { $until }.
edition-refusal-sessions-fixed = { $status-key ->
    [planned] The edition is still being planned, so please change its plan as a whole. Single sessions can be moved or cancelled once it has been announced.
    [finished] The edition is over, so its sessions no longer change.
   *[cancelled] The edition has been cancelled, so its sessions no longer change.
}
edition-refusal-unknown-session = The edition has no session “{ $session }”.
edition-refusal-session-cancelled = The session “{ $session }” has been cancelled and can no longer be changed.
edition-refusal-session-begun = The session “{ $session }” began on { $from }, so it can no longer be moved or cancelled.
edition-refusal-window = { $beyond ->
    [true] { $from } lies beyond the calendar that can be worked with.
   *[false] The session would end ({ $until }) before it begins ({ $from }).
}
edition-refusal-online-at-place = The session “{ $session }” takes place online, so no place can be given for it.

## What kind of session it is

session-kind-class = class
session-kind-workshop = workshop
session-kind-conference = conference
session-kind-team-meeting = team meeting
session-kind-consultation-on-site = consultation on site
session-kind-study-visit = study visit
session-kind-online = online session
session-kind-own-work = independent work
session-kind-defence = project defence
session-kind-ceremony = ceremony

## A day beside a time of day

mixed-times = A session takes up whole days, or it has a time at which it begins and one at which it ends. { $from } and { $until } do not go together.
