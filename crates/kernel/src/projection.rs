//! Read models that follow the feed.

use uuid::Uuid;

use crate::{DecodeError, LoadError, Position, Recorded, Store};

/// How many events are asked of the store at a time.
const PAGE: usize = 1_000;

/// A read model: what many streams say together, such as the seats left in each group.
///
/// A trait because callers write their own. What it shows is advisory: a rule over a set needs a
/// guard stream. To ensure correctness:
/// - events at or before [`Projection::position`] change nothing;
/// - an event that it does not know is passed over, and the position moves on.
pub trait Projection {
    /// Takes note of an event.
    ///
    /// # Errors
    /// [`DecodeError::Malformed`] for an event it knows with content it cannot read.
    fn apply(&mut self, recorded: &Recorded) -> Result<(), DecodeError>;

    /// The last event it has seen.
    fn position(&self) -> Position;
}

/// Lets a projection see everything it has not seen of a scope, or of the whole store, and says how
/// many events that was.
///
/// # Errors
/// [`LoadError`] if the store fails or an event is malformed; what came before has been applied.
pub fn catch_up<S: Store + ?Sized>(
    projection: &mut dyn Projection,
    store: &S,
    scope: Option<Uuid>,
) -> Result<u64, LoadError> {
    let mut seen: u64 = 0;
    let mut after = projection.position();
    loop {
        let page = store.feed(scope, after, PAGE)?;
        for recorded in &page {
            projection.apply(recorded)?;
            after = recorded.position;
            seen = seen.saturating_add(1);
        }
        if page.len() < PAGE {
            return Ok(seen);
        }
    }
}
