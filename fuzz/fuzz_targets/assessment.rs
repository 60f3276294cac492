#![no_main]

#[path = "../../tests/it/common/attack.rs"]
mod attack;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| attack::assessment(bytes));
