## Why somebody gets no certificate

no-award-unmet = The criterion “{ $criterion }” (version { $version }) is not met.
no-award-undetermined = { $missing ->
    [0] An officer still has to decide whether the criterion “{ $criterion }” (version { $version }) is met.
    [one] It cannot be said yet whether the criterion “{ $criterion }” (version { $version }) is met: one piece of information is missing.
   *[other] It cannot be said yet whether the criterion “{ $criterion }” (version { $version }) is met: { $missing } pieces of information are missing.
}
no-award-waiver-not-needed = The criterion is met, so please leave out the waiver.
no-award-waiver-reason = The reason for a waiver has to be kept as free text, and it would be kept for another purpose.

## What the register says about a certificate

status-not-yet-valid = valid from { $from }
status-valid = { $last-day ->
    [absent] valid
   *[other] valid until { $last-day }
}
status-expired = expired, was valid until { $last-day }
status-revoked = revoked from { $from }

## What issuing would mean for one person

outcome-receives = Certificate { $number } will be issued.
outcome-issued = Certificate { $number } was issued earlier.

## Numbers

number-error = A certificate number has at most 96 characters: letters, digits and the signs -/._:().

## Why a register cannot be opened

open-refusal-already = The register is open already, and its days are counted in the time zone { $zone }.
open-refusal-other-issuer = Every issuer has one register, and this is the register of another issuer.

## Why a scheme cannot be adopted

adopt-refusal-not-open = The register is not open yet.
adopt-refusal-other-content = Version { $version } of the scheme “{ $scheme }” has already been adopted, with other content. Please give the change a new version.
adopt-refusal-not-newer = Version { $newest } of the scheme “{ $code }” has already been adopted. A new version needs a higher number.

## Why certificates cannot be issued

issue-refusal-not-open = The register is not open yet.
issue-refusal-unknown-scheme = The register has not adopted version { $version } of the scheme “{ $scheme }”.
issue-refusal-not-in-force = The criterion “{ $criterion }” (version { $version }) is not in force on { $on }.
issue-refusal-year = A certificate cannot be dated { $on }, because its year needs four digits.
issue-refusal-no-such-day = There is no { $on } in the time zone { $zone }.
issue-refusal-candidates = { $refused ->
    [one] No certificate has been issued, because { $refused } person on the list of { $of } cannot get one.
   *[other] No certificate has been issued, because { $refused } people on the list of { $of } cannot get one.
}

## Why one person on the list cannot get a certificate

candidate-refusal-no-facts = Nothing is known about this person’s participation.
candidate-refusal-holds = This person already holds certificate { $number } of this scheme for this round.
candidate-refusal-twice = This person is on the list twice.
candidate-refusal-id-taken = The internal number of this certificate is already used by another one.
candidate-refusal-holder-class = The holder’s name has to be kept as the register’s minimum, and it would be kept for another purpose.
candidate-refusal-slot-taken = The place where the holder’s data is to be kept already belongs to another entry.
candidate-refusal-used-up = All numbers of the format “{ $format }” are used up.

## Why a certificate cannot be revoked

revoke-refusal-not-open = The register is not open yet.
revoke-refusal-unknown = The register has no such certificate.
revoke-refusal-already = Certificate { $number } is revoked already, from { $from }, and stays so.
revoke-refusal-ahead = A revocation takes effect at once or earlier: { $from } is still to come (today is { $today }).
revoke-refusal-before-issue = The revocation cannot take effect on { $from }; the first possible day is { $earliest }.
revoke-refusal-no-such-day = There is no { $from } in the time zone { $zone }.
revoke-refusal-reason-class = The reason for a revocation has to be kept as free text, and it would be kept for another purpose.
revoke-refusal-slot-taken = The place where the reason is to be kept already belongs to another entry.

## What a certificate attests

kind-attendance = attendance
kind-completion = completion
kind-examined = examination passed

extent-minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
extent-course-hours = { $hours ->
    [one] { $hours } course hour
   *[other] { $hours } course hours
}

statement-error = What is attested would end on { $last-day }, before it begins on { $first-day }.

## How long certificates hold

validity-unlimited = without limit
validity-years = { $years ->
    [one] { $years } year
   *[other] { $years } years
}
validity-months = { $months ->
    [one] { $months } month
   *[other] { $months } months
}
validity-end-of-year = { $years ->
    [0] to the end of the year of issue
    [one] to the end of the year after the year of issue
   *[other] to the end of the year, { $years } years after the year of issue
}
