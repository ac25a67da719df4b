//! Proxies as Windows' own settings name them: what WinINet documents of ProxyServer and ProxyOverride.

use super::setting::ProxyFault;

/// The proxies for http and for https: one for both, or one for each protocol.
///
/// # Errors
/// A proxy of another kind would be asked for https.
pub(super) fn servers(list: &str) -> Result<[Option<&str>; 2], ProxyFault> {
    let [mut all, mut http, mut https, mut socks] = [None; 4];
    let entries = list.split(|c: char| c == ';' || c.is_whitespace());
    for entry in entries.filter(|entry| !entry.is_empty()) {
        let (place, server) = match entry.split_once('=') {
            None => (&mut all, entry),
            Some((protocol, server)) => match protocol.to_ascii_lowercase().as_str() {
                "http" => (&mut http, server),
                "https" => (&mut https, server),
                "socks" => (&mut socks, server),
                // Of a protocol that nothing is asked by.
                _ => continue,
            },
        };
        if !server.is_empty() {
            place.get_or_insert(server);
        }
    }
    let https = https.or(all);
    if https.is_none() && socks.is_some() {
        return Err(ProxyFault::Scheme { scheme: "socks".to_owned() });
    }
    Ok([http.or(all), https])
}

/// Entries of the exceptions, in small letters: `<local>`, or a pattern of a server with or without a port.
pub(super) fn exceptions(list: &str) -> impl Iterator<Item = String> {
    let entries = list.split(|c: char| c == ';' || c == ',' || c.is_whitespace());
    entries.filter(|entry| !entry.is_empty()).map(|entry| {
        let entry = entry.to_lowercase();
        let bare = entry.split_once("://").map_or(entry.as_str(), |(_, server)| server);
        bare.trim_end_matches('/').to_owned()
    })
}

/// Whether a text is of this pattern, in which `*` stands for anything.
pub(super) fn is_like(text: &str, pattern: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = parts.next().and_then(|first| text.strip_prefix(first)) else {
        return false;
    };
    let parts: Vec<&str> = parts.collect();
    let Some((last, between)) = parts.split_last() else { return rest.is_empty() };
    for part in between {
        let Some((_, after)) = rest.split_once(part) else { return false };
        rest = after;
    }
    rest.ends_with(last)
}

/// What this computer's user has set; none where proxies are switched off.
#[cfg(windows)]
pub(super) fn settings() -> Option<(String, String)> {
    const KEY: &str = r"Software\Microsoft\Windows\CurrentVersion\Internet Settings";
    let key = windows_registry::CURRENT_USER.open(KEY).ok()?;
    let is_on = key.get_u32("ProxyEnable").is_ok_and(|on| on != 0);
    let servers = is_on.then(|| key.get_string("ProxyServer").ok()).flatten()?;
    Some((servers, key.get_string("ProxyOverride").unwrap_or_default()))
}
