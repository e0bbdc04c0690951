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
