//! Textures: what is uploaded in a frame, and what stays.
use carddesk::media::{Picture, PixelBox};
use carddesk::model::DrawKey;
use carddesk::ui::Textures;
use egui::{Context, Pos2, RawInput, Rect, vec2};

const MIB: usize = 1024 * 1024;

/// A picture of so many MiB.
fn picture(mib: usize) -> Picture {
    let height = u32::try_from(mib * MIB / 4 / 2048).unwrap();
    Picture { width: 2048, height, rgba: vec![200; mib * MIB] }
}

fn key(number: usize) -> DrawKey {
    let url = format!("https://store.example/{number}.png");
    DrawKey::file(&url.as_str().into(), PixelBox { width: 512, height: 512 })
}

/// A frame of a small window, which draws these: what was uploaded, in MiB, and whether more waits.
fn frame(ctx: &Context, textures: &mut Textures, drawn: &[usize]) -> (usize, bool) {
    let screen_rect = Some(Rect::from_min_size(Pos2::ZERO, vec2(640.0, 480.0)));
    let mut uploaded = (0, false);
    let input = RawInput { screen_rect, ..RawInput::default() };
    let mut output = ctx.run_ui(input, |_| {
        uploaded = textures.upload(ctx);
        for number in drawn {
            textures.get(&key(*number));
        }
    });
    output.textures_delta.clear();
    (uploaded.0 / MIB, uploaded.1)
}

#[test]
fn a_frame_uploads_eight_mib_and_always_something() {
    let (ctx, mut textures) = (Context::default(), Textures::default());
    for (number, mib) in [3, 5, 1, 9, 1].into_iter().enumerate() {
        textures.add(key(number), picture(mib));
    }
    let frames: Vec<_> = (0..5).map(|_| frame(&ctx, &mut textures, &[])).collect();
    assert_eq!(frames, [(8, true), (1, true), (9, true), (1, false), (0, false)]);
}

#[test]
fn the_least_recently_drawn_leave_over_twenty_four_mib() {
    let (ctx, mut textures) = (Context::default(), Textures::default());
    for number in 0..6 {
        textures.add(key(number), picture(4));
        frame(&ctx, &mut textures, &[number]);
    }
    frame(&ctx, &mut textures, &[0]);
    frame(&ctx, &mut textures, &[0]);
    let there = |textures: &mut Textures| -> Vec<usize> {
        (0..9).filter(|number| textures.get(&key(*number)).is_some()).collect()
    };
    // Exactly the budget: all stay.
    let mut drawn = vec![0];
    textures.add(key(6), picture(1));
    frame(&ctx, &mut textures, &drawn);
    drawn.push(6);
    frame(&ctx, &mut textures, &drawn);
    assert_eq!(there(&mut textures), [0, 2, 3, 4, 5, 6]);
}
