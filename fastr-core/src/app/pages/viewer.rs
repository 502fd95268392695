//! A page that shows the document with one script, to which a few options are said.

use serde_json::{Map, Value};

use super::About;
use super::policy::{Needs, policy};
use super::served::{assets, folder, html};
use crate::openapi::Asset;
use crate::router::Page;

/// Where the page is, and its options.
#[derive(Clone, Debug)]
pub struct Options {
    pub url: Option<String>,
    pub options: Map<String, Value>,
}

/// What makes the page.
pub struct Viewer {
    /// What people call it.
    pub name: &'static str,
    /// What it needs beyond what every page may.
    pub needs: Needs,
    /// The page, of its title and the folder of its files.
    pub page: fn(&str, &str) -> String,
    /// The files, of the address of the document and the options.
    pub assets: fn(&str, &Map<String, Value>) -> Vec<Asset>,
}

impl Options {
    /// A page at this path, of which nothing was said.
    pub fn at(url: &str) -> Self {
        Self {
            url: Some(url.to_owned()),
            options: Map::new(),
        }
    }

    pub fn url(&self) -> Option<&str> {
        self.url.as_deref()
    }

    pub fn pages(&self, viewer: &Viewer, about: &About<'_>) -> Vec<(String, Page)> {
        let Some(url) = &self.url else {
            return Vec::new();
        };
        let folder = folder(url);
        let title = format!("{} - {}", about.title, viewer.name);
        let text = (viewer.page)(&title, &about.outside(folder));
        let policy = policy(about.servers, viewer.needs);
        let mut pages = vec![(url.clone(), html(text, &policy))];
        pages.extend(assets(folder, (viewer.assets)(about.openapi_url, &self.options)));
        pages
    }
}
