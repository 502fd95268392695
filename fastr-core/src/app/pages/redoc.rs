//! `/redoc`: ReDoc, as the user wants it.

use serde_json::Value;

use super::policy::Needs;
use super::viewer::Viewer;
use crate::app::App;
use crate::openapi::redoc;

/// Where the page is when nobody says otherwise.
pub const URL: &str = "/redoc";

/// The page.
pub const VIEWER: Viewer = Viewer {
    name: "ReDoc",
    // The search runs beside the page.
    needs: Needs {
        inline_styles: true,
        workers: true,
    },
    page: redoc::page,
    assets: redoc::assets,
};

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
