//! One request and its whole answer.

use reqwest::{Client, RequestBuilder};

use super::answer::HttpAnswer;
use super::proxies::Proxies;
use super::tunnel::{Asked, Bounds, SendError, block_on, by_tunnel, tunnelled};

/// Sends a request, once, by way of the proxy that is meant for it, and waits for the whole answer. The
/// request needs a time limit of its own, which holds for the whole.
///
/// # Errors
/// See [`SendError`].
pub fn exchange(
    client: &Client,
    request: RequestBuilder,
    proxies: &Proxies,
    bounds: Bounds,
) -> Result<HttpAnswer, SendError> {
    let request = request.build().map_err(SendError::Client)?;
    match tunnelled(proxies, request.url()) {
        Some(proxy) => {
            let asked = Asked {
                method: request.method(),
                url: request.url(),
                headers: request.headers(),
                body: request.body().and_then(|body| body.as_bytes()).unwrap_or_default(),
                whole: request.timeout().copied().unwrap_or(bounds.connect),
            };
            block_on(by_tunnel(proxies, &proxy, &asked, bounds))
        }
        None => block_on(async {
            let answer = client.execute(request).await.map_err(SendError::Client)?;
            let answer = http::Response::<reqwest::Body>::from(answer);
            HttpAnswer::read(answer, bounds.most).await.map_err(SendError::Client)
        }),
    }
}
