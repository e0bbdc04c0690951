//! What is said in four languages: why a certificate is issued, refused or revoked, and what it is worth. What
//! only officers meet who write schemes stays English.

guildhall_words::catalogue! {
    /// What registers of certificates say, in four languages.
    pub static WORDS = "certification" {
        texts {
            "en" => "../words/en.ftl",
            "pl" => "../words/pl.ftl",
            "ru" => "../words/ru.ftl",
            "sl" => "../words/sl.ftl",
        }
        says {
            crate::NoAward,
            crate::Status,
            crate::Outcome,
            crate::NumberError,
            crate::RegisterRefusal,
            crate::OpenRefusal,
            crate::AdoptRefusal,
            crate::IssueRefusal,
            crate::CandidateRefusal,
            crate::RevokeRefusal,
            crate::Kind,
            crate::Extent,
            crate::StatementError,
            crate::Validity,
        }
    }
}

guildhall_words::verbatim!(crate::CertificateNumber, crate::NumberFormat);
