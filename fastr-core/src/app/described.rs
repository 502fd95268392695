//! What the user says of an application for its document.

use std::sync::Arc;

use serde_json::Value;

use super::App;
use crate::openapi::{Alteration, Contact, ExternalDocs, License, Naming, OperationName, Server, Tag, merge};

impl App {
    /// The title in the document; `fastr` when not given.
    #[must_use]
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.document.info.title = title.into();
        self
    }

    /// One line on the API in the document.
    #[must_use]
    pub fn summary(mut self, summary: impl Into<String>) -> Self {
        self.document.info.summary = Some(summary.into());
        self
    }

    /// The description in the document, in `CommonMark`.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.document.info.description = Some(description.into());
        self
    }

    /// The version of the API in the document; `0.1.0` when not given.
    #[must_use]
    pub fn version(mut self, version: impl Into<String>) -> Self {
        self.document.info.version = version.into();
        self
    }

    /// The address of the terms of service.
    #[must_use]
    pub fn terms_of_service(mut self, url: impl Into<String>) -> Self {
        self.document.info.terms_of_service = Some(url.into());
        self
    }

    /// Whom to ask about the API.
    ///
    /// ```
    /// # use fastr_core::private::{App, openapi::{Contact, License}};
    /// let app = App::new()
    ///     .contact(Contact::new().name("The shop").email("shop@example.com"))
    ///     .license(License::spdx("MIT", "MIT"));
    /// # assert_eq!(app.openapi().unwrap()["info"]["contact"]["name"], "The shop");
    /// # assert_eq!(app.openapi().unwrap()["info"]["license"]["identifier"], "MIT");
    /// ```
    #[must_use]
    pub fn contact(mut self, contact: Contact) -> Self {
        self.document.info.contact = Some(contact);
        self
    }

    /// The licence of the API.
    #[must_use]
    pub fn license(mut self, license: License) -> Self {
        self.document.info.license = Some(license);
        self
    }

    /// One more place where the API is served. Without any, it is where the document comes from.
    ///
    /// ```
    /// # use fastr_core::private::{App, openapi::Server};
    /// let app = App::new()
    ///     .server(Server::new("https://stag.example.com").description("Staging environment"))
    ///     .server(Server::new("https://prod.example.com").description("Production environment"));
    /// # assert_eq!(app.openapi().unwrap()["servers"][1]["url"], "https://prod.example.com");
    /// ```
    #[must_use]
    pub fn server(mut self, server: Server) -> Self {
        self.document.servers.push(server);
        self
    }

    /// What is known of one group of operations. The groups stand in the order in which they are told.
    ///
    /// ```
    /// # use fastr_core::private::{App, openapi::Tag};
    /// let app = App::new()
    ///     .tag(Tag::new("users").description("Operations with users."))
    ///     .tag(Tag::new("items").description("Manage items."));
    /// # assert_eq!(app.openapi().unwrap()["tags"][1]["name"], "items");
    /// ```
    #[must_use]
    pub fn tag(mut self, tag: Tag) -> Self {
        self.document.tags.push(tag);
        self
    }

    /// More to read somewhere else.
    #[must_use]
    pub fn external_docs(mut self, docs: ExternalDocs) -> Self {
        self.document.external_docs = Some(docs);
        self
    }

    /// What is added to the document: objects key by key, lists one behind the other, and anything else in the place
    /// of what is there. At one operation it is the setting `openapi_extra`.
    ///
    /// ```
    /// # use fastr_core::private::App;
    /// use serde_json::json;
    ///
    /// let app = App::new().openapi_extra(json!({ "info": { "x-logo": { "url": "https://example.com/logo.png" } } }));
    /// # assert_eq!(app.openapi().unwrap()["info"]["x-logo"]["url"], "https://example.com/logo.png");
    /// ```
    ///
    /// # Panics
    ///
    /// When it is no object.
    #[must_use]
    #[track_caller]
    pub fn openapi_extra(mut self, extra: Value) -> Self {
        let Value::Object(extra) = extra else {
            panic!(
                "what is added to the document is an object, such as `json!({{ \"x-key\": 1 }})`, and not {extra}"
            )
        };
        merge(&mut self.document.extra, extra);
        self
    }

    /// Changes the finished document in any way: FastAPI's page "Extending OpenAPI".
    ///
    /// ```
    /// # use fastr_core::private::App;
    /// let app = App::new().openapi_with(|document| {
    ///     document["info"]["title"] = "Another title".into();
    /// });
    /// # assert_eq!(app.openapi().unwrap()["info"]["title"], "Another title");
    /// ```
    #[must_use]
    pub fn openapi_with(mut self, change: impl Fn(&mut Value) + Send + Sync + 'static) -> Self {
        self.document.change = Some(match self.document.change.take() {
            None => Alteration(Arc::new(change)),
            Some(Alteration(earlier)) => Alteration(Arc::new(move |document| {
                earlier(document);
                change(document);
            })),
        });
        self
    }

    /// Makes the id of each operation that names none itself: FastAPI's `generate_unique_id_function`. Generated
    /// clients name their methods after the ids.
    ///
    /// ```
    /// # use fastr_core::private::App;
    /// // `read_item` and not `read_item_items__item_id__get`
    /// let app = App::new().generate_unique_id(|operation| operation.function.to_owned());
    /// ```
    #[must_use]
    pub fn generate_unique_id(
        mut self,
        make: impl Fn(OperationName<'_>) -> String + Send + Sync + 'static,
    ) -> Self {
        self.document.id = Some(Naming(Arc::new(make)));
        self
    }

    /// Whether a type has two schemas in the document where what is taken and what is sent differ: a field with a
    /// default may be absent when it is taken, and is always there when it is sent. They are apart when not said
    /// otherwise: FastAPI's page "Separate OpenAPI Schemas for Input and Output or Not".
    #[must_use]
    pub fn separate_input_output_schemas(mut self, separate: bool) -> Self {
        self.document.separate_schemas = separate;
        self
    }
}
