label-yes = yes
label-no = no
label-unknown = not known
label-nothing = none

period = { $from ->
    [absent] { $until ->
        [absent] at any time
       *[other] until { $until }
    }
   *[other] { $until ->
        [absent] from { $from }
       *[other] { $from } to { $until }
    }
}

# A pound or a euro stands before the amount; a minus stands before both.
money = { $negative ->
    [true] { $currency ->
        [EUR] -€{ $unsigned }
        [GBP] -£{ $unsigned }
       *[other] { $amount } { $currency }
    }
   *[other] { $currency ->
        [EUR] €{ $unsigned }
        [GBP] £{ $unsigned }
       *[other] { $amount } { $currency }
    }
}

day = { $written }
moment = { $written }
at-utc = { $at } UTC
