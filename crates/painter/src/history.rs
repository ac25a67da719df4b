//! Buffers that a system gives in turn, each with the frame that was drawn on it last.

use super::{Area, Painter, Scene};

/// Buffers that are given in turn, at most; of an older frame nothing is known.
const MOST_BUFFERS: usize = 3;

/// What differed in the last frames, the newest last.
#[derive(Debug, Default)]
pub struct History(Vec<Vec<Area>>);

impl History {
    /// Draws what a buffer lacks of a frame: what `changed` with this one, and with those that it has
    /// missed. Its `age` is how many frames ago it was drawn on, and 0 where that is not known.
    pub fn catch_up(
        &mut self,
        painter: &Painter,
        scene: &Scene<'_>,
        (changed, age): (Vec<Area>, usize),
        pixels: &mut [u32],
    ) {
        let missed = match age {
            0 => None,
            age => (self.0.len() + 1).checked_sub(age),
        };
        match missed {
            Some(first) => {
                let all = self.0.iter().skip(first).chain([&changed]).flatten();
                painter.paint_areas(scene, &apart(all.copied()), pixels);
            }
            None => painter.paint_areas(scene, &[Area::whole(scene.size)], pixels),
        }
        self.0.push(changed);
        if self.0.len() >= MOST_BUFFERS {
            self.0.remove(0);
        }
    }

    /// Whether no frame has been drawn since it was forgotten.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Buffers of another size hold nothing of the frames before.
    pub fn forget(&mut self) {
        self.0.clear();
    }
}

/// Areas that have no pixel in common, as those of one frame have none, but of two they may.
fn apart(areas: impl Iterator<Item = Area>) -> Vec<Area> {
    let mut apart: Vec<Area> = Vec::new();
    for mut area in areas {
        while let Some(other) = apart.iter().position(|other| !other.within(area).is_empty()) {
            area = area.with(apart.swap_remove(other));
        }
        apart.push(area);
    }
    apart
}
