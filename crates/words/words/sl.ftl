label-yes = da
label-no = ne
label-unknown = ni znano
label-nothing = nič

# The short form of a day is the same in every case.
period = { $from ->
    [absent] { $until ->
        [absent] časovno neomejeno
       *[other] do { DATETIME($until, style: "short") }
    }
   *[other] { $until ->
        [absent] od { DATETIME($from, style: "short") }
       *[other] od { DATETIME($from, style: "short") } do { DATETIME($until, style: "short") }
    }
}

# Leaves out $unsigned: a minus stands right before the number.
money = { $currency ->
    [EUR] { $amount } €
    [GBP] { $amount } £
   *[other] { $amount } { $currency }
}

# CLDR writes 03. junij and 3. 06. 19, the orthography 3. junij and 3. 6. 2019.
day = { $style ->
    [long] { $day }. { $month-name } { $year }
    [short] { $day }. { $month }. { $year }
    [weekday] { $weekday }, { $day }. { $month-name } { $year }
   *[other] { $written }
}
# Leaves out $written: the day is as above.
moment = { $day } ob { $time }
at-utc = { $at } UTC
