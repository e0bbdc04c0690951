### What participations and surveys say, in English.

## How far a participation has come

participation-status-taking-part = taking part
participation-status-finished = finished on { $on }
participation-status-left = left on { $on }

## What a correction says was recorded wrongly

corrected-completion = completion of the module “{ $module }” on { $on }
corrected-closing = closing of the record ({ $status })

## Why a participation says no

participation-refusal-not-joined = The person does not take part in this edition yet. Please let them join first.
participation-refusal-joined = The person already takes part in this edition with another admission.
participation-refusal-finished = The participation was finished on { $on }. To record more, please reopen it and give a reason.
participation-refusal-left = The person left on { $on }, and this admission has been used. They can join again with a new admission, or you can reopen the participation and give a reason.
participation-refusal-not-closed = The participation has not been closed, so there is nothing to reopen.
participation-refusal-edition-takes-nobody = { $status-key ->
    [absent] The edition has not been planned yet. People can join once it has been announced.
    [planned] The edition has not been announced yet. People can join once it has.
    [finished] The edition is over, so nobody can join it any more.
   *[cancelled] The edition has been cancelled, so nobody can join it.
}
participation-refusal-edition-not-running = { $status-key ->
    [cancelled] The edition has been cancelled, so no modules are recorded as completed.
   *[other] The edition has not begun yet. Modules can be recorded as completed once it has.
}
participation-refusal-before-start = The edition begins on { $starts }, so no module can have been completed on { $on }.
participation-refusal-in-future = Today is { $today }, and { $on } is still to come. Please give a day that is no later than today.
participation-refusal-unknown-module = The module “{ $module }” is not taught in this edition. Its modules are: { $modules }.
participation-refusal-completed-already = The module “{ $module }” is already recorded as completed on { $on }. To correct that, please annul it first and give a reason.
participation-refusal-not-completed = The module “{ $module }” is not recorded as completed, so there is nothing to annul.
participation-refusal-outstanding = The participation cannot be finished yet, because the edition is not over. Modules still open: { $modules }.
participation-refusal-reason-class = The storage slot { $slot } is not meant for free text, so no reason can be kept in it.
participation-refusal-other-id = The participation of this person in this edition has the id { $wanted }, not { $is }.
participation-refusal-other-edition = This participation belongs to the edition with the id { $wanted }, not { $given }.
participation-refusal-other-programme = The programme with the id { $given } does not have the version that this edition teaches.

## Why an anonymous change is not recorded

anonymous-commit-error-id-not-random = The id of an anonymous record has to be drawn at random.
anonymous-commit-error-stage = The change to the survey cannot be recorded.

## Answers

answer-scale = { $point }
answer-choice = { $option }
answer-yes-no = { $yes ->
    [true] yes
   *[false] no
}
intent-yes = yes
intent-no = no
intent-undecided = undecided

## Why answers make no batch

batch-error-empty = A batch has a number from 1 on and holds the answers of at least one person.
batch-error-count = The question “{ $question }” is listed without an answer, or with more answers than there are people.
batch-error-slot-order = The storage slots of the remarks have to stand in the order of their ids, each of them once.
batch-error-slot-class = The storage slot { $slot } is not meant for free text.
batch-error-slot-not-random = The id of the storage slot { $slot } was not drawn at random.
batch-error-too-few-slots = { $remarks ->
    [one] { $remarks } remark needs { $remarks } storage slot
   *[other] { $remarks } remarks need { $remarks } storage slots
}, but { $slots ->
    [0] none was given.
    [one] only { $slots } was given.
   *[other] only { $slots } were given.
}

## How a question is answered

question-kind-scale = scale from { $min } to { $max }
question-kind-choice = { $count ->
    [one] choice of { $count } option
   *[other] choice of { $count } options
}
question-kind-yes-no = yes or no
question-kind-intent-to-continue = intent to continue
question-kind-free-text = in one’s own words

## How many people’s answers are shown together

minimum-cell-three = at least three people
minimum-cell-five = at least five people
minimum-cell-ten = at least ten people

## Why a survey says no

survey-refusal-not-opened = The survey has not been opened yet. Please open it first, with its questions and its period.
survey-refusal-opened-otherwise = The survey is already open with other questions or another period.
survey-refusal-window-over = Nobody could answer this survey: its period ended on { $ended }.
survey-refusal-closed = The survey is closed. To ask again, please open a new one.
survey-refusal-too-early = The survey cannot be answered yet: its period begins on { $opens }.
survey-refusal-too-late = The survey can no longer be answered: its period ended on { $ended }.
survey-refusal-no-token = There are no access codes to be issued.
survey-refusal-token-issued = An access code is issued only once. Please draw a new one for every participant.
survey-refusal-token-unknown = This access code does not belong to this survey. Please check it.
survey-refusal-token-spent = This access code has already been used: everybody answers once.
survey-refusal-sheet = Please check your answers. They do not fit these questions: { $questions }.
survey-refusal-misfit = The answers to the question “{ $question }” do not fit what the survey asks.
survey-refusal-too-few = { $sheets ->
    [0] There are no answers to be published yet
    [one] The answers of only { $sheets } person are waiting to be published
   *[other] The answers of only { $sheets } people are waiting to be published
}; { $at-least ->
    [one] those of at least { $at-least } person are needed.
   *[other] those of at least { $at-least } people are needed.
}
survey-refusal-more-than-spent = { $sheets ->
    [one] The answers of { $sheets } person cannot be published:
   *[other] The answers of { $sheets } people cannot be published:
} { $unpublished ->
    [0] no access code has been used for answers that are not published yet.
    [one] only { $unpublished } access code has been used for answers that are not published yet.
   *[other] only { $unpublished } access codes have been used for answers that are not published yet.
}
survey-refusal-no-token-spent = All answers that were handed in are in the box already. Please use up an access code first, and put in its answers only once.
survey-refusal-out-of-turn = The next batch to be published is number { $expected }, not number { $found }.
survey-refusal-slot-taken = One of the storage slots already holds a remark of an earlier batch. Please draw new ones.
survey-refusal-other-survey = These answers were collected for another survey.

## What a survey has shown

results = Invited: { $invited }. Answers counted: { $answered }. A question’s answers are shown { $minimum-cell ->
    [one] once at least { $minimum-cell } person has answered it.
   *[other] once at least { $minimum-cell } people have answered it.
}
outcome-suppressed = not shown, because fewer people than the minimum have answered
outcome-counted = { $averaged ->
    [false] { $n ->
        [one] { $n } answer
       *[other] { $n } answers
    }
   *[true] { $n ->
        [one] { $n } answer, { $mean } on average
       *[other] { $n } answers, { $mean } on average
    }
}
outcome-remarks = { $count ->
    [one] { $count } remark
   *[other] { $count } remarks
}

## Answers and access codes that cannot be read

unreadable-sheet = These answers cannot be read. Please fill in the survey again.
token-error = This is not an access code for a survey. Please check that it is complete.
