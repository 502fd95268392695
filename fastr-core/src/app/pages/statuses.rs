//! `/docs/statuses`: every status of every operation.

use super::policy::WITHOUT_SCRIPT;
use super::served::{assets, folder, html};
use super::{About, swagger_ui};
use crate::openapi::statuses;
use crate::router::Page;

/// The page and its style, below the documentation page if there is one.
pub fn pages(docs: &swagger_ui::Options, about: &About<'_>) -> Vec<(String, Page)> {
    let Some(url) = docs.url() else {
        return Vec::new();
    };
    let folder = folder(url);
    let title = format!("{} - Statuses", about.title);
    let addresses = (&*about.outside(url), &*about.outside(folder));
    let text = statuses::page(&title, (about.operations, about.sockets), about.errors, addresses);
    let mut pages = vec![(format!("{folder}/statuses"), html(text, &WITHOUT_SCRIPT))];
    pages.extend(assets(folder, statuses::assets()));
    pages
}
