## Stanje opisa prakse

stage-unwritten = še ni napisan
stage-draft = osnutek
stage-submitted = oddan, čaka na recenzijo
stage-information-wanted = čaka na dopolnitev
stage-reviewed = recenziran
stage-published = objavljen
stage-declined = zavrnjen
stage-archived = arhiviran

step-draft = pisanje
step-submit = oddaja
step-ask-for-information = prošnja za dopolnitev
step-review = recenzija
step-publish = objava
step-decline = zavrnitev
step-archive = arhiviranje

## Opisi

recurrence-once = enkratno
recurrence-yearly = na leto

lesson-kind-difficulty = težava
lesson-kind-failure = kaj ni uspelo
lesson-kind-advice = nasvet

channel-contest = natečaj
channel-exchange-group = skupina za izmenjavo
channel-training-project = usposabljanje
channel-own-office = lastna služba
channel-media = mediji
channel-recommendation = priporočilo

part-service-areas = področja
part-summary = povzetek
part-situation = stanje prej
part-actions = kaj je bilo narejeno
part-resources = sredstva
part-timescale = časovni okvir
part-results = rezultati
part-lessons = spoznanja
part-transferability = prenosljivost
part-origin = izvor opisa

## Dokazila

evidence-source-statement = izjava
evidence-source-measurement = meritev
evidence-source-evaluation = vrednotenje

grade-claimed = po navedbi lastnika
grade-measured = izmerjeno
grade-independently-evaluated = neodvisno ovrednoteno

## Recenzije

interest-owner = Oseba, ki naj bi presojala opis, dela za občino, katere praksa je to ({ $authority }), zato ga ne more presojati.
interest-author = Oseba, ki naj bi presojala opis, dela za občino, v kateri je opis nastal ({ $authority }), zato ga ne more presojati.
interest-submitted = Opis je oddala ista oseba, zato ga ne more presojati.

criterion-relevance = ustreznost
criterion-participation = vključenost deležnikov
criterion-cooperation = sodelovanje
criterion-effectiveness = uspešnost
criterion-efficiency = učinkovitost
criterion-sustainability = trajnost
criterion-replicability = ponovljivost

score-error = { $points } ni ocena: navedite celo število od 1 do 5.

## Arhiviranje

archive-ground-outdated = zastarela
archive-ground-discontinued = se ne izvaja več
archive-ground-replaced-by = nadomestila jo je druga praksa

## Zakaj dejanje ni mogoče

practice-refusal-wrong-stage = { $step-key ->
    [draft] Opisa zdaj ni mogoče spremeniti.
    [submit] Opisa zdaj ni mogoče oddati.
    [ask-for-information] Za dopolnitev opisa zdaj ni mogoče prositi.
    [review] Opisa zdaj ni mogoče recenzirati.
    [publish] Opisa zdaj ni mogoče objaviti.
    [decline] Opisa zdaj ni mogoče zavrniti.
   *[archive] Prakse zdaj ni mogoče arhivirati.
} Stanje opisa: { $stage }.
practice-refusal-other-code = Ta praksa ima oznako »{ $expected }«, opis pa je za prakso »{ $found }«. Oznaka prakse se nikoli ne spremeni.
practice-refusal-other-id = V tej zbirki ima praksa »{ $code }« drug identifikator.
practice-refusal-incomplete = Opis ni popoln. Manjkajoči deli: { $missing }.
practice-refusal-reviewed-already = Ta oseba je to besedilo že recenzirala.
practice-refusal-nothing-scored = Recenzija mora vsebovati oceno po vsaj enem merilu.
practice-refusal-slot-class = Navedeni predal je namenjen hrambi drugačne vsebine.
practice-refusal-replaces-itself = Praksa ne more nadomestiti same sebe.
practice-refusal-successor-unknown = Prakse, ki naj bi nadomestila to prakso, ni bilo mogoče najti.
practice-refusal-successor-unpublished = Praksa, ki naj bi nadomestila to prakso, ni objavljena.

## Priročniki

order-title = po naslovih
order-authority = po občinah
order-selected = po vrstnem redu izbire

month-january = januar
month-february = februar
month-march = marec
month-april = april
month-may = maj
month-june = junij
month-july = julij
month-august = avgust
month-september = september
month-october = oktober
month-november = november
month-december = december

span-year = { $year }
span-years = { $first } – { $last }
span-month = { $month } { $year }
span-months = { $first-month } { $first-year } – { $last-month } { $last-year }
span-since = { $month-key ->
    [january] od januarja { $year }
    [february] od februarja { $year }
    [march] od marca { $year }
    [april] od aprila { $year }
    [may] od maja { $year }
    [june] od junija { $year }
    [july] od julija { $year }
    [august] od avgusta { $year }
    [september] od septembra { $year }
    [october] od oktobra { $year }
    [november] od novembra { $year }
   *[december] od decembra { $year }
}
span-until = { $month-key ->
    [january] do januarja { $year }
    [february] do februarja { $year }
    [march] do marca { $year }
    [april] do aprila { $year }
    [may] do maja { $year }
    [june] do junija { $year }
    [july] do julija { $year }
    [august] do avgusta { $year }
    [september] do septembra { $year }
    [october] do oktobra { $year }
    [november] do novembra { $year }
   *[december] do decembra { $year }
}
span-open = –

caption-handbook = Priročnik
caption-contents = Kazalo
caption-foreword = Predgovor
caption-by-area = Kazalo po področjih
caption-by-authority = Kazalo po občinah
caption-situation = Stanje prej
caption-actions = Kaj so naredili
caption-resources = Sredstva in ljudje
caption-cost = Stroški
caption-timescale = Časovni okvir
caption-results = Rezultati
caption-lessons = Težave in spoznanja
caption-transferability = Ali zmorejo tudi drugi?
caption-areas = Področja
caption-origin = Od kod praksa prihaja
caption-funding = Vir financiranja
caption-authors = Avtorstvo opisa
caption-evidence = Dokazila
caption-cite-as = Navajajte kot
caption-before = prej
caption-after = potem
caption-foreign = v jeziku izvirnika
caption-fictitious = izmišljen primer
caption-fictitious-note = Občine, označene kot izmišljen primer, ne obstajajo; njihove prakse in številke so napisane za ponazoritev.

caption-chapter = Praksa { $number }
