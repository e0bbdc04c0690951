label-yes = da
label-no = ne
label-unknown = ni znano
label-nothing = nič

# The short form of a day is the same in every case.
period = { $from ->
    [absent] { $until ->
        [absent] brez roka
       *[other] do { DATETIME($until, style: "short") }
    }
   *[other] { $until ->
        [absent] od { DATETIME($from, style: "short") }
       *[other] od { DATETIME($from, style: "short") } do { DATETIME($until, style: "short") }
    }
}

money = { $currency ->
    [EUR] { $amount } €
    [GBP] { $amount } £
   *[other] { $amount } { $currency }
}

at-utc = { $at } UTC
