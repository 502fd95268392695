//! Pages as the router serves them: what is said of each, once and for all.

use std::hash::{DefaultHasher, Hasher};

use bytes::Bytes;
use http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, X_CONTENT_TYPE_OPTIONS};
use http::{HeaderMap, HeaderValue};
use serde_json::Value;

use crate::router::{Content, Page};

/// The document.
pub fn document(document: &Value) -> Page {
    page("application/json", document.to_string().into())
}

/// A page of this media type. Whoever has it asks whether it is still the same (RFC 9111, section 5.2.2.4).
pub fn page(media_type: &'static str, content: Bytes) -> Page {
    let mut headers = HeaderMap::new();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.extend(tag(&content).map(|tag| (ETAG, tag)));
    Page {
        headers,
        content: Content::Kept(content),
    }
}

/// A strong tag (RFC 9110, section 8.8.3): another content has another one.
fn tag(content: &[u8]) -> Option<HeaderValue> {
    let is_gzip = content.starts_with(&[0x1f, 0x8b]);
    let sum = match content.last_chunk() {
        // A gzip file ends in the checksum and the length of what is inside (RFC 1952, section 2.3.1).
        Some(end) if is_gzip => u64::from_le_bytes(*end),
        _ => {
            let mut hasher = DefaultHasher::new();
            hasher.write(content);
            hasher.finish()
        }
    };
    HeaderValue::try_from(format!("\"{sum:016x}-{:x}\"", content.len())).ok()
}

#[cfg(any(feature = "docs", feature = "redoc", feature = "scalar"))]
mod viewer {
    use http::header::{CONTENT_ENCODING, CONTENT_SECURITY_POLICY};

    use super::{HeaderValue, Page, page};
    use crate::openapi::Asset;

    /// A page for people, which may load no more than the policy says.
    pub fn html(text: String, policy: &HeaderValue) -> Page {
        let mut page = page("text/html; charset=utf-8", text.into());
        page.headers.insert(CONTENT_SECURITY_POLICY, policy.clone());
        page
    }

    /// The files of a page, in its folder.
    pub fn assets(folder: &str, assets: Vec<Asset>) -> impl Iterator<Item = (String, Page)> {
        assets.into_iter().map(move |asset| {
            let mut page = page(asset.media_type, asset.content);
            if asset.gzip {
                page.headers
                    .insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
            }
            (format!("{folder}/{}", asset.name), page)
        })
    }

    /// The folder of a page's files: beside a page at `/`, and not at `//`.
    pub fn folder(url: &str) -> &str {
        url.trim_end_matches('/')
    }
}

#[cfg(any(feature = "docs", feature = "redoc", feature = "scalar"))]
pub use viewer::{assets, folder, html};
