## Etap opisu praktyki

stage-unwritten = jeszcze nienapisany
stage-draft = w przygotowaniu
stage-submitted = zgłoszony, czeka na recenzję
stage-information-wanted = czeka na uzupełnienie
stage-reviewed = zrecenzowany
stage-published = opublikowany
stage-declined = odrzucony
stage-archived = w archiwum

step-draft = pisanie
step-submit = zgłoszenie
step-ask-for-information = prośba o uzupełnienie
step-review = recenzja
step-publish = publikacja
step-decline = odrzucenie
step-archive = archiwizacja

## Opisy

recurrence-once = jednorazowo
recurrence-yearly = rocznie

lesson-kind-difficulty = trudność
lesson-kind-failure = co się nie udało
lesson-kind-advice = rada

channel-contest = konkurs
channel-exchange-group = grupa wymiany doświadczeń
channel-training-project = szkolenie
channel-own-office = własny urząd
channel-media = media
channel-recommendation = rekomendacja

part-service-areas = dziedziny
part-summary = streszczenie
part-situation = sytuacja wyjściowa
part-actions = podjęte działania
part-resources = zasoby
part-timescale = ramy czasowe
part-results = rezultaty
part-lessons = wnioski
part-transferability = możliwość powtórzenia przez innych
part-origin = pochodzenie opisu

## Dowody

evidence-source-statement = oświadczenie
evidence-source-measurement = pomiar
evidence-source-evaluation = ewaluacja

grade-claimed = według deklaracji
grade-measured = zmierzone
grade-independently-evaluated = ocenione niezależnie

## Recenzje

interest-owner = Osoba recenzująca pracuje w jednostce samorządu, której praktyki dotyczy opis ({ $authority }), dlatego nie może go oceniać.
interest-author = Osoba recenzująca pracuje w jednostce samorządu, w której powstał opis ({ $authority }), dlatego nie może go oceniać.
interest-submitted = Opis zgłosiła ta sama osoba, dlatego nie może go oceniać.

criterion-relevance = trafność
criterion-participation = udział zainteresowanych
criterion-cooperation = współpraca
criterion-effectiveness = skuteczność
criterion-efficiency = efektywność
criterion-sustainability = trwałość
criterion-replicability = możliwość powtórzenia

score-error = { $points } nie jest oceną: prosimy podać liczbę całkowitą od 1 do 5.

## Archiwizacja

archive-ground-outdated = nieaktualna
archive-ground-discontinued = już niestosowana
archive-ground-replaced-by = zastąpiona inną praktyką

## Dlaczego czynności nie można wykonać

practice-refusal-wrong-stage = { $step-key ->
    [draft] Opisu nie można teraz zmienić.
    [submit] Opisu nie można teraz zgłosić.
    [ask-for-information] Nie można teraz poprosić o uzupełnienie opisu.
    [review] Opisu nie można teraz zrecenzować.
    [publish] Opisu nie można teraz opublikować.
    [decline] Opisu nie można teraz odrzucić.
   *[archive] Praktyki nie można teraz przenieść do archiwum.
} Stan opisu: { $stage }.
practice-refusal-other-code = Ta praktyka nosi kod „{ $expected }”, a opis dotyczy praktyki „{ $found }”. Kod praktyki nigdy się nie zmienia.
practice-refusal-other-id = W tym zbiorze praktyka „{ $code }” ma inny identyfikator.
practice-refusal-incomplete = Opis nie jest kompletny. Brakujące części: { $missing }.
practice-refusal-reviewed-already = Ta osoba już zrecenzowała ten tekst.
practice-refusal-nothing-scored = Recenzja wymaga oceny według co najmniej jednego kryterium.
practice-refusal-slot-class = Wskazano schowek, który służy do przechowywania innego rodzaju treści.
practice-refusal-replaces-itself = Praktyka nie może zastąpić samej siebie.
practice-refusal-successor-unknown = Nie znaleziono praktyki, która ma zastąpić tę praktykę.
practice-refusal-successor-unpublished = Praktyka, która ma zastąpić tę praktykę, nie jest opublikowana.

## Poradniki

order-title = według tytułów
order-authority = według samorządów
order-selected = w kolejności wyboru

month-january = styczeń
month-february = luty
month-march = marzec
month-april = kwiecień
month-may = maj
month-june = czerwiec
month-july = lipiec
month-august = sierpień
month-september = wrzesień
month-october = październik
month-november = listopad
month-december = grudzień

span-year = { $year }
span-years = { $first } – { $last }
span-month = { $month } { $year }
span-months = { $first-month } { $first-year } – { $last-month } { $last-year }
span-since = { $month-key ->
    [january] od stycznia { $year }
    [february] od lutego { $year }
    [march] od marca { $year }
    [april] od kwietnia { $year }
    [may] od maja { $year }
    [june] od czerwca { $year }
    [july] od lipca { $year }
    [august] od sierpnia { $year }
    [september] od września { $year }
    [october] od października { $year }
    [november] od listopada { $year }
   *[december] od grudnia { $year }
}
span-until = { $month-key ->
    [january] do stycznia { $year }
    [february] do lutego { $year }
    [march] do marca { $year }
    [april] do kwietnia { $year }
    [may] do maja { $year }
    [june] do czerwca { $year }
    [july] do lipca { $year }
    [august] do sierpnia { $year }
    [september] do września { $year }
    [october] do października { $year }
    [november] do listopada { $year }
   *[december] do grudnia { $year }
}
span-open = –

caption-handbook = Poradnik
caption-contents = Spis treści
caption-foreword = Przedmowa
caption-by-area = Indeks według dziedzin
caption-by-authority = Indeks według samorządów
caption-situation = Sytuacja wyjściowa
caption-actions = Co zrobiono
caption-resources = Zasoby
caption-cost = Koszty
caption-timescale = Ramy czasowe
caption-results = Rezultaty
caption-lessons = Trudności i wnioski
caption-transferability = Czy inni mogą to powtórzyć?
caption-areas = Dziedziny
caption-origin = Skąd pochodzi opis
caption-funding = Źródło finansowania
caption-authors = Autorstwo opisu
caption-evidence = Dowody
caption-cite-as = Sposób cytowania
caption-before = przedtem
caption-after = potem
caption-foreign = w języku oryginału
caption-fictitious = przykład fikcyjny
caption-fictitious-note = Samorządy oznaczone jako przykład fikcyjny nie istnieją; ich praktyki i liczby służą ilustracji.

caption-chapter = Praktyka { $number }
