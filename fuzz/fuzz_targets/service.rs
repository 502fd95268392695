//! Hands what the fuzzer makes up to [`fastr_fuzz::service`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fastr_fuzz::service(data));
