#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| segmentlab_fuzz::csv(input));
