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
no-award-waiver-reason = Uzasadnienie odstąpienia od kryterium przechowuje się w miejscu przeznaczonym na dowolny tekst; wskazano miejsce o innym przeznaczeniu.

## Co rejestr mówi o zaświadczeniu

status-not-yet-valid = ważne od { $from } r.
status-valid = { $last-day ->
    [absent] ważne
   *[other] ważne do { $last-day } r.
}
status-expired = nieważne, upłynął termin ważności ({ $last-day } r.)
status-revoked = cofnięte z dniem { $from } r.

## Co wydanie oznacza dla jednej osoby

outcome-receives = Zostanie wydane zaświadczenie nr { $number }.
outcome-issued = Zaświadczenie nr { $number } zostało wydane już wcześniej.

## Numery

number-error = Numer zaświadczenia ma najwyżej 96 znaków: litery, cyfry i znaki -/._:().

## Dlaczego nie można otworzyć rejestru

open-refusal-already = Rejestr jest już otwarty, a jego dni liczy się w strefie czasowej { $zone }.
open-refusal-other-issuer = Każdy wystawca ma jeden rejestr, a ten rejestr należy do innego wystawcy.

## Dlaczego nie można przyjąć wzoru zaświadczenia

adopt-refusal-not-open = Rejestr nie jest jeszcze otwarty.
adopt-refusal-other-content = Wersja { $version } wzoru „{ $scheme }” jest już przyjęta w innym brzmieniu. Prosimy nadać zmianie nowy numer wersji.
adopt-refusal-not-newer = Przyjęto już wersję { $newest } wzoru „{ $code }”. Nowa wersja musi mieć wyższy numer.

## Dlaczego nie można wydać zaświadczeń

issue-refusal-not-open = Rejestr nie jest jeszcze otwarty.
issue-refusal-unknown-scheme = W rejestrze nie przyjęto wersji { $version } wzoru „{ $scheme }”.
issue-refusal-not-in-force = Kryterium „{ $criterion }” (wersja { $version }) nie obowiązuje w dniu { $on } r.
issue-refusal-year = Zaświadczenie nie może mieć daty { $on } r., ponieważ rok zapisuje się czterema cyframi.
issue-refusal-no-such-day = W strefie czasowej { $zone } nie ma dnia { $on } r.
issue-refusal-candidates = { $refused ->
    [one] Nie wydano żadnego zaświadczenia, ponieważ nie może go otrzymać { $refused } osoba z listy (na liście łącznie: { $of }).
    [few] Nie wydano żadnego zaświadczenia, ponieważ nie mogą go otrzymać { $refused } osoby z listy (na liście łącznie: { $of }).
    [many] Nie wydano żadnego zaświadczenia, ponieważ nie może go otrzymać { $refused } osób z listy (na liście łącznie: { $of }).
   *[other] Nie wydano żadnego zaświadczenia, ponieważ nie może go otrzymać { $refused } osoby z listy (na liście łącznie: { $of }).
}

## Dlaczego jedna osoba z listy nie może otrzymać zaświadczenia

candidate-refusal-no-facts = O udziale tej osoby nic nie wiadomo.
candidate-refusal-holds = Ta osoba ma już zaświadczenie nr { $number } według tego wzoru z tej samej edycji.
candidate-refusal-twice = Ta osoba jest na liście dwa razy.
candidate-refusal-id-taken = Numer wewnętrzny tego zaświadczenia ma już inne zaświadczenie.
candidate-refusal-holder-class = Imię i nazwisko przechowuje się wśród niezbędnych danych rejestru; wskazano miejsce o innym przeznaczeniu.
candidate-refusal-slot-taken = Miejsce wskazane na dane tej osoby należy już do innego wpisu.
candidate-refusal-used-up = Wszystkie numery w formacie „{ $format }” zostały wykorzystane.

## Dlaczego nie można cofnąć zaświadczenia

revoke-refusal-not-open = Rejestr nie jest jeszcze otwarty.
revoke-refusal-unknown = W rejestrze nie ma takiego zaświadczenia.
revoke-refusal-already = Zaświadczenie nr { $number } jest już cofnięte z dniem { $from } r. i takie pozostaje.
revoke-refusal-ahead = Cofnięcie działa od razu lub od dnia wcześniejszego: { $from } r. przypada po dniu dzisiejszym ({ $today } r.).
revoke-refusal-before-issue = Cofnięcie nie może działać od { $from } r.; najwcześniejszy możliwy dzień to { $earliest } r.
revoke-refusal-no-such-day = W strefie czasowej { $zone } nie ma dnia { $from } r.
revoke-refusal-reason-class = Uzasadnienie cofnięcia przechowuje się w miejscu przeznaczonym na dowolny tekst; wskazano miejsce o innym przeznaczeniu.
revoke-refusal-slot-taken = Miejsce wskazane na uzasadnienie należy już do innego wpisu.

## Co zaświadczenie potwierdza

kind-attendance = obecność
kind-completion = ukończenie
kind-examined = zdany egzamin

extent-minutes = { $minutes ->
    [one] { $minutes } minuta
    [few] { $minutes } minuty
    [many] { $minutes } minut
   *[other] { $minutes } minuty
}
extent-course-hours = { $hours ->
    [one] { $hours } godzina zajęć
    [few] { $hours } godziny zajęć
    [many] { $hours } godzin zajęć
   *[other] { $hours } godziny zajęć
}

statement-error = To, co się poświadcza, kończyłoby się { $last-day } r., czyli przed swoim początkiem { $first-day } r.

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
