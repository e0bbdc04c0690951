### Kaj povedo udeležbe in ankete, po slovensko.

## Kako daleč je udeležba

participation-status-taking-part = sodeluje
participation-status-finished = udeležba zaključena { DATE($on, style: "short") }
participation-status-left = udeležba prekinjena { DATE($on, style: "short") }

## Kaj je bilo vpisano napačno

corrected-completion = opravljen modul »{ $module }« ({ DATE($on, style: "short") })
corrected-closing = zaključek zapisa ({ $status })

## Zakaj je udeležba zavrnjena

participation-refusal-not-joined = Oseba v tej izvedbi še ne sodeluje. Prosimo, najprej jo vključite.
participation-refusal-joined = Oseba v tej izvedbi že sodeluje na podlagi drugega sprejema.
participation-refusal-finished = Udeležba je bila zaključena { DATE($on, style: "short") }. Če želite vpisati še kaj, jo, prosimo, znova odprite in navedite razlog.
participation-refusal-left = Udeležba je bila prekinjena { DATE($on, style: "short") } in ta sprejem je že izkoriščen. Znova se je mogoče vključiti z novim sprejemom, lahko pa udeležbo znova odprete in navedete razlog.
participation-refusal-not-closed = Udeležba ni zaključena, zato ni česa znova odpreti.
participation-refusal-edition-takes-nobody = { $status-key ->
    [absent] Izvedba še ni načrtovana. Vključitev bo mogoča, ko bo objavljena.
    [planned] Izvedba še ni objavljena. Vključitev bo mogoča, ko bo objavljena.
    [finished] Izvedba je končana, zato se vanjo ni več mogoče vključiti.
   *[cancelled] Izvedba je odpovedana, zato se vanjo ni mogoče vključiti.
}
participation-refusal-edition-not-running = { $status-key ->
    [cancelled] Izvedba je odpovedana, zato se opravljeni moduli ne vpisujejo.
   *[other] Izvedba se še ni začela. Opravljene module je mogoče vpisovati od njenega začetka.
}
participation-refusal-before-start = Izvedba se začne { DATE($starts, style: "short") }, zato { DATE($on, style: "short") } ni bilo mogoče opraviti nobenega modula.
participation-refusal-in-future = Danes je { DATE($today, style: "short") }, { DATE($on, style: "short") } pa je šele pred nami. Prosimo, navedite dan, ki ni poznejši od današnjega.
participation-refusal-unknown-module = V tej izvedbi ni modula »{ $module }«. Moduli te izvedbe: { $modules }.
participation-refusal-completed-already = Modul »{ $module }« je že vpisan kot opravljen { DATE($on, style: "short") }. Če želite to popraviti, prosimo, vpis najprej razveljavite in navedite razlog.
participation-refusal-not-completed = Modul »{ $module }« ni vpisan kot opravljen, zato ni česa razveljaviti.
participation-refusal-outstanding = Udeležbe še ni mogoče zaključiti, ker izvedba še ni končana. Neopravljeni moduli: { $modules }.
participation-refusal-reason-class = Predal { $slot } ni namenjen prostemu besedilu, zato v njem ni mogoče hraniti razloga.
participation-refusal-other-id = Udeležba te osebe v tej izvedbi ima identifikator { $wanted }, ne { $is }.
participation-refusal-other-edition = Ta udeležba spada k izvedbi z identifikatorjem { $wanted }, ne { $given }.
participation-refusal-other-programme = Program z identifikatorjem { $given } nima različice, po kateri poteka ta izvedba.

## Zakaj anonimna sprememba ni zapisana

anonymous-commit-error-id-not-random = Identifikator anonimnega zapisa mora biti naključen.
anonymous-commit-error-stage = Spremembe v anketi ni mogoče zapisati.

## Odgovori

answer-scale = { $point }
answer-choice = { $option }
answer-yes-no = { $yes ->
    [true] da
   *[false] ne
}
intent-yes = da
intent-no = ne
intent-undecided = še ne vem

## Zakaj odgovori niso sveženj

batch-error-empty = Sveženj ima številko od 1 naprej in vsebuje odgovore vsaj ene osebe.
batch-error-count = Vprašanje »{ $question }« je navedeno brez odgovora ali z več odgovori, kot je oseb.
batch-error-slot-order = Predali za pripombe morajo biti navedeni po vrsti identifikatorjev, vsak samo enkrat.
batch-error-slot-class = Predal { $slot } ni namenjen prostemu besedilu.
batch-error-slot-not-random = Identifikator predala { $slot } ni bil izbran naključno.
batch-error-too-few-slots = Število pripomb: { $remarks }; vsaka potrebuje svoj predal, na voljo pa { $slots ->
    [0] ni nobenega.
    [one] je samo { $slots } predal.
    [two] sta samo { $slots } predala.
    [few] so samo { $slots } predali.
   *[other] je samo { $slots } predalov.
}

## Kako se odgovori na vprašanje

question-kind-scale = lestvica od { $min } do { $max }
question-kind-choice = { $count ->
    [one] izbira med { $count } možnostjo
    [two] izbira med { $count } možnostma
    [few] izbira med { $count } možnostmi
   *[other] izbira med { $count } možnostmi
}
question-kind-yes-no = da ali ne
question-kind-intent-to-continue = namera o nadaljevanju
question-kind-free-text = s svojimi besedami

## Odgovori koliko oseb se pokažejo skupaj

minimum-cell-three = vsaj tri osebe
minimum-cell-five = vsaj pet oseb
minimum-cell-ten = vsaj deset oseb

## Zakaj anketa zavrne

survey-refusal-not-opened = Anketa še ni odprta. Prosimo, najprej jo odprite ter ji določite vprašanja in čas.
survey-refusal-opened-otherwise = Anketa je že odprta z drugimi vprašanji ali za drug čas.
survey-refusal-window-over = Na to anketo ne bi mogel odgovoriti nihče: njen čas se je že iztekel (konec: { $ended }).
survey-refusal-closed = Anketa je zaprta. Če želite vprašati znova, prosimo, odprite novo.
survey-refusal-too-early = Na anketo še ni mogoče odgovarjati (začetek: { $opens }).
survey-refusal-too-late = Na anketo ni več mogoče odgovarjati (konec: { $ended }).
survey-refusal-no-token = Ni nobene dostopne kode, ki bi jo bilo treba izdati.
survey-refusal-token-issued = Dostopna koda se izda samo enkrat. Prosimo, za vsako osebo ustvarite novo naključno kodo.
survey-refusal-token-unknown = Ta dostopna koda ne spada k tej anketi. Prosimo, preverite jo.
survey-refusal-token-spent = Ta dostopna koda je že uporabljena: vsakdo odgovori enkrat.
survey-refusal-sheet = Prosimo, preverite svoje odgovore. Ne ujemajo se s temi vprašanji: { $questions }.
survey-refusal-misfit = Odgovori na vprašanje »{ $question }« se ne ujemajo s tem, kar anketa sprašuje.
survey-refusal-too-few = { $sheets ->
    [0] Odgovorov za objavo še ni
    [one] Na objavo čakajo odgovori samo { $sheets } osebe
    [two] Na objavo čakajo odgovori samo { $sheets } oseb
    [few] Na objavo čakajo odgovori samo { $sheets } oseb
   *[other] Na objavo čakajo odgovori samo { $sheets } oseb
}; { $at-least ->
    [one] potrebni so odgovori vsaj { $at-least } osebe.
    [two] potrebni so odgovori vsaj { $at-least } oseb.
    [few] potrebni so odgovori vsaj { $at-least } oseb.
   *[other] potrebni so odgovori vsaj { $at-least } oseb.
}
survey-refusal-more-than-spent = { $sheets ->
    [one] Odgovorov { $sheets } osebe ni mogoče objaviti:
    [two] Odgovorov { $sheets } oseb ni mogoče objaviti:
    [few] Odgovorov { $sheets } oseb ni mogoče objaviti:
   *[other] Odgovorov { $sheets } oseb ni mogoče objaviti:
} { $unpublished ->
    [0] za še neobjavljene odgovore ni uporabljena nobena dostopna koda.
    [one] za še neobjavljene odgovore je uporabljena samo { $unpublished } dostopna koda.
    [two] za še neobjavljene odgovore sta uporabljeni samo { $unpublished } dostopni kodi.
    [few] za še neobjavljene odgovore so uporabljene samo { $unpublished } dostopne kode.
   *[other] za še neobjavljene odgovore je uporabljenih samo { $unpublished } dostopnih kod.
}
survey-refusal-no-token-spent = Vsi oddani odgovori so že v skrinjici. Prosimo, najprej uporabite dostopno kodo in odgovore zanjo oddajte samo enkrat.
survey-refusal-out-of-turn = Naslednji za objavo je sveženj številka { $expected }, ne številka { $found }.
survey-refusal-slot-taken = V enem od predalov je že pripomba iz prejšnjega svežnja. Prosimo, izberite nove naključne predale.
survey-refusal-other-survey = Ti odgovori so bili zbrani za drugo anketo.

## Kaj je anketa pokazala

results = Povabljenih: { $invited }. Upoštevanih odgovorov: { $answered }. Odgovori na vprašanje se pokažejo, { $minimum-cell ->
    [one] ko nanj odgovori vsaj { $minimum-cell } oseba.
    [two] ko nanj odgovorita vsaj { $minimum-cell } osebi.
    [few] ko nanj odgovorijo vsaj { $minimum-cell } osebe.
   *[other] ko nanj odgovori vsaj { $minimum-cell } oseb.
}
outcome-suppressed = ni prikazano, ker je odgovorilo manj oseb, kot določa prag
outcome-counted = { $averaged ->
    [false] { $n ->
        [one] { $n } odgovor
        [two] { $n } odgovora
        [few] { $n } odgovori
       *[other] { $n } odgovorov
    }
   *[true] { $n ->
        [one] { $n } odgovor, povprečje { $mean }
        [two] { $n } odgovora, povprečje { $mean }
        [few] { $n } odgovori, povprečje { $mean }
       *[other] { $n } odgovorov, povprečje { $mean }
    }
}
outcome-remarks = { $count ->
    [one] { $count } pripomba
    [two] { $count } pripombi
    [few] { $count } pripombe
   *[other] { $count } pripomb
}

## Odgovori in dostopne kode, ki jih ni mogoče prebrati

unreadable-sheet = Teh odgovorov ni mogoče prebrati. Prosimo, anketo izpolnite znova.
token-error = To ni dostopna koda za anketo. Prosimo, preverite, ali je popolna.
