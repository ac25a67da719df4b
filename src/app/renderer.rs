//! What draws the window: a graphics card by OpenGL, or the processor. OpenGL that is itself drawn by the
//! processor is slower than drawing the few shapes of a window directly.

use std::fs;

use crate::settings::RendererChoice;

/// What draws a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Renderer {
    /// A graphics card, by OpenGL 2.0 or newer.
    OpenGl,
    /// The painter that draws pictures without a display, too.
    Cpu,
}

/// What a system says of its graphics without opening OpenGL, whose libraries take a tenth of a second and
/// many megabytes to load.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// Drivers of devices that draw; `None` where the system does not name them.
    pub drivers: Option<Vec<String>>,
    /// Whether a variable of the environment has Mesa draw by the processor.
    pub wants_software: bool,
    /// Whether the window is shown on another machine.
    pub is_remote: bool,
}

/// Kernel drivers of the cards that virtual machines imitate, and of plain screen memory.
const VIRTUAL: [&str; 16] = [
    "ast",
    "bochs-drm",
    "cirrus",
    "efi-framebuffer",
    "hyperv_drm",
    "mgag200",
    "qxl",
    "simple-framebuffer",
    "simpledrm",
    "udl",
    "vboxvideo",
    "vgem",
    "virtio_gpu",
    "virtio-pci",
    "vkms",
    "vmwgfx",
];

impl Surroundings {
    /// Those of this process.
    pub fn of_this_process() -> Self {
        let env = |name: &str| std::env::var(name).unwrap_or_default();
        Self {
            drivers: cfg!(target_os = "linux").then(drivers),
            wants_software: mesa_draws_in_software(env),
            is_remote: is_shown_elsewhere(env),
        }
    }

    /// Why the processor had better draw; `None` where OpenGL is worth a try.
    pub fn against_opengl(&self) -> Option<&'static str> {
        let is_virtual = |driver: &String| VIRTUAL.contains(&driver.as_str());
        if self.wants_software {
            Some("the environment has OpenGL drawn by the processor")
        } else if self.is_remote {
            Some("the window is shown on another machine")
        } else if self.drivers.as_ref().is_some_and(|drivers| drivers.iter().all(is_virtual)) {
            Some("there is no graphics card")
        } else {
            None
        }
    }
}

/// Whether Mesa is told to draw by the processor.
fn mesa_draws_in_software(env: impl Fn(&str) -> String) -> bool {
    let always = env("LIBGL_ALWAYS_SOFTWARE").to_lowercase();
    let named = |name| is_software(&env(name));
    ["1", "true", "yes", "y"].contains(&always.as_str())
        || named("GALLIUM_DRIVER")
        || named("MESA_LOADER_DRIVER_OVERRIDE")
}

/// Windows names the session; X the machine before the display's number.
fn is_shown_elsewhere(env: impl Fn(&str) -> String) -> bool {
    if cfg!(windows) {
        return env("SESSIONNAME").to_uppercase().starts_with("RDP-");
    }
    let display = env("DISPLAY");
    let host = display.split_once(':').map_or("", |(host, _)| host);
    env("WAYLAND_DISPLAY").is_empty() && !matches!(host, "" | "unix") && !host.starts_with('/')
}

/// Of the devices that Linux offers for drawing.
fn drivers() -> Vec<String> {
    let names = |folder| fs::read_dir(folder).into_iter().flatten().flatten();
    let names = |folder| names(folder).map(|entry| entry.file_name());
    let driver_of = |device: &std::ffi::OsString| {
        let link = std::path::Path::new("/sys/class/drm").join(device).join("device/driver");
        // A device whose driver is not told may be any.
        let driver = fs::read_link(link).ok().and_then(|path| Some(path.file_name()?.to_owned()));
        driver.unwrap_or_default().to_string_lossy().into_owned()
    };
    let is_renderer = |name: &std::ffi::OsString| name.to_string_lossy().starts_with("renderD");
    let mut drivers: Vec<String> =
        names("/dev/dri").filter(is_renderer).map(|device| driver_of(&device)).collect();
    // NVIDIA's own driver may do without, and Windows hands Linux its card so.
    let others = [("/proc/driver/nvidia/version", "nvidia"), ("/dev/dxg", "dxg")];
    let is_there = |(path, _): &(&str, &str)| std::path::Path::new(path).exists();
    drivers.extend(others.into_iter().filter(is_there).map(|(_, driver)| driver.to_owned()));
    drivers
}

/// What will draw the window as far as can be told without opening OpenGL, and why.
pub fn expected_renderer(choice: RendererChoice) -> (Renderer, &'static str) {
    match choice {
        RendererChoice::OpenGl => (Renderer::OpenGl, "it was chosen"),
        RendererChoice::Cpu => (Renderer::Cpu, "it was chosen"),
        RendererChoice::Auto => match Surroundings::of_this_process().against_opengl() {
            Some(reason) => (Renderer::Cpu, reason),
            None => (Renderer::OpenGl, "there seems to be a graphics card"),
        },
    }
}

/// Whether what calls itself by this name draws OpenGL by the processor, or hands it on to a host that
/// most likely does.
pub fn is_software(renderer: &str) -> bool {
    const NAMES: [&str; 12] = [
        "llvmpipe",
        "softpipe",
        "swrast",
        "software rasterizer",
        "swiftshader",
        "gdi generic",
        "microsoft basic render",
        "svga3d",
        "virtualbox",
        "chromium",
        "virgl",
        "parallels",
    ];
    let name = renderer.to_lowercase();
    NAMES.iter().any(|software| name.contains(software))
}
