//! The phrasebook at work: what each language writes, what falls back to what, and that it is total.
#![cfg(feature = "fluent")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime};
use chrono_tz::Europe::{Ljubljana, Warsaw};
use guildhall_kernel::{LocalisedText, Time};
use guildhall_words::{
    Argument, Catalogue, Label, Message, Period, Phrasebook, Say, Shaped, Text, Words, catalogue, check,
};

const OURS: [&str; 4] = ["en", "pl", "sl", "ru"];

fn book(language: &str) -> Phrasebook {
    Phrasebook::new(language.parse().unwrap())
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2019, 6, 3).unwrap()
}

fn wall() -> NaiveDateTime {
    day().and_hms_opt(9, 5, 0).unwrap()
}

fn money(amount: &str, currency: &'static str) -> Argument<'static> {
    Argument::money(amount.parse().unwrap(), currency)
}

#[track_caller]
fn each(argument: &Argument<'_>, expected: [&str; 4]) {
    let told = OURS.map(|language| book(language).tell(argument));
    // The spaces that do not break are written as they are seen.
    let told = told.map(|text| text.replace(['\u{a0}', '\u{202f}'], "~"));
    assert_eq!(told, expected);
}

#[test]
fn words_has_its_own_labels_in_four_languages() {
    check(&guildhall_words::WORDS).unwrap();
}

#[test]
fn days_and_times() {
    each(&Argument::Date(day()), ["3 June 2019", "3 czerwca 2019 r.", "3. junij 2019", "3 июня 2019~г."]);
    each(
        &Argument::DateTime(wall()),
        [
            "3 June 2019 at 09:05",
            "3 czerwca 2019 r., godz. 09:05",
            "3. junij 2019 ob 09:05",
            "3 июня 2019~г. в 09:05",
        ],
    );
    assert_eq!(book("en-US").tell(&Argument::Date(day())), "June 3, 2019");
    assert_eq!(book("en").tell(&Argument::Date(NaiveDate::MAX)), NaiveDate::MAX.to_string());
    assert_eq!(book("zz").tell(&Argument::Date(day())), "3 June 2019");
}

#[test]
fn instants_are_written_by_the_clocks_of_a_zone_or_say_utc() {
    let at: Time = "2019-06-02T22:30:00Z".parse().unwrap();
    let tell = |book: Phrasebook| book.tell(&Argument::Instant(at));
    assert_eq!(tell(book("en")), "2 June 2019 at 22:30 UTC");
    assert_eq!(tell(book("en").in_zone(Warsaw)), "3 June 2019 at 00:30");
    assert_eq!(tell(book("sl").in_zone(Ljubljana)), "3. junij 2019 ob 00:30");
}

#[test]
fn numbers_and_money() {
    each(&Argument::Integer(12_345), ["12,345", "12~345", "12.345", "12~345"]);
    each(&Argument::Decimal("-0.50".parse().unwrap()), ["-0.50", "-0,50", "−0,50", "-0,50"]);
    each(&money("1234.50", "EUR"), ["€1,234.50", "1~234,50~€", "1.234,50~€", "1~234,50~€"]);
    each(&money("-1234.50", "EUR"), ["-€1,234.50", "-1~234,50~€", "−1.234,50~€", "-1~234,50~€"]);
    each(&money("1234.50", "PLN"), ["1,234.50~PLN", "1~234,50~zł", "1.234,50~PLN", "1~234,50~PLN"]);
    each(
        &money("1234567.5", "RUB"),
        ["1,234,567.5~RUB", "1~234~567,5~RUB", "1.234.567,5~RUB", "1~234~567,5~₽"],
    );
    each(&money("999", "JPY"), ["999~JPY", "999~JPY", "999~JPY", "999~JPY"]);
    let mut zero = rust_decimal::Decimal::new(0, 2);
    zero.set_sign_negative(true);
    assert!(zero.is_sign_negative());
    each(&Argument::money(zero, "GBP"), ["£0.00", "0,00~£", "0,00~£", "0,00~£"]);
    each(&Argument::Decimal(zero), ["0.00", "0,00", "0,00", "0,00"]);
    assert_eq!(book("de").tell(&money("1234.50", "EUR")), "1.234,50\u{a0}EUR");
    let german = book("de").with(&guildhall_words::WORDS, "label-yes = ja").unwrap();
    assert_eq!(german.tell(&money("1234.50", "EUR")), "1.234,50\u{a0}EUR");
    let german = german.with(&guildhall_words::WORDS, "money = { $amount } { $currency }!").unwrap();
    assert_eq!(german.tell(&money("1234.50", "EUR")), "1.234,50 EUR!");
    let exact = Argument::Integer(i128::MAX);
    assert_eq!(book("pl").tell(&exact).replace('\u{a0}', ""), i128::MAX.to_string());
}

#[test]
fn lists() {
    let towns = || ["Celje", "Koper", "Ptuj"].map(Argument::text);
    each(
        &Argument::all(towns()),
        ["Celje, Koper and Ptuj", "Celje, Koper i Ptuj", "Celje, Koper in Ptuj", "Celje, Koper и Ptuj"],
    );
    each(
        &Argument::any(towns()),
        ["Celje, Koper or Ptuj", "Celje, Koper lub Ptuj", "Celje, Koper ali Ptuj", "Celje, Koper или Ptuj"],
    );
    each(&Argument::all([]), ["none", "brak", "nič", "нет"]);
    each(&Argument::Absent, ["not known", "nie wiadomo", "ni znano", "неизвестно"]);
    each(&Argument::text(" "), ["not known", "nie wiadomo", "ni znano", "неизвестно"]);
}

#[test]
fn periods() {
    let period = |from: Option<NaiveDate>, until: Option<NaiveDate>| Period {
        from: from.map(Into::into),
        until: until.map(Into::into),
    };
    let say =
        |period: Period| OURS.map(|language| book(language).say(&period.message()).replace('\u{202f}', "~"));
    let (from, until) = (Some(day()), NaiveDate::from_ymd_opt(2019, 6, 13));
    assert_eq!(
        say(period(from, until)),
        [
            "3 June 2019 to 13 June 2019",
            "od 3 czerwca 2019 r. do 13 czerwca 2019 r.",
            "od 3. 6. 2019 do 13. 6. 2019",
            "с 3 июня 2019~г. по 13 июня 2019~г.",
        ]
    );
    assert_eq!(say(period(from, None))[2], "od 3. 6. 2019");
    assert_eq!(say(period(None, until))[3], "по 13 июня 2019~г.");
    assert_eq!(say(period(None, None)), ["at any time", "bezterminowo", "časovno neomejeno", "бессрочно"]);
}

#[derive(Clone, Debug, PartialEq, Say)]
enum Stage {
    Open,
    Closed,
}

#[derive(Say)]
enum Notice {
    Seats { free: u32 },
    At { day: NaiveDate, at: NaiveDateTime },
    Asked { languages: Vec<String>, stage: Option<Stage>, late: bool },
    Titled { title: LocalisedText },
    Signed,
}

const ENGLISH: &str = r#"
stage-open = open
stage-closed = closed
notice-seats = { $free ->
    [0] No seat is free.
    [one] One seat is free.
   *[other] { $free } seats are free.
}
notice-at = { DATE($day, style: "weekday") }; { DATE($at) }; { DATETIME($day) }; { DATETIME($at, style: "short") }
notice-asked =
    Ask in { LIST($languages, type: "or") }{ $stage-key ->
        [absent] { "" }
        [open] , while it is { $stage }
       *[other] , though it is { $stage }
    }{ $late ->
        [true] { "" } (late)
       *[false] .
    }
notice-titled = “{ $title }”
notice-signed = { -office(case: "capital") }, for { -office }: { notice-greeting }
notice-greeting = { -office.kind ->
    [body] yours
   *[other] sincerely
}
-office = { $case ->
    [capital] The office
   *[plain] the office
}
    .kind = body
"#;

const SLOVENE: &str = "
stage-open = odprto
notice-seats = { $free ->
    [one] Prosto je { $free } mesto.
    [two] Prosti sta { $free } mesti.
    [few] Prosta so { $free } mesta.
   *[other] Prostih je { $free } mest.
}
";

catalogue! {
    static WORDS = "notices" {
        texts { "en" = ENGLISH, "sl" = SLOVENE }
        says { Stage, Notice }
    }
}

#[test]
fn sentences_choose_their_cases() {
    let english = |notice: Notice| book("en").say(&notice.message());
    let seats = [0, 1, 2].map(|free| english(Notice::Seats { free }));
    assert_eq!(seats, ["No seat is free.", "One seat is free.", "2 seats are free."]);
    let slovene = [1, 2, 3, 5, 101, 102].map(|free| book("sl").say(&Notice::Seats { free }.message()));
    assert_eq!(
        slovene,
        [
            "Prosto je 1 mesto.",
            "Prosti sta 2 mesti.",
            "Prosta so 3 mesta.",
            "Prostih je 5 mest.",
            "Prosto je 101 mesto.",
            "Prosti sta 102 mesti.",
        ]
    );
    assert_eq!(
        english(Notice::At { day: day(), at: wall() }),
        "Monday, 3 June 2019; 3 June 2019; 3 June 2019; 03/06/2019, 09:05"
    );
    let languages = || vec!["Polish".to_owned(), "Slovene".to_owned()];
    let asked = |stage, late| english(Notice::Asked { languages: languages(), stage, late });
    assert_eq!(asked(None, false), "Ask in Polish or Slovene.");
    assert_eq!(asked(Some(Stage::Open), true), "Ask in Polish or Slovene, while it is open (late)");
    assert_eq!(asked(Some(Stage::Closed), false), "Ask in Polish or Slovene, though it is closed.");
    assert_eq!(english(Notice::Signed), "The office, for the office: yours");
}

#[test]
fn a_text_of_officers_comes_in_the_best_language() {
    let title = LocalisedText::new([
        ("sl".parse().unwrap(), "Mestni menedžer"),
        ("en".parse().unwrap(), "City manager"),
    ]);
    let notice = Notice::Titled { title: title.unwrap() };
    assert_eq!(book("sl-SI").say(&notice.message()), "“Mestni menedžer”");
    assert_eq!(book("pl").say(&notice.message()), "“City manager”");
}

#[test]
fn what_a_language_lacks_is_english_message_by_message() {
    assert_eq!(book("sl-SI").say(&Stage::Open.message()), "odprto");
    assert_eq!(book("sl").say(&Stage::Closed.message()), "closed");
    assert_eq!(book("hu").say(&Stage::Closed.message()), "closed");
    let notice = Notice::Asked { languages: vec!["a".into(), "b".into()], stage: None, late: false };
    assert_eq!(book("sl").say(&notice.message()), "Ask in a ali b.");
}

#[test]
fn callers_add_a_language_or_reword_a_message() {
    let croatian = book("hr").with(&WORDS, "stage-open = otvoreno\nnotice-signed = { stage-open }").unwrap();
    assert_eq!(croatian.say(&Stage::Open.message()), "otvoreno");
    assert_eq!(croatian.say(&Notice::Signed.message()), "otvoreno");
    assert_eq!(croatian.say(&Stage::Closed.message()), "closed");
    assert_eq!(croatian.say(&Label::Yes.message()), "yes");
    assert_eq!(croatian.tell(&Argument::Date(day())), "3. lipnja 2019.");

    // Rewording may lean on what the catalogue has, and the latest word counts.
    let english = book("en").with(&WORDS, "stage-open = under way").unwrap();
    let english = english.with(&WORDS, "stage-open = { -office } is { stage-closed }").unwrap();
    assert_eq!(english.say(&Stage::Open.message()), "the office is closed");
    assert_eq!(english.say(&Notice::Seats { free: 1 }.message()), "One seat is free.");
    assert_eq!(book("en").say(&Stage::Open.message()), "open");

    // An addition may lean on an earlier one.
    let croatian = book("hr").with(&WORDS, "-ured = ured\nstage-open = { -ured } je otvoren").unwrap();
    let croatian = croatian.with(&WORDS, "stage-closed = { -ured } je zatvoren").unwrap();
    assert_eq!(croatian.say(&Stage::Closed.message()), "ured je zatvoren");
    assert!(!croatian.missing(&WORDS).contains(&"stage-closed"));
    assert!(croatian.missing(&WORDS).contains(&"notice-seats"));
    assert_eq!(book("en").missing(&WORDS), [""; 0]);

    let faults = book("pl")
        .with(&WORDS, "stage-opne = x\nstage-closed = { $x }\nnotice-seats = { $free ->\n *[few] x\n}");
    assert_eq!(
        faults.unwrap_err().to_string(),
        "notices in pl:1: `stage-opne`: nothing says this; is `stage-open` meant?\n\
         notices in pl:2: `stage-closed`: there is no argument `$x`\n\
         notices in pl:3: `notice-seats`: `$free` is selected by without `one`, `many`, `other`, which this language has"
    );
}

#[test]
fn what_was_never_checked_is_said_all_the_same() {
    fn say(ftl: &'static str, arguments: Vec<(&'static str, Argument<'static>)>) -> String {
        let texts = vec![Text { language: "en", file: "en", ftl }].leak();
        let catalogue = Box::leak(Box::new(Catalogue::new("unchecked", texts, &[Stage::SHAPES])));
        book("en").say(&Message::new(catalogue, "stage-open", "open", arguments))
    }
    assert_eq!(say("", vec![]), "stage open");
    assert_eq!(say("stage-open = { $x }", vec![]), "not known");
    assert_eq!(say("stage-open = { other-message } { -term }", vec![]), "other message term");
    assert_eq!(say("stage-open = { DATE(3) }", vec![]), "not known");
    assert_eq!(say("stage-open = { DATE($x) }", vec![("x", Argument::Integer(3))]), "3");
    assert_eq!(say("stage-open = { \"\" }", vec![]), "stage open");
    assert_eq!(say("stage-open = a { stage-open }", vec![]).matches("a ").count(), 24);
    // Whatever digits are shown, two is two.
    let exactly = |number: &str| {
        let cases =
            "stage-open = { $x ->\n [-2] minus two\n [2.5] two and a half\n [2] two\n *[other] more\n}";
        say(cases, vec![("x", Argument::Decimal(number.parse().unwrap()))])
    };
    let told = ["2", "2.00", "2.50", "-2.0", "20"].map(exactly);
    assert_eq!(told, ["two", "two", "two and a half", "minus two", "more"]);
    // A date that ends with a stop brings the sentence's own.
    let at = |ftl| say(ftl, vec![("x", Argument::text("2019 г."))]);
    assert_eq!(at("stage-open = Until { $x }."), "Until 2019 г.");
    assert_eq!(
        at("stage-open = Until { $x }... { $x }, { $x }{ \"!\" }"),
        "Until 2019 г.... 2019 г., 2019 г.!"
    );
    assert_eq!(at("stage-open = A stop. { $x } .{ \".\" }"), "A stop. 2019 г. ..");
    let laughs = "stage-open = { -a } { -a } { -a }\n-a = { -b } { -b } { -b }\n-b = { -c } { -c } { -c }\n-c = { -a } { -a }";
    assert!(say(laughs, vec![]).len() < 1_000);
    let deep = (0..500).fold(Argument::text("x"), |inner, _| Argument::all([inner]));
    assert_eq!(say("stage-open = { $x }", vec![("x", deep)]), "not known");
}

#[test]
fn a_phrasebook_can_be_shared() {
    fn shared<T: Send + Sync>(_: &T) {}
    let book = book("sl");
    shared(&book);
    let words: &dyn Words = &book;
    let said: BTreeSet<String> = std::thread::scope(|scope| {
        let threads = [(); 8].map(|()| scope.spawn(|| words.say(&Stage::Open.message())));
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(said, BTreeSet::from(["odprto".to_owned()]));
}
