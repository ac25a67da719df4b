//! Certificates that are not accepted, from a real server of this machine.
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::sync::Arc;

use rcgen::{
    BasicConstraints, CertificateParams, ExtendedKeyUsagePurpose, IsCa, Issuer, KeyPair,
    date_time_ymd,
};
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};

use super::tunnels::{list, serve};

mod numbered;

/// Who signs, and a file of what is trusted.
struct Authority {
    issuer: Issuer<'static, KeyPair>,
    file: tempfile::NamedTempFile,
}

impl Authority {
    fn new() -> Self {
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let key = KeyPair::generate().unwrap();
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(params.self_signed(&key).unwrap().pem().as_bytes()).unwrap();
        Self { issuer: Issuer::new(params, key), file }
    }

    /// A server with a certificate of these names and years; its port.
    fn server(&self, name: &str, years: (i32, i32)) -> u16 {
        let config = self.config(name, |params| {
            params.not_before = date_time_ymd(years.0, 1, 1);
            params.not_after = date_time_ymd(years.1, 1, 1);
        });
        serve(move |stream| drop(answer(stream, &config)))
    }

    /// What a server with a certificate of this name needs.
    fn config(&self, name: &str, change: impl Fn(&mut CertificateParams)) -> Arc<ServerConfig> {
        let mut params = CertificateParams::new(vec![name.to_owned()]).unwrap();
        change(&mut params);
        let key = KeyPair::generate().unwrap();
        let certificate = params.signed_by(&key, &self.issuer).unwrap();
        let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(key.serialize_der()));
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![certificate.der().clone()], key)
            .unwrap();
        Arc::new(config)
    }

    fn asked(&self, port: u16) -> (i32, String) {
        let trusted = self.file.path().to_str().unwrap();
        list(&format!("https://localhost:{port}"), &[("SSL_CERT_FILE", trusted)])
    }
}

/// No cards, to whatever is asked; what was asked.
fn answer(stream: &TcpStream, config: &Arc<ServerConfig>) -> String {
    let connection = ServerConnection::new(Arc::clone(config)).unwrap();
    let mut tls = StreamOwned::new(connection, stream.try_clone().unwrap());
    let mut asked = Vec::new();
    let mut part = [0; 8192];
    // The whole of a request: its body ends with a bracket.
    while !asked.ends_with(b"}") {
        match tls.read(&mut part) {
            Ok(length) if length > 0 => asked.extend_from_slice(&part[..length]),
            Ok(_) | Err(_) => break,
        }
    }
    if !asked.is_empty() {
        let answer = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n[]";
        let _client_gone = tls.write_all(answer).and_then(|()| tls.flush());
    }
    String::from_utf8(asked).unwrap()
}

#[test]
#[cfg_attr(windows, ignore = "Windows trusts its own store, whatever SSL_CERT_FILE says")]
fn what_is_wrong_with_a_certificate_is_told_in_plain_words() {
    let (ours, other) = (Authority::new(), Authority::new());
    let (code, said) = ours.asked(ours.server("localhost", (2020, 2099)));
    assert_eq!(code, 0, "{said}");
    for (port, words) in [
        (ours.server("localhost", (2001, 2002)), "certificate has expired"),
        (ours.server("localhost", (2098, 2099)), "certificate is not valid yet"),
        (ours.server("pay.example", (2020, 2099)), "certificate is for another name"),
        (other.server("localhost", (2020, 2099)), "issued by nobody whom this computer trusts"),
    ] {
        let (code, said) = ours.asked(port);
        assert_eq!(code, 2, "{said}");
        assert!(
            said.contains(&format!("the server was not reached: {words}")) || said.contains(words),
            "{said}"
        );
        for debug in ["InvalidCertificate", "UnknownIssuer", "Expired", "::"] {
            assert!(!said.contains(debug), "{said}");
        }
        let (sentence, technical) = said.split_once("\ncarddesk: Technical details: ").unwrap();
        assert!(!sentence.contains("invalid peer"), "{said}");
        assert!(technical.contains("invalid peer certificate: "), "{said}");
    }
}

#[test]
#[cfg_attr(windows, ignore = "Windows trusts its own store, whatever SSL_CERT_FILE says")]
fn certificates_for_another_use_are_told_so() {
    let ours = Authority::new();
    for purpose in [ExtendedKeyUsagePurpose::EmailProtection, ExtendedKeyUsagePurpose::ClientAuth] {
        let config = ours.config("localhost", |params| {
            params.extended_key_usages = vec![purpose.clone()];
        });
        let (code, said) = ours.asked(serve(move |stream| drop(answer(stream, &config))));
        assert_eq!(code, 2, "{said}");
        assert!(said.contains("certificate was not made for a server"), "{said}");
        assert!(!said.contains("Eku") && said.contains("certificate: eku error"), "{said}");
    }
}

#[test]
fn what_speaks_no_tls_or_another_is_told_so() {
    let ours = Authority::new();
    let alert = |description: u8| {
        serve(move |stream| {
            let _hello = stream.read(&mut [0; 8192]);
            let _gone = stream.write_all(&[21, 3, 3, 0, 2, 2, description]);
        })
    };
    let plain = serve(|stream| {
        let _hello = stream.read(&mut [0; 8192]);
        let _gone = stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n");
    });
    let silent = serve(|stream| {
        let _hello = stream.read(&mut [0; 8192]);
    });
    for (port, words) in [
        (plain, "what answered there does not speak TLS"),
        (alert(40), "no version or cipher of TLS in common"),
        (alert(70), "no version or cipher of TLS in common"),
        (alert(71), "no version or cipher of TLS in common"),
        (alert(116), "asks for a certificate of this computer"),
        (alert(49), "asks for a certificate of this computer"),
        (alert(80), "no encryption was agreed upon"),
        (alert(112), "certificate is for another name"),
        (silent, "no encryption was agreed upon"),
    ] {
        let (code, said) = ours.asked(port);
        assert_eq!(code, 2, "{said}");
        assert!(said.contains(words), "{words}: {said}");
    }
}
