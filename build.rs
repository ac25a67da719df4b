//! Gives the program the allocator's limits (`src/allocator.c`), where there is glibc.

fn main() {
    println!("cargo::rerun-if-changed=src/allocator.c");
    let target = |key: &str| std::env::var(key).unwrap_or_default();
    if target("CARGO_CFG_TARGET_OS") == "linux" && target("CARGO_CFG_TARGET_ENV") == "gnu" {
        let objects = cc::Build::new().file("src/allocator.c").compile_intermediates();
        for object in objects {
            println!("cargo::rustc-link-arg-bins={}", object.display());
        }
    }
}
