//! Decisions, refusals and reports as sentences in English, Polish, Slovene and Russian.
