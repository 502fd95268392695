//! What to take in place of a reference.

use quote::ToTokens;
use syn::{Type, TypeReference};

/// What to do instead: to take `String` for `&str`.
pub fn owned(reference: &TypeReference) -> String {
    match &*reference.elem {
        Type::Path(path) if path.path.is_ident("str") => "take `String`".to_owned(),
        Type::Slice(slice) => format!("take `Vec<{}>`", slice.elem.to_token_stream()),
        Type::TraitObject(_) => "take a type of its own".to_owned(),
        other => format!("take `{}`", other.to_token_stream()),
    }
}
