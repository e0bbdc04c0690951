## Which text of a practice it is

stage-unwritten = not written yet
stage-draft = draft
stage-submitted = submitted, waiting for review
stage-information-wanted = waiting for more information
stage-reviewed = reviewed
stage-published = published
stage-declined = declined
stage-archived = archived

step-draft = writing
step-submit = submission
step-ask-for-information = request for information
step-review = review
step-publish = publication
step-decline = rejection
step-archive = archiving

## Records

recurrence-once = once
recurrence-yearly = per year

lesson-kind-difficulty = difficulty
lesson-kind-failure = what failed
lesson-kind-advice = advice

channel-contest = contest
channel-exchange-group = exchange group
channel-training-project = training
channel-own-office = own office
channel-media = media
channel-recommendation = recommendation

part-service-areas = service areas
part-summary = summary
part-situation = the situation before
part-actions = what was done
part-resources = resources
part-timescale = timescale
part-results = results
part-lessons = lessons learnt
part-transferability = transferability
part-origin = origin

## Evidence

evidence-source-statement = statement
evidence-source-measurement = measurement
evidence-source-evaluation = evaluation

grade-claimed = claimed
grade-measured = measured
grade-independently-evaluated = independently evaluated

## Reviews

interest-owner = The reviewer works for an authority whose practice this is ({ $authority }), and so cannot judge it.
interest-author = The reviewer works for an authority that wrote the description ({ $authority }), and so cannot judge it.
interest-submitted = The reviewer submitted the description, and so cannot judge it.

criterion-relevance = relevance
criterion-participation = participation
criterion-cooperation = cooperation
criterion-effectiveness = effectiveness
criterion-efficiency = efficiency
criterion-sustainability = sustainability
criterion-replicability = replicability

score-error = { $points } is not a score; please give a whole number from 1 to 5.

## Archiving

archive-ground-outdated = out of date
archive-ground-discontinued = discontinued
archive-ground-replaced-by = replaced by another practice

## Why something cannot be done to a practice

practice-refusal-wrong-stage = { $step-key ->
    [draft] The description cannot be rewritten now.
    [submit] The description cannot be submitted now.
    [ask-for-information] More information cannot be asked for now.
    [review] The description cannot be reviewed now.
    [publish] The description cannot be published now.
    [decline] The description cannot be declined now.
   *[archive] The practice cannot be archived now.
} Current status: { $stage }.
practice-refusal-other-code = This practice has the code “{ $expected }”, and the description is of “{ $found }”. The code of a practice never changes.
practice-refusal-other-id = In this collection, the practice “{ $code }” has another internal number.
practice-refusal-incomplete = The description is not complete. Still missing: { $missing }.
practice-refusal-reviewed-already = This person has reviewed this text already.
practice-refusal-nothing-scored = A review needs a score for at least one criterion.
practice-refusal-slot-class = What was written has to be kept for its own purpose, and it would be kept for another one.
practice-refusal-replaces-itself = A practice cannot be replaced by itself.
practice-refusal-successor-unknown = The practice that is to replace this one was not found.
practice-refusal-successor-unpublished = The practice that is to replace this one is not published.

## Handbooks

order-title = by title
order-authority = by authority
order-selected = as selected

month-january = January
month-february = February
month-march = March
month-april = April
month-may = May
month-june = June
month-july = July
month-august = August
month-september = September
month-october = October
month-november = November
month-december = December

span-year = { $year }
span-years = { $first } – { $last }
span-month = { $month } { $year }
span-months = { $first-month } { $first-year } – { $last-month } { $last-year }
span-since = since { $month } { $year }
span-until = until { $month } { $year }
span-open = –

caption-handbook = Handbook
caption-contents = Contents
caption-foreword = Foreword
caption-by-area = Index by service area
caption-by-authority = Index by authority
caption-situation = The situation before
caption-actions = What was done
caption-resources = Resources
caption-cost = Cost
caption-timescale = Timescale
caption-results = Results
caption-lessons = Difficulties and lessons
caption-transferability = Can others do the same?
caption-areas = Service areas
caption-origin = Where it comes from
caption-funding = Paid by
caption-authors = Written by
caption-evidence = Evidence
caption-cite-as = Cite as
caption-before = before
caption-after = after
caption-foreign = in the original language
caption-fictitious = invented example
caption-fictitious-note = Authorities marked as invented examples do not exist; their practices and figures were written for illustration.

caption-chapter = Practice { $number }
