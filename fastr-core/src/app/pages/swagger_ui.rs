//! `/docs`: Swagger UI, as the user wants it.

use serde_json::{Map, Value};

use super::About;
use super::policy::{Needs, policy};
use super::served::{assets, folder, html};
use crate::app::App;
use crate::openapi::swagger_ui;
use crate::router::Page;

/// Where the page is, and its parameters.
#[derive(Clone, Debug)]
pub struct Options {
    url: Option<String>,
    redirect: Redirect,
    parameters: Map<String, Value>,
    init_oauth: Option<Map<String, Value>>,
}

/// Where a login comes back to.
#[derive(Clone, Debug)]
enum Redirect {
    BesideThePage,
    At(String),
    Nowhere,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            url: Some("/docs".into()),
            redirect: Redirect::BesideThePage,
            parameters: Map::new(),
            init_oauth: None,
        }
    }
}

impl App {
    /// The path of the documentation page, Swagger UI; `/docs` when not given. `None` leaves it out.
    #[must_use]
    pub fn docs_url(mut self, path: Option<&str>) -> Self {
        self.pages.swagger_ui.url = path.map(str::to_owned);
        self
    }

    /// A [parameter of Swagger UI](https://swagger.io/docs/open-source-tools/swagger-ui/usage/configuration/): FastAPI's
    /// page "Configure Swagger UI".
    ///
    /// ```
    /// # use fastr_core::private::App;
    /// use serde_json::json;
    ///
    /// let app = App::new()
    ///     .swagger_ui_parameter("deepLinking", false)
    ///     .swagger_ui_parameter("syntaxHighlight", json!({ "theme": "obsidian" }));
    /// ```
    #[must_use]
    pub fn swagger_ui_parameter(mut self, name: &str, value: impl Into<Value>) -> Self {
        let parameters = &mut self.pages.swagger_ui.parameters;
        parameters.insert(name.to_owned(), value.into());
        self
    }

    /// What a login with OAuth 2 begins with in Swagger UI, such as `"clientId"` or `"usePkceWithAuthorizationCodeGrant"`:
    /// FastAPI's `swagger_ui_init_oauth`.
    #[must_use]
    pub fn swagger_ui_init_oauth(mut self, name: &str, value: impl Into<Value>) -> Self {
        let login = self.pages.swagger_ui.init_oauth.get_or_insert_default();
        login.insert(name.to_owned(), value.into());
        self
    }

    /// Where a login with OAuth 2 comes back to; `oauth2-redirect` beside the page when not given. `None` leaves it out.
    #[must_use]
    pub fn swagger_ui_oauth2_redirect_url(mut self, path: Option<&str>) -> Self {
        self.pages.swagger_ui.redirect = path.map_or(Redirect::Nowhere, |path| Redirect::At(path.to_owned()));
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
        let redirect = match &self.redirect {
            Redirect::BesideThePage => Some(format!("{folder}/oauth2-redirect")),
            Redirect::At(url) => Some(url.clone()),
            Redirect::Nowhere => None,
        };
        let text = swagger_ui::page(&format!("{} - Swagger UI", about.title), &about.outside(folder));
        let policy = policy(about.servers, Needs::default());
        let mut pages = vec![(url.clone(), html(text, &policy))];
        pages.extend(assets(
            folder,
            swagger_ui::assets(&swagger_ui::Settings {
                openapi_url: about.openapi_url,
                oauth2_redirect_url: redirect.as_deref().map(|path| about.outside(path)).as_deref(),
                parameters: &self.parameters,
                init_oauth: self.init_oauth.as_ref(),
            }),
        ));
        if let Some(redirect) = redirect {
            let page = html(swagger_ui::oauth2_redirect_page(&about.outside(folder)), &policy);
            pages.push((redirect, page));
        }
        pages
    }
}
