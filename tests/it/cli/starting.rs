//! What the program finds around it: no display, proxies.
use crate::support::{Gateway, PASSWORD, Reply, ok, status};

use super::{User, access, finish};

/// Elsewhere the system always has a display, and a window would open.
#[cfg(target_os = "linux")]
#[test]
fn without_a_display_the_window_is_one_sentence() {
    let user = User::new();
    let data = user.data();
    let data = data.to_str().unwrap();
    for arguments in
        [&[][..], &["--sandbox"], &["--sandbox", "--customer", "1004"], &["--data-dir", data]]
    {
        let run = user.run(arguments);
        run.complains(2, "neither DISPLAY nor WAYLAND_DISPLAY is set");
        assert!(run.err.contains("Xvfb") && run.err.contains("carddesk snapshot"), "{run:?}");
    }
    // A display that nobody serves.
    let mut command = user.program(&["--sandbox"]);
    command.env("DISPLAY", ":4711").env("RUST_BACKTRACE", "1");
    finish(command.spawn().unwrap(), "").complains(2, "no window can be opened (");
}

/// Every way to name a proxy in the environment.
fn proxied(user: &User, arguments: &[&str], proxy: &str) -> super::Run {
    let mut command = user.program(arguments);
    for name in ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"]
    {
        command.env(name, proxy);
    }
    finish(command.spawn().unwrap(), &format!("{PASSWORD}\n"))
}

#[test]
fn this_machine_is_not_asked_for_through_a_proxy() {
    let proxy = Gateway::start(Reply::close(), Reply::close());
    let gateway = Gateway::start(Reply::close(), ok("[]"));
    let url = gateway.url();
    let arguments = [&["list", "--customer", "1"][..], &access(&url)].concat();
    proxied(&User::new(), &arguments, &proxy.url()).is_ok();
    assert!(proxy.requests().is_empty(), "the password went no detour");
    assert_eq!(gateway.requests().len(), 1);
}

#[test]
fn a_proxy_learns_the_servers_name_and_no_more() {
    for reply in [status(403, "not allowed"), status(502, ""), Reply::close(), status(200, "")] {
        let proxy = Gateway::start(Reply::close(), reply);
        let arguments = [&["list", "--customer", "AB 12"][..], &access("pay.example")].concat();
        let run = proxied(&User::new(), &arguments, &proxy.url());
        run.complains(2, "the server was not reached");
        let requests = proxy.requests();
        assert!(!requests.is_empty(), "the system's proxy is asked");
        for request in requests {
            assert_eq!(
                (request.method.as_str(), request.target.as_str()),
                ("CONNECT", "pay.example:443")
            );
            assert_eq!(request.body, "");
            let headers = format!("{:?}", request.headers);
            for secret in [PASSWORD, "support", "452739", "AB 12"] {
                assert!(!headers.contains(secret), "{headers}");
            }
        }
    }
}

/// Elsewhere the system's own trust counts alone.
#[cfg(target_os = "linux")]
#[test]
fn certificates_that_are_not_there_are_told_with_the_setting() {
    let user = User::new();
    let file = |name: &str, content: &[u8]| {
        let path = user.home.path().join(name);
        std::fs::write(&path, content).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let folder = user.home.path().to_str().unwrap();
    let garbage = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    let settings = [
        ("SSL_CERT_FILE", "/nowhere/roots.pem".to_owned()),
        ("SSL_CERT_FILE", folder.to_owned()),
        ("SSL_CERT_FILE", file("empty.pem", b"")),
        ("SSL_CERT_FILE", file("garbage.pem", garbage.as_bytes())),
        ("SSL_CERT_FILE", file("binary.pem", &[0, 159, 146, 150])),
        ("SSL_CERT_DIR", "/nowhere".to_owned()),
    ];
    for (variable, value) in settings {
        for (lang, words) in [("en", "no certificates to check servers by"), ("ru", "сертификатов")]
        {
            let flags = ["list", "--customer", "1", "--lang", lang];
            let arguments = [&flags[..], &access("pay.example")].concat();
            let mut command = user.program(&arguments);
            command.env(variable, &value);
            let run = finish(command.spawn().unwrap(), &format!("{PASSWORD}\n"));
            run.complains(2, words);
            assert!(run.err.contains(&format!("{variable}={value}")), "{run:?}");
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_for_milestones_that_cannot_be_made_is_named() {
    let user = User::new();
    let folder = user.home.path().to_str().unwrap();
    let nowhere = user.home.path().join("no/milestones");
    for path in [folder, nowhere.to_str().unwrap()] {
        let run = user.run(&["--timings", path]);
        run.complains(2, &format!("the file {path} cannot be written: "));
    }
}
