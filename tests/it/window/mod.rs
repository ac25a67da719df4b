//! What draws the window is decided without opening one.

use carddesk::app::{Renderer, Surroundings, expected_renderer, is_software};
use carddesk::settings::RendererChoice;

#[test]
fn opengl_by_the_processor_is_known_by_its_name() {
    for name in [
        "llvmpipe (LLVM 15.0.6, 256 bits)",
        "Mesa llvmpipe (LLVM 19.1.7, 128 bits)",
        "softpipe",
        "Software Rasterizer",
        "GDI Generic",
        "Microsoft Basic Render Driver",
        "D3D12 (Microsoft Basic Render Driver)",
        "SVGA3D; build: RELEASE;  LLVM;",
        "VirtualBox Graphics Adapter",
        "virgl (LLVMPIPE (LLVM 15.0.7))",
        "ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)), SwiftShader driver)",
        "Parallels using Apple M1",
    ] {
        assert!(is_software(name), "{name}");
    }
    for name in [
        "Mesa Intel(R) UHD Graphics 620 (KBL GT2)",
        "AMD Radeon RX 6600 (radeonsi, navi23, LLVM 15.0.6, DRM 3.49)",
        "NVIDIA GeForce GTX 1650/PCIe/SSE2",
        "NV137",
        "Mali-G52 (Panfrost)",
        "V3D 4.2",
        "D3D12 (NVIDIA GeForce RTX 3060)",
        "Intel(R) HD Graphics 4000",
        "Apple M2",
        "",
    ] {
        assert!(!is_software(name), "{name}");
    }
}

fn with(drivers: &[&str]) -> Surroundings {
    let drivers = drivers.iter().map(|driver| (*driver).to_owned()).collect();
    Surroundings { drivers: Some(drivers), ..Surroundings::default() }
}

#[test]
fn cards_that_are_imitated_are_no_cards() {
    for drivers in
        [&[][..], &["vmwgfx"], &["virtio_gpu"], &["vkms", "vgem"], &["qxl"], &["simpledrm"]]
    {
        assert_eq!(
            with(drivers).against_opengl(),
            Some("there is no graphics card"),
            "{drivers:?}"
        );
    }
    // One that is told by no name may be any.
    for drivers in [&["i915"][..], &["amdgpu", "ast"], &["vgem", "nouveau"], &["nvidia"], &[""]] {
        assert_eq!(with(drivers).against_opengl(), None, "{drivers:?}");
    }
    assert_eq!(Surroundings::default().against_opengl(), None, "nothing is known");
}

#[test]
fn a_card_is_left_alone_where_the_window_is_elsewhere_or_software_was_asked_for() {
    let card = with(&["i915"]);
    let software = Surroundings { wants_software: true, ..card.clone() };
    assert!(software.against_opengl().is_some_and(|reason| reason.contains("environment")));
    let remote = Surroundings { is_remote: true, ..card };
    assert!(remote.against_opengl().is_some_and(|reason| reason.contains("another machine")));
}

#[test]
fn who_chooses_gets_what_was_chosen() {
    assert_eq!(expected_renderer(RendererChoice::Cpu), (Renderer::Cpu, "it was chosen"));
    assert_eq!(expected_renderer(RendererChoice::OpenGl), (Renderer::OpenGl, "it was chosen"));
}

/// The variables are those of a process, so another one is asked.
#[test]
fn the_environment_is_heeded() {
    let said = |name: &str, value: &str| {
        let dir = tempfile::tempdir().expect("a folder");
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_carddesk"))
            .args(["diagnostics", "--data-dir"])
            .arg(dir.path())
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("DISPLAY")
            .env(name, value)
            .output()
            .expect("the program runs");
        let text = String::from_utf8(output.stdout).expect("text");
        let line = text.lines().find(|line| line.starts_with("window: ")).map(str::to_owned);
        line.unwrap_or_else(|| panic!("{text}"))
    };
    for (name, value) in [
        ("LIBGL_ALWAYS_SOFTWARE", "1"),
        ("LIBGL_ALWAYS_SOFTWARE", "true"),
        ("GALLIUM_DRIVER", "llvmpipe"),
        ("GALLIUM_DRIVER", "softpipe"),
        ("MESA_LOADER_DRIVER_OVERRIDE", "swrast"),
    ] {
        let line =
            "window: drawn by the processor: the environment has OpenGL drawn by the processor";
        assert_eq!(said(name, value), line, "{name}={value}");
    }
    for display in ["thinclient:0", "localhost:10.0", "10.0.0.7:1"] {
        let line = "window: drawn by the processor: the window is shown on another machine";
        assert_eq!(said("DISPLAY", display), line, "{display}");
    }
    for (name, value) in [
        ("DISPLAY", ":0"),
        ("DISPLAY", "unix:0"),
        ("LIBGL_ALWAYS_SOFTWARE", "0"),
        ("GALLIUM_DRIVER", "iris"),
    ] {
        let line = said(name, value);
        assert!(!line.contains("environment") && !line.contains("another"), "{line}");
    }
}
