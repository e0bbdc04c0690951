## Standing

standing-waiting = ожидает
standing-accepted = принято окончательно
standing-keep-higher = место сохраняется, ожидается лучшее
standing-cancelled = отказ

## Limit

limit-capacity = число мест
limit-quota = { $plain ->
    [true] квота «{ $quota }»
   *[false] квота «{ $quota }»: { $values }
}
limit-overall = { $plain ->
    [true] общее ограничение для всех групп, «{ $name }»
   *[false] общее ограничение для всех групп, «{ $name }»: { $values }
}

## Violation

violation-other-problem = Результат относится к другому набору: его хеш { $claimed }, а хеш этого набора { $computed }.
violation-other-mechanism = Согласно результату, места распределены иначе, чем предусмотрено правилами набора.
violation-missing = Заявки «{ $applicant }» нет в результате.
violation-twice = Заявка «{ $applicant }» встречается в результате более одного раза.
violation-unknown-applicant = В результате есть заявка «{ $applicant }», которой не было.
violation-unknown-group = В результате названа группа, которой нет: «{ $group }».
violation-not-asked = Заявка «{ $applicant }» получила место в группе «{ $group }», о котором в ней не просили.
violation-wrong-choice = { $untold ->
    [true] В результате не сказано, каким по счёту выбором является место заявки «{ $applicant }».
   *[false] В результате место заявки «{ $applicant }» названо выбором № { $claimed }, но это не так.
}
violation-overfull = В группе «{ $group }» больше людей, чем допустимо: { $held } вместо { $cap } ({ $limit }). Лишние места: { $beyond }.
violation-overfull-overall = Места получили больше людей, чем допустимо: { $held } вместо { $cap } ({ $limit }). Лишние места: { $beyond }.
violation-wasted = В группе «{ $group }» есть место для заявки «{ $applicant }», но она осталась без него.
violation-passed-over = Заявка «{ $applicant }» претендует на место в группе «{ $group }» и идёт раньше заявки «{ $holder }», которая его получила ({ $limit }).
violation-reserve-unfilled = Заявка «{ $applicant }» претендует на место в группе «{ $group }» и заполнила бы резерв; заявка «{ $holder }», получившая место, его не заполняет ({ $limit }).
violation-wrong-turn = { $due ->
    [absent] { $given ->
        [absent] Очередь заявки «{ $applicant }» не соблюдена.
       *[other] Когда подошла очередь заявки «{ $applicant }», мест уже не было; в результате ей дано место в группе «{ $given }».
    }
   *[other] { $given ->
        [absent] Когда подошла очередь заявки «{ $applicant }», ей полагалось место в группе «{ $due }»; в результате ей не дано ничего.
       *[other] Когда подошла очередь заявки «{ $applicant }», ей полагалось место в группе «{ $due }»; в результате ей дано место в группе «{ $given }».
    }
}
violation-wrong-key = Жребий заявки «{ $applicant }» – { $computed }, а в результате указан { $claimed }.
violation-other-lists = Жеребьёвка проведена не для всех списков. Списков заявок: { $lists }; списков с жеребьёвкой: { $drawn }.
violation-wrong-list-hash = Хеш списка { $list } – { $computed }, а не { $claimed }: в нём не те заявки, что были при закрытии.
violation-not-drawn = Для списка { $list } жеребьёвка не проводилась.
violation-seed-older-than-freeze = Начальное значение для списка { $list } стало известно { $known-at }, до закрытия списка ({ $frozen-at }).
violation-seed-older-than-replaced = Новое начальное значение для списка { $list } стало известно { $known-at }, раньше того, которое оно заменяет ({ $replaced }).
violation-other-draw = В результате указана другая жеребьёвка списка { $list }, чем была опубликована.
violation-wrong-group = Сказанное в результате о группе «{ $group }» не согласуется с тем, кто получил в ней место.
violation-wrong-cutoff = Заявка, названная в результате последней принятой в группу «{ $group }», не последняя ({ $limit }).
violation-group-times = { $untold ->
    [true] В результате ничего не сказано о группе «{ $group }».
   *[false] О группе «{ $group }» в результате сказано более одного раза ({ $times }).
}
violation-closed-and-held = Группа «{ $group }» закрыта, но места в ней всё же заняты ({ $held }).
violation-too-small = В группе «{ $group }» меньше людей, чем нужно: { $held } вместо { $minimum }.
violation-wrong-closure = Группа «{ $group }» закрыта на шаге { $step }, хотя по правилам тогда она не закрывается.
violation-not-optimal = { $given ->
    [absent] Заявка «{ $applicant }» осталась без места, хотя место в группе «{ $possible }» было возможно, и никто не был бы обойдён.
   *[other] Заявка «{ $applicant }» получила место в группе «{ $given }», хотя место в группе «{ $possible }» было возможно, и никто не был бы обойдён.
}

## SeedRefused

seed-refused-older-than-freeze = Это начальное значение использовать нельзя: оно стало известно { $known-at }, а список { $list } закрыт только { $frozen-at }.
seed-refused-older-than-replaced = Это начальное значение использовать нельзя: оно стало известно { $known-at }, а то, которое оно заменяет для списка { $list }, – { $replaced }.
seed-refused-no-such-list = Списка { $list } нет.
seed-refused-drawn-too-often = Для списка { $list } жеребьёвка проведена предельное число раз ({ $limit }).

## FreezeError

freeze-error = Закрыть список этим моментом нельзя: предыдущий список закрыт позже ({ $before }).

## CarryError

carry-error-other-problem = Жеребьёвка относится к другому распределению.
carry-error-other-list = Список { $list } не тот, для которого проведена жеребьёвка.

## RerunError

rerun-error-rolling = При приёме по мере поступления места переходят дальше, когда кто-то отказывается: впишите момент отказа (`withdrawn_at`) и распределите места снова.
rerun-error-chain-needs-nested = Для цепочки освободившихся мест нужно, чтобы каждая группа выбирала сама: механизм `nested`.

## ChangeError

change-error-other-draw = Для изменённых правил нужна уже проведённая жеребьёвка: обозначение, списки и начальные значения должны остаться.
change-error-group-gone = Кто-то получил место в группе «{ $group }», которой больше нет.

## Unfit, NoOrder

unfit-not-nested = В правилах не сказано, что квоты лежат одна в другой, поэтому они могут пересекаться.
unfit-reserves = План «{ $plan }» резервирует места, а это умеет только `nested`.
unfit-priorities = У плана «{ $plan }» своя очерёдность, а выбирать все должны в одной.
unfit-no-arrival = В правилах не сказано, кто когда подал заявку.
no-order = В очерёдности плана «{ $plan }» не каждая заявка стоит ровно один раз.

## Explanation

explanation = { $seat ->
    [absent] { $best ->
        [true] В заявке «{ $applicant }» не названо ни одной группы.
       *[false] Заявка «{ $applicant }» не получила места.
    }
   *[other] { $best ->
        [true] Заявка «{ $applicant }» получила место в группе «{ $seat }», указанной первой.
       *[false] Заявка «{ $applicant }» получила место в группе «{ $seat }».
    }
}
missed = Выбор { $choice }, «{ $group }». { $why }
why-closed = Группа закрыта: в ней было бы слишком мало людей.
why-full = Всё, что здесь можно занять, занято: { $held } из { $cap } ({ $limit }). Последняя из принятых заявок, чьё место могло достаться этой, – «{ $holder }». { $decided } Окажись эта заявка раньше неё, место досталось бы ей.
why-kept = Всё, что здесь можно занять, занято: { $held } из { $cap } ({ $limit }). То, что могло достаться этой заявке, зарезервировано для других: { $reserved }. Никакой критерий очерёдности этого изменить не мог.
why-freed-since = Когда рассматривали заявку, места для неё не было; позже одно освободилось, но ответ был окончательным.
why-withdrawn = Заявка отозвана.
why-wrong = Этой заявке ничто не мешает: результат здесь неверен.
decided-list = Та заявка в более раннем списке: { $needed }, а не { $own }.
decided-key = { $own ->
    [absent] { $needed ->
        [absent] По критерию «{ $by }» обе равны.
       *[other] Та заявка идёт раньше по критерию «{ $by }»: { $needed }, а у этой значения нет.
    }
   *[other] { $needed ->
        [absent] Та заявка идёт раньше по критерию «{ $by }»: у неё значения нет, а у этой – { $own }.
       *[other] Та заявка идёт раньше по критерию «{ $by }»: { $needed } раньше, чем { $own }.
    }
}
decided-lot = Во всём остальном обе равны, и решила жеребьёвка (жребий { $first } раньше, чем { $second }).
