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

# Leaves out $unsigned: a minus stands right before the number.
money = { $currency ->
    [EUR] { $amount } €
    [GBP] { $amount } £
    [PLN] { $amount } zł
   *[other] { $amount } { $currency }
}

# In a sentence a year is followed by its “r.”; a stop after it is that one.
day = { $style ->
    [short] { $written }
   *[other] { $written } r.
}
# Leaves out $written: the day is as above.
moment = { $day }, godz. { $time }
at-utc = { $at } UTC
