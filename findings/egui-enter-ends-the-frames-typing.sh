#!/usr/bin/env bash
# egui 0.37.0, a single-line TextEdit.
#
# One would expect: text and keys that come in one frame are all taken in their order, as they are when
# they come in frames of their own; what is typed behind Enter goes to whatever field takes the focus.
# So it is: Enter ends the field's reading of that frame. Text behind it in the same frame reaches neither
# the field nor the one that takes the focus then; spread over frames, the same typing arrives. A slow frame
# (a remote desktop, software rendering) gathers several keys, so fast typing loses letters there.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cargo init -q --name probe .
cat >> Cargo.toml <<'TOML'
egui = { version = "=0.37.0", default-features = false, features = ["default_fonts"] }
TOML
cat > src/main.rs <<'RUST'
use egui::{Context, Event, Key, Modifiers, RawInput, TextEdit, Id};

fn enter() -> Event {
    Event::Key { key: Key::Enter, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE }
}

fn type_in(frames: Vec<Vec<Event>>) -> (String, String) {
    let ctx = Context::default();
    let (mut first, mut second) = (String::new(), String::new());
    let all = [Vec::new(), Vec::new()].into_iter().chain(frames).chain([Vec::new(), Vec::new()]);
    for (number, events) in all.enumerate() {
        let input = RawInput { events, focused: true, ..RawInput::default() };
        let mut out = ctx.run_ui(input, |ui| {
            let one = ui.add(TextEdit::singleline(&mut first).id(Id::unique("one")));
            let two = ui.add(TextEdit::singleline(&mut second).id(Id::unique("two")));
            if number == 0 {
                one.request_focus();
            }
            if one.lost_focus() {
                two.request_focus();
            }
        });
        out.textures_delta.clear();
    }
    (first, second)
}

fn main() {
    let text = |text: &str| Event::Text(text.to_owned());
    let spread = type_in(vec![vec![text("ab")], vec![enter()], vec![], vec![text("cd")]]);
    let at_once = type_in(vec![vec![text("ab"), enter(), text("cd")]]);
    println!("in frames of their own: first field {:?}, second field {:?}", spread.0, spread.1);
    println!("in one frame:           first field {:?}, second field {:?}", at_once.0, at_once.1);
    let as_told = spread == ("ab".into(), "cd".into()) && at_once == ("ab".into(), String::new());
    std::process::exit(i32::from(!as_told));
}
RUST
cargo run -q
