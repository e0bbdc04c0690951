//! Every message is worded in four languages.

#[test]
fn every_message_is_worded_in_four_languages() {
    guildhall_words::check(&guildhall_certification::WORDS).unwrap();
}
