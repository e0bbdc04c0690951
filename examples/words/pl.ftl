### Co mówi przykład `academy`.

## Części zestawienia

part-recruitment = Nabór
part-participation = Ukończone moduły
part-register = Rejestr certyfikatów
part-represented = Reprezentowane gminy i instytucje
part-survey = Ankieta
part-successor = Kto mógłby dołączyć: { $programme }

## Kolumny i wiersze

column-purpose = Cel
column-modelled-on = Wzór
column-part-of = Część programu
column-edition = Edycja
column-form = Forma
column-duration = Czas trwania
column-partner = Partner
column-roles = Role
column-module = Moduł
column-window = Przyjmowanie zgłoszeń
column-seats = Miejsca
column-rule = Reguła
column-who-may-come = Kto może wziąć udział
column-applicant = Osoba zgłoszona
column-sent-by = Kto deleguje
column-position = Stanowisko
column-decision = Decyzja o zgłoszeniu
column-conditions-met = Spełnione warunki
column-completed = Ukończono
column-first = Pierwszy dzień
column-last = Ostatni dzień
column-issued-by = Wystawca
column-handed-over = Wręczenie
column-number = Numer
column-holder = Imię i nazwisko
column-certificate = Certyfikat
column-version = Wersja
column-issued-on = Data wydania
column-ceremony-on = Data wręczenia
column-place = Miejsce
column-status = Stan
column-note = Uwaga
column-kind = Rodzaj
column-count = Liczba
column-which = Które
column-question = Pytanie
column-answers = Odpowiedzi
column-mean = Średnia
column-distribution = Rozkład
column-person = Imię i nazwisko
column-from = Gmina
column-could-join = Może dołączyć
column-why = Dlaczego

## Program

offered-umbrella = „{ $title }”; realizują: { $run-by }{ $since ->
    [absent] { "" }
   *[other] { "" }; od { $since } r.
}{ $activities ->
    [absent] { "" }
   *[other] { "" }; działania: { $activities }
}
offered-form = { $pilot ->
    [true] { $delivery }, jako pilotaż
   *[false] { $delivery }
}
offered-duration = { $weeks ->
    [one] { $weeks } tydzień
    [few] { $weeks } tygodnie
    [many] { $weeks } tygodni
   *[other] { $weeks } tygodnia
}, od { $from } do { $until }
offered-steward = opiekun programu

## Nabór i zgłoszenia

called-window = od { $from } do { $until } ({ $zone })
called-rule = { $rule }, wersja { $version } ({ $hash }…)
applied-institution = { $institution } ({ $authority })
applied-seated = { $status }, miejsce { $seat }
applied-none = żaden (zob. niżej)
applied-unsettled = nie ustalono (zob. niżej)
applied-otherwise = zob. niżej
applied-not-examined = nie rozpatrzono
applied-by-authority = { $position ->
    [absent] { $name }; deleguje: gmina { $authority }
   *[other] { $name }, { $position }; deleguje: gmina { $authority }
}
applied-by-institution = { $position ->
    [absent] { $name }; deleguje: { $institution }, wskazując współpracę z gminą { $authority }
   *[other] { $name }, { $position }; deleguje: { $institution }, wskazując współpracę z gminą { $authority }
}
applied-not-in-time = W terminie nie rozstrzygnięto, czy warunki są spełnione.
applied-counted = { $applications ->
    [one] { $applications } zgłoszenie
    [few] { $applications } zgłoszenia
    [many] { $applications } zgłoszeń
   *[other] { $applications } zgłoszenia
}: przyjęto { $admitted }, odrzucono { $refused }, wycofano { $withdrawn }

## Udział i certyfikaty

taken-of = { $done } z { $all }
taken-all = { $modules ->
    [1] Jedyny moduł
    [one] Wszystkie { $modules } moduły
    [few] Wszystkie { $modules } moduły
    [many] Wszystkie { $modules } modułów
   *[other] Wszystkie { $modules } modułu
} { $done ->
    [one] ukończyła { $done } osoba
    [few] ukończyły { $done } osoby
    [many] ukończyło { $done } osób
   *[other] ukończyło { $done } osoby
} z { $all }
taken-outstanding = { $name } nie ma jeszcze wszystkich modułów; brakuje: { $modules }
taken-handed-over = { DATE($on, style: "weekday") }, { $place }
taken-certificates = { $certificates ->
    [one] { $certificates } certyfikat
    [few] { $certificates } certyfikaty
    [many] { $certificates } certyfikatów
   *[other] { $certificates } certyfikatu
} dla { $participants ->
    [one] { $participants } osoby
    [few] { $participants } osób
    [many] { $participants } osób
   *[other] { $participants } osoby
}
taken-institution = instytucja współpracująca z gminą

## Ankieta

asked-answered = Wypełnione ankiety: { $answered } z { $invited }, bez nazwisk. Pytań, na które odpowiedziało mniej niż { $cell ->
    [one] { $cell } osoba
    [few] { $cell } osoby
    [many] { $cell } osób
   *[other] { $cell } osoby
}, nie pokazano.
asked-suppressed = nie pokazano
asked-below = zob. niżej
asked-remark = „{ $text }”
asked-would-go-on = Do dalszego szkolenia { $yes ->
    [one] przystąpiłaby { $yes } osoba
    [few] przystąpiłyby { $yes } osoby
    [many] przystąpiłoby { $yes } osób
   *[other] przystąpiłoby { $yes } osoby
} z { $n }

## Kontynuacja programu

joins-yes = tak
joins-no = nie
joins-unsettled = nie ustalono
joins-counted = { $could ->
    [one] Dołączyć może { $could } osoba
    [few] Dołączyć mogą { $could } osoby
    [many] Dołączyć może { $could } osób
   *[other] Dołączyć może { $could } osoby
} z { $all }

## Pod zestawieniem

closing-specimen = Wzór: program, jego partnerzy i osiem gmin miejskich istnieją naprawdę. Wszystko inne jest fikcyjne: osoby, ich odpowiedzi oraz pozostałe gminy i instytucje.
closing-files = Pliki w folderze { $out }: zapisano { $changed }, bez zmian { $same }
closing-same = Całe szkolenie jest już zapisane: nic się nie zmieniło
closing-stored = { $stored ->
    [one] Zapisano { $stored } krok
    [few] Zapisano { $stored } kroki
    [many] Zapisano { $stored } kroków
   *[other] Zapisano { $stored } kroku
}
closing-resumed = Poprzednie uruchomienie zostało przerwane; zapisano { $stored ->
    [one] brakujący { $stored } krok
    [few] brakujące { $stored } kroki
    [many] brakujące { $stored } kroków
   *[other] brakujące { $stored } kroku
} z { $steps }

## Certyfikat

printed-certificate = Certyfikat
printed-certifies = Niniejszy certyfikat otrzymuje
printed-completed = za ukończenie wszystkich modułów programu
printed-given = { $place }, { $on }
printed-number = Nr { $number }
printed-specimen = Wzór, osoby fikcyjne

erased = [usunięto]
day = { DATE($day, style: "short") }

## Kroki

deed-name-files = odnotowanie plików źródłowych
deed-draft-programme = opracowanie programu
deed-approve-programme = zatwierdzenie programu
deed-offer-programme = wprowadzenie programu do oferty
deed-plan-edition = zaplanowanie edycji
deed-announce-edition = ogłoszenie edycji
deed-begin-edition = rozpoczęcie edycji
deed-finish-edition = zakończenie edycji
deed-announce-recruitment = ogłoszenie naboru
deed-open-recruitment = otwarcie naboru
deed-close-recruitment = zamknięcie naboru
deed-finish-recruitment = zakończenie naboru
deed-submit-application = złożenie zgłoszenia { $of }
deed-withdraw-application = wycofanie zgłoszenia { $of }
deed-decide-application = rozpatrzenie zgłoszenia { $of }
deed-refuse-application = odrzucenie zgłoszenia { $of }
deed-confirm-application = potwierdzenie zgłoszenia { $of }
deed-admit-application = przyjęcie na podstawie zgłoszenia { $of }
deed-join = rozpoczęcie udziału: { $person }
deed-complete = ukończenie modułu { $module }, osoba { $of }
deed-finish-participation = zakończenie udziału: { $person }
deed-open-survey = otwarcie ankiety
deed-issue-tokens = wydanie kodów dostępu do ankiety
deed-spend-token = wykorzystanie kodu dostępu do ankiety nr { $nth }
deed-collect-answers = zebranie odpowiedzi
deed-close-survey = zamknięcie ankiety
deed-draft-practice = opis praktyki { $practice }
deed-submit-practice = zgłoszenie praktyki { $practice }
deed-review-practice = recenzja praktyki { $practice }
deed-publish-practice = publikacja praktyki { $practice }
deed-open-register = otwarcie rejestru
deed-adopt-scheme = przyjęcie rodzaju certyfikatu
deed-issue-certificates = wydanie certyfikatów
deed-read = odczyt zapisów ({ $kind })

## Dlaczego przebieg się zakończył

mishap-files = Tych plików nie można użyć. Niczego nie zapisano.
mishap-refused = { $origin }: { $step }: { $reason }
mishap-store = Praca została przerwana na kroku „{ $step }”. Po ponownym uruchomieniu będzie kontynuowana od tego miejsca.
mishap-papers = Nie można sporządzić dokumentów.
mishap-handbook = Nie można złożyć poradnika z pliku handbook.toml.
mishap-path = Nie można zapisać „{ $path }”.
mishap-unopened = Nie można otworzyć bazy zapisów.
mishap-other-files = Baza zawiera to szkolenie według innych plików. Prosimy wskazać inną bazę opcją --store.
mishap-unreadable = Nie można odczytać zapisów.
missing-programme = W bazie nie ma programu.
missing-edition = W bazie nie ma edycji.
missing-recruitment = W bazie nie ma naboru.
missing-scheme = W bazie nie ma danych o rodzaju certyfikatu.
missing-application = W bazie nie ma zgłoszenia osoby z certyfikatem.
mishap-screen = Nie można wyświetlić wyniku.
mishap-cause = Przyczyna: { $text }
