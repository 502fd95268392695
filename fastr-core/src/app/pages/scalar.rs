//! `/scalar`: Scalar, as the user wants it.

use serde_json::Value;

use super::policy::Needs;
use super::viewer::Viewer;
use crate::app::App;
use crate::openapi::scalar;

/// Where the page is when nobody says otherwise.
pub const URL: &str = "/scalar";

/// The page.
pub const VIEWER: Viewer = Viewer {
    name: "Scalar",
    needs: Needs {
        inline_styles: true,
        workers: false,
    },
    page: scalar::page,
    assets: scalar::assets,
};

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
