## Kto działa

actor-person = osoba we własnym imieniu
actor-in-office = { $office ->
    [coordinator] osoba pełniąca funkcję koordynatora
    [chair] osoba przewodnicząca
    [moderator] osoba moderująca
    [steward] osoba sprawująca pieczę nad programem
    [mayor] osoba kierująca jednostką samorządu
    [authorised_officer] osoba upoważniona
   *[other] osoba pełniąca funkcję „{ $office }”
}
actor-body = organ na mocy swojej decyzji
actor-system = oprogramowanie ({ $system })

## Jednostki samorządu

task-level-commune = zadania gminy
task-level-county = zadania powiatu
task-level-region = zadania województwa

authority-kind-municipality = gmina
authority-kind-city-municipality = gmina miejska w Słowenii
authority-kind-urban-commune = gmina miejska
authority-kind-rural-commune = gmina wiejska
authority-kind-urban-rural-commune = gmina miejsko-wiejska
authority-kind-city-with-county-rights = miasto na prawach powiatu
authority-kind-county = powiat
authority-kind-region = województwo
authority-kind-urban-settlement = osiedle miejskie
authority-kind-rural-settlement = osiedle wiejskie
authority-kind-municipal-district = rejon municypalny
authority-kind-municipal-okrug = okręg municypalny
authority-kind-urban-okrug = okręg miejski
authority-kind-inner-city-formation = jednostka samorządu w obrębie miasta

## Rejestry jednostek samorządu

code-scheme-terc = polski rejestr gmin i powiatów (TERC)
code-scheme-si-municipality = numery gmin Słowenii
code-scheme-oktmo = rosyjski klasyfikator jednostek municypalnych (OKTMO)
code-scheme-lau = lokalne jednostki administracyjne Eurostatu (LAU)
code-scheme-nuts = regiony Eurostatu (NUTS)
code-scheme-iso3166-2 = jednostki podziału państw (ISO 3166-2)
code-scheme-fictitious = fikcyjne, na potrzeby przykładów

## Współpraca

standing-claimed = zgłoszona, jeszcze niepotwierdzona
standing-confirmed = potwierdzona { $on }

confirm-error-of-another = Współpracę może potwierdzić tylko osoba pełniąca funkcję w jednostce samorządu, której ta współpraca dotyczy ({ $authority }).
confirm-error-not-in-office = Współpracy nie można potwierdzić z datą { $on }: w tym dniu funkcja nie była sprawowana. Okres jej sprawowania: { $held }.
confirm-error-already-confirmed = Współpraca została już potwierdzona { $on }.

## Pieniądze

money-error-too-fine = { $decimals ->
    [0] Kwoty { $amount } { $currency } nie można wypłacić: w tej walucie płaci się w pełnych jednostkach.
    [one] Kwoty { $amount } { $currency } nie można wypłacić: kwoty w tej walucie mają { $decimals } miejsce po przecinku.
    [few] Kwoty { $amount } { $currency } nie można wypłacić: kwoty w tej walucie mają { $decimals } miejsca po przecinku.
    [many] Kwoty { $amount } { $currency } nie można wypłacić: kwoty w tej walucie mają { $decimals } miejsc po przecinku.
   *[other] Kwoty { $amount } { $currency } nie można wypłacić: kwoty w tej walucie mają { $decimals } miejsca po przecinku.
}
money-error-too-large = Kwota w walucie { $currency } jest zbyt duża, aby ją zapisać.
money-error-two-currencies = Kwot w walutach { $left } i { $right } nie można zsumować bez kursu wymiany.

split-error-no-weight = Kwoty nie można podzielić, ponieważ żaden udział nie jest większy od zera.

## Organizacje

organisation-kind-ministry = ministerstwo
organisation-kind-agency = agencja rządowa
organisation-kind-public-administration = inny organ administracji publicznej
organisation-kind-faculty = uczelnia lub wydział
organisation-kind-association-of-authorities = związek lub stowarzyszenie samorządów
organisation-kind-chamber = izba
organisation-kind-development-centre = ośrodek rozwoju
organisation-kind-public-institution = instytucja publiczna
organisation-kind-ngo = organizacja pozarządowa
organisation-kind-company = przedsiębiorstwo
organisation-kind-fund = fundusz

# Czyja to nazwa, zdanie rozróżnia po kluczu.
party-authority = { $authority }
party-organisation = { $organisation }

## Partnerzy

partner-role-lead = partner wiodący
partner-role-partner = partner
partner-role-commissioner = podmiot zamawiający
partner-role-developer = autor treści
partner-role-implementer = realizator
partner-role-provider = podmiot prowadzący zajęcia
partner-role-funder = podmiot finansujący
partner-role-supporter = podmiot wspierający

## Okresy

period-error = Okres kończyłby się { $until }, czyli przed swoim początkiem { $from }.
