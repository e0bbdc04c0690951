## Standing

standing-waiting = čaka
standing-accepted = dokončno sprejeto
standing-keep-higher = obdrži mesto in čaka na boljše
standing-cancelled = odstop

## Limit

limit-capacity = število mest
limit-quota = { $plain ->
    [true] kvota »{ $quota }«
   *[false] kvota »{ $quota }«: { $values }
}
limit-overall = { $plain ->
    [true] omejitev za vse skupine skupaj, »{ $name }«
   *[false] omejitev za vse skupine skupaj, »{ $name }«: { $values }
}

## Violation

violation-other-problem = Rezultat pripada drugemu razpisu: njegova zgoščena vrednost je { $claimed }, vrednost tega razpisa pa { $computed }.
violation-other-mechanism = Po rezultatu so bila mesta dodeljena drugače, kot določajo pravila razpisa.
violation-missing = Prijave »{ $applicant }« v rezultatu ni.
violation-twice = Prijava »{ $applicant }« je v rezultatu več kot enkrat.
violation-unknown-applicant = V rezultatu je prijava »{ $applicant }«, ki je ni bilo.
violation-unknown-group = Rezultat navaja skupino, ki je ni: »{ $group }«.
violation-not-asked = Prijava »{ $applicant }« ima mesto v skupini »{ $group }«, za katero ni zaprosila.
violation-wrong-choice = { $untold ->
    [true] Rezultat ne pove, katera izbira je mesto prijave »{ $applicant }«.
   *[false] Rezultat šteje mesto prijave »{ $applicant }« kot izbiro št. { $claimed }, kar pa ni.
}
violation-overfull = V skupini »{ $group }« je več oseb, kot jih sme biti: { $held } namesto { $cap } ({ $limit }). Po eno mesto preveč: { $beyond }.
violation-overfull-overall = Mesta ima več oseb, kot bi jih smelo: { $held } namesto { $cap } ({ $limit }). Po eno mesto preveč: { $beyond }.
violation-wasted = V skupini »{ $group }« je mesto za prijavo »{ $applicant }«, ki si ga želi, pa je ostala brez njega.
violation-passed-over = Prijava »{ $applicant }« si želi mesto v skupini »{ $group }« in ima prednost pred prijavo »{ $holder }«, ki ga ima ({ $limit }).
violation-reserve-unfilled = Prijava »{ $applicant }« si želi mesto v skupini »{ $group }« in bi zapolnila rezervirano mesto; prijava »{ $holder }«, ki mesto ima, ga ne ({ $limit }).
violation-wrong-turn = { $due ->
    [absent] { $given ->
        [absent] Vrstni red prijave »{ $applicant }« ni bil upoštevan.
       *[other] Ko je bila na vrsti prijava »{ $applicant }«, mesta ni bilo več; rezultat ji daje mesto v skupini »{ $given }«.
    }
   *[other] { $given ->
        [absent] Ko je bila na vrsti prijava »{ $applicant }«, ji je pripadalo mesto v skupini »{ $due }«; rezultat ji ne daje nobenega.
       *[other] Ko je bila na vrsti prijava »{ $applicant }«, ji je pripadalo mesto v skupini »{ $due }«; rezultat ji daje mesto v skupini »{ $given }«.
    }
}
violation-wrong-key = Žreb prijave »{ $applicant }« je { $computed }, rezultat pa navaja { $claimed }.
violation-other-lists = Vsi seznami niso bili izžrebani. Število seznamov prijav: { $lists }; število izžrebanih seznamov: { $drawn }.
violation-wrong-list-hash = Zgoščena vrednost seznama { $list } je { $computed } in ne { $claimed }: na njem so druge prijave kot ob zaključku.
violation-not-drawn = Seznam { $list } ni bil izžreban.
violation-seed-older-than-freeze = Seme seznama { $list } je bilo znano { $known-at }, preden je bil seznam zaključen ({ $frozen-at }).
violation-seed-older-than-replaced = Novo seme seznama { $list } je bilo znano { $known-at }, pred tistim, ki ga nadomešča ({ $replaced }).
violation-other-draw = Rezultat navaja drug žreb seznama { $list }, kot je bil objavljen.
violation-wrong-group = Kar rezultat navaja o skupini »{ $group }«, se ne ujema s tem, kdo ima v njej mesto.
violation-wrong-cutoff = Prijava, ki jo rezultat navaja kot zadnjo sprejeto v skupino »{ $group }«, ni zadnja ({ $limit }).
violation-group-times = { $untold ->
    [true] Rezultat o skupini »{ $group }« ne pove ničesar.
   *[false] Rezultat skupino »{ $group }« navaja več kot enkrat ({ $times }).
}
violation-closed-and-held = Skupina »{ $group }« je bila zaprta, pa ima v njej vseeno kdo mesto ({ $held }).
violation-too-small = V skupini »{ $group }« je manj oseb, kot jih potrebuje: { $held } namesto { $minimum }.
violation-wrong-closure = Skupina »{ $group }« je bila zaprta v koraku { $step }, čeprav je pravila takrat ne zaprejo.
violation-not-optimal = { $given ->
    [absent] Prijava »{ $applicant }« nima mesta, čeprav bi ga lahko imela v skupini »{ $possible }«, ne da bi bil kdo preskočen.
   *[other] Prijava »{ $applicant }« ima mesto v skupini »{ $given }«, čeprav bi ga lahko imela v skupini »{ $possible }«, ne da bi bil kdo preskočen.
}

## SeedRefused

seed-refused-older-than-freeze = Tega semena ni dovoljeno uporabiti: znano je bilo { $known-at }, seznam { $list } pa je bil zaključen šele { $frozen-at }.
seed-refused-older-than-replaced = Tega semena ni dovoljeno uporabiti: znano je bilo { $known-at }, tisto, ki naj bi ga nadomestilo pri seznamu { $list }, pa { $replaced }.
seed-refused-no-such-list = Seznama { $list } ni.
seed-refused-drawn-too-often = Seznam { $list } je bil izžreban že tolikokrat, kolikor je dovoljeno ({ $limit }).

## FreezeError

freeze-error = Seznama ni mogoče zaključiti s tem trenutkom: prejšnji seznam je bil zaključen pozneje ({ $before }).

## CarryError

carry-error-other-problem = Žreb pripada drugemu razpisu.
carry-error-other-list = Seznam { $list } ni tisti, ki je bil izžreban.

## RerunError

rerun-error-rolling = Pri sprotnem sprejemanju se mesta prenašajo, ko kdo odstopi: vpišite trenutek odstopa (`withdrawn_at`) in mesta dodelite znova.
rerun-error-chain-needs-nested = Veriga sproščenih mest zahteva, da vsaka skupina izbira zase: postopek `nested`.

## ChangeError

change-error-other-draw = Spremenjena pravila potrebujejo že opravljeni žreb: oznaka, seznami in semena morajo ostati isti.
change-error-group-gone = Nekdo ima mesto v skupini »{ $group }«, ki je ni več.

## Unfit, NoOrder

unfit-not-nested = Pravila ne določajo, da kvote ležijo druga v drugi, zato se lahko križajo.
unfit-reserves = Načrt »{ $plan }« rezervira mesta, kar zmore le `nested`.
unfit-priorities = Načrt »{ $plan }« ima svoj vrstni red, vsi pa morajo izbirati v enem.
unfit-no-arrival = Pravila ne povedo, kdo se je kdaj prijavil.
no-order = V vrstnem redu načrta »{ $plan }« ni vsaka prijava natanko enkrat.

## Explanation

explanation = { $seat ->
    [absent] { $best ->
        [true] Prijava »{ $applicant }« ne navaja nobene skupine.
       *[false] Prijava »{ $applicant }« ni dobila mesta.
    }
   *[other] { $best ->
        [true] Prijava »{ $applicant }« je dobila mesto v skupini »{ $seat }«, svoji prvi izbiri.
       *[false] Prijava »{ $applicant }« je dobila mesto v skupini »{ $seat }«.
    }
}
missed = Izbira { $choice }, »{ $group }«. { $why }
why-closed = Skupina je bila zaprta, ker bi bilo v njej premalo oseb.
why-full = Vse, kar je tu mogoče zasesti, je zasedeno: { $held } od { $cap } ({ $limit }). Zadnja sprejeta prijava, katere mesto bi lahko dobila ta, je »{ $holder }«. { $decided } Če bi bila ta prijava pred njo, bi mesto dobila.
why-kept = Vse, kar je tu mogoče zasesti, je zasedeno: { $held } od { $cap } ({ $limit }). Kar bi ta prijava lahko dobila, je rezervirano za druge: { $reserved }. Nobeno merilo vrstnega reda tega ne bi moglo spremeniti.
why-freed-since = Ko je bilo o prijavi odločeno, zanjo ni bilo mesta; pozneje se je eno sprostilo, vendar je bil odgovor dokončen.
why-withdrawn = Prijava je bila umaknjena.
why-wrong = Tej prijavi ni nič v napoto: rezultat je tu napačen.
decided-list = Ta je na zgodnejšem seznamu: { $needed } in ne { $own }.
decided-key = { $own ->
    [absent] { $needed ->
        [absent] Obe sta enaki po merilu »{ $by }«.
       *[other] Ta ima prednost po merilu »{ $by }«: { $needed }, ta prijava pa nima ničesar.
    }
   *[other] { $needed ->
        [absent] Ta ima prednost po merilu »{ $by }«: nima ničesar, ta prijava pa ima { $own }.
       *[other] Ta ima prednost po merilu »{ $by }«: { $needed } je pred { $own }.
    }
}
decided-lot = V vsem drugem sta enaki in odločil je žreb ({ $first } pred { $second }).
