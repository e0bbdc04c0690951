## Who acts

actor-person = a person in their own name
actor-in-office = { $office ->
    [coordinator] a person acting as coordinator
    [chair] a person acting as chair
    [moderator] a person acting as moderator
    [steward] a person acting as steward
    [mayor] a person acting as head of an authority
    [authorised_officer] a person acting as authorised officer
   *[other] a person in the office “{ $office }”
}
actor-body = a body by its decision
actor-system = the software ({ $system })

## Authorities

task-level-commune = municipal tasks
task-level-county = county tasks
task-level-region = regional tasks

authority-kind-municipality = municipality
authority-kind-city-municipality = city municipality
authority-kind-urban-commune = urban commune
authority-kind-rural-commune = rural commune
authority-kind-urban-rural-commune = urban-rural commune
authority-kind-city-with-county-rights = city with county rights
authority-kind-county = county
authority-kind-region = self-governing region
authority-kind-urban-settlement = urban settlement
authority-kind-rural-settlement = rural settlement
authority-kind-municipal-district = municipal district
authority-kind-municipal-okrug = municipal okrug
authority-kind-urban-okrug = urban okrug
authority-kind-inner-city-formation = municipality inside a city

## Registers of authorities

code-scheme-terc = Polish register of communes and counties (TERC)
code-scheme-si-municipality = numbers of Slovene municipalities
code-scheme-oktmo = Russian classifier of municipalities (OKTMO)
code-scheme-lau = local administrative units of Eurostat (LAU)
code-scheme-nuts = regions of Eurostat (NUTS)
code-scheme-iso3166-2 = subdivisions of countries (ISO 3166-2)
code-scheme-fictitious = invented for examples

## Cooperation

standing-claimed = claimed, not confirmed yet
standing-confirmed = confirmed on { $on }

confirm-error-of-another = Only an officer of the authority that the cooperation is with can confirm it ({ $authority }).
confirm-error-not-in-office = The cooperation cannot be confirmed on { $on }, because the office was not held on that day. Term of office: { $held }.
confirm-error-already-confirmed = The cooperation was already confirmed on { $on }.

## Money

money-error-too-fine = { $decimals ->
    [0] The amount { $amount } { $currency } cannot be paid: this currency is paid in whole units.
    [one] The amount { $amount } { $currency } cannot be paid: this currency has { $decimals } decimal place.
   *[other] The amount { $amount } { $currency } cannot be paid: this currency has { $decimals } decimal places.
}
money-error-too-large = The amount in { $currency } is too large to be counted.
money-error-two-currencies = Amounts in { $left } and in { $right } cannot be added up without an exchange rate.

split-error-no-weight = The amount cannot be divided, because nobody has a share greater than zero.

## Organisations

organisation-kind-ministry = ministry
organisation-kind-agency = government agency
organisation-kind-public-administration = other public administration
organisation-kind-faculty = university or faculty
organisation-kind-association-of-authorities = association of local authorities
organisation-kind-chamber = chamber
organisation-kind-development-centre = development centre
organisation-kind-public-institution = public institution
organisation-kind-ngo = non-governmental organisation
organisation-kind-company = company
organisation-kind-fund = fund

# Whose name it is, a sentence selects by the key.
party-authority = { $authority }
party-organisation = { $organisation }

## Partners

partner-role-lead = lead partner
partner-role-partner = partner
partner-role-commissioner = commissioning body
partner-role-developer = developer of the content
partner-role-implementer = implementing body
partner-role-provider = teaching body
partner-role-funder = funding body
partner-role-supporter = supporting body

## Periods

period-error = The period would end on { $until }, before it begins on { $from }.
