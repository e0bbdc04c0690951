label-yes = да
label-no = нет
label-unknown = неизвестно
label-nothing = нет

period = { $from ->
    [absent] { $until ->
        [absent] бессрочно
       *[other] по { $until }
    }
   *[other] { $until ->
        [absent] с { $from }
       *[other] с { $from } по { $until }
    }
}

# Leaves out $unsigned: a minus stands right before the number.
money = { $currency ->
    [EUR] { $amount } €
    [GBP] { $amount } £
    [RUB] { $amount } ₽
   *[other] { $amount } { $currency }
}

day = { $written }
moment = { $written }
at-utc = { $at } UTC
