## Seats at one moment

seats = { $capacity-key ->
    [unlimited] { $held ->
        [0] Nie przyznano jeszcze żadnego miejsca; liczba miejsc jest nieograniczona.
        [one] Przyznano { $held } miejsce; liczba miejsc jest nieograniczona.
        [few] Przyznano { $held } miejsca; liczba miejsc jest nieograniczona.
        [many] Przyznano { $held } miejsc; liczba miejsc jest nieograniczona.
       *[other] Przyznano { $held } miejsca; liczba miejsc jest nieograniczona.
    }
   *[seats] { $over ->
        [0] { $left ->
            [0] Nie ma już wolnych miejsc; liczba miejsc przyznanych: { $held }.
            [one] Wolne jest jeszcze { $left } miejsce; liczba miejsc przyznanych: { $held }.
            [few] Wolne są jeszcze { $left } miejsca; liczba miejsc przyznanych: { $held }.
            [many] Wolnych jest jeszcze { $left } miejsc; liczba miejsc przyznanych: { $held }.
           *[other] Wolne jest jeszcze { $left } miejsca; liczba miejsc przyznanych: { $held }.
        }
        [one] Nie ma już wolnych miejsc; przyznano o { $over } miejsce więcej, niż jest ({ $capacity }).
        [few] Nie ma już wolnych miejsc; przyznano o { $over } miejsca więcej, niż jest ({ $capacity }).
        [many] Nie ma już wolnych miejsc; przyznano o { $over } miejsc więcej, niż jest ({ $capacity }).
       *[other] Nie ma już wolnych miejsc; przyznano o { $over } miejsca więcej, niż jest ({ $capacity }).
    }
}

## Capacity

capacity-unlimited = bez ograniczeń
capacity-seats = { $seats ->
    [one] { $seats } miejsce
    [few] { $seats } miejsca
    [many] { $seats } miejsc
   *[other] { $seats } miejsca
}

## AdmissionMode

admission-mode-rolling = na bieżąco, dopóki są wolne miejsca
admission-mode-officer-confirms = po potwierdzeniu przez osobę prowadzącą sprawę

## AdmitUntil

admit-until-start = do rozpoczęcia edycji
admit-until-end = do zakończenia edycji

## SenderKind

sender-kind-authority = jednostka samorządu
sender-kind-institution = instytucja

## ConsentPolicy

consent-policy-not-needed = zgoda nie jest wymagana
consent-policy-superior = { $for-heads-key ->
    [competent-body] zgoda osoby przełożonej, a w przypadku osób kierujących jednostką – właściwego organu
    [not-applicable] zgoda osoby przełożonej, z wyjątkiem osób kierujących jednostką
   *[other] zgoda osoby przełożonej; w przypadku osób kierujących jednostką: { $for-heads }
}

## HeadConsent

head-consent-competent-body = zgoda właściwego organu
head-consent-not-applicable = zgoda nie jest wymagana

## ConsentFrom

consent-from-superior = osoba przełożona
consent-from-competent-body = właściwy organ

## PolicyError

policy-error-no-sender = Zasady naboru muszą określać, kto może delegować osoby zgłoszone.
policy-error-rule = { $count ->
    [one] Reguły określającej, kto może wziąć udział, nie da się zastosować: zawiera { $count } błąd.
    [few] Reguły określającej, kto może wziąć udział, nie da się zastosować: zawiera { $count } błędy.
    [many] Reguły określającej, kto może wziąć udział, nie da się zastosować: zawiera { $count } błędów.
   *[other] Reguły określającej, kto może wziąć udział, nie da się zastosować: zawiera { $count } błędu.
}

## RecruitmentStatus

recruitment-status-announced = ogłoszony
recruitment-status-open = otwarty
recruitment-status-closed = zamknięty
recruitment-status-finished = zakończony

## RecruitmentRefusal

recruitment-refusal-already-announced = Nabór został już ogłoszony, ale na innych zasadach.
recruitment-refusal-not-announced = Nabór nie został jeszcze ogłoszony.
recruitment-refusal-edition-takes-nobody = { $status-key ->
    [absent] Nie można prowadzić naboru do tej edycji: nie została jeszcze zaplanowana.
    [planned] Nie można jeszcze prowadzić naboru do tej edycji: nie została ogłoszona.
    [running] Nie można już prowadzić naboru do tej edycji: już się rozpoczęła.
    [finished] Nie można już prowadzić naboru do tej edycji: została zakończona.
    [cancelled] Nie można już prowadzić naboru do tej edycji: została odwołana.
   *[other] Na tym etapie nie można prowadzić naboru do tej edycji: { $status }.
}
recruitment-refusal-other-edition = Nabór dotyczy innej edycji.
recruitment-refusal-too-early = Jest jeszcze za wcześnie: zgłoszenia przyjmujemy od { $from } (strefa czasowa: { $zone }).
recruitment-refusal-window-passed = Jest już za późno: zgłoszenia przyjmowaliśmy do { $until } (strefa czasowa: { $zone }).
recruitment-refusal-window-lasts = Naboru nie można jeszcze zamknąć: ogłoszono, że zgłoszenia można składać do { $until } (strefa czasowa: { $zone }).
recruitment-refusal-over = { $status-key ->
    [closed] Nabór został zamknięty i nie można go ponownie otworzyć.
    [finished] Nabór został zakończony i nie można go ponownie otworzyć.
   *[other] Na tym etapie naboru nie można otworzyć: { $status }.
}
recruitment-refusal-not-closed = { $status-key ->
    [announced] Nabór trzeba najpierw zamknąć: na razie został tylko ogłoszony.
    [open] Nabór trzeba najpierw zamknąć: jest jeszcze otwarty.
   *[other] Nabór trzeba najpierw zamknąć; obecny etap: { $status }.
}
recruitment-refusal-finished = Nabór został zakończony i nic się w nim już nie zmienia.
recruitment-refusal-policy-version = Kolejna wersja zasad ma numer { $expected }, a podana ma numer { $given }.

## A fact that is missing

missing-fact = { $fact ->
    [absent] inny dowód, przechowywany gdzie indziej
   *[other] „{ $fact }”
}

## ApplicationRefusal

application-refusal-not-announced = Nabór nie został jeszcze ogłoszony.
application-refusal-not-open = { $status-key ->
    [announced] Tego nie można jeszcze zrobić: nabór został ogłoszony, ale nie jest jeszcze otwarty.
    [closed] Tego nie można już zrobić: nabór jest zamknięty.
    [finished] Tego nie można już zrobić: nabór został zakończony.
   *[other] Tego nie można zrobić na tym etapie naboru: { $status }.
}
application-refusal-outside-window = Zgłoszenia przyjmujemy od { $from } do { $until } (strefa czasowa: { $zone }).
application-refusal-elsewhere = Zgłoszenie należy do innej osoby lub do innego naboru.
application-refusal-sender-not-admitted = { $sender-key ->
    [authority] W tym naborze jednostki samorządu nie mogą delegować osób.
    [institution] W tym naborze instytucje nie mogą delegować osób.
   *[other] W tym naborze taki podmiot nie może delegować osób: { $sender }.
}
application-refusal-already-applied = { $status-key ->
    [submitted] Ta osoba jest już zgłoszona, a zgłoszenie czeka na decyzję.
    [unsettled] Ta osoba jest już zgłoszona, ale nie rozstrzygnięto jeszcze, czy spełnia warunki.
    [eligible] Ta osoba jest już zgłoszona i spełnia warunki.
    [ineligible] Ta osoba jest już zgłoszona i nie spełnia warunków.
    [admitted] Ta osoba jest już zgłoszona i ma miejsce.
   *[other] Ta osoba jest już zgłoszona; stan zgłoszenia: { $status }.
}
application-refusal-not-applied = Ta osoba nie jest zgłoszona.
application-refusal-has-seat = Ta osoba ma już miejsce.
application-refusal-withdrawn = Zgłoszenie zostało wycofane.
application-refusal-refused = Zgłoszenie zostało odrzucone.
application-refusal-moment-to-come = Nie można rozstrzygać według stanu na { $at }: ten moment jeszcze nie nadszedł.
application-refusal-rule-not-in-force = W dniu { $day } reguła określająca, kto może wziąć udział, nie obowiązywała.
application-refusal-other-authority = { $expected ->
    [absent] Ta osoba nie reprezentuje żadnej jednostki samorządu, a sprawdzono dane jednej z nich.
   *[other] Ta osoba reprezentuje jednostkę samorządu { $expected }, a sprawdzono dane innej.
}
application-refusal-no-such-authority = Nikt nie może reprezentować jednostki samorządu { $authority }: w dniu { $day } ta jednostka nie istnieje.
application-refusal-undecided = Nie rozstrzygnięto jeszcze, czy ta osoba może wziąć udział.
application-refusal-not-eligible = Potwierdzić można tylko zgłoszenie, które spełnia warunki.
application-refusal-already-confirmed = Inna osoba prowadząca sprawę potwierdziła już, że zgłoszenie można przyjąć.
application-refusal-no-consent-needed = Na udział tej osoby niczyja zgoda nie jest potrzebna.
application-refusal-consent-of-other = { $asked-key ->
    [superior] Potrzebna jest zgoda osoby przełożonej.
    [competent-body] Potrzebna jest zgoda właściwego organu.
   *[other] Zgodę musi wyrazić kto inny: { $asked }.
}
application-refusal-own-consent = Nikt nie może wyrazić zgody na własny udział.
application-refusal-no-reason-slot = { $class ->
    [contact] Uzasadnienia nie można przechowywać tam, gdzie przechowuje się dane kontaktowe.
    [register_minimum] Uzasadnienia nie można przechowywać tam, gdzie przechowuje się wpisy do rejestru.
    [special_needs] Uzasadnienia nie można przechowywać tam, gdzie przechowuje się informacje o szczególnych potrzebach.
   *[other] Uzasadnienie można przechowywać tylko tam, gdzie przechowuje się dowolny tekst.
}
application-refusal-evidence-may-come = Zgłoszenia nie można jeszcze odrzucić: brakujące informacje można uzupełnić do { $until } (strefa czasowa: { $zone }).
application-refusal-not-asked-for = { $nothing ->
    [true] Termin zgłoszeń minął, a nie brakuje niczego, co można by jeszcze uzupełnić.
   *[false] Termin zgłoszeń minął i można jeszcze tylko uzupełnić to, czego brakuje: { $missing }.
}
application-refusal-nothing-against = Zgłoszenia nie można odrzucić: spełnia ono warunki i nic nie przemawia przeciwko niemu.

## AdmissionRefusal

admission-refusal-elsewhere = Nabór, edycja, miejsca i zgłoszenie nie są ze sobą powiązane.
admission-refusal-not-admitting = { $status-key ->
    [absent] Nie można jeszcze przyznawać miejsc: nabór nie został ogłoszony.
    [announced] Nie można jeszcze przyznawać miejsc: nabór został ogłoszony, ale nie jest jeszcze otwarty.
    [finished] Nie można już przyznawać miejsc: nabór został zakończony.
   *[other] Na tym etapie naboru nie można przyznawać miejsc: { $status }.
}
admission-refusal-edition-takes-nobody = { $status-key ->
    [absent] Nie można przyznawać miejsc w tej edycji: nie została jeszcze zaplanowana.
    [planned] Nie można jeszcze przyznawać miejsc w tej edycji: nie została ogłoszona.
    [finished] Nie można już przyznawać miejsc w tej edycji: została zakończona.
    [cancelled] Nie można już przyznawać miejsc w tej edycji: została odwołana.
   *[other] Na tym etapie nie można przyznawać miejsc w tej edycji: { $status }.
}
admission-refusal-too-late = { $until-key ->
    [start] Nie można już przyznawać miejsc: przyznawano je do rozpoczęcia edycji.
    [end] Nie można już przyznawać miejsc: przyznawano je do zakończenia edycji.
   *[other] Nie można już przyznawać miejsc; przyznawano je: { $until }.
}
admission-refusal-not-applied = Ta osoba nie jest zgłoszona.
admission-refusal-withdrawn = Zgłoszenie zostało wycofane.
admission-refusal-refused = Zgłoszenie zostało odrzucone.
admission-refusal-already-admitted = Ta osoba ma już miejsce numer { $seat }.
admission-refusal-undecided = Nie rozstrzygnięto jeszcze, czy ta osoba może wziąć udział.
admission-refusal-unsettled = { $nothing ->
    [true] Nie wiadomo, czy ta osoba może wziąć udział; musi to rozstrzygnąć osoba prowadząca sprawę.
   *[false] Nie wiadomo, czy ta osoba może wziąć udział. Brakuje jeszcze następujących informacji: { $missing }.
}
admission-refusal-not-eligible = Tej osobie nie można przyznać miejsca: warunki udziału nie są spełnione.
admission-refusal-unconfirmed = Najpierw osoba prowadząca sprawę musi potwierdzić, że zgłoszenie można przyjąć.
admission-refusal-consent-missing = { $asked-key ->
    [superior] Nie ma jeszcze zgody osoby przełożonej.
    [competent-body] Nie ma jeszcze zgody właściwego organu.
   *[other] Nie ma jeszcze potrzebnej zgody; kto ją wyraża: { $asked }.
}
admission-refusal-consent-withheld = { $asked-key ->
    [superior] Osoba przełożona nie wyraża zgody.
    [competent-body] Właściwy organ nie wyraża zgody.
   *[other] Odmówiono potrzebnej zgody; kto ją wyraża: { $asked }.
}
admission-refusal-full = Nie ma już wolnych miejsc: przyznano { $held } z { $seats }.

## ApplicationStatus

application-status-submitted = złożone
application-status-unsettled = do rozstrzygnięcia
application-status-eligible = spełnia warunki
application-status-ineligible = nie spełnia warunków
application-status-admitted = przyjęte
application-status-refused = odrzucone
application-status-withdrawn = wycofane

## Ground

ground-not-eligible = niespełnione warunki
ground-not-settled = nie rozstrzygnięto w terminie, czy warunki są spełnione
ground-consent-withheld = odmowa zgody

## SubmissionError

submission-error-no-contact-slot = { $class ->
    [register_minimum] Danych kontaktowych nie można przechowywać tam, gdzie przechowuje się wpisy do rejestru.
    [special_needs] Danych kontaktowych nie można przechowywać tam, gdzie przechowuje się informacje o szczególnych potrzebach.
    [free_text] Danych kontaktowych nie można przechowywać tam, gdzie przechowuje się dowolny tekst.
   *[other] Dane kontaktowe trzeba przechowywać w schowku przeznaczonym tylko na nie.
}

## ConsentAnswer

consent-answer-given = wyrażona
consent-answer-withheld = odmówiona
