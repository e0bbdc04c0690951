label-yes = tak
label-no = nie
label-unknown = nie wiadomo
label-nothing = brak

period = { $from ->
    [absent] { $until ->
        [absent] bezterminowo
       *[other] do { $until }
    }
   *[other] { $until ->
        [absent] od { $from }
       *[other] od { $from } do { $until }
    }
}

money = { $currency ->
    [EUR] { $amount } €
    [GBP] { $amount } £
    [PLN] { $amount } zł
   *[other] { $amount } { $currency }
}

day = { $written }
moment = { $day }, godz. { $time }
at-utc = { $at } UTC
