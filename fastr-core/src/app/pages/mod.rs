//! The pages that every application has: the document, and the pages that show it.

#[cfg(any(feature = "docs", feature = "redoc", feature = "scalar"))]
mod policy;
#[cfg(feature = "redoc")]
mod redoc;
#[cfg(feature = "scalar")]
mod scalar;
mod served;
#[cfg(feature = "docs")]
mod statuses;
#[cfg(feature = "docs")]
mod swagger_ui;
#[cfg(any(feature = "redoc", feature = "scalar"))]
mod viewer;

use serde_json::Value;

use super::App;
use crate::error::StartupError;
use crate::openapi::Settings;
use crate::request::ErrorStyle;
use crate::route::{Operation, Socket};
use crate::router::Page;

/// Where the pages are, and what is said to their scripts.
#[derive(Clone, Debug)]
pub struct Pages {
    openapi_url: Option<String>,
    #[cfg(feature = "docs")]
    swagger_ui: swagger_ui::Options,
    #[cfg(feature = "redoc")]
    redoc: viewer::Options,
    #[cfg(feature = "scalar")]
    scalar: viewer::Options,
}

impl Default for Pages {
    fn default() -> Self {
        Self {
            openapi_url: Some("/openapi.json".into()),
            #[cfg(feature = "docs")]
            swagger_ui: swagger_ui::Options::default(),
            #[cfg(feature = "redoc")]
            redoc: viewer::Options::at(redoc::URL),
            #[cfg(feature = "scalar")]
            scalar: viewer::Options::at(scalar::URL),
        }
    }
}

impl App {
    /// The path of the document; `/openapi.json` when not given. `None` leaves it out, and the pages that show it: then
    /// it is not made at all.
    #[must_use]
    pub fn openapi_url(mut self, path: Option<&str>) -> Self {
        self.pages.openapi_url = path.map(str::to_owned);
        self
    }
}

/// What a page needs to know of the application.
#[cfg(any(feature = "docs", feature = "redoc", feature = "scalar"))]
struct About<'a> {
    title: &'a str,
    /// What stands before every address that a page names.
    root_path: &'a str,
    openapi_url: &'a str,
    servers: &'a [crate::openapi::Server],
    #[cfg(feature = "docs")]
    operations: &'a [&'static Operation],
    #[cfg(feature = "docs")]
    sockets: &'a [&'static Socket],
    #[cfg(feature = "docs")]
    errors: ErrorStyle,
}

#[cfg(any(feature = "docs", feature = "redoc", feature = "scalar"))]
impl About<'_> {
    /// A path of ours, as the client has to write it.
    fn outside(&self, path: &str) -> String {
        format!("{}{path}", self.root_path)
    }
}

impl Pages {
    /// Whether there are any, so that the document has to be made.
    pub fn are_served(&self) -> bool {
        self.openapi_url.is_some()
    }

    /// All of them, each with its path.
    ///
    /// # Errors
    ///
    /// When the path of one cannot be that of a page.
    #[cfg_attr(
        not(feature = "docs"),
        expect(unused_variables, reason = "no page shows the operations")
    )]
    pub fn made(
        &self,
        settings: &Settings,
        document: &Value,
        (operations, sockets): (&[&'static Operation], &[&'static Socket]),
        errors: ErrorStyle,
    ) -> Result<Vec<(String, Page)>, StartupError> {
        let Some(openapi_url) = &self.openapi_url else {
            return Ok(Vec::new());
        };
        let document = (openapi_url.clone(), served::document(document));
        #[cfg(any(feature = "docs", feature = "redoc", feature = "scalar"))]
        let openapi_url = &format!("{}{openapi_url}", settings.root_path);
        #[cfg(any(feature = "docs", feature = "redoc", feature = "scalar"))]
        let about = About {
            title: &settings.info.title,
            root_path: &settings.root_path,
            openapi_url,
            servers: &settings.servers,
            #[cfg(feature = "docs")]
            operations,
            #[cfg(feature = "docs")]
            sockets,
            #[cfg(feature = "docs")]
            errors,
        };
        let pages = [
            vec![document],
            #[cfg(feature = "docs")]
            self.swagger_ui.pages(&about),
            #[cfg(feature = "docs")]
            statuses::pages(&self.swagger_ui, &about),
            #[cfg(feature = "redoc")]
            self.redoc.pages(&redoc::VIEWER, &about),
            #[cfg(feature = "scalar")]
            self.scalar.pages(&scalar::VIEWER, &about),
        ];
        let pages = pages.into_iter().flatten();
        pages.map(|(path, page)| Ok((plain(path)?, page))).collect()
    }

    /// The path of the first page that shows the document, if there is one.
    pub fn shown(&self) -> Option<&str> {
        let urls = [
            #[cfg(feature = "docs")]
            self.swagger_ui.url(),
            #[cfg(feature = "redoc")]
            self.redoc.url(),
            #[cfg(feature = "scalar")]
            self.scalar.url(),
            None,
        ];
        self.openapi_url.as_ref()?;
        urls.into_iter().flatten().next()
    }
}

/// The path, if it can be that of a page: no page takes parameters.
pub fn plain(path: String) -> Result<String, StartupError> {
    if path.starts_with('/') && !path.contains(['{', '}', '?', '#']) {
        Ok(path)
    } else {
        Err(StartupError::Document(format!(
            "a page cannot be at `{path}`; give it a path that begins with a slash and has no parameters, such as `/docs`"
        )))
    }
}
