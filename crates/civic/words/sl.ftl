## Kdo ravna

actor-person = oseba v svojem imenu
actor-in-office = { $office ->
    [coordinator] oseba, ki koordinira
    [chair] predsedujoča oseba
    [moderator] oseba, ki moderira
    [steward] oseba, ki skrbi za program
    [mayor] oseba, ki vodi občino
    [authorised_officer] pooblaščena oseba
   *[other] oseba v funkciji »{ $office }«
}
actor-body = organ s svojo odločitvijo
actor-system = programska oprema ({ $system })

## Samoupravne skupnosti

task-level-commune = občinske naloge
task-level-county = okrajne naloge
task-level-region = regionalne naloge

authority-kind-municipality = občina
authority-kind-city-municipality = mestna občina
authority-kind-urban-commune = mestna gmina
authority-kind-rural-commune = podeželska gmina
authority-kind-urban-rural-commune = mestno-podeželska gmina
authority-kind-city-with-county-rights = mesto s pravicami okraja
authority-kind-county = okraj
authority-kind-region = samoupravna regija
authority-kind-urban-settlement = mestno naselje s samoupravo
authority-kind-rural-settlement = podeželsko naselje s samoupravo
authority-kind-municipal-district = občinski rajon
authority-kind-municipal-okrug = občinsko okrožje
authority-kind-urban-okrug = mestno okrožje
authority-kind-inner-city-formation = občina znotraj mesta

## Registri samoupravnih skupnosti

code-scheme-terc = poljski register občin in okrajev (TERC)
code-scheme-si-municipality = številke slovenskih občin
code-scheme-oktmo = ruski klasifikator občin (OKTMO)
code-scheme-lau = lokalne upravne enote Eurostata (LAU)
code-scheme-nuts = regije Eurostata (NUTS)
code-scheme-iso3166-2 = deli držav (ISO 3166-2)
code-scheme-fictitious = izmišljeno za potrebe primerov

## Sodelovanje

standing-claimed = navedeno, še ni potrjeno
standing-confirmed = potrjeno { DATE($on, style: "short") }

confirm-error-of-another = Sodelovanje lahko potrdi samo pooblaščena oseba občine, s katero poteka ({ $authority }).
confirm-error-not-in-office = Sodelovanja ni mogoče potrditi z dnem { DATE($on, style: "short") }, ker funkcija takrat ni bila zasedena. Čas trajanja funkcije: { $held }.
confirm-error-already-confirmed = Sodelovanje je bilo potrjeno že { DATE($on, style: "short") }.

## Denar

money-error-too-fine = { $decimals ->
    [0] Zneska { $amount } { $currency } ni mogoče izplačati: v tej valuti se plačuje v celih enotah.
    [one] Zneska { $amount } { $currency } ni mogoče izplačati: zneski v tej valuti imajo { $decimals } decimalko.
    [two] Zneska { $amount } { $currency } ni mogoče izplačati: zneski v tej valuti imajo { $decimals } decimalki.
    [few] Zneska { $amount } { $currency } ni mogoče izplačati: zneski v tej valuti imajo { $decimals } decimalke.
   *[other] Zneska { $amount } { $currency } ni mogoče izplačati: zneski v tej valuti imajo { $decimals } decimalk.
}
money-error-too-large = Znesek v valuti { $currency } je prevelik za obdelavo.
money-error-two-currencies = Zneskov v valutah { $left } in { $right } ni mogoče sešteti brez menjalnega tečaja.

split-error-no-weight = Zneska ni mogoče razdeliti, ker ni nobenega deleža, večjega od nič.

## Organizacije

organisation-kind-ministry = ministrstvo
organisation-kind-agency = javna agencija
organisation-kind-public-administration = drug organ javne uprave
organisation-kind-faculty = univerza ali fakulteta
organisation-kind-association-of-authorities = združenje občin
organisation-kind-chamber = zbornica
organisation-kind-development-centre = razvojni center
organisation-kind-public-institution = javni zavod
organisation-kind-ngo = nevladna organizacija
organisation-kind-company = podjetje
organisation-kind-fund = sklad

# Čigavo je ime, stavek loči po ključu.
party-authority = { $authority }
party-organisation = { $organisation }

## Partnerji

partner-role-lead = vodilni partner
partner-role-partner = partner
partner-role-commissioner = naročnik
partner-role-developer = avtor vsebine
partner-role-implementer = izvajalec
partner-role-provider = izvajalec usposabljanja
partner-role-funder = financer
partner-role-supporter = podpornik

## Obdobja

period-error = Obdobje bi se končalo { DATE($until, style: "short") }, torej pred začetkom { DATE($from, style: "short") }.
