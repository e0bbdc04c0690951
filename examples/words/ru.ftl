### Что говорит пример `academy`.

## Части сводки

part-recruitment = Набор
part-participation = Пройденные модули
part-register = Реестр свидетельств
part-represented = Представленные муниципалитеты и учреждения
part-survey = Опрос
part-successor = Кто мог бы присоединиться: { $programme }

## Столбцы и строки

column-purpose = Цель
column-modelled-on = Образец
column-part-of = Часть программы
column-edition = Поток
column-form = Форма
column-duration = Длительность
column-partner = Партнёр
column-roles = Роли
column-module = Модуль
column-window = Приём заявок
column-seats = Места
column-rule = Правило
column-who-may-come = Кто может участвовать
column-applicant = Заявитель
column-sent-by = Кто направляет
column-position = Должность
column-decision = Решение
column-conditions-met = Выполненные условия
column-completed = Пройдено
column-first = Первый день
column-last = Последний день
column-issued-by = Кто выдаёт
column-handed-over = Вручение
column-number = Номер
column-holder = Имя и фамилия
column-certificate = Свидетельство
column-version = Версия
column-issued-on = Дата выдачи
column-ceremony-on = Дата вручения
column-place = Место
column-status = Статус
column-note = Примечание
column-kind = Вид
column-count = Число
column-which = Какие
column-question = Вопрос
column-answers = Ответов
column-mean = Среднее
column-distribution = Распределение
column-person = Имя и фамилия
column-from = Муниципалитет
column-could-join = Может присоединиться
column-why = Почему

## Программа

offered-umbrella = «{ $title }»; проводят: { $run-by }{ $since ->
    [absent] { "" }
   *[other] { "" }; с { $since } года
}{ $activities ->
    [absent] { "" }
   *[other] { "" }; мероприятия: { $activities }
}
offered-form = { $pilot ->
    [true] { $delivery }, в пилотном режиме
   *[false] { $delivery }
}
offered-duration = { $weeks ->
    [one] { $weeks } неделя
    [few] { $weeks } недели
    [many] { $weeks } недель
   *[other] { $weeks } недели
}, с { $from } по { $until }
offered-steward = куратор программы

## Набор и заявки

called-window = с { $from } по { $until } ({ $zone })
called-rule = { $rule }, версия { $version } ({ $hash }…)
applied-institution = { $institution } ({ $authority })
applied-seated = { $status }, место { $seat }
applied-none = ни одно (см. ниже)
applied-unsettled = не выяснено (см. ниже)
applied-otherwise = см. ниже
applied-not-examined = не рассмотрена
applied-by-authority = { $position ->
    [absent] { $name }; направляет муниципалитет { $authority }
   *[other] { $name }, { $position }; направляет муниципалитет { $authority }
}
applied-by-institution = { $position ->
    [absent] { $name }; направляет { $institution }; заявлено сотрудничество с муниципалитетом { $authority }
   *[other] { $name }, { $position }; направляет { $institution }; заявлено сотрудничество с муниципалитетом { $authority }
}
applied-not-in-time = В срок не удалось выяснить, выполнены ли условия.
applied-counted = { $applications ->
    [one] { $applications } заявка
    [few] { $applications } заявки
    [many] { $applications } заявок
   *[other] { $applications } заявки
}: принято { $admitted }, отклонено { $refused }, отозвано { $withdrawn }

## Участие и свидетельства

taken-of = { $done } из { $all }
taken-all = { $modules ->
    [1] Единственный модуль
    [one] Все { $modules } модуль
    [few] Все { $modules } модуля
    [many] Все { $modules } модулей
   *[other] Все { $modules } модуля
} { $done ->
    [one] прошёл { $done } участник
    [few] прошли { $done } участника
    [many] прошли { $done } участников
   *[other] прошли { $done } участника
} из { $all }
taken-outstanding = { $name }: пройдены не все модули, осталось: { $modules }
taken-handed-over = { DATE($on, style: "weekday") }, { $place }
taken-certificates = { $certificates ->
    [one] { $certificates } свидетельство
    [few] { $certificates } свидетельства
    [many] { $certificates } свидетельств
   *[other] { $certificates } свидетельства
} для { $participants ->
    [one] { $participants } участника
    [few] { $participants } участников
    [many] { $participants } участников
   *[other] { $participants } участника
}
taken-institution = учреждение, сотрудничающее с муниципалитетом

## Опрос

asked-answered = Заполнено анкет: { $answered } из { $invited }, без имён. Вопрос, на который ответило менее { $cell ->
    [one] { $cell } человека
    [few] { $cell } человек
    [many] { $cell } человек
   *[other] { $cell } человека
}, не показывается.
asked-suppressed = не показывается
asked-below = см. ниже
asked-remark = «{ $text }»
asked-would-go-on = Хотят продолжить обучение: { $yes } из { $n }

## Продолжение программы

joins-yes = да
joins-no = нет
joins-unsettled = не выяснено
joins-counted = { $could ->
    [one] Может присоединиться { $could } человек
    [few] Могут присоединиться { $could } человека
    [many] Могут присоединиться { $could } человек
   *[other] Могут присоединиться { $could } человека
} из { $all }

## Под сводкой

closing-specimen = Образец: программа, её партнёры и восемь городских муниципалитетов существуют на самом деле. Всё остальное вымышлено: люди, их ответы, прочие муниципалитеты и учреждения.
closing-files = Файлы в папке { $out }: записано { $changed }, без изменений { $same }
closing-same = Всё обучение уже сохранено: ничего не изменилось
closing-stored = { $stored ->
    [one] Сохранён { $stored } шаг
    [few] Сохранено { $stored } шага
    [many] Сохранено { $stored } шагов
   *[other] Сохранено { $stored } шага
}
closing-resumed = Предыдущий запуск прервался; { $stored ->
    [one] сохранён недостававший { $stored } шаг
    [few] сохранены недостававшие { $stored } шага
    [many] сохранены недостававшие { $stored } шагов
   *[other] сохранены недостававшие { $stored } шага
} из { $steps }

## Свидетельство

printed-certificate = Свидетельство
printed-certifies = Настоящее свидетельство получает
printed-completed = за прохождение всех модулей программы
printed-given = { $place }, { $on }
printed-number = № { $number }
printed-specimen = Образец, люди вымышлены

erased = [удалено]
day = { DATE($day, style: "short") }

## Шаги запуска

deed-name-files = запись об исходных файлах
deed-draft-programme = подготовка программы
deed-approve-programme = утверждение программы
deed-offer-programme = включение программы в предложение
deed-plan-edition = планирование потока
deed-announce-edition = объявление потока
deed-begin-edition = начало потока
deed-finish-edition = завершение потока
deed-announce-recruitment = объявление набора
deed-open-recruitment = открытие набора
deed-close-recruitment = закрытие набора
deed-finish-recruitment = завершение набора
deed-submit-application = подача заявки { $of }
deed-withdraw-application = отзыв заявки { $of }
deed-decide-application = рассмотрение заявки { $of }
deed-refuse-application = отклонение заявки { $of }
deed-confirm-application = подтверждение заявки { $of }
deed-admit-application = зачисление по заявке { $of }
deed-join = начало участия { $person }
deed-complete = зачёт модуля { $module }, участник { $of }
deed-finish-participation = завершение участия { $person }
deed-open-survey = начало опроса
deed-issue-tokens = выдача кодов доступа к опросу
deed-spend-token = использование кода доступа к опросу № { $nth }
deed-collect-answers = сбор ответов
deed-close-survey = завершение опроса
deed-draft-practice = составление описания практики { $practice }
deed-submit-practice = подача описания практики { $practice }
deed-review-practice = рецензирование практики { $practice }
deed-publish-practice = публикация практики { $practice }
deed-open-register = открытие реестра
deed-adopt-scheme = принятие образца свидетельства
deed-issue-certificates = выдача свидетельств
deed-read = чтение записей ({ $kind })

## Почему запуск прервался

mishap-files = Эти файлы использовать нельзя. Ничего не сохранено.
mishap-refused = { $origin }: { $step }: { $reason }
mishap-store = Запуск прервался на шаге «{ $step }». Запустите ещё раз, и он продолжится с этого места.
mishap-papers = Документы не удалось составить.
mishap-handbook = Сборник не удалось составить по файлу handbook.toml.
mishap-path = «{ $path }» не удаётся записать.
mishap-unopened = Хранилище не удаётся открыть.
mishap-other-files = В хранилище это обучение сохранено по другим файлам. Укажите другое хранилище параметром --store.
mishap-unreadable = Записи не удаётся прочитать.
missing-programme = В хранилище нет программы.
missing-edition = В хранилище нет потока.
missing-recruitment = В хранилище нет набора.
missing-scheme = В хранилище нет образца, по которому выдано свидетельство.
missing-application = В хранилище нет заявки обладателя свидетельства.
mishap-screen = Результат не удаётся показать.
mishap-cause = Причина: { $text }
