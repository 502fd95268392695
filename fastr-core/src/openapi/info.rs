//! What a user says of an application in the document: the Info Object, and what stands beside it.

use serde::Serialize;
use serde_json::{Map, Value};

/// The Info Object ([OpenAPI 3.1.1, section 4.8.2](https://spec.openapis.org/oas/v3.1.1#info-object)).
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Info {
    /// Its title.
    pub title: String,
    /// One line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// A text in `CommonMark`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The address of the terms of service.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub terms_of_service: Option<String>,
    /// Whom to ask.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<Contact>,
    /// What is allowed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub license: Option<License>,
    /// Its version, not that of `OpenAPI`.
    pub version: String,
}

/// Whom to ask about the API
/// ([OpenAPI 3.1.1, section 4.8.3](https://spec.openapis.org/oas/v3.1.1#contact-object)).
///
/// ```
/// # use fastr_core::private::openapi::Contact;
/// Contact::new().name("Deadpoolio the Amazing").url("https://x-force.example.com/contact/").email("dp@x-force.example.com");
/// ```
#[derive(Clone, Debug, Default, Serialize)]
pub struct Contact {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<String>,
}

impl Contact {
    /// Nobody yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// A person or an organization.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// The address of a page.
    #[must_use]
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }

    /// An address for mail.
    #[must_use]
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(email.into());
        self
    }
}

/// The licence of the API
/// ([OpenAPI 3.1.1, section 4.8.4](https://spec.openapis.org/oas/v3.1.1#license-object)): its name, and either its
/// SPDX expression or the address of its text.
///
/// ```
/// # use fastr_core::private::openapi::License;
/// License::spdx("Apache 2.0", "Apache-2.0");
/// License::at("Apache 2.0", "https://www.apache.org/licenses/LICENSE-2.0.html");
/// License::named("All rights reserved");
/// ```
#[derive(Clone, Debug, Serialize)]
pub struct License {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    identifier: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

impl License {
    /// A licence with a name and nothing else.
    pub fn named(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            identifier: None,
            url: None,
        }
    }

    /// A licence that [SPDX](https://spdx.org/licenses/) knows: `Apache-2.0`, `MIT OR Apache-2.0`.
    pub fn spdx(name: impl Into<String>, expression: impl Into<String>) -> Self {
        Self {
            identifier: Some(expression.into()),
            ..Self::named(name)
        }
    }

    /// A licence whose text stands at an address.
    pub fn at(name: impl Into<String>, url: impl Into<String>) -> Self {
        Self {
            url: Some(url.into()),
            ..Self::named(name)
        }
    }
}

/// More to read somewhere else
/// ([OpenAPI 3.1.1, section 4.8.11](https://spec.openapis.org/oas/v3.1.1#external-documentation-object)).
///
/// ```
/// # use fastr_core::private::openapi::ExternalDocs;
/// ExternalDocs::new("https://example.com/guide").description("The guide");
/// ```
#[derive(Clone, Debug, Serialize)]
pub struct ExternalDocs {
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    url: String,
}

impl ExternalDocs {
    /// What stands at this address.
    pub fn new(url: impl Into<String>) -> Self {
        Self {
            description: None,
            url: url.into(),
        }
    }

    /// What it is, in `CommonMark`.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }
}

/// A group of operations
/// ([OpenAPI 3.1.1, section 4.8.22](https://spec.openapis.org/oas/v3.1.1#tag-object)): the word that operations name
/// with `tags = ["…"]`, and what readers should know of it.
///
/// ```
/// # use fastr_core::private::openapi::{ExternalDocs, Tag};
/// Tag::new("items").description("What is on sale.").external_docs(ExternalDocs::new("https://example.com/items"));
/// ```
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Tag {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    external_docs: Option<ExternalDocs>,
}

impl Tag {
    /// The tag of this name.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            description: None,
            external_docs: None,
        }
    }

    /// What the group is, in `CommonMark`.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// More to read.
    #[must_use]
    pub fn external_docs(mut self, docs: ExternalDocs) -> Self {
        self.external_docs = Some(docs);
        self
    }
}

/// Where the API is served
/// ([OpenAPI 3.1.1, section 4.8.5](https://spec.openapis.org/oas/v3.1.1#server-object)). Without any, it is where the
/// document comes from.
///
/// ```
/// # use fastr_core::private::openapi::Server;
/// Server::new("https://{region}.example.com").description("Production").variable("region", "eu", &["eu", "us"]);
/// ```
#[derive(Clone, Debug, Serialize)]
pub struct Server {
    url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(skip_serializing_if = "Map::is_empty")]
    variables: Map<String, Value>,
}

impl Server {
    /// The server at this address, which may be a path on the same one, and may hold `{variables}`.
    pub fn new(url: impl Into<String>) -> Self {
        Self {
            url: url.into(),
            description: None,
            variables: Map::new(),
        }
    }

    /// What it is for, in `CommonMark`.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// What may stand in the place of `{name}`: any text when `choices` is empty, else one of them.
    #[must_use]
    pub fn variable(mut self, name: impl Into<String>, default: &str, choices: &[&str]) -> Self {
        let mut variable = Map::new();
        if !choices.is_empty() {
            variable.insert("enum".into(), choices.into());
        }
        variable.insert("default".into(), default.into());
        self.variables.insert(name.into(), variable.into());
        self
    }

    /// The address as it was written.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }
}
