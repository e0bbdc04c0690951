## Dlaczego zaświadczenie się nie należy

no-award-unmet = Kryterium „{ $criterion }” (wersja { $version }) nie jest spełnione.
no-award-undetermined = { $missing ->
    [0] To, czy kryterium „{ $criterion }” (wersja { $version }) jest spełnione, musi jeszcze rozstrzygnąć osoba prowadząca sprawę.
    [one] Nie można jeszcze stwierdzić, czy kryterium „{ $criterion }” (wersja { $version }) jest spełnione: brakuje jednej informacji.
    [few] Nie można jeszcze stwierdzić, czy kryterium „{ $criterion }” (wersja { $version }) jest spełnione: brakuje { $missing } informacji.
    [many] Nie można jeszcze stwierdzić, czy kryterium „{ $criterion }” (wersja { $version }) jest spełnione: brakuje { $missing } informacji.
   *[other] Nie można jeszcze stwierdzić, czy kryterium „{ $criterion }” (wersja { $version }) jest spełnione: brakuje { $missing } informacji.
}
no-award-waiver-not-needed = Kryterium jest spełnione, odstąpienie od niego nie jest więc potrzebne.
no-award-waiver-reason = Uzasadnienie odstąpienia od kryterium przechowuje się w schowku na dowolny tekst; wskazano schowek o innym przeznaczeniu.

## Co rejestr mówi o zaświadczeniu

status-not-yet-valid = ważność od { $from }
status-valid = { $last-day ->
    [absent] zachowuje ważność
   *[other] zachowuje ważność do { $last-day }
}
status-expired = utrata ważności (termin: { $last-day })
status-revoked = cofnięcie z dniem { $from }

## Co wydanie oznacza dla jednej osoby

outcome-receives = Zostanie wydane zaświadczenie nr { $number }.
outcome-issued = Zaświadczenie nr { $number } zostało wydane już wcześniej.

## Numery

number-error = Numer zaświadczenia ma najwyżej 96 znaków: litery, cyfry i znaki -/._:().

## Dlaczego nie można otworzyć rejestru

open-refusal-already = Rejestr jest już otwarty, a jego dni liczy się w strefie czasowej { $zone }.
open-refusal-other-issuer = Każdy wystawca ma jeden rejestr, a ten rejestr należy do innego wystawcy.

## Dlaczego nie można przyjąć rodzaju zaświadczenia

adopt-refusal-not-open = Rejestr nie jest jeszcze otwarty.
adopt-refusal-other-content = Wersja { $version } rodzaju zaświadczenia „{ $scheme }” jest już przyjęta w innym brzmieniu. Prosimy nadać zmianie nowy numer wersji.
adopt-refusal-not-newer = Przyjęto już wersję { $newest } rodzaju zaświadczenia „{ $code }”. Nowa wersja musi mieć wyższy numer.

## Dlaczego nie można wydać zaświadczeń

issue-refusal-not-open = Rejestr nie jest jeszcze otwarty.
issue-refusal-unknown-scheme = W rejestrze nie przyjęto wersji { $version } rodzaju zaświadczenia „{ $scheme }”.
issue-refusal-not-in-force = Kryterium „{ $criterion }” (wersja { $version }) nie obowiązuje w dniu { $on }.
issue-refusal-year = Zaświadczenie nie może mieć daty { $on }, ponieważ rok zapisuje się czterema cyframi.
issue-refusal-no-such-day = W strefie czasowej { $zone } nie ma dnia { $on }.
issue-refusal-candidates = { $refused ->
    [one] Nie wydano żadnego zaświadczenia, ponieważ nie może go otrzymać { $refused } osoba z listy (na liście łącznie: { $of }).
    [few] Nie wydano żadnego zaświadczenia, ponieważ nie mogą go otrzymać { $refused } osoby z listy (na liście łącznie: { $of }).
    [many] Nie wydano żadnego zaświadczenia, ponieważ nie może go otrzymać { $refused } osób z listy (na liście łącznie: { $of }).
   *[other] Nie wydano żadnego zaświadczenia, ponieważ nie może go otrzymać { $refused } osoby z listy (na liście łącznie: { $of }).
}

## Dlaczego jedna osoba z listy nie może otrzymać zaświadczenia

candidate-refusal-no-facts = O udziale tej osoby nic nie wiadomo.
candidate-refusal-holds = Ta osoba ma już zaświadczenie tego rodzaju z tej samej edycji (nr { $number }).
candidate-refusal-twice = Ta osoba jest na liście dwa razy.
candidate-refusal-id-taken = Identyfikator tego zaświadczenia ma już inne zaświadczenie.
candidate-refusal-holder-class = Imię i nazwisko przechowuje się w schowku na niezbędne dane rejestru; wskazano schowek o innym przeznaczeniu.
candidate-refusal-slot-taken = Schowek wskazany na dane tej osoby należy już do innego wpisu.
candidate-refusal-used-up = Wszystkie numery w formacie „{ $format }” zostały wykorzystane.

## Dlaczego nie można cofnąć zaświadczenia

revoke-refusal-not-open = Rejestr nie jest jeszcze otwarty.
revoke-refusal-unknown = W rejestrze nie ma takiego zaświadczenia.
revoke-refusal-already = Zaświadczenie nr { $number } jest już cofnięte z dniem { $from } i takie pozostaje.
revoke-refusal-ahead = Cofnięcie działa od razu lub od dnia wcześniejszego: { $from } przypada po dniu dzisiejszym ({ $today }).
revoke-refusal-before-issue = Cofnięcie nie może działać od { $from }; najwcześniejszy możliwy dzień to { $earliest }.
revoke-refusal-no-such-day = W strefie czasowej { $zone } nie ma dnia { $from }.
revoke-refusal-reason-class = Uzasadnienie cofnięcia przechowuje się w schowku na dowolny tekst; wskazano schowek o innym przeznaczeniu.
revoke-refusal-slot-taken = Schowek wskazany na uzasadnienie należy już do innego wpisu.

## Co zaświadczenie potwierdza

kind-attendance = obecność
kind-completion = ukończenie szkolenia
kind-examined = zdany egzamin

extent-minutes = { $minutes ->
    [one] { $minutes } minuta
    [few] { $minutes } minuty
    [many] { $minutes } minut
   *[other] { $minutes } minuty
}
extent-course-hours = { $hours ->
    [one] { $hours } godzina dydaktyczna
    [few] { $hours } godziny dydaktyczne
    [many] { $hours } godzin dydaktycznych
   *[other] { $hours } godziny dydaktycznej
}

statement-error = To, co się poświadcza, kończyłoby się { $last-day }, czyli przed swoim początkiem { $first-day }.

## Jak długo zaświadczenia są ważne

validity-unlimited = bezterminowo
validity-years = { $years ->
    [one] { $years } rok
    [few] { $years } lata
    [many] { $years } lat
   *[other] { $years } roku
}
validity-months = { $months ->
    [one] { $months } miesiąc
    [few] { $months } miesiące
    [many] { $months } miesięcy
   *[other] { $months } miesiąca
}
validity-end-of-year = { $years ->
    [0] do końca roku wydania
    [one] do końca roku następującego po roku wydania
    [few] do końca roku, { $years } lata po roku wydania
    [many] do końca roku, { $years } lat po roku wydania
   *[other] do końca roku, { $years } roku po roku wydania
}
