//! What is said in four languages: what happens to a practice and why not, what it is judged by, and every
//! word that a handbook says by itself. What only officers meet who write records stays English.

guildhall_words::catalogue! {
    /// What practices and handbooks say, in four languages.
    pub static WORDS = "practice" {
        texts {
            "en" => "../words/en.ftl",
            "pl" => "../words/pl.ftl",
            "ru" => "../words/ru.ftl",
            "sl" => "../words/sl.ftl",
        }
        says {
            crate::Stage,
            crate::Step,
            crate::Recurrence,
            crate::LessonKind,
            crate::Channel,
            crate::Part,
            crate::EvidenceSource,
            crate::Grade,
            crate::Interest,
            crate::Criterion,
            crate::ScoreError,
            crate::ArchiveGround,
            crate::PracticeRefusal,
            crate::Order,
            crate::handbook::span::Month,
            crate::handbook::span::Span,
            crate::handbook::caption::Caption,
        }
    }
}

guildhall_words::verbatim!(crate::Citation, crate::VersionNumber);
