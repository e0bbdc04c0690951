//! Many ids in one piece of memory.

use std::cmp::Ordering;

use crate::column::index;

/// Many ids in one piece of memory.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Ids {
    pub(crate) text: String,
    /// Where each ends.
    pub(crate) ends: Vec<u32>,
}

impl Ids {
    pub(crate) fn push(&mut self, id: &str) {
        self.text.push_str(id);
        self.ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
    }

    pub(crate) const fn len(&self) -> usize {
        self.ends.len()
    }

    pub(crate) fn get(&self, at: usize) -> &str {
        let begin = at.checked_sub(1).map_or(Some(&0), |before| self.ends.get(before));
        let span =
            begin.zip(self.ends.get(at)).and_then(|(begin, end)| self.text.get(index(*begin)..index(*end)));
        span.unwrap_or_default()
    }

    /// Where an id stands, of ids in ascending order.
    pub(crate) fn find(&self, id: &str) -> Option<usize> {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            match self.get(middle).cmp(id) {
                Ordering::Less => low = middle.saturating_add(1),
                Ordering::Equal => return Some(middle),
                Ordering::Greater => high = middle,
            }
        }
        None
    }

    /// The ids' places in the order of ids; equal ones in the order in which they came.
    pub(crate) fn in_order(&self) -> Vec<u32> {
        // The first eight bytes decide nearly always, and lie together.
        let head = |id: &str| {
            let mut head = [0; 8];
            head.iter_mut().zip(id.bytes()).for_each(|(place, byte)| *place = byte);
            u64::from_be_bytes(head)
        };
        let places = (0_u32..).zip(0..self.len());
        let mut order: Vec<(u64, u32)> = places.map(|(number, at)| (head(self.get(at)), number)).collect();
        order.sort_unstable_by(|(head, a), (other, b)| {
            head.cmp(other).then_with(|| self.get(index(*a)).cmp(self.get(index(*b)))).then_with(|| a.cmp(b))
        });
        order.into_iter().map(|(_, number)| number).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_ordered_beyond_their_first_bytes() {
        let mut ids = Ids::default();
        let texts = ["applicant-2", "applicant-10", "applicant-1", "b", "", "applican", "applicant-1"];
        texts.iter().for_each(|text| ids.push(text));
        assert_eq!(ids.in_order(), [4, 5, 2, 6, 1, 0, 3]);
    }
}
