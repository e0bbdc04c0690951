## Standing

standing-waiting = is waiting
standing-accepted = accepted for good
standing-keep-higher = keeps the seat, waiting for something better
standing-cancelled = has given up

## Limit

limit-capacity = number of seats
limit-quota = { $plain ->
    [true] quota “{ $quota }”
   *[false] quota “{ $quota }”: { $values }
}
limit-overall = { $plain ->
    [true] cap over all groups, “{ $name }”
   *[false] cap over all groups, “{ $name }”: { $values }
}

## Violation

violation-other-problem = The result belongs to another problem: its hash is { $claimed }, that of this problem is { $computed }.
violation-other-mechanism = The result says that the seats were given out in another way than the problem does.
violation-missing = “{ $applicant }” applied and is missing from the result.
violation-twice = “{ $applicant }” stands in the result more than once.
violation-unknown-applicant = “{ $applicant }” stands in the result and did not apply.
violation-unknown-group = The result names a group that there is not: “{ $group }”.
violation-not-asked = “{ $applicant }” has a seat in “{ $group }” without having asked for one there.
violation-wrong-choice = { $untold ->
    [true] The result does not say which choice the seat of “{ $applicant }” is.
   *[false] The result counts the seat of “{ $applicant }” as choice { $claimed }, which it is not.
}
violation-overfull = “{ $group }” holds more people than it may: { $held } instead of { $cap } ({ $limit }). One seat too many each: { $beyond }.
violation-overfull-overall = More people have seats than may: { $held } instead of { $cap } ({ $limit }). One seat too many each: { $beyond }.
violation-wasted = There is a seat in “{ $group }” for “{ $applicant }”, who wants it and was left out.
violation-passed-over = “{ $applicant }” wants a seat in “{ $group }” and comes before “{ $holder }”, who has one ({ $limit }).
violation-reserve-unfilled = “{ $applicant }” wants a seat in “{ $group }” and would fill a reserve; “{ $holder }”, who has the seat, does not ({ $limit }).
violation-wrong-turn = { $due ->
    [absent] { $given ->
        [absent] The turn of “{ $applicant }” was not kept.
       *[other] When the turn of “{ $applicant }” came, there was no seat; the result gives one in “{ $given }”.
    }
   *[other] { $given ->
        [absent] When the turn of “{ $applicant }” came, a seat in “{ $due }” was due; the result gives none.
       *[other] When the turn of “{ $applicant }” came, a seat in “{ $due }” was due; the result gives one in “{ $given }”.
    }
}
violation-wrong-key = The lot of “{ $applicant }” is { $computed }; the result says { $claimed }.
violation-other-lists = Not every list was drawn. Lists of applicants: { $lists }; lists drawn: { $drawn }.
violation-wrong-list-hash = List { $list } has the hash { $computed }, not { $claimed }: other people are on it than were frozen.
violation-not-drawn = List { $list } was never drawn.
violation-seed-older-than-freeze = The seed of list { $list } was known at { $known-at }, before the list was frozen ({ $frozen-at }).
violation-seed-older-than-replaced = The new seed of list { $list } was known at { $known-at }, before the one that it replaces ({ $replaced }).
violation-other-draw = The result has another draw of list { $list } than the one that was published.
violation-wrong-group = What the result says of “{ $group }” does not follow from who has a seat there.
violation-wrong-cutoff = Whom the result names as the last to get into “{ $group }” is not the last ({ $limit }).
violation-group-times = { $untold ->
    [true] The result says nothing of “{ $group }”.
   *[false] The result tells of “{ $group }” more than once ({ $times }).
}
violation-closed-and-held = “{ $group }” was closed, and people have seats there all the same ({ $held }).
violation-too-small = “{ $group }” takes place with fewer people than it needs: { $held } instead of { $minimum }.
violation-wrong-closure = “{ $group }” was closed in step { $step }, where nothing in the rules closes it.
violation-not-optimal = { $given ->
    [absent] “{ $applicant }” has no seat, though one in “{ $possible }” was possible without passing anybody over.
   *[other] “{ $applicant }” has a seat in “{ $given }”, though one in “{ $possible }” was possible without passing anybody over.
}

## SeedRefused

seed-refused-older-than-freeze = This seed must not be used: it was known at { $known-at }, and list { $list } was only frozen at { $frozen-at }.
seed-refused-older-than-replaced = This seed must not be used: it was known at { $known-at }, and the one that it replaces for list { $list } at { $replaced }.
seed-refused-no-such-list = There is no list { $list }.
seed-refused-drawn-too-often = List { $list } has been drawn as often as a list can be ({ $limit }).

## FreezeError

freeze-error = The list cannot be frozen at that moment: an earlier list was frozen later ({ $before }).

## CarryError

carry-error-other-problem = The draw belongs to another allocation.
carry-error-other-list = List { $list } is not the one that was drawn.

## RerunError

rerun-error-rolling = Seats that are given out as people come move on as people leave: enter when somebody withdrew (`withdrawn_at`), and allocate again.
rerun-error-chain-needs-nested = A vacancy chain needs groups that choose for themselves: the mechanism `nested`.

## ChangeError

change-error-other-draw = The changed rules need the draw that was made: keep the id, the lists and the seeds.
change-error-group-gone = Somebody has a seat in “{ $group }”, which is not there any more.

## Unfit, NoOrder

unfit-not-nested = The problem does not declare that its quotas are nested, so they may cross.
unfit-reserves = The plan “{ $plan }” has reserves, which only `nested` can keep.
unfit-priorities = The plan “{ $plan }” has a priority of its own, and all must choose in one order.
unfit-no-arrival = The problem does not say who came when.
no-order = The order of the plan “{ $plan }” does not have everybody exactly once.

## Explanation

explanation = { $seat ->
    [absent] { $best ->
        [true] The application “{ $applicant }” asks for no group.
       *[false] The application “{ $applicant }” has no seat.
    }
   *[other] { $best ->
        [true] The application “{ $applicant }” has a seat in “{ $seat }”, its first choice.
       *[false] The application “{ $applicant }” has a seat in “{ $seat }”.
    }
}
missed = Choice { $choice }, “{ $group }”. { $why }
why-closed = The group was closed: too few people would have been in it.
why-full = All that may be taken here is taken: { $held } of { $cap } ({ $limit }). The last to get in of those whose place this application could have had is “{ $holder }”. { $decided } Had this application come before that one, it would have got in.
why-kept = All that may be taken here is taken: { $held } of { $cap } ({ $limit }). What this application could have had is kept for others: { $reserved }. Nothing that it is ranked by could have changed that.
why-freed-since = There was no seat for this application when it was answered; one has become free since, and the answer was for good.
why-withdrawn = The application was withdrawn.
why-wrong = Nothing stands in the way of this application: the result is wrong here.
decided-list = It stands on an earlier list: { $needed }, not { $own }.
decided-key = { $own ->
    [absent] { $needed ->
        [absent] The two are equal in “{ $by }”.
       *[other] It comes first by “{ $by }”: { $needed }, where this application has nothing.
    }
   *[other] { $needed ->
        [absent] It comes first by “{ $by }”, where it has nothing and this application has { $own }.
       *[other] It comes first by “{ $by }”: { $needed } comes before { $own }.
    }
}
decided-lot = The two are equal in everything else, and the draw decided (lot { $first } before { $second }).
