## Whether a folder can be used

found-file = Файл
found-holds = Содержание
found-sound = Файлы в папке { $folder } согласованы между собой, ошибок в них нет.
found-rehearsed = { $steps ->
    [one] Репетиция прошла { $steps } шаг, от объявления до документов.
    [few] Репетиция прошла все { $steps } шага, от объявления до документов.
    [many] Репетиция прошла все { $steps } шагов, от объявления до документов.
   *[other] Репетиция прошла { $steps } шага, от объявления до документов.
}

## What a file holds

held-authorities = { $count ->
    [one] { $count } муниципалитет
    [few] { $count } муниципалитета
    [many] { $count } муниципалитетов
   *[other] { $count } муниципалитета
}
held-organisations = { $count ->
    [one] { $count } организация
    [few] { $count } организации
    [many] { $count } организаций
   *[other] { $count } организации
}
held-cooperations = { $count ->
    [one] { $count } запись о сотрудничестве
    [few] { $count } записи о сотрудничестве
    [many] { $count } записей о сотрудничестве
   *[other] { $count } записи о сотрудничестве
}
held-positions = { $count ->
    [one] { $count } должность
    [few] { $count } должности
    [many] { $count } должностей
   *[other] { $count } должности
}
held-partners = { $count ->
    [one] { $count } партнёр
    [few] { $count } партнёра
    [many] { $count } партнёров
   *[other] { $count } партнёра
}
held-modules = { $count ->
    [one] { $count } модуль
    [few] { $count } модуля
    [many] { $count } модулей
   *[other] { $count } модуля
}
held-sessions = { $count ->
    [one] { $count } мероприятие
    [few] { $count } мероприятия
    [many] { $count } мероприятий
   *[other] { $count } мероприятия
}
held-questions = { $count ->
    [one] { $count } вопрос
    [few] { $count } вопроса
    [many] { $count } вопросов
   *[other] { $count } вопроса
}
held-answers = { $count ->
    [one] { $count } анкета с ответами
    [few] { $count } анкеты с ответами
    [many] { $count } анкет с ответами
   *[other] { $count } анкеты с ответами
}
held-applicants = { $count ->
    [one] { $count } заявка
    [few] { $count } заявки
    [many] { $count } заявок
   *[other] { $count } заявки
}
held-completions = { $count ->
    [one] { $count } пройденный модуль
    [few] { $count } пройденных модуля
    [many] { $count } пройденных модулей
   *[other] { $count } пройденного модуля
}
held-newcomers = { $count ->
    [one] { $count } новый кандидат
    [few] { $count } новых кандидата
    [many] { $count } новых кандидатов
   *[other] { $count } нового кандидата
}
held-signatories = { $count ->
    [one] { $count } подпись
    [few] { $count } подписи
    [many] { $count } подписей
   *[other] { $count } подписи
}
held-practices = { $count ->
    [one] { $count } практика
    [few] { $count } практики
    [many] { $count } практик
   *[other] { $count } практики
}
held-reviews = { $count ->
    [one] { $count } рецензия
    [few] { $count } рецензии
    [many] { $count } рецензий
   *[other] { $count } рецензии
}

## Rules: columns

column-rule = Правило
column-person = Дело
column-change = Изменение
column-who = Кого касается
column-example = Например
column-before = Прежде
column-after = Теперь

## Rules: letters

line-case = Дело: { $person }
line-change-one = Ответ был бы положительным при следующем условии:
line-change-several = Ответ был бы положительным при любом из следующих условий:
line-change-none = Вы сами не можете изменить ничего такого, что привело бы к положительному ответу.
line-change-more = Возможны и другие пути. Пожалуйста, обратитесь к нам.
line-change-perhaps = Возможно, способ есть. Пожалуйста, обратитесь к нам.
line-settling = Для ответа достаточно было бы узнать одно: «{ $fact }».
line-settled-met = { $what }: ответ положительный
line-settled-unmet = { $what }: ответ отрицательный
line-certain = { $verdict-key ->
    [met] Что бы ни выяснилось, ответ будет положительным.
   *[other] Что бы ни выяснилось, ответ будет отрицательным.
}
line-basis = Ответ основан на правиле «{ $rule }», версия { $version } (содержание { $hash }).

## Rules: a new version

line-same = { $old } и { $new } говорят обо всех одно и то же.
line-classes = { $count ->
    [one] Между { $old } и { $new } ответ меняется для { $count } группы людей.
    [few] Между { $old } и { $new } ответ меняется для { $count } групп людей.
    [many] Между { $old } и { $new } ответ меняется для { $count } групп людей.
   *[other] Между { $old } и { $new } ответ меняется для { $count } группы людей.
}
line-partly = Не для всех: пример показывает одного из них.
line-assuming = Если верно: { LIST($clauses, type: "and") }
line-everybody = любой
line-moved-none = { $of ->
    [one] Ответ не меняется ни по одному делу из списка (всего { $of }).
    [few] Ответ не меняется ни по одному делу из списка (всего { $of }).
    [many] Ответ не меняется ни по одному делу из списка (всего { $of }).
   *[other] Ответ не меняется ни по одному делу из списка (всего { $of }).
}
line-moved = { $of ->
    [one] Число дел из списка, по которым ответ меняется: { $count } из { $of }.
    [few] Число дел из списка, по которым ответ меняется: { $count } из { $of }.
    [many] Число дел из списка, по которым ответ меняется: { $count } из { $of }.
   *[other] Число дел из списка, по которым ответ меняется: { $count } из { $of }.
}
line-more = и ещё { $count }: их показывает `--all`
line-inconclusive = Поиск прекращён (число шагов: { $bound }): слишком многое приходится учитывать одновременно.

change-gains = получает право
change-loses = теряет право
change-becomes-undetermined = ответ становится открытым
change-becomes-unmet = уже решено

## Rules: what is odd of them

sound-fine = { $rule }: ничего странного. Одни соответствуют правилу, другие нет, и каждое условие имеет значение.
sound-always-met = Каждый, о ком всё известно, соответствует правилу { $rule }.
sound-never-met = Никто не может соответствовать правилу { $rule }.
sound-may-always-be-met = Без допущений о некоторых условиях не удалось показать, что кто-то не соответствует правилу { $rule }.
sound-may-never-be-met = Без допущений о некоторых условиях не удалось показать, что кто-то соответствует правилу { $rule }.
sound-idle = Условие «{ $clause }» ничего не меняет: его можно опустить.
sound-shadowed = Условие «{ $clause }» ничего не меняет рядом с условием «{ $by }».
sound-skipped = В часовом поясе { $zone } часы никогда не показывают { $wall }: принято { $meant }.
sound-twice = В часовом поясе { $zone } часы показывают { $wall } дважды: принят первый раз, { $meant }.

## Rules: what a fact is

phrase-yes = да
phrase-no = нет
phrase-code = { $code }
phrase-number = { $number }
phrase-counted = { $number } { $unit }
phrase-day = { $day }
phrase-instant = { DATETIME($at) }
phrase-between = от { $from } до { $to }
phrase-during = с { $from } по { $to }
phrase-ever = всегда
phrase-entries = { $count ->
    [one] { $count } запись
    [few] { $count } записи
    [many] { $count } записей
   *[other] { $count } записи
}
phrase-none = ничего
phrase-every = { LIST($items, type: "and") }
phrase-so-far = пока { LIST($items, type: "and") }
phrase-either = { LIST($items, type: "or") }
phrase-other-than = всё, кроме: { LIST($items, type: "or") }
phrase-at-least = не меньше { $end }
phrase-more-than = больше { $end }
phrase-at-most = не больше { $end }
phrase-less-than = меньше { $end }
phrase-since = { $end } или позже
phrase-later = позже: { $end }
phrase-until = { $end } или раньше
phrase-earlier = раньше: { $end }
phrase-both = { $one } и { $other }
phrase-anything = что угодно
phrase-known = известно, что бы это ни было
phrase-without = { LIST($items, type: "or") }, ничего из перечисленного
phrase-lacks = без: { $item }
phrase-beside = ещё другие: { $count }
phrase-begins = начало: { $when }
phrase-ends = окончание: { $when }
phrase-no-first-day = без даты начала
phrase-no-last-day = без даты окончания
phrase-one-of = { LIST($items, type: "or") }, хотя бы одно из перечисленного
phrase-all-of = { LIST($items, type: "and") }, всё перечисленное
phrase-with-day = период, включающий день { $day }
phrase-without-day = период, не включающий день { $day }
phrase-missing = пока неизвестно
phrase-not-applicable = неприменимо
phrase-contested = подтверждения расходятся
phrase-given-up = прекращено
phrase-of = «{ $fact }»: { $value }

## What a register holds, and what changed in it

register-country = Страна
register-level = Уровень
register-kind = Вид
register-entries = Записи
register-kind-untold = не указан
register-as-of = { $codes }, по состоянию на { $edition }
register-rows = { $rows ->
    [one] { $rows } строка
    [few] { $rows } строки
    [many] { $rows } строк
   *[other] { $rows } строки
}: { $entries ->
    [one] { $entries } запись
    [few] { $entries } записи
    [many] { $entries } записей
   *[other] { $entries } записи
}, отклонено: { $refused }
register-more = и ещё { $count }: их покажет `--all`
register-changes = { $count ->
    [one] { $count } изменение с { $since }
    [few] { $count } изменения с { $since }
    [many] { $count } изменений с { $since }
   *[other] { $count } изменения с { $since }
}
changed-appeared = { $which }: новая единица
changed-ended = { $which }: больше не существует
changed-renamed = { $which }: новое название { $to }
changed-other-kind = { $which }: новый вид { $to }, прежний { $from }
changed-moved = { $which }: теперь в составе { $to }, прежде { $from }
changed-recoded = { $which }: новый код { $to }
changed-merged = { $which }: теперь часть { $into }
changed-divided = { $which }: часть перешла к { $into }
changed-listed = { $country }, { $level }: { $count ->
    [one] впервые в списке { $count } единица
    [few] впервые в списке { $count } единицы
    [many] впервые в списке { $count } единиц
   *[other] впервые в списке { $count } единицы
}
changed-unlisted = { $country }, { $level }: { $count ->
    [one] больше нет в списке { $count } единицы
    [few] больше нет в списке { $count } единиц
    [many] больше нет в списке { $count } единиц
   *[other] больше нет в списке { $count } единицы
}
changed-otherwise = Изменение, для которого здесь нет слов
changed-by-areas = { $change } (определено по площади)
changed-by-residents = { $change } (определено по числу жителей)
changed-by-name = { $change } (определено по названию)

## Seats: the draw

lots-list = Список { $list }, число заявок: { $applicants }, хеш: { $hash }
lots-not-frozen = Ничего ещё не закрыто: списки закрывает `--frozen-at`.
lots-late = Более поздний список ещё не закрыт: его закрывает `--frozen-at`.
lots-frozen = Закрыто: { $at }
lots-publish = Хеши нужно опубликовать сейчас, пока никто не может знать начального значения.
lots-not-drawn = Списки закрыты, но жеребьёвки ещё не было: её проводят `--seed`, `--source` и `--known-at`.
lots-seed = Начальное значение списка { $list }: { $value } (источник: { $source }; известно: { $known-at })
lots-redrawn = Для списка { $list } жеребьёвка проведена повторно: { $reason }
lots-computed = Хеши соответствуют спискам, и каждый жребий вычислен заново из опубликованного.
lots-more = { $count ->
    [one] и ещё { $count }: её покажет `--first`
    [few] и ещё { $count }: их покажет `--first`
    [many] и ещё { $count }: их покажет `--first`
   *[other] и ещё { $count }: их покажет `--first`
}
lots-place = Место
lots-applicant = Заявка
lots-lot = Жребий
lots-written = Записано: { $file }
lots-already-frozen = Все списки уже закрыты.
lots-already-drawn = Жеребьёвка для всех списков уже проведена: чтобы провести её повторно, укажите причину в `--again`.
lots-nothing-to-draw = Сначала нужно закрыть списки и опубликовать их хеши: `--frozen-at`.
lots-nothing-to-redraw = Повторить жеребьёвку, которой не было, нельзя.

## Seats: the result

seated-group = Группа
seated-seats = Места
seated-unlimited = без ограничений
seated-taken = Занято
seated-full = Заполнено
seated-reached = { $limit } ({ $held })
seated-summary = Заявок: { $applications }; с местом: { $seated }; из них с первым выбором: { $first }.
seated-closed = Группа «{ $group }» закрыта: людей { $held }, а нужно { $minimum }.
heard-accepted = { $thorough ->
    [true] Результат верен: он следует из правил и жеребьёвки, никто не обойдён, и ни для кого нельзя было сделать больше.
   *[false] Результат верен: он следует из правил и жеребьёвки, и никто не обойдён.
}
heard-rejected = { $violations ->
    [one] Результат неверен: { $violations } ошибка.
    [few] Результат неверен: { $violations } ошибки.
    [many] Результат неверен: { $violations } ошибок.
   *[other] Результат неверен: { $violations } ошибки.
}
letter-lot = В жеребьёвке заявка заняла место { $place } из { $applications }. Её жребий: { $lot }
letter-check = Жеребьёвку и результат может проверить каждый по документам, опубликованным для «{ $problem }» (хеш правил и заявок: { $hash }).
letter-unknown = Заявки «{ $applicant }» нет.
letter-unsound = На неверном результате ничего основать нельзя.

## Seats: who moves

moves-applicant = Заявка
moves-before = Было
moves-now = Стало
moves-what = Изменение
moves-up = лучше
moves-gone = отказ
moves-worse = хуже
moves-none = без места
moves-nobody = Ничего не меняется.
moves-summary = Лучше: { $up }; отказов: { $gone }; хуже: { $worse }.
moves-not-written = Ничего не записано: кто-то потерял бы от этого.
moves-unharmed = Никто от этого не теряет.
