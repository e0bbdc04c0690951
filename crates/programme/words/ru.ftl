### Что сообщают программы и потоки, по-русски.

## Как проходит обучение

delivery-mode-online = онлайн
delivery-mode-onsite = очно
delivery-mode-blended = частично онлайн, частично очно

## Сколько длится обучение

hours-course = { $count ->
    [one] { $count } академический час
    [few] { $count } академических часа
    [many] { $count } академических часов
   *[other] { $count } академического часа
}
hours-clock = { $count ->
    [one] { $count } астрономический час
    [few] { $count } астрономических часа
    [many] { $count } астрономических часов
   *[other] { $count } астрономического часа
}
hours-minutes = { $count ->
    [one] { $count } минута
    [few] { $count } минуты
    [many] { $count } минут
   *[other] { $count } минуты
}

## Мероприятие вне потока

outside = Мероприятие ({ $from } — { $until }) не укладывается в сроки потока ({ $first } — { $last }).

## На каком этапе поток

edition-status-planned = планируется
edition-status-announced = объявлен
edition-status-running = идёт
edition-status-finished = завершён
edition-status-cancelled = отменён

## На каком этапе программа или её версия

programme-status-draft = черновик
programme-status-approved = утверждена
programme-status-offered = предлагается
programme-status-retired = закрыта

## Почему программа отвечает отказом

programme-refusal-retired = Программа закрыта: новых версий у неё не будет, и предложить её снова нельзя. Чтобы её продолжить, заведите, пожалуйста, новую программу.
programme-refusal-other-code = Во всех версиях у программы код «{ $is }», а в новом описании указан «{ $wanted }». Пожалуйста, сохраните код или заведите отдельную программу.
programme-refusal-unknown-version = У программы ещё нет версии { $version }.
programme-refusal-target-unfit = { $count ->
    [one] Программу пока нельзя утвердить: в правиле для целевой группы { $count } ошибка.
    [few] Программу пока нельзя утвердить: в правиле для целевой группы { $count } ошибки.
    [many] Программу пока нельзя утвердить: в правиле для целевой группы { $count } ошибок.
   *[other] Программу пока нельзя утвердить: в правиле для целевой группы { $count } ошибки.
}
programme-refusal-not-approved = Версия { $version } — ещё черновик. Прежде чем её предлагать, её нужно утвердить.
programme-refusal-replaced = Версию { $version } больше нельзя предложить: её заменила версия { $offered }.
programme-refusal-never-approved = Ни одна версия этой программы ещё не утверждена, поэтому закрывать нечего.

## Почему поток отвечает отказом

edition-refusal-not-planned = Поток ещё не запланирован.
edition-refusal-already-public = { $status-key ->
    [announced] Поток уже объявлен, поэтому его план остаётся в силе. Отдельные мероприятия ещё можно перенести или отменить.
    [running] Поток уже идёт, поэтому его план остаётся в силе. Отдельные мероприятия ещё можно перенести или отменить.
    [finished] Поток завершён, поэтому его план больше не меняется.
   *[cancelled] Поток отменён, поэтому его план больше не меняется.
}
edition-refusal-not-possible = { $is-key ->
    [planned] Поток ещё только планируется
    [announced] Поток объявлен, но ещё не начался
    [running] Поток уже идёт
    [finished] Поток завершён
   *[cancelled] Поток отменён
}, поэтому его нельзя { $wanted-key ->
    [announced] объявить
    [running] начать
    [finished] завершить
   *[cancelled] отменить
}.
edition-refusal-other-id = Поток { $number } этой программы имеет идентификатор { $wanted }, а не { $is }.
edition-refusal-other-programme = Описание составлено для программы «{ $named }», а поток планируется по программе «{ $is }».
edition-refusal-other-programme-given = Поток относится к программе с идентификатором { $wanted }, а не { $given }.
edition-refusal-not-approved = Версия { $version } программы не утверждена, поэтому запланировать по ней поток нельзя.
edition-refusal-retired = Программа «{ $programme }» закрыта, и новых потоков у неё не будет.
edition-refusal-unknown-modules = В версии { $version } программы есть не все модули, к которым относятся мероприятия. Недостающие модули: { $modules }.
edition-refusal-not-on-offer = { $offered ->
    [absent] Поток запланирован по версии { $planned } программы, но сейчас не предлагается ни одна версия. Пожалуйста, сначала предложите эту версию.
   *[other] Поток запланирован по версии { $planned } программы, но предлагается версия { $offered }. Пожалуйста, запланируйте поток заново по ней.
}
edition-refusal-no-session = В потоке ещё нет ни одного мероприятия. Пожалуйста, добавьте хотя бы одно, прежде чем объявлять поток.
edition-refusal-period-over = Поток больше нельзя объявить: его срок истёк (окончание: { $until }).
edition-refusal-too-early-to-begin = Поток пока нельзя начать (начало: { $from }).
edition-refusal-too-early-to-finish = Поток пока нельзя завершить (окончание: { $until }).
edition-refusal-sessions-fixed = { $status-key ->
    [planned] Поток ещё только планируется, поэтому измените, пожалуйста, весь его план. Отдельные мероприятия можно будет переносить и отменять, когда поток объявят.
    [finished] Поток завершён, поэтому его мероприятия больше не меняются.
   *[cancelled] Поток отменён, поэтому его мероприятия больше не меняются.
}
edition-refusal-unknown-session = В этом потоке нет мероприятия «{ $session }».
edition-refusal-session-cancelled = Мероприятие «{ $session }» отменено, и изменить его больше нельзя.
edition-refusal-session-begun = Мероприятие «{ $session }» уже началось ({ $from }), поэтому перенести или отменить его нельзя.
edition-refusal-window = { $beyond ->
    [true] Срок { $from } выходит за пределы календаря, с которым можно работать.
   *[false] Мероприятие закончилось бы ({ $until }) раньше, чем началось бы ({ $from }).
}
edition-refusal-online-at-place = Мероприятие «{ $session }» проходит онлайн, поэтому указать для него место нельзя.

## Какое это мероприятие

session-kind-class = занятие
session-kind-workshop = практикум
session-kind-conference = конференция
session-kind-team-meeting = встреча команды
session-kind-consultation-on-site = консультация на месте
session-kind-study-visit = ознакомительная поездка
session-kind-online = онлайн-занятие
session-kind-own-work = самостоятельная работа
session-kind-defence = защита проекта
session-kind-ceremony = торжественная церемония

## День рядом со временем суток

mixed-times = Мероприятие либо занимает целые дни, либо имеет время начала и время окончания. Не сочетаются: { $from } и { $until }.
