//! Definitions in JSON.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| guildhall_fuzz::read("course.json", bytes));
