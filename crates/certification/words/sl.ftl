## Zakaj potrdilo ne pripada

no-award-unmet = Merilo »{ $criterion }« (različica { $version }) ni izpolnjeno.
no-award-undetermined = { $missing ->
    [0] O tem, ali je merilo »{ $criterion }« (različica { $version }) izpolnjeno, mora še odločiti uradna oseba.
    [one] Ali je merilo »{ $criterion }« (različica { $version }) izpolnjeno, še ni mogoče reči: manjka { $missing } podatek.
    [two] Ali je merilo »{ $criterion }« (različica { $version }) izpolnjeno, še ni mogoče reči: manjkata { $missing } podatka.
    [few] Ali je merilo »{ $criterion }« (različica { $version }) izpolnjeno, še ni mogoče reči: manjkajo { $missing } podatki.
   *[other] Ali je merilo »{ $criterion }« (različica { $version }) izpolnjeno, še ni mogoče reči: manjka { $missing } podatkov.
}
no-award-waiver-not-needed = Merilo je izpolnjeno, zato izjeme ne navajajte.
no-award-waiver-reason = Razlog za izjemo se hrani v predalu za prosto besedilo; navedeni predal je namenjen nečemu drugemu.

## Kaj register pove o potrdilu

status-not-yet-valid = velja od { DATE($from, style: "short") }
status-valid = { $last-day ->
    [absent] velja
   *[other] velja do { DATE($last-day, style: "short") }
}
status-expired = ne velja več (potek: { DATE($last-day, style: "short") })
status-revoked = preklic z dnem { DATE($from, style: "short") }

## Kaj izdaja pomeni za eno osebo

outcome-receives = Izdano bo potrdilo št. { $number }.
outcome-issued = Potrdilo št. { $number } je bilo izdano že prej.

## Številke

number-error = Številka potrdila ima največ 96 znakov: črke, števke in znake -/._:().

## Zakaj registra ni mogoče odpreti

open-refusal-already = Register je že odprt, njegovi dnevi pa se štejejo v časovnem pasu { $zone }.
open-refusal-other-issuer = Vsak izdajatelj ima en register, ta pa pripada drugemu izdajatelju.

## Zakaj vrste potrdila ni mogoče sprejeti

adopt-refusal-not-open = Register še ni odprt.
adopt-refusal-other-content = Različica { $version } za vrsto potrdila »{ $scheme }« je že sprejeta z drugačno vsebino. Spremembi dajte novo številko različice.
adopt-refusal-not-newer = Za vrsto potrdila »{ $code }« je že sprejeta različica { $newest }. Nova različica mora imeti višjo številko.

## Zakaj potrdil ni mogoče izdati

issue-refusal-not-open = Register še ni odprt.
issue-refusal-unknown-scheme = V registru za vrsto potrdila »{ $scheme }« ni sprejeta različica { $version }.
issue-refusal-not-in-force = Merilo »{ $criterion }« (različica { $version }) na dan { DATE($on, style: "short") } ne velja.
issue-refusal-year = Potrdilo ne more nositi datuma { DATE($on, style: "short") }, ker se leto zapiše s štirimi števkami.
issue-refusal-no-such-day = V časovnem pasu { $zone } ni dneva { DATE($on, style: "short") }.
issue-refusal-candidates = { $refused ->
    [one] Izdano ni bilo nobeno potrdilo, ker ga { $refused } oseba s seznama ne more prejeti (vseh na seznamu: { $of }).
    [two] Izdano ni bilo nobeno potrdilo, ker ga { $refused } osebi s seznama ne moreta prejeti (vseh na seznamu: { $of }).
    [few] Izdano ni bilo nobeno potrdilo, ker ga { $refused } osebe s seznama ne morejo prejeti (vseh na seznamu: { $of }).
   *[other] Izdano ni bilo nobeno potrdilo, ker ga { $refused } oseb s seznama ne more prejeti (vseh na seznamu: { $of }).
}

## Zakaj ena oseba s seznama ne more prejeti potrdila

candidate-refusal-no-facts = O udeležbi te osebe ni podatkov.
candidate-refusal-holds = Ta oseba že ima potrdilo te vrste za isto izvedbo (št. { $number }).
candidate-refusal-twice = Ta oseba je na seznamu dvakrat.
candidate-refusal-id-taken = Identifikator tega potrdila že nosi drugo potrdilo.
candidate-refusal-holder-class = Ime se hrani v predalu za nujne podatke registra; navedeni predal je namenjen nečemu drugemu.
candidate-refusal-slot-taken = Predal, naveden za podatke te osebe, že pripada drugemu vpisu.
candidate-refusal-used-up = Vse številke oblike »{ $format }« so porabljene.

## Zakaj potrdila ni mogoče preklicati

revoke-refusal-not-open = Register še ni odprt.
revoke-refusal-unknown = V registru ni takega potrdila.
revoke-refusal-already = Potrdilo št. { $number } je že preklicano z dnem { DATE($from, style: "short") } in tako ostane.
revoke-refusal-ahead = Preklic velja od današnjega ali preteklega dne; { DATE($from, style: "short") } je še pred nami (danes je { DATE($today, style: "short") }).
revoke-refusal-before-issue = Preklic ne more veljati od { DATE($from, style: "short") }; prvi možni dan je { DATE($earliest, style: "short") }.
revoke-refusal-no-such-day = V časovnem pasu { $zone } ni dneva { DATE($from, style: "short") }.
revoke-refusal-reason-class = Razlog preklica se hrani v predalu za prosto besedilo; navedeni predal je namenjen nečemu drugemu.
revoke-refusal-slot-taken = Predal, naveden za razlog, že pripada drugemu vpisu.

## Kaj potrdilo potrjuje

kind-attendance = udeležba
kind-completion = zaključek usposabljanja
kind-examined = opravljen izpit

extent-minutes = { $minutes ->
    [one] { $minutes } minuta
    [two] { $minutes } minuti
    [few] { $minutes } minute
   *[other] { $minutes } minut
}
extent-course-hours = { $hours ->
    [one] { $hours } pedagoška ura
    [two] { $hours } pedagoški uri
    [few] { $hours } pedagoške ure
   *[other] { $hours } pedagoških ur
}

statement-error = To, kar se potrjuje, bi se končalo { DATE($last-day, style: "short") }, torej pred začetkom { DATE($first-day, style: "short") }.

## Kako dolgo potrdila veljajo

validity-unlimited = neomejeno
validity-years = { $years ->
    [one] { $years } leto
    [two] { $years } leti
    [few] { $years } leta
   *[other] { $years } let
}
validity-months = { $months ->
    [one] { $months } mesec
    [two] { $months } meseca
    [few] { $months } meseci
   *[other] { $months } mesecev
}
validity-end-of-year = { $years ->
    [0] do konca leta izdaje
    [1] do konca leta, ki sledi letu izdaje
    [one] do konca leta, { $years } leto po letu izdaje
    [two] do konca leta, { $years } leti po letu izdaje
    [few] do konca leta, { $years } leta po letu izdaje
   *[other] do konca leta, { $years } let po letu izdaje
}
