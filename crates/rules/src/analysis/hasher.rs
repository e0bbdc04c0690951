//! A hash for the numbers of nodes.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Node numbers are small and nobody's input, so a hash that resists attacks would be wasted.
#[derive(Default)]
pub(super) struct Quick(pub(super) u64);
impl Hasher for Quick {
    fn finish(&self) -> u64 {
        self.0.rotate_left(26)
    }

    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let word = chunk.iter().fold(0, |word, byte| word << 8 | u64::from(*byte));
            self.write_u64(word);
        }
    }

    fn write_u64(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn write_usize(&mut self, word: usize) {
        self.write_u64(u64::try_from(word).unwrap_or(u64::MAX));
    }

    fn write_isize(&mut self, word: isize) {
        self.write_u64(u64::from_ne_bytes(i64::try_from(word).unwrap_or(0).to_ne_bytes()));
    }
}
pub(super) type Map<K, V> = HashMap<K, V, BuildHasherDefault<Quick>>;
