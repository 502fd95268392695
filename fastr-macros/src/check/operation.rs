//! The plan of an operation: everything decided that can be decided without types.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::{Expr, ExprLit, Ident, Lit, Type, TypeReference};

use super::constraints::{constraint, is_constraint};
use super::declared::{self, Declared};
use super::methods::methods;
use super::model_plan::{examples, expression, fallback, rule};
use super::settings::{flag, texts};
use crate::model::{Constraint, Fallback, Function, Method, Operation, Parameter, Piece, Setting, Value};

/// The plan of an operation.
pub struct OperationPlan {
    /// The function.
    pub function: Function,
    /// Its methods.
    pub methods: Vec<Method>,
    /// Its path.
    pub path: Vec<Piece>,
    /// Where the attribute's path stands.
    pub place: syn::LitStr,
    /// Its status.
    pub status: Status,
    /// The statuses it declares besides.
    pub declared: Vec<Declared>,
    /// The word `raises`, if it is there.
    pub raises: Option<Ident>,
    /// Its parameters.
    pub arguments: Vec<Argument>,
    /// Its words in the document.
    pub words: Words,
    /// What is sent in the place of what it returns.
    pub response_model: Option<Type>,
    /// Whether fields that are `null` are left out.
    pub skip_none: bool,
    /// Whether fields that are what they would be anyway are left out.
    pub skip_defaults: bool,
    /// Whether it runs on the pool for blocking work.
    pub blocking: bool,
    /// The most bytes of its body.
    pub body_limit: Option<Expr>,
}

/// The status of an operation.
pub enum Status {
    /// None was said: 200.
    Default,
    /// The word `auto`.
    Auto,
    /// This one.
    Is(Expr),
}

/// An argument.
pub struct Argument {
    /// Its name in a request.
    pub wire_name: String,
    /// Its type; of what is lent, without the `&`.
    pub ty: Type,
    /// Where it comes from.
    pub from: From,
    /// What is asked of it.
    pub constraints: Vec<Constraint>,
    /// What it is when it is absent.
    pub default: Option<Fallback>,
    /// A short name for readers of the document.
    pub title: Option<Expr>,
    /// Its description.
    pub description: Option<Expr>,
    /// Examples of it.
    pub examples: Vec<Expr>,
    /// Whether it should no longer be used.
    pub deprecated: bool,
    /// Whether it is left out of the document.
    pub hidden: bool,
    /// Whether it is a key of the body even when it is alone.
    pub embed: bool,
    /// The user's rule for it.
    pub rule: Option<Expr>,
}

/// Where an argument comes from.
pub enum From {
    /// The path: the parameter with this index.
    Path(usize),
    /// Where its type says.
    Type,
    /// The query.
    Query,
    /// The headers.
    Header,
    /// The cookies.
    Cookie,
    /// The body, as JSON.
    Body,
    /// The body, as a form.
    Form,
    /// The body, as a form of which it is a file.
    File,
    /// The state of the application.
    State,
    /// It is lent; `true` for `&mut`.
    Loan(bool),
}

/// What the document says of an operation.
pub struct Words {
    /// One line.
    pub summary: TokenStream,
    /// More.
    pub description: Option<TokenStream>,
    /// Groups.
    pub tags: Vec<Expr>,
    /// What is said of the declared status.
    pub response_description: Option<TokenStream>,
    /// Whether it should no longer be used.
    pub deprecated: bool,
    /// Its id.
    pub operation_id: Option<Expr>,
    /// Whether it is in the document.
    pub include_in_schema: bool,
    /// What is added to it.
    pub openapi_extra: Option<Expr>,
    /// The requests that it leads to.
    pub callbacks: Vec<Expr>,
}

/// Nothing only when a rule is missing.
pub fn plan(operation: Operation) -> Option<OperationPlan> {
    let methods = methods(&operation);
    let words = words(&operation);
    let Operation {
        path,
        settings,
        function,
        ..
    } = operation;
    let path = path?;
    let names: Vec<&str> = path.names().collect();
    let arguments = function
        .parameters
        .iter()
        .map(|parameter| argument(parameter, &names))
        .collect::<Option<Vec<_>>>()?;
    let is_set = |wanted: &str| {
        let said = settings.iter().find(|setting| setting.name == wanted);
        said.is_some_and(|setting| flag(&setting.value) == Some(true))
    };
    Some(OperationPlan {
        methods,
        words,
        arguments,
        status: status(&settings),
        declared: declared::plan(&settings),
        raises: settings
            .iter()
            .find(|setting| setting.name == "raises")
            .map(|setting| setting.name.clone()),
        response_model: response_model(&settings, &function.returns),
        skip_none: is_set("skip_none"),
        skip_defaults: is_set("skip_defaults"),
        blocking: settings.iter().any(|setting| setting.name == "blocking"),
        body_limit: expression(&settings, "body_limit"),
        place: path.literal.clone(),
        path: path.pieces,
        function,
    })
}

fn argument(parameter: &Parameter, path: &[&str]) -> Option<Argument> {
    let name = parameter.name.clone()?;
    let source = parameter.sources.first();
    let settings = source.map_or(&[][..], |source| &source.settings);
    let said = |wanted: &str| {
        settings
            .iter()
            .find(|setting| setting.name == wanted)
            .map(|setting| &setting.value)
    };
    let is_set = |wanted: &str| said(wanted).and_then(flag);
    let (ty, from) = origin(parameter, &name, path);
    let plain = name.to_string().trim_start_matches("r#").to_owned();
    let wire_name = match (said("alias"), &from) {
        (
            Some(Value::Is(Expr::Lit(ExprLit {
                lit: Lit::Str(alias), ..
            }))),
            _,
        ) => alias.value(),
        (_, From::Header) if is_set("convert_underscores") != Some(false) => plain.replace('_', "-"),
        _ => plain,
    };
    Some(Argument {
        wire_name,
        ty,
        from,
        constraints: settings
            .iter()
            .filter(|setting| is_constraint(&setting.name))
            .filter_map(constraint)
            .collect(),
        default: said("default").map(fallback),
        title: expression(settings, "title"),
        description: expression(settings, "description"),
        examples: examples(settings),
        deprecated: is_set("deprecated") == Some(true),
        hidden: is_set("include_in_schema") == Some(false),
        embed: is_set("embed") == Some(true),
        rule: rule(settings),
    })
}

fn origin(parameter: &Parameter, name: &Ident, path: &[&str]) -> (Type, From) {
    let position = path.iter().position(|placeholder| name.unraw() == placeholder);
    let source = parameter.sources.first().map(|source| source.name.to_string());
    let from = match (position, source.as_deref(), &parameter.ty) {
        (Some(index), ..) => From::Path(index),
        (None, Some("query"), _) => From::Query,
        (None, Some("header"), _) => From::Header,
        (None, Some("cookie"), _) => From::Cookie,
        (None, Some("body"), _) => From::Body,
        (None, Some("form"), _) => From::Form,
        (None, Some("file"), _) => From::File,
        (None, Some("state"), Type::Reference(reference)) => {
            return ((*reference.elem).clone(), From::State);
        }
        (None, _, Type::Reference(TypeReference { mutability, elem, .. })) => {
            return ((**elem).clone(), From::Loan(mutability.is_some()));
        }
        _ => From::Type,
    };
    (parameter.ty.clone(), from)
}

/// One that is returned already needs no way from itself to itself.
fn response_model(settings: &[Setting], returns: &Type) -> Option<Type> {
    let said = settings.iter().find_map(|setting| match &setting.value {
        Value::Type(model) if setting.name == "response_model" => Some(model),
        _ => None,
    })?;
    let returned = returns.to_token_stream().to_string();
    let model = said.to_token_stream().to_string();
    (returned != model && !returned.starts_with(&format!("Result < {model} ,"))).then(|| said.clone())
}

fn status(settings: &[Setting]) -> Status {
    let said = settings.iter().find_map(|setting| match &setting.value {
        Value::Is(status) if setting.name == "status_code" => Some(status),
        _ => None,
    });
    match said {
        None => Status::Default,
        Some(Expr::Path(path)) if path.path.is_ident("auto") => Status::Auto,
        Some(status) => Status::Is(status.clone()),
    }
}

fn words(operation: &Operation) -> Words {
    let said = |wanted: &str| {
        operation
            .settings
            .iter()
            .find(|setting| setting.name == wanted)
            .map(|setting| &setting.value)
    };
    let text = |wanted: &str| match said(wanted) {
        Some(Value::Is(text)) => Some(text.to_token_stream()),
        _ => None,
    };
    let function = &operation.function;
    let summary = title(&function.signature.ident.to_string());
    Words {
        summary: text("summary").unwrap_or_else(|| quote!(#summary)),
        description: text("description")
            .or_else(|| (!function.doc.is_empty()).then(|| function.doc.to_token_stream())),
        tags: said("tags")
            .and_then(texts)
            .unwrap_or_default()
            .into_iter()
            .cloned()
            .collect(),
        response_description: text("response_description"),
        deprecated: said("deprecated").and_then(flag).unwrap_or(false),
        operation_id: expression(&operation.settings, "operation_id"),
        openapi_extra: expression(&operation.settings, "openapi_extra"),
        callbacks: match said("callbacks") {
            Some(Value::List(list)) => list.clone(),
            _ => Vec::new(),
        },
        include_in_schema: said("include_in_schema").and_then(flag).unwrap_or(true),
    }
}

/// `read_item` becomes `Read Item`, as FastAPI makes its summaries.
fn title(name: &str) -> String {
    let words = name
        .trim_start_matches("r#")
        .split('_')
        .filter(|word| !word.is_empty())
        .map(|word| {
            let mut letters = word.chars();
            letters
                .next()
                .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
        });
    words.collect::<Vec<String>>().join(" ")
}

/// A literal whole number, when a status is written as one.
pub fn literal(status: &Expr) -> Option<u16> {
    match status {
        Expr::Lit(ExprLit {
            lit: Lit::Int(number),
            ..
        }) => number.base10_parse().ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_is_made_of_the_name() {
        assert_eq!(title("read_item"), "Read Item");
        assert_eq!(title("r#type"), "Type");
        assert_eq!(title("_private"), "Private");
    }
}
