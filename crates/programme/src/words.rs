//! What programmes and editions say to those who look after them, in four languages.

guildhall_words::catalogue! {
    /// What programmes and editions say, in English, Polish, Russian and Slovene.
    pub static WORDS = "programme" {
        texts {
            "en" => "../words/en.ftl",
            "pl" => "../words/pl.ftl",
            "ru" => "../words/ru.ftl",
            "sl" => "../words/sl.ftl",
        }
        says {
            crate::DeliveryMode,
            crate::Hours,
            crate::Outside,
            crate::EditionStatus,
            crate::ProgrammeStatus,
            crate::ProgrammeRefusal,
            crate::EditionRefusal,
            crate::SessionKind,
            crate::MixedTimes,
        }
    }
}
