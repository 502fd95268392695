//! Path templates: `/items/{item_id}`, `/files/{file_path:path}`.

use syn::ext::IdentExt;
use syn::parse::Parser;
use syn::{Ident, LitStr};

use crate::diagnostics::Diagnostics;
use crate::model::{Piece, Template};

/// Takes a template apart.
pub fn template(literal: LitStr, diagnostics: &mut Diagnostics) -> Option<Template> {
    match pieces(&literal.value()) {
        Ok(pieces) => Some(Template { literal, pieces }),
        Err(mistake) => {
            diagnostics.report(&literal, mistake);
            None
        }
    }
}

fn pieces(text: &str) -> Result<Vec<Piece>, String> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(['{', '}']).unwrap_or(rest.len());
        if end > 0 {
            pieces.push(Piece::Literal(rest[..end].to_owned()));
        }
        rest = &rest[end..];
        if rest.starts_with('}') {
            return Err("the path has a `}` without a `{`; write a parameter as `{name}`".into());
        }
        if let Some(inside) = rest.strip_prefix('{') {
            let end = inside
                .find(['{', '}'])
                .filter(|&end| inside[end..].starts_with('}'));
            let Some(end) = end else {
                return Err("the path has a `{` without a `}`; write a parameter as `{name}`".into());
            };
            pieces.push(parameter(&inside[..end])?);
            rest = &inside[end + 1..];
        }
    }
    Ok(pieces)
}

fn parameter(inside: &str) -> Result<Piece, String> {
    let (name, kind) = inside
        .split_once(':')
        .map_or((inside, None), |(name, kind)| (name, Some(kind)));
    let trimmed = name.trim();
    if trimmed != name && is_name(trimmed) {
        return Err(format!("`{{{inside}}}` has a space in it; write `{{{trimmed}}}`"));
    }
    if !is_name(name) {
        return Err(format!(
            "`{{{inside}}}` does not name a parameter; write the name of one between the braces"
        ));
    }
    match kind {
        None => Ok(Piece::Parameter(name.to_owned())),
        Some("path") => Ok(Piece::CatchAll(name.to_owned())),
        Some(kind) => Err(format!(
            "`:{kind}` is no kind of path parameter; write `{{{name}}}` and give `{name}` its type in the function, or `{{{name}:path}}` for all the rest of the path"
        )),
    }
}

/// Whether a parameter can have this name. `type` is one: the function has `r#type`.
fn is_name(text: &str) -> bool {
    let is_plain = !text.starts_with("r#") && !matches!(text, "_" | "self" | "Self" | "super" | "crate");
    is_plain && Ident::parse_any.parse_str(text).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn literal(text: &str) -> Piece {
        Piece::Literal(text.into())
    }

    #[test]
    fn a_template_is_taken_apart() {
        let item = Piece::Parameter("item_id".into());
        assert_eq!(pieces("/"), Ok(vec![literal("/")]));
        assert_eq!(
            pieces("/items/{item_id}"),
            Ok(vec![literal("/items/"), item.clone()])
        );
        assert_eq!(
            pieces("/{item_id}/x"),
            Ok(vec![literal("/"), item.clone(), literal("/x")])
        );
        assert_eq!(
            pieces("/a{item_id}.png"),
            Ok(vec![literal("/a"), item, literal(".png")])
        );
        assert_eq!(
            pieces("/{type}"),
            Ok(vec![literal("/"), Piece::Parameter("type".into())])
        );
        assert_eq!(
            pieces("/files/{p:path}"),
            Ok(vec![literal("/files/"), Piece::CatchAll("p".into())])
        );
    }

    #[test]
    fn a_broken_template_is_refused() {
        for text in [
            "/{", "/}", "/{a", "/{a{b}}", "/{}", "/{1a}", "/{a b}", "/{ a }", "/{a:int}", "/{self}",
            "/{r#fn}", "/{_}",
        ] {
            assert!(pieces(text).is_err(), "{text}");
        }
    }
}
