//! The persisted shapes of this release: they are read for ever, so nothing here is ever changed, only
//! added to.

use guildhall_kernel::serde_json::value::RawValue;
use guildhall_kernel::{Encoded, Event};
use guildhall_programme::*;

use crate::common::*;

const DRAFTED: &str = r#"{"drafted":{"version":1,"definition":{"code":"city-managers","title":{"en":"Training"},"purpose":{"en":"Living town centres"},"pilot":true,"languages":["sl"],"delivery":"online","partners":[{"party":{"organisation":"agency"},"role":"developer"},{"party":{"organisation":"agency"},"role":"steward"}],"target":{"id":"may-come","version":1,"fact":"applicant.position","is":"city_manager"},"curriculum":{"modules":[{"code":"a","title":{"en":"a"}},{"code":"b","title":{"en":"b"}}]}}}}"#;
const PLANNED: &str = r#"{"planned":{"programme":"00000000-0000-0000-0000-000000000c17","version":1,"definition":{"programme":"city-managers","number":1,"delivery":"online","period":{"from":"2019-06-10","until":"2019-06-20","zone":"Europe/Ljubljana"},"sessions":[{"code":"s","kind":"class","title":{"en":"s"},"module":"a","from":"2019-06-11","until":"2019-06-11"},{"code":"t","kind":"online","title":{"en":"t"},"from":"2019-06-12","until":"2019-06-14"},{"code":"u","kind":"ceremony","title":{"en":"u"},"from":"2019-06-20","until":"2019-06-20"}]}}}"#;

/// Writes today's event as it was written then, and reads what was written then as today's event.
fn keeps<E: Event + PartialEq + std::fmt::Debug>(event: &E, name: &str, json: &str) {
    let today = Encoded::of(event).unwrap();
    assert_eq!((today.name(), today.version(), today.json().get()), (name, 1, json));
    let then = RawValue::from_string(json.to_owned()).unwrap();
    assert_eq!(&E::decode(name, 1, &then).unwrap(), event);
}

#[test]
fn events_of_a_programme_keep_their_shape() {
    let version = ProgrammeVersion::FIRST;
    let definition = Box::new(programme_definition());
    keeps(&ProgrammeEvent::Drafted { version, definition }, "drafted", DRAFTED);
    let mut programme = <Programme as guildhall_kernel::Aggregate>::empty(PROGRAMME);
    for event in programme.draft_version(&programme_definition()).unwrap() {
        guildhall_kernel::Aggregate::apply(&mut programme, &event);
    }
    let approved = &programme.approve(version, &vocabulary()).unwrap()[0];
    let hash = match approved {
        ProgrammeEvent::Approved { target, .. } => target.hash(),
        other => panic!("{other:?}"),
    };
    let json =
        format!(r#"{{"approved":{{"version":1,"target":{{"id":"may-come","version":1,"hash":"{hash}"}}}}}}"#);
    keeps(approved, "approved", &json);
    keeps(&ProgrammeEvent::Offered { version }, "offered", r#"{"offered":{"version":1}}"#);
    keeps(&ProgrammeEvent::Retired, "retired", r#""retired""#);
}

#[test]
fn events_of_an_edition_keep_their_shape() {
    let (programme, version) = (programme_id(), ProgrammeVersion::FIRST);
    let definition = Box::new(edition_definition());
    keeps(&EditionEvent::Planned { programme, version, definition }, "planned", PLANNED);
    keeps(&EditionEvent::Announced, "announced", r#""announced""#);
    keeps(&EditionEvent::Begun, "begun", r#""begun""#);
    keeps(&EditionEvent::Finished, "finished", r#""finished""#);
    let notice = text("Too few have applied");
    let json = r#"{"cancelled":{"notice":{"en":"Too few have applied"}}}"#;
    keeps(&EditionEvent::Cancelled { notice }, "cancelled", json);
    let session: SessionCode = "s".parse().unwrap();
    let place = Some(Place { name: text("Castle"), town: None, address: None });
    let moved =
        EditionEvent::SessionMoved { session: session.clone(), time: SessionTime::on(june(12)), place };
    let json = r#"{"session_moved":{"session":"s","time":{"from":"2019-06-12","until":"2019-06-12"},"place":{"name":{"en":"Castle"}}}}"#;
    keeps(&moved, "session_moved", json);
    let json = r#"{"session_cancelled":{"session":"s"}}"#;
    keeps(&EditionEvent::SessionCancelled { session }, "session_cancelled", json);
}

#[test]
fn everything_can_be_sent_between_threads() {
    fn assert<T: Send + Sync + Clone + std::fmt::Debug>() {}
    assert::<Programme>();
    assert::<Edition>();
    assert::<ProgrammeDefinition>();
    assert::<EditionDefinition>();
    assert::<ProgrammeCommand>();
    assert::<EditionCommand>();
    assert::<ProgrammeRefusal>();
    assert::<EditionRefusal>();
    assert::<Faults>();
}
