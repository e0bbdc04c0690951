//! Money beside a naive reference that counts single units.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use guildhall_civic::{Currency, Decimal, Money, MoneyError, SplitError, strategies};
use proptest::prelude::*;

/// Hands out one unit after another: the whole part of everybody's proportion first, then the rest to whoever
/// is furthest below their proportion, the first of equals.
fn reference(minor: i64, weights: &[u64]) -> Vec<i64> {
    let whole: i128 = weights.iter().map(|w| i128::from(*w)).sum();
    let size = i128::from(minor.unsigned_abs());
    let mut shares: Vec<i128> = weights.iter().map(|w| size * i128::from(*w) / whole).collect();
    while shares.iter().sum::<i128>() < size {
        let behind = |n: usize| size * i128::from(weights[n]) - shares[n] * whole;
        let mut furthest = 0;
        for n in 1..weights.len() {
            if behind(n) > behind(furthest) {
                furthest = n;
            }
        }
        shares[furthest] += 1;
    }
    shares.iter().map(|share| i64::try_from(share * i128::from(minor.signum())).unwrap()).collect()
}

fn weights() -> impl Strategy<Value = Vec<u64>> {
    let weight = prop_oneof![1 => Just(0), 4 => 1u64..20, 2 => 1u64..1_000_000, 1 => any::<u64>()];
    prop::collection::vec(weight, 1..12).prop_filter("no weight", |w| w.iter().any(|w| *w > 0))
}

proptest! {
    #[test]
    fn p6_a_split_adds_up_and_is_the_reference(money in strategies::money(), weights in weights()) {
        let shares = money.split(&weights).unwrap();
        let sum: i128 = shares.iter().map(|share| i128::from(share.minor())).sum();
        prop_assert_eq!(sum, i128::from(money.minor()));
        let minors: Vec<_> = shares.iter().map(|share| share.minor()).collect();
        prop_assert_eq!(minors, reference(money.minor(), &weights));
        prop_assert!(shares.iter().all(|share| share.currency() == money.currency()));
        let whole: i128 = weights.iter().map(|w| i128::from(*w)).sum();
        for (share, weight) in shares.iter().zip(&weights) {
            // Within one unit of the exact proportion, and nothing for nothing.
            let exact = i128::from(money.minor()) * i128::from(*weight);
            prop_assert!((exact / whole - i128::from(share.minor())).abs() <= 1);
            prop_assert!(*weight > 0 || share.is_zero());
        }
    }

    #[test]
    fn a_split_is_fair(minor in 0i64..1_000_000, weights in prop::collection::vec(0u64..50, 1..9), k in 1u64..9) {
        prop_assume!(weights.iter().any(|w| *w > 0));
        let split = |w: &[u64]| Money::from_minor(minor, Currency::EUR).split(w).unwrap();
        let shares = split(&weights);
        for (a, b) in weights.iter().enumerate().flat_map(|a| weights.iter().enumerate().map(move |b| (a, b))) {
            prop_assert!(a.1 <= b.1 || shares[a.0].minor() >= shares[b.0].minor(), "the heavier gets no less");
        }
        let scaled: Vec<_> = weights.iter().map(|w| w * k).collect();
        prop_assert_eq!(split(&scaled), shares, "only proportions count");
    }

    /// The reference adds decimals, which know nothing of smallest units.
    #[test]
    fn sums_are_those_of_the_decimals(a in strategies::money(), b in strategies::money()) {
        let same = a.currency() == b.currency();
        for (sum, exact) in [(a.plus(b), a.amount() + b.amount()), (a.minus(b), a.amount() - b.amount())] {
            match sum {
                Ok(money) => prop_assert!(same && money.amount() == exact),
                Err(MoneyError::TwoCurrencies { .. }) => prop_assert!(!same),
                Err(MoneyError::TooLarge { .. }) => {
                    prop_assert!(same && Money::new(exact, a.currency()).is_err());
                }
                Err(other) => prop_assert!(false, "{other}"),
            }
        }
    }

    #[test]
    fn an_amount_is_whole_in_the_smallest_unit(
        mantissa in any::<i64>(), scale in 0u32..8, currency in strategies::currency(),
    ) {
        let amount = Decimal::new(mantissa, scale);
        let units = Decimal::from(10u64.pow(currency.decimals()));
        // The product may need more digits than a decimal has; then the amount is far beyond 64 bits.
        let expected = amount.checked_mul(units).filter(Decimal::is_integer).and_then(|n| i64::try_from(n).ok());
        let read = Money::new(amount, currency);
        prop_assert_eq!(read.clone().ok().map(Money::minor), expected);
        if let Ok(money) = read {
            prop_assert_eq!(money.amount(), amount);
            prop_assert_eq!(money.amount().scale(), currency.decimals());
        }
    }
}

#[test]
fn smallest_units_are_those_of_iso_4217() {
    let decimals = |code: &str| code.parse::<Currency>().unwrap().decimals();
    for (code, digits) in [
        ("EUR", 2),
        ("PLN", 2),
        ("RUB", 2),
        ("NOK", 2),
        ("CHF", 2),
        ("HUF", 2),
        ("JPY", 0),
        ("ISK", 0),
        ("KWD", 3),
        ("CLF", 4),
        ("SIT", 2),
        ("TRL", 0),
    ] {
        assert_eq!(decimals(code), digits, "{code}");
    }
    for code in ["", "eur", "EU", "EURO", "XAU", "XXX", "€"] {
        assert!(code.parse::<Currency>().is_err(), "{code}");
    }
}

#[test]
fn refusals_say_what_to_do() {
    let half_cent = Money::new(Decimal::new(125, 3), Currency::EUR).unwrap_err();
    assert_eq!(half_cent.to_string(), "`0.125` is finer than the smallest unit of EUR, which has 2 decimals");
    let euro = Money::from_minor(100, Currency::EUR);
    let mixed = euro.plus(Money::zero(Currency::PLN)).unwrap_err();
    assert_eq!(mixed.to_string(), "EUR and PLN are not added without an exchange rate");
    let most = Money::from_minor(i64::MAX, Currency::EUR);
    assert_eq!(most.plus(euro).unwrap_err(), MoneyError::TooLarge { currency: Currency::EUR });
    assert_eq!(euro.split(&[]).unwrap_err(), SplitError::NoWeight);
    assert_eq!(euro.split(&[0, 0]).unwrap_err(), SplitError::NoWeight);
    assert_eq!(Money::total(Currency::EUR, []).unwrap(), Money::zero(Currency::EUR));
}

#[test]
fn the_largest_amounts_are_split_too() {
    for minor in [i64::MIN, i64::MAX] {
        let shares = Money::from_minor(minor, Currency::EUR).split(&[u64::MAX; 3]).unwrap();
        assert_eq!(shares.iter().map(|s| i128::from(s.minor())).sum::<i128>(), i128::from(minor));
        let alone = Money::from_minor(minor, Currency::EUR).split(&[0, u64::MAX]).unwrap();
        assert_eq!(alone[1].minor(), minor);
    }
}
