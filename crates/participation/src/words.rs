//! What participations and surveys say to officers, trainers and participants, in four languages.

guildhall_words::catalogue! {
    /// What participations and surveys say, in English, Polish, Russian and Slovene.
    pub static WORDS = "participation" {
        texts {
            "en" => "../words/en.ftl",
            "pl" => "../words/pl.ftl",
            "ru" => "../words/ru.ftl",
            "sl" => "../words/sl.ftl",
        }
        says {
            crate::ParticipationStatus,
            crate::Corrected,
            crate::ParticipationRefusal,
            crate::survey::AnonymousCommitError,
            crate::survey::Answer,
            crate::survey::Intent,
            crate::survey::BatchError,
            crate::survey::QuestionKind,
            crate::survey::MinimumCell,
            crate::survey::SurveyRefusal,
            crate::survey::Results,
            crate::survey::Outcome,
            crate::survey::UnreadableSheet,
            crate::survey::TokenError,
        }
    }
}
