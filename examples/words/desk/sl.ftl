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
