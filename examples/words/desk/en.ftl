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
