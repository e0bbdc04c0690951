//! What may have been meant: the known name most like the one that was written.

/// Names longer than this are not compared.
const LONGEST: usize = 128;

/// Names that are compared letter by letter at most, for all that are looked up together.
const COMPARED: usize = 200_000;

/// Names that others are held against, prepared once for many that are looked up.
pub(crate) struct Known<'a> {
    names: Vec<Candidate<'a>>,
    compared: usize,
}

struct Candidate<'a> {
    name: &'a str,
    folded: String,
    letters: usize,
    mask: u64,
}

impl<'a> Known<'a> {
    pub(crate) fn of(names: impl IntoIterator<Item = &'a str>) -> Self {
        let short = names.into_iter().filter(|name| name.len() <= LONGEST);
        Self { names: short.map(Candidate::of).collect(), compared: 0 }
    }

    /// The one most like `name`, where one is like it at all: a third of its letters may differ.
    pub(crate) fn nearest(&mut self, name: &str) -> Option<&'a str> {
        if name.len() > LONGEST {
            return None;
        }
        let slips = (name.chars().count() / 3).max(1);
        let written = Candidate::of(name);
        let mut best: Option<(usize, &'a str)> = None;
        for candidate in &self.names {
            if !written.may_be_within(slips, candidate) || candidate.name == name {
                continue;
            }
            if self.compared >= COMPARED {
                break;
            }
            self.compared += 1;
            let distance = strsim::damerau_levenshtein(&written.folded, &candidate.folded);
            let found = (distance, candidate.name);
            if distance <= slips && best.is_none_or(|best| found < best) {
                best = Some(found);
            }
        }
        best.map(|(_, name)| name)
    }
}

impl<'a> Candidate<'a> {
    fn of(name: &'a str) -> Self {
        let folded = name.to_lowercase();
        let mask = folded.chars().fold(0, |mask, letter| mask | 1 << (u32::from(letter) % 64));
        Self { name, letters: folded.chars().count(), folded, mask }
    }

    /// Whether so few slips may lead to the other: each adds or takes one letter, or changes one into
    /// another.
    fn may_be_within(&self, slips: usize, other: &Self) -> bool {
        let differ = usize::try_from((self.mask ^ other.mask).count_ones()).unwrap_or(usize::MAX);
        self.letters.abs_diff(other.letters) <= slips && differ <= 2 * slips
    }
}

/// The candidate most like `name`, where one is like it at all.
pub(crate) fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    Known::of(candidates).nearest(name)
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
