//! The law of golden files: the shape of every event, once released, loads for ever (C4).

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::Path;

use guildhall_kernel::serde_json::value::RawValue;
use guildhall_kernel::{Aggregate, Event, EventName};
use schemars::JsonSchema;
use serde_json::Value;

use super::Broken;

/// The environment variable that, set to `1`, has missing files written.
const WRITE: &str = "GUILDHALL_WRITE_GOLDEN";

/// C4 over releases: every shape in which an event of `A` was ever persisted is still read, and what
/// is written today stands beside it.
///
/// The files lie in the folder of the aggregate's kind below `root`, mostly a crate's `tests/golden`.
/// Each holds the JSON of one event and is named `<name>.v<version>.json`, or
/// `<name>.v<version>-<variant>.json` for a further one. The law holds where
/// - every file decodes under the name and version it bears, and one of today's version is written
///   as the same JSON again;
/// - every variant in the schema of the event has a sample, so that a new one is not forgotten;
/// - every sample stands in a file, and every version before its own has one too.
///
/// What is missing is written if the environment variable `GUILDHALL_WRITE_GOLDEN` is `1`, for somebody
/// to review and commit; the law is broken all the same. A file that exists is never written to.
///
/// # Errors
/// [`Broken`], naming the file or the event.
pub fn golden<A>(root: impl AsRef<Path>, samples: &[A::Event]) -> Result<(), Broken>
where
    A: Aggregate,
    A::Event: JsonSchema,
{
    let write = std::env::var_os(WRITE).is_some_and(|value| value == "1");
    check(&root.as_ref().join(A::KIND), samples, write)
}

fn check<E: Event + JsonSchema>(folder: &Path, samples: &[E], write: bool) -> Result<(), Broken> {
    let mut samples = samples.iter().map(Sample::new).collect::<Result<Vec<_>, _>>()?;
    let today: BTreeSet<_> = samples.iter().map(|sample| (sample.name.name, sample.name.version)).collect();
    let files = read(folder)?;
    for file in &files {
        file.loads::<E>(today.contains(&(file.name.as_str(), file.version)))?;
    }
    let shown: BTreeSet<_> = samples.iter().filter_map(|sample| tag(&sample.json)).collect();
    if let Some(variant) = variants::<E>()?.iter().find(|variant| !shown.contains(variant.as_str())) {
        return Err(broken(format!("no sample shows the event `{variant}`")));
    }
    for (name, version) in today {
        let held = |version| files.iter().any(|file| file.name == name && file.version == version);
        if let Some(lost) = (1..version).find(|version| !held(*version)) {
            return Err(broken(format!(
                "`{name}` is at version {version}, and no file holds version {lost}"
            )));
        }
    }
    samples.retain(|sample| !files.iter().any(|file| file.holds(sample)));
    if samples.is_empty() { Ok(()) } else { missing(folder, &files, &samples, write) }
}

/// Says which files are missing, having written them if that is wanted.
fn missing(folder: &Path, files: &[File], samples: &[Sample], write: bool) -> Result<(), Broken> {
    let mut taken: BTreeSet<_> = files.iter().map(|file| file.label.clone()).collect();
    let mut missing = Vec::new();
    for Sample { name: EventName { name, version }, pretty, .. } in samples {
        let plain = format!("{name}.v{version}.json");
        let further = (2_usize..).map(|nth| format!("{name}.v{version}-{nth}.json"));
        let Some(label) = std::iter::once(plain).chain(further).find(|label| !taken.contains(label)) else {
            continue;
        };
        if write {
            put(&folder.join(&label), pretty).map_err(|error| broken(format!("`{label}`: {error}")))?;
        }
        missing.push(format!("`{label}`"));
        taken.insert(label);
    }
    let missing = missing.join(", ");
    Err(broken(if write {
        format!("written; review and commit: {missing}")
    } else {
        format!("missing, {WRITE}=1 would write: {missing}")
    }))
}

fn put(path: &Path, text: &str) -> std::io::Result<()> {
    path.parent().map_or(Ok(()), fs::create_dir_all)?;
    writeln!(fs::File::create_new(path)?, "{text}")
}

/// An event as it is written today.
struct Sample {
    name: EventName,
    json: Value,
    pretty: String,
}

impl Sample {
    fn new<E: Event>(event: &E) -> Result<Self, Broken> {
        let name = event.name();
        let unwritable = |error| broken(format!("`{}` has no JSON form: {error}", name.name));
        let json = serde_json::to_value(event).map_err(unwritable)?;
        // Not from the value, which may have lost the order of the fields.
        let pretty = serde_json::to_string_pretty(event).map_err(unwritable)?;
        Ok(Self { name, json, pretty })
    }
}

/// An event as some release wrote it.
struct File {
    label: String,
    name: String,
    version: u16,
    text: Box<RawValue>,
    json: Value,
}

impl File {
    fn read(path: &Path, label: String) -> Result<Self, Broken> {
        let (name, version) = named(&label).ok_or_else(|| {
            broken(format!("`{label}` is not named like `opened.v1.json` or `opened.v1-online.json`"))
        })?;
        let (name, said) = (name.to_owned(), |error: String| broken(format!("`{label}`: {error}")));
        let text = fs::read_to_string(path).map_err(|error| said(error.to_string()))?;
        let json = serde_json::from_str(&text).map_err(|error| said(error.to_string()))?;
        let text = serde_json::from_str(&text).map_err(|error| said(error.to_string()))?;
        Ok(Self { label, name, version, text, json })
    }

    fn loads<E: Event>(&self, today: bool) -> Result<(), Broken> {
        let label = &self.label;
        let event = E::decode(&self.name, self.version, &self.text)
            .map_err(|error| broken(format!("`{label}` does not load: {error}")))?;
        let again = Sample::new(&event)?;
        if today && !self.holds(&again) {
            let (EventName { name, version }, json) = (again.name, again.json);
            let reason = format!("`{label}` is written today as `{name}` version {version}, `{json}`");
            return Err(broken(reason));
        }
        Ok(())
    }

    fn holds(&self, sample: &Sample) -> bool {
        self.name == sample.name.name && self.version == sample.name.version && self.json == sample.json
    }
}

/// The name and version in the name of a file.
fn named(label: &str) -> Option<(&str, u16)> {
    let (name, rest) = label.strip_suffix(".json")?.split_once(".v")?;
    let (version, variant) = rest.split_once('-').map_or((rest, None), |(v, variant)| (v, Some(variant)));
    let number: u16 = version.parse().ok()?;
    let sound = !name.is_empty() && number > 0 && number.to_string() == version && variant != Some("");
    sound.then_some((name, number))
}

/// The files of a folder, in order, but for the hidden ones; none if there is no folder.
fn read(folder: &Path) -> Result<Vec<File>, Broken> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let said = |error: std::io::Error| broken(format!("`{}`: {error}", folder.display()));
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(said)? {
        let entry = entry.map_err(said)?;
        let label = entry.file_name().to_string_lossy().into_owned();
        if !label.starts_with('.') {
            files.push(File::read(&entry.path(), label)?);
        }
    }
    files.sort_by(|one, other| one.label.cmp(&other.label));
    Ok(files)
}

/// The variant that an event's JSON, externally tagged, is of.
fn tag(json: &Value) -> Option<&str> {
    match json {
        Value::String(unit) => Some(unit),
        Value::Object(tagged) => tagged.keys().next().map(String::as_str),
        _ => None,
    }
}

/// Every variant that an event has by its schema, which is derived and so forgets none.
fn variants<E: JsonSchema>() -> Result<BTreeSet<String>, Broken> {
    let mut found = BTreeSet::new();
    collect(schemars::schema_for!(E).as_value(), &mut found);
    if found.is_empty() { Err(broken("the schema of the event lists no variant")) } else { Ok(found) }
}

fn collect(schema: &Value, found: &mut BTreeSet<String>) {
    let listed = |key| schema.get(key).and_then(Value::as_array).into_iter().flatten();
    let units = listed("enum").chain(schema.get("const")).filter_map(Value::as_str);
    let tagged = schema.get("properties").and_then(Value::as_object).into_iter().flat_map(|all| all.keys());
    found.extend(units.map(str::to_owned));
    found.extend(tagged.cloned());
    listed("oneOf").chain(listed("anyOf")).for_each(|variant| collect(variant, found));
}

fn broken(reason: impl Into<String>) -> Broken {
    Broken::new("C4", reason)
}

#[cfg(test)]
mod tests {
    use guildhall_kernel::events;
    use serde::{Deserialize, Serialize};

    use super::*;

    #[derive(Serialize, Deserialize, JsonSchema)]
    #[serde(rename_all = "snake_case")]
    enum GroupEvent {
        Opened {
            seats: u32,
            #[serde(default, skip_serializing_if = "Option::is_none")]
            room: Option<String>,
        },
        Renamed(String),
        Closed,
    }
    fn opened_v1(json: &RawValue) -> Result<GroupEvent, serde_json::Error> {
        serde_json::from_str(json.get()).map(|seats| GroupEvent::Opened { seats, room: None })
    }
    events!(GroupEvent { Opened => "opened" 2, Renamed => "renamed" 1, Closed => "closed" 1 }
        was { "opened" 1 => opened_v1 });

    fn samples() -> Vec<GroupEvent> {
        let opened = GroupEvent::Opened { seats: 3, room: None };
        vec![opened, GroupEvent::Renamed("Evening".to_owned()), GroupEvent::Closed]
    }

    /// A folder with the files of every sample, and of the version before.
    fn sound() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        write(&folder, "opened.v1.json", "7");
        let written = check(folder.path(), &samples(), true).unwrap_err();
        let said = "written; review and commit: `opened.v2.json`, `renamed.v1.json`, `closed.v1.json`";
        assert_eq!(written.reason(), said);
        folder
    }

    fn write(folder: &tempfile::TempDir, label: &str, text: &str) {
        fs::write(folder.path().join(label), text).unwrap();
    }

    fn text(folder: &tempfile::TempDir, label: &str) -> String {
        fs::read_to_string(folder.path().join(label)).unwrap()
    }

    fn says(folder: &tempfile::TempDir) -> String {
        check(folder.path(), &samples(), false).unwrap_err().reason().to_owned()
    }

    #[test]
    fn c4_what_was_written_is_held() {
        let folder = sound();
        check(folder.path(), &samples(), false).unwrap();
        assert_eq!(text(&folder, "opened.v2.json"), "{\n  \"opened\": {\n    \"seats\": 3\n  }\n}\n");
        assert_eq!(text(&folder, "closed.v1.json"), "\"closed\"\n");
        write(&folder, "opened.v2-hall.json", r#"{"opened":{"room":"Hall","seats":9}}"#);
        write(&folder, ".hidden", "");
        check(folder.path(), &samples(), true).unwrap();
    }

    #[test]
    fn c4_a_missing_file_is_named_and_nothing_is_written() {
        let folder = sound();
        fs::remove_file(folder.path().join("renamed.v1.json")).unwrap();
        let said = "missing, GUILDHALL_WRITE_GOLDEN=1 would write: `renamed.v1.json`";
        assert_eq!([says(&folder), says(&folder)], [said, said]);
        fs::remove_dir_all(folder.path()).unwrap();
        let nowhere = check(folder.path(), &samples()[1..2], false).unwrap_err();
        assert_eq!(nowhere.reason(), "no sample shows the event `closed`");
    }

    #[test]
    fn c4_a_lost_version_is_named() {
        let folder = sound();
        fs::remove_file(folder.path().join("opened.v1.json")).unwrap();
        assert_eq!(says(&folder), "`opened` is at version 2, and no file holds version 1");
    }

    #[test]
    fn c4_an_event_without_a_sample_is_named() {
        let folder = sound();
        for (forgotten, variant) in ["opened", "renamed", "closed"].into_iter().enumerate() {
            let mut samples = samples();
            samples.remove(forgotten);
            let broken = check(folder.path(), &samples, true).unwrap_err();
            assert_eq!(broken.reason(), format!("no sample shows the event `{variant}`"));
        }
    }

    #[test]
    fn c4_a_changed_shape_is_caught_and_not_written_over() {
        for (label, then, said) in [
            ("opened.v2.json", r#"{"opened":{"places":3}}"#, "`opened.v2.json` does not load"),
            ("opened.v2.json", r#"{"opened":{"seats":3,"lecturer":1}}"#, "is written today as `opened`"),
            ("opened.v1.json", r#"{"seats":7}"#, "`opened.v1.json` does not load"),
            ("renamed.v1.json", r#""closed""#, "`renamed.v1.json` does not load"),
            ("closed.v1.json", "{", "`closed.v1.json`: EOF"),
        ] {
            let folder = sound();
            write(&folder, label, then);
            for wanted in [false, true] {
                let broken = check(folder.path(), &samples(), wanted).unwrap_err();
                assert!(broken.reason().contains(said), "{broken}");
            }
            assert_eq!(text(&folder, label), then);
        }
    }

    #[test]
    fn c4_a_sample_that_stands_in_no_file_gets_one_of_its_own() {
        let folder = sound();
        let mut samples = samples();
        samples.push(GroupEvent::Opened { seats: 3, room: Some("Hall".to_owned()) });
        let unwritten = check(folder.path(), &samples, false).unwrap_err();
        assert!(unwritten.reason().ends_with(": `opened.v2-2.json`"), "{unwritten}");
        let before = text(&folder, "opened.v2.json");
        check(folder.path(), &samples, true).unwrap_err();
        check(folder.path(), &samples, true).unwrap();
        assert_eq!(text(&folder, "opened.v2.json"), before);
    }

    #[test]
    fn c4_a_wrong_name_is_caught() {
        for label in
            ["opened.json", "opened.v0.json", "opened.v01.json", "opened.v1-.json", ".v1", "x.v1.jsn"]
        {
            assert_eq!(named(label), None, "{label}");
        }
        let folder = sound();
        write(&folder, "begun.v1.json", r#""begun""#);
        assert!(says(&folder).starts_with("`begun.v1.json` does not load"));
        let folder = sound();
        write(&folder, "closed.v2.json", r#""closed""#);
        assert!(says(&folder).starts_with("`closed.v2.json` does not load"));
        let folder = sound();
        write(&folder, "closed.json", r#""closed""#);
        assert!(says(&folder).contains("`closed.json` is not named like"));
    }

    #[test]
    fn c4_the_files_lie_in_a_folder_of_the_kind() {
        #[derive(Debug, thiserror::Error)]
        #[error("no")]
        struct No;
        struct Group;
        impl Aggregate for Group {
            const KIND: &'static str = "group";
            type Command = ();
            type Event = GroupEvent;
            type Facts<'a> = ();
            type Refusal = No;
            fn empty(_: guildhall_kernel::Uuid) -> Self {
                Self
            }
            fn decide(&self, (): &(), (): &(), _: guildhall_kernel::Time) -> Result<Vec<GroupEvent>, No> {
                Err(No)
            }
            fn apply(&mut self, _: &GroupEvent) {}
        }
        let root = tempfile::tempdir().unwrap();
        fs::rename(sound().keep(), root.path().join(Group::KIND)).unwrap();
        golden::<Group>(root.path(), &samples()).unwrap();
        assert!(golden::<Group>(root.path().join("group"), &samples()).is_err());
    }
}
