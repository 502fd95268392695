//! What the pages may load (Content Security Policy, level 3): what comes from this server, and nothing else.

use http::HeaderValue;

use crate::openapi::Server;

/// The policy of a page that has a style and nothing else.
#[cfg(feature = "docs")]
pub const WITHOUT_SCRIPT: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
);

/// What a page needs beyond what every page may.
#[derive(Clone, Copy, Default)]
pub struct Needs {
    /// Styles that its script puts into the page.
    pub inline_styles: bool,
    /// A script that its script makes, and runs beside the page.
    pub workers: bool,
}

/// The policy of a page. Requests that a reader tries out go to this server, or to those that the document names.
pub fn policy(servers: &[Server], needs: Needs) -> HeaderValue {
    let mut connect = String::from("'self'");
    for origin in servers.iter().filter_map(|server| origin(server.url())) {
        connect = format!("{connect} {origin}");
    }
    let styles = if needs.inline_styles {
        " 'unsafe-inline'"
    } else {
        ""
    };
    let workers = if needs.workers { "; worker-src blob:" } else { "" };
    let policy = format!(
        "default-src 'none'; script-src 'self'; style-src 'self'{styles}; img-src 'self' data:; \
         font-src 'self' data:; connect-src {connect}; base-uri 'none'; form-action 'self'; \
         frame-ancestors 'self'{workers}"
    );
    HeaderValue::try_from(policy).unwrap_or(HeaderValue::from_static("default-src 'none'"))
}

/// The scheme and the host of an address; one with a variable in them stands for every host of its scheme.
fn origin(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    let is_plain = |text: &str| {
        text.chars()
            .all(|it| it.is_ascii_alphanumeric() || "+-.:[]".contains(it))
    };
    match (scheme, host) {
        ("http" | "https", host) if !host.is_empty() && is_plain(host) => Some(format!("{scheme}://{host}")),
        ("http" | "https", host) if host.contains('{') => Some(format!("{scheme}:")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_origin_of_a_server_is_allowed() {
        for (url, expected) in [
            ("https://api.example.com/v1", Some("https://api.example.com")),
            ("http://127.0.0.1:8000", Some("http://127.0.0.1:8000")),
            ("https://{region}.example.com", Some("https:")),
            ("/v1", None),
            ("https://a; script-src *", None),
            ("javascript://x", None),
        ] {
            assert_eq!(origin(url).as_deref(), expected, "{url}");
        }
    }
}
