//! `/scalar`: Scalar, as the user wants it.

use serde_json::{Map, Value};

use super::About;
use super::policy::{Needs, policy};
use super::served::{assets, folder, html};
use crate::app::App;
use crate::openapi::scalar;
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
            url: Some("/scalar".into()),
            options: Map::new(),
        }
    }
}

impl App {
    /// The path of the page with Scalar; `/scalar` when not given. `None` leaves it out.
    #[must_use]
    pub fn scalar_url(mut self, path: Option<&str>) -> Self {
        self.pages.scalar.url = path.map(str::to_owned);
        self
    }

    /// An [option of Scalar](https://scalar.com/products/api-references/configuration), such as `"theme"`. The page may load
    /// nothing from elsewhere, whatever the options say.
    ///
    /// ```
    /// # use fastr_core::private::App;
    /// let app = App::new().scalar_option("theme", "moon");
    /// ```
    #[must_use]
    pub fn scalar_option(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.pages.scalar.options.insert(name.to_owned(), value.into());
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
        let text = scalar::page(&format!("{} - Scalar", about.title), folder);
        let needs = Needs {
            inline_styles: true,
            ..Needs::default()
        };
        let policy = policy(about.servers, needs);
        let mut pages = vec![(url.clone(), html(text, &policy))];
        pages.extend(assets(folder, scalar::assets(about.openapi_url, &self.options)));
        pages
    }
}
