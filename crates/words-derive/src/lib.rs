//! Ties the variants of an enum to the messages that say them.
