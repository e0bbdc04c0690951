//! Rules, in TOML and in JSON.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| guildhall_fuzz::rules::read(bytes));
