### What the example `academy` says.

## The parts of the sheet

part-recruitment = Recruitment
part-participation = Modules completed
part-register = Register of certificates
part-represented = Authorities and institutions represented
part-survey = Survey
part-successor = Who could join: { $programme }

## Columns and rows

column-purpose = Purpose
column-modelled-on = Modelled on
column-part-of = Part of
column-edition = Edition
column-form = Form
column-duration = Duration
column-partner = Partner
column-roles = Roles
column-module = Module
column-window = Applications
column-seats = Seats
column-rule = Rule
column-who-may-come = Who may come
column-applicant = Applicant
column-sent-by = Sent by
column-position = Position
column-decision = Decision
column-conditions-met = Conditions met
column-completed = Completed
column-first = First day
column-last = Last day
column-issued-by = Issued by
column-handed-over = Handed over
column-number = Number
column-holder = Holder
column-certificate = Certificate
column-version = Version
column-issued-on = Issued on
column-ceremony-on = Handed over on
column-place = Place
column-status = Status
column-note = Note
column-kind = Kind
column-count = Count
column-which = Which
column-question = Question
column-answers = Answers
column-mean = Mean
column-distribution = Distribution
column-person = Person
column-from = From
column-could-join = Could join
column-why = Why

## The programme

offered-umbrella = “{ $title }”; run by { $run-by }{ $since ->
    [absent] { "" }
   *[other] { "" }; since { $since }
}{ $activities ->
    [absent] { "" }
   *[other] { "" }; activities: { $activities }
}
offered-form = { $pilot ->
    [true] { $delivery }, as a pilot
   *[false] { $delivery }
}
offered-duration = { $weeks ->
    [one] { $weeks } week
   *[other] { $weeks } weeks
}, from { $from } to { $until }
offered-steward = steward

## The call and the applications

called-window = from { $from } to { $until } ({ $zone })
called-rule = { $rule }, version { $version } ({ $hash }…)
applied-institution = { $institution } ({ $authority })
applied-seated = { $status }, seat { $seat }
applied-none = none (see below)
applied-unsettled = not settled (see below)
applied-otherwise = see below
applied-not-examined = not examined
applied-by-authority = { $position ->
    [absent] { $name }, sent by { $authority }
   *[other] { $name }, { $position }, sent by { $authority }
}
applied-by-institution = { $position ->
    [absent] { $name }, sent by { $institution }, which names { $authority } as the municipality it works with
   *[other] { $name }, { $position }, sent by { $institution }, which names { $authority } as the municipality it works with
}
applied-not-in-time = Whether the conditions are met was not settled in time.
applied-counted = { $applications ->
    [one] { $applications } application
   *[other] { $applications } applications
}: { $admitted } admitted, { $refused } refused, { $withdrawn } withdrawn

## Taking part, and certificates

taken-of = { $done } of { $all }
taken-all = { $done } of { $all ->
    [one] { $all } participant
   *[other] { $all } participants
} completed { $modules ->
    [one] the one module
   *[other] all { $modules } modules
}
taken-outstanding = { $name } has not completed: { $modules }
taken-handed-over = { DATE($on, style: "weekday") }, { $place }
taken-certificates = { $certificates ->
    [one] { $certificates } certificate
   *[other] { $certificates } certificates
} for { $participants ->
    [one] { $participants } participant
   *[other] { $participants } participants
}
taken-institution = institution that works with a municipality

## The survey

asked-answered = { $answered } of { $invited } answered, without names. A question that fewer than { $cell ->
    [one] { $cell } person
   *[other] { $cell } people
} answered is not shown.
asked-suppressed = not shown
asked-below = see below
asked-remark = “{ $text }”
asked-would-go-on = { $yes } of { $n } would join a follow-up

## The programme that may go on

joins-yes = yes
joins-no = no
joins-unsettled = not settled
joins-counted = { $could } of { $all } could join

## Under the sheet

closing-specimen = A specimen: the programme, its partners and the eight city municipalities are real. Everything else is made up: the people, their answers, and all other authorities and institutions.
closing-files = Files in { $out }: { $changed } written, { $same } unchanged
closing-same = The store holds the whole training already: nothing has changed
closing-stored = { $stored ->
    [one] { $stored } step was stored
   *[other] { $stored } steps were stored
}
closing-resumed = { $stored ->
    [one] An earlier run had stopped; { $stored } of { $steps } steps was left and has now been stored
   *[other] An earlier run had stopped; { $stored } of { $steps } steps were left and have now been stored
}

## The certificate

printed-certificate = Certificate
printed-certifies = This is to certify that
printed-completed = has completed all modules of the programme
printed-given = { $place }, { $on }
printed-number = No. { $number }
printed-specimen = specimen, invented people

erased = [erased]
day = { DATE($day, style: "medium") }

## The steps of a run

deed-name-files = name the files
deed-draft-programme = draft the programme
deed-approve-programme = approve the programme
deed-offer-programme = offer the programme
deed-plan-edition = plan the edition
deed-announce-edition = announce the edition
deed-begin-edition = begin the edition
deed-finish-edition = finish the edition
deed-announce-recruitment = announce the recruitment
deed-open-recruitment = open the recruitment
deed-close-recruitment = close the recruitment
deed-finish-recruitment = finish the recruitment
deed-submit-application = submit the application of { $of }
deed-withdraw-application = withdraw the application of { $of }
deed-decide-application = decide the application of { $of }
deed-refuse-application = refuse the application of { $of }
deed-confirm-application = confirm the application of { $of }
deed-admit-application = admit the application of { $of }
deed-join = let { $person } take part
deed-complete = complete { $module } for { $of }
deed-finish-participation = close the record of { $person }
deed-open-survey = open the survey
deed-issue-tokens = issue the survey’s access codes
deed-spend-token = use survey access code { $nth }
deed-collect-answers = collect the answers
deed-close-survey = close the survey
deed-draft-practice = draft the practice { $practice }
deed-submit-practice = submit the practice { $practice }
deed-review-practice = review the practice { $practice }
deed-publish-practice = publish the practice { $practice }
deed-open-register = open the register
deed-adopt-scheme = adopt the scheme
deed-issue-certificates = issue the certificates
deed-read = read the { $kind }

## Why a run ended early

mishap-files = These files cannot be used. Nothing was stored.
mishap-refused = { $origin }: { $step }: { $reason }
mishap-store = Stopped at the step “{ $step }”. Run it again, and it goes on from there.
mishap-papers = The papers cannot be made.
mishap-handbook = The handbook cannot be made from handbook.toml.
mishap-path = “{ $path }” cannot be written.
mishap-unopened = The store cannot be opened.
mishap-other-files = The store holds this training as other files describe it. Name another store with --store.
mishap-unreadable = The records cannot be read.
missing-programme = The store holds no programme.
missing-edition = The store holds no edition.
missing-recruitment = The store holds no recruitment.
missing-scheme = The store does not hold the scheme of a certificate.
missing-application = The store does not hold the application of somebody with a certificate.
mishap-screen = What was to be shown cannot be written.
mishap-cause = Cause: { $text }
