//! Settings, separated by commas.

use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Ident, Token, ext::IdentExt, parenthesized, token};

use crate::model::{Setting, Value};

impl Parse for Setting {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let name = input.call(Ident::parse_any)?;
        let value = if input.peek(Token![=]) {
            input.parse::<Token![=]>()?;
            if input.is_empty() {
                return Err(syn::Error::new(
                    name.span(),
                    format!("`{name}` has no value; write it behind the `=`"),
                ));
            }
            Value::Is(input.parse()?)
        } else if input.peek(token::Paren) {
            let inside;
            parenthesized!(inside in input);
            Value::List(Punctuated::parse_terminated(&inside)?)
        } else {
            Value::Flag
        };
        Ok(Self { name, value })
    }
}

/// All settings that are left.
pub fn settings(input: ParseStream) -> syn::Result<Vec<Setting>> {
    Ok(Punctuated::<Setting, Token![,]>::parse_terminated(input)?
        .into_iter()
        .collect())
}
