//! `/redoc`: ReDoc, as the user wants it.

use serde_json::{Map, Value};

use super::About;
use super::policy::{Needs, policy};
use super::served::{assets, folder, html};
use crate::app::App;
use crate::openapi::redoc;
use crate::router::Page;

/// Where the page is, and its options.
#[derive(Clone, Debug)]
pub struct Options {
    url: Option<String>,
    options: Map<String, Value>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            url: Some("/redoc".into()),
            options: Map::new(),
        }
    }
}

impl App {
    /// The path of the page with ReDoc; `/redoc` when not given. `None` leaves it out.
    #[must_use]
    pub fn redoc_url(mut self, path: Option<&str>) -> Self {
        self.pages.redoc.url = path.map(str::to_owned);
        self
    }

    /// An [option of ReDoc](https://redocly.com/docs/redoc/config), such as `"hideDownloadButtons"`.
    ///
    /// ```
    /// # use fastr_core::private::App;
    /// let app = App::new().redoc_option("expandResponses", "200,201");
    /// ```
    #[must_use]
    pub fn redoc_option(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.pages.redoc.options.insert(name.to_owned(), value.into());
        self
    }
}

impl Options {
    pub fn url(&self) -> Option<&str> {
        self.url.as_deref()
    }

    pub fn pages(&self, about: &About<'_>) -> Vec<(String, Page)> {
        let Some(url) = &self.url else {
            return Vec::new();
        };
        let folder = folder(url);
        let text = redoc::page(&format!("{} - ReDoc", about.title), folder);
        // The search runs beside the page.
        let needs = Needs {
            inline_styles: true,
            workers: true,
        };
        let policy = policy(about.servers, needs);
        let mut pages = vec![(url.clone(), html(text, &policy))];
        pages.extend(assets(folder, redoc::assets(about.openapi_url, &self.options)));
        pages
    }
}
