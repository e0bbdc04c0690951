## Whether a folder can be used

found-file = Plik
found-holds = Zawartość
found-sound = Pliki w folderze { $folder } pasują do siebie i nie ma w nich błędów.
found-rehearsed = { $steps ->
    [one] Przebieg próbny wykonał { $steps } krok, od ogłoszenia po dokumenty.
    [few] Przebieg próbny wykonał wszystkie { $steps } kroki, od ogłoszenia po dokumenty.
    [many] Przebieg próbny wykonał wszystkie { $steps } kroków, od ogłoszenia po dokumenty.
   *[other] Przebieg próbny wykonał { $steps } kroku, od ogłoszenia po dokumenty.
}

## What a file holds

held-authorities = { $count ->
    [one] { $count } jednostka samorządu
    [few] { $count } jednostki samorządu
    [many] { $count } jednostek samorządu
   *[other] { $count } jednostki samorządu
}
held-organisations = { $count ->
    [one] { $count } organizacja
    [few] { $count } organizacje
    [many] { $count } organizacji
   *[other] { $count } organizacji
}
held-cooperations = { $count ->
    [one] { $count } współpraca
    [few] { $count } współprace
    [many] { $count } współprac
   *[other] { $count } współpracy
}
held-positions = { $count ->
    [one] { $count } stanowisko
    [few] { $count } stanowiska
    [many] { $count } stanowisk
   *[other] { $count } stanowiska
}
held-partners = { $count ->
    [one] { $count } partner
    [few] { $count } partnerów
    [many] { $count } partnerów
   *[other] { $count } partnera
}
held-modules = { $count ->
    [one] { $count } moduł
    [few] { $count } moduły
    [many] { $count } modułów
   *[other] { $count } modułu
}
held-sessions = { $count ->
    [one] { $count } wydarzenie
    [few] { $count } wydarzenia
    [many] { $count } wydarzeń
   *[other] { $count } wydarzenia
}
held-questions = { $count ->
    [one] { $count } pytanie
    [few] { $count } pytania
    [many] { $count } pytań
   *[other] { $count } pytania
}
held-answers = { $count ->
    [one] { $count } wypełniona ankieta
    [few] { $count } wypełnione ankiety
    [many] { $count } wypełnionych ankiet
   *[other] { $count } wypełnionej ankiety
}
held-applicants = { $count ->
    [one] { $count } zgłoszenie
    [few] { $count } zgłoszenia
    [many] { $count } zgłoszeń
   *[other] { $count } zgłoszenia
}
held-completions = { $count ->
    [one] { $count } ukończony moduł
    [few] { $count } ukończone moduły
    [many] { $count } ukończonych modułów
   *[other] { $count } ukończonego modułu
}
held-newcomers = { $count ->
    [one] { $count } nowa osoba
    [few] { $count } nowe osoby
    [many] { $count } nowych osób
   *[other] { $count } nowej osoby
}
held-signatories = { $count ->
    [one] { $count } osoba podpisująca
    [few] { $count } osoby podpisujące
    [many] { $count } osób podpisujących
   *[other] { $count } osoby podpisującej
}
held-practices = { $count ->
    [one] { $count } praktyka
    [few] { $count } praktyki
    [many] { $count } praktyk
   *[other] { $count } praktyki
}
held-reviews = { $count ->
    [one] { $count } recenzja
    [few] { $count } recenzje
    [many] { $count } recenzji
   *[other] { $count } recenzji
}

## Rules: columns

column-rule = Reguła
column-person = Sprawa
column-change = Zmiana
column-who = Kogo dotyczy
column-example = Przykład
column-before = Dotąd
column-after = Teraz

## Rules: letters

line-case = Sprawa: { $person }
line-change-one = Odpowiedź byłaby pozytywna, gdyby zachodziło:
line-change-several = Odpowiedź byłaby pozytywna, gdyby zachodziło którekolwiek z poniższych:
line-change-none = Nie ma niczego, co mogliby Państwo sami zmienić, aby odpowiedź była pozytywna.
line-change-more = Możliwe, że są inne sposoby. Prosimy nas o to zapytać.
line-change-perhaps = Możliwe, że jest na to sposób. Prosimy nas o to zapytać.
line-settling = Do odpowiedzi wystarczyłaby jedna informacja: „{ $fact }”.
line-settled-met = { $what }: odpowiedź jest pozytywna
line-settled-unmet = { $what }: odpowiedź jest negatywna
line-certain = { $verdict-key ->
    [met] Bez względu na to, co się okaże, odpowiedź będzie pozytywna.
   *[other] Bez względu na to, co się okaże, odpowiedź będzie negatywna.
}
line-basis = Odpowiedź opiera się na regule „{ $rule }”, wersja { $version } (treść { $hash }).

## Rules: a new version

line-same = { $old } i { $new } mówią o każdym to samo.
line-classes = { $count ->
    [one] Między { $old } a { $new } odpowiedź zmienia się dla { $count } grupy osób.
    [few] Między { $old } a { $new } odpowiedź zmienia się dla { $count } grup osób.
    [many] Między { $old } a { $new } odpowiedź zmienia się dla { $count } grup osób.
   *[other] Między { $old } a { $new } odpowiedź zmienia się dla { $count } grupy osób.
}
line-partly = Nie wszystkich: przykład pokazuje jedną z tych osób.
line-assuming = Jeżeli zachodzi: { LIST($clauses, type: "and") }
line-everybody = każdy
line-moved-none = { $of ->
    [one] Odpowiedź nie zmienia się w jedynej sprawie z listy.
    [few] Odpowiedź nie zmienia się w żadnej z { $of } spraw z listy.
    [many] Odpowiedź nie zmienia się w żadnej z { $of } spraw z listy.
   *[other] Odpowiedź nie zmienia się w żadnej z { $of } spraw z listy.
}
line-moved = { $of ->
    [one] Odpowiedź zmienia się w jedynej sprawie z listy.
    [few] Odpowiedź zmienia się w tylu sprawach z listy: { $count } z { $of }.
    [many] Odpowiedź zmienia się w tylu sprawach z listy: { $count } z { $of }.
   *[other] Odpowiedź zmienia się w tylu sprawach z listy: { $count } z { $of }.
}
line-more = i jeszcze { $count }: pokazuje je `--all`
line-inconclusive = Szukanie przerwano (liczba kroków: { $bound }): zbyt wiele danych ma znaczenie naraz.

change-gains = zyskuje
change-loses = traci
change-becomes-undetermined = staje się nierozstrzygnięte
change-becomes-unmet = już rozstrzygnięte

## Rules: what is odd of them

sound-fine = { $rule }: nic dziwnego. Jedni spełniają regułę, inni nie, a każdy warunek ma znaczenie.
sound-always-met = Każdy, o kim wszystko wiadomo, spełnia regułę { $rule }.
sound-never-met = Nikt nie może spełnić reguły { $rule }.
sound-may-always-be-met = Bez założeń o niektórych warunkach nie udało się wykazać, że ktoś nie spełnia reguły { $rule }.
sound-may-never-be-met = Bez założeń o niektórych warunkach nie udało się wykazać, że ktoś spełnia regułę { $rule }.
sound-idle = Warunek „{ $clause }” niczego nie zmienia: można go pominąć.
sound-shadowed = Warunek „{ $clause }” niczego nie zmienia obok warunku „{ $by }”.
sound-skipped = W strefie { $zone } żaden zegar nie pokazuje { $wall }: przyjęto { $meant }.
sound-twice = W strefie { $zone } zegary pokazują { $wall } dwa razy: przyjęto pierwszy raz, { $meant }.

## Rules: what a fact is

phrase-yes = tak
phrase-no = nie
phrase-code = { $code }
phrase-number = { $number }
phrase-counted = { $number } { $unit }
phrase-day = { $day }
phrase-instant = { DATETIME($at) }
phrase-between = od { $from } do { $to }
phrase-during = od { $from } do { $to }
phrase-ever = zawsze
phrase-entries = { $count ->
    [one] { $count } wpis
    [few] { $count } wpisy
    [many] { $count } wpisów
   *[other] { $count } wpisu
}
phrase-none = brak
phrase-every = { LIST($items, type: "and") }
phrase-so-far = dotąd { LIST($items, type: "and") }
phrase-either = { LIST($items, type: "or") }
phrase-other-than = wszystko poza: { LIST($items, type: "or") }
phrase-at-least = co najmniej { $end }
phrase-more-than = więcej niż { $end }
phrase-at-most = co najwyżej { $end }
phrase-less-than = mniej niż { $end }
phrase-since = { $end } lub później
phrase-later = później niż { $end }
phrase-until = { $end } lub wcześniej
phrase-earlier = wcześniej niż { $end }
phrase-both = { $one } i { $other }
phrase-anything = cokolwiek
phrase-known = znane, niezależnie od treści
phrase-without = { LIST($items, type: "or") }, żadne z wymienionych
phrase-lacks = bez: { $item }
phrase-beside = poza tym inne: { $count }
phrase-begins = początek: { $when }
phrase-ends = koniec: { $when }
phrase-no-first-day = bez daty początkowej
phrase-no-last-day = bez daty końcowej
phrase-one-of = { LIST($items, type: "or") }, co najmniej jedno z wymienionych
phrase-all-of = { LIST($items, type: "and") }, wszystkie wymienione
phrase-with-day = okres, który obejmuje dzień { $day }
phrase-without-day = okres, który nie obejmuje dnia { $day }
phrase-missing = jeszcze nie wiadomo
phrase-not-applicable = nie dotyczy
phrase-contested = dowody są sprzeczne
phrase-given-up = przerwane
phrase-of = „{ $fact }”: { $value }

## What a register holds, and what changed in it

register-country = Kraj
register-level = Szczebel
register-kind = Rodzaj
register-entries = Wpisy
register-kind-untold = nie podano
register-as-of = { $codes }, stan na: { $edition }
register-rows = { $rows ->
    [one] { $rows } wiersz
    [few] { $rows } wiersze
    [many] { $rows } wierszy
   *[other] { $rows } wiersza
}: { $entries ->
    [one] { $entries } wpis
    [few] { $entries } wpisy
    [many] { $entries } wpisów
   *[other] { $entries } wpisu
}, odrzucone: { $refused }
register-more = i jeszcze { $count }: pokazuje je `--all`
register-changes = { $count ->
    [one] { $count } zmiana od { $since }
    [few] { $count } zmiany od { $since }
    [many] { $count } zmian od { $since }
   *[other] { $count } zmiany od { $since }
}
changed-appeared = { $which }: nowa jednostka
changed-ended = { $which }: już nie istnieje
changed-renamed = { $which }: nowa nazwa { $to }
changed-other-kind = { $which }: nowy rodzaj { $to }, poprzedni { $from }
changed-moved = { $which }: leży teraz w { $to }, poprzednio w { $from }
changed-recoded = { $which }: nowy kod { $to }
changed-merged = { $which }: teraz część { $into }
changed-divided = { $which }: część przeszła do { $into }
changed-listed = { $country }, { $level }: { $count ->
    [one] po raz pierwszy w spisie { $count } jednostka
    [few] po raz pierwszy w spisie { $count } jednostki
    [many] po raz pierwszy w spisie { $count } jednostek
   *[other] po raz pierwszy w spisie { $count } jednostki
}
changed-unlisted = { $country }, { $level }: { $count ->
    [one] nie ma już w spisie { $count } jednostki
    [few] nie ma już w spisie { $count } jednostek
    [many] nie ma już w spisie { $count } jednostek
   *[other] nie ma już w spisie { $count } jednostki
}
changed-otherwise = Zmiana, na którą brak tu słów
changed-by-areas = { $change } (rozpoznano po powierzchni)
changed-by-residents = { $change } (rozpoznano po liczbie mieszkańców)
changed-by-name = { $change } (rozpoznano po nazwie)

## Seats: the draw

lots-list = Lista { $list }, liczba zgłoszeń: { $applicants }, skrót: { $hash }
lots-not-frozen = Nic jeszcze nie zamknięto: listy zamyka `--frozen-at`.
lots-late = Późniejszej listy jeszcze nie zamknięto: zamyka ją `--frozen-at`.
lots-frozen = Zamknięto: { $at }
lots-publish = Skróty należy ogłosić teraz, zanim ktokolwiek może znać ziarno.
lots-not-drawn = Listy są zamknięte, ale jeszcze nie rozlosowane: losują je `--seed`, `--source` i `--known-at`.
lots-seed = Ziarno listy { $list }: { $value } (źródło: { $source }; znane: { $known-at })
lots-redrawn = Listę { $list } losowano ponownie: { $reason }
lots-computed = Skróty zgadzają się z listami, a każdy los obliczono na nowo z tego, co ogłoszono.
lots-more = { $count ->
    [one] i jeszcze { $count }: pokazuje go `--first`
    [few] i jeszcze { $count }: pokazuje je `--first`
    [many] i jeszcze { $count }: pokazuje je `--first`
   *[other] i jeszcze { $count }: pokazuje je `--first`
}
lots-place = Miejsce
lots-applicant = Zgłoszenie
lots-lot = Los
lots-written = Zapisano: { $file }
lots-already-frozen = Wszystkie listy są już zamknięte.
lots-already-drawn = Wszystkie listy są już rozlosowane: aby powtórzyć losowanie, należy podać powód w `--again`.
lots-nothing-to-draw = Najpierw trzeba zamknąć listy i ogłosić ich skróty: `--frozen-at`.
lots-nothing-to-redraw = Nie można powtórzyć losowania, którego nie było.

## Seats: the result

seated-group = Grupa
seated-seats = Miejsca
seated-unlimited = bez limitu
seated-taken = Zajęte
seated-full = Zapełnione
seated-reached = { $limit } ({ $held })
seated-summary = Zgłoszenia: { $applications }; z miejscem: { $seated }; w tym w pierwszym wyborze: { $first }.
seated-closed = Grupę „{ $group }” zamknięto: liczba osób { $held }, potrzeba { $minimum }.
heard-accepted = { $thorough ->
    [true] Wynik jest prawidłowy: wynika z reguł i losowania, nikogo nie pominięto i dla nikogo nie dało się zrobić więcej.
   *[false] Wynik jest prawidłowy: wynika z reguł i losowania i nikogo nie pominięto.
}
heard-rejected = { $violations ->
    [one] Wynik jest nieprawidłowy: { $violations } błąd.
    [few] Wynik jest nieprawidłowy: { $violations } błędy.
    [many] Wynik jest nieprawidłowy: { $violations } błędów.
   *[other] Wynik jest nieprawidłowy: { $violations } błędu.
}
letter-lot = W losowaniu zgłoszenie zajęło miejsce { $place } z { $applications }. Jego los: { $lot }
letter-check = Losowanie i wynik może sprawdzić każdy na podstawie dokumentów ogłoszonych dla „{ $problem }” (skrót reguł i zgłoszeń: { $hash }).
letter-unknown = Nie ma zgłoszenia „{ $applicant }”.
letter-unsound = Na nieprawidłowym wyniku nie można niczego oprzeć.

## Seats: who moves

moves-applicant = Zgłoszenie
moves-before = Było
moves-now = Jest
moves-what = Zmiana
moves-up = lepiej
moves-gone = rezygnacja
moves-worse = gorzej
moves-none = brak miejsca
moves-nobody = Nic się nie zmienia.
moves-summary = Lepiej: { $up }; rezygnacje: { $gone }; gorzej: { $worse }.
moves-not-written = Niczego nie zapisano, bo ktoś by na tym stracił.
moves-unharmed = Nikt na tym nie traci.
