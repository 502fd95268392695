//! A status, and what is said of it in `raises(...)` or `responses(...)`.

use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Expr, Ident, LitInt, LitStr, Token, parenthesized, token};

use super::setting::separated;
use crate::model::{Said, StatusEntry};

impl Parse for StatusEntry {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let status = status(input)?;
        if input.peek(Token![:]) || input.peek(Token![=>]) || input.peek(token::Brace) {
            return Err(input.error(ANOTHER_FORM));
        }
        let said = if input.parse::<Option<Token![=]>>()?.is_some() {
            Said::Text(input.parse()?)
        } else if input.peek(token::Paren) {
            let inside;
            parenthesized!(inside in input);
            if inside.peek(LitStr) || inside.peek(Token![_]) || inside.peek(Token![..]) {
                return Err(inside.error(ANOTHER_FORM));
            }
            Said::Settings(separated(&inside)?)
        } else {
            Said::Nothing
        };
        Ok(Self { status, said })
    }
}

const ANOTHER_FORM: &str = "what is said of a status has another form; write `404 = \"…\"`, `404(description = \"…\", …)`, or `ItemError::NotFound` alone";

/// A status alone: as an expression it would take in what is said of it.
pub fn status(input: ParseStream) -> syn::Result<Expr> {
    if input.peek(LitInt) {
        let number = input.parse().map(Expr::Lit)?;
        if input.peek(Token![..]) {
            return Err(input.error("a range of statuses is a class; write `4XX` for those from 400 to 499"));
        }
        Ok(number)
    } else if input.peek(LitStr) {
        input.parse().map(Expr::Lit)
    } else if input.peek(Ident::peek_any) || input.peek(Token![::]) {
        input.parse().map(Expr::Path)
    } else {
        input.parse()
    }
}
