//! Design tokens: colours, spacing, type. The only place where a colour is written down.

use egui::{
    Color32, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Stroke, TextStyle,
};

use crate::domain::Environment;

/// Steps of spacing, in points.
pub(crate) mod space {
    pub(crate) const XS: f32 = 4.0;
    pub(crate) const S: f32 = 8.0;
    pub(crate) const M: f32 = 12.0;
    pub(crate) const L: f32 = 16.0;
}

/// Corner radius of controls, in points.
pub(crate) const RADIUS_CONTROL: u8 = 6;
/// Corner radius of panels and dialogs, in points.
pub(crate) const RADIUS_PANEL: u8 = 10;
/// Ratio of an ID-1 card (ISO/IEC 7810: 85.60 x 53.98 mm).
pub(crate) const CARD_RATIO: f32 = 85.60 / 53.98;
/// A card's corner as a share of its width (ID-1: 3.18 mm of 85.60 mm).
pub(crate) const CARD_CORNER: f32 = 0.037;

/// Sizes of type, in points.
pub(crate) mod size {
    pub(crate) const CAPTION: f32 = 12.0;
    pub(crate) const BODY: f32 = 14.0;
    pub(crate) const STRONG: f32 = 16.0;
    pub(crate) const TITLE: f32 = 20.0;
    pub(crate) const NUMBER: f32 = 28.0;
}

const SEMIBOLD: &str = "semibold";
const ICONS: &str = "icons";

/// Named colours of one theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// Whether light text stands on dark ground; fills are stronger there.
    pub dark: bool,
    /// Behind the page, and where a picture has not come.
    pub ground: Color32,
    /// Fields, buttons and tiles.
    pub surface: Color32,
    /// What lies over the page: dialogs, menus, notices.
    pub raised: Color32,
    /// Hairlines between areas, and signs of empty pages.
    pub line: Color32,
    /// Borders of fields and boxes, rails and tracks: what must be seen to be used.
    pub edge: Color32,
    /// Text of full weight.
    pub text: Color32,
    /// Text of less weight: captions, keys, addresses.
    pub muted: Color32,
    /// Focus, choice and the main button.
    pub accent: Color32,
    /// Text on the accent's fill.
    pub on_accent: Color32,
    /// Errors, the environment PRODUCTION, and the button that removes.
    pub danger: Color32,
    /// Text on the danger's fill.
    pub on_danger: Color32,
    /// Warnings and the environment TEST.
    pub warning: Color32,
    /// What went well.
    pub ok: Color32,
    /// Hints that need no act.
    pub note: Color32,
    /// The environment SANDBOX, beside its word.
    pub sandbox: Color32,
    /// Squares of the checkerboard under transparent pictures.
    pub checker: [Color32; 2],
    /// Behind a dialog.
    pub backdrop: Color32,
}

const fn rgb(hex: u32) -> Color32 {
    let [_, r, g, b] = hex.to_be_bytes();
    #[expect(clippy::disallowed_methods, reason = "the home of colours")]
    Color32::from_rgb(r, g, b)
}

/// A colour that a layer of a picture was drawn in, for its legend.
pub const fn of_layer([r, g, b]: [u8; 3]) -> Color32 {
    #[expect(clippy::disallowed_methods, reason = "the home of colours")]
    Color32::from_rgb(r, g, b)
}

impl Theme {
    /// Colours on light ground.
    pub const LIGHT: Self = Self {
        dark: false,
        ground: rgb(0xF6_F7F9),
        surface: rgb(0xFF_FFFF),
        raised: rgb(0xFF_FFFF),
        line: rgb(0xDD_E1E7),
        edge: rgb(0x82_8B9B),
        text: rgb(0x16_1A22),
        muted: rgb(0x58_6173),
        accent: rgb(0x2F_5BD8),
        on_accent: rgb(0xFF_FFFF),
        danger: rgb(0xC0_272D),
        on_danger: rgb(0xFF_FFFF),
        warning: rgb(0x8A_5A00),
        ok: rgb(0x1B_7A43),
        note: rgb(0x3C_6486),
        sandbox: rgb(0x6B_3FA0),
        checker: [rgb(0xFF_FFFF), rgb(0xD9_DDE4)],
        backdrop: Color32::from_rgba_premultiplied(8, 10, 14, 110),
    };

    /// Colours on dark ground.
    pub const DARK: Self = Self {
        dark: true,
        ground: rgb(0x12_151B),
        surface: rgb(0x1A_1E26),
        raised: rgb(0x22_2733),
        line: rgb(0x32_3948),
        edge: rgb(0x71_7B8E),
        text: rgb(0xED_F0F5),
        muted: rgb(0xA3_ACBC),
        accent: rgb(0x8A_A8FF),
        on_accent: rgb(0x0E_1530),
        danger: rgb(0xFF_8A85),
        on_danger: rgb(0x2B_0706),
        warning: rgb(0xF2_BE5C),
        ok: rgb(0x6F_D79B),
        note: rgb(0x8F_BBE0),
        sandbox: rgb(0xC7_A4F5),
        checker: [rgb(0x3A_414F), rgb(0x2A_303B)],
        backdrop: Color32::from_rgba_premultiplied(0, 0, 0, 150),
    };

    /// The theme that egui has active: follows the system where the person chose so.
    pub fn of(ctx: &egui::Context) -> Self {
        match ctx.theme() {
            egui::Theme::Dark => Self::DARK,
            egui::Theme::Light => Self::LIGHT,
        }
    }

    /// The colour of an environment; always shown with its word.
    pub fn environment(&self, environment: Environment) -> Color32 {
        match environment {
            Environment::Sandbox => self.sandbox,
            Environment::Test => self.warning,
            Environment::Production => self.danger,
        }
    }

    /// A quiet fill of a colour, for badges and banners: legible text stays legible on it.
    pub fn tint(&self, colour: Color32) -> Color32 {
        self.surface.lerp_to_gamma(colour, if self.dark { 0.16 } else { 0.09 })
    }

    /// One point wide, in the colour of hairlines.
    pub fn line_stroke(&self) -> Stroke {
        Stroke::new(1.0, self.line)
    }
}

/// Type faces: Inter in two weights, JetBrains Mono, and the icon font behind each.
pub fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let faces: [(&str, &'static [u8]); 4] = [
        ("inter", include_bytes!("../../assets/fonts/inter-regular.otf")),
        (SEMIBOLD, include_bytes!("../../assets/fonts/inter-semibold.otf")),
        ("mono", include_bytes!("../../assets/fonts/jetbrains-mono.ttf")),
        (ICONS, include_bytes!("../../assets/fonts/lucide.ttf")),
    ];
    for (name, bytes) in faces {
        fonts.font_data.insert(name.to_owned(), FontData::from_static(bytes).into());
    }
    let mut family = |family, face: &str| {
        fonts.families.insert(family, vec![face.to_owned(), ICONS.to_owned()]);
    };
    family(FontFamily::Proportional, "inter");
    family(FontFamily::Monospace, "mono");
    family(FontFamily::Name(SEMIBOLD.into()), SEMIBOLD);
    family(FontFamily::Name(ICONS.into()), "inter");
    fonts.families.insert(FontFamily::Name(ICONS.into()), vec![ICONS.to_owned()]);
    fonts
}

/// Semibold type of a size.
pub fn semibold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(SEMIBOLD.into()))
}

/// The icon font at a size.
pub fn icon(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(ICONS.into()))
}

/// Sets fonts and both themes; to be called once, before anything is drawn.
pub fn install(ctx: &egui::Context) {
    // Where the system does not say: paper is light.
    ctx.options_mut(|options| options.fallback_theme = egui::Theme::Light);
    for (egui_theme, theme) in
        [(egui::Theme::Light, Theme::LIGHT), (egui::Theme::Dark, Theme::DARK)]
    {
        ctx.style_mut_of(egui_theme, |style| apply(style, &theme));
    }
    // Last: fonts are made for a theme, and would be made anew for another.
    ctx.set_fonts(fonts());
}

fn apply(style: &mut egui::Style, theme: &Theme) {
    style.text_styles = [
        (TextStyle::Small, FontId::proportional(size::CAPTION)),
        (TextStyle::Body, FontId::proportional(size::BODY)),
        (TextStyle::Button, FontId::proportional(size::BODY)),
        (TextStyle::Heading, semibold(size::TITLE)),
        (TextStyle::Monospace, FontId::monospace(size::BODY - 1.0)),
    ]
    .into();
    // Each step of a fade is a frame: where no graphics card draws they cost more than they show.
    style.animation_time = 0.0;
    let spacing = &mut style.spacing;
    spacing.item_spacing = egui::vec2(space::S, space::S);
    spacing.button_padding = egui::vec2(space::M, 6.0);
    spacing.interact_size.y = 32.0;
    spacing.window_margin = egui::Margin::same(24);
    spacing.menu_margin = egui::Margin::same(8);
    spacing.tooltip_width = 420.0;
    spacing.scroll = egui::style::ScrollStyle {
        floating_allocated_width: 8.0,
        bar_width: 6.0,
        floating_width: 4.0,
        ..egui::style::ScrollStyle::floating()
    };
    let visuals = &mut style.visuals;
    visuals.dark_mode = theme.dark;
    visuals.override_text_color = None;
    visuals.weak_text_color = Some(theme.muted);
    visuals.hyperlink_color = theme.accent;
    visuals.faint_bg_color = theme.ground;
    visuals.extreme_bg_color = theme.surface;
    visuals.text_edit_bg_color = Some(theme.surface);
    visuals.code_bg_color = theme.ground;
    visuals.warn_fg_color = theme.warning;
    visuals.error_fg_color = theme.danger;
    visuals.panel_fill = theme.ground;
    visuals.window_fill = theme.raised;
    visuals.window_stroke = theme.line_stroke();
    visuals.window_corner_radius = CornerRadius::same(RADIUS_PANEL);
    visuals.menu_corner_radius = CornerRadius::same(RADIUS_CONTROL);
    visuals.selection.bg_fill = theme.tint(theme.accent).lerp_to_gamma(theme.accent, 0.15);
    visuals.selection.stroke = Stroke::new(2.0, theme.accent);
    // An idle window draws nothing: no blinking.
    visuals.text_cursor.blink = false;
    visuals.text_cursor.stroke = Stroke::new(2.0, theme.accent);
    let radius = CornerRadius::same(RADIUS_CONTROL);
    // `bg_fill` is what check boxes are made of, `weak_bg_fill` what buttons are.
    let widget = |fill, stroke: Color32, text| egui::style::WidgetVisuals {
        bg_fill: theme.surface,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(1.0, stroke),
        corner_radius: radius,
        fg_stroke: Stroke::new(1.5, text),
        expansion: 0.0,
    };
    let hover = theme.surface.lerp_to_gamma(theme.text, 0.05);
    let press = theme.surface.lerp_to_gamma(theme.text, 0.10);
    let widgets = &mut visuals.widgets;
    widgets.noninteractive = widget(theme.surface, theme.line, theme.text);
    widgets.inactive = widget(theme.surface, theme.edge, theme.text);
    widgets.hovered = widget(hover, theme.muted, theme.text);
    widgets.active = widget(press, theme.accent, theme.text);
    widgets.open = widget(press, theme.accent, theme.text);
}

/// Letters on a drawn card.
pub(crate) const CARD_INK: Color32 = rgb(0xFF_FFFF);
/// Gradients of cards without art: families of colour, not the brands' marks.
pub(crate) const DRAWN_CARD_VISA: [Color32; 2] = [rgb(0x1F_3A93), rgb(0x16_2454)];
pub(crate) const DRAWN_CARD_MASTERCARD: [Color32; 2] = [rgb(0x7A_2B1E), rgb(0x34_1A2B)];
pub(crate) const DRAWN_CARD_MAESTRO: [Color32; 2] = [rgb(0x1D_5C8C), rgb(0x5A_2340)];
pub(crate) const DRAWN_CARD_MIR: [Color32; 2] = [rgb(0x1B_6B4A), rgb(0x12_3F57)];
pub(crate) const DRAWN_CARD_BELKART: [Color32; 2] = [rgb(0x3F_6B1E), rgb(0x1C_4030)];
pub(crate) const DRAWN_CARD_AMEX: [Color32; 2] = [rgb(0x1C_6E8A), rgb(0x14_405E)];
pub(crate) const DRAWN_CARD_UNION_PAY: [Color32; 2] = [rgb(0x8C_2332), rgb(0x17_4A5C)];
pub(crate) const DRAWN_CARD_JCB: [Color32; 2] = [rgb(0x1F_4F8C), rgb(0x2B_5E3A)];
pub(crate) const DRAWN_CARD_OTHER: [Color32; 2] = [rgb(0x4A_5263), rgb(0x2B_303C)];
pub(crate) const DRAWN_CARD_INACTIVE: [Color32; 2] = [rgb(0x6B_7180), rgb(0x4A_4F5B)];
