## Whether a folder can be used

found-file = Datoteka
found-holds = Vsebina
found-sound = Datoteke v mapi { $folder } se ujemajo in v njih ni napak.
found-rehearsed = { $steps ->
    [one] Poskusni zagon je opravil { $steps } korak, od objave do listin.
    [two] Poskusni zagon je opravil { $steps } koraka, od objave do listin.
    [few] Poskusni zagon je opravil vse { $steps } korake, od objave do listin.
   *[other] Poskusni zagon je opravil vseh { $steps } korakov, od objave do listin.
}

## What a file holds

held-authorities = { $count ->
    [one] { $count } občina
    [two] { $count } občini
    [few] { $count } občine
   *[other] { $count } občin
}
held-organisations = { $count ->
    [one] { $count } organizacija
    [two] { $count } organizaciji
    [few] { $count } organizacije
   *[other] { $count } organizacij
}
held-cooperations = { $count ->
    [one] { $count } sodelovanje
    [two] { $count } sodelovanji
    [few] { $count } sodelovanja
   *[other] { $count } sodelovanj
}
held-positions = { $count ->
    [one] { $count } delovno mesto
    [two] { $count } delovni mesti
    [few] { $count } delovna mesta
   *[other] { $count } delovnih mest
}
held-partners = { $count ->
    [one] { $count } partner
    [two] { $count } partnerja
    [few] { $count } partnerji
   *[other] { $count } partnerjev
}
held-modules = { $count ->
    [one] { $count } modul
    [two] { $count } modula
    [few] { $count } moduli
   *[other] { $count } modulov
}
held-sessions = { $count ->
    [one] { $count } dogodek
    [two] { $count } dogodka
    [few] { $count } dogodki
   *[other] { $count } dogodkov
}
held-questions = { $count ->
    [one] { $count } vprašanje
    [two] { $count } vprašanji
    [few] { $count } vprašanja
   *[other] { $count } vprašanj
}
held-answers = { $count ->
    [one] { $count } izpolnjena anketa
    [two] { $count } izpolnjeni anketi
    [few] { $count } izpolnjene ankete
   *[other] { $count } izpolnjenih anket
}
held-applicants = { $count ->
    [one] { $count } prijava
    [two] { $count } prijavi
    [few] { $count } prijave
   *[other] { $count } prijav
}
held-completions = { $count ->
    [one] { $count } opravljen modul
    [two] { $count } opravljena modula
    [few] { $count } opravljeni moduli
   *[other] { $count } opravljenih modulov
}
held-newcomers = { $count ->
    [one] { $count } nova oseba
    [two] { $count } novi osebi
    [few] { $count } nove osebe
   *[other] { $count } novih oseb
}
held-signatories = { $count ->
    [one] { $count } podpis
    [two] { $count } podpisa
    [few] { $count } podpisi
   *[other] { $count } podpisov
}
held-practices = { $count ->
    [one] { $count } praksa
    [two] { $count } praksi
    [few] { $count } prakse
   *[other] { $count } praks
}
held-reviews = { $count ->
    [one] { $count } recenzija
    [two] { $count } recenziji
    [few] { $count } recenzije
   *[other] { $count } recenzij
}

## Rules: columns

column-rule = Pravilo
column-person = Zadeva
column-change = Sprememba
column-who = Koga zadeva
column-example = Na primer
column-before = Doslej
column-after = Zdaj

## Rules: letters

line-case = Zadeva: { $person }
line-change-one = Odgovor bi bil pritrdilen, če bi veljalo:
line-change-several = Odgovor bi bil pritrdilen, če bi veljalo eno od naslednjega:
line-change-none = Sami ne morete spremeniti ničesar, kar bi pripeljalo do pritrdilnega odgovora.
line-change-more = Morda obstajajo druge možnosti. Vprašajte nas.
line-change-perhaps = Morda obstaja kakšna možnost. Vprašajte nas.
line-settling = Za odgovor bi zadostoval en podatek: »{ $fact }«.
line-settled-met = { $what }: odgovor je pritrdilen
line-settled-unmet = { $what }: odgovor je odklonilen
line-certain = { $verdict-key ->
    [met] Karkoli se izkaže, bo odgovor pritrdilen.
   *[other] Karkoli se izkaže, bo odgovor odklonilen.
}
line-basis = Odgovor temelji na pravilu »{ $rule }«, različica { $version } (vsebina { $hash }).

## Rules: a new version

line-same = { $old } in { $new } o vsakomer pravita isto.
line-classes = { $count ->
    [one] Med { $old } in { $new } se odgovor spremeni za { $count } skupino ljudi.
    [two] Med { $old } in { $new } se odgovor spremeni za { $count } skupini ljudi.
    [few] Med { $old } in { $new } se odgovor spremeni za { $count } skupine ljudi.
   *[other] Med { $old } in { $new } se odgovor spremeni za { $count } skupin ljudi.
}
line-partly = Ne za vse: primer kaže enega od njih.
line-assuming = Če velja: { LIST($clauses, type: "and") }
line-everybody = kdorkoli
line-moved-none = { $of ->
    [one] V { $of } zadevi s seznama se odgovor ne spremeni.
    [two] V { $of } zadevah s seznama se odgovor ne spremeni.
    [few] V { $of } zadevah s seznama se odgovor ne spremeni.
   *[other] V { $of } zadevah s seznama se odgovor ne spremeni.
}
line-moved = { $of ->
    [one] Odgovor se spremeni v toliko zadevah s seznama: { $count } od { $of }.
    [two] Odgovor se spremeni v toliko zadevah s seznama: { $count } od { $of }.
    [few] Odgovor se spremeni v toliko zadevah s seznama: { $count } od { $of }.
   *[other] Odgovor se spremeni v toliko zadevah s seznama: { $count } od { $of }.
}
line-more = in še { $count }: pokaže jih `--all`
line-inconclusive = Iskanje smo opustili (korakov: { $bound }): preveč podatkov je pomembnih hkrati.

change-gains = pridobi
change-loses = izgubi
change-becomes-undetermined = postane odprto
change-becomes-unmet = ni več odprto

## Rules: what is odd of them

sound-fine = { $rule }: nič nenavadnega. Nekateri pravilo izpolnjujejo, drugi ne, in vsak pogoj kaj pomeni.
sound-always-met = Vsak, o katerem je vse znano, izpolnjuje pravilo { $rule }.
sound-never-met = Nihče ne more izpolniti pravila { $rule }.
sound-may-always-be-met = Brez domnev o nekaterih pogojih ni bilo mogoče pokazati, da kdo ne izpolnjuje pravila { $rule }.
sound-may-never-be-met = Brez domnev o nekaterih pogojih ni bilo mogoče pokazati, da kdo izpolnjuje pravilo { $rule }.
sound-idle = Pogoj »{ $clause }« ničesar ne spremeni: lahko se izpusti.
sound-shadowed = Pogoj »{ $clause }« ob pogoju »{ $by }« ničesar ne spremeni.
sound-skipped = V časovnem pasu { $zone } nobena ura ne pokaže { $wall }: upošteva se { $meant }.
sound-twice = V časovnem pasu { $zone } ure pokažejo { $wall } dvakrat: upošteva se prvič, { $meant }.

## Rules: what a fact is

phrase-yes = da
phrase-no = ne
phrase-code = { $code }
phrase-number = { $number }
phrase-counted = { $number } { $unit }
phrase-day = { DATE($day, style: "short") }
phrase-instant = { DATETIME($at, style: "short") }
phrase-between = od { $from } do { $to }
phrase-during = od { $from } do { $to }
phrase-ever = ves čas
phrase-entries = { $count ->
    [one] { $count } vpis
    [two] { $count } vpisa
    [few] { $count } vpisi
   *[other] { $count } vpisov
}
phrase-none = nič
phrase-every = { LIST($items, type: "and") }
phrase-so-far = doslej { LIST($items, type: "and") }
phrase-either = { LIST($items, type: "or") }
phrase-other-than = vse razen: { LIST($items, type: "or") }
phrase-at-least = najmanj { $end }
phrase-more-than = več kot { $end }
phrase-at-most = največ { $end }
phrase-less-than = manj kot { $end }
phrase-since = { $end } ali pozneje
phrase-later = pozneje kot { $end }
phrase-until = { $end } ali prej
phrase-earlier = prej kot { $end }
phrase-both = { $one } in { $other }
phrase-anything = karkoli
phrase-known = znano, ne glede na vsebino
phrase-without = { LIST($items, type: "or") }, nič od naštetega
phrase-lacks = manjka: { $item }
phrase-beside = poleg tega še drugi: { $count }
phrase-begins = začetek: { $when }
phrase-ends = konec: { $when }
phrase-no-first-day = brez začetnega datuma
phrase-no-last-day = brez končnega datuma
phrase-one-of = { LIST($items, type: "or") }, vsaj eno od naštetega
phrase-all-of = { LIST($items, type: "and") }, vse našteto
phrase-with-day = obdobje, ki zajema dan { DATE($day, style: "short") }
phrase-without-day = obdobje, ki ne zajema dneva { DATE($day, style: "short") }
phrase-missing = še ni znano
phrase-not-applicable = ne pride v poštev
phrase-contested = dokazila si nasprotujejo
phrase-given-up = opuščeno
phrase-of = »{ $fact }«: { $value }

## What a register holds, and what changed in it

register-country = Država
register-level = Raven
register-kind = Vrsta
register-entries = Vpisi
register-kind-untold = ni navedena
register-as-of = { $codes }, stanje: { $edition }
register-rows = { $rows ->
    [one] { $rows } vrstica
    [two] { $rows } vrstici
    [few] { $rows } vrstice
   *[other] { $rows } vrstic
}: { $entries ->
    [one] { $entries } vpis
    [two] { $entries } vpisa
    [few] { $entries } vpisi
   *[other] { $entries } vpisov
}, zavrnjeno: { $refused }
register-more = in še { $count }: pokaže jih `--all`
register-changes = { $count ->
    [one] { $count } sprememba od { $since }
    [two] { $count } spremembi od { $since }
    [few] { $count } spremembe od { $since }
   *[other] { $count } sprememb od { $since }
}
changed-appeared = { $which }: nova enota
changed-ended = { $which }: ne obstaja več
changed-renamed = { $which }: novo ime { $to }
changed-other-kind = { $which }: nova vrsta { $to }, prej { $from }
changed-moved = { $which }: zdaj leži v { $to }, prej v { $from }
changed-recoded = { $which }: nova šifra { $to }
changed-merged = { $which }: zdaj del { $into }
changed-divided = { $which }: del je prešel k { $into }
changed-listed = { $country }, { $level }: { $count ->
    [one] prvič na seznamu { $count } enota
    [two] prvič na seznamu { $count } enoti
    [few] prvič na seznamu { $count } enote
   *[other] prvič na seznamu { $count } enot
}
changed-unlisted = { $country }, { $level }: { $count ->
    [one] ni več na seznamu { $count } enote
    [two] ni več na seznamu { $count } enot
    [few] ni več na seznamu { $count } enot
   *[other] ni več na seznamu { $count } enot
}
changed-otherwise = Sprememba, za katero tu ni besed
changed-by-areas = { $change } (prepoznano po površinah)
changed-by-residents = { $change } (prepoznano po številu prebivalcev)
changed-by-name = { $change } (prepoznano po imenu)

## Seats: the draw

lots-list = Seznam { $list }, število prijav: { $applicants }, zgoščena vrednost: { $hash }
lots-not-frozen = Zaključeno ni še nič: sezname zaključi `--frozen-at`.
lots-late = Poznejši seznam še ni zaključen: zaključi ga `--frozen-at`.
lots-frozen = Zaključeno: { $at }
lots-publish = Zgoščene vrednosti objavite zdaj, preden je seme lahko komu znano.
lots-not-drawn = Seznami so zaključeni, izžrebani pa še ne: žrebajo jih `--seed`, `--source` in `--known-at`.
lots-seed = Seme seznama { $list }: { $value } (vir: { $source }; znano: { $known-at })
lots-redrawn = Seznam { $list } je bil ponovno izžreban: { $reason }
lots-computed = Zgoščene vrednosti se ujemajo s seznami in vsak žreb je bil izračunan na novo iz objavljenega.
lots-more = { $count ->
    [one] in še { $count }: pokaže ga `--first`
    [two] in še { $count }: pokaže ju `--first`
    [few] in še { $count }: pokaže jih `--first`
   *[other] in še { $count }: pokaže jih `--first`
}
lots-place = Mesto
lots-applicant = Prijava
lots-lot = Žreb
lots-written = Zapisano: { $file }
lots-already-frozen = Vsi seznami so že zaključeni.
lots-already-drawn = Vsi seznami so že izžrebani: za ponovni žreb navedite razlog z `--again`.
lots-nothing-to-draw = Najprej je treba sezname zaključiti in objaviti njihove zgoščene vrednosti: `--frozen-at`.
lots-nothing-to-redraw = Česar še nihče ni žrebal, ni mogoče žrebati ponovno.

## Seats: the result

seated-group = Skupina
seated-seats = Mesta
seated-unlimited = brez omejitve
seated-taken = Zasedena
seated-full = Polno
seated-reached = { $limit } ({ $held })
seated-summary = Prijave: { $applications }; z mestom: { $seated }; od teh s prvo izbiro: { $first }.
seated-closed = Skupina »{ $group }« je bila zaprta: število oseb { $held }, potrebno število { $minimum }.
heard-accepted = { $thorough ->
    [true] Rezultat je pravilen: sledi iz pravil in žreba, nihče ni bil preskočen in za nikogar ni bilo mogoče storiti več.
   *[false] Rezultat je pravilen: sledi iz pravil in žreba in nihče ni bil preskočen.
}
heard-rejected = { $violations ->
    [one] Rezultat ni pravilen: { $violations } napaka.
    [two] Rezultat ni pravilen: { $violations } napaki.
    [few] Rezultat ni pravilen: { $violations } napake.
   *[other] Rezultat ni pravilen: { $violations } napak.
}
letter-lot = V žrebu je prijava zasedla mesto { $place } od { $applications }. Njen žreb: { $lot }
letter-check = Žreb in rezultat lahko preveri vsakdo z dokumenti, ki so bili objavljeni za »{ $problem }« (zgoščena vrednost pravil in prijav: { $hash }).
letter-unknown = Prijave »{ $applicant }« ni.
letter-unsound = Na nepravilnem rezultatu ni mogoče ničesar graditi.

## Seats: who moves

moves-applicant = Prijava
moves-before = Prej
moves-now = Zdaj
moves-what = Sprememba
moves-up = boljše
moves-gone = odstop
moves-worse = slabše
moves-none = brez mesta
moves-nobody = Nihče se ne premakne.
moves-summary = Na boljšem: { $up }; odstopi: { $gone }; na slabšem: { $worse }.
moves-not-written = Nič ni bilo zapisano, ker bi bil kdo s tem oškodovan.
moves-unharmed = Nihče ni s tem oškodovan.
