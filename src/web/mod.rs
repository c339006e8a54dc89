//! The boundary to JavaScript: convert, call, convert.
