## Seats at one moment

seats = { $capacity-key ->
    [unlimited] { $held ->
        [0] Dodeljeno ni še nobeno mesto; število mest ni omejeno.
        [one] Dodeljeno je { $held } mesto; število mest ni omejeno.
        [two] Dodeljeni sta { $held } mesti; število mest ni omejeno.
        [few] Dodeljena so { $held } mesta; število mest ni omejeno.
       *[other] Dodeljenih je { $held } mest; število mest ni omejeno.
    }
   *[seats] { $over ->
        [0] { $left ->
            [0] Prostih mest ni več; število dodeljenih mest: { $held }.
            [one] Prosto je še { $left } mesto; število dodeljenih mest: { $held }.
            [two] Prosti sta še { $left } mesti; število dodeljenih mest: { $held }.
            [few] Prosta so še { $left } mesta; število dodeljenih mest: { $held }.
           *[other] Prostih je še { $left } mest; število dodeljenih mest: { $held }.
        }
        [one] Prostih mest ni več; dodeljeno je { $over } mesto več, kot jih je na voljo ({ $capacity }).
        [two] Prostih mest ni več; dodeljeni sta { $over } mesti več, kot jih je na voljo ({ $capacity }).
        [few] Prostih mest ni več; dodeljena so { $over } mesta več, kot jih je na voljo ({ $capacity }).
       *[other] Prostih mest ni več; dodeljenih je { $over } mest več, kot jih je na voljo ({ $capacity }).
    }
}

## Capacity

capacity-unlimited = brez omejitve
capacity-seats = { $seats ->
    [one] { $seats } mesto
    [two] { $seats } mesti
    [few] { $seats } mesta
   *[other] { $seats } mest
}

## AdmissionMode

admission-mode-rolling = sproti, dokler so prosta mesta
admission-mode-officer-confirms = po potrditvi uradne osebe

## AdmitUntil

admit-until-start = do začetka izvedbe
admit-until-end = do konca izvedbe

## SenderKind

sender-kind-authority = občina
sender-kind-institution = ustanova

## ConsentPolicy

consent-policy-not-needed = soglasje ni potrebno
consent-policy-superior = { $for-heads-key ->
    [competent-body] soglasje nadrejene osebe, za vodstvo občine pa pristojnega organa
    [not-applicable] soglasje nadrejene osebe, razen za vodstvo občine
   *[other] soglasje nadrejene osebe; za vodstvo občine: { $for-heads }
}

## HeadConsent

head-consent-competent-body = soglasje pristojnega organa
head-consent-not-applicable = soglasje ni potrebno

## ConsentFrom

consent-from-superior = nadrejena oseba
consent-from-competent-body = pristojni organ

## PolicyError

policy-error-no-sender = Pravila razpisa morajo določati, kdo lahko napoti prijavljene osebe.
policy-error-rule = { $count ->
    [one] Pravila o tem, kdo lahko sodeluje, ni mogoče uporabiti: v njem je { $count } napaka.
    [two] Pravila o tem, kdo lahko sodeluje, ni mogoče uporabiti: v njem sta { $count } napaki.
    [few] Pravila o tem, kdo lahko sodeluje, ni mogoče uporabiti: v njem so { $count } napake.
   *[other] Pravila o tem, kdo lahko sodeluje, ni mogoče uporabiti: v njem je { $count } napak.
}

## RecruitmentStatus

recruitment-status-announced = objavljen
recruitment-status-open = odprt
recruitment-status-closed = zaprt
recruitment-status-finished = zaključen

## RecruitmentRefusal

recruitment-refusal-already-announced = Razpis je že objavljen, vendar pod drugimi pogoji.
recruitment-refusal-not-announced = Razpis še ni objavljen.
recruitment-refusal-edition-takes-nobody = { $status-key ->
    [absent] Za to izvedbo ni mogoče voditi razpisa, ker še ni načrtovana.
    [planned] Za to izvedbo še ni mogoče voditi razpisa, ker še ni objavljena.
    [running] Za to izvedbo ni več mogoče voditi razpisa, ker se je že začela.
    [finished] Za to izvedbo ni več mogoče voditi razpisa, ker je že končana.
    [cancelled] Za to izvedbo ni več mogoče voditi razpisa, ker je odpovedana.
   *[other] Na tej stopnji za to izvedbo ni mogoče voditi razpisa: { $status }.
}
recruitment-refusal-other-edition = Razpis je za drugo izvedbo.
recruitment-refusal-too-early = Prezgodaj je: prijave sprejemamo od { DATETIME($from, style: "short") } (časovni pas: { $zone }).
recruitment-refusal-window-passed = Prepozno je: prijave smo sprejemali do { DATETIME($until, style: "short") } (časovni pas: { $zone }).
recruitment-refusal-window-lasts = Razpisa še ni mogoče zapreti: objavljeno je, da se je mogoče prijaviti do { DATETIME($until, style: "short") } (časovni pas: { $zone }).
recruitment-refusal-over = { $status-key ->
    [closed] Razpis je zaprt in ga ni mogoče znova odpreti.
    [finished] Razpis je zaključen in ga ni mogoče znova odpreti.
   *[other] Na tej stopnji razpisa ni mogoče odpreti: { $status }.
}
recruitment-refusal-not-closed = { $status-key ->
    [announced] Razpis je treba najprej zapreti: doslej je samo objavljen.
    [open] Razpis je treba najprej zapreti: še vedno je odprt.
   *[other] Razpis je treba najprej zapreti; zdaj je na stopnji: { $status }.
}
recruitment-refusal-finished = Razpis je zaključen in v njem se nič več ne spreminja.
recruitment-refusal-policy-version = Naslednja različica pravil je { $expected }, navedena pa je { $given }.

## A fact that is missing

missing-fact = { $fact ->
    [absent] drugo dokazilo, ki se hrani drugje
   *[other] »{ $fact }«
}

## ApplicationRefusal

application-refusal-not-announced = Razpis še ni objavljen.
application-refusal-not-open = { $status-key ->
    [announced] Tega še ni mogoče storiti: razpis je objavljen, ni pa še odprt.
    [closed] Tega ni več mogoče storiti: razpis je zaprt.
    [finished] Tega ni več mogoče storiti: razpis je zaključen.
   *[other] Na tej stopnji razpisa tega ni mogoče storiti: { $status }.
}
application-refusal-outside-window = Prijave sprejemamo od { DATETIME($from, style: "short") } do { DATETIME($until, style: "short") } (časovni pas: { $zone }).
application-refusal-elsewhere = Prijava pripada drugi osebi ali drugemu razpisu.
application-refusal-sender-not-admitted = { $sender-key ->
    [authority] Na ta razpis občine ne morejo napotiti prijavljenih oseb.
    [institution] Na ta razpis ustanove ne morejo napotiti prijavljenih oseb.
   *[other] Na ta razpis prijavljenih oseb ne more napotiti: { $sender }.
}
application-refusal-already-applied = { $status-key ->
    [submitted] Ta oseba je že prijavljena, prijava pa čaka na odločitev.
    [unsettled] Ta oseba je že prijavljena, ni pa še razrešeno, ali izpolnjuje pogoje.
    [eligible] Ta oseba je že prijavljena in izpolnjuje pogoje.
    [ineligible] Ta oseba je že prijavljena in ne izpolnjuje pogojev.
    [admitted] Ta oseba je že prijavljena in ima mesto.
   *[other] Ta oseba je že prijavljena; stanje prijave: { $status }.
}
application-refusal-not-applied = Ta oseba ni prijavljena.
application-refusal-has-seat = Ta oseba že ima mesto.
application-refusal-withdrawn = Prijava je umaknjena.
application-refusal-refused = Prijava je zavrnjena.
application-refusal-moment-to-come = Po stanju { DATETIME($at, style: "short") } še ni mogoče odločati: ta trenutek še ni nastopil.
application-refusal-rule-not-in-force = Pravilo o tem, kdo lahko sodeluje, na dan { DATE($day, style: "short") } ni veljalo.
application-refusal-other-authority = { $expected ->
    [absent] Ta oseba ne zastopa nobene občine, preverjena pa je bila ena od njih.
   *[other] Ta oseba zastopa občino { $expected }, preverjena pa je bila druga.
}
application-refusal-no-such-authority = Občine { $authority } ne more nihče zastopati: na dan { DATE($day, style: "short") } ta občina ne obstaja.
application-refusal-undecided = O tem, ali ta oseba lahko sodeluje, še ni odločeno.
application-refusal-not-eligible = Potrditi je mogoče samo prijavo, ki izpolnjuje pogoje.
application-refusal-already-confirmed = Druga uradna oseba je že potrdila, da je prijavo mogoče sprejeti.
application-refusal-no-consent-needed = Za sodelovanje te osebe soglasje ni potrebno.
application-refusal-consent-of-other = { $asked-key ->
    [superior] Potrebno je soglasje nadrejene osebe.
    [competent-body] Potrebno je soglasje pristojnega organa.
   *[other] Soglasje mora dati nekdo drug: { $asked }.
}
application-refusal-own-consent = Nihče ne more dati soglasja za lastno sodelovanje.
application-refusal-no-reason-slot = { $class ->
    [contact] Obrazložitve ni mogoče hraniti tam, kjer se hranijo kontaktni podatki.
    [register_minimum] Obrazložitve ni mogoče hraniti tam, kjer se hranijo vpisi v register.
    [special_needs] Obrazložitve ni mogoče hraniti tam, kjer se hranijo podatki o posebnih potrebah.
   *[other] Obrazložitev je mogoče hraniti samo tam, kjer se hrani prosto besedilo.
}
application-refusal-evidence-may-come = Prijave še ni mogoče zavrniti: manjkajoče podatke je mogoče dopolniti do { DATETIME($until, style: "short") } (časovni pas: { $zone }).
application-refusal-not-asked-for = { $nothing ->
    [true] Rok za prijavo je potekel in ne manjka nič, kar bi bilo še mogoče dopolniti.
   *[false] Rok za prijavo je potekel in dopolniti je mogoče samo še manjkajoče podatke: { $missing }.
}
application-refusal-nothing-against = Prijave ni mogoče zavrniti: izpolnjuje pogoje in nič ne govori proti njej.

## AdmissionRefusal

admission-refusal-elsewhere = Razpis, izvedba, mesta in prijava ne sodijo skupaj.
admission-refusal-not-admitting = { $status-key ->
    [absent] Mest še ni mogoče dodeljevati: razpis še ni objavljen.
    [announced] Mest še ni mogoče dodeljevati: razpis je objavljen, ni pa še odprt.
    [finished] Mest ni več mogoče dodeljevati: razpis je zaključen.
   *[other] Na tej stopnji razpisa mest ni mogoče dodeljevati: { $status }.
}
admission-refusal-edition-takes-nobody = { $status-key ->
    [absent] Mest v tej izvedbi ni mogoče dodeljevati, ker še ni načrtovana.
    [planned] Mest v tej izvedbi še ni mogoče dodeljevati, ker še ni objavljena.
    [finished] Mest v tej izvedbi ni več mogoče dodeljevati, ker je že končana.
    [cancelled] Mest v tej izvedbi ni več mogoče dodeljevati, ker je odpovedana.
   *[other] Na tej stopnji mest v tej izvedbi ni mogoče dodeljevati: { $status }.
}
admission-refusal-too-late = { $until-key ->
    [start] Mest ni več mogoče dodeljevati: dodeljevali smo jih do začetka izvedbe.
    [end] Mest ni več mogoče dodeljevati: dodeljevali smo jih do konca izvedbe.
   *[other] Mest ni več mogoče dodeljevati; do kdaj smo jih dodeljevali: { $until }.
}
admission-refusal-not-applied = Ta oseba ni prijavljena.
admission-refusal-withdrawn = Prijava je umaknjena.
admission-refusal-refused = Prijava je zavrnjena.
admission-refusal-already-admitted = Ta oseba že ima mesto številka { $seat }.
admission-refusal-undecided = O tem, ali ta oseba lahko sodeluje, še ni odločeno.
admission-refusal-unsettled = { $nothing ->
    [true] Ni še razrešeno, ali ta oseba lahko sodeluje; o tem mora odločiti uradna oseba.
   *[false] Ni še razrešeno, ali ta oseba lahko sodeluje. Manjkajo še ti podatki: { $missing }.
}
admission-refusal-not-eligible = Tej osebi mesta ni mogoče dodeliti: pogoji za sodelovanje niso izpolnjeni.
admission-refusal-unconfirmed = Najprej mora uradna oseba potrditi, da je prijavo mogoče sprejeti.
admission-refusal-consent-missing = { $asked-key ->
    [superior] Soglasja nadrejene osebe še ni.
    [competent-body] Soglasja pristojnega organa še ni.
   *[other] Potrebnega soglasja še ni; kdo ga da: { $asked }.
}
admission-refusal-consent-withheld = { $asked-key ->
    [superior] Nadrejena oseba ne soglaša.
    [competent-body] Pristojni organ ne soglaša.
   *[other] Potrebno soglasje je zavrnjeno; kdo ga da: { $asked }.
}
admission-refusal-full = { $held ->
    [one] Prostih mest ni več: dodeljeno je { $held } od { $seats }.
    [two] Prostih mest ni več: dodeljeni sta { $held } od { $seats }.
    [few] Prostih mest ni več: dodeljena so { $held } od { $seats }.
   *[other] Prostih mest ni več: dodeljenih je { $held } od { $seats }.
}

## ApplicationStatus

application-status-submitted = oddana
application-status-unsettled = še ni razrešena
application-status-eligible = izpolnjuje pogoje
application-status-ineligible = ne izpolnjuje pogojev
application-status-admitted = sprejeta
application-status-refused = zavrnjena
application-status-withdrawn = umaknjena

## Ground

ground-not-eligible = pogoji niso izpolnjeni
ground-not-settled = v roku ni bilo razrešeno, ali so pogoji izpolnjeni
ground-consent-withheld = zavrnjeno soglasje

## SubmissionError

submission-error-no-contact-slot = { $class ->
    [register_minimum] Kontaktnih podatkov ni mogoče hraniti tam, kjer se hranijo vpisi v register.
    [special_needs] Kontaktnih podatkov ni mogoče hraniti tam, kjer se hranijo podatki o posebnih potrebah.
    [free_text] Kontaktnih podatkov ni mogoče hraniti tam, kjer se hrani prosto besedilo.
   *[other] Kontaktne podatke je treba hraniti v predalu, ki je namenjen samo njim.
}

## ConsentAnswer

consent-answer-given = dano
consent-answer-withheld = zavrnjeno
