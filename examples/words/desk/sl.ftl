## Whether a folder can be used

found-file = Datoteka
found-holds = Vsebina
found-sound = Datoteke v mapi { $folder } se ujemajo in v njih ni napak.
found-rehearsed = { $steps ->
    [one] Vaja je šla skozi { $steps } korak, od objave do listin.
    [two] Vaja je šla skozi oba koraka, od objave do listin.
    [few] Vaja je šla skozi vse { $steps } korake, od objave do listin.
   *[other] Vaja je šla skozi vseh { $steps } korakov, od objave do listin.
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
    [one] { $count } srečanje
    [two] { $count } srečanji
    [few] { $count } srečanja
   *[other] { $count } srečanj
}
held-questions = { $count ->
    [one] { $count } vprašanje
    [two] { $count } vprašanji
    [few] { $count } vprašanja
   *[other] { $count } vprašanj
}
held-answers = { $count ->
    [one] { $count } izpolnjen vprašalnik
    [two] { $count } izpolnjena vprašalnika
    [few] { $count } izpolnjeni vprašalniki
   *[other] { $count } izpolnjenih vprašalnikov
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
    [one] { $count } ocena
    [two] { $count } oceni
    [few] { $count } ocene
   *[other] { $count } ocen
}
