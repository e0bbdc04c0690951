## Кто действует

actor-person = лицо от своего имени
actor-in-office = { $office ->
    [coordinator] лицо в качестве координатора
    [chair] лицо в качестве председателя
    [moderator] лицо в качестве модератора
    [steward] лицо в качестве куратора программы
    [mayor] лицо в качестве главы муниципалитета
    [authorised_officer] уполномоченное должностное лицо
   *[other] лицо в должности «{ $office }»
}
actor-body = орган своим решением
actor-system = информационная система ({ $system })

## Муниципальные образования

task-level-commune = задачи муниципалитета
task-level-county = задачи района
task-level-region = задачи региона

authority-kind-municipality = муниципалитет
authority-kind-city-municipality = городской муниципалитет
authority-kind-urban-commune = городская гмина
authority-kind-rural-commune = сельская гмина
authority-kind-urban-rural-commune = городско-сельская гмина
authority-kind-city-with-county-rights = город на правах повята
authority-kind-county = повят
authority-kind-region = самоуправляемый регион
authority-kind-urban-settlement = городское поселение
authority-kind-rural-settlement = сельское поселение
authority-kind-municipal-district = муниципальный район
authority-kind-municipal-okrug = муниципальный округ
authority-kind-urban-okrug = городской округ
authority-kind-inner-city-formation = внутригородское муниципальное образование

## Реестры муниципальных образований

code-scheme-terc = польский реестр гмин и повятов (TERC)
code-scheme-si-municipality = номера муниципалитетов Словении
code-scheme-oktmo = общероссийский классификатор территорий муниципальных образований (ОКТМО)
code-scheme-lau = местные административные единицы Евростата (LAU)
code-scheme-nuts = регионы Евростата (NUTS)
code-scheme-iso3166-2 = административно-территориальные единицы стран (ISO 3166-2)
code-scheme-fictitious = вымышлено для примеров

## Сотрудничество

standing-claimed = заявлено, пока не подтверждено
standing-confirmed = подтверждено { $on }

confirm-error-of-another = Сотрудничество может подтвердить только должностное лицо того муниципалитета, с которым оно ведётся ({ $authority }).
confirm-error-not-in-office = Сотрудничество нельзя подтвердить датой { $on }: в этот день полномочия не действовали (срок полномочий: { $held }).
confirm-error-already-confirmed = Сотрудничество уже подтверждено { $on }

## Деньги

money-error-too-fine = { $decimals ->
    [0] Сумму { $amount } { $currency } нельзя выплатить: в этой валюте платят только целыми единицами.
    [one] Сумму { $amount } { $currency } нельзя выплатить: в суммах этой валюты { $decimals } знак после запятой.
    [few] Сумму { $amount } { $currency } нельзя выплатить: в суммах этой валюты { $decimals } знака после запятой.
    [many] Сумму { $amount } { $currency } нельзя выплатить: в суммах этой валюты { $decimals } знаков после запятой.
   *[other] Сумму { $amount } { $currency } нельзя выплатить: в суммах этой валюты { $decimals } знака после запятой.
}
money-error-too-large = Сумма в валюте { $currency } слишком велика для учёта.
money-error-two-currencies = Суммы в валютах { $left } и { $right } нельзя сложить без обменного курса.

split-error-no-weight = Сумму нельзя разделить, потому что ни одна доля не больше нуля.

## Организации

organisation-kind-ministry = министерство
organisation-kind-agency = государственное агентство
organisation-kind-public-administration = другой орган государственного управления
organisation-kind-faculty = университет или факультет
organisation-kind-association-of-authorities = объединение муниципалитетов
organisation-kind-chamber = палата
organisation-kind-development-centre = центр развития
organisation-kind-public-institution = государственное или муниципальное учреждение
organisation-kind-ngo = негосударственная организация
organisation-kind-company = предприятие
organisation-kind-fund = фонд

# Чьё это название, предложение различает по ключу.
party-authority = { $authority }
party-organisation = { $organisation }

## Партнёры

partner-role-lead = ведущий партнёр
partner-role-partner = партнёр
partner-role-commissioner = заказчик
partner-role-developer = разработчик программы
partner-role-implementer = исполнитель
partner-role-provider = организация, ведущая обучение
partner-role-funder = финансирующая сторона
partner-role-supporter = поддерживающая сторона

## Сроки

period-error = Срок закончился бы { $until }, раньше своего начала { $from }
