//! Names in texts: kebab case, as Fluent allows them.

use syn::{Error, Ident, LitStr, Result};

/// An identifier of Rust in kebab case: `NotApplied` is `not-applied`, `ESFPlus` is `esf-plus`.
pub(crate) fn kebab(ident: &Ident) -> String {
    let name = ident.to_string();
    let name: Vec<char> = name.trim_start_matches("r#").chars().collect();
    let mut kebab = String::new();
    for (at, letter) in name.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| name.get(at));
        let after = name.get(at + 1);
        let begins = letter.is_uppercase()
            && before.is_some_and(|before| *before != '_')
            && (before.is_some_and(|before| !before.is_uppercase())
                || after.is_some_and(|after| after.is_lowercase()));
        if begins {
            kebab.push('-');
        }
        match letter {
            '_' if kebab.is_empty() => {}
            '_' => kebab.push('-'),
            letter => kebab.extend(letter.to_lowercase()),
        }
    }
    kebab
}

/// A name given in an attribute.
pub(crate) fn given(literal: &LitStr) -> Result<String> {
    let name = literal.value();
    let allowed = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
    if name.starts_with(|first: char| first.is_ascii_lowercase()) && name.chars().all(allowed) {
        Ok(name)
    } else {
        Err(Error::new(
            literal.span(),
            "a name in texts begins with a small letter and has small letters, digits and hyphens",
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_kebab_case() {
        let pairs = [
            ("NotApplied", "not-applied"),
            ("ESFPlus", "esf-plus"),
            ("Round2", "round2"),
            ("SLOVENIA", "slovenia"),
            ("r#type", "type"),
            ("consent_from", "consent-from"),
            ("_hidden", "hidden"),
            ("A", "a"),
        ];
        for (rust, text) in pairs {
            assert_eq!(
                kebab(&Ident::new_raw(rust.trim_start_matches("r#"), proc_macro2::Span::call_site())),
                text
            );
        }
    }
}
