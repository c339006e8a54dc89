//! SegmentLab: customer segmentation on the user's own machine.
//!
//! The modules stand in the order the data flows; a module uses only modules listed above it
//! (`tests/layers.rs` holds them to that). Nothing here knows a language: codes and numbers go
//! out, sentences are made on the page.

pub mod error;
pub mod issue;

pub mod file;
pub mod table;

pub mod mapping;

pub mod transactions;

pub mod join;

pub mod customers;

pub mod features;

pub mod rfm;

pub mod cluster;

pub mod lesson;

pub mod segments;

pub mod lifecycle;

pub mod movement;

pub mod profile;

pub mod persona;

pub mod coverage;

pub mod recipe;

pub mod export;

#[cfg(target_arch = "wasm32")]
pub mod web;
