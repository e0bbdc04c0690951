## Почему свидетельство не полагается

no-award-unmet = Условие «{ $criterion }» (версия { $version }) не выполнено.
no-award-undetermined = { $missing ->
    [0] Выполнено ли условие «{ $criterion }» (версия { $version }), ещё должно решить ответственное лицо.
    [one] Пока нельзя сказать, выполнено ли условие «{ $criterion }» (версия { $version }): не хватает сведений по { $missing } пункту.
    [few] Пока нельзя сказать, выполнено ли условие «{ $criterion }» (версия { $version }): не хватает сведений по { $missing } пунктам.
    [many] Пока нельзя сказать, выполнено ли условие «{ $criterion }» (версия { $version }): не хватает сведений по { $missing } пунктам.
   *[other] Пока нельзя сказать, выполнено ли условие «{ $criterion }» (версия { $version }): не хватает сведений по { $missing } пунктам.
}
no-award-waiver-not-needed = Условие выполнено, поэтому исключение не требуется.
no-award-waiver-reason = Обоснование исключения хранится как свободный текст; указана ячейка иного назначения.

## Что реестр говорит о свидетельстве

status-not-yet-valid = действует с { $from }
status-valid = { $last-day ->
    [absent] действует
   *[other] действует по { $last-day }
}
status-expired = срок действия истёк { $last-day }
status-revoked = отозвано с { $from }

## Что выдача значит для одного человека

outcome-receives = Будет выдано свидетельство № { $number }.
outcome-issued = Свидетельство № { $number } уже было выдано ранее.

## Номера

number-error = В номере свидетельства не более 96 знаков: буквы, цифры и знаки -/._:().

## Почему нельзя открыть реестр

open-refusal-already = Реестр уже открыт, дни в нём отсчитываются по часовому поясу { $zone }.
open-refusal-other-issuer = У каждой выдающей организации один реестр, а этот принадлежит другой организации.

## Почему нельзя принять образец

adopt-refusal-not-open = Реестр ещё не открыт.
adopt-refusal-other-content = Версия { $version } образца «{ $scheme }» уже принята с другим содержанием. Присвойте изменению новый номер версии.
adopt-refusal-not-newer = Уже принята версия { $newest } образца «{ $code }». У новой версии номер должен быть больше.

## Почему нельзя выдать свидетельства

issue-refusal-not-open = Реестр ещё не открыт.
issue-refusal-unknown-scheme = В реестре не принята версия { $version } образца «{ $scheme }».
issue-refusal-not-in-force = Условие «{ $criterion }» (версия { $version }) на дату { $on } не действует.
issue-refusal-year = Дата свидетельства не может быть { $on }: год записывается четырьмя цифрами.
issue-refusal-no-such-day = В часовом поясе { $zone } нет дня { $on }
issue-refusal-candidates = { $refused ->
    [one] Не выдано ни одного свидетельства: его не может получить { $refused } человек из списка (всего в списке: { $of }).
    [few] Не выдано ни одного свидетельства: его не могут получить { $refused } человека из списка (всего в списке: { $of }).
    [many] Не выдано ни одного свидетельства: его не могут получить { $refused } человек из списка (всего в списке: { $of }).
   *[other] Не выдано ни одного свидетельства: его не могут получить { $refused } человека из списка (всего в списке: { $of }).
}

## Почему один человек из списка не может получить свидетельство

candidate-refusal-no-facts = Об участии этого человека ничего не известно.
candidate-refusal-holds = У этого человека уже есть свидетельство № { $number } этого образца за тот же цикл.
candidate-refusal-twice = Этот человек указан в списке дважды.
candidate-refusal-id-taken = Внутренний номер этого свидетельства уже занят другим свидетельством.
candidate-refusal-holder-class = Имя хранится в составе обязательных сведений реестра; указана ячейка иного назначения.
candidate-refusal-slot-taken = Ячейка, указанная для данных этого человека, уже занята другой записью.
candidate-refusal-used-up = Все номера вида «{ $format }» использованы.

## Почему нельзя отозвать свидетельство

revoke-refusal-not-open = Реестр ещё не открыт.
revoke-refusal-unknown = Такого свидетельства в реестре нет.
revoke-refusal-already = Свидетельство № { $number } уже отозвано с { $from } и остаётся отозванным.
revoke-refusal-ahead = Отзыв действует сразу или с более раннего дня: { $from } ещё не наступило, сегодня { $today }
revoke-refusal-before-issue = Отозвать свидетельство с { $from } нельзя, самый ранний возможный день: { $earliest }
revoke-refusal-no-such-day = В часовом поясе { $zone } нет дня { $from }
revoke-refusal-reason-class = Обоснование отзыва хранится как свободный текст; указана ячейка иного назначения.
revoke-refusal-slot-taken = Ячейка, указанная для обоснования, уже занята другой записью.

## Что удостоверяет свидетельство

kind-attendance = участие
kind-completion = завершение обучения
kind-examined = сданный экзамен

extent-minutes = { $minutes ->
    [one] { $minutes } минута
    [few] { $minutes } минуты
    [many] { $minutes } минут
   *[other] { $minutes } минуты
}
extent-course-hours = { $hours ->
    [one] { $hours } академический час
    [few] { $hours } академических часа
    [many] { $hours } академических часов
   *[other] { $hours } академического часа
}

statement-error = То, что удостоверяется, закончилось бы { $last-day }, раньше своего начала { $first-day }

## Как долго действуют свидетельства

validity-unlimited = бессрочно
validity-years = { $years ->
    [one] { $years } год
    [few] { $years } года
    [many] { $years } лет
   *[other] { $years } года
}
validity-months = { $months ->
    [one] { $months } месяц
    [few] { $months } месяца
    [many] { $months } месяцев
   *[other] { $months } месяца
}
validity-end-of-year = { $years ->
    [0] до конца года выдачи
    [1] до конца года, следующего за годом выдачи
    [one] до конца { $years }-го года после года выдачи
    [few] до конца { $years }-го года после года выдачи
    [many] до конца { $years }-го года после года выдачи
   *[other] до конца { $years }-го года после года выдачи
}
