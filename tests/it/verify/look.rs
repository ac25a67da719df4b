//! What the pixels show.
use super::case::{Case, Entry, Place, entry};
use super::draw::{ART, LOGO, blue, clear, covered, jpeg, mark, noise, opaque, outside};

pub(super) fn entries() -> Vec<Entry> {
    [corners(), patterns(), holes(), blanks(), logos(), digits()].into_iter().flatten().collect()
}

fn art(bytes: Vec<u8>) -> Case {
    Case::small(Place::Art, "image/png", bytes)
}

fn logo(bytes: Vec<u8>) -> Case {
    Case::small(Place::BrandLogo, "image/png", bytes)
}

fn icon(bytes: Vec<u8>) -> Case {
    Case::small(Place::Icon, "image/png", bytes)
}

/// Art with roundings of a colour at some of its corners.
fn rounded(radius: u32, corners: &[usize], colour: [u8; 4]) -> Vec<u8> {
    covered(|x, y| {
        let corner = outside(ART, radius, (x, y))?;
        corners.contains(&corner).then_some(colour)
    })
}

const CORNERS: &str = "W corners-not-square";
const WHITE: [u8; 4] = [255; 4];
const CLEAR: [u8; 4] = [0; 4];

fn corners() -> Vec<Entry> {
    let all = [0, 1, 2, 3];
    // Only the outermost pixel.
    let tip = |alpha: u8| art(covered(|x, y| ((x, y) == (0, 0)).then_some([20, 40, 120, alpha])));
    let soft = art(clear(ART, |x, y| {
        // A circle's edge, softened over a pixel.
        let (width, height) = (ART.0 as f32, ART.1 as f32);
        let inset =
            |at: u32, size: f32| (8.0 - (at as f32 + 0.5).min(size - at as f32 - 0.5)).max(0.0);
        let from = inset(x, width).hypot(inset(y, height));
        let alpha = ((8.5 - from).clamp(0.0, 1.0) * 255.0) as u8;
        let [r, g, b] = blue(x, y);
        [r, g, b, alpha]
    }));
    let full = Case::alone(
        Place::Art,
        "image/png",
        opaque((1536, 969), |x, y| {
            if outside((1536, 969), 57, (x, y)).is_some() { [255; 3] } else { blue(x, y) }
        }),
    );
    let noisy = Case::small(
        Place::Art,
        "image/jpeg",
        jpeg((480, 303), 80, |x, y| {
            if outside((480, 303), 22, (x, y)).is_some() { [255; 3] } else { blue(x, y) }
        }),
    );
    vec![
        entry("square corners", "", art(covered(|_, _| None))),
        entry("four clear corners", CORNERS, art(rounded(6, &all, CLEAR))),
        entry("one clear corner", CORNERS, art(rounded(6, &[2], CLEAR))),
        entry("four soft clear corners", CORNERS, soft),
        entry("a corner's pixel half clear", CORNERS, tip(128)),
        entry("a corner's pixel a little clear", CORNERS, tip(239)),
        entry("a corner's pixel rounded off", "", tip(252)),
        entry("four white corners", CORNERS, art(rounded(8, &all, WHITE))),
        entry("four black corners", CORNERS, art(rounded(8, &all, [0, 0, 0, 255]))),
        entry("three white corners", CORNERS, art(rounded(8, &[0, 1, 3], WHITE))),
        entry("two white corners", "", art(rounded(8, &[0, 3], WHITE))),
        entry("one white corner", "", art(rounded(8, &[1], WHITE))),
        entry("four wide white corners", CORNERS, art(rounded(16, &all, WHITE))),
        entry("four white corners of full size", CORNERS, full),
        entry("four white corners of a JPEG", "W corners-not-square, W media-type-unknown", noisy),
    ]
}

fn patterns() -> Vec<Entry> {
    let squares = |size: u32| {
        art(opaque(ART, move |x, y| {
            if (x / size + y / size).is_multiple_of(2) { [20; 3] } else { [90, 40, 40] }
        }))
    };
    let ticket = art(covered(|x, y| {
        let inset = |at: u32, size: u32| at.min(size - 1 - at);
        let (x, y) = (inset(x, ART.0), inset(y, ART.1));
        (x.pow(2) + y.pow(2) < 100).then_some([10, 10, 10, 255])
    }));
    let notches = art(covered(|x, y| {
        let inset = |at: u32, size: u32| at.min(size - 1 - at) < 10;
        (inset(x, ART.0) && inset(y, ART.1)).then_some(WHITE)
    }));
    let frame = art(covered(|x, y| {
        let inset = |at: u32, size: u32| at.min(size - 1 - at) < 5;
        (inset(x, ART.0) || inset(y, ART.1)).then_some([90, 70, 30, 255])
    }));
    let rounded_frame = art(covered(|x, y| {
        let inset = |at: u32, size: u32| at.min(size - 1 - at);
        let (dx, dy) = (inset(x, ART.0), inset(y, ART.1));
        let is_edge = dx < 6 || dy < 6;
        (is_edge || (dx < 20 && dy < 20 && (20 - dx).pow(2) + (20 - dy).pow(2) > 196))
            .then_some([10, 20, 60, 255])
    }));
    let vignette = art(opaque(ART, |x, y| {
        let (dx, dy) = (x as f32 / 159.0 * 2.0 - 1.0, y as f32 / 100.0 * 2.0 - 1.0);
        let light = (1.0 - dx.hypot(dy) * 0.7).max(0.0);
        [(light * 60.0) as u8, (light * 90.0) as u8, (light * 140.0) as u8]
    }));
    let stripes = art(opaque(ART, |x, y| {
        if ((x + y) / 12).is_multiple_of(2) { [60, 20, 80] } else { [20, 20, 40] }
    }));
    let speckled =
        art(opaque(ART, |x, y| blue(x, y).map(|c| c.saturating_add((noise(x, y) % 40) as u8))));
    vec![
        entry("squares of ten", "", squares(10)),
        entry("squares of three", "", squares(3)),
        entry("a ticket's corners", "", ticket),
        entry("square notches", "", notches),
        entry("a frame", "", frame),
        entry("a frame that is round inside", "", rounded_frame),
        entry("a vignette", "", vignette),
        entry("slanted stripes", "", stripes),
        entry("speckles", "", speckled),
    ]
}

fn holes() -> Vec<Entry> {
    const CLEARED: &str = "W transparent-background";
    // So many pixels in the middle; 0.05 % of the art are 8.08.
    let hole = |pixels: u32, alpha: u8| {
        art(covered(move |x, y| {
            (y == 50 && (60..60 + pixels).contains(&x)).then_some([9, 9, 9, alpha])
        }))
    };
    let all = |alpha: u8| {
        art(clear(ART, move |x, y| {
            let [r, g, b] = blue(x, y);
            [r, g, b, alpha]
        }))
    };
    vec![
        entry("eight clear pixels", "", hole(8, 0)),
        entry("nine clear pixels", CLEARED, hole(9, 0)),
        entry("forty pixels rounded off", "", hole(40, 251)),
        entry("forty pixels half clear", CLEARED, hole(40, 128)),
        entry(
            "a hole of a third",
            CLEARED,
            art(covered(|x, _| (50..100).contains(&x).then_some(CLEAR))),
        ),
        entry(
            "art half clear all over",
            "W transparent-background, W corners-not-square",
            all(128),
        ),
        entry("art rounded off all over", "", all(254)),
        entry(
            "a mark on no ground",
            "W transparent-background, W corners-not-square",
            art(mark(ART, [30, 60, 160])),
        ),
    ]
}

fn blanks() -> Vec<Entry> {
    let plain = |colour: [u8; 3]| opaque(ART, move |_, _| colour);
    let almost =
        opaque(ART, |x, y| if (x, y) == (159, 100) { [31, 60, 160] } else { [30, 60, 160] });
    vec![
        entry("art of one colour", "E blank", art(plain([30, 60, 160]))),
        entry("art of one colour but for a pixel", "", art(almost)),
        entry("white art", "E blank", art(plain([255; 3]))),
        entry(
            "clear art",
            "E blank, W corners-not-square, W transparent-background",
            art(clear(ART, |_, _| CLEAR)),
        ),
        entry("a clear logo", "E blank", logo(clear(LOGO, |x, y| [x as u8, y as u8, 9, 0]))),
        entry("a logo of one colour", "E blank", logo(opaque(LOGO, |_, _| [200, 40, 40]))),
        entry(
            "an icon of a single white pixel",
            "E blank, W invisible-on-light",
            icon(opaque((1, 1), |_, _| [255; 3])),
        ),
    ]
}

fn logos() -> Vec<Entry> {
    const LIGHT: &str = "W invisible-on-light";
    const DARK: &str = "W invisible-on-dark";
    // Greys just under and just over a contrast of 1.5 with either ground.
    let rows = [
        ([210; 3], ""),
        ([212; 3], LIGHT),
        ([255; 3], LIGHT),
        ([255, 245, 190], LIGHT),
        ([255, 140, 0], ""),
        ([52; 3], DARK),
        ([55; 3], ""),
        ([0; 3], DARK),
        ([20, 24, 40], DARK),
        ([235, 0, 27], ""),
        ([20, 52, 203], ""),
    ];
    let marks = rows.map(|(colour, expected)| {
        entry(format!("a logo of {colour:?}"), expected, logo(mark(LOGO, colour)))
    });
    // So many black columns of a hundred beside white.
    let columns = |black: u32| {
        icon(opaque((100, 100), move |x, _| if x < black { [0; 3] } else { [255; 3] }))
    };
    let faint =
        |alpha: u8| logo(clear(LOGO, move |_, y| if y == 14 { [0, 0, 0, alpha] } else { CLEAR }));
    let seen = [
        entry("a white icon with an edge of three in a hundred", "", columns(3)),
        entry("a white icon with an edge of one in a hundred", LIGHT, columns(1)),
        entry("a black icon with an edge of one in a hundred", DARK, columns(99)),
        entry("a faint shadow alone", "W invisible-on-light, W invisible-on-dark", faint(40)),
        entry("a black line half clear", DARK, faint(128)),
        entry("a white icon", LIGHT, icon(mark((100, 100), [255; 3]))),
        entry("a black icon", DARK, icon(mark((100, 100), [0; 3]))),
        entry(
            "a white mark on a dark tile",
            "",
            icon(opaque((100, 100), |x, _| if x < 50 { [255; 3] } else { [0; 3] })),
        ),
        entry(
            "white art with a faint pattern",
            "",
            art(opaque(ART, |x, y| if (x + y).is_multiple_of(50) { [230; 3] } else { [255; 3] })),
        ),
    ];
    marks.into_iter().chain(seen).collect()
}

fn digits() -> Vec<Entry> {
    const LOW: &str = "N low-last4-contrast";
    // The lower edge in stripes of two greys.
    let stripes = |dark: u8, light: u8, width: u32| {
        art(opaque(ART, move |x, y| {
            if y < 76 {
                blue(x, y)
            } else if (x / width).is_multiple_of(2) {
                [dark; 3]
            } else {
                [light; 3]
            }
        }))
    };
    let glints =
        art(opaque(ART, |x, y| if y > 76 && x.is_multiple_of(16) { [255; 3] } else { blue(x, y) }));
    let ramp = art(opaque(ART, |x, _| {
        [(x * 255 / 159) as u8, (x * 240 / 159) as u8, (x * 230 / 159) as u8]
    }));
    let above = art(opaque(ART, |x, y| if y < 76 && x % 8 < 4 { [255; 3] } else { blue(x, y) }));
    vec![
        // Three to one is at 149 with white, and at 89 with black.
        entry("stripes that white is read on", "", stripes(60, 147, 5)),
        entry("stripes that neither is read on", LOW, stripes(60, 151, 5)),
        entry("stripes that black is read on", "", stripes(91, 220, 5)),
        entry("stripes that black is not read on", LOW, stripes(87, 220, 5)),
        entry("stripes of black and white", LOW, stripes(0, 255, 10)),
        entry("an even grey", "", stripes(117, 118, 5)),
        entry("glints on the lower edge", "", glints),
        entry("black to white", LOW, ramp),
        entry("stripes above the lower edge", "", above),
    ]
}
