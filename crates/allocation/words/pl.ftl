## Standing

standing-waiting = czeka
standing-accepted = przyjęte ostatecznie
standing-keep-higher = zachowuje miejsce i czeka na lepsze
standing-cancelled = rezygnacja

## Limit

limit-capacity = liczba miejsc
limit-quota = { $plain ->
    [true] pula „{ $quota }”
   *[false] pula „{ $quota }”: { $values }
}
limit-overall = { $plain ->
    [true] limit dla wszystkich grup łącznie, „{ $name }”
   *[false] limit dla wszystkich grup łącznie, „{ $name }”: { $values }
}

## Violation

violation-other-problem = Wynik dotyczy innego naboru: jego skrót to { $claimed }, a skrót tego naboru to { $computed }.
violation-other-mechanism = Według wyniku miejsca rozdzielono w inny sposób, niż mówią reguły naboru.
violation-missing = W wyniku brakuje zgłoszenia „{ $applicant }”.
violation-twice = Zgłoszenie „{ $applicant }” występuje w wyniku więcej niż raz.
violation-unknown-applicant = Wynik zawiera zgłoszenie „{ $applicant }”, którego nie było.
violation-unknown-group = Wynik wymienia grupę, której nie ma: „{ $group }”.
violation-not-asked = Zgłoszenie „{ $applicant }” ma miejsce w grupie „{ $group }”, choć o nią nie prosiło.
violation-wrong-choice = { $untold ->
    [true] Wynik nie mówi, którym wyborem jest miejsce zgłoszenia „{ $applicant }”.
   *[false] Według wyniku miejsce zgłoszenia „{ $applicant }” jest wyborem nr { $claimed }, a nie jest.
}
violation-overfull = W grupie „{ $group }” jest więcej osób, niż może być: { $held } zamiast { $cap } ({ $limit }). O jedno miejsce za dużo: { $beyond }.
violation-overfull-overall = Miejsca ma więcej osób, niż może: { $held } zamiast { $cap } ({ $limit }). O jedno miejsce za dużo: { $beyond }.
violation-wasted = W grupie „{ $group }” jest miejsce dla zgłoszenia „{ $applicant }”, które je wskazało i zostało pominięte.
violation-passed-over = Zgłoszenie „{ $applicant }” wskazało grupę „{ $group }” i ma pierwszeństwo przed „{ $holder }”, a to ono ma tam miejsce ({ $limit }).
violation-reserve-unfilled = Zgłoszenie „{ $applicant }” wskazało grupę „{ $group }” i należą mu się miejsca zarezerwowane; „{ $holder }”, które zajmuje miejsce, nie ma do nich prawa ({ $limit }).
violation-wrong-turn = { $due ->
    [absent] { $given ->
        [absent] Kolejność zgłoszenia „{ $applicant }” nie została zachowana.
       *[other] Gdy przyszła kolej na zgłoszenie „{ $applicant }”, miejsca już nie było; wynik daje mu miejsce w grupie „{ $given }”.
    }
   *[other] { $given ->
        [absent] Gdy przyszła kolej na zgłoszenie „{ $applicant }”, należało mu się miejsce w grupie „{ $due }”; wynik nie daje mu żadnego.
       *[other] Gdy przyszła kolej na zgłoszenie „{ $applicant }”, należało mu się miejsce w grupie „{ $due }”; wynik daje mu miejsce w grupie „{ $given }”.
    }
}
violation-wrong-key = Los zgłoszenia „{ $applicant }” to { $computed }, a wynik podaje { $claimed }.
violation-other-lists = Nie wszystkie listy rozlosowano. Liczba list zgłoszeń: { $lists }; liczba list rozlosowanych: { $drawn }.
violation-wrong-list-hash = Skrót listy { $list } to { $computed }, a nie { $claimed }: są na niej inne zgłoszenia niż w chwili zamknięcia.
violation-not-drawn = Lista { $list } nie została rozlosowana.
violation-seed-older-than-freeze = Ziarno listy { $list } było znane { $known-at }, zanim listę zamknięto ({ $frozen-at }).
violation-seed-older-than-replaced = Nowe ziarno listy { $list } było znane { $known-at }, wcześniej niż to, które zastępuje ({ $replaced }).
violation-other-draw = Wynik podaje inne losowanie listy { $list } niż to, które ogłoszono.
violation-wrong-group = To, co wynik mówi o grupie „{ $group }”, nie zgadza się z tym, kto ma w niej miejsce.
violation-wrong-cutoff = Zgłoszenie, które wynik podaje jako ostatnie przyjęte do grupy „{ $group }”, nie jest ostatnie ({ $limit }).
violation-group-times = { $untold ->
    [true] Wynik nic nie mówi o grupie „{ $group }”.
   *[false] Wynik mówi o grupie „{ $group }” więcej niż raz ({ $times }).
}
violation-closed-and-held = Grupę „{ $group }” zamknięto, a mimo to ktoś ma w niej miejsce ({ $held }).
violation-too-small = W grupie „{ $group }” jest mniej osób, niż potrzeba: { $held } zamiast { $minimum }.
violation-wrong-closure = Grupę „{ $group }” zamknięto w kroku { $step }, choć reguły jej wtedy nie zamykają.
violation-not-optimal = { $given ->
    [absent] Zgłoszenie „{ $applicant }” nie ma miejsca, choć mogło je mieć w grupie „{ $possible }” bez pominięcia kogokolwiek.
   *[other] Zgłoszenie „{ $applicant }” ma miejsce w grupie „{ $given }”, choć mogło je mieć w grupie „{ $possible }” bez pominięcia kogokolwiek.
}

## SeedRefused

seed-refused-older-than-freeze = Tego ziarna nie wolno użyć: było znane { $known-at }, a listę { $list } zamknięto dopiero { $frozen-at }.
seed-refused-older-than-replaced = Tego ziarna nie wolno użyć: było znane { $known-at }, a to, które ma zastąpić na liście { $list } – { $replaced }.
seed-refused-no-such-list = Nie ma listy { $list }.
seed-refused-drawn-too-often = Listę { $list } losowano już tyle razy, ile wolno ({ $limit }).

## FreezeError

freeze-error = Listy nie można zamknąć z tą chwilą: wcześniejszą listę zamknięto później ({ $before }).

## CarryError

carry-error-other-problem = Losowanie dotyczy innego naboru.
carry-error-other-list = Lista { $list } nie jest tą, którą rozlosowano.

## RerunError

rerun-error-rolling = Przy przyjmowaniu na bieżąco miejsca przechodzą dalej, gdy ktoś rezygnuje: należy wpisać chwilę rezygnacji (`withdrawn_at`) i rozdzielić miejsca ponownie.
rerun-error-chain-needs-nested = Łańcuch zwolnionych miejsc wymaga, by każda grupa wybierała sama: mechanizmu `nested`.

## ChangeError

change-error-other-draw = Zmienione reguły wymagają losowania, które już przeprowadzono: identyfikator, listy i ziarna muszą pozostać.
change-error-group-gone = Ktoś ma miejsce w grupie „{ $group }”, której już nie ma.

## Unfit, NoOrder

unfit-not-nested = Reguły nie mówią, że pule zawierają się jedna w drugiej, więc mogą się krzyżować.
unfit-reserves = Plan „{ $plan }” rezerwuje miejsca, a umie to tylko `nested`.
unfit-priorities = Plan „{ $plan }” ma własną kolejność, a wszyscy muszą wybierać w jednej.
unfit-no-arrival = Reguły nie mówią, kto kiedy się zgłosił.
no-order = W kolejności planu „{ $plan }” nie każde zgłoszenie występuje dokładnie raz.

## Explanation

explanation = { $seat ->
    [absent] { $best ->
        [true] Zgłoszenie „{ $applicant }” nie wskazuje żadnej grupy.
       *[false] Zgłoszenie „{ $applicant }” nie otrzymało miejsca.
    }
   *[other] { $best ->
        [true] Zgłoszenie „{ $applicant }” otrzymało miejsce w grupie „{ $seat }”, swoim pierwszym wyborze.
       *[false] Zgłoszenie „{ $applicant }” otrzymało miejsce w grupie „{ $seat }”.
    }
}
missed = Wybór { $choice }, „{ $group }”. { $why }
why-closed = Grupę zamknięto, bo byłoby w niej za mało osób.
why-full = Wszystko, co można tu zająć, jest zajęte: { $held } z { $cap } ({ $limit }). Ostatnie przyjęte zgłoszenie, którego miejsce mogło przypaść temu, to „{ $holder }”. { $decided } Gdyby to zgłoszenie było przed nim, otrzymałoby miejsce.
why-kept = Wszystko, co można tu zająć, jest zajęte: { $held } z { $cap } ({ $limit }). To, co mogło przypaść temu zgłoszeniu, jest zarezerwowane dla innych: { $reserved }. Żadne kryterium kolejności nie mogło tego zmienić.
why-freed-since = Gdy rozpatrywano zgłoszenie, nie było dla niego miejsca; później jedno się zwolniło, ale odpowiedź była ostateczna.
why-withdrawn = Zgłoszenie zostało wycofane.
why-wrong = Nic nie stoi na przeszkodzie temu zgłoszeniu: wynik jest w tym miejscu błędny.
decided-list = Jest ono na wcześniejszej liście: { $needed }, a nie { $own }.
decided-key = { $own ->
    [absent] { $needed ->
        [absent] Oba są równe pod względem „{ $by }”.
       *[other] Ma ono pierwszeństwo według „{ $by }”: { $needed }, a to zgłoszenie nie ma nic.
    }
   *[other] { $needed ->
        [absent] Ma ono pierwszeństwo według „{ $by }”: nie ma nic, a to zgłoszenie ma { $own }.
       *[other] Ma ono pierwszeństwo według „{ $by }”: { $needed } jest przed { $own }.
    }
}
decided-lot = We wszystkim innym oba są równe i rozstrzygnęło losowanie (los { $first } przed { $second }).
