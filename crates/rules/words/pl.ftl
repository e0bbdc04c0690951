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
demand-before = { $negated ->
    [true] W pozycji „{ $fact }” wykluczona jest data wcześniejsza niż { $day }.
   *[false] W pozycji „{ $fact }” wymagana jest data wcześniejsza niż { $day }.
}
demand-on-or-after = { $negated ->
    [true] W pozycji „{ $fact }” wykluczona jest data { $day } lub późniejsza.
   *[false] W pozycji „{ $fact }” wymagana jest data { $day } lub późniejsza.
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
outcome-missing = Nie mamy jeszcze tej informacji, więc nie wiadomo, czy warunek jest spełniony.
outcome-not-applicable = { $verdict-key ->
    [met] W tym przypadku nie ma to zastosowania, więc warunek jest spełniony.
    [unmet] W tym przypadku nie ma to zastosowania, więc warunek nie jest spełniony.
   *[undetermined] W tym przypadku nie ma to zastosowania, więc nie wiadomo jeszcze, czy warunek jest spełniony.
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
found-missing = W pozycji „{ $fact }” nie mamy jeszcze żadnych danych.
found-not-applicable = Pozycja „{ $fact }” nie ma w tym przypadku zastosowania.
found-contested = W pozycji „{ $fact }” zebrane dowody są sprzeczne.
found-not-listed = W pozycji „{ $fact }” odnotowano coś, czego nie ma na liście: { $value }.
found-wrong-type = W pozycji „{ $fact }” odnotowanych danych nie da się porównać z tym, co jest wymagane.

## What was found of a fact, as a note

note-known = { $fact }: { $value }
note-so-far = { $fact }: dotychczas { $value }
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
