### Что сообщают участия и опросы, по-русски.

## На каком этапе участие

participation-status-taking-part = участвует
participation-status-finished = участие завершено { $on }
participation-status-left = участие прекращено { $on }

## Что было записано неверно

corrected-completion = прохождение модуля «{ $module }» ({ $on })
corrected-closing = закрытие записи ({ $status })

## Почему в участии отказано

participation-refusal-not-joined = Участие в этом потоке ещё не начато. Пожалуйста, сначала отметьте присоединение к потоку.
participation-refusal-joined = Участие в этом потоке уже идёт по другому зачислению.
participation-refusal-finished = Участие уже завершено ({ $on }). Чтобы записать что-то ещё, возобновите его, пожалуйста, с указанием причины.
participation-refusal-left = Участие прекращено ({ $on }), и это зачисление уже использовано. Присоединиться снова можно с новым зачислением; кроме того, участие можно возобновить с указанием причины.
participation-refusal-not-closed = Участие не закрыто, поэтому возобновлять нечего.
participation-refusal-edition-takes-nobody = { $status-key ->
    [absent] Поток ещё не запланирован. Присоединиться можно будет, когда его объявят.
    [planned] Поток ещё не объявлен. Присоединиться можно будет, когда его объявят.
    [finished] Поток завершён, поэтому присоединиться к нему уже нельзя.
   *[cancelled] Поток отменён, поэтому присоединиться к нему нельзя.
}
participation-refusal-edition-not-running = { $status-key ->
    [cancelled] Поток отменён, поэтому прохождение модулей не отмечается.
   *[other] Поток ещё не начался. Отмечать прохождение модулей можно после его начала.
}
participation-refusal-before-start = Поток начинается { $starts }, поэтому пройти модуль { $on } было нельзя.
participation-refusal-in-future = Сегодня { $today }, а { $on } ещё не наступило. Пожалуйста, укажите день не позже сегодняшнего.
participation-refusal-unknown-module = В этом потоке нет модуля «{ $module }». Модули этого потока: { $modules }.
participation-refusal-completed-already = Модуль «{ $module }» уже отмечен как пройденный ({ $on }). Чтобы это исправить, сначала аннулируйте, пожалуйста, отметку с указанием причины.
participation-refusal-not-completed = Модуль «{ $module }» не отмечен как пройденный, поэтому аннулировать нечего.
participation-refusal-outstanding = Участие пока нельзя завершить, потому что поток ещё продолжается. Непройденные модули: { $modules }.
participation-refusal-reason-class = Ячейка { $slot } не предназначена для свободного текста, поэтому хранить в ней причину нельзя.
participation-refusal-other-id = У участия этого человека в этом потоке идентификатор { $wanted }, а не { $is }.
participation-refusal-other-edition = Это участие относится к потоку с идентификатором { $wanted }, а не { $given }.
participation-refusal-other-programme = У программы с идентификатором { $given } нет версии, по которой идёт этот поток.

## Почему анонимное изменение не записано

anonymous-commit-error-id-not-random = Идентификатор анонимной записи должен быть случайным.
anonymous-commit-error-stage = Изменение в опросе записать нельзя.

## Ответы

answer-scale = { $point }
answer-choice = { $option }
answer-yes-no = { $yes ->
    [true] да
   *[false] нет
}
intent-yes = да
intent-no = нет
intent-undecided = пока не решено

## Почему ответы не составляют пакета

batch-error-empty = У пакета есть номер, начиная с 1, и в нём ответы хотя бы одного человека.
batch-error-count = У вопроса «{ $question }» нет ни одного ответа или ответов больше, чем людей.
batch-error-slot-order = Ячейки замечаний должны стоять по порядку идентификаторов, каждая один раз.
batch-error-slot-class = Ячейка { $slot } не предназначена для свободного текста.
batch-error-slot-not-random = Идентификатор ячейки { $slot } не был выбран случайным образом.
batch-error-too-few-slots = { $remarks ->
    [one] Для { $remarks } замечания нужно столько же ячеек
    [few] Для { $remarks } замечаний нужно столько же ячеек
    [many] Для { $remarks } замечаний нужно столько же ячеек
   *[other] Для { $remarks } замечания нужно столько же ячеек
}, а { $slots ->
    [0] не дано ни одной.
    [one] дана только { $slots } ячейка.
    [few] даны только { $slots } ячейки.
    [many] дано только { $slots } ячеек.
   *[other] дано только { $slots } ячейки.
}

## Как отвечают на вопрос

question-kind-scale = шкала от { $min } до { $max }
question-kind-choice = { $count ->
    [one] выбор из { $count } варианта
    [few] выбор из { $count } вариантов
    [many] выбор из { $count } вариантов
   *[other] выбор из { $count } варианта
}
question-kind-yes-no = да или нет
question-kind-intent-to-continue = намерение продолжить
question-kind-free-text = своими словами

## Ответы скольких людей показывают вместе

minimum-cell-three = не менее трёх человек
minimum-cell-five = не менее пяти человек
minimum-cell-ten = не менее десяти человек

## Почему опрос отвечает отказом

survey-refusal-not-opened = Опрос ещё не открыт. Пожалуйста, сначала откройте его, указав вопросы и срок.
survey-refusal-opened-otherwise = Опрос уже открыт с другими вопросами или на другой срок.
survey-refusal-window-over = Пройти этот опрос никто не сможет: его срок уже истёк (окончание: { $ended }).
survey-refusal-closed = Опрос закрыт. Чтобы спросить снова, откройте, пожалуйста, новый.
survey-refusal-too-early = Пройти опрос ещё нельзя (начало: { $opens }).
survey-refusal-too-late = Пройти опрос уже нельзя (окончание: { $ended }).
survey-refusal-no-token = Не указаны коды доступа, которые нужно выдать.
survey-refusal-token-issued = Код доступа выдаётся только один раз. Пожалуйста, создайте для каждого человека новый случайный код.
survey-refusal-token-unknown = Этот код доступа не относится к этому опросу. Пожалуйста, проверьте его.
survey-refusal-token-spent = Этот код доступа уже использован: каждый отвечает один раз.
survey-refusal-sheet = Пожалуйста, проверьте ответы. Они не подходят к этим вопросам: { $questions }.
survey-refusal-misfit = Ответы на вопрос «{ $question }» не подходят к тому, о чём спрашивает опрос.
survey-refusal-too-few = { $sheets ->
    [0] Ответов для публикации ещё нет
    [one] Публикации ждут ответы только { $sheets } человека
    [few] Публикации ждут ответы только { $sheets } человек
    [many] Публикации ждут ответы только { $sheets } человек
   *[other] Публикации ждут ответы только { $sheets } человека
}; { $at-least ->
    [one] нужны ответы не менее { $at-least } человека.
    [few] нужны ответы не менее { $at-least } человек.
    [many] нужны ответы не менее { $at-least } человек.
   *[other] нужны ответы не менее { $at-least } человека.
}
survey-refusal-more-than-spent = { $sheets ->
    [one] Ответы { $sheets } человека опубликовать нельзя:
    [few] Ответы { $sheets } человек опубликовать нельзя:
    [many] Ответы { $sheets } человек опубликовать нельзя:
   *[other] Ответы { $sheets } человека опубликовать нельзя:
} { $unpublished ->
    [0] для ещё не опубликованных ответов не использовано ни одного кода доступа.
    [one] для ещё не опубликованных ответов использован только { $unpublished } код доступа.
    [few] для ещё не опубликованных ответов использовано только { $unpublished } кода доступа.
    [many] для ещё не опубликованных ответов использовано только { $unpublished } кодов доступа.
   *[other] для ещё не опубликованных ответов использовано только { $unpublished } кода доступа.
}
survey-refusal-no-token-spent = Все сданные ответы уже лежат в ящике. Пожалуйста, сначала используйте код доступа и положите ответы по нему только один раз.
survey-refusal-out-of-turn = Следующим публикуется пакет номер { $expected }, а не номер { $found }.
survey-refusal-slot-taken = В одной из ячеек уже лежит замечание из более раннего пакета. Пожалуйста, выберите новые случайные ячейки.
survey-refusal-other-survey = Эти ответы собраны в другом опросе.

## Что показал опрос

results = Приглашено: { $invited }. Учтено ответов: { $answered }. Ответы на вопрос показываются, { $minimum-cell ->
    [one] когда на него ответило не менее { $minimum-cell } человека.
    [few] когда на него ответило не менее { $minimum-cell } человек.
    [many] когда на него ответило не менее { $minimum-cell } человек.
   *[other] когда на него ответило не менее { $minimum-cell } человека.
}
outcome-suppressed = не показано: ответивших меньше установленного минимума
outcome-counted = { $averaged ->
    [false] { $n ->
        [one] { $n } ответ
        [few] { $n } ответа
        [many] { $n } ответов
       *[other] { $n } ответа
    }
   *[true] { $n ->
        [one] { $n } ответ, в среднем { $mean }
        [few] { $n } ответа, в среднем { $mean }
        [many] { $n } ответов, в среднем { $mean }
       *[other] { $n } ответа, в среднем { $mean }
    }
}
outcome-remarks = { $count ->
    [one] { $count } замечание
    [few] { $count } замечания
    [many] { $count } замечаний
   *[other] { $count } замечания
}

## Ответы и коды доступа, которые нельзя прочитать

unreadable-sheet = Эти ответы прочитать нельзя. Пожалуйста, заполните опрос ещё раз.
token-error = Это не код доступа к опросу. Пожалуйста, проверьте, полностью ли он введён.
