//! What draws the window: a graphics card by OpenGL, or the processor.

use crate::settings::RendererChoice;

/// What draws a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Renderer {
    OpenGl,
    /// The painter that draws pictures without a display, too.
    Cpu,
}

/// What will draw the window as far as can be told without opening OpenGL, and why.
pub fn expected_renderer(choice: RendererChoice) -> (Renderer, &'static str) {
    match choice {
        RendererChoice::OpenGl => (Renderer::OpenGl, "it was chosen"),
        RendererChoice::Cpu => (Renderer::Cpu, "it was chosen"),
        RendererChoice::Auto => (Renderer::OpenGl, "unknown"),
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
