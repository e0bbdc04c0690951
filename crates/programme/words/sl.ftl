### Kaj povedo programi in izvedbe, po slovensko.

## Kako poteka učenje

delivery-mode-online = prek spleta
delivery-mode-onsite = v živo
delivery-mode-blended = deloma prek spleta, deloma v živo

## Koliko je učenja

hours-course = { $count ->
    [one] { $count } pedagoška ura
    [two] { $count } pedagoški uri
    [few] { $count } pedagoške ure
   *[other] { $count } pedagoških ur
}
hours-clock = { $count ->
    [one] { $count } ura (60 minut)
    [two] { $count } uri (po 60 minut)
    [few] { $count } ure (po 60 minut)
   *[other] { $count } ur (po 60 minut)
}
hours-minutes = { $count ->
    [one] { $count } minuta
    [two] { $count } minuti
    [few] { $count } minute
   *[other] { $count } minut
}

## Dogodek zunaj izvedbe

outside = Dogodek ({ $from } – { $until }) ne sodi v čas izvedbe ({ $first } – { $last }).

## Kako daleč je izvedba

edition-status-planned = v pripravi
edition-status-announced = objavljena
edition-status-running = v teku
edition-status-finished = končana
edition-status-cancelled = odpovedana

## Kako daleč je program ali njegova različica

programme-status-draft = osnutek
programme-status-approved = potrjeno
programme-status-offered = v ponudbi
programme-status-retired = umaknjeno iz ponudbe

## Zakaj program zavrne

programme-refusal-retired = Program je umaknjen iz ponudbe: novih različic ne dobi in ni ga mogoče znova ponuditi. Če ga želite nadaljevati, prosimo, pripravite nov program.
programme-refusal-other-code = Program ima v vseh različicah oznako »{ $is }«, nova opredelitev pa navaja »{ $wanted }«. Prosimo, ohranite oznako ali pripravite ločen program.
programme-refusal-unknown-version = Program še nima različice { $version }.
programme-refusal-target-unfit = { $count ->
    [one] Programa še ni mogoče potrditi: v pravilu za ciljno skupino je { $count } napaka.
    [two] Programa še ni mogoče potrditi: v pravilu za ciljno skupino sta { $count } napaki.
    [few] Programa še ni mogoče potrditi: v pravilu za ciljno skupino so { $count } napake.
   *[other] Programa še ni mogoče potrditi: v pravilu za ciljno skupino je { $count } napak.
}
programme-refusal-not-approved = Različica { $version } je še osnutek. Prosimo, potrdite jo, preden jo ponudite.
programme-refusal-replaced = Različice { $version } ni več mogoče ponuditi: nadomestila jo je različica { $offered }.
programme-refusal-never-approved = Nobena različica tega programa še ni bila potrjena, zato ni česa umakniti iz ponudbe.

## Zakaj izvedba zavrne

edition-refusal-not-planned = Izvedba še ni načrtovana.
edition-refusal-already-public = { $status-key ->
    [announced] Izvedba je že objavljena, zato njen načrt velja. Posamezne dogodke je še mogoče prestaviti ali odpovedati.
    [running] Izvedba že poteka, zato njen načrt velja. Posamezne dogodke je še mogoče prestaviti ali odpovedati.
    [finished] Izvedba je končana, zato se njen načrt ne spreminja več.
   *[cancelled] Izvedba je odpovedana, zato se njen načrt ne spreminja več.
}
edition-refusal-not-possible = { $is-key ->
    [planned] Izvedba je šele v pripravi
    [announced] Izvedba je objavljena, a se še ni začela
    [running] Izvedba že poteka
    [finished] Izvedba je končana
   *[cancelled] Izvedba je odpovedana
}, zato je ni mogoče { $wanted-key ->
    [announced] objaviti
    [running] začeti
    [finished] končati
   *[cancelled] odpovedati
}.
edition-refusal-other-id = Izvedba { $number } tega programa ima identifikator { $wanted }, ne { $is }.
edition-refusal-other-programme = Opredelitev je napisana za program »{ $named }«, izvedba pa se načrtuje za program »{ $is }«.
edition-refusal-other-programme-given = Izvedba spada k programu z identifikatorjem { $wanted }, ne { $given }.
edition-refusal-not-approved = Različica { $version } programa ni potrjena, zato po njej ni mogoče načrtovati izvedbe.
edition-refusal-retired = Program »{ $programme }« je umaknjen iz ponudbe in nima novih izvedb.
edition-refusal-unknown-modules = Različica { $version } programa ne vsebuje vseh modulov, h katerim spadajo dogodki. Manjkajoči moduli: { $modules }.
edition-refusal-not-on-offer = { $offered ->
    [absent] Izvedba je načrtovana po različici { $planned } programa, v ponudbi pa trenutno ni nobene različice. Prosimo, najprej ponudite to različico.
   *[other] Izvedba je načrtovana po različici { $planned } programa, v ponudbi pa je različica { $offered }. Prosimo, načrtujte izvedbo znova po tej različici.
}
edition-refusal-no-session = Izvedba še nima nobenega dogodka. Prosimo, dodajte vsaj enega, preden jo objavite.
edition-refusal-period-over = Izvedbe ni več mogoče objaviti, ker se je njen čas iztekel (konec: { $until }).
edition-refusal-too-early-to-begin = Izvedbe še ni mogoče začeti (začetek: { $from }).
edition-refusal-too-early-to-finish = Izvedbe še ni mogoče končati (konec: { $until }).
edition-refusal-sessions-fixed = { $status-key ->
    [planned] Izvedba je šele v pripravi, zato, prosimo, spremenite njen načrt v celoti. Posamezne dogodke je mogoče prestaviti ali odpovedati, ko je izvedba objavljena.
    [finished] Izvedba je končana, zato se njeni dogodki ne spreminjajo več.
   *[cancelled] Izvedba je odpovedana, zato se njeni dogodki ne spreminjajo več.
}
edition-refusal-unknown-session = V tej izvedbi ni dogodka »{ $session }«.
edition-refusal-session-cancelled = Dogodek »{ $session }« je odpovedan in ga ni več mogoče spremeniti.
edition-refusal-session-begun = Dogodek »{ $session }« se je že začel ({ $from }), zato ga ni več mogoče prestaviti ali odpovedati.
edition-refusal-window = { $beyond ->
    [true] Termin { $from } je zunaj koledarja, s katerim je mogoče računati.
   *[false] Dogodek bi se končal ({ $until }), še preden bi se začel ({ $from }).
}
edition-refusal-online-at-place = Dogodek »{ $session }« poteka prek spleta, zato mu ni mogoče določiti kraja.

## Kakšen dogodek je

session-kind-class = predavanje
session-kind-workshop = delavnica
session-kind-conference = konferenca
session-kind-team-meeting = sestanek skupine
session-kind-consultation-on-site = svetovalni obisk
session-kind-study-visit = študijski obisk
session-kind-online = delo prek spleta
session-kind-own-work = samostojno delo
session-kind-defence = zagovor projekta
session-kind-ceremony = slovesnost

## Dan ob uri

mixed-times = Dogodek zajema cele dneve ali pa ima uro začetka in uro konca. Skupaj ne gresta { $from } in { $until }.
