//! What serde is told of a type, as far as the document and the errors have to know it too.

use proc_macro2::TokenStream;
use syn::{Attribute, Expr};

/// How serde names things and tells variants apart.
#[derive(Default)]
pub struct Rules {
    rename_all: Option<String>,
    rename_all_fields: Option<String>,
    /// The key that names the variant.
    pub tag: Option<String>,
    /// The key that holds what the variant holds.
    pub content: Option<String>,
    /// Whether nothing names the variant.
    pub untagged: bool,
    /// Whether any other key is a mistake.
    pub closed: bool,
}

impl Rules {
    /// What the attributes of a type say.
    pub fn of(attributes: &[Attribute]) -> Self {
        Self {
            rename_all: text(attributes, "rename_all"),
            rename_all_fields: text(attributes, "rename_all_fields"),
            tag: text(attributes, "tag"),
            content: text(attributes, "content"),
            untagged: says(attributes, "untagged"),
            closed: says(attributes, "deny_unknown_fields"),
        }
    }

    /// The rules for the fields of a variant with these attributes.
    pub fn inside(&self, attributes: &[Attribute]) -> Self {
        let own = text(attributes, "rename_all");
        Self {
            rename_all: own.or_else(|| self.rename_all_fields.clone()),
            ..Self::default()
        }
    }

    /// The name of a field in JSON.
    pub fn field(&self, name: &str) -> String {
        match self.rename_all.as_deref() {
            Some("UPPERCASE" | "SCREAMING_SNAKE_CASE") => name.to_uppercase(),
            Some("camelCase") => camel(name, false),
            Some("PascalCase") => camel(name, true),
            Some("kebab-case") => name.replace('_', "-"),
            Some("SCREAMING-KEBAB-CASE") => name.to_uppercase().replace('_', "-"),
            _ => name.to_owned(),
        }
    }

    /// The name of a variant in JSON.
    pub fn variant(&self, name: &str) -> String {
        let snake = snake(name);
        match self.rename_all.as_deref() {
            Some("lowercase") => name.to_lowercase(),
            Some("UPPERCASE") => name.to_uppercase(),
            Some("camelCase") => camel(&snake, false),
            Some("snake_case") => snake,
            Some("SCREAMING_SNAKE_CASE") => snake.to_uppercase(),
            Some("kebab-case") => snake.replace('_', "-"),
            Some("SCREAMING-KEBAB-CASE") => snake.to_uppercase().replace('_', "-"),
            _ => name.to_owned(),
        }
    }
}

/// The name that `#[serde(rename = "…")]` gives.
pub fn renamed(attributes: &[Attribute]) -> Option<String> {
    text(attributes, "rename")
}

/// Whether `#[serde(wanted)]` or `#[serde(wanted = …)]` stands there.
pub fn says(attributes: &[Attribute], wanted: &str) -> bool {
    word(attributes, wanted).is_some()
}

/// The word in `#[serde(wanted)]` or `#[serde(wanted = …)]`.
pub fn word(attributes: &[Attribute], wanted: &str) -> Option<syn::Path> {
    let mut found = None;
    each(attributes, |name, _| {
        if name.is_ident(wanted) {
            found = Some(name.clone());
        }
    });
    found
}

/// The text of `#[serde(wanted = "text")]`.
fn text(attributes: &[Attribute], wanted: &str) -> Option<String> {
    let mut found = None;
    each(attributes, |name, value| {
        if name.is_ident(wanted)
            && let Some(Expr::Lit(syn::ExprLit {
                lit: syn::Lit::Str(text),
                ..
            })) = value
        {
            found = Some(text.value());
        }
    });
    found
}

/// Looks at each thing that serde is told. What serde cannot read, serde reports.
fn each(attributes: &[Attribute], mut look: impl FnMut(&syn::Path, Option<Expr>)) {
    for attribute in attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("serde"))
    {
        let _ = attribute.parse_nested_meta(|meta| {
            let mut value = None;
            if meta.input.peek(syn::Token![=]) {
                value = Some(meta.value()?.parse::<Expr>()?);
            } else if meta.input.peek(syn::token::Paren) {
                let inside;
                syn::parenthesized!(inside in meta.input);
                inside.parse::<TokenStream>()?;
            }
            look(&meta.path, value);
            Ok(())
        });
    }
}

fn camel(snake: &str, first_too: bool) -> String {
    let mut upper = first_too;
    let mut name = String::new();
    for letter in snake.chars() {
        match letter {
            '_' => upper = true,
            letter if upper => {
                name.extend(letter.to_uppercase());
                upper = false;
            }
            letter => name.push(letter),
        }
    }
    name
}

fn snake(pascal: &str) -> String {
    let mut name = String::new();
    for (index, letter) in pascal.char_indices() {
        if letter.is_uppercase() && index > 0 {
            name.push('_');
        }
        name.extend(letter.to_lowercase());
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_the_rules_of_serde() {
        let rules = |style: &str| Rules {
            rename_all: Some(style.into()),
            ..Rules::default()
        };
        assert_eq!(rules("camelCase").field("item_id"), "itemId");
        assert_eq!(rules("PascalCase").field("item_id"), "ItemId");
        assert_eq!(rules("kebab-case").field("item_id"), "item-id");
        assert_eq!(rules("snake_case").variant("DarkBlue"), "dark_blue");
        assert_eq!(rules("lowercase").variant("DarkBlue"), "darkblue");
        assert_eq!(rules("camelCase").variant("DarkBlue"), "darkBlue");
        assert_eq!(Rules::default().variant("DarkBlue"), "DarkBlue");
    }

    #[test]
    fn what_serde_is_told_is_read() {
        let item: syn::DeriveInput = syn::parse_quote! {
            #[serde(tag = "kind", rename_all = "lowercase", bound(serialize = ""))]
            #[serde(deny_unknown_fields)]
            enum Pet {}
        };
        let rules = Rules::of(&item.attrs);
        assert_eq!(rules.tag.as_deref(), Some("kind"));
        assert!(rules.closed && !rules.untagged);
        assert_eq!(rules.variant("Cat"), "cat");
    }
}
