### Co mówią udziały i ankiety, po polsku.

## Na jakim etapie jest udział

participation-status-taking-part = bierze udział
participation-status-finished = udział zakończony { $on }
participation-status-left = udział przerwany { $on }

## Co zapisano błędnie

corrected-completion = ukończenie modułu „{ $module }” dnia { $on }
corrected-closing = zamknięcie zapisu ({ $status })

## Dlaczego udział odmawia

participation-refusal-not-joined = Osoba nie bierze jeszcze udziału w tej edycji. Prosimy najpierw odnotować jej dołączenie.
participation-refusal-joined = Osoba bierze już udział w tej edycji na podstawie innego przyjęcia.
participation-refusal-finished = Udział został zakończony { $on }. Aby zapisać coś jeszcze, prosimy go wznowić i podać powód.
participation-refusal-left = Udział został przerwany { $on }, a to przyjęcie jest już wykorzystane. Można dołączyć ponownie na podstawie nowego przyjęcia albo wznowić udział, podając powód.
participation-refusal-not-closed = Udział nie został zamknięty, nie ma więc czego wznawiać.
participation-refusal-edition-takes-nobody = { $status-key ->
    [absent] Edycja nie została jeszcze zaplanowana. Dołączyć można po jej ogłoszeniu.
    [planned] Edycja nie została jeszcze ogłoszona. Dołączyć można po jej ogłoszeniu.
    [finished] Edycja się zakończyła, więc nie można już do niej dołączyć.
   *[cancelled] Edycja została odwołana, więc nie można do niej dołączyć.
}
participation-refusal-edition-not-running = { $status-key ->
    [cancelled] Edycja została odwołana, więc nie zapisuje się ukończenia modułów.
   *[other] Edycja jeszcze się nie rozpoczęła. Ukończenie modułów można zapisywać od jej rozpoczęcia.
}
participation-refusal-before-start = Edycja rozpoczyna się { $starts }, więc { $on } nie można było ukończyć żadnego modułu.
participation-refusal-in-future = Dziś jest { $today }, a { $on } dopiero nadejdzie. Prosimy podać dzień nie późniejszy niż dzisiejszy.
participation-refusal-unknown-module = W tej edycji nie ma modułu „{ $module }”. Moduły tej edycji: { $modules }.
participation-refusal-completed-already = Moduł „{ $module }” zapisano już jako ukończony { $on }. Aby to poprawić, prosimy najpierw unieważnić ten zapis i podać powód.
participation-refusal-not-completed = Modułu „{ $module }” nie zapisano jako ukończonego, nie ma więc czego unieważniać.
participation-refusal-outstanding = Udziału nie można jeszcze zakończyć, ponieważ edycja trwa. Nieukończone moduły: { $modules }.
participation-refusal-reason-class = Schowek { $slot } nie jest przeznaczony na dowolny tekst, więc nie można w nim przechować powodu.
participation-refusal-other-id = Udział tej osoby w tej edycji ma identyfikator { $wanted }, a nie { $is }.
participation-refusal-other-edition = Ten udział dotyczy edycji o identyfikatorze { $wanted }, a nie { $given }.
participation-refusal-other-programme = Program o identyfikatorze { $given } nie ma wersji, na której opiera się ta edycja.

## Dlaczego anonimowej zmiany nie zapisano

anonymous-commit-error-id-not-random = Identyfikator anonimowego zapisu musi być wylosowany.
anonymous-commit-error-stage = Zmiany w ankiecie nie można zapisać.

## Odpowiedzi

answer-scale = { $point }
answer-choice = { $option }
answer-yes-no = { $yes ->
    [true] tak
   *[false] nie
}
intent-yes = tak
intent-no = nie
intent-undecided = jeszcze nie wiem

## Dlaczego odpowiedzi nie tworzą partii

batch-error-empty = Partia ma numer od 1 wzwyż i zawiera odpowiedzi co najmniej jednej osoby.
batch-error-count = Przy pytaniu „{ $question }” nie ma żadnej odpowiedzi albo jest więcej odpowiedzi niż osób.
batch-error-slot-order = Schowki na uwagi muszą być podane w kolejności identyfikatorów, każdy tylko raz.
batch-error-slot-class = Schowek { $slot } nie jest przeznaczony na dowolny tekst.
batch-error-slot-not-random = Identyfikator schowka { $slot } nie został wylosowany.
batch-error-too-few-slots = Liczba uwag: { $remarks }; każda wymaga osobnego schowka, a { $slots ->
    [0] nie podano żadnego.
    [one] podano tylko { $slots } schowek.
    [few] podano tylko { $slots } schowki.
    [many] podano tylko { $slots } schowków.
   *[other] podano tylko { $slots } schowka.
}

## Jak odpowiada się na pytanie

question-kind-scale = skala od { $min } do { $max }
question-kind-choice = wybór spośród { $count } opcji
question-kind-yes-no = tak lub nie
question-kind-intent-to-continue = zamiar kontynuacji
question-kind-free-text = własnymi słowami

## Odpowiedzi ilu osób pokazuje się razem

minimum-cell-three = co najmniej trzy osoby
minimum-cell-five = co najmniej pięć osób
minimum-cell-ten = co najmniej dziesięć osób

## Dlaczego ankieta odmawia

survey-refusal-not-opened = Ankieta nie została jeszcze otwarta. Prosimy najpierw ją otworzyć, podając pytania i termin.
survey-refusal-opened-otherwise = Ankieta jest już otwarta z innymi pytaniami lub w innym terminie.
survey-refusal-window-over = Nikt nie mógłby odpowiedzieć na tę ankietę: jej termin już minął (koniec: { $ended }).
survey-refusal-closed = Ankieta jest zamknięta. Aby zapytać ponownie, prosimy otworzyć nową.
survey-refusal-too-early = Na ankietę nie można jeszcze odpowiadać (początek: { $opens }).
survey-refusal-too-late = Na ankietę nie można już odpowiadać (koniec: { $ended }).
survey-refusal-no-token = Nie podano kodów dostępu do wydania.
survey-refusal-token-issued = Kod dostępu wydaje się tylko raz. Prosimy wylosować nowy dla każdej osoby.
survey-refusal-token-unknown = Ten kod dostępu nie należy do tej ankiety. Prosimy go sprawdzić.
survey-refusal-token-spent = Ten kod dostępu został już wykorzystany: każda osoba odpowiada jeden raz.
survey-refusal-sheet = Prosimy sprawdzić odpowiedzi. Nie pasują one do tych pytań: { $questions }.
survey-refusal-misfit = Odpowiedzi na pytanie „{ $question }” nie pasują do tego, o co pyta ankieta.
survey-refusal-too-few = { $sheets ->
    [0] Nie ma jeszcze odpowiedzi do opublikowania
    [one] Na publikację czekają odpowiedzi tylko { $sheets } osoby
    [few] Na publikację czekają odpowiedzi tylko { $sheets } osób
    [many] Na publikację czekają odpowiedzi tylko { $sheets } osób
   *[other] Na publikację czekają odpowiedzi tylko { $sheets } osoby
}; { $at-least ->
    [one] potrzeba odpowiedzi co najmniej { $at-least } osoby.
    [few] potrzeba odpowiedzi co najmniej { $at-least } osób.
    [many] potrzeba odpowiedzi co najmniej { $at-least } osób.
   *[other] potrzeba odpowiedzi co najmniej { $at-least } osoby.
}
survey-refusal-more-than-spent = { $sheets ->
    [one] Nie można opublikować odpowiedzi { $sheets } osoby:
    [few] Nie można opublikować odpowiedzi { $sheets } osób:
    [many] Nie można opublikować odpowiedzi { $sheets } osób:
   *[other] Nie można opublikować odpowiedzi { $sheets } osoby:
} { $unpublished ->
    [0] na nieopublikowane jeszcze odpowiedzi nie wykorzystano żadnego kodu dostępu.
    [one] na nieopublikowane jeszcze odpowiedzi wykorzystano tylko { $unpublished } kod dostępu.
    [few] na nieopublikowane jeszcze odpowiedzi wykorzystano tylko { $unpublished } kody dostępu.
    [many] na nieopublikowane jeszcze odpowiedzi wykorzystano tylko { $unpublished } kodów dostępu.
   *[other] na nieopublikowane jeszcze odpowiedzi wykorzystano tylko { $unpublished } kodu dostępu.
}
survey-refusal-no-token-spent = Wszystkie złożone odpowiedzi są już w urnie. Prosimy najpierw wykorzystać kod dostępu i włożyć związane z nim odpowiedzi tylko raz.
survey-refusal-out-of-turn = Następna do publikacji jest partia numer { $expected }, a nie numer { $found }.
survey-refusal-slot-taken = Jeden ze schowków zawiera już uwagę z wcześniejszej partii. Prosimy wylosować nowe schowki.
survey-refusal-other-survey = Te odpowiedzi zebrano w innej ankiecie.

## Co pokazała ankieta

results = Zaproszone osoby: { $invited }. Policzone odpowiedzi: { $answered }. Odpowiedzi na pytanie pokazuje się, { $minimum-cell ->
    [one] gdy odpowie na nie co najmniej { $minimum-cell } osoba.
    [few] gdy odpowiedzą na nie co najmniej { $minimum-cell } osoby.
    [many] gdy odpowie na nie co najmniej { $minimum-cell } osób.
   *[other] gdy odpowie na nie co najmniej { $minimum-cell } osoby.
}
outcome-suppressed = nie pokazano, bo odpowiedziało mniej osób, niż wynosi próg
outcome-counted = { $averaged ->
    [false] { $n ->
        [one] { $n } odpowiedź
        [few] { $n } odpowiedzi
        [many] { $n } odpowiedzi
       *[other] { $n } odpowiedzi
    }
   *[true] { $n ->
        [one] { $n } odpowiedź, średnia { $mean }
        [few] { $n } odpowiedzi, średnia { $mean }
        [many] { $n } odpowiedzi, średnia { $mean }
       *[other] { $n } odpowiedzi, średnia { $mean }
    }
}
outcome-remarks = { $count ->
    [one] { $count } uwaga
    [few] { $count } uwagi
    [many] { $count } uwag
   *[other] { $count } uwagi
}

## Odpowiedzi i kody dostępu, których nie można odczytać

unreadable-sheet = Tych odpowiedzi nie można odczytać. Prosimy wypełnić ankietę ponownie.
token-error = To nie jest kod dostępu do ankiety. Prosimy sprawdzić, czy jest kompletny.
