//! Scalar: the page, and its script, which is inside the program.

use serde_json::{Map, Value, json};

use super::page::{Asset, escaped, html};

/// The page. `folder` is where its files are.
pub fn page(title: &str, folder: &str) -> String {
    let folder = escaped(folder);
    html(
        title,
        "<link rel=\"icon\" href=\"data:,\">\n",
        &format!(
            r#"<noscript>Scalar is a script: allow it, to see the documentation.</noscript>
<div id="scalar"></div>
<script src="{folder}/scalar.standalone.js"></script>
<script src="{folder}/initialize.js"></script>
"#
        ),
    )
}

/// The files of the page. The options are Scalar's own, and go before what keeps the page on this server: it has fonts,
/// a proxy, an assistant and a service for other clients on servers of its own.
pub fn assets(openapi_url: &str, options: &Map<String, Value>) -> Vec<Asset> {
    let mut settings = json!({
        "url": openapi_url,
        "withDefaultFonts": false,
        "telemetry": false,
        "hideClientButton": true,
        "showDeveloperTools": "never",
        "agent": { "disabled": true },
        "mcp": { "disabled": true },
    });
    if let Value::Object(settings) = &mut settings {
        settings.extend(options.clone());
    }
    vec![
        Asset::compressed("scalar.standalone.js", fastr_pages::SCALAR),
        Asset::script(
            "initialize.js",
            format!("Scalar.createApiReference(\"#scalar\", {settings});\n"),
        ),
    ]
}
