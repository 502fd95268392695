//! The pages that every application has: the document, and the page that shows it.

use http::HeaderValue;
use serde_json::Value;

use crate::router::Page;

/// The pages, each with its path.
pub fn pages(
    title: &str,
    openapi_url: Option<&str>,
    docs_url: Option<&str>,
    document: &Value,
) -> Vec<(String, Page)> {
    let Some(openapi_url) = openapi_url else {
        return Vec::new();
    };
    let content = document.to_string().into();
    let mut pages = vec![(
        openapi_url.to_owned(),
        Page {
            media_type: HeaderValue::from_static("application/json"),
            gzip: false,
            content,
        },
    )];
    if let Some(docs_url) = docs_url {
        pages.extend(docs(title, openapi_url, docs_url));
    }
    pages
}

#[cfg(feature = "docs")]
fn docs(title: &str, openapi_url: &str, docs_url: &str) -> Vec<(String, Page)> {
    use crate::openapi::swagger_ui::{ASSETS, asset, page};
    // A page at `/` has its assets beside it, and not at `//`.
    let folder = docs_url.trim_end_matches('/');
    let html = page(&format!("{title} - Swagger UI"), openapi_url, folder);
    let media_type = HeaderValue::from_static("text/html; charset=utf-8");
    let mut pages = vec![(
        docs_url.to_owned(),
        Page {
            media_type,
            gzip: false,
            content: html.into(),
        },
    )];
    pages.extend(ASSETS.into_iter().filter_map(|(name, media_type)| {
        let asset = asset(name)?;
        let media_type = HeaderValue::from_static(media_type);
        Some((
            format!("{folder}/{name}"),
            Page {
                media_type,
                gzip: asset.gzip,
                content: asset.content,
            },
        ))
    }));
    pages
}

#[cfg(not(feature = "docs"))]
fn docs(_: &str, _: &str, _: &str) -> Vec<(String, Page)> {
    Vec::new()
}
