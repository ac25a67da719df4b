//! Carddesk: a desktop program for the support staff of merchants on the Assist gateway.
//!
//! The map of the modules, and who may name whom, is in `ARCHITECTURE.md`.

pub mod acknowledged;
pub mod api;
pub mod app;
pub mod batch;
pub mod cli;
pub mod customers;
pub mod diagnostics;
pub mod domain;
pub mod i18n;
pub mod jobs;
pub mod journal;
pub mod media;
pub mod model;
pub mod network;
pub mod removal;
pub mod sandbox;
pub mod settings;
pub mod store;
pub mod ui;
pub mod verify;
pub mod words;
