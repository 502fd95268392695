//! Settings, separated by commas.

use syn::parse::{Parse, ParseStream};
use syn::{Ident, LitStr, Token, ext::IdentExt, parenthesized, token};

use crate::model::{Setting, Value};

/// The settings whose value is a type: `Vec<Item>` is no expression.
const TYPES: [&str; 4] = ["model", "response_model", "receives", "sends"];

impl Parse for Setting {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let name = name(input)?;
        let value = if input.peek(Token![=]) {
            input.parse::<Token![=]>()?;
            if input.is_empty() || input.peek(Token![,]) {
                return Err(syn::Error::new(
                    name.span(),
                    format!("`{name}` has no value; write it behind the `=`"),
                ));
            }
            if TYPES.iter().any(|word| name == word) && !input.peek(LitStr) {
                Value::Type(input.parse()?)
            } else {
                Value::Is(input.parse()?)
            }
        } else if input.peek(token::Paren) {
            let inside;
            parenthesized!(inside in input);
            if name == "raises" || name == "responses" || name == "closes" {
                Value::Statuses(separated(&inside)?)
            } else {
                Value::List(separated(&inside)?)
            }
        } else if input.peek(Token![:]) || input.peek(token::Bracket) || input.peek(token::Brace) {
            return Err(input.error(format!(
                "the value of `{name}` has another form; write `{name} = …` or `{name}(…)`"
            )));
        } else {
            Value::Flag
        };
        Ok(Self { name, value })
    }
}

fn name(input: ParseStream) -> syn::Result<Ident> {
    if input.peek(LitStr) {
        return Err(input.error(
            "a text stands here without a name; put a path first, and write `name = \"…\"` for the rest",
        ));
    }
    input
        .call(Ident::parse_any)
        .map_err(|error| syn::Error::new(error.span(), "a setting begins with its name; write `name = …`"))
}

/// All settings that are left.
pub fn settings(input: ParseStream) -> syn::Result<Vec<Setting>> {
    separated(input)
}

/// All that is left, separated by commas.
pub fn separated<T: Parse>(input: ParseStream) -> syn::Result<Vec<T>> {
    let mut all = Vec::new();
    while !input.is_empty() {
        all.push(input.parse()?);
        comma(input)?;
    }
    Ok(all)
}

/// The comma behind an entry, unless it is the last one.
pub fn comma(input: ParseStream) -> syn::Result<()> {
    if input.is_empty() || input.parse::<Option<Token![,]>>()?.is_some() {
        return Ok(());
    }
    Err(input.error("a comma is missing; write `,` in front of this"))
}
