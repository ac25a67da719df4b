//! All tests of behaviour, in one binary: linking is most of what a test binary costs.
mod api;
mod architecture;
mod cli;
mod domain;
mod flows;
mod i18n;
mod journal;
mod media;
mod painter;
mod removal;
mod sandbox;
mod settings;
mod support;
