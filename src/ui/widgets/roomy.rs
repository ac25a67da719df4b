//! Areas within areas: what is sought comes into view in both.

use egui::accesskit::{Action, ActionRequest, NodeId, TreeId};
use egui::style::ScrollAnimation;
use egui::{
    Align, Event, Id, Key, Modifiers, Rect, Response, ScrollArea, Ui, UiBuilder, Vec2, WidgetRect,
    vec2,
};

/// Content that needs at least so much room: where there is less it scrolls, as it does where the
/// content takes more.
pub(in crate::ui) fn roomy_ui(ui: &mut Ui, name: &str, least: Vec2, content: impl FnOnce(&mut Ui)) {
    let room = ui.available_size().max(Vec2::ZERO);
    let directions = [room.x < least.x, true];
    ScrollArea::new(directions).id_salt(name).auto_shrink(false).show(ui, |ui| {
        let place = Rect::from_min_size(ui.max_rect().min, room.max(least));
        let builder = UiBuilder::new().max_rect(place);
        followed_ui(ui, name, |ui| {
            ui.scope_builder(builder, |ui| {
                ui.set_min_width(place.width());
                content(ui);
            });
        });
    });
}

/// The content of an area that scrolls, with areas of their own within it: what takes the focus comes
/// into view, and so does what a screen reader asks for. An inner area keeps to itself what is
/// scrolled to.
pub(in crate::ui) fn followed_ui(ui: &mut Ui, name: &str, content: impl FnOnce(&mut Ui)) {
    let id = Id::unique((name, "followed"));
    let first = widgets(ui);
    let asked = asked_for(ui);
    let mut followed: Followed = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    if let Some(sought) = followed.again.take() {
        ui.input_mut(|input| input.events.push(request(sought)));
    }
    content(ui);
    let focused = ui.memory(|memory| memory.focused()).map(|id| id.accesskit_id());
    let next = asked.or(focused.filter(|_| focused != followed.focused));
    followed.focused = focused;
    if next.is_some() {
        followed = Followed { focused, sought: next, ..Followed::default() };
    }
    if let Some(sought) = followed.sought {
        let layer = ui.layer_id();
        let widget = ui.ctx().viewport(|viewport| {
            let mut within = viewport.this_pass.widgets.get_layer(layer).skip(first);
            within.find(|widget| widget.id.accesskit_id() == sought).copied()
        });
        if let Some(place) = followed.step(widget) {
            let align = followed.again.map(|_| Align::Center);
            ui.scroll_to_rect_animation(place, align, ScrollAnimation::none());
        }
        if followed.sought.is_some() {
            ui.ctx().request_repaint();
        }
    }
    ui.data_mut(|data| data.insert_temp(id, followed));
}

/// A row of an area that draws the rows in view alone comes into view when it takes the focus, with
/// those beside it: only what is drawn can be the next to take it.
pub(in crate::ui) fn follow(ui: &Ui, response: &Response, row: f32) {
    if response.gained_focus() {
        let rows = response.rect.expand2(vec2(0.0, row));
        ui.scroll_to_rect_animation(rows, None, ScrollAnimation::none());
        ui.ctx().request_repaint();
    }
}

/// Within an area: the keys for it scroll by what is in view, so that what is only read can be read
/// without a pointer. To be called once its content is drawn.
pub(in crate::ui) fn paged(ui: &Ui) {
    if !ui.is_enabled() || ui.ctx().text_edit_focused() {
        return;
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let page = ui.clip_rect().height() * 0.85;
    let down = if pressed(Key::PageDown) {
        -page
    } else if pressed(Key::PageUp) {
        page
    } else {
        return;
    };
    ui.scroll_with_delta_animation(vec2(0.0, down), ScrollAnimation::none());
    ui.ctx().request_repaint();
}

fn widgets(ui: &Ui) -> usize {
    let layer = ui.layer_id();
    ui.ctx().viewport(|viewport| viewport.this_pass.widgets.get_layer(layer).count())
}

/// What a screen reader wants to have in view.
fn asked_for(ui: &Ui) -> Option<NodeId> {
    ui.input(|input| {
        input.events.iter().find_map(|event| match event {
            Event::AccessKitActionRequest(request) => {
                (request.action == Action::ScrollIntoView).then_some(request.target_node)
            }
            _ => None,
        })
    })
}

fn request(target_node: NodeId) -> Event {
    let (action, target_tree) = (Action::ScrollIntoView, TreeId::ROOT);
    Event::AccessKitActionRequest(ActionRequest { action, target_tree, target_node, data: None })
}

/// What is to come into view, until it has.
#[derive(Clone, Copy, Default)]
struct Followed {
    focused: Option<NodeId>,
    sought: Option<NodeId>,
    /// Where it was in the last frame.
    place: Option<Rect>,
    /// Frames that it has been there.
    still: u8,
    frames: u8,
    rounds: u8,
    /// What the areas within are to scroll to once more.
    again: Option<NodeId>,
}

impl Followed {
    /// Frames that areas within may move for.
    const LONGEST: u8 = 60;
    /// Frames without a movement after which there is none to come.
    const STILL: u8 = 3;
    /// An area that is out of view itself does not know where its middle will be: it is asked again.
    const ROUNDS: u8 = 5;
    /// What of a tall widget must be in sight, in points.
    const ENOUGH: f32 = 40.0;

    /// What to scroll to now.
    fn step(&mut self, widget: Option<WidgetRect>) -> Option<Rect> {
        let place = widget.map(|widget| widget.rect);
        let is_there = place.is_some() && place == self.place;
        self.still = if is_there { self.still + 1 } else { 0 };
        self.place = place;
        self.frames = self.frames.saturating_add(1);
        // It is elsewhere, or will be drawn in the next frame.
        let is_elsewhere = place.is_none() && self.frames > Self::STILL;
        if is_elsewhere || self.frames > Self::LONGEST {
            self.sought = None;
        }
        let widget = widget.filter(|_| self.still >= Self::STILL)?;
        let least = widget.rect.height().min(Self::ENOUGH) - 1.0;
        let is_seen = widget.interact_rect.height() >= least;
        if self.rounds >= Self::ROUNDS || (self.rounds > 0 && is_seen) {
            self.sought = None;
            return None;
        }
        self.again = self.sought.filter(|_| self.rounds > 0);
        (self.rounds, self.still, self.frames) = (self.rounds + 1, 0, 0);
        place
    }
}
