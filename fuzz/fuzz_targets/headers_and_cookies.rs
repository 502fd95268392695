//! Hands what the fuzzer makes up to [`fastr_fuzz::headers_and_cookies`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fastr_fuzz::headers_and_cookies(data));
