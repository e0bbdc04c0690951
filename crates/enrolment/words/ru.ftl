## Seats at one moment

seats = { $capacity-key ->
    [unlimited] { $held ->
        [0] Мест пока не предоставлено; число мест не ограничено.
        [one] Предоставлено { $held } место; число мест не ограничено.
        [few] Предоставлено { $held } места; число мест не ограничено.
        [many] Предоставлено { $held } мест; число мест не ограничено.
       *[other] Предоставлено { $held } места; число мест не ограничено.
    }
   *[seats] { $over ->
        [0] { $left ->
            [0] Свободных мест больше нет; предоставлено мест: { $held }.
            [one] Осталось { $left } место; предоставлено мест: { $held }.
            [few] Осталось { $left } места; предоставлено мест: { $held }.
            [many] Осталось { $left } мест; предоставлено мест: { $held }.
           *[other] Осталось { $left } места; предоставлено мест: { $held }.
        }
        [one] Свободных мест больше нет; предоставлено на { $over } место больше, чем есть ({ $capacity }).
        [few] Свободных мест больше нет; предоставлено на { $over } места больше, чем есть ({ $capacity }).
        [many] Свободных мест больше нет; предоставлено на { $over } мест больше, чем есть ({ $capacity }).
       *[other] Свободных мест больше нет; предоставлено на { $over } места больше, чем есть ({ $capacity }).
    }
}

## Capacity

capacity-unlimited = без ограничения
capacity-seats = { $seats ->
    [one] { $seats } место
    [few] { $seats } места
    [many] { $seats } мест
   *[other] { $seats } места
}

## AdmissionMode

admission-mode-rolling = сразу, пока есть места
admission-mode-officer-confirms = после подтверждения ответственным лицом

## AdmitUntil

admit-until-start = до начала потока
admit-until-end = до окончания потока

## SenderKind

sender-kind-authority = муниципалитет
sender-kind-institution = учреждение

## ConsentPolicy

consent-policy-not-needed = согласие не требуется
consent-policy-superior = { $for-heads-key ->
    [competent-body] согласие руководителя, а для глав муниципалитетов — компетентного органа
    [not-applicable] согласие руководителя, кроме глав муниципалитетов
   *[other] согласие руководителя; для глав муниципалитетов: { $for-heads }
}

## HeadConsent

head-consent-competent-body = согласие компетентного органа
head-consent-not-applicable = согласие не требуется

## ConsentFrom

consent-from-superior = руководитель
consent-from-competent-body = компетентный орган

## PolicyError

policy-error-no-sender = В правилах набора должно быть указано, кто может направлять участников.
policy-error-rule = { $count ->
    [one] Условия участия нельзя применить: в них { $count } ошибка.
    [few] Условия участия нельзя применить: в них { $count } ошибки.
    [many] Условия участия нельзя применить: в них { $count } ошибок.
   *[other] Условия участия нельзя применить: в них { $count } ошибки.
}

## RecruitmentStatus

recruitment-status-announced = объявлен
recruitment-status-open = открыт
recruitment-status-closed = закрыт
recruitment-status-finished = завершён

## RecruitmentRefusal

recruitment-refusal-already-announced = Набор уже объявлен, но на других условиях.
recruitment-refusal-not-announced = Набор ещё не объявлен.
recruitment-refusal-edition-takes-nobody = { $status-key ->
    [absent] Вести набор на этот поток нельзя: он ещё не запланирован.
    [planned] Вести набор на этот поток пока нельзя: он ещё не объявлен.
    [running] Вести набор на этот поток больше нельзя: он уже начался.
    [finished] Вести набор на этот поток больше нельзя: он завершён.
    [cancelled] Вести набор на этот поток больше нельзя: он отменён.
   *[other] На этом этапе вести набор на этот поток нельзя: { $status }.
}
recruitment-refusal-other-edition = Этот набор относится к другому потоку.
recruitment-refusal-too-early = Ещё слишком рано: заявки принимаются с { $from } (часовой пояс: { $zone }).
recruitment-refusal-window-passed = { $inclusive ->
    [true] Уже слишком поздно: заявки принимались по { $until } включительно (часовой пояс: { $zone }).
   *[false] Уже слишком поздно: заявки принимались до { $until } (часовой пояс: { $zone }).
}
recruitment-refusal-window-lasts = { $inclusive ->
    [true] Закрыть набор пока нельзя: было объявлено, что подать заявку можно по { $until } включительно (часовой пояс: { $zone }).
   *[false] Закрыть набор пока нельзя: было объявлено, что подать заявку можно до { $until } (часовой пояс: { $zone }).
}
recruitment-refusal-over = { $status-key ->
    [closed] Набор закрыт, и открыть его снова нельзя.
    [finished] Набор завершён, и открыть его снова нельзя.
   *[other] На этом этапе открыть набор нельзя: { $status }.
}
recruitment-refusal-not-closed = { $status-key ->
    [announced] Сначала набор нужно закрыть: пока он только объявлен.
    [open] Сначала набор нужно закрыть: он ещё открыт.
   *[other] Сначала набор нужно закрыть; сейчас он на этапе: { $status }.
}
recruitment-refusal-finished = Набор завершён, и в нём больше ничего не меняется.
recruitment-refusal-policy-version = Следующая версия правил — { $expected }, а указана { $given }.

## A fact that is missing

missing-fact = { $fact ->
    [absent] другое подтверждение, которое хранится в другом месте
   *[other] «{ $fact }»
}

## ApplicationRefusal

application-refusal-not-announced = Набор ещё не объявлен.
application-refusal-not-open = { $status-key ->
    [announced] Сделать это пока нельзя: набор объявлен, но ещё не открыт.
    [closed] Сделать это больше нельзя: набор закрыт.
    [finished] Сделать это больше нельзя: набор завершён.
   *[other] На этом этапе набора сделать это нельзя: { $status }.
}
application-refusal-outside-window = { $inclusive ->
    [true] Заявки принимаются с { $from } по { $until } включительно (часовой пояс: { $zone }).
   *[false] Заявки принимаются с { $from } до { $until } (часовой пояс: { $zone }).
}
application-refusal-elsewhere = Заявка принадлежит другому лицу или относится к другому набору.
application-refusal-sender-not-admitted = { $sender-key ->
    [authority] В этом наборе муниципалитеты не могут направлять участников.
    [institution] В этом наборе учреждения не могут направлять участников.
   *[other] В этом наборе такая сторона не может направлять участников: { $sender }.
}
application-refusal-already-applied = { $status-key ->
    [submitted] Заявка от этого лица уже подана и ждёт решения.
    [unsettled] Заявка от этого лица уже подана, но ещё не решено, соответствует ли она условиям.
    [eligible] Заявка от этого лица уже подана и соответствует условиям.
    [ineligible] Заявка от этого лица уже подана и не соответствует условиям.
    [admitted] Заявка от этого лица уже подана, и место предоставлено.
   *[other] Заявка от этого лица уже подана; её состояние: { $status }.
}
application-refusal-not-applied = Заявки от этого лица нет.
application-refusal-has-seat = Этому лицу уже предоставлено место.
application-refusal-withdrawn = Заявка отозвана.
application-refusal-refused = Заявка отклонена.
application-refusal-moment-to-come = Нельзя принимать решение по состоянию на { $at }: этот момент ещё не наступил.
application-refusal-rule-not-in-force = На { $day } условия участия не действовали.
application-refusal-other-authority = { $expected ->
    [absent] Это лицо не представляет ни одного муниципалитета, но были запрошены сведения об одном из них.
   *[other] Это лицо представляет муниципалитет { $expected }, но были запрошены сведения о другом.
}
application-refusal-no-such-authority = Никого нельзя направить от муниципалитета { $authority }: на { $day } он не существует.
application-refusal-undecided = Ещё не решено, может ли это лицо участвовать.
application-refusal-not-eligible = Подтвердить можно только заявку, которая соответствует условиям.
application-refusal-already-confirmed = Другое ответственное лицо уже подтвердило, что место можно предоставить.
application-refusal-no-consent-needed = На участие этого лица ничьё согласие не требуется.
application-refusal-consent-of-other = { $asked-key ->
    [superior] Требуется согласие руководителя.
    [competent-body] Требуется согласие компетентного органа.
   *[other] Согласие должна дать другая сторона: { $asked }.
}
application-refusal-own-consent = Никто не может дать согласие на собственное участие.
application-refusal-no-reason-slot = { $class ->
    [contact] Обоснование нельзя хранить там, где хранятся контактные данные.
    [register_minimum] Обоснование нельзя хранить там, где хранятся записи реестра.
    [special_needs] Обоснование нельзя хранить там, где хранятся сведения об особых потребностях.
   *[other] Обоснование можно хранить только там, где хранятся тексты в свободной форме.
}
application-refusal-evidence-may-come = { $inclusive ->
    [true] Отклонить заявку пока нельзя: недостающие сведения можно предоставить по { $until } включительно (часовой пояс: { $zone }).
   *[false] Отклонить заявку пока нельзя: недостающие сведения можно предоставить до { $until } (часовой пояс: { $zone }).
}
application-refusal-not-asked-for = { $nothing ->
    [true] Срок подачи заявок истёк, и недостающих сведений, которые ещё можно предоставить, нет.
   *[false] Срок подачи заявок истёк, и предоставить можно только недостающие сведения: { $missing }.
}
application-refusal-nothing-against = Отклонить заявку нельзя: она соответствует условиям, и возражений против неё нет.

## AdmissionRefusal

admission-refusal-elsewhere = Набор, поток, места и заявка не относятся друг к другу.
admission-refusal-not-admitting = { $status-key ->
    [absent] Предоставлять места пока нельзя: набор ещё не объявлен.
    [announced] Предоставлять места пока нельзя: набор объявлен, но ещё не открыт.
    [finished] Предоставлять места больше нельзя: набор завершён.
   *[other] На этом этапе набора предоставлять места нельзя: { $status }.
}
admission-refusal-edition-takes-nobody = { $status-key ->
    [absent] Предоставлять места на этом потоке нельзя: он ещё не запланирован.
    [planned] Предоставлять места на этом потоке пока нельзя: он ещё не объявлен.
    [finished] Предоставлять места на этом потоке больше нельзя: он завершён.
    [cancelled] Предоставлять места на этом потоке больше нельзя: он отменён.
   *[other] На этом этапе предоставлять места на этом потоке нельзя: { $status }.
}
admission-refusal-too-late = { $until-key ->
    [start] Предоставлять места больше нельзя: они предоставлялись до начала потока.
    [end] Предоставлять места больше нельзя: они предоставлялись до окончания потока.
   *[other] Предоставлять места больше нельзя; срок, до которого они предоставлялись: { $until }.
}
admission-refusal-not-applied = Заявки от этого лица нет.
admission-refusal-withdrawn = Заявка отозвана.
admission-refusal-refused = Заявка отклонена.
admission-refusal-already-admitted = Этому лицу уже предоставлено место номер { $seat }.
admission-refusal-undecided = Ещё не решено, может ли это лицо участвовать.
admission-refusal-unsettled = { $nothing ->
    [true] Неизвестно, может ли это лицо участвовать; это должно решить ответственное лицо.
   *[false] Неизвестно, может ли это лицо участвовать. Не хватает следующих сведений: { $missing }.
}
admission-refusal-not-eligible = Место предоставить нельзя: условия участия не выполнены.
admission-refusal-unconfirmed = Сначала ответственное лицо должно подтвердить, что место можно предоставить.
admission-refusal-consent-missing = { $asked-key ->
    [superior] Согласия руководителя ещё нет.
    [competent-body] Согласия компетентного органа ещё нет.
   *[other] Необходимого согласия ещё нет; кто его даёт: { $asked }.
}
admission-refusal-consent-withheld = { $asked-key ->
    [superior] Руководитель не даёт согласия.
    [competent-body] Компетентный орган не даёт согласия.
   *[other] В необходимом согласии отказано; кто его даёт: { $asked }.
}
admission-refusal-full = Свободных мест больше нет: предоставлено { $held } из { $seats }.

## ApplicationStatus

application-status-submitted = подана
application-status-unsettled = требует решения
application-status-eligible = соответствует условиям
application-status-ineligible = не соответствует условиям
application-status-admitted = принята
application-status-refused = отклонена
application-status-withdrawn = отозвана

## Ground

ground-not-eligible = условия не выполнены
ground-not-settled = в срок не решено, выполнены ли условия
ground-consent-withheld = в согласии отказано

## SubmissionError

submission-error-no-contact-slot = { $class ->
    [register_minimum] Контактные данные нельзя хранить там, где хранятся записи реестра.
    [special_needs] Контактные данные нельзя хранить там, где хранятся сведения об особых потребностях.
    [free_text] Контактные данные нельзя хранить там, где хранятся тексты в свободной форме.
   *[other] Контактные данные нужно хранить в отведённом только для них месте.
}

## ConsentAnswer

consent-answer-given = дано
consent-answer-withheld = не дано
