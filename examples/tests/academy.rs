//! The city-manager training of Slovenia, 2019 (S1): its figures asserted from the stored records, and
//! what a run does when it is killed or repeated. Bad files are the desk's matter.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::sync::atomic::{AtomicU64, Ordering};

use guildhall::civic::AuthorityKind;
use guildhall::kernel::chrono::{Datelike, NaiveDate, Weekday};
use guildhall::kernel::memory::Memory;
use guildhall::kernel::*;
use guildhall_examples::academy::sheet::{Layout, sheet};
use guildhall_examples::academy::*;
use guildhall_sqlite::SqliteStore;

mod copy;
use copy::{Copy, data};

fn system() -> System {
    System::read(&data()).unwrap()
}
fn clerk(language: &str) -> Clerk {
    Clerk::new(language.parse().unwrap())
}
fn run_whole(system: &System, store: &dyn Storage) -> Progress {
    run(system, store, &mut |_| {}).unwrap()
}
fn history(store: &dyn Store) -> Vec<Recorded> {
    store.feed(None, Position::ZERO, usize::MAX >> 1).unwrap()
}

#[test]
fn s1_figures_follow_from_the_records() {
    let folder = tempfile::tempdir().unwrap();
    let (system, path) = (system(), folder.path().join("s1.sqlite"));
    run_whole(&system, &SqliteStore::open(&path).unwrap());

    let store = SqliteStore::open(&path).unwrap();
    let figures = Records::read(&store, &system).unwrap().figures().unwrap();
    assert_eq!((figures.participants, figures.completed, figures.certificates), (23, 23, 23));
    assert_eq!((figures.partners, figures.modules, figures.weeks), (3, 4, 4));
    assert_eq!(figures.admitted, 23);
    assert_eq!(figures.applications, figures.admitted + figures.refused + figures.withdrawn);
    assert!(figures.refused > 0);

    let ceremony = figures.ceremony.unwrap();
    assert_eq!(ceremony.on(), NaiveDate::from_ymd_opt(2019, 6, 13).unwrap());
    assert_eq!(ceremony.on().weekday(), Weekday::Thu);
    assert_eq!(ceremony.place().best(&["en".parse().unwrap()]), "Ljubljana Castle");

    let cities = &figures.represented[&AuthorityKind::CityMunicipality];
    let codes: Vec<_> = cities.iter().map(|key| key.code()).collect();
    // Celje, Koper, Kranj, Ljubljana, Maribor, Murska Sobota, Nova Gorica, Ptuj.
    assert_eq!(codes, ["011", "050", "052", "061", "070", "080", "084", "096"]);

    let (would, of) = figures.intend_to_continue.unwrap();
    assert!(u64::from(would) * 2 > of, "most would join a programme that goes on");
    assert_eq!(figures.practices, 8);
}

#[test]
fn every_refusal_belongs_to_a_fictitious_authority_and_is_explained() {
    let (system, store) = (system(), Memory::default());
    run_whole(&system, &store);
    let records = Records::read(&store, &system).unwrap();
    let text = sheet(&records, &clerk("en"), Layout { width: 100, styled: false }).unwrap();
    for reason in ["Roads", "not confirmed", "not running", "not known"] {
        assert!(text.contains(reason), "{reason} is not given as a reason:\n{text}");
    }
    let names: Vec<_> =
        ["Celje", "Koper", "Kranj", "Ljubljana", "Maribor", "Murska Sobota", "Nova Gorica", "Ptuj"]
            .into_iter()
            .filter(|name| !text.lines().any(|line| line.contains(name) && line.contains("admitted")))
            .collect();
    assert_eq!(names, Vec::<&str>::new(), "cities without anybody admitted");
    for line in text.lines().filter(|line| line.contains("┆ refused") || line.contains("┆ withdrawn")) {
        let fictitious = ["Brinovec", "Javorje", "Jelšev Dol", "Studenec"];
        assert!(fictitious.iter().any(|name| line.contains(name)), "{line}");
    }
}

/// What stands in the sheet of each language: the figures of S1, in its plurals, dates and decimal marks.
const SAID: [(&str, [&str; 9]); 4] = [
    (
        "en",
        [
            "4 weeks, from 6 May 2019 to 2 June 2019",
            "28 applications: 23 admitted, 4 refused, 1 withdrawn",
            "23 of 23 participants completed all 4 modules",
            "13 June 2019, Ljubljana Castle",
            "23 certificates for 23 participants",
            "2.64",
            "19 of 22 would join a follow-up",
            "24 of 26 could join",
            "Brinovec, Javorje ob Reki and Jelšev Dol",
        ],
    ),
    (
        "pl",
        [
            "4 tygodnie, od 6 maja 2019 r. do 2 czerwca 2019 r.",
            "28 zgłoszeń: przyjęto 23, odrzucono 4, wycofano 1",
            "Wszystkie 4 moduły ukończyły 23 osoby z 23",
            "czwartek, 13 czerwca 2019 r., Zamek Lublański",
            "23 certyfikaty dla 23 osób",
            "2,64",
            "Do dalszego szkolenia przystąpiłoby 19 osób z 22",
            "Dołączyć mogą 24 osoby z 26",
            "Brinovec, Javorje ob Reki i Jelšev Dol",
        ],
    ),
    (
        "ru",
        [
            "4 недели, с 6 мая 2019",
            "28 заявок: принято 23, отклонено 4, отозвано 1",
            "Все 4 модуля прошли 23 участника из 23",
            "четверг, 13 июня 2019",
            "23 свидетельства для 23 участников",
            "2,64",
            "Хотят продолжить обучение: 19 из 22",
            "Могут присоединиться 24 человека из 26",
            "Бриновец, Елшев-Дол и Яворье-об-Реки",
        ],
    ),
    (
        "sl",
        [
            "4 tedni, od 6. 5. 2019 do 2. 6. 2019",
            "28 prijav: 23 sprejetih, 4 zavrnjene, 1 umaknjena",
            "23 od 23 oseb ima opravljene vse 4 module",
            "četrtek, 13. junij 2019, Ljubljanski grad",
            "23 certifikatov za 23 oseb",
            "2,64",
            "Nadaljevanju se želi pridružiti 19 od 22 vprašanih",
            "Lahko se pridruži 24 od 26 oseb",
            "Brinovec, Javorje ob Reki in Jelšev Dol",
        ],
    ),
];

/// Words that English would leave behind.
const ENGLISH: [&str; 36] = [
    "the",
    "and",
    "of",
    "from",
    "with",
    "is",
    "was",
    "not",
    "none",
    "yes",
    "seat",
    "seats",
    "valid",
    "refused",
    "admitted",
    "withdrawn",
    "applicant",
    "application",
    "position",
    "decision",
    "developer",
    "steward",
    "online",
    "pilot edition",
    "unlimited",
    "municipality",
    "authority",
    "institution",
    "below",
    "certificate",
    "certificates",
    "participants",
    "modules",
    "undecided",
    "city manager",
    "training",
];

#[test]
fn every_message_of_the_academy_is_worded_in_four_languages() {
    guildhall_words::check(&WORDS).unwrap();
}

#[test]
fn s1_reads_the_same_in_four_languages() {
    let (system, store) = (system(), Memory::default());
    run_whole(&system, &store);
    let records = Records::read(&store, &system).unwrap();
    for (language, said) in SAID {
        let text = sheet(&records, &clerk(language), Layout { width: 120, styled: false }).unwrap();
        for expected in said {
            assert!(text.contains(expected), "{language} does not say `{expected}`:\n{text}");
        }
        assert!(!text.contains(['{', '}', '\u{2068}', '\u{2069}']), "{language}:\n{text}");
        let words: Vec<_> = text.split(|letter: char| !letter.is_alphabetic()).collect();
        let said = format!(" {} ", words.join(" ").to_lowercase());
        let english = ENGLISH.iter().filter(|word| said.contains(&format!(" {word} "))).collect::<Vec<_>>();
        assert_eq!(english.is_empty(), language != "en", "{language}: {english:?}\n{text}");
    }
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    let (system, store) = (system(), Memory::default());
    run_whole(&system, &store);
    let records = Records::read(&store, &system).unwrap();
    for (language, _) in SAID {
        for width in [80, 100, 120] {
            let text = sheet(&records, &clerk(language), Layout { width, styled: false }).unwrap();
            let widest = text.lines().max_by_key(|line| line.chars().count()).unwrap();
            assert!(widest.chars().count() <= usize::from(width), "{language} at {width}: {widest}");
        }
    }
}

#[test]
fn papers_come_in_the_language_chosen_and_certificates_stay_slovene() {
    let (system, store) = (system(), Memory::default());
    run_whole(&system, &store);
    let records = Records::read(&store, &system).unwrap();
    let papers = |language: &str| {
        let papers = papers::papers(&records, &clerk(language)).unwrap();
        papers
            .into_iter()
            .map(|(path, text)| (path.to_str().unwrap().to_owned(), String::from_utf8(text).unwrap()))
            .collect::<std::collections::BTreeMap<_, _>>()
    };
    let (english, slovene, polish) = (papers("en"), papers("sl"), papers("pl"));
    assert!(english["register.csv"].starts_with("Number,Holder,Certificate,"));
    assert!(slovene["register.csv"].starts_with("Številka,Ime in priimek,Certifikat,"));
    assert!(polish["register.csv"].contains(",2019-06-13,Zamek Lublański,"));
    let handbooks = |papers: &std::collections::BTreeMap<String, String>| {
        papers.keys().filter(|name| name.starts_with("handbook")).cloned().collect::<Vec<_>>()
    };
    assert_eq!(handbooks(&english), ["handbook.en.html", "handbook.html"]);
    assert_eq!(handbooks(&slovene), ["handbook.en.html", "handbook.html"]);
    assert_eq!(handbooks(&polish), ["handbook.en.html", "handbook.html", "handbook.pl.html"]);
    let first = "certificates/1-CM-2019.html";
    for (papers, second) in [
        (&english, "has completed all modules"),
        (&slovene, ""),
        (&polish, "za ukończenie wszystkich modułów"),
    ] {
        let page = &papers[first];
        assert!(page.contains("opravil oziroma opravila vse module programa") && page.contains(second));
        assert_eq!(page.contains("class=\"second\""), !second.is_empty());
    }
}

#[test]
fn a_failure_is_told_in_the_language_chosen() {
    let (system, memory, copy) = (system(), Memory::default(), Copy::new());
    let dying = Dying { store: &memory, left: AtomicU64::new(3), answer_lost: false };
    copy.replace("completions.csv", "2019-05-09", "2019-05-01");
    let early = System::read(copy.folder()).unwrap();
    for (language, expected) in [
        ("en", ["The edition begins on 6 May 2019", "Run it again", "other files", "no recruitment"]),
        (
            "pl",
            [
                "Edycja rozpoczyna się 6 maja 2019",
                "Po ponownym uruchomieniu",
                "innych plików",
                "nie ma naboru",
            ],
        ),
        ("ru", ["Поток начинается 6 мая 2019", "Запустите ещё раз", "другим файлам", "нет набора"]),
        ("sl", ["Izvedba se začne 6. 5. 2019", "Zaženite ga znova", "druge datoteke", "ni razpisa"]),
    ] {
        let clerk = clerk(language);
        let told = [
            Failure::from(rehearse(&early, &clerk).unwrap_err()),
            Failure::from(run(&system, &dying, &mut |_| {}).unwrap_err()),
            Failure::from(Unverified::OtherFiles),
            Failure::from(Unreadable::Missing(Missing::Recruitment)),
        ]
        .map(|failure| failure.told(&clerk, false));
        for (told, expected) in told.iter().zip(expected) {
            assert!(told[0].contains(expected), "{language} does not say `{expected}`: {told:?}");
        }
    }
}

#[test]
fn a_second_run_changes_nothing() {
    let (system, store) = (system(), Memory::default());
    assert_eq!(verify(&system, &store).unwrap(), Verified::Fresh);
    let first = run_whole(&system, &store);
    assert_eq!(first.steps, first.stored);
    let before = history(&store);
    assert_eq!(verify(&system, &store).unwrap(), Verified::Begun);
    let second = run_whole(&system, &store);
    assert_eq!(second, Progress { stored: 0, ..first });
    assert_eq!(history(&store), before);
}

#[test]
fn both_stores_hold_the_same_history() {
    let folder = tempfile::tempdir().unwrap();
    let (system, memory) = (system(), Memory::default());
    let sqlite = SqliteStore::open(folder.path().join("s1.sqlite")).unwrap();
    run_whole(&system, &memory);
    run_whole(&system, &sqlite);
    assert_eq!(history(&memory), history(&sqlite));
}

#[test]
fn several_runs_at_once_make_one_training() {
    let (system, store, alone) = (system(), Memory::default(), Memory::default());
    run_whole(&system, &alone);
    let stored: u64 = std::thread::scope(|scope| {
        let runs: Vec<_> = (0..4).map(|_| scope.spawn(|| run_whole(&system, &store).stored)).collect();
        runs.into_iter().map(|run| run.join().unwrap()).sum()
    });
    assert!(stored >= run_whole(&system, &alone).steps);
    assert_eq!(history(&store).len(), history(&alone).len());
    assert_eq!(Records::read(&store, &system).unwrap().figures().unwrap().certificates, 23);
}

#[test]
fn two_trainings_share_a_store_without_meeting() {
    let (first, store, copy) = (system(), Memory::default(), Copy::new());
    copy.replace("programme.toml", "code = \"city-managers\"", "code = \"town-managers\"");
    copy.replace("edition.toml", "programme = \"city-managers\"", "programme = \"town-managers\"");
    copy.replace("successor.toml", "predecessor = \"city-managers\"", "predecessor = \"town-managers\"");
    let second = System::read(copy.folder()).unwrap();
    let steps = run_whole(&first, &store).stored;
    assert_eq!(verify(&second, &store).unwrap(), Verified::Fresh);
    // The issuer keeps one register: it is open already, and the scheme is adopted.
    assert!(run_whole(&second, &store).stored > steps - 3);
    for system in [&first, &second] {
        let records = Records::read(&store, system).unwrap();
        let figures = records.figures().unwrap();
        assert_eq!((figures.participants, figures.certificates), (23, 23));
        assert!(
            sheet(&records, &clerk("en"), Layout { width: 100, styled: false })
                .unwrap()
                .contains("23 certificates for 23")
        );
        assert_eq!(papers::papers(&records, &clerk("en")).unwrap().len(), 23 + 3);
    }
}

/// A store that dies for good after a number of commits: before the commit is stored or, worse,
/// after it and before the answer arrives.
struct Dying<'a> {
    store: &'a Memory,
    left: AtomicU64,
    answer_lost: bool,
}

impl Dying<'_> {
    fn killed() -> StoreError {
        StoreError::new("go on", "it was killed")
    }
    fn alive(&self) -> Result<(), StoreError> {
        if self.left.load(Ordering::Relaxed) == 0 { Err(Self::killed()) } else { Ok(()) }
    }
}
impl Store for Dying<'_> {
    fn load(&self, stream: &StreamId, after: Version, limit: usize) -> Result<Vec<Recorded>, StoreError> {
        self.alive()?;
        self.store.load(stream, after, limit)
    }
    fn feed(&self, scope: Option<Uuid>, after: Position, limit: usize) -> Result<Vec<Recorded>, StoreError> {
        self.alive()?;
        self.store.feed(scope, after, limit)
    }
    fn commit(&self, commit: &Commit) -> Result<Receipt, CommitError> {
        self.alive()?;
        let last = self.left.fetch_sub(1, Ordering::Relaxed) == 1;
        if last && !self.answer_lost {
            return Err(Self::killed().into());
        }
        let receipt = self.store.commit(commit)?;
        if last { Err(Self::killed().into()) } else { Ok(receipt) }
    }
    fn receipt(&self, commit: CommitId) -> Result<Option<Receipt>, StoreError> {
        self.alive()?;
        self.store.receipt(commit)
    }
}
impl Vault for Dying<'_> {
    fn reveal(&self, slot: SlotId) -> Result<Revealed, StoreError> {
        self.store.reveal(slot)
    }
    fn erase(&self, slot: SlotId, erasure: &Erasure) -> Result<Revealed, StoreError> {
        self.store.erase(slot, erasure)
    }
}

#[test]
fn a_run_that_was_killed_anywhere_is_completed_by_the_next() {
    let (system, whole) = (system(), Memory::default());
    let steps = run_whole(&system, &whole).steps;
    for (nth, answer_lost) in (1..=steps).step_by(29).zip([false, true].into_iter().cycle()) {
        let store = Memory::default();
        let dying = Dying { store: &store, left: AtomicU64::new(nth), answer_lost };
        assert!(matches!(run(&system, &dying, &mut |_| {}), Err(Stopped::Store { .. })), "killed at {nth}");
        let rest = run_whole(&system, &store);
        assert_eq!(rest.stored, steps - nth + u64::from(!answer_lost), "killed at {nth}");
        assert_eq!(history(&store), history(&whole), "killed at {nth}");
    }
}

#[test]
fn a_store_made_from_other_files_is_refused_and_untouched() {
    let store = Memory::default();
    run_whole(&system(), &store);
    let before = history(&store);
    let copy = Copy::new();
    // What says nothing may change: a comment, the handbook.
    copy.replace("programme.toml", "# The programme", "# Our programme");
    copy.replace("handbook.toml", "\"title\"", "\"authority\"");
    assert!(matches!(verify(&System::read(copy.folder()).unwrap(), &store), Ok(Verified::Begun)));
    copy.replace("applicants.csv", "Ana Primer", "Ana Vzorec");
    assert!(matches!(verify(&System::read(copy.folder()).unwrap(), &store), Err(Unverified::OtherFiles)));
    assert_eq!(history(&store), before);
}

#[test]
fn c5_no_name_or_address_reaches_the_events() {
    let (system, store) = (system(), Memory::default());
    run_whole(&system, &store);
    let events: String = history(&store).iter().map(|recorded| format!("{recorded:?}")).collect();
    for line in fs::read_to_string(data().join("applicants.csv")).unwrap().lines().skip(1) {
        let cells: Vec<_> = line.split(',').collect();
        let [_, name, address, ..] = cells[..] else { panic!("{line}") };
        assert!(!events.contains(name) && !events.contains(address), "{name}");
    }
    for remark in ["Več časa", "Krajši posnetki"] {
        assert!(!events.contains(remark), "{remark}");
    }
}
