//! ReDoc: the page, and its script, which is inside the program.

use serde_json::{Map, Value};

use super::page::{Asset, escaped, html};

/// The page. `folder` is where its files are.
pub fn page(title: &str, folder: &str) -> String {
    let folder = escaped(folder);
    html(
        title,
        "<link rel=\"icon\" href=\"data:,\">\n<style>body { margin: 0; padding: 0; }</style>\n",
        &format!(
            r#"<noscript>ReDoc is a script: allow it, to see the documentation.</noscript>
<div id="redoc"></div>
<script src="{folder}/redoc.standalone.js"></script>
<script src="{folder}/initialize.js"></script>
"#
        ),
    )
}

/// The files of the page. The options are ReDoc's own.
pub fn assets(openapi_url: &str, options: &Map<String, Value>) -> Vec<Asset> {
    let (url, options) = (Value::from(openapi_url), Value::Object(options.clone()));
    let start = format!("Redoc.init({url}, {options}, document.getElementById(\"redoc\"));\n");
    vec![
        Asset::compressed("redoc.standalone.js", fastr_pages::REDOC),
        Asset::script("initialize.js", start),
    ]
}
