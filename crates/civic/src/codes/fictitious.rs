//! Codes of invented authorities: what could reflect on somebody happens at one of these, never at a real one.

use super::{CodeError, CodeScheme};
use crate::Given;
use crate::vocabulary::is_symbol;

/// Reads the code of an invented authority: lower-case letters and digits in words joined by `_`.
///
/// # Errors
/// [`CodeError::Malformed`] for anything else.
///
/// ```
/// use guildhall_civic::codes::fictitious;
///
/// assert_eq!(fictitious::authority("lipov_dol")?, "lipov_dol");
/// assert!(fictitious::authority("Lipov Dol").is_err());
/// # Ok::<(), guildhall_civic::CodeError>(())
/// ```
pub fn authority(text: &str) -> Result<String, CodeError> {
    if is_symbol(text) {
        return Ok(text.to_owned());
    }
    Err(CodeError::Malformed {
        scheme: CodeScheme::Fictitious,
        code: Given::code(text),
        expected: "lower-case letters and digits in words joined by `_`, beginning with a letter",
    })
}
