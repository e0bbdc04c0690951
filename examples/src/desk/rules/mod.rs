//! Rules at the desk: whether they can be used, what they say of people and why, and whom a new version
//! changes.

mod book;
mod check;
mod clauses;
mod clock;
mod diff;
mod edge;
mod eval;
mod explain;
mod letter;
mod likeness;
mod lookup;
mod people;
mod plain;
mod progress;
mod schema;
mod sheet;
mod task;
mod voice;
mod wording;

pub use book::Book;
pub use check::{Checked, Found, check};
pub use diff::{Differs, Turned, diff};
pub use eval::{Evaluated, Told, eval};
pub use explain::{Letter, explain};
pub use people::{PeopleFile, Person};
pub use progress::Progress;
pub use schema::{Described, schema};
pub use sheet::Layout;
pub use task::{Lean, Task};
pub use voice::Voice;
pub(super) use wording::{Change, Column, Line, Phrase, Sound};
