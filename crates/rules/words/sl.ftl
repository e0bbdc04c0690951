## Verdict

verdict-met = izpolnjeno
verdict-unmet = ni izpolnjeno
verdict-undetermined = še odprto

## Doubt

doubt-missing = še ni znano
doubt-incomplete = še ni popolno
doubt-contested = dokazila si nasprotujejo
doubt-not-listed = ni na seznamu; odloči uradna oseba
doubt-wrong-type = ni primerljivo

## Units of the calendar

calendar-unit-days = dnevi
calendar-unit-months = meseci
calendar-unit-years = leta

## How an account opens

opening-one = { $verdict-key ->
    [met] Pogoj je izpolnjen.
    [unmet] Pogoj ni izpolnjen.
   *[undetermined] O tem, ali je pogoj izpolnjen, še ni mogoče odločiti.
}
opening-all = { $verdict-key ->
    [met] Pogoji so izpolnjeni, in sicer vsi.
    [unmet] Pogoji niso izpolnjeni: zahtevani so vsi, vsaj eden od njih pa ni izpolnjen.
   *[undetermined] O tem, ali so pogoji izpolnjeni, še ni mogoče odločiti: zahtevani so vsi.
}
opening-any = { $verdict-key ->
    [met] Pogoji so izpolnjeni: velja vsaj ena od dopuščenih možnosti.
    [unmet] Pogoji niso izpolnjeni: ne velja nobena od dopuščenih možnosti.
   *[undetermined] O tem, ali so pogoji izpolnjeni, še ni mogoče odločiti: nobena od dopuščenih možnosti še ni gotova.
}
opening-at-least = { $verdict-key ->
    [met] Pogoji so izpolnjeni: od { $of } jih je treba izpolniti vsaj { $n }.
    [unmet] Pogoji niso izpolnjeni: od { $of } jih je treba izpolniti vsaj { $n }.
   *[undetermined] O tem, ali so pogoji izpolnjeni, še ni mogoče odločiti: od { $of } jih je treba izpolniti vsaj { $n }.
}

## Conditions that belong together, without words of an officer

group-all = { $verdict-key ->
    [met] Hkrati mora biti izpolnjenih več pogojev in vsi so izpolnjeni.
    [unmet] Hkrati mora biti izpolnjenih več pogojev, vendar niso izpolnjeni vsi.
   *[undetermined] Hkrati mora biti izpolnjenih več pogojev in odprto je še, ali so izpolnjeni vsi.
}
group-any = { $verdict-key ->
    [met] Zadošča ena od več možnosti in vsaj ena velja.
    [unmet] Zadoščala bi ena od več možnosti, vendar ne velja nobena.
   *[undetermined] Zadoščala bi ena od več možnosti, vendar še nobena ni gotova.
}
group-at-least = { $verdict-key ->
    [met] Število pogojev je { $of }; izpolniti jih je treba vsaj { $n } in toliko jih je izpolnjenih.
    [unmet] Število pogojev je { $of }; izpolniti jih je treba vsaj { $n }, izpolnjenih pa jih je manj.
   *[undetermined] Število pogojev je { $of }; izpolniti jih je treba vsaj { $n } in odprto je še, ali jih je toliko izpolnjenih.
}

## A condition in an officer's own words

condition-wanted = { $verdict-key ->
    [met] Pogoj »{ $label }« je izpolnjen.
    [unmet] Pogoj »{ $label }« ni izpolnjen.
   *[undetermined] Odprto je še, ali je pogoj »{ $label }« izpolnjen.
}
condition-unwanted = { $verdict-key ->
    [met] Naslednje ne sme veljati in ne velja: »{ $label }«.
    [unmet] Naslednje ne sme veljati, vendar velja: »{ $label }«.
   *[undetermined] Naslednje ne sme veljati in odprto je še, ali velja: »{ $label }«.
}

## A condition without words, or none that may be told

opaque-answered = { $verdict-key ->
    [met] Pogoj »{ $name }« je izpolnjen.
    [unmet] Pogoj »{ $name }« ni izpolnjen.
   *[undetermined] Odprto je še, ali je pogoj »{ $name }« izpolnjen.
}
opaque-answered-unwanted = { $verdict-key ->
    [met] Naslednje ne sme veljati in ne velja: »{ $name }«.
    [unmet] Naslednje ne sme veljati, vendar velja: »{ $name }«.
   *[undetermined] Naslednje ne sme veljati in odprto je še, ali velja: »{ $name }«.
}
opaque-withheld = { $verdict-key ->
    [met] Zaupni pogoj je izpolnjen.
    [unmet] Zaupni pogoj ni izpolnjen.
   *[undetermined] Odprto je še, ali je zaupni pogoj izpolnjen.
}

## What is asked of a fact

demand-is = { $negated ->
    [true] Pri podatku »{ $fact }« je izključeno: { $value }.
   *[false] Pri podatku »{ $fact }« se zahteva: { $value }.
}
demand-one-of = { $negated ->
    [true] Pri podatku »{ $fact }« je izključeno vse našteto: { $values }.
   *[false] Pri podatku »{ $fact }« se zahteva eno od naštetega: { $values }.
}
demand-one-of-open = { $negated ->
    [true] Pri podatku »{ $fact }« je izključeno vse našteto in tudi vse, kar uradna oseba šteje za primerljivo: { $values }.
   *[false] Pri podatku »{ $fact }« se zahteva eno od naštetega ali kaj, kar uradna oseba šteje za primerljivo: { $values }.
}
demand-at-least = { $negated ->
    [true] Pri podatku »{ $fact }« je izključena vrednost { $least } ali več.
   *[false] Pri podatku »{ $fact }« se zahteva vrednost najmanj { $least }.
}
demand-at-most = { $negated ->
    [true] Pri podatku »{ $fact }« je izključena vrednost { $most } ali manj.
   *[false] Pri podatku »{ $fact }« je dovoljena vrednost največ { $most }.
}
demand-between = { $negated ->
    [true] Pri podatku »{ $fact }« je izključena vrednost od { $least } do { $most }.
   *[false] Pri podatku »{ $fact }« se zahteva vrednost od { $least } do { $most }.
}
demand-before = { $negated ->
    [true] { $moment-key ->
        [day] Pri podatku »{ $fact }« je izključen datum pred { $moment }.
       *[fact] Pri podatku »{ $fact }« je izključen čas pred tem: { $moment }.
    }
   *[false] { $moment-key ->
        [day] Pri podatku »{ $fact }« se zahteva datum pred { $moment }.
       *[fact] Pri podatku »{ $fact }« se zahteva čas pred tem: { $moment }.
    }
}
demand-on-or-before = { $negated ->
    [true] Pri podatku »{ $fact }« je izključeno { $moment } ali prej.
   *[false] Pri podatku »{ $fact }« se zahteva { $moment } ali prej.
}
demand-after = { $negated ->
    [true] Pri podatku »{ $fact }« je izključen čas po tem: { $moment }.
   *[false] Pri podatku »{ $fact }« se zahteva čas po tem: { $moment }.
}
demand-on-or-after = { $negated ->
    [true] { $moment-key ->
        [day] Pri podatku »{ $fact }« je izključen datum { $moment } ali poznejši.
       *[fact] Pri podatku »{ $fact }« je izključeno { $moment } ali pozneje.
    }
   *[false] { $moment-key ->
        [day] Pri podatku »{ $fact }« se zahteva datum { $moment } ali poznejši.
       *[fact] Pri podatku »{ $fact }« se zahteva { $moment } ali pozneje.
    }
}
demand-within = { $negated ->
    [true] Pri podatku »{ $fact }« je izključeno obdobje: { $span }.
   *[false] Pri podatku »{ $fact }« se zahteva obdobje: { $span }.
}
demand-age = { $negated ->
    [true] Pri podatku »{ $fact }« je izključena starost v dopolnjenih letih ({ $at }): { $range }.
   *[false] Pri podatku »{ $fact }« se zahteva starost v dopolnjenih letih ({ $at }): { $range }.
}
demand-apart-before = { $negated ->
    [true] Pri podatku »{ $fact }« je izključen razmik pred tem: { $moment } ({ $unit }: { $range }).
   *[false] Pri podatku »{ $fact }« se zahteva razmik pred tem: { $moment } ({ $unit }: { $range }).
}
demand-apart-after = { $negated ->
    [true] Pri podatku »{ $fact }« je izključen razmik po tem: { $moment } ({ $unit }: { $range }).
   *[false] Pri podatku »{ $fact }« se zahteva razmik po tem: { $moment } ({ $unit }: { $range }).
}
demand-covers = { $negated ->
    [true] Pri podatku »{ $fact }« je izključeno obdobje, ki zajema { $moment }.
   *[false] Pri podatku »{ $fact }« se zahteva obdobje, ki zajema { $moment }.
}
demand-covers-span = { $negated ->
    [true] Pri podatku »{ $fact }« je izključeno obdobje, ki v celoti zajema: { $span }.
   *[false] Pri podatku »{ $fact }« se zahteva obdobje, ki v celoti zajema: { $span }.
}
demand-overlaps-span = { $negated ->
    [true] Pri podatku »{ $fact }« je izključeno obdobje, ki ima kak dan skupen s tem: { $span }.
   *[false] Pri podatku »{ $fact }« se zahteva obdobje, ki ima kak dan skupen s tem: { $span }.
}
demand-holds = { $negated ->
    [true] Pri podatku »{ $fact }« ne sme biti veljavno ({ $at }): { $values }.
   *[false] Pri podatku »{ $fact }« mora biti veljavno ({ $at }): { $values }.
}
demand-holds-in-grace = { $negated ->
    [true] Pri podatku »{ $fact }« ne sme biti veljavno ({ $at }) ali poteklo v času, ki ni daljši od tega: { $grace }. Gre za: { $values }.
   *[false] Pri podatku »{ $fact }« mora biti veljavno ({ $at }) ali poteklo v času, ki ni daljši od tega: { $grace }. Gre za: { $values }.
}
demand-count-matching = { $negated ->
    [true] Pri podatku »{ $fact }« je preveliko že tolikšno število vnosov, ki ustrezajo pravilu glede na: { $fields } – { $count }.
   *[false] Pri podatku »{ $fact }« je zahtevano število vnosov, ki ustrezajo pravilu glede na: { $fields } – vsaj { $count }.
}
demand-sum = { $negated ->
    [true] Pri podatku »{ $fact }« je izključena vsota »{ $field }«: { $range }.
   *[false] Pri podatku »{ $fact }« se zahteva vsota »{ $field }«: { $range }.
}
demand-sum-matching = { $negated ->
    [true] Pri podatku »{ $fact }« je izključena vsota »{ $field }« pri vnosih, ki ustrezajo pravilu glede na: { $fields } – { $range }.
   *[false] Pri podatku »{ $fact }« se zahteva vsota »{ $field }« pri vnosih, ki ustrezajo pravilu glede na: { $fields } – { $range }.
}
demand-includes = { $negated ->
    [true] Pri podatku »{ $fact }« ne sme biti navedeno: { $value }.
   *[false] Pri podatku »{ $fact }« mora biti navedeno: { $value }.
}
demand-includes-all = { $negated ->
    [true] Pri podatku »{ $fact }« ne sme biti hkrati navedeno vse to: { $values }.
   *[false] Pri podatku »{ $fact }« mora biti navedeno vse to: { $values }.
}
demand-overlaps = { $negated ->
    [true] Pri podatku »{ $fact }« ne sme biti navedeno nič od tega: { $values }.
   *[false] Pri podatku »{ $fact }« mora biti navedeno vsaj eno od tega: { $values }.
}
demand-count-at-least = { $negated ->
    [true] { $count ->
        [one] Pri podatku »{ $fact }« mora biti manj kot { $count } vnos.
        [two] Pri podatku »{ $fact }« mora biti manj kot { $count } vnosa.
        [few] Pri podatku »{ $fact }« mora biti manj kot { $count } vnosi.
       *[other] Pri podatku »{ $fact }« mora biti manj kot { $count } vnosov.
    }
   *[false] { $count ->
        [one] Pri podatku »{ $fact }« se zahteva vsaj { $count } vnos.
        [two] Pri podatku »{ $fact }« se zahtevata vsaj { $count } vnosa.
        [few] Pri podatku »{ $fact }« se zahtevajo vsaj { $count } vnosi.
       *[other] Pri podatku »{ $fact }« se zahteva vsaj { $count } vnosov.
    }
}
demand-applies = Podatek »{ $fact }« mora v tem primeru priti v poštev.
demand-applies-not = Podatek »{ $fact }« v tem primeru ne sme priti v poštev.

## What was found of that fact, and what follows

outcome-known = { $verdict-key ->
    [met] Navedeno je: { $value }. Pogoj je izpolnjen.
    [unmet] Navedeno je: { $value }. Pogoj ni izpolnjen.
   *[undetermined] Navedeno je: { $value }. Odprto je še, ali je pogoj izpolnjen.
}
outcome-so-far = { $verdict-key ->
    [met] Doslej je navedeno: { $value }. Pogoj je izpolnjen.
    [unmet] Doslej je navedeno: { $value }. Pogoj ni izpolnjen.
   *[undetermined] Doslej je navedeno: { $value }. Navedbe se še lahko dopolnijo, zato je še odprto, ali je pogoj izpolnjen.
}
outcome-lacking = { $verdict-key ->
    [unmet] Navedeno je: { $value }. Manjka: { $lacking }. Pogoj ni izpolnjen.
   *[undetermined] Doslej je navedeno: { $value }. Še manjka: { $lacking }. Navedbe se še lahko dopolnijo, zato je še odprto, ali je pogoj izpolnjen.
}
outcome-assumed = { $verdict-key ->
    [met] Tega podatka nimamo; pravilo tedaj šteje: { $value }. Pogoj je izpolnjen.
    [unmet] Tega podatka nimamo; pravilo tedaj šteje: { $value }. Pogoj ni izpolnjen.
   *[undetermined] Tega podatka nimamo; pravilo tedaj šteje: { $value }. Odprto je še, ali je pogoj izpolnjen.
}
outcome-missing = Tega podatka še nimamo, zato je še odprto, ali je pogoj izpolnjen.
outcome-not-applicable = { $verdict-key ->
    [met] V tem primeru to ne pride v poštev, zato je pogoj izpolnjen.
    [unmet] V tem primeru to ne pride v poštev, zato pogoj ni izpolnjen.
   *[undetermined] V tem primeru to ne pride v poštev, zato je še odprto, ali je pogoj izpolnjen.
}
outcome-beside-not-applicable = { $verdict-key ->
    [met] To, s čimer se to primerja, v tem primeru ne pride v poštev, zato je pogoj izpolnjen.
    [unmet] To, s čimer se to primerja, v tem primeru ne pride v poštev, zato pogoj ni izpolnjen.
   *[undetermined] To, s čimer se to primerja, v tem primeru ne pride v poštev, zato je še odprto, ali je pogoj izpolnjen.
}
outcome-contested = Zbrana dokazila si nasprotujejo, zato je še odprto, ali je pogoj izpolnjen.
outcome-not-listed = Navedeno je: { $value }. Tega ni na seznamu, zato odloči uradna oseba.
outcome-wrong-type = Navedenega ni mogoče primerjati z zahtevanim, zato mora podatek pregledati uradna oseba.

## A condition in words of the rule: what is asked, and what was found

sentence = { $demand } { $outcome }

## What was found of a fact, as a sentence

found-known = Pri podatku »{ $fact }« je navedeno: { $value }.
found-so-far = Pri podatku »{ $fact }« je doslej navedeno: { $value }.
found-lacking = { $verdict-key ->
    [unmet] Pri podatku »{ $fact }« je navedeno: { $value }. Manjka: { $lacking }.
   *[undetermined] Pri podatku »{ $fact }« je doslej navedeno: { $value }. Še manjka: { $lacking }.
}
found-assumed = Podatka »{ $fact }« nimamo; pravilo tedaj šteje: { $value }.
found-missing = Podatka »{ $fact }« še nimamo.
found-not-applicable = Podatek »{ $fact }« v tem primeru ne pride v poštev.
found-contested = Pri podatku »{ $fact }« si zbrana dokazila nasprotujejo.
found-not-listed = Pri podatku »{ $fact }« je navedeno nekaj, česar ni na seznamu: { $value }.
found-wrong-type = Pri podatku »{ $fact }« navedenega ni mogoče primerjati z zahtevanim.

## What was found of a fact, as a note

note-known = { $fact }: { $value }
note-so-far = { $fact }: doslej { $value }
note-assumed = { $fact }: ni znano, šteje se { $value }
note-missing = { $fact }: še ni znano
note-not-applicable = { $fact }: ne pride v poštev
note-contested = { $fact }: dokazila si nasprotujejo
note-not-listed = { $fact }: { $value } (ni na seznamu)
note-wrong-type = { $fact }: ni primerljivo

## Values

single-yes = da
single-no = ne
single-code = { $code }
single-number = { $number }
single-day = { DATE($day, style: "short") }

single-instant = { DATETIME($at, style: "short") }
single-period = { $span }
single-ever = za vse čase
single-entries = { $count ->
    [one] { $count } vnos
    [two] { $count } vnosa
    [few] { $count } vnosi
   *[other] { $count } vnosov
}
when-day = { DATE($day, style: "short") }
when-instant = { DATETIME($at, style: "short") }
when-fact = »{ $fact }«
span-both = { $from }–{ $until }
span-from = { $from } ali pozneje
span-until = { $until } ali prej
span-fact = »{ $fact }«
range-at-least = najmanj { $least }
range-at-most = največ { $most }
range-between = od { $least } do { $most }
long-days = { $count ->
    [one] { $count } dan
    [two] { $count } dneva
    [few] { $count } dnevi
   *[other] { $count } dni
}
long-months = { $count ->
    [one] { $count } mesec
    [two] { $count } meseca
    [few] { $count } meseci
   *[other] { $count } mesecev
}
long-years = { $count ->
    [one] { $count } leto
    [two] { $count } leti
    [few] { $count } leta
   *[other] { $count } let
}

listed-either = { LIST($items, type: "or") }
listed-either-cut = { LIST($items, type: "or") } (prvih { $shown } od { $of })
listed-every = { LIST($items, type: "and") }
listed-every-cut = { LIST($items, type: "and") } (prvih { $shown } od { $of })
listed-none = nič

## What is still needed

needed-facts = Za odločitev potrebujemo še te podatke: { $facts }.
needed-officer = O tem, česar zbrani podatki ne razrešijo, mora odločiti uradna oseba.
needed-fact-plain = »{ $fact }«
needed-fact-proved = »{ $fact }« (dokazilo: { $evidence })
