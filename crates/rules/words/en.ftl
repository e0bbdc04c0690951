## Verdict

verdict-met = met
verdict-unmet = not met
verdict-undetermined = still open

## Doubt

doubt-missing = not known yet
doubt-incomplete = not complete yet
doubt-contested = the evidence disagrees
doubt-not-listed = not on the list; an officer decides
doubt-wrong-type = cannot be compared

## Units of the calendar

calendar-unit-days = days
calendar-unit-months = months
calendar-unit-years = years

## How an account opens

opening-one = { $verdict-key ->
    [met] The condition is met.
    [unmet] The condition is not met.
   *[undetermined] It cannot be decided yet whether the condition is met.
}
opening-all = { $verdict-key ->
    [met] The conditions are met, every one of them.
    [unmet] The conditions are not met: all of them are required, and at least one is not met.
   *[undetermined] It cannot be decided yet whether the conditions are met: all of them are required.
}
opening-any = { $verdict-key ->
    [met] The conditions are met: at least one of the alternatives applies.
    [unmet] The conditions are not met: none of the alternatives applies.
   *[undetermined] It cannot be decided yet whether the conditions are met: none of the alternatives is established yet.
}
opening-at-least = { $verdict-key ->
    [met] The conditions are met: at least { $n } of { $of } are required.
    [unmet] The conditions are not met: at least { $n } of { $of } are required.
   *[undetermined] It cannot be decided yet whether the conditions are met: at least { $n } of { $of } are required.
}

## Conditions that belong together, without words of an officer

group-all = { $verdict-key ->
    [met] Several conditions are required together, and all of them are met.
    [unmet] Several conditions are required together, and not all of them are met.
   *[undetermined] Several conditions are required together, and it is still open whether all of them are met.
}
group-any = { $verdict-key ->
    [met] One of several alternatives is enough, and at least one applies.
    [unmet] One of several alternatives would be enough, but none applies.
   *[undetermined] One of several alternatives would be enough, but none is established yet.
}
group-at-least = { $verdict-key ->
    [met] Of { $of } conditions, at least { $n } have to be met, and they are.
    [unmet] Of { $of } conditions, at least { $n } have to be met, but too few are.
   *[undetermined] Of { $of } conditions, at least { $n } have to be met, and it is still open whether they are.
}

## A condition in an officer's own words

condition-wanted = { $verdict-key ->
    [met] The condition “{ $label }” is met.
    [unmet] The condition “{ $label }” is not met.
   *[undetermined] It is still open whether the condition “{ $label }” is met.
}
condition-unwanted = { $verdict-key ->
    [met] The following must not apply, and it does not: “{ $label }”.
    [unmet] The following must not apply, but it does: “{ $label }”.
   *[undetermined] The following must not apply, and it is still open whether it does: “{ $label }”.
}

## A condition without words, or none that may be told

opaque-answered = { $verdict-key ->
    [met] The condition “{ $name }” is met.
    [unmet] The condition “{ $name }” is not met.
   *[undetermined] It is still open whether the condition “{ $name }” is met.
}
opaque-answered-unwanted = { $verdict-key ->
    [met] The following must not apply, and it does not: “{ $name }”.
    [unmet] The following must not apply, but it does: “{ $name }”.
   *[undetermined] The following must not apply, and it is still open whether it does: “{ $name }”.
}
opaque-withheld = { $verdict-key ->
    [met] A confidential condition is met.
    [unmet] A confidential condition is not met.
   *[undetermined] It is still open whether a confidential condition is met.
}

## What is asked of a fact

demand-is = { $negated ->
    [true] Under “{ $fact }”, this is ruled out: { $value }.
   *[false] Under “{ $fact }”, this is required: { $value }.
}
demand-one-of = { $negated ->
    [true] Under “{ $fact }”, each of these is ruled out: { $values }.
   *[false] Under “{ $fact }”, one of these is required: { $values }.
}
demand-one-of-open = { $negated ->
    [true] Under “{ $fact }”, these are ruled out, as is whatever an officer finds comparable: { $values }.
   *[false] Under “{ $fact }”, one of these is required, or whatever an officer finds comparable: { $values }.
}
demand-at-least = { $negated ->
    [true] Under “{ $fact }”, { $least } or more is ruled out.
   *[false] Under “{ $fact }”, at least { $least } is required.
}
demand-at-most = { $negated ->
    [true] Under “{ $fact }”, { $most } or less is ruled out.
   *[false] Under “{ $fact }”, at most { $most } is allowed.
}
demand-between = { $negated ->
    [true] Under “{ $fact }”, a value from { $least } to { $most } is ruled out.
   *[false] Under “{ $fact }”, a value from { $least } to { $most } is required.
}
demand-before = { $negated ->
    [true] { $moment-key ->
        [day] Under “{ $fact }”, a day before { $moment } is ruled out.
       *[fact] Under “{ $fact }”, what lies before { $moment } is ruled out.
    }
   *[false] { $moment-key ->
        [day] Under “{ $fact }”, a day before { $moment } is required.
       *[fact] Under “{ $fact }”, what is required lies before { $moment }.
    }
}
demand-on-or-before = { $negated ->
    [true] Under “{ $fact }”, { $moment } or earlier is ruled out.
   *[false] Under “{ $fact }”, { $moment } or earlier is required.
}
demand-after = { $negated ->
    [true] Under “{ $fact }”, what lies after { $moment } is ruled out.
   *[false] Under “{ $fact }”, what is required lies after { $moment }.
}
demand-on-or-after = { $negated ->
    [true] { $moment-key ->
        [day] Under “{ $fact }”, { $moment } or a later day is ruled out.
       *[fact] Under “{ $fact }”, { $moment } or later is ruled out.
    }
   *[false] { $moment-key ->
        [day] Under “{ $fact }”, { $moment } or a later day is required.
       *[fact] Under “{ $fact }”, { $moment } or later is required.
    }
}
demand-within = { $negated ->
    [true] Under “{ $fact }”, this time is ruled out: { $span }.
   *[false] Under “{ $fact }”, this time is required: { $span }.
}
demand-age = { $negated ->
    [true] Under “{ $fact }”, this age in complete years is ruled out on { $at }: { $range }.
   *[false] Under “{ $fact }”, this age in complete years is required on { $at }: { $range }.
}
demand-apart-before = { $negated ->
    [true] Under “{ $fact }”, this distance before { $moment } is ruled out (in { $unit }): { $range }.
   *[false] Under “{ $fact }”, this distance before { $moment } is required (in { $unit }): { $range }.
}
demand-apart-after = { $negated ->
    [true] Under “{ $fact }”, this distance after { $moment } is ruled out (in { $unit }): { $range }.
   *[false] Under “{ $fact }”, this distance after { $moment } is required (in { $unit }): { $range }.
}
demand-covers = { $negated ->
    [true] Under “{ $fact }”, a period that covers { $moment } is ruled out.
   *[false] Under “{ $fact }”, a period that covers { $moment } is required.
}
demand-covers-span = { $negated ->
    [true] Under “{ $fact }”, a period that covers all of this time is ruled out: { $span }.
   *[false] Under “{ $fact }”, a period that covers all of this time is required: { $span }.
}
demand-overlaps-span = { $negated ->
    [true] Under “{ $fact }”, a period with a day in this time is ruled out: { $span }.
   *[false] Under “{ $fact }”, a period with a day in this time is required: { $span }.
}
demand-holds = { $negated ->
    [true] Under “{ $fact }”, this must not be valid on { $at }: { $values }.
   *[false] Under “{ $fact }”, this has to be valid on { $at }: { $values }.
}
demand-holds-in-grace = { $negated ->
    [true] Under “{ $fact }”, this must not be valid on { $at }, nor have run out no longer ago than { $grace }: { $values }.
   *[false] Under “{ $fact }”, this has to be valid on { $at }, or to have run out no longer ago than { $grace }: { $values }.
}
demand-count-matching = { $negated ->
    [true] Under “{ $fact }”, so many entries that match the rule in { $fields } are already too many: { $count }.
   *[false] Under “{ $fact }”, so many entries are required that match the rule in { $fields }: at least { $count }.
}
demand-sum = { $negated ->
    [true] Under “{ $fact }”, the sum of “{ $field }” must not be { $range }.
   *[false] Under “{ $fact }”, the sum of “{ $field }” has to be { $range }.
}
demand-sum-matching = { $negated ->
    [true] Under “{ $fact }”, the sum of “{ $field }” over the entries that match the rule in { $fields } must not be { $range }.
   *[false] Under “{ $fact }”, the sum of “{ $field }” over the entries that match the rule in { $fields } has to be { $range }.
}
demand-includes = { $negated ->
    [true] Under “{ $fact }”, this must not be included: { $value }.
   *[false] Under “{ $fact }”, this has to be included: { $value }.
}
demand-includes-all = { $negated ->
    [true] Under “{ $fact }”, these must not all be included together: { $values }.
   *[false] Under “{ $fact }”, all of these have to be included: { $values }.
}
demand-overlaps = { $negated ->
    [true] Under “{ $fact }”, none of these may be included: { $values }.
   *[false] Under “{ $fact }”, at least one of these has to be included: { $values }.
}
demand-count-at-least = { $negated ->
    [true] { $count ->
        [one] Under “{ $fact }”, { $count } entry is already too many.
       *[other] Under “{ $fact }”, { $count } entries are already too many.
    }
   *[false] { $count ->
        [one] Under “{ $fact }”, at least { $count } entry is required.
       *[other] Under “{ $fact }”, at least { $count } entries are required.
    }
}
demand-applies = “{ $fact }” has to apply in this case.
demand-applies-not = “{ $fact }” must not apply in this case.

## What was found of that fact, and what follows

outcome-known = { $verdict-key ->
    [met] Our records show: { $value }. The condition is met.
    [unmet] Our records show: { $value }. The condition is not met.
   *[undetermined] Our records show: { $value }. It is still open whether the condition is met.
}
outcome-so-far = { $verdict-key ->
    [met] So far, our records show: { $value }. The condition is met.
    [unmet] So far, our records show: { $value }. The condition is not met.
   *[undetermined] So far, our records show: { $value }. More may follow, so it is still open whether the condition is met.
}
outcome-lacking = { $verdict-key ->
    [unmet] Our records show: { $value }. What is missing: { $lacking }. The condition is not met.
   *[undetermined] So far, our records show: { $value }. What is still missing: { $lacking }. More may follow, so it is still open whether the condition is met.
}
outcome-assumed = { $verdict-key ->
    [met] Our records do not show this, and the rule then takes it for: { $value }. The condition is met.
    [unmet] Our records do not show this, and the rule then takes it for: { $value }. The condition is not met.
   *[undetermined] Our records do not show this, and the rule then takes it for: { $value }. It is still open whether the condition is met.
}
outcome-missing = Our records do not show this yet, so it is still open whether the condition is met.
outcome-not-applicable = { $verdict-key ->
    [met] This does not apply in this case, so the condition is met.
    [unmet] This does not apply in this case, so the condition is not met.
   *[undetermined] This does not apply in this case, so it is still open whether the condition is met.
}
outcome-beside-not-applicable = { $verdict-key ->
    [met] What this is compared with does not apply in this case, so the condition is met.
    [unmet] What this is compared with does not apply in this case, so the condition is not met.
   *[undetermined] What this is compared with does not apply in this case, so it is still open whether the condition is met.
}
outcome-contested = The evidence in our records disagrees, so it is still open whether the condition is met.
outcome-not-listed = Our records show: { $value }. It is not on the list, so an officer has to decide.
outcome-wrong-type = What our records show cannot be compared with this, so an officer has to look at it.

## A condition in words of the rule: what is asked, and what was found

sentence = { $demand } { $outcome }

## What was found of a fact, as a sentence

found-known = Under “{ $fact }”, our records show: { $value }.
found-so-far = Under “{ $fact }”, our records show so far: { $value }.
found-lacking = { $verdict-key ->
    [unmet] Under “{ $fact }”, our records show: { $value }. What is missing: { $lacking }.
   *[undetermined] Under “{ $fact }”, our records show so far: { $value }. What is still missing: { $lacking }.
}
found-assumed = Under “{ $fact }”, our records show nothing, and the rule then takes it for: { $value }.
found-missing = Under “{ $fact }”, our records show nothing yet.
found-not-applicable = “{ $fact }” does not apply in this case.
found-contested = Under “{ $fact }”, the evidence in our records disagrees.
found-not-listed = Under “{ $fact }”, our records show something that is not on the list: { $value }.
found-wrong-type = Under “{ $fact }”, what our records show cannot be compared with what is required.

## What was found of a fact, as a note

note-known = { $fact }: { $value }
note-so-far = { $fact }: { $value } so far
note-assumed = { $fact }: not known, taken for { $value }
note-missing = { $fact }: not known yet
note-not-applicable = { $fact }: does not apply
note-contested = { $fact }: the evidence disagrees
note-not-listed = { $fact }: { $value } (not on the list)
note-wrong-type = { $fact }: cannot be compared

## Values

single-yes = yes
single-no = no
single-code = { $code }
single-number = { $number }
single-day = { $day }

single-instant = { DATETIME($at) }
single-period = { $span }
single-ever = at all times
single-entries = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}
when-day = { $day }
when-instant = { DATETIME($at) }
when-fact = “{ $fact }”
span-both = { $from } to { $until }
span-from = { $from } or later
span-until = { $until } or earlier
span-fact = “{ $fact }”
range-at-least = at least { $least }
range-at-most = at most { $most }
range-between = from { $least } to { $most }
long-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
long-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
long-years = { $count ->
    [one] { $count } year
   *[other] { $count } years
}

listed-either = { LIST($items, type: "or") }
listed-either-cut = { LIST($items, type: "or") } (the first { $shown } of { $of })
listed-every = { LIST($items, type: "and") }
listed-every-cut = { LIST($items, type: "and") } (the first { $shown } of { $of })
listed-none = none

## What is still needed

needed-facts = To decide, we still need the following: { $facts }.
needed-officer = An officer has to decide what our records leave open.
needed-fact-plain = “{ $fact }”
needed-fact-proved = “{ $fact }” (evidence: { $evidence })
