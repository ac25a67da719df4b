//! Where the system is not known, the parent's clock alone limits a drawing.

use std::io;
use std::process::{Child, ExitStatus};

pub(super) struct Confinement;

pub(super) fn confine(_child: &Child) -> io::Result<Confinement> {
    Ok(Confinement)
}

pub(super) struct Limits;

impl Limits {
    pub(super) fn set() -> io::Result<Self> {
        Ok(Self)
    }

    pub(super) fn begin_drawing(&self) -> io::Result<()> {
        Ok(())
    }

    pub(super) fn end_drawing(&self) {}
}

pub(super) fn ran_out_of_time(_status: ExitStatus) -> bool {
    false
}
