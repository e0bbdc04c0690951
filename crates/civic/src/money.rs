//! Money: an amount in a currency, whole in its smallest unit, and splits that add up.
//!
//! Guards P6 (costs add up to the cent) and C6.

use guildhall_words::Say;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Given, decimal};

/// A currency: an alphabetic code of ISO 4217 for money that is or, in records of past years, was paid
/// with. Metals, accounting units without a smallest unit and test codes are left out.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(into = "String")]
#[schemars(with = "String", extend(
    "enum" = Self::all().map(Self::as_str).collect::<Vec<_>>(),
    "examples" = ["EUR"],
))]
pub struct Currency(&'static str);

/// The text is no currency.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} is no currency of ISO 4217 such as `EUR` or `PLN`")]
pub struct CurrencyError(pub Given);

// ISO 4217:2015 with its amendments, by the digits after the decimal sign.
const NONE: &str = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
const TWO: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD \
    CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD \
    HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP \
    MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR \
    SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES \
    WST XCD XCG YER ZAR ZMW ZWG";
const THREE: &str = "BHD IQD JOD KWD LYD OMR TND";
const FOUR: &str = "CLF UYW";
// Withdrawn since 2004, wherever the records of a European project may still name them.
const WITHDRAWN: &str = "ANG BGN BYR CYP EEK HRK LTL LVL MTL ROL SIT SKK TRL";

impl Currency {
    /// The euro.
    pub const EUR: Self = Self("EUR");
    /// The Polish złoty.
    pub const PLN: Self = Self("PLN");
    /// The Russian rouble.
    pub const RUB: Self = Self("RUB");
    /// The Norwegian krone.
    pub const NOK: Self = Self("NOK");

    /// Reads three capital letters.
    ///
    /// # Errors
    /// [`CurrencyError`] where no currency has them.
    pub fn new(text: &str) -> Result<Self, CurrencyError> {
        Self::all().find(|currency| currency.0 == text).ok_or_else(|| CurrencyError(Given::code(text)))
    }

    /// Every currency there is, the most usual first.
    pub fn all() -> impl Iterator<Item = Self> {
        [TWO, NONE, THREE, FOUR, WITHDRAWN].into_iter().flat_map(str::split_ascii_whitespace).map(Self)
    }

    /// The three letters.
    pub const fn as_str(self) -> &'static str {
        self.0
    }

    /// The digits after the decimal sign: 2 for the euro, none for the yen.
    pub fn decimals(self) -> u32 {
        let among = |codes: &str| codes.split_ascii_whitespace().any(|code| code == self.0);
        match self.0 {
            // The old lira and the Belarusian rouble of 2000 were paid in whole units.
            "BYR" | "TRL" => 0,
            _ if among(NONE) => 0,
            _ if among(THREE) => 3,
            _ if among(FOUR) => 4,
            _ => 2,
        }
    }
}

impl std::str::FromStr for Currency {
    type Err = CurrencyError;

    fn from_str(text: &str) -> Result<Self, CurrencyError> {
        Self::new(text)
    }
}
// By hand, for a derived one would ask the input to live as long as the codes do.
impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        Self::new(&text).map_err(serde::de::Error::custom)
    }
}
impl TryFrom<String> for Currency {
    type Error = CurrencyError;

    fn try_from(text: String) -> Result<Self, CurrencyError> {
        Self::new(&text)
    }
}
impl From<Currency> for String {
    fn from(currency: Currency) -> Self {
        currency.0.to_owned()
    }
}
impl std::fmt::Display for Currency {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.0)
    }
}
impl std::fmt::Debug for Currency {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Currency({})", self.0)
    }
}

/// An amount of money, whole in the smallest unit of its currency. It may be negative, as a correction is.
///
/// Written `{ amount = "12.50", currency = "EUR" }`.
///
/// ```
/// use guildhall_civic::{Currency, Money};
///
/// let cost: Money = Money::new("100.00".parse()?, Currency::EUR)?;
/// let shares = cost.split(&[1, 1, 1])?;
/// assert_eq!(shares.iter().map(ToString::to_string).collect::<Vec<_>>(), ["33.34 EUR", "33.33 EUR", "33.33 EUR"]);
/// assert_eq!(Money::total(Currency::EUR, shares)?, cost);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "Written", into = "Written")]
#[schemars(with = "Written")]
pub struct Money {
    minor: i64,
    currency: Currency,
}

#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Money", example = Money::from_minor(1250, Currency::EUR))]
struct Written {
    /// The amount as decimal text, such as `"12.50"`.
    #[serde(deserialize_with = "decimal::deserialize")]
    #[schemars(schema_with = "decimal::json_schema")]
    amount: Decimal,
    /// The currency's code of ISO 4217, such as `EUR`.
    currency: Currency,
}

/// Why an amount is no money, or two amounts make none.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Say)]
pub enum MoneyError {
    /// The amount is finer than the smallest unit.
    #[error("`{amount}` is finer than the smallest unit of {currency}, which has {} decimals", .currency.decimals())]
    #[say(tell(decimals: u32 = currency.decimals()))]
    TooFine {
        /// The amount as given.
        amount: Decimal,
        /// The currency.
        currency: Currency,
    },
    /// More than can be counted in 64 bits of the smallest unit.
    #[error("the amount in {currency} is too large to be counted")]
    TooLarge {
        /// The currency.
        currency: Currency,
    },
    /// Two currencies are not added: an exchange rate is somebody's decision.
    #[error("{left} and {right} are not added without an exchange rate")]
    TwoCurrencies {
        /// The first currency.
        left: Currency,
        /// The second.
        right: Currency,
    },
}

/// The weights say nothing about how to share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, Say)]
pub enum SplitError {
    /// There is no weight, or every weight is zero.
    #[error("nobody has a share greater than zero")]
    NoWeight,
}

impl Money {
    /// So much of this currency.
    ///
    /// # Errors
    /// [`MoneyError::TooFine`] where it is not whole in the smallest unit, [`MoneyError::TooLarge`] beyond
    /// 64 bits of it.
    pub fn new(amount: Decimal, currency: Currency) -> Result<Self, MoneyError> {
        let plain = amount.normalize();
        let finer = || MoneyError::TooFine { amount, currency };
        let zeros = currency.decimals().checked_sub(plain.scale()).ok_or_else(finer)?;
        10_i128
            .checked_pow(zeros)
            .and_then(|factor| plain.mantissa().checked_mul(factor))
            .and_then(|minor| i64::try_from(minor).ok())
            .map(|minor| Self { minor, currency })
            .ok_or(MoneyError::TooLarge { currency })
    }

    /// So many of the smallest unit: cents, groszy, whole yen.
    pub const fn from_minor(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// Nothing, in this currency.
    pub const fn zero(currency: Currency) -> Self {
        Self { minor: 0, currency }
    }

    /// The amount, with all the decimals of its currency.
    pub fn amount(self) -> Decimal {
        Decimal::new(self.minor, self.currency.decimals())
    }

    /// The amount in the smallest unit.
    pub const fn minor(self) -> i64 {
        self.minor
    }

    /// The currency.
    pub const fn currency(self) -> Currency {
        self.currency
    }

    /// Whether it is nothing.
    pub const fn is_zero(self) -> bool {
        self.minor == 0
    }

    /// Both together.
    ///
    /// # Errors
    /// [`MoneyError::TwoCurrencies`], [`MoneyError::TooLarge`].
    pub fn plus(self, other: Self) -> Result<Self, MoneyError> {
        self.combined(other, i64::checked_add)
    }

    /// This without the other.
    ///
    /// # Errors
    /// [`MoneyError::TwoCurrencies`], [`MoneyError::TooLarge`].
    pub fn minus(self, other: Self) -> Result<Self, MoneyError> {
        self.combined(other, i64::checked_sub)
    }

    /// All of them together; of none, zero.
    ///
    /// # Errors
    /// [`MoneyError::TwoCurrencies`] where one is of another currency, [`MoneyError::TooLarge`].
    pub fn total(currency: Currency, parts: impl IntoIterator<Item = Self>) -> Result<Self, MoneyError> {
        parts.into_iter().try_fold(Self::zero(currency), Self::plus)
    }

    /// Shares it in proportion to the weights, so that the shares add up to it exactly: each share is its
    /// proportion rounded towards zero, and the units left over go one by one to the largest remainders, of
    /// equal ones to the first (Hamilton's method of largest remainders). A weight of zero gets nothing.
    ///
    /// # Errors
    /// [`SplitError::NoWeight`] where no weight is greater than zero.
    pub fn split(self, weights: &[u64]) -> Result<Vec<Self>, SplitError> {
        let whole: i128 = weights.iter().map(|weight| i128::from(*weight)).sum();
        if whole == 0 {
            return Err(SplitError::NoWeight);
        }
        let mut shares: Vec<(usize, i128, i128)> = weights
            .iter()
            .enumerate()
            .map(|(place, weight)| {
                // 64 bits times 64 bits, one of them a sign: never beyond 128.
                let product = i128::from(self.minor) * i128::from(*weight);
                (place, product / whole, (product % whole).abs())
            })
            .collect();
        let given: i128 = shares.iter().map(|(_, share, _)| share).sum();
        let left = i128::from(self.minor) - given;
        // Each remainder is smaller than the whole, so fewer units are left than there are shares.
        let count = usize::try_from(left.unsigned_abs()).unwrap_or_default();
        shares.sort_by_key(|(place, _, remainder)| (std::cmp::Reverse(*remainder), *place));
        for (_, share, _) in shares.iter_mut().take(count) {
            *share += left.signum();
        }
        shares.sort_by_key(|(place, _, _)| *place);
        // No share exceeds the whole amount, which fits.
        let money = |share: i128| Self { minor: i64::try_from(share).unwrap_or_default(), ..self };
        Ok(shares.into_iter().map(|(_, share, _)| money(share)).collect())
    }

    fn combined(self, other: Self, op: fn(i64, i64) -> Option<i64>) -> Result<Self, MoneyError> {
        let Self { currency, .. } = self;
        if currency != other.currency {
            return Err(MoneyError::TwoCurrencies { left: currency, right: other.currency });
        }
        let minor = op(self.minor, other.minor).ok_or(MoneyError::TooLarge { currency })?;
        Ok(Self { minor, currency })
    }
}

impl TryFrom<Written> for Money {
    type Error = MoneyError;

    fn try_from(written: Written) -> Result<Self, MoneyError> {
        Self::new(written.amount, written.currency)
    }
}
impl From<Money> for Written {
    fn from(money: Money) -> Self {
        Self { amount: money.amount(), currency: money.currency }
    }
}
impl std::fmt::Display for Money {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.amount(), self.currency)
    }
}
