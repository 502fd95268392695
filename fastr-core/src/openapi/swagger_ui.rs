//! Swagger UI: the page, and its assets, which are inside the program.

use bytes::Bytes;
use utoipa_swagger_ui_vendored::SWAGGER_UI_VENDORED;

/// What the page needs besides itself, and the media type of each.
pub const ASSETS: [(&str, &str); 3] = [
    ("swagger-ui.css", "text/css; charset=utf-8"),
    ("swagger-ui-bundle.js", "text/javascript; charset=utf-8"),
    ("favicon-32x32.png", "image/png"),
];

/// The page. Both URLs are paths on the same server.
pub fn page(title: &str, openapi_url: &str, assets_url: &str) -> String {
    let title = escaped(title);
    let settings = serde_json::json!({ "url": openapi_url, "dom_id": "#swagger-ui", "deepLinking": true });
    // `</script>` inside the settings would end the script.
    let settings = settings.to_string().replace('<', "\\u003c");
    format!(
        r#"<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="icon" type="image/png" href="{assets_url}/favicon-32x32.png">
<link rel="stylesheet" href="{assets_url}/swagger-ui.css">
</head>
<body>
<div id="swagger-ui"></div>
<script src="{assets_url}/swagger-ui-bundle.js"></script>
<script>
const settings = {settings};
settings.presets = [SwaggerUIBundle.presets.apis];
settings.layout = "BaseLayout";
window.ui = SwaggerUIBundle(settings);
</script>
</body>
</html>
"#
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// An asset of the page.
pub struct Asset {
    /// Its content, compressed where `gzip` says so.
    pub content: Bytes,
    /// Whether the content is compressed with gzip (RFC 1952).
    pub gzip: bool,
}

/// Reads an asset out of the archive that the vendoring crate holds.
///
/// It is not unpacked: an archive's deflate stream between gzip's head and tail is a gzip file, so the program needs
/// no decompressor and the browser gets what it asks for anyway.
pub fn asset(name: &str) -> Option<Asset> {
    let archive = rawzip::ZipArchive::from_slice(SWAGGER_UI_VENDORED).ok()?;
    let mut entries = archive.entries();
    while let Ok(Some(entry)) = entries.next_entry() {
        let path = entry.file_path();
        if !path.as_ref().ends_with(format!("/dist/{name}").as_bytes()) {
            continue;
        }
        let (start, end) = archive.get_entry(entry.wayfinder()).ok()?.compressed_data_range();
        let data = SWAGGER_UI_VENDORED.get(usize::try_from(start).ok()?..usize::try_from(end).ok()?)?;
        return match entry.compression_method() {
            rawzip::CompressionMethod::STORE => Some(Asset {
                content: Bytes::from_static(data),
                gzip: false,
            }),
            rawzip::CompressionMethod::DEFLATE => Some(Asset {
                content: gzip(data, entry.crc32(), entry.uncompressed_size_hint()),
                gzip: true,
            }),
            _ => None,
        };
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
        for (name, _) in ASSETS {
            let asset = asset(name).unwrap_or_else(|| panic!("{name} is missing"));
            assert!(asset.content.len() > 100, "{name} is empty");
        }
    }

    #[test]
    fn a_title_cannot_leave_its_place() {
        let page = page("</title><script>", "/openapi.json", "/docs");
        assert!(page.contains("<title>&lt;/title&gt;&lt;script&gt;</title>"));
    }
}
