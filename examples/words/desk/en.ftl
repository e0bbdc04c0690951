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
