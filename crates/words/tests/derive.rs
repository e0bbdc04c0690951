//! What `#[derive(Say)]` makes of types.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use chrono::NaiveDate;
use guildhall_words::{Argument, Kind, Message, Say, Shape, Shaped, ToArgument, catalogue};

#[derive(Clone, Debug, Say)]
#[non_exhaustive]
enum Stage {
    Open,
    ClosedForNow,
    #[say(id = "over")]
    Finished,
}

struct Window(NaiveDate, NaiveDate);

impl Window {
    const fn from(&self) -> NaiveDate {
        self.0
    }
    const fn until(&self) -> NaiveDate {
        self.1
    }
}

#[derive(Debug, Say)]
struct Full {
    seats_left: u32,
    stage: Option<Stage>,
}

#[derive(Say)]
#[say(id = "refusal")]
enum EnrolmentRefusal<'a> {
    Unknown,
    Full(#[say(transparent)] Full),
    #[say(tell(from: NaiveDate = window.from(), until: NaiveDate = window.until()))]
    TooEarly {
        #[say(skip)]
        window: Window,
    },
    #[say(tell(count: usize = _0.len()))]
    Taken(#[say(name = "numbers")] Vec<u32>, #[say(skip)] Window),
    Named {
        r#type: &'a str,
        catalogue: Box<str>,
        #[say(name = "stage")]
        nth_stage: Stage,
    },
}

const TEXT: &str = "
stage-open = open
stage-closed-for-now = closed for now
stage-over = over
full = { $stage-key ->
    [absent] x
   *[other] { $stage }
} { $seats-left }
refusal-unknown = x
refusal-too-early = { $from } { $until }
refusal-taken = { $numbers } { $count }
refusal-named = { $type } { $catalogue } { $stage }
";

catalogue! {
    static WORDS = "derive" {
        texts { "en" = TEXT }
        says { Stage, Full, EnrolmentRefusal<'_> }
    }
}

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2019, 6, day).unwrap()
}

fn arguments<'m>(message: &'m Message<'_>) -> Vec<(&'m str, Argument<'m>)> {
    message.arguments().map(|(name, argument)| (name, argument.clone())).collect()
}

#[test]
fn ids_are_made_of_type_and_variant() {
    let message = Stage::ClosedForNow.message();
    assert_eq!((message.id(), message.key()), ("stage-closed-for-now", "closed-for-now"));
    assert_eq!(Stage::Finished.message().id(), "stage-over");
    assert_eq!(EnrolmentRefusal::Unknown.message().id(), "refusal-unknown");
    assert_eq!(Full { seats_left: 1, stage: None }.message().id(), "full");
}

#[test]
fn fields_are_arguments() {
    let full = Full { seats_left: 2, stage: Some(Stage::Open) };
    let message = full.message();
    let stage = Argument::Message(Stage::Open.message());
    assert_eq!(arguments(&message), [("seats-left", Argument::Integer(2)), ("stage", stage)]);
    let none = Full { seats_left: 2, stage: None };
    assert_eq!(
        arguments(&none.message()),
        [("seats-left", Argument::Integer(2)), ("stage", Argument::Absent)]
    );
    let stage = Stage::Open;
    let named = EnrolmentRefusal::Named { r#type: "a", catalogue: "b".into(), nth_stage: stage };
    let message = named.message();
    let names: Vec<_> = message.arguments().map(|(name, _)| name).collect();
    assert_eq!(names, ["type", "catalogue", "stage"]);
}

#[test]
fn a_transparent_field_speaks_for_its_variant() {
    let full = EnrolmentRefusal::Full(Full { seats_left: 0, stage: None });
    assert_eq!(full.message(), Full { seats_left: 0, stage: None }.message());
    assert_eq!(full.message().key(), "full");
}

#[test]
fn what_is_told_is_computed_from_the_fields() {
    let early = EnrolmentRefusal::TooEarly { window: Window(day(1), day(13)) };
    assert_eq!(
        arguments(&early.message()),
        [("from", Argument::Date(day(1))), ("until", Argument::Date(day(13)))]
    );
    let taken = EnrolmentRefusal::Taken(vec![3, 5], Window(day(1), day(2)));
    let numbers = Argument::all([Argument::Integer(3), Argument::Integer(5)]);
    assert_eq!(arguments(&taken.message()), [("numbers", numbers), ("count", Argument::Integer(2))]);
}

#[test]
fn shapes_tell_what_will_be_said() {
    let shapes: Vec<_> = EnrolmentRefusal::SHAPES
        .iter()
        .map(|shape| match shape {
            Shape::Message { id, key, arguments } => format!("{id} {key} {}", arguments.len()),
            Shape::Transparent(shapes) => format!("transparent {}", shapes().len()),
        })
        .collect();
    let expected = [
        "refusal-unknown unknown 0",
        "transparent 1",
        "refusal-too-early too-early 2",
        "refusal-taken taken 2",
        "refusal-named named 3",
    ];
    assert_eq!(shapes, expected);
    assert!(matches!(<Option<Stage> as ToArgument>::KIND, Kind::Optional(Kind::Said(_))));
    #[cfg(feature = "fluent")]
    guildhall_words::check(&WORDS).unwrap();
}

mod facade {
    //! A caller of the façade, who has the words under a path of its own.
    pub(crate) mod guildhall {
        pub(crate) use guildhall_words as words;
    }
}

#[derive(facade::guildhall::words::Say)]
#[say(crate = facade::guildhall::words)]
struct Elsewhere {
    name: String,
}
facade::guildhall::words::catalogue! {
    static ELSEWHERE = "elsewhere" { texts { "en" = "elsewhere = { $name }" } says { Elsewhere } }
}

#[test]
fn the_crate_can_be_found_elsewhere() {
    assert_eq!(Elsewhere { name: "x".into() }.message().catalogue().name(), "elsewhere");
}
