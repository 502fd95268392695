//! What both derives of answers share: the code of each status, the name, place and pattern of a variant.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};
use syn::Member;
use syn::ext::IdentExt;

use super::contract;
use super::runtime::{here, runtime};
use crate::check::{AnswersPlan, PlannedAnswer, field_name, status_literal};
use crate::model::Derive;

/// The statuses of all answers as a constant, 0 for one that has none of its own.
pub fn codes(plan: &AnswersPlan) -> TokenStream {
    let codes = plan.answers.iter().map(|answer| {
        let status = answer.status.as_ref();
        status.map_or_else(|| quote!(0), contract::code)
    });
    quote!(const __FASTR_STATUSES: &[u16] = &[#(#codes),*];)
}

/// An assertion that the status of each answer can be sent, where the macro does not know it.
pub fn assertions(plan: &AnswersPlan, derive: Derive) -> TokenStream {
    let rt = runtime();
    let unknown = plan.answers.iter().enumerate().filter_map(|(index, answer)| {
        let status = answer
            .status
            .as_ref()
            .filter(|status| status_literal(status).is_none())?;
        let name = full_name(plan, answer);
        let problem = match derive {
            Derive::ApiError => {
                let headers = answer
                    .headers
                    .iter()
                    .map(|(name, _)| name.value().to_ascii_lowercase());
                quote!(#rt::Contract::raised_problem(__FASTR_STATUSES[#index], #name, &[#(#headers),*]))
            }
            Derive::Responses | Derive::CloseError => {
                quote!(#rt::Contract::status_problem(__FASTR_STATUSES[#index]))
            }
        };
        Some(contract::assertion(contract::place(status), &problem))
    });
    unknown.collect()
}

/// The name of an answer for people: `ItemError::NotFound`.
pub fn full_name(plan: &AnswersPlan, answer: &PlannedAnswer) -> String {
    if plan.is_enum {
        format!("{}::{}", plan.name.unraw(), answer.name.unraw())
    } else {
        plan.name.unraw().to_string()
    }
}

/// Where an answer stands.
pub fn place(answer: &PlannedAnswer) -> TokenStream {
    here(answer.name.span())
}

/// The pattern of an answer that binds these fields, and no others.
pub fn pattern(plan: &AnswersPlan, answer: &PlannedAnswer, bound: &[&Member]) -> TokenStream {
    binding(plan, answer, bound, &TokenStream::new())
}

/// The same that only borrows them.
pub fn borrowing(plan: &AnswersPlan, answer: &PlannedAnswer, bound: &[&Member]) -> TokenStream {
    binding(plan, answer, bound, &quote!(ref))
}

/// Of an answer that is another error and has no status of its own: the pattern, the variable that it binds, and the constant
/// with what is known of the error.
pub fn transparent(
    plan: &AnswersPlan,
    index: usize,
    answer: &PlannedAnswer,
) -> Option<(TokenStream, Ident, Ident)> {
    let (None, Some(field)) = (&answer.status, answer.fields.first()) else {
        return None;
    };
    Some((
        pattern(plan, answer, &[&field.member]),
        variable(&field.member),
        error(index),
    ))
}

/// The constant with what is known of the error in an answer.
pub fn error(index: usize) -> Ident {
    format_ident!("__FASTR_ERROR_{index}")
}

fn binding(plan: &AnswersPlan, answer: &PlannedAnswer, bound: &[&Member], how: &TokenStream) -> TokenStream {
    let fields = bound.iter().map(|&member| {
        let variable = variable(member);
        quote!(#member: #how #variable)
    });
    let variant = plan.is_enum.then(|| {
        let name = &answer.name;
        quote!(::#name)
    });
    quote!(Self #variant { #(#fields,)* .. })
}

/// What the variables begin with.
pub const PREFIX: &str = "__fastr_";

/// The variable for a field.
pub fn variable(member: &Member) -> Ident {
    format_ident!("{PREFIX}{}", field_name(member), span = Span::call_site())
}
