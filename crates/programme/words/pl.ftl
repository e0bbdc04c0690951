### Co mówią programy i edycje, po polsku.

## Jak odbywa się nauka

delivery-mode-online = zdalnie
delivery-mode-onsite = stacjonarnie
delivery-mode-blended = częściowo zdalnie, częściowo stacjonarnie

## Ile jest nauki

hours-course = { $count ->
    [one] { $count } godzina dydaktyczna
    [few] { $count } godziny dydaktyczne
    [many] { $count } godzin dydaktycznych
   *[other] { $count } godziny dydaktycznej
}
hours-clock = { $count ->
    [one] { $count } godzina zegarowa
    [few] { $count } godziny zegarowe
    [many] { $count } godzin zegarowych
   *[other] { $count } godziny zegarowej
}
hours-minutes = { $count ->
    [one] { $count } minuta
    [few] { $count } minuty
    [many] { $count } minut
   *[other] { $count } minuty
}

## Wydarzenie poza edycją

outside = Wydarzenie ({ $from } – { $until }) nie mieści się w czasie trwania edycji ({ $first } – { $last }).

## Na jakim etapie jest edycja

edition-status-planned = planowana
edition-status-announced = ogłoszona
edition-status-running = w toku
edition-status-finished = zakończona
edition-status-cancelled = odwołana

## Na jakim etapie jest program lub jego wersja

programme-status-draft = wersja robocza
programme-status-approved = zatwierdzono
programme-status-offered = w ofercie
programme-status-retired = wycofano z oferty

## Dlaczego program odmawia

programme-refusal-retired = Program został wycofany z oferty: nie otrzymuje nowych wersji i nie można go ponownie wprowadzić do oferty. Aby go kontynuować, prosimy założyć nowy program.
programme-refusal-other-code = Program ma w każdej wersji kod „{ $is }”, a w nowej definicji podano „{ $wanted }”. Prosimy zachować kod albo założyć osobny program.
programme-refusal-unknown-version = Program nie ma jeszcze wersji { $version }.
programme-refusal-target-unfit = { $count ->
    [one] Programu nie można jeszcze zatwierdzić: reguła grupy docelowej zawiera { $count } błąd.
    [few] Programu nie można jeszcze zatwierdzić: reguła grupy docelowej zawiera { $count } błędy.
    [many] Programu nie można jeszcze zatwierdzić: reguła grupy docelowej zawiera { $count } błędów.
   *[other] Programu nie można jeszcze zatwierdzić: reguła grupy docelowej zawiera { $count } błędu.
}
programme-refusal-not-approved = Wersja { $version } jest jeszcze robocza. Zanim trafi do oferty, trzeba ją zatwierdzić.
programme-refusal-replaced = Wersji { $version } nie można już wprowadzić do oferty: zastąpiła ją wersja { $offered }.
programme-refusal-never-approved = Żadna wersja tego programu nie została dotąd zatwierdzona, nie ma więc czego wycofać z oferty.

## Dlaczego edycja odmawia

edition-refusal-not-planned = Edycja nie została jeszcze zaplanowana.
edition-refusal-already-public = { $status-key ->
    [announced] Edycja została już ogłoszona, więc jej plan obowiązuje. Poszczególne wydarzenia można nadal przenieść lub odwołać.
    [running] Edycja już trwa, więc jej plan obowiązuje. Poszczególne wydarzenia można nadal przenieść lub odwołać.
    [finished] Edycja się zakończyła, więc jej plan już się nie zmienia.
   *[cancelled] Edycja została odwołana, więc jej plan już się nie zmienia.
}
edition-refusal-not-possible = { $is-key ->
    [planned] Edycja jest dopiero planowana
    [announced] Edycja została ogłoszona, ale jeszcze się nie rozpoczęła
    [running] Edycja już trwa
    [finished] Edycja się zakończyła
   *[cancelled] Edycja została odwołana
}, więc nie można jej { $wanted-key ->
    [announced] ogłosić
    [running] rozpocząć
    [finished] zakończyć
   *[cancelled] odwołać
}.
edition-refusal-other-id = Edycja { $number } tego programu ma identyfikator { $wanted }, a nie { $is }.
edition-refusal-other-programme = Definicja dotyczy programu „{ $named }”, a edycja jest planowana dla programu „{ $is }”.
edition-refusal-other-programme-given = Edycja należy do programu o identyfikatorze { $wanted }, a nie { $given }.
edition-refusal-not-approved = Wersja { $version } programu nie została zatwierdzona, więc nie można na jej podstawie zaplanować edycji.
edition-refusal-retired = Program „{ $programme }” został wycofany z oferty i nie ma już nowych edycji.
edition-refusal-unknown-modules = Wersja { $version } programu nie obejmuje wszystkich modułów, do których należą wydarzenia. Brakujące moduły: { $modules }.
edition-refusal-not-on-offer = { $offered ->
    [absent] Edycję zaplanowano na podstawie wersji { $planned } programu, ale żadna wersja nie jest obecnie w ofercie. Prosimy najpierw wprowadzić tę wersję do oferty.
   *[other] Edycję zaplanowano na podstawie wersji { $planned } programu, ale w ofercie jest wersja { $offered }. Prosimy zaplanować edycję na nowo na jej podstawie.
}
edition-refusal-no-session = Edycja nie ma jeszcze żadnych wydarzeń. Przed jej ogłoszeniem prosimy dodać przynajmniej jedno.
edition-refusal-period-over = Edycji nie można już ogłosić: jej czas minął (koniec: { $until }).
edition-refusal-too-early-to-begin = Edycji nie można jeszcze rozpocząć (początek: { $from }).
edition-refusal-too-early-to-finish = Edycji nie można jeszcze zakończyć (koniec: { $until }).
edition-refusal-sessions-fixed = { $status-key ->
    [planned] Edycja jest dopiero planowana, więc prosimy zmienić jej plan w całości. Poszczególne wydarzenia można przenosić i odwoływać po ogłoszeniu edycji.
    [finished] Edycja się zakończyła, więc jej wydarzenia już się nie zmieniają.
   *[cancelled] Edycja została odwołana, więc jej wydarzenia już się nie zmieniają.
}
edition-refusal-unknown-session = W tej edycji nie ma wydarzenia „{ $session }”.
edition-refusal-session-cancelled = Wydarzenie „{ $session }” zostało odwołane i nie można go już zmienić.
edition-refusal-session-begun = Wydarzenie „{ $session }” już się rozpoczęło ({ $from }), więc nie można go przenieść ani odwołać.
edition-refusal-window = { $beyond ->
    [true] Termin { $from } wykracza poza kalendarz, którym można się posługiwać.
   *[false] Wydarzenie kończyłoby się ({ $until }) przed swoim rozpoczęciem ({ $from }).
}
edition-refusal-online-at-place = Wydarzenie „{ $session }” odbywa się zdalnie, więc nie można podać dla niego miejsca.

## Jakie to wydarzenie

session-kind-class = zajęcia
session-kind-workshop = warsztaty
session-kind-conference = konferencja
session-kind-team-meeting = spotkanie zespołu
session-kind-consultation-on-site = konsultacja na miejscu
session-kind-study-visit = wizyta studyjna
session-kind-online = zajęcia zdalne
session-kind-own-work = praca własna
session-kind-defence = obrona projektu
session-kind-ceremony = uroczystość

## Dzień obok godziny

mixed-times = Wydarzenie albo obejmuje całe dni, albo ma godzinę rozpoczęcia i godzinę zakończenia. Nie pasują do siebie: { $from } oraz { $until }.
