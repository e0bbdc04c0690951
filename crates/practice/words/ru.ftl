## Состояние описания практики

stage-unwritten = ещё не написано
stage-draft = черновик
stage-submitted = подано, ожидает рецензии
stage-information-wanted = ожидает дополнений
stage-reviewed = отрецензировано
stage-published = опубликовано
stage-declined = отклонено
stage-archived = в архиве

step-draft = составление
step-submit = подача
step-ask-for-information = запрос дополнений
step-review = рецензия
step-publish = публикация
step-decline = отклонение
step-archive = перенос в архив

## Описания

recurrence-once = единовременно
recurrence-yearly = в год

lesson-kind-difficulty = трудность
lesson-kind-failure = что не удалось
lesson-kind-advice = совет

channel-contest = конкурс
channel-exchange-group = группа обмена опытом
channel-training-project = обучение
channel-own-office = собственная служба
channel-media = СМИ
channel-recommendation = рекомендация

part-service-areas = направления
part-summary = краткое содержание
part-situation = исходная ситуация
part-actions = что сделано
part-resources = ресурсы
part-timescale = сроки
part-results = результаты
part-lessons = извлечённые уроки
part-transferability = возможность повторения
part-origin = происхождение описания

## Подтверждения

evidence-source-statement = заявление
evidence-source-measurement = измерение
evidence-source-evaluation = оценка

grade-claimed = со слов владельца
grade-measured = измерено
grade-independently-evaluated = независимая оценка

## Рецензии

interest-owner = Автор рецензии работает в муниципалитете, чья это практика ({ $authority }), и поэтому не может её оценивать.
interest-author = Автор рецензии работает в муниципалитете, где составлено описание ({ $authority }), и поэтому не может его оценивать.
interest-submitted = Рецензию не может давать тот же человек, от которого поступило описание.

criterion-relevance = актуальность
criterion-participation = участие заинтересованных
criterion-cooperation = сотрудничество
criterion-effectiveness = результативность
criterion-efficiency = эффективность
criterion-sustainability = устойчивость
criterion-replicability = воспроизводимость

score-error = { $points } не является оценкой: укажите целое число от 1 до 5.

## Архив

archive-ground-outdated = устарела
archive-ground-discontinued = больше не применяется
archive-ground-replaced-by = заменена другой практикой

## Почему действие невозможно

practice-refusal-wrong-stage = { $step-key ->
    [draft] Описание сейчас нельзя изменить.
    [submit] Описание сейчас нельзя подать.
    [ask-for-information] Сейчас нельзя запросить дополнения к описанию.
    [review] Описание сейчас нельзя рецензировать.
    [publish] Описание сейчас нельзя опубликовать.
    [decline] Описание сейчас нельзя отклонить.
   *[archive] Практику сейчас нельзя перенести в архив.
} Состояние описания: { $stage }.
practice-refusal-other-code = Код этой практики — «{ $expected }», а описание составлено для «{ $found }». Код практики никогда не меняется.
practice-refusal-other-id = В этом собрании у практики «{ $code }» другой внутренний номер.
practice-refusal-incomplete = Описание неполное. Ещё не заполнено: { $missing }.
practice-refusal-reviewed-already = От этого человека уже есть рецензия на этот текст.
practice-refusal-nothing-scored = В рецензии нужна оценка хотя бы по одному критерию.
practice-refusal-slot-class = Указана ячейка, предназначенная для другого содержания.
practice-refusal-replaces-itself = Практика не может заменить сама себя.
practice-refusal-successor-unknown = Практика, которая должна заменить эту, не найдена.
practice-refusal-successor-unpublished = Практика, которая должна заменить эту, не опубликована.

## Сборники

order-title = по названиям
order-authority = по муниципалитетам
order-selected = в порядке отбора

month-january = январь
month-february = февраль
month-march = март
month-april = апрель
month-may = май
month-june = июнь
month-july = июль
month-august = август
month-september = сентябрь
month-october = октябрь
month-november = ноябрь
month-december = декабрь

span-year = { $year }
span-years = { $first } – { $last }
span-month = { $month } { $year }
span-months = { $first-month } { $first-year } – { $last-month } { $last-year }
span-since = { $month-key ->
    [january] с января { $year }
    [february] с февраля { $year }
    [march] с марта { $year }
    [april] с апреля { $year }
    [may] с мая { $year }
    [june] с июня { $year }
    [july] с июля { $year }
    [august] с августа { $year }
    [september] с сентября { $year }
    [october] с октября { $year }
    [november] с ноября { $year }
   *[december] с декабря { $year }
}
span-until = по { $month } { $year }
span-open = –

caption-handbook = Сборник
caption-contents = Содержание
caption-foreword = Предисловие
caption-by-area = Указатель по направлениям
caption-by-authority = Указатель по муниципалитетам
caption-situation = Исходная ситуация
caption-actions = Что сделано
caption-resources = Ресурсы
caption-cost = Расходы
caption-timescale = Сроки
caption-results = Результаты
caption-lessons = Трудности и уроки
caption-transferability = Могут ли это повторить другие?
caption-areas = Направления
caption-origin = Откуда описание
caption-funding = Финансирование
caption-authors = Авторы описания
caption-evidence = Подтверждения
caption-cite-as = Как ссылаться
caption-before = до
caption-after = после
caption-foreign = на языке оригинала
caption-fictitious = вымышленный пример
caption-fictitious-note = Муниципалитеты с пометкой «вымышленный пример» не существуют; их практики и цифры придуманы для иллюстрации.

caption-chapter = Практика { $number }
