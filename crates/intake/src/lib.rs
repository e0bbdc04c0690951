//! Definitions and tables from officers: every fault at once, with its place and a suggestion.
