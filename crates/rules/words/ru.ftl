## Verdict

verdict-met = выполнено
verdict-unmet = не выполнено
verdict-undetermined = пока не решено

## Doubt

doubt-missing = пока неизвестно
doubt-incomplete = сведения пока неполные
doubt-contested = подтверждения противоречат друг другу
doubt-not-listed = нет в списке; решает ответственное лицо
doubt-wrong-type = невозможно сравнить

## Units of the calendar

calendar-unit-days = дни
calendar-unit-months = месяцы
calendar-unit-years = годы

## How an account opens

opening-one = { $verdict-key ->
    [met] Условие выполнено.
    [unmet] Условие не выполнено.
   *[undetermined] Пока нельзя решить, выполнено ли условие.
}
opening-all = { $verdict-key ->
    [met] Условия выполнены, причём все.
    [unmet] Условия не выполнены: обязательны все, а по крайней мере одно из них не выполнено.
   *[undetermined] Пока нельзя решить, выполнены ли условия: обязательны все.
}
opening-any = { $verdict-key ->
    [met] Условия выполнены: подходит по крайней мере один из допустимых вариантов.
    [unmet] Условия не выполнены: не подходит ни один из допустимых вариантов.
   *[undetermined] Пока нельзя решить, выполнены ли условия: ни один из допустимых вариантов пока не подтверждён.
}
opening-at-least = { $verdict-key ->
    [met] Условия выполнены: из { $of } требуется выполнить не менее { $n }.
    [unmet] Условия не выполнены: из { $of } требуется выполнить не менее { $n }.
   *[undetermined] Пока нельзя решить, выполнены ли условия: из { $of } требуется выполнить не менее { $n }.
}

## Conditions that belong together, without words of an officer

group-all = { $verdict-key ->
    [met] Несколько условий должны выполняться одновременно, и все они выполнены.
    [unmet] Несколько условий должны выполняться одновременно, но выполнены не все.
   *[undetermined] Несколько условий должны выполняться одновременно, и пока неизвестно, все ли они выполнены.
}
group-any = { $verdict-key ->
    [met] Достаточно одного из нескольких вариантов, и по крайней мере один подходит.
    [unmet] Достаточно было бы одного из нескольких вариантов, но ни один не подходит.
   *[undetermined] Достаточно было бы одного из нескольких вариантов, но ни один пока не подтверждён.
}
group-at-least = { $verdict-key ->
    [met] Число условий: { $of }. Из них требуется выполнить не менее { $n }, и столько выполнено.
    [unmet] Число условий: { $of }. Из них требуется выполнить не менее { $n }, но выполнено меньше.
   *[undetermined] Число условий: { $of }. Из них требуется выполнить не менее { $n }, и пока неизвестно, выполнено ли столько.
}

## A condition in an officer's own words

condition-wanted = { $verdict-key ->
    [met] Условие «{ $label }» выполнено.
    [unmet] Условие «{ $label }» не выполнено.
   *[undetermined] Пока неизвестно, выполнено ли условие «{ $label }».
}
condition-unwanted = { $verdict-key ->
    [met] Следующего обстоятельства быть не должно, и его нет: «{ $label }».
    [unmet] Следующего обстоятельства быть не должно, но оно есть: «{ $label }».
   *[undetermined] Следующего обстоятельства быть не должно, и пока неизвестно, есть ли оно: «{ $label }».
}

## A condition without words, or none that may be told

opaque-answered = { $verdict-key ->
    [met] Условие «{ $name }» выполнено.
    [unmet] Условие «{ $name }» не выполнено.
   *[undetermined] Пока неизвестно, выполнено ли условие «{ $name }».
}
opaque-answered-unwanted = { $verdict-key ->
    [met] Следующего обстоятельства быть не должно, и его нет: «{ $name }».
    [unmet] Следующего обстоятельства быть не должно, но оно есть: «{ $name }».
   *[undetermined] Следующего обстоятельства быть не должно, и пока неизвестно, есть ли оно: «{ $name }».
}
opaque-withheld = { $verdict-key ->
    [met] Конфиденциальное условие выполнено.
    [unmet] Конфиденциальное условие не выполнено.
   *[undetermined] Пока неизвестно, выполнено ли конфиденциальное условие.
}

## What is asked of a fact

demand-is = { $negated ->
    [true] По пункту «{ $fact }» не допускается: { $value }.
   *[false] По пункту «{ $fact }» требуется: { $value }.
}
demand-one-of = { $negated ->
    [true] По пункту «{ $fact }» не допускается ничего из перечисленного: { $values }.
   *[false] По пункту «{ $fact }» требуется одно из перечисленного: { $values }.
}
demand-one-of-open = { $negated ->
    [true] По пункту «{ $fact }» не допускается ничего из перечисленного и ничего, что ответственное лицо сочтёт сопоставимым: { $values }.
   *[false] По пункту «{ $fact }» требуется одно из перечисленного либо то, что ответственное лицо сочтёт сопоставимым: { $values }.
}
demand-at-least = { $negated ->
    [true] По пункту «{ $fact }» не допускается значение { $least } и больше.
   *[false] По пункту «{ $fact }» требуется значение не менее { $least }.
}
demand-at-most = { $negated ->
    [true] По пункту «{ $fact }» не допускается значение { $most } и меньше.
   *[false] По пункту «{ $fact }» допускается значение не более { $most }.
}
demand-between = { $negated ->
    [true] По пункту «{ $fact }» не допускается значение от { $least } до { $most }.
   *[false] По пункту «{ $fact }» требуется значение от { $least } до { $most }.
}
demand-before = { $negated ->
    [true] { $moment-key ->
        [day] По пункту «{ $fact }» не допускается дата раньше { $moment }.
       *[fact] По пункту «{ $fact }» не допускается срок раньше, чем { $moment }.
    }
   *[false] { $moment-key ->
        [day] По пункту «{ $fact }» требуется дата раньше { $moment }.
       *[fact] По пункту «{ $fact }» требуется срок раньше, чем { $moment }.
    }
}
demand-on-or-before = { $negated ->
    [true] По пункту «{ $fact }» не допускается срок { $moment } или более ранний.
   *[false] По пункту «{ $fact }» требуется срок { $moment } или более ранний.
}
demand-after = { $negated ->
    [true] По пункту «{ $fact }» не допускается срок позже, чем { $moment }.
   *[false] По пункту «{ $fact }» требуется срок позже, чем { $moment }.
}
demand-on-or-after = { $negated ->
    [true] { $moment-key ->
        [day] По пункту «{ $fact }» не допускается дата { $moment } или более поздняя.
       *[fact] По пункту «{ $fact }» не допускается срок { $moment } или более поздний.
    }
   *[false] { $moment-key ->
        [day] По пункту «{ $fact }» требуется дата { $moment } или более поздняя.
       *[fact] По пункту «{ $fact }» требуется срок { $moment } или более поздний.
    }
}
demand-within = { $negated ->
    [true] По пункту «{ $fact }» не допускается период: { $span }.
   *[false] По пункту «{ $fact }» требуется период: { $span }.
}
demand-age = { $negated ->
    [true] По пункту «{ $fact }» не допускается возраст в полных годах ({ $at }): { $range }.
   *[false] По пункту «{ $fact }» требуется возраст в полных годах ({ $at }): { $range }.
}
demand-apart-before = { $negated ->
    [true] По пункту «{ $fact }» не допускается промежуток до срока { $moment } ({ $unit }): { $range }.
   *[false] По пункту «{ $fact }» требуется промежуток до срока { $moment } ({ $unit }): { $range }.
}
demand-apart-after = { $negated ->
    [true] По пункту «{ $fact }» не допускается промежуток после срока { $moment } ({ $unit }): { $range }.
   *[false] По пункту «{ $fact }» требуется промежуток после срока { $moment } ({ $unit }): { $range }.
}
demand-covers = { $negated ->
    [true] По пункту «{ $fact }» не допускается период, который включает { $moment }.
   *[false] По пункту «{ $fact }» требуется период, который включает { $moment }.
}
demand-covers-span = { $negated ->
    [true] По пункту «{ $fact }» не допускается период, который полностью включает: { $span }.
   *[false] По пункту «{ $fact }» требуется период, который полностью включает: { $span }.
}
demand-overlaps-span = { $negated ->
    [true] По пункту «{ $fact }» не допускается период, имеющий общий день с периодом: { $span }.
   *[false] По пункту «{ $fact }» требуется период, имеющий общий день с периодом: { $span }.
}
demand-holds = { $negated ->
    [true] По пункту «{ $fact }» не должно действовать ({ $at }): { $values }.
   *[false] По пункту «{ $fact }» должно действовать ({ $at }): { $values }.
}
demand-holds-in-grace = { $negated ->
    [true] По пункту «{ $fact }» не должно действовать ({ $at }) или истечь не раньше чем за { $grace } до этого: { $values }.
   *[false] По пункту «{ $fact }» должно действовать ({ $at }) или истечь не раньше чем за { $grace } до этого: { $values }.
}
demand-count-matching = { $negated ->
    [true] По пункту «{ $fact }» недопустимое число записей, отвечающих правилу по пунктам: { $fields } — { $count } и больше.
   *[false] По пункту «{ $fact }» требуемое число записей, отвечающих правилу по пунктам: { $fields } — не менее { $count }.
}
demand-sum = { $negated ->
    [true] По пункту «{ $fact }» не допускается сумма «{ $field }»: { $range }.
   *[false] По пункту «{ $fact }» требуется сумма «{ $field }»: { $range }.
}
demand-sum-matching = { $negated ->
    [true] По пункту «{ $fact }» не допускается сумма «{ $field }» по записям, отвечающим правилу по пунктам: { $fields } — { $range }.
   *[false] По пункту «{ $fact }» требуется сумма «{ $field }» по записям, отвечающим правилу по пунктам: { $fields } — { $range }.
}
demand-includes = { $negated ->
    [true] В пункте «{ $fact }» не должно значиться: { $value }.
   *[false] В пункте «{ $fact }» должно значиться: { $value }.
}
demand-includes-all = { $negated ->
    [true] В пункте «{ $fact }» не должно одновременно значиться всё перечисленное: { $values }.
   *[false] В пункте «{ $fact }» должно значиться всё перечисленное: { $values }.
}
demand-overlaps = { $negated ->
    [true] В пункте «{ $fact }» не должно значиться ничего из перечисленного: { $values }.
   *[false] В пункте «{ $fact }» должно значиться хотя бы одно из перечисленного: { $values }.
}
demand-count-at-least = { $negated ->
    [true] { $count ->
        [one] В пункте «{ $fact }» должно быть меньше { $count } записи.
        [few] В пункте «{ $fact }» должно быть меньше { $count } записей.
        [many] В пункте «{ $fact }» должно быть меньше { $count } записей.
       *[other] В пункте «{ $fact }» должно быть меньше { $count } записи.
    }
   *[false] { $count ->
        [one] В пункте «{ $fact }» требуется не менее { $count } записи.
        [few] В пункте «{ $fact }» требуется не менее { $count } записей.
        [many] В пункте «{ $fact }» требуется не менее { $count } записей.
       *[other] В пункте «{ $fact }» требуется не менее { $count } записи.
    }
}
demand-applies = Пункт «{ $fact }» должен быть применим в данном случае.
demand-applies-not = Пункт «{ $fact }» не должен быть применим в данном случае.

## What was found of that fact, and what follows

outcome-known = { $verdict-key ->
    [met] Указано: { $value }. Условие выполнено.
    [unmet] Указано: { $value }. Условие не выполнено.
   *[undetermined] Указано: { $value }. Пока неизвестно, выполнено ли условие.
}
outcome-so-far = { $verdict-key ->
    [met] На данный момент указано: { $value }. Условие выполнено.
    [unmet] На данный момент указано: { $value }. Условие не выполнено.
   *[undetermined] На данный момент указано: { $value }. Сведения могут пополниться, поэтому пока неизвестно, выполнено ли условие.
}
outcome-lacking = { $verdict-key ->
    [unmet] Указано: { $value }. Отсутствует: { $lacking }. Условие не выполнено.
   *[undetermined] На данный момент указано: { $value }. Пока отсутствует: { $lacking }. Сведения могут пополниться, поэтому пока неизвестно, выполнено ли условие.
}
outcome-assumed = { $verdict-key ->
    [met] Этих сведений у нас нет; правило в таком случае исходит из значения: { $value }. Условие выполнено.
    [unmet] Этих сведений у нас нет; правило в таком случае исходит из значения: { $value }. Условие не выполнено.
   *[undetermined] Этих сведений у нас нет; правило в таком случае исходит из значения: { $value }. Пока неизвестно, выполнено ли условие.
}
outcome-missing = Этих сведений у нас пока нет, поэтому неизвестно, выполнено ли условие.
outcome-not-applicable = { $verdict-key ->
    [met] В данном случае это неприменимо, поэтому условие выполнено.
    [unmet] В данном случае это неприменимо, поэтому условие не выполнено.
   *[undetermined] В данном случае это неприменимо, поэтому пока неизвестно, выполнено ли условие.
}
outcome-beside-not-applicable = { $verdict-key ->
    [met] То, с чем это сравнивается, в данном случае неприменимо, поэтому условие выполнено.
    [unmet] То, с чем это сравнивается, в данном случае неприменимо, поэтому условие не выполнено.
   *[undetermined] То, с чем это сравнивается, в данном случае неприменимо, поэтому пока неизвестно, выполнено ли условие.
}
outcome-contested = Имеющиеся подтверждения противоречат друг другу, поэтому пока неизвестно, выполнено ли условие.
outcome-not-listed = Указано: { $value }. В списке этого нет, поэтому решает ответственное лицо.
outcome-wrong-type = Имеющиеся сведения невозможно сравнить с требованием, поэтому их должно проверить ответственное лицо.

## A condition in words of the rule: what is asked, and what was found

sentence = { $demand } { $outcome }

## What was found of a fact, as a sentence

found-known = По пункту «{ $fact }» указано: { $value }.
found-so-far = По пункту «{ $fact }» на данный момент указано: { $value }.
found-lacking = { $verdict-key ->
    [unmet] По пункту «{ $fact }» указано: { $value }. Отсутствует: { $lacking }.
   *[undetermined] По пункту «{ $fact }» на данный момент указано: { $value }. Пока отсутствует: { $lacking }.
}
found-assumed = По пункту «{ $fact }» сведений у нас нет; правило в таком случае исходит из значения: { $value }.
found-missing = По пункту «{ $fact }» сведений у нас пока нет.
found-not-applicable = Пункт «{ $fact }» в данном случае неприменим.
found-contested = По пункту «{ $fact }» имеющиеся подтверждения противоречат друг другу.
found-not-listed = По пункту «{ $fact }» указано то, чего нет в списке: { $value }.
found-wrong-type = По пункту «{ $fact }» имеющиеся сведения невозможно сравнить с требованием.

## What was found of a fact, as a note

note-known = { $fact }: { $value }
note-so-far = { $fact }: на данный момент { $value }
note-assumed = { $fact }: неизвестно, принято { $value }
note-missing = { $fact }: пока неизвестно
note-not-applicable = { $fact }: неприменимо
note-contested = { $fact }: подтверждения противоречат друг другу
note-not-listed = { $fact }: { $value } (нет в списке)
note-wrong-type = { $fact }: невозможно сравнить

## Values

single-yes = да
single-no = нет
single-code = { $code }
single-number = { $number }
single-day = { $day }

single-instant = { DATETIME($at) }
single-period = { $span }
single-ever = бессрочно
single-entries = { $count ->
    [one] { $count } запись
    [few] { $count } записи
    [many] { $count } записей
   *[other] { $count } записи
}
when-day = { $day }
when-instant = { DATETIME($at) }
when-fact = «{ $fact }»
span-both = с { $from } по { $until }
span-from = { $from } или позже
span-until = { $until } или раньше
span-fact = «{ $fact }»
range-at-least = не менее { $least }
range-at-most = не более { $most }
range-between = от { $least } до { $most }
long-days = { $count ->
    [one] { $count } день
    [few] { $count } дня
    [many] { $count } дней
   *[other] { $count } дня
}
long-months = { $count ->
    [one] { $count } месяц
    [few] { $count } месяца
    [many] { $count } месяцев
   *[other] { $count } месяца
}
long-years = { $count ->
    [one] { $count } год
    [few] { $count } года
    [many] { $count } лет
   *[other] { $count } года
}

listed-either = { LIST($items, type: "or") }
listed-either-cut = { LIST($items, type: "or") } (первые { $shown } из { $of })
listed-every = { LIST($items, type: "and") }
listed-every-cut = { LIST($items, type: "and") } (первые { $shown } из { $of })
listed-none = ничего

## What is still needed

needed-facts = Чтобы принять решение, нам нужны ещё следующие сведения: { $facts }.
needed-officer = То, что не решают имеющиеся сведения, должно решить ответственное лицо.
needed-fact-plain = «{ $fact }»
needed-fact-proved = «{ $fact }» (подтверждение: { $evidence })
