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
