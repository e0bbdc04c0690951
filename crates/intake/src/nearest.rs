//! What may have been meant: the known name most like the one that was written.

/// Names longer than this are not compared.
const LONGEST: usize = 128;

/// The candidate most like `name`, where one is like it at all: a third of its letters may differ.
pub(crate) fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if name.len() > LONGEST {
        return None;
    }
    let slips = (name.chars().count() / 3).max(1);
    let folded = name.to_lowercase();
    candidates
        .into_iter()
        .filter(|candidate| candidate.len().abs_diff(name.len()) <= 2 * slips && candidate.len() <= LONGEST)
        .map(|candidate| (strsim::damerau_levenshtein(&folded, &candidate.to_lowercase()), candidate))
        .filter(|(distance, candidate)| *distance <= slips && *candidate != name)
        .min()
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn only_what_is_like_it_is_meant() {
        let fields = ["title", "code", "from", "until"];
        assert_eq!(nearest("tilte", fields), Some("title"));
        assert_eq!(nearest("Title", fields), Some("title"));
        assert_eq!(nearest("cod", fields), Some("code"));
        assert_eq!(nearest("form", fields), Some("from"));
        assert_eq!(nearest("period", fields), None);
        assert_eq!(nearest("x", fields), None);
        assert_eq!(nearest(&"title".repeat(40), fields), None);
    }
}
