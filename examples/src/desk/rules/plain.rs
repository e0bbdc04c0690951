//! Facts as an officer writes them: in a cell of a table, or as a value of TOML or JSON.

use guildhall::kernel::chrono::{DateTime, NaiveDate};
use guildhall::kernel::chrono_tz::Tz;
use guildhall::kernel::{Local, Time};
use guildhall::rules::{
    Codes, Decimal, Declaration, Fact, FactKey, FactType, Period, Record, RecordType, Records, Symbol, Value,
};
use serde_json::Value as Json;

/// What a cell says: nothing that nobody has said yet, `-` that there is no such thing for this person, `?`
/// that the evidence disagrees. Codes have spaces between them, and end with `...` where more may follow;
/// a period is written `2019-04-01/2019-04-30`, without an end on a side that is open.
pub(super) fn cell(declaration: &Declaration, text: &str) -> Result<Fact, String> {
    match text {
        "" => return Ok(Fact::Missing),
        "-" => return Ok(Fact::not_applicable()),
        "?" => return Ok(Fact::contested([])),
        _ => {}
    }
    let value = match declaration.kind() {
        FactType::Set(_) => {
            let (codes, so_far) = match text.strip_suffix("...").or_else(|| text.strip_suffix('…')) {
                Some(codes) => (codes, true),
                None => (text, false),
            };
            let codes = codes.split_whitespace().map(symbol).collect::<Result<Vec<_>, _>>()?;
            Some(Value::Set(if so_far { Codes::so_far(codes) } else { Codes::complete(codes) }))
        }
        FactType::Boolean => match text {
            "yes" | "true" => Some(Value::Boolean(true)),
            "no" | "false" => Some(Value::Boolean(false)),
            _ => None,
        },
        FactType::Integer(_) => text.parse().ok().map(Value::Integer),
        FactType::Period => {
            let (from, until) = text.split_once('/').ok_or_else(|| expected(declaration.kind()))?;
            Some(Value::Period(period(Some(from), Some(until))?))
        }
        FactType::Records(_) => {
            return Err(
                "a list of records does not fit into a cell: write the people in JSON or TOML".to_owned()
            );
        }
        kind => scalar(kind, text)?,
    };
    admitted(declaration, value)
}

/// What a value of TOML or JSON says: `true`, `3`, a text, a list of codes or of records (with
/// `{ so_far = […] }` around it where more may follow), `{ from = …, until = … }` for a period; or a fact as
/// decisions record it, such as `{ not_applicable = {} }`.
pub(super) fn json(declaration: &Declaration, json: &Json) -> Result<Fact, String> {
    let fields = json.as_object();
    let recorded = |name: &str| fields.is_some_and(|fields| fields.contains_key(name));
    if ["known", "not_applicable", "contested"].into_iter().any(recorded) {
        let fact: Fact = serde_json::from_value(json.clone()).map_err(|error| error.to_string())?;
        return match fact.value() {
            Some(value) if !declaration.kind().admits(value) => Err(expected(declaration.kind())),
            _ => Ok(fact),
        };
    }
    admitted(declaration, value(declaration.kind(), json)?)
}

fn value(kind: &FactType, json: &Json) -> Result<Option<Value>, String> {
    if let Some(date) = toml_date(json) {
        return scalar(kind, date);
    }
    let (items, so_far) = match json.get("so_far") {
        Some(items) => (items, true),
        None => (json, false),
    };
    Ok(match (kind, items) {
        (FactType::Boolean, Json::Bool(value)) => Some(Value::Boolean(*value)),
        (FactType::Integer(_), Json::Number(number)) => number.as_i64().map(Value::Integer),
        (FactType::Decimal(_), Json::Number(number)) => {
            number.as_i64().map(|whole| Value::Decimal(Decimal::from(whole)))
        }
        (FactType::Set(_), Json::Array(items)) => {
            let code = |item: &Json| item.as_str().ok_or_else(|| expected(kind)).and_then(symbol);
            let codes = items.iter().map(code).collect::<Result<Vec<_>, _>>()?;
            Some(Value::Set(if so_far { Codes::so_far(codes) } else { Codes::complete(codes) }))
        }
        (FactType::Records(of), Json::Array(items)) => {
            let records = items.iter().map(|item| record(of, item)).collect::<Result<Vec<_>, _>>()?;
            Some(Value::Records(if so_far { Records::so_far(records) } else { Records::complete(records) }))
        }
        (FactType::Period, Json::Object(fields)) => {
            let end = |name: &str| {
                fields.get(name).map(|json| {
                    json.as_str().or_else(|| toml_date(json)).ok_or_else(|| format!("`{name}` is no date"))
                })
            };
            if let Some(other) = fields.keys().find(|name| !["from", "until"].contains(&name.as_str())) {
                return Err(format!("there is no field `{other}` in a period"));
            }
            Some(Value::Period(period(end("from").transpose()?, end("until").transpose()?)?))
        }
        (_, Json::String(text)) => scalar(kind, text)?,
        _ => None,
    })
}

/// A date that TOML wrote without quotes arrives as a table with this one key.
fn toml_date(json: &Json) -> Option<&str> {
    json.get("$__toml_private_datetime")?.as_str()
}

fn record(of: &RecordType, json: &Json) -> Result<Record, String> {
    let fields = json.as_object().ok_or("expected a table of fields")?;
    let mut known = Vec::new();
    for (name, json) in fields {
        let field = of.get(name).ok_or_else(|| {
            let names = of.iter().map(|field| format!("`{}`", field.key())).collect::<Vec<_>>().join(", ");
            format!("there is no field `{name}`; there are {names}")
        })?;
        let value = value(field.kind(), json)?.filter(|value| field.kind().admits(value));
        let value = value.ok_or_else(|| format!("`{name}`: {}", expected(field.kind())))?;
        known.push((FactKey::new(name).map_err(|error| error.to_string())?, value));
    }
    Ok(Record::new(known))
}

/// What one text means for types that have no form of their own in TOML and JSON.
fn scalar(kind: &FactType, text: &str) -> Result<Option<Value>, String> {
    Ok(match kind {
        FactType::Symbol(_) => Some(Value::Symbol(symbol(text)?)),
        FactType::Decimal(_) => Decimal::from_str_exact(text).ok().map(Value::Decimal),
        FactType::Date(_) => text.parse().ok().map(Value::Date),
        FactType::Instant(zone) => instant(text, *zone).map(Value::Instant),
        _ => None,
    })
}

/// With an offset, or as a wall time in the fact's zone.
fn instant(text: &str, zone: Option<Tz>) -> Option<Time> {
    if let Ok(time) = DateTime::parse_from_rfc3339(text) {
        return Some(time.to_utc());
    }
    let wall = text.parse::<Local>().ok().filter(|local| matches!(local, Local::At(_)))?;
    wall.begins_in(zone?)
}

fn period(from: Option<&str>, until: Option<&str>) -> Result<Period, String> {
    let day = |text: Option<&str>| match text {
        None | Some("") => Ok(None),
        Some(text) => text
            .parse::<NaiveDate>()
            .map(Some)
            .map_err(|_| format!("`{text}` is no date such as `2019-04-30`")),
    };
    Period::new(day(from)?, day(until)?).map_err(|error| error.to_string())
}

fn symbol(text: &str) -> Result<Symbol, String> {
    Symbol::new(text).map_err(|error| error.to_string())
}

fn admitted(declaration: &Declaration, value: Option<Value>) -> Result<Fact, String> {
    match value {
        Some(value) if declaration.kind().admits(&value) => Ok(Fact::known(value)),
        _ => Err(expected(declaration.kind())),
    }
}

fn expected(kind: &FactType) -> String {
    match kind {
        FactType::Date(_) => format!("expected {kind} such as `2019-04-30`"),
        FactType::Instant(_) => format!("expected {kind} such as `2019-04-30T12:00:00`"),
        FactType::Period => format!("expected {kind} such as `2019-04-01/2019-04-30`"),
        kind => format!("expected {kind}"),
    }
}
