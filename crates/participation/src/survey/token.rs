//! Tokens: the right to answer once. Only their digests are ever stored (L3).

use std::fmt;
use std::str::FromStr;

use guildhall_kernel::Uuid;
use guildhall_words::Say;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::SurveyId;

/// The right to answer a survey once: a random uuid that the caller draws, hands to a participant
/// and forgets. Its `Debug` does not show it.
///
/// ```
/// use guildhall_participation::survey::Token;
///
/// let token: Token = "5d3c1a6e-7b0a-4f0e-9d5f-0c7d6f0a9b11".parse()?;
/// assert_eq!(format!("{token:?}"), "Token([confidential])");
/// assert!("017f22e2-79b0-7cc3-98c4-dc0c0c07398f".parse::<Token>().is_err(), "it tells when it was made");
/// # Ok::<(), guildhall_participation::survey::TokenError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "Uuid", into = "Uuid")]
#[schemars(with = "Uuid")]
pub struct Token(Uuid);

/// What was handed in is no token. The message does not repeat it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Say, thiserror::Error)]
#[error("this is no survey token: a token is a random uuid (version 4)")]
pub struct TokenError;

impl Token {
    /// Takes a uuid that was drawn at random.
    ///
    /// # Errors
    /// [`TokenError`] for one of another version than 4: it could be computed, or tells the time.
    pub fn new(uuid: Uuid) -> Result<Self, TokenError> {
        if is_random(uuid) { Ok(Self(uuid)) } else { Err(TokenError) }
    }

    /// What is stored in the token's place, another one in every survey: nothing leads back.
    pub fn digest(&self, survey: SurveyId) -> TokenDigest {
        let mut digest = Sha256::new();
        digest.update(b"guildhall survey token\0");
        digest.update(survey.as_uuid().as_bytes());
        digest.update(self.0.as_bytes());
        TokenDigest(digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
    }
}

/// Whether a uuid says of itself that it was drawn at random.
pub(crate) fn is_random(uuid: Uuid) -> bool {
    uuid.get_version_num() == 4
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token([confidential])")
    }
}
impl FromStr for Token {
    type Err = TokenError;

    fn from_str(text: &str) -> Result<Self, TokenError> {
        Self::new(Uuid::try_parse(text).map_err(|_| TokenError)?)
    }
}
impl TryFrom<Uuid> for Token {
    type Error = TokenError;

    fn try_from(uuid: Uuid) -> Result<Self, TokenError> {
        Self::new(uuid)
    }
}
impl From<Token> for Uuid {
    fn from(token: Token) -> Self {
        token.0
    }
}

/// The digest of a token (SHA-256 over the survey and the token), 64 small hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String", extend("pattern" = "^[0-9a-f]{64}$"))]
pub struct TokenDigest(String);

impl TryFrom<String> for TokenDigest {
    type Error = TokenDigestError;

    fn try_from(text: String) -> Result<Self, TokenDigestError> {
        let hexadecimal = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        if text.len() == 64 && text.bytes().all(hexadecimal) { Ok(Self(text)) } else { Err(TokenDigestError) }
    }
}
impl From<TokenDigest> for String {
    fn from(digest: TokenDigest) -> Self {
        digest.0
    }
}

/// The text is no digest of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is no digest of a survey token: it has 64 small hexadecimal digits")]
pub struct TokenDigestError;
