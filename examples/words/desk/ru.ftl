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
