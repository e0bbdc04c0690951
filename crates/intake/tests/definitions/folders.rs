//! Folders: what files include, what they refer to in each other, and which nobody reads.

use guildhall_intake::{Diagnostics, Folder, Limits};
use guildhall_kernel::{Code, LocalisedText};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::course::{Course, Module, folder, told};

#[derive(Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Programme {
    code: Code<Course>,
    #[serde(default)]
    title: Option<LocalisedText>,
    modules: Vec<Part>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Part {
    code: Code<Module>,
    #[serde(default)]
    hours: u8,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Edition {
    programme: Code<Course>,
    #[serde(default)]
    sessions: Vec<Code<Module>>,
}

fn read(files: &[(&str, &str)]) -> (Option<Programme>, Diagnostics) {
    let mut folder = folder(files);
    let programme = folder
        .file::<Programme>("programme.toml")
        .naming(|programme, named| {
            named.define("programme", &programme.code, "code");
            for (nth, part) in programme.modules.iter().enumerate() {
                named.define("module", &part.code, &format!("modules[{nth}].code"));
            }
        })
        .read();
    folder
        .file::<Edition>("edition.toml")
        .optional()
        .naming(|edition, named| {
            named.refer("programme", &edition.programme, "programme");
            for (nth, module) in edition.sessions.iter().enumerate() {
                named.refer("module", module, &format!("sessions[{nth}]"));
            }
        })
        .read();
    if !folder.has("edition.toml") {
        folder.names().may_be_unused("programme");
        folder.names().may_be_unused("module");
    }
    let said = folder.close().unwrap_or_else(|said| said);
    (programme.map(|programme| programme.into_value()), said)
}

/// File, place and message of everything that is said.
fn said(files: &[(&str, &str)]) -> Vec<String> {
    let (programme, said) = read(files);
    assert_eq!(programme.is_none(), said.is_faulty("programme.toml") || !said.is_sound() && files.len() > 2);
    let files = said.iter().map(|one| one.place().map_or("", |place| place.name()).to_owned());
    files.zip(told(&said)).map(|(file, told)| format!("{file} {told}")).collect()
}

#[test]
fn files_are_included() {
    let (programme, said) = read(&[
        (
            "programme.toml",
            "code = 'a'\ntitle = { include = 'texts/title.json' }\n[[modules]]\ncode = 'b'\n[[modules]]\ninclude = 'modules/*.toml'\n",
        ),
        ("texts/title.json", "{ \"sl\": \"A\" }"),
        ("modules/1-one.toml", "code = 'one'"),
        ("modules/2-two.toml", "code = 'two'\nhours = 4"),
        ("modules/old/3.toml", "code = 'three'"),
    ]);
    let codes: Vec<_> = programme.unwrap().modules.iter().map(|part| part.code.to_string()).collect();
    assert_eq!(codes, ["b", "one", "two"]);
    assert_eq!(told(&said), ["0:0 nobody reads this file"]);
}

#[test]
fn faults_stand_in_the_file_that_is_included() {
    let found = said(&[
        (
            "programme.toml",
            "code = 'A'\nmodules = [{ include = 'm/*.toml' }, { include = 'm/tow.toml' }, { include = '../x.toml' }]\n",
        ),
        ("m/one.toml", "code = 'one'\nhuors = 3\n"),
        ("m/two.toml", "\n\ncode = 'Two'\n"),
        ("m/broken.toml", "code = \n"),
    ]);
    assert_eq!(
        found,
        [
            "m/broken.toml 1:7 expected a value",
            "m/one.toml 2:1 unknown field `huors` (did you mean `hours`?)",
            "m/two.toml 3:8 a code has small letters a to z, digits and single hyphens between them, at most 64 characters (it is written like `town-centre`)",
            "programme.toml 1:8 a code has small letters a to z, digits and single hyphens between them, at most 64 characters (it is written like `town-centre`)",
            "programme.toml 2:50 there is no file `m/tow.toml` (did you mean `m/two.toml`?)",
            "programme.toml 2:78 there is no file `../x.toml`",
        ]
    );
}

#[test]
fn nothing_includes_itself_or_goes_too_deep() {
    let found = said(&[
        ("programme.toml", "code = 'a'\nmodules = [{ include = 'a.toml' }]\ntitle = { include = '*.toml' }"),
        ("a.toml", "code = 'a'\n[hours]\ninclude = 'b.toml'\n"),
        ("b.toml", "x = { include = 'a.toml' }"),
    ]);
    let cycle = found.iter().find(|one| one.contains("itself"));
    assert_eq!(cycle.map(String::as_str), Some("b.toml 1:17 `a.toml` includes itself"));
    let several = found.iter().find(|one| one.contains("several"));
    assert_eq!(
        several.map(String::as_str),
        Some("programme.toml 3:21 only an element of a list can include several files")
    );
    let mut files = vec![("programme.toml".to_owned(), "modules = [{ include = '0.toml' }]".to_owned())];
    files.extend(
        (0..100).map(|nth| (format!("{nth}.toml"), format!("x = {{ include = '{}.toml' }}", nth + 1))),
    );
    let files: Vec<_> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let (programme, said) = read(&files);
    assert!(programme.is_none());
    assert!(told(&said).iter().any(|one| one.contains("nested deeper than 64")), "{said}");
}

#[test]
fn what_includes_grow_into_is_bounded() {
    let mut files: Vec<(String, String)> = (0..12)
        .map(|nth| {
            let parts = vec![format!("{{ include = 'l{}.toml' }}", nth + 1); 10].join(",");
            (format!("l{nth}.toml"), format!("a = [{parts}]"))
        })
        .collect();
    files.push(("l12.toml".to_owned(), "a = 1".to_owned()));
    files.push(("programme.toml".to_owned(), "modules = [{ include = 'l0.toml' }]".to_owned()));
    let limits = Limits { values: 20_000, ..Limits::default() };
    let mut folder =
        files.iter().fold(Folder::new(&limits), |folder, (name, text)| folder.with(name, text.as_bytes()));
    assert!(folder.definition::<Programme>("programme.toml").is_none());
    let said = told(&folder.close().unwrap_err());
    assert_eq!(said.iter().filter(|one| one.contains("more than 20000 values")).count(), 1, "{said:?}");
}

#[test]
fn many_unknown_fields_are_all_counted() {
    let text: String = (0..30_000).map(|nth| format!("x{nth} = 1\n")).collect();
    let (programme, said) = read(&[("programme.toml", &text)]);
    assert!(programme.is_none() && said.errors() >= 200);
}

const PROGRAMME: &str = "code = 'towns'\nmodules = [{ code = 'model' }, { code = 'strategy' }]\n";

#[test]
fn references_hold_both_ways() {
    let edition = "programme = 'towns'\nsessions = ['model', 'model']\n";
    assert_eq!(
        said(&[("programme.toml", PROGRAMME), ("edition.toml", edition)]),
        ["programme.toml 2:41 nothing refers to the module `strategy`"]
    );
    let edition = "programme = 'town'\nsessions = ['model', 'stategy', 'x']\n";
    assert_eq!(
        said(&[("programme.toml", PROGRAMME), ("edition.toml", edition)]),
        [
            "edition.toml 1:13 there is no programme `town` (did you mean `towns`?)",
            "edition.toml 2:22 there is no module `stategy` (did you mean `strategy`?)",
            "edition.toml 2:33 there is no module `x`",
        ]
    );
    let twice = "code = 'towns'\nmodules = [{ code = 'model' }, { code = 'model' }]\n";
    let (_, said) = read(&[("programme.toml", twice), ("edition.toml", "programme = 'towns'\n")]);
    assert_eq!(told(&said), ["2:41 the module `model` is defined twice"]);
    let related = said.iter().next().unwrap().others().first().unwrap().clone();
    assert_eq!(
        (related.place().to_string().as_str(), related.message()),
        ("programme.toml:2:21", "first defined here")
    );
}

#[test]
fn references_are_checked_beside_other_faults_but_not_because_of_them() {
    let programme =
        "code = 'towns'\ntilte = { sl = 'A' }\nmodules = [{ code = 'model' }, { code = 'strategy' }]\n";
    let edition = "programme = 'towns'\nsessions = ['model', 'stategy']\nx = 1\n";
    assert_eq!(
        said(&[("programme.toml", programme), ("edition.toml", edition)]),
        [
            "edition.toml 2:22 there is no module `stategy` (did you mean `strategy`?)",
            "edition.toml 3:1 unknown field `x`",
            "programme.toml 2:1 unknown field `tilte` (did you mean `title`?)",
        ]
    );
    // What `strategy` would be defined by is itself refused.
    let programme = "code = 'towns'\nmodules = [{ code = 'model' }, { code = 7 }]\n";
    let edition = "programme = 'towns'\nsessions = ['model', 'strategy']\n";
    assert_eq!(
        said(&[("programme.toml", programme), ("edition.toml", edition)]),
        ["programme.toml 2:41 expected a text, found a whole number"]
    );
    // One name is lost: of those that are missed, what is least like it is missed all the same.
    let programme = "code = 'towns'\nmodules = [{ code = 'model' }, { code = 'Strategy!' }]\n";
    let edition = "programme = 'towns'\nsessions = ['modle', 'strategy']\n";
    let found = said(&[("programme.toml", programme), ("edition.toml", edition)]);
    assert_eq!(found.len(), 2, "{found:?}");
    assert_eq!(found[0], "edition.toml 2:13 there is no module `modle` (did you mean `model`?)");
}

#[test]
fn files_that_are_missing_or_hold_nothing_readable() {
    assert_eq!(
        said(&[("progamme.toml", PROGRAMME)]),
        ["programme.toml 0:0 there is no file `programme.toml` (did you mean `progamme.toml`?)"]
    );
    let mut folder = Folder::new(&Limits { files: 2, ..Limits::default() })
        .with("programme.toml", *b"code = 'a\xe8'")
        .with("../up.toml", *b"")
        .with("b.txt", *b"")
        .with("c.toml", *b"");
    assert!(folder.definition::<Programme>("programme.toml").is_none());
    assert!(folder.definition::<Programme>("b.txt").is_none());
    assert!(folder.definitions::<Programme>("parts", &[]).is_empty());
    assert_eq!(
        told(folder.said()),
        [
            "0:0 a definition is a file that ends in `.toml` or `.json`",
            "0:0 the folder has more than 2 files",
            "0:0 there is no folder `parts`",
            "1:10 expected UTF-8, found the byte 0xe8 (save the file as UTF-8)",
            " `../up.toml` is no name of a file in a folder",
        ]
    );
    assert!(folder.close().is_err());
}

#[test]
fn what_files_say_is_known_without_comments_and_layout() {
    let said = |text: &str| {
        let mut folder = folder(&[("programme.toml", text), ("other.toml", "")]);
        folder.definition::<Programme>("programme.toml");
        let said = folder.contents();
        assert_eq!(said.len(), 1);
        String::from_utf8(said[0].1.clone()).unwrap()
    };
    assert_eq!(said("# A\ncode = 'a'\n\nmodules = []"), r#"{"code":"a","modules":[]}"#);
    assert_eq!(said("modules = []\ncode = \"a\"\n"), r#"{"code":"a","modules":[]}"#);
    assert_ne!(said("modules = []\ncode = \"b\"\n"), r#"{"code":"a","modules":[]}"#);
}

#[test]
fn a_folder_on_the_disk() {
    let disk = tempfile::tempdir().unwrap();
    let path = |name: &str| disk.path().join("folder").join(name);
    std::fs::create_dir_all(path("parts")).unwrap();
    std::fs::create_dir_all(path(".git")).unwrap();
    std::fs::write(path("parts/b.toml"), "\u{feff}code = 'b'\nmodules = []").unwrap();
    std::fs::write(path("parts/a.json"), r#"{ "code": "a", "modules": [] }"#).unwrap();
    std::fs::write(path("parts/note.txt"), "").unwrap();
    std::fs::write(path(".git/c.toml"), "").unwrap();
    std::fs::write(disk.path().join("secret.toml"), "code = 's'\nmodules = []").unwrap();
    let mut folder = Folder::read(disk.path().join("folder"), &Limits::default());
    let codes: Vec<_> =
        folder.definitions::<Programme>("parts", &[]).iter().map(|one| one.code.to_string()).collect();
    assert_eq!(codes, ["a", "b"]);
    assert_eq!(folder.close().unwrap().warnings(), 0);
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(disk.path().join("secret.toml"), path("link.toml")).unwrap();
        std::os::unix::fs::symlink(path("parts"), path("loop")).unwrap();
        std::os::unix::fs::symlink(path("parts/b.toml"), path("same.toml")).unwrap();
        let mut folder = Folder::read(disk.path().join("folder"), &Limits::default());
        assert!(folder.definition::<Programme>("same.toml").is_some());
        assert!(!folder.has("link.toml"));
        let said = folder.close().unwrap_err();
        let said: Vec<_> = said
            .iter()
            .filter(|one| one.place().is_some_and(|place| place.name().starts_with('l')))
            .map(|one| one.message().to_owned())
            .collect();
        assert_eq!(said, ["the link leads out of the folder", "links to folders are not followed"]);
    }
    let small = Limits { folder_bytes: 20, ..Limits::default() };
    let said = Folder::read(disk.path().join("folder"), &small).close().unwrap_err().to_string();
    assert!(said.contains("the files of the folder have more than 20 bytes"), "{said}");
    let mut nowhere = Folder::read(disk.path().join("nowhere"), &Limits::default());
    assert!(nowhere.definition::<Programme>("programme.toml").is_none());
    let said = nowhere.close().unwrap_err();
    assert_eq!(told(&said), ["0:0 expected a folder of definitions here, found nothing"]);
}
