//! Reading what officers and offices write, beside a bare parser of the same bytes.

mod definitions;
mod lau;

type Outcome = Result<(), Box<dyn std::error::Error>>;

fn main() -> Outcome {
    let only = std::env::args().skip(1).find(|argument| !argument.starts_with('-'));
    let wanted = |id: &str| only.as_ref().is_none_or(|only| id.contains(only.as_str()));
    if wanted("intake_lau") {
        lau::units()?;
    }
    if wanted("intake_definitions") {
        definitions::lines()?;
    }
    Ok(())
}
