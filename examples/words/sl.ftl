### Kaj pove zgled `academy`.

## Deli pregleda

part-recruitment = Razpis
part-participation = Opravljeni moduli
part-register = Register certifikatov
part-represented = Zastopane občine in ustanove
part-survey = Anketa
part-successor = Kdo bi se lahko pridružil: { $programme }

## Stolpci in vrstice

column-purpose = Namen
column-modelled-on = Vzor
column-part-of = Del programa
column-edition = Izvedba
column-form = Oblika
column-duration = Trajanje
column-partner = Partner
column-roles = Vloge
column-module = Modul
column-window = Zbiranje prijav
column-seats = Mesta
column-rule = Pravilo
column-who-may-come = Kdo se lahko udeleži
column-applicant = Ime in priimek
column-sent-by = Kdo napotuje
column-position = Delovno mesto
column-decision = Odločitev o prijavi
column-conditions-met = Izpolnjeni pogoji
column-completed = Opravljeno
column-first = Prvi dan
column-last = Zadnji dan
column-issued-by = Izdajatelj
column-handed-over = Podelitev
column-number = Številka
column-holder = Ime in priimek
column-certificate = Certifikat
column-version = Različica
column-issued-on = Datum izdaje
column-ceremony-on = Datum podelitve
column-place = Kraj
column-status = Stanje
column-note = Opomba
column-kind = Vrsta
column-count = Število
column-which = Katere
column-question = Vprašanje
column-answers = Odgovori
column-mean = Povprečje
column-distribution = Porazdelitev
column-person = Ime in priimek
column-from = Občina
column-could-join = Se lahko pridruži
column-why = Zakaj

## Program

offered-umbrella = »{ $title }«; izvajalci: { $run-by }{ $since ->
    [absent] { "" }
   *[other] { "" }; od leta { $since }
}{ $activities ->
    [absent] { "" }
   *[other] { "" }; dejavnosti: { $activities }
}
offered-form = { $pilot ->
    [true] { $delivery }, kot pilotna izvedba
   *[false] { $delivery }
}
offered-duration = { $weeks ->
    [one] { $weeks } teden
    [two] { $weeks } tedna
    [few] { $weeks } tedni
   *[other] { $weeks } tednov
}, od { DATE($from, style: "short") } do { DATE($until, style: "short") }
offered-steward = skrbnik programa

## Razpis in prijave

called-window = od { DATETIME($from, style: "short") } do { DATETIME($until, style: "short") } ({ $zone })
called-rule = { $rule }, različica { $version } ({ $hash }…)
applied-institution = { $institution } ({ $authority })
applied-seated = { $status }, mesto { $seat }
applied-none = nobeden (gl. spodaj)
applied-unsettled = ni razrešeno (gl. spodaj)
applied-otherwise = gl. spodaj
applied-not-examined = ni obravnavana
applied-by-authority = { $position ->
    [absent] { $name }; napotuje občina { $authority }
   *[other] { $name }, { $position }; napotuje občina { $authority }
}
applied-by-institution = { $position ->
    [absent] { $name }; napotuje { $institution }, ki navaja sodelovanje z občino { $authority }
   *[other] { $name }, { $position }; napotuje { $institution }, ki navaja sodelovanje z občino { $authority }
}
applied-not-in-time = V roku ni bilo razrešeno, ali so pogoji izpolnjeni.
applied-counted = { $applications ->
    [one] { $applications } prijava
    [two] { $applications } prijavi
    [few] { $applications } prijave
   *[other] { $applications } prijav
}: { $admitted ->
    [one] { $admitted } sprejeta
    [two] { $admitted } sprejeti
    [few] { $admitted } sprejete
   *[other] { $admitted } sprejetih
}, { $refused ->
    [one] { $refused } zavrnjena
    [two] { $refused } zavrnjeni
    [few] { $refused } zavrnjene
   *[other] { $refused } zavrnjenih
}, { $withdrawn ->
    [one] { $withdrawn } umaknjena
    [two] { $withdrawn } umaknjeni
    [few] { $withdrawn } umaknjene
   *[other] { $withdrawn } umaknjenih
}

## Udeležba in certifikati

taken-of = { $done } od { $all }
taken-all = { $done } od { $all ->
    [one] { $all } osebe
    [two] { $all } oseb
    [few] { $all } oseb
   *[other] { $all } oseb
} { $done ->
    [one] ima
    [two] imata
    [few] imajo
   *[other] ima
} { $modules ->
    [one] opravljen { $modules } modul od { $modules }
    [2] opravljena oba modula
    [two] opravljena { $modules } modula
    [few] opravljene vse { $modules } module
   *[other] opravljenih vseh { $modules } modulov
}
taken-outstanding = { $name } še nima vseh modulov; manjka: { $modules }
taken-handed-over = { DATE($on, style: "weekday") }, { $place }
taken-certificates = { $certificates ->
    [one] { $certificates } certifikat
    [two] { $certificates } certifikata
    [few] { $certificates } certifikati
   *[other] { $certificates } certifikatov
} za { $participants ->
    [one] { $participants } osebo
    [two] { $participants } osebi
    [few] { $participants } osebe
   *[other] { $participants } oseb
}
taken-institution = ustanova, ki sodeluje z občino

## Anketa

asked-answered = Izpolnjene ankete: { $answered } od { $invited }, brez imen. Vprašanje, na katero je odgovorilo manj kot { $cell ->
    [one] { $cell } oseba
    [two] { $cell } osebi
    [few] { $cell } osebe
   *[other] { $cell } oseb
}, ni prikazano.
asked-suppressed = ni prikazano
asked-below = gl. spodaj
asked-remark = »{ $text }«
asked-would-go-on = Nadaljevanju { $yes ->
    [one] se želi pridružiti { $yes }
    [two] se želita pridružiti { $yes }
    [few] se želijo pridružiti { $yes }
   *[other] se želi pridružiti { $yes }
} od { $n } vprašanih

## Nadaljevanje programa

joins-yes = da
joins-no = ne
joins-unsettled = ni razrešeno
joins-counted = { $could ->
    [one] Lahko se pridruži { $could }
    [two] Lahko se pridružita { $could }
    [few] Lahko se pridružijo { $could }
   *[other] Lahko se pridruži { $could }
} od { $all ->
    [one] { $all } osebe
    [two] { $all } oseb
    [few] { $all } oseb
   *[other] { $all } oseb
}

## Pod pregledom

closing-specimen = Vzorec: program, njegovi partnerji in osem mestnih občin so resnični. Vse drugo je izmišljeno: ljudje, njihovi odgovori ter vse druge občine in ustanove.
closing-files = Datoteke v mapi { $out }: zapisanih { $changed }, nespremenjenih { $same }
closing-same = Celotno usposabljanje je že shranjeno: nič se ni spremenilo
closing-stored = { $stored ->
    [one] Shranjen je { $stored } korak
    [two] Shranjena sta { $stored } koraka
    [few] Shranjeni so { $stored } koraki
   *[other] Shranjenih je { $stored } korakov
}
closing-resumed = Prejšnji zagon se je ustavil predčasno; { $stored ->
    [one] zdaj je shranjen še preostali { $stored } korak
    [two] zdaj sta shranjena še preostala { $stored } koraka
    [few] zdaj so shranjeni še preostali { $stored } koraki
   *[other] zdaj je shranjenih še preostalih { $stored } korakov
} od { $steps }

## Certifikat

printed-certificate = Certifikat
printed-certifies = Potrjujemo, da je
printed-completed = opravil oziroma opravila vse module programa
printed-given = { $place }, { DATE($on, style: "short") }
printed-number = Št. { $number }
printed-specimen = Vzorec z izmišljenimi osebami

erased = [izbrisano]
day = { DATE($day, style: "short") }

## Koraki zagona

deed-name-files = zapis, iz katerih datotek je usposabljanje
deed-draft-programme = priprava programa
deed-approve-programme = potrditev programa
deed-offer-programme = uvrstitev programa v ponudbo
deed-plan-edition = načrt izvedbe
deed-announce-edition = objava izvedbe
deed-begin-edition = začetek izvedbe
deed-finish-edition = konec izvedbe
deed-announce-recruitment = objava razpisa
deed-open-recruitment = odprtje razpisa
deed-close-recruitment = zaprtje razpisa
deed-finish-recruitment = zaključek razpisa
deed-submit-application = oddaja prijave { $of }
deed-withdraw-application = umik prijave { $of }
deed-decide-application = presoja prijave { $of }
deed-refuse-application = zavrnitev prijave { $of }
deed-confirm-application = potrditev prijave { $of }
deed-admit-application = sprejem po prijavi { $of }
deed-join = začetek udeležbe: { $person }
deed-complete = opravljen modul { $module }, oseba { $of }
deed-finish-participation = zaključek udeležbe: { $person }
deed-open-survey = odprtje ankete
deed-issue-tokens = izdaja dostopnih kod za anketo
deed-spend-token = uporaba dostopne kode za anketo št. { $nth }
deed-collect-answers = zbiranje odgovorov
deed-close-survey = zaprtje ankete
deed-draft-practice = opis prakse { $practice }
deed-submit-practice = oddaja prakse { $practice }
deed-review-practice = recenzija prakse { $practice }
deed-publish-practice = objava prakse { $practice }
deed-open-register = odprtje registra
deed-adopt-scheme = sprejem vrste certifikata
deed-issue-certificates = izdaja certifikatov
deed-read = branje zapisov ({ $kind })

## Zakaj se je zagon končal predčasno

mishap-files = Teh datotek ni mogoče uporabiti. Nič ni shranjeno.
mishap-refused = { $origin }: { $step }: { $reason }
mishap-store = Zagon se je ustavil pri koraku »{ $step }«. Zaženite ga znova in nadaljeval se bo od tam.
mishap-papers = Listin ni mogoče izdelati.
mishap-handbook = Priročnika ni mogoče sestaviti iz datoteke handbook.toml.
mishap-path = V »{ $path }« ni mogoče pisati.
mishap-unopened = Shrambe ni mogoče odpreti.
mishap-other-files = V shrambi je to usposabljanje, kot ga opisujejo druge datoteke. Z --store navedite drugo shrambo.
mishap-unreadable = Zapisov ni mogoče prebrati.
missing-programme = V shrambi ni programa.
missing-edition = V shrambi ni izvedbe.
missing-recruitment = V shrambi ni razpisa.
missing-scheme = V shrambi ni podatkov o vrsti certifikata.
missing-application = V shrambi ni prijave osebe s certifikatom.
mishap-screen = Izpisa ni mogoče prikazati.
mishap-cause = Vzrok: { $text }
