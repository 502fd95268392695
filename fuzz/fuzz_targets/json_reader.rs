//! Hands what the fuzzer makes up to [`fastr_fuzz::json_reader`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fastr_fuzz::json_reader(data));
