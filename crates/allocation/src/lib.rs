//! Scarce places, given out provably fairly.
