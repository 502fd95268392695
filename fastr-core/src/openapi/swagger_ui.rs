//! Swagger UI: the page, and its assets, which are inside the program.

use std::fmt::Write;
use std::sync::LazyLock;

use bytes::Bytes;
use serde_json::{Map, Value, json};
use utoipa_swagger_ui_vendored::SWAGGER_UI_VENDORED;

use super::page::{Asset, JAVASCRIPT, escaped, html};

/// What the pages need of the archive, and the media type of each.
const VENDORED: [(&str, &str); 4] = [
    ("swagger-ui.css", "text/css; charset=utf-8"),
    ("swagger-ui-bundle.js", JAVASCRIPT),
    ("favicon-32x32.png", "image/png"),
    ("oauth2-redirect.js", JAVASCRIPT),
];

/// What is said of the page beside its title.
pub struct Settings<'a> {
    /// Where the document is.
    pub openapi_url: &'a str,
    /// Where a login comes back to, if it can.
    pub oauth2_redirect_url: Option<&'a str>,
    /// Swagger UI's own parameters.
    pub parameters: &'a Map<String, Value>,
    /// What a login begins with.
    pub init_oauth: Option<&'a Map<String, Value>>,
}

/// The page. `folder` is where its files are.
pub fn page(title: &str, folder: &str) -> String {
    let folder = escaped(folder);
    html(
        title,
        &format!(
            r#"<link rel="icon" type="image/png" href="{folder}/favicon-32x32.png">
<link rel="stylesheet" href="{folder}/swagger-ui.css">
"#
        ),
        &format!(
            r#"<noscript>Swagger UI is a script: allow it, to see the documentation.</noscript>
<nav class="swagger-ui"><p class="wrapper"><a class="link" href="{folder}/statuses">Every status of every operation</a></p></nav>
<div id="swagger-ui"></div>
<script src="{folder}/swagger-ui-bundle.js"></script>
<script src="{folder}/initialize.js"></script>
"#
        ),
    )
}

/// The page that a login comes back to: it hands what it was told to the page that opened it.
pub fn oauth2_redirect_page(folder: &str) -> String {
    let folder = escaped(folder);
    html(
        "Swagger UI: OAuth2 Redirect",
        "",
        &format!("<script src=\"{folder}/oauth2-redirect.js\"></script>\n"),
    )
}

/// The files of the page.
pub fn assets(settings: &Settings<'_>) -> Vec<Asset> {
    // Once, however many applications there are: tests have one each.
    static FOUND: LazyLock<Vec<Asset>> = LazyLock::new(|| {
        let assets = VENDORED
            .into_iter()
            .filter_map(|(name, media_type)| asset(name, media_type));
        assets.collect()
    });
    let mut assets = FOUND.clone();
    assets.push(Asset::script("initialize.js", start(settings)));
    assets
}

/// The script that shows the document. FastAPI's parameters are the ones that are not said otherwise, and the document
/// is not sent to a validator elsewhere.
fn start(settings: &Settings<'_>) -> String {
    let mut said = json!({
        "url": settings.openapi_url,
        "dom_id": "#swagger-ui",
        "layout": "BaseLayout",
        "deepLinking": true,
        "showExtensions": true,
        "showCommonExtensions": true,
        "validatorUrl": null,
    });
    if let Value::Object(said) = &mut said {
        said.extend(settings.parameters.clone());
    }
    let mut script =
        format!("const settings = {said};\nsettings.presets = [SwaggerUIBundle.presets.apis];\n");
    if let Some(url) = settings.oauth2_redirect_url {
        let url = Value::from(url);
        let _ = writeln!(
            script,
            "settings.oauth2RedirectUrl = new URL({url}, window.location.href).href;"
        );
    }
    script.push_str("window.ui = SwaggerUIBundle(settings);\n");
    if let Some(said) = settings.init_oauth {
        let said = Value::Object(said.clone());
        let _ = writeln!(script, "window.ui.initOAuth({said});");
    }
    script
}

/// Reads an asset out of the archive that the vendoring crate holds.
///
/// It is not unpacked: an archive's deflate stream between gzip's head and tail is a gzip file, so the program needs
/// no decompressor and the browser gets what it asks for anyway.
fn asset(name: &'static str, media_type: &'static str) -> Option<Asset> {
    let archive = rawzip::ZipArchive::from_slice(SWAGGER_UI_VENDORED).ok()?;
    let mut entries = archive.entries();
    while let Ok(Some(entry)) = entries.next_entry() {
        let path = entry.file_path();
        if !path.as_ref().ends_with(format!("/dist/{name}").as_bytes()) {
            continue;
        }
        let (start, end) = archive.get_entry(entry.wayfinder()).ok()?.compressed_data_range();
        let data = SWAGGER_UI_VENDORED.get(usize::try_from(start).ok()?..usize::try_from(end).ok()?)?;
        let (content, gzip) = match entry.compression_method() {
            rawzip::CompressionMethod::STORE => (Bytes::from_static(data), false),
            rawzip::CompressionMethod::DEFLATE => {
                (gzip(data, entry.crc32(), entry.uncompressed_size_hint()), true)
            }
            _ => return None,
        };
        return Some(Asset {
            name,
            media_type,
            content,
            gzip,
        });
    }
    None
}

/// RFC 1952: a head without name or time, the deflate stream, the checksum and the length of what is inside.
fn gzip(deflated: &[u8], checksum: u32, length: u64) -> Bytes {
    const HEAD: [u8; 10] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];
    let [a, b, c, d, ..] = length.to_le_bytes();
    [&HEAD[..], deflated, &checksum.to_le_bytes(), &[a, b, c, d]]
        .concat()
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_asset_of_the_page_is_there() {
        for (name, media_type) in VENDORED {
            let asset = asset(name, media_type).unwrap_or_else(|| panic!("{name} is missing"));
            assert!(asset.content.len() > 100, "{name} is empty");
        }
    }

    #[test]
    fn a_title_cannot_leave_its_place() {
        let page = page("</title><script>", "/docs");
        assert!(page.contains("<title>&lt;/title&gt;&lt;script&gt;</title>"));
    }

    #[test]
    fn what_is_said_goes_before_what_is_not() {
        let object = |value: Value| value.as_object().cloned().unwrap_or_default();
        let (parameters, login) = (
            object(json!({ "deepLinking": false, "docExpansion": "none" })),
            object(json!({ "clientId": "shop" })),
        );
        let script = start(&Settings {
            openapi_url: "/openapi.json",
            oauth2_redirect_url: Some("/docs/oauth2-redirect"),
            parameters: &parameters,
            init_oauth: Some(&login),
        });
        for said in [
            r#""deepLinking":false"#,
            r#""docExpansion":"none""#,
            r#"new URL("/docs/oauth2-redirect", window"#,
            r#"initOAuth({"clientId":"shop"});"#,
        ] {
            assert!(script.contains(said), "{said} is not in {script}");
        }
    }
}
