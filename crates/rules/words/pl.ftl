## Verdict

verdict-met = spełnione
verdict-unmet = niespełnione
verdict-undetermined = nierozstrzygnięte

## Doubt

doubt-missing = jeszcze nieznane
doubt-incomplete = jeszcze niepełne
doubt-contested = dowody są sprzeczne
doubt-not-listed = spoza listy; rozstrzyga osoba prowadząca sprawę
doubt-wrong-type = nie da się porównać

## Units of the calendar

calendar-unit-days = dni
calendar-unit-months = miesiące
calendar-unit-years = lata

## How an account opens

opening-one = { $verdict-key ->
    [met] Warunek jest spełniony.
    [unmet] Warunek nie jest spełniony.
   *[undetermined] Nie można jeszcze rozstrzygnąć, czy warunek jest spełniony.
}
opening-all = { $verdict-key ->
    [met] Warunki są spełnione, i to wszystkie.
    [unmet] Warunki nie są spełnione: wymagane są wszystkie, a co najmniej jeden z nich nie jest spełniony.
   *[undetermined] Nie można jeszcze rozstrzygnąć, czy warunki są spełnione: wymagane są wszystkie.
}
opening-any = { $verdict-key ->
    [met] Warunki są spełnione: zachodzi co najmniej jedna z dopuszczonych możliwości.
    [unmet] Warunki nie są spełnione: nie zachodzi żadna z dopuszczonych możliwości.
   *[undetermined] Nie można jeszcze rozstrzygnąć, czy warunki są spełnione: żadna z dopuszczonych możliwości nie jest jeszcze pewna.
}
opening-at-least = { $verdict-key ->
    [met] Warunki są spełnione: spośród { $of } należy spełnić co najmniej { $n }.
    [unmet] Warunki nie są spełnione: spośród { $of } należy spełnić co najmniej { $n }.
   *[undetermined] Nie można jeszcze rozstrzygnąć, czy warunki są spełnione: spośród { $of } należy spełnić co najmniej { $n }.
}

## Conditions that belong together, without words of an officer

group-all = { $verdict-key ->
    [met] Wymagane jest łączne spełnienie kilku warunków i wszystkie są spełnione.
    [unmet] Wymagane jest łączne spełnienie kilku warunków, a nie wszystkie są spełnione.
   *[undetermined] Wymagane jest łączne spełnienie kilku warunków i nie wiadomo jeszcze, czy wszystkie są spełnione.
}
group-any = { $verdict-key ->
    [met] Wystarcza jedna z kilku możliwości i co najmniej jedna zachodzi.
    [unmet] Wystarczyłaby jedna z kilku możliwości, ale żadna nie zachodzi.
   *[undetermined] Wystarczyłaby jedna z kilku możliwości, ale żadna nie jest jeszcze pewna.
}
group-at-least = { $verdict-key ->
    [met] Spośród { $of } warunków należy spełnić co najmniej { $n } i tyle jest spełnionych.
    [unmet] Spośród { $of } warunków należy spełnić co najmniej { $n }, a spełnionych jest mniej.
   *[undetermined] Spośród { $of } warunków należy spełnić co najmniej { $n } i nie wiadomo jeszcze, czy tyle jest spełnionych.
}

## A condition in an officer's own words

condition-wanted = { $verdict-key ->
    [met] Warunek „{ $label }” jest spełniony.
    [unmet] Warunek „{ $label }” nie jest spełniony.
   *[undetermined] Nie wiadomo jeszcze, czy warunek „{ $label }” jest spełniony.
}
condition-unwanted = { $verdict-key ->
    [met] Następująca okoliczność nie może zachodzić i nie zachodzi: „{ $label }”.
    [unmet] Następująca okoliczność nie może zachodzić, a jednak zachodzi: „{ $label }”.
   *[undetermined] Następująca okoliczność nie może zachodzić i nie wiadomo jeszcze, czy zachodzi: „{ $label }”.
}

## A condition without words, or none that may be told

opaque-answered = { $verdict-key ->
    [met] Warunek „{ $name }” jest spełniony.
    [unmet] Warunek „{ $name }” nie jest spełniony.
   *[undetermined] Nie wiadomo jeszcze, czy warunek „{ $name }” jest spełniony.
}
opaque-answered-unwanted = { $verdict-key ->
    [met] Następująca okoliczność nie może zachodzić i nie zachodzi: „{ $name }”.
    [unmet] Następująca okoliczność nie może zachodzić, a jednak zachodzi: „{ $name }”.
   *[undetermined] Następująca okoliczność nie może zachodzić i nie wiadomo jeszcze, czy zachodzi: „{ $name }”.
}
opaque-withheld = { $verdict-key ->
    [met] Warunek poufny jest spełniony.
    [unmet] Warunek poufny nie jest spełniony.
   *[undetermined] Nie wiadomo jeszcze, czy warunek poufny jest spełniony.
}

## What is asked of a fact

demand-is = { $negated ->
    [true] W pozycji „{ $fact }” wykluczone jest: { $value }.
   *[false] W pozycji „{ $fact }” wymagane jest: { $value }.
}
demand-one-of = { $negated ->
    [true] W pozycji „{ $fact }” wykluczone jest każde z wymienionych: { $values }.
   *[false] W pozycji „{ $fact }” wymagane jest jedno z wymienionych: { $values }.
}
demand-one-of-open = { $negated ->
    [true] W pozycji „{ $fact }” wykluczone jest każde z wymienionych oraz to, co osoba prowadząca sprawę uzna za porównywalne: { $values }.
   *[false] W pozycji „{ $fact }” wymagane jest jedno z wymienionych lub to, co osoba prowadząca sprawę uzna za porównywalne: { $values }.
}
demand-at-least = { $negated ->
    [true] W pozycji „{ $fact }” wykluczona jest wartość { $least } lub większa.
   *[false] W pozycji „{ $fact }” wymagana jest wartość co najmniej { $least }.
}
demand-at-most = { $negated ->
    [true] W pozycji „{ $fact }” wykluczona jest wartość { $most } lub mniejsza.
   *[false] W pozycji „{ $fact }” dopuszczalna jest wartość co najwyżej { $most }.
}
demand-between = { $negated ->
    [true] W pozycji „{ $fact }” wykluczona jest wartość od { $least } do { $most }.
   *[false] W pozycji „{ $fact }” wymagana jest wartość od { $least } do { $most }.
}
demand-before = { $negated ->
    [true] { $moment-key ->
        [day] W pozycji „{ $fact }” wykluczona jest data wcześniejsza niż { $moment }.
       *[fact] W pozycji „{ $fact }” wykluczony jest termin wcześniejszy niż { $moment }.
    }
   *[false] { $moment-key ->
        [day] W pozycji „{ $fact }” wymagana jest data wcześniejsza niż { $moment }.
       *[fact] W pozycji „{ $fact }” wymagany jest termin wcześniejszy niż { $moment }.
    }
}
demand-on-or-before = { $negated ->
    [true] W pozycji „{ $fact }” wykluczony jest termin { $moment } lub wcześniejszy.
   *[false] W pozycji „{ $fact }” wymagany jest termin { $moment } lub wcześniejszy.
}
demand-after = { $negated ->
    [true] W pozycji „{ $fact }” wykluczony jest termin późniejszy niż { $moment }.
   *[false] W pozycji „{ $fact }” wymagany jest termin późniejszy niż { $moment }.
}
demand-on-or-after = { $negated ->
    [true] { $moment-key ->
        [day] W pozycji „{ $fact }” wykluczona jest data { $moment } lub późniejsza.
       *[fact] W pozycji „{ $fact }” wykluczony jest termin { $moment } lub późniejszy.
    }
   *[false] { $moment-key ->
        [day] W pozycji „{ $fact }” wymagana jest data { $moment } lub późniejsza.
       *[fact] W pozycji „{ $fact }” wymagany jest termin { $moment } lub późniejszy.
    }
}
demand-within = { $negated ->
    [true] W pozycji „{ $fact }” wykluczony jest okres: { $span }.
   *[false] W pozycji „{ $fact }” wymagany jest okres: { $span }.
}
demand-age = { $negated ->
    [true] W pozycji „{ $fact }” wykluczony wiek w pełnych latach ({ $at }): { $range }.
   *[false] W pozycji „{ $fact }” wymagany wiek w pełnych latach ({ $at }): { $range }.
}
demand-apart-before = { $negated ->
    [true] W pozycji „{ $fact }” wykluczony jest odstęp przed terminem { $moment } ({ $unit }): { $range }.
   *[false] W pozycji „{ $fact }” wymagany jest odstęp przed terminem { $moment } ({ $unit }): { $range }.
}
demand-apart-after = { $negated ->
    [true] W pozycji „{ $fact }” wykluczony jest odstęp po terminie { $moment } ({ $unit }): { $range }.
   *[false] W pozycji „{ $fact }” wymagany jest odstęp po terminie { $moment } ({ $unit }): { $range }.
}
demand-covers = { $negated ->
    [true] W pozycji „{ $fact }” wykluczony jest okres obejmujący { $moment }.
   *[false] W pozycji „{ $fact }” wymagany jest okres obejmujący { $moment }.
}
demand-covers-span = { $negated ->
    [true] W pozycji „{ $fact }” wykluczony jest okres obejmujący w całości: { $span }.
   *[false] W pozycji „{ $fact }” wymagany jest okres obejmujący w całości: { $span }.
}
demand-overlaps-span = { $negated ->
    [true] W pozycji „{ $fact }” wykluczony jest okres mający wspólny dzień z okresem: { $span }.
   *[false] W pozycji „{ $fact }” wymagany jest okres mający wspólny dzień z okresem: { $span }.
}
demand-holds = { $negated ->
    [true] W pozycji „{ $fact }” nie może być ważne ({ $at }): { $values }.
   *[false] W pozycji „{ $fact }” musi być ważne ({ $at }): { $values }.
}
demand-holds-in-grace = { $negated ->
    [true] W pozycji „{ $fact }” nie może być ważne ({ $at }) ani nieważne nie dłużej niż { $grace }: { $values }.
   *[false] W pozycji „{ $fact }” musi być ważne ({ $at }) lub nieważne nie dłużej niż { $grace }: { $values }.
}
demand-count-matching = { $negated ->
    [true] W pozycji „{ $fact }” za dużo jest już tylu wpisów zgodnych z regułą co do: { $fields } – { $count }.
   *[false] W pozycji „{ $fact }” wymagana liczba wpisów zgodnych z regułą co do: { $fields } wynosi co najmniej { $count }.
}
demand-sum = { $negated ->
    [true] W pozycji „{ $fact }” wykluczona suma „{ $field }”: { $range }.
   *[false] W pozycji „{ $fact }” wymagana suma „{ $field }”: { $range }.
}
demand-sum-matching = { $negated ->
    [true] W pozycji „{ $fact }” wykluczona suma „{ $field }” we wpisach zgodnych z regułą co do: { $fields } – { $range }.
   *[false] W pozycji „{ $fact }” wymagana suma „{ $field }” we wpisach zgodnych z regułą co do: { $fields } – { $range }.
}
demand-includes = { $negated ->
    [true] W pozycji „{ $fact }” nie może się znaleźć: { $value }.
   *[false] W pozycji „{ $fact }” musi się znaleźć: { $value }.
}
demand-includes-all = { $negated ->
    [true] W pozycji „{ $fact }” nie może się znaleźć jednocześnie wszystko, co tu wymieniono: { $values }.
   *[false] W pozycji „{ $fact }” musi się znaleźć wszystko, co tu wymieniono: { $values }.
}
demand-overlaps = { $negated ->
    [true] W pozycji „{ $fact }” nie może się znaleźć nic z tego, co tu wymieniono: { $values }.
   *[false] W pozycji „{ $fact }” musi się znaleźć co najmniej jedno z wymienionych: { $values }.
}
demand-count-at-least = { $negated ->
    [true] { $count ->
        [one] W pozycji „{ $fact }” już { $count } wpis to za dużo.
        [few] W pozycji „{ $fact }” już { $count } wpisy to za dużo.
        [many] W pozycji „{ $fact }” już { $count } wpisów to za dużo.
       *[other] W pozycji „{ $fact }” już { $count } wpisu to za dużo.
    }
   *[false] { $count ->
        [one] W pozycji „{ $fact }” wymagany jest co najmniej { $count } wpis.
        [few] W pozycji „{ $fact }” wymagane są co najmniej { $count } wpisy.
        [many] W pozycji „{ $fact }” wymaganych jest co najmniej { $count } wpisów.
       *[other] W pozycji „{ $fact }” wymagane jest co najmniej { $count } wpisu.
    }
}
demand-applies = Pozycja „{ $fact }” musi mieć w tym przypadku zastosowanie.
demand-applies-not = Pozycja „{ $fact }” nie może mieć w tym przypadku zastosowania.

## What was found of that fact, and what follows

outcome-known = { $verdict-key ->
    [met] Odnotowano: { $value }. Warunek jest spełniony.
    [unmet] Odnotowano: { $value }. Warunek nie jest spełniony.
   *[undetermined] Odnotowano: { $value }. Nie wiadomo jeszcze, czy warunek jest spełniony.
}
outcome-so-far = { $verdict-key ->
    [met] Dotychczas odnotowano: { $value }. Warunek jest spełniony.
    [unmet] Dotychczas odnotowano: { $value }. Warunek nie jest spełniony.
   *[undetermined] Dotychczas odnotowano: { $value }. Dane mogą jeszcze zostać uzupełnione, więc nie wiadomo jeszcze, czy warunek jest spełniony.
}
outcome-lacking = { $verdict-key ->
    [unmet] Odnotowano: { $value }. Nie odnotowano: { $lacking }. Warunek nie jest spełniony.
   *[undetermined] Dotychczas odnotowano: { $value }. Nie odnotowano jeszcze: { $lacking }. Dane mogą jeszcze zostać uzupełnione, więc nie wiadomo jeszcze, czy warunek jest spełniony.
}
outcome-assumed = { $verdict-key ->
    [met] Nie mamy tej informacji; reguła przyjmuje wtedy: { $value }. Warunek jest spełniony.
    [unmet] Nie mamy tej informacji; reguła przyjmuje wtedy: { $value }. Warunek nie jest spełniony.
   *[undetermined] Nie mamy tej informacji; reguła przyjmuje wtedy: { $value }. Nie wiadomo jeszcze, czy warunek jest spełniony.
}
outcome-missing = Nie mamy jeszcze tej informacji, więc nie wiadomo, czy warunek jest spełniony.
outcome-not-applicable = { $verdict-key ->
    [met] W tym przypadku nie ma to zastosowania, więc warunek jest spełniony.
    [unmet] W tym przypadku nie ma to zastosowania, więc warunek nie jest spełniony.
   *[undetermined] W tym przypadku nie ma to zastosowania, więc nie wiadomo jeszcze, czy warunek jest spełniony.
}
outcome-beside-not-applicable = { $verdict-key ->
    [met] To, z czym się to porównuje, nie ma zastosowania w tym przypadku, więc warunek jest spełniony.
    [unmet] To, z czym się to porównuje, nie ma zastosowania w tym przypadku, więc warunek nie jest spełniony.
   *[undetermined] To, z czym się to porównuje, nie ma zastosowania w tym przypadku, więc nie wiadomo jeszcze, czy warunek jest spełniony.
}
outcome-contested = Zebrane dowody są sprzeczne, więc nie wiadomo jeszcze, czy warunek jest spełniony.
outcome-not-listed = Odnotowano: { $value }. Nie ma tego na liście, więc rozstrzyga osoba prowadząca sprawę.
outcome-wrong-type = Odnotowanych danych nie da się z tym porównać, więc musi je sprawdzić osoba prowadząca sprawę.

## A condition in words of the rule: what is asked, and what was found

sentence = { $demand } { $outcome }

## What was found of a fact, as a sentence

found-known = W pozycji „{ $fact }” odnotowano: { $value }.
found-so-far = W pozycji „{ $fact }” odnotowano dotychczas: { $value }.
found-lacking = { $verdict-key ->
    [unmet] W pozycji „{ $fact }” odnotowano: { $value }. Nie odnotowano: { $lacking }.
   *[undetermined] W pozycji „{ $fact }” odnotowano dotychczas: { $value }. Nie odnotowano jeszcze: { $lacking }.
}
found-assumed = W pozycji „{ $fact }” nie mamy danych; reguła przyjmuje wtedy: { $value }.
found-missing = W pozycji „{ $fact }” nie mamy jeszcze żadnych danych.
found-not-applicable = Pozycja „{ $fact }” nie ma w tym przypadku zastosowania.
found-contested = W pozycji „{ $fact }” zebrane dowody są sprzeczne.
found-not-listed = W pozycji „{ $fact }” odnotowano coś, czego nie ma na liście: { $value }.
found-wrong-type = W pozycji „{ $fact }” odnotowanych danych nie da się porównać z tym, co jest wymagane.

## What was found of a fact, as a note

note-known = { $fact }: { $value }
note-so-far = { $fact }: dotychczas { $value }
note-assumed = { $fact }: nieznane, przyjęto { $value }
note-missing = { $fact }: jeszcze nieznane
note-not-applicable = { $fact }: nie dotyczy
note-contested = { $fact }: dowody są sprzeczne
note-not-listed = { $fact }: { $value } (spoza listy)
note-wrong-type = { $fact }: nie da się porównać

## Values

single-yes = tak
single-no = nie
single-code = { $code }
single-number = { $number }
single-day = { $day }

single-instant = { DATETIME($at) }
single-period = { $span }
single-ever = bezterminowo
single-entries = { $count ->
    [one] { $count } wpis
    [few] { $count } wpisy
    [many] { $count } wpisów
   *[other] { $count } wpisu
}
when-day = { $day }
when-instant = { DATETIME($at) }
when-fact = „{ $fact }”
span-both = od { $from } do { $until }
span-from = { $from } lub później
span-until = { $until } lub wcześniej
span-fact = „{ $fact }”
range-at-least = co najmniej { $least }
range-at-most = co najwyżej { $most }
range-between = od { $least } do { $most }
long-days = { $count ->
    [one] { $count } dzień
    [few] { $count } dni
    [many] { $count } dni
   *[other] { $count } dnia
}
long-months = { $count ->
    [one] { $count } miesiąc
    [few] { $count } miesiące
    [many] { $count } miesięcy
   *[other] { $count } miesiąca
}
long-years = { $count ->
    [one] { $count } rok
    [few] { $count } lata
    [many] { $count } lat
   *[other] { $count } roku
}

listed-either = { LIST($items, type: "or") }
listed-either-cut = { LIST($items, type: "or") } (pierwszych { $shown } z { $of })
listed-every = { LIST($items, type: "and") }
listed-every-cut = { LIST($items, type: "and") } (pierwszych { $shown } z { $of })
listed-none = brak

## What is still needed

needed-facts = Do rozstrzygnięcia potrzebujemy jeszcze następujących informacji: { $facts }.
needed-officer = To, czego nie rozstrzygają zebrane dane, musi rozstrzygnąć osoba prowadząca sprawę.
needed-fact-plain = „{ $fact }”
needed-fact-proved = „{ $fact }” (podstawa: { $evidence })
