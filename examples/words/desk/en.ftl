## Whether a folder can be used

found-file = File
found-holds = Holds
found-sound = The files in { $folder } fit together; nothing is wrong with them.
found-rehearsed = { $steps ->
    [one] In a rehearsal the training took one step, from its announcement to its papers.
   *[other] In a rehearsal the training took all its { $steps } steps, from its announcement to its papers.
}

## What a file holds

held-authorities = { $count ->
    [one] { $count } authority
   *[other] { $count } authorities
}
held-organisations = { $count ->
    [one] { $count } organisation
   *[other] { $count } organisations
}
held-cooperations = { $count ->
    [one] { $count } cooperation
   *[other] { $count } cooperations
}
held-positions = { $count ->
    [one] { $count } position
   *[other] { $count } positions
}
held-partners = { $count ->
    [one] { $count } partner
   *[other] { $count } partners
}
held-modules = { $count ->
    [one] { $count } module
   *[other] { $count } modules
}
held-sessions = { $count ->
    [one] { $count } session
   *[other] { $count } sessions
}
held-questions = { $count ->
    [one] { $count } question
   *[other] { $count } questions
}
held-answers = { $count ->
    [one] { $count } sheet of answers
   *[other] { $count } sheets of answers
}
held-applicants = { $count ->
    [one] { $count } application
   *[other] { $count } applications
}
held-completions = { $count ->
    [one] { $count } completed module
   *[other] { $count } completed modules
}
held-newcomers = { $count ->
    [one] { $count } newcomer
   *[other] { $count } newcomers
}
held-signatories = { $count ->
    [one] { $count } signatory
   *[other] { $count } signatories
}
held-practices = { $count ->
    [one] { $count } practice
   *[other] { $count } practices
}
held-reviews = { $count ->
    [one] { $count } review
   *[other] { $count } reviews
}

## Rules: columns

column-rule = Rule
column-person = Case
column-change = Change
column-who = Who
column-example = For example
column-before = Before
column-after = Now

## Rules: letters

line-case = Case: { $person }
line-change-one = The answer would be yes if the following were so:
line-change-several = The answer would be yes if any one of the following were so:
line-change-none = There is nothing you could change yourself that would make the answer yes.
line-change-more = There may be other ways. Please ask us.
line-change-perhaps = There may be a way. Please ask us.
line-settling = One thing would be enough to know: “{ $fact }”.
line-settled-met = { $what }: the answer is yes
line-settled-unmet = { $what }: the answer is no
line-certain = { $verdict-key ->
    [met] However this turns out, the answer will be yes.
   *[other] However this turns out, the answer will be no.
}
line-basis = This answer rests on the rule “{ $rule }”, version { $version } (content { $hash }).

## Rules: a new version

line-same = { $old } and { $new } say the same of everybody.
line-classes = { $count ->
    [one] From { $old } to { $new }, the answer changes for one class of people.
   *[other] From { $old } to { $new }, the answer changes for { $count } classes of people.
}
line-partly = Not all of them: the example is one.
line-assuming = If this holds: { LIST($clauses, type: "and") }
line-everybody = anybody
line-moved-none = { $of ->
    [one] The answer stays the same for the one case on the list.
   *[other] The answer stays the same for each of the { $of } cases on the list.
}
line-moved = { $of ->
    [one] The answer changes for the one case on the list.
   *[other] The answer changes for { $count } of { $of } cases on the list.
}
line-more = and { $count } more: `--all` shows them
line-inconclusive = We gave up looking after { $bound } steps: too many facts matter together.

change-gains = gains
change-loses = loses
change-becomes-undetermined = becomes open
change-becomes-unmet = no longer open

## Rules: what is odd of them

sound-fine = { $rule }: nothing odd. Some meet it and some do not, and every clause makes a difference.
sound-always-met = Whoever is known in full meets { $rule }.
sound-never-met = Nobody can meet { $rule }.
sound-may-always-be-met = It could not be shown that anybody fails { $rule } without assuming what some clauses say.
sound-may-never-be-met = It could not be shown that anybody meets { $rule } without assuming what some clauses say.
sound-idle = The clause “{ $clause }” makes no difference: it could be left out.
sound-shadowed = The clause “{ $clause }” makes no difference beside “{ $by }”.
sound-skipped = No clock in { $zone } shows { $wall }: { $meant } is meant.
sound-twice = Clocks in { $zone } show { $wall } twice: the first time is meant, { $meant }.

## Rules: what a fact is

phrase-yes = yes
phrase-no = no
phrase-code = { $code }
phrase-number = { $number }
phrase-counted = { $number } { $unit }
phrase-day = { $day }
phrase-instant = { DATETIME($at) }
phrase-between = from { $from } to { $to }
phrase-during = from { $from } to { $to }
phrase-ever = at all times
phrase-entries = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}
phrase-none = none
phrase-every = { LIST($items, type: "and") }
phrase-so-far = { LIST($items, type: "and") } so far
phrase-either = { LIST($items, type: "or") }
phrase-other-than = anything but { LIST($items, type: "or") }
phrase-at-least = at least { $end }
phrase-more-than = more than { $end }
phrase-at-most = at most { $end }
phrase-less-than = less than { $end }
phrase-since = { $end } or later
phrase-later = later than { $end }
phrase-until = { $end } or earlier
phrase-earlier = earlier than { $end }
phrase-both = { $one } and { $other }
phrase-anything = anything
phrase-known = known, whatever it is
phrase-without = { LIST($items, type: "or") }, none of them
phrase-lacks = without { $item }
phrase-beside = others beside: { $count }
phrase-begins = begins { $when }
phrase-ends = ends { $when }
phrase-no-first-day = has no first day
phrase-no-last-day = has no last day
phrase-one-of = { LIST($items, type: "or") }, at least one of them
phrase-all-of = { LIST($items, type: "and") }, all of them
phrase-with-day = a period with { $day } in it
phrase-without-day = a period without { $day } in it
phrase-missing = not known yet
phrase-not-applicable = not applicable
phrase-contested = the evidence disagrees
phrase-given-up = given up
phrase-of = “{ $fact }”: { $value }

## What a register holds, and what changed in it

register-country = Country
register-level = Level
register-kind = Kind
register-entries = Entries
register-kind-untold = not told
register-as-of = { $codes }, as of { $edition }
register-rows = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}: { $entries ->
    [one] { $entries } entry
   *[other] { $entries } entries
}, { $refused } refused
register-more = and { $count } more: `--all` shows them
register-changes = { $count ->
    [one] { $count } change since { $since }
   *[other] { $count } changes since { $since }
}
changed-appeared = { $which } appeared
changed-ended = { $which } ended
changed-renamed = { $which } is called { $to } now
changed-other-kind = { $which } has another kind: { $to }, before: { $from }
changed-moved = { $which } lies in { $to }, before: in { $from }
changed-recoded = { $which } has the code { $to } now
changed-merged = { $which } became part of { $into }
changed-divided = { $which } gave a part of itself to { $into }
changed-listed = { $country }, { $level }: { $count ->
    [one] { $count } authority is listed for the first time
   *[other] { $count } authorities are listed for the first time
}
changed-unlisted = { $country }, { $level }: { $count ->
    [one] { $count } authority is not listed any more
   *[other] { $count } authorities are not listed any more
}
changed-otherwise = Something changed that this desk has no words for
changed-by-areas = { $change } (recognised by the areas)
changed-by-residents = { $change } (recognised by the residents)
changed-by-name = { $change } (recognised by the name)

## Seats: the draw

lots-list = List { $list }, applications: { $applicants }, hash: { $hash }
lots-not-frozen = Nothing is frozen yet: `--frozen-at` freezes the lists.
lots-late = A later list is not frozen yet: `--frozen-at` freezes it.
lots-frozen = Frozen: { $at }
lots-publish = Publish the hashes now, before a seed can be known.
lots-not-drawn = The lists are frozen and not drawn yet: `--seed`, `--source` and `--known-at` draw them.
lots-seed = Seed of list { $list }: { $value } (source: { $source }; known: { $known-at })
lots-redrawn = List { $list } was drawn again: { $reason }
lots-computed = The hashes are those of the lists, and every lot was computed anew from what was published.
lots-more = { $count ->
    [one] and { $count } more: `--first` shows it
   *[other] and { $count } more: `--first` shows them
}
lots-place = Place
lots-applicant = Application
lots-lot = Lot
lots-written = Written: { $file }
lots-already-frozen = All lists are frozen already.
lots-already-drawn = All lists are drawn already: to draw one again, give the reason with `--again`.
lots-nothing-to-draw = The lists have to be frozen first, and their hashes published: `--frozen-at`.
lots-nothing-to-redraw = What was never drawn cannot be drawn again.

## Seats: the result

seated-group = Group
seated-seats = Seats
seated-unlimited = no limit
seated-taken = Taken
seated-full = Full
seated-reached = { $limit } ({ $held })
seated-summary = Applications: { $applications }; with a seat: { $seated }; of these in their first choice: { $first }.
seated-closed = “{ $group }” was closed: it came to { $held } people and needs { $minimum }.
heard-accepted = { $thorough ->
    [true] The result is right: it follows from the problem and the draw, nobody was passed over, and nobody could have been served better.
   *[false] The result is right: it follows from the problem and the draw, and nobody was passed over.
}
heard-rejected = { $violations ->
    [one] The result is wrong: { $violations } fault.
   *[other] The result is wrong: { $violations } faults.
}
letter-lot = In the draw this application came to place { $place } of { $applications }. Its lot: { $lot }
letter-check = Anybody can check the draw and the result with the documents that were published for “{ $problem }” (hash of the problem: { $hash }).
letter-unknown = There is no application “{ $applicant }”.
letter-unsound = Nothing is based on a result that is wrong.

## Seats: who moves

moves-applicant = Application
moves-before = Before
moves-now = Now
moves-what = What it is
moves-up = better
moves-gone = given up
moves-worse = worse
moves-none = no seat
moves-nobody = Nobody moves.
moves-summary = Better off: { $up }; given up: { $gone }; worse off: { $worse }.
moves-not-written = Nothing was written, because somebody would lose by it.
moves-unharmed = Nobody loses by it.
