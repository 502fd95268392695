//! What serde is told of a type, as far as the document and the errors have to know it too.

use syn::{Attribute, Expr, ExprPath, LitStr};

use crate::model::{Field, Variant};

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

    /// Whether serde is told nothing of this struct and its fields but what is known here, and nobody else reads it.
    pub fn are_all(attributes: &[Attribute], fields: &[Field]) -> bool {
        known(
            attributes,
            |name, value| name == "deny_unknown_fields" && value.is_none() || is_style(name, value),
            &mut fields.iter().map(|field| &field.attributes[..]),
            |name, value| match (name, value) {
                ("default" | "skip_serializing", None) | ("rename" | "alias", Some(_)) => true,
                ("skip_serializing_if", Some(path)) => path.parse::<ExprPath>().is_ok(),
                _ => false,
            },
        )
    }

    /// The same of an enum of plain names.
    pub fn are_all_of_names(attributes: &[Attribute], variants: &[Variant]) -> bool {
        known(
            attributes,
            is_style,
            &mut variants.iter().map(|variant| &variant.attributes[..]),
            |name, value| name == "rename" && value.is_some(),
        )
    }

    /// The name of a field in JSON.
    pub fn field(&self, name: &str) -> String {
        match self.rename_all.as_deref() {
            Some("UPPERCASE" | "SCREAMING_SNAKE_CASE") => name.to_ascii_uppercase(),
            Some("camelCase") => first_lower(&pascal(name)),
            Some("PascalCase") => pascal(name),
            Some("kebab-case") => name.replace('_', "-"),
            Some("SCREAMING-KEBAB-CASE") => name.to_ascii_uppercase().replace('_', "-"),
            _ => name.to_owned(),
        }
    }

    /// The name of a variant in JSON.
    pub fn variant(&self, name: &str) -> String {
        let snake = snake(name);
        match self.rename_all.as_deref() {
            Some("lowercase") => name.to_ascii_lowercase(),
            Some("UPPERCASE") => name.to_ascii_uppercase(),
            Some("camelCase") => first_lower(name),
            Some("snake_case") => snake,
            Some("SCREAMING_SNAKE_CASE") => snake.to_ascii_uppercase(),
            Some("kebab-case") => snake.replace('_', "-"),
            Some("SCREAMING-KEBAB-CASE") => snake.to_ascii_uppercase().replace('_', "-"),
            _ => name.to_owned(),
        }
    }
}

/// The styles of names.
const STYLES: [&str; 8] = [
    "lowercase",
    "UPPERCASE",
    "PascalCase",
    "camelCase",
    "snake_case",
    "SCREAMING_SNAKE_CASE",
    "kebab-case",
    "SCREAMING-KEBAB-CASE",
];

fn known(
    own: &[Attribute],
    known_of_own: impl Fn(&str, Option<&LitStr>) -> bool,
    parts: &mut dyn Iterator<Item = &[Attribute]>,
    known_of_parts: impl Fn(&str, Option<&LitStr>) -> bool,
) -> bool {
    // What a condition adds is not seen here.
    let mut known =
        all_known(own, known_of_own) && !own.iter().any(|attribute| attribute.path().is_ident("cfg_attr"));
    let mut told = is_told(own);
    for part in parts {
        known &= all_known(part, &known_of_parts);
        told |= is_told(part);
    }
    known && !(told && others_may_read(own))
}

fn is_style(name: &str, value: Option<&LitStr>) -> bool {
    name == "rename_all" && value.is_some_and(|style| STYLES.contains(&style.value().as_str()))
}

fn is_told(attributes: &[Attribute]) -> bool {
    attributes
        .iter()
        .any(|attribute| attribute.path().is_ident("serde"))
}

/// Whether something is derived that may look at what serde is told, as what writes schemas of other kinds does.
fn others_may_read(attributes: &[Attribute]) -> bool {
    const NEVER: [&str; 9] = [
        "Clone",
        "Copy",
        "Debug",
        "Default",
        "Eq",
        "Hash",
        "Ord",
        "PartialEq",
        "PartialOrd",
    ];
    let mut others = false;
    for attribute in attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("derive"))
    {
        let read = attribute.parse_nested_meta(|meta| {
            let name = meta.path.segments.last();
            others |= name.is_none_or(|name| NEVER.iter().all(|known| name.ident != known));
            Ok(())
        });
        others |= read.is_err();
    }
    others
}

/// Whether serde is told nothing but what is known, and that at most once. What is wrong is left to serde to report.
fn all_known(attributes: &[Attribute], known: impl Fn(&str, Option<&LitStr>) -> bool) -> bool {
    let mut seen = Vec::new();
    let mut all = true;
    let read = each(attributes, |path, value| {
        let name = path.get_ident().map(ToString::to_string).unwrap_or_default();
        all &= match &value {
            None => known(&name, None),
            Some(Expr::Lit(syn::ExprLit {
                lit: syn::Lit::Str(text),
                ..
            })) => known(&name, Some(text)),
            Some(_) => false,
        };
        all &= name == "alias" || !seen.contains(&name);
        seen.push(name);
    });
    read && all
}

/// The name that `#[serde(rename = "…")]` gives.
pub fn renamed(attributes: &[Attribute]) -> Option<String> {
    text(attributes, "rename")
}

/// The names that `#[serde(alias = "…")]` gives.
pub fn aliases(attributes: &[Attribute]) -> Vec<String> {
    texts(attributes, "alias").iter().map(LitStr::value).collect()
}

/// The function that `#[serde(skip_serializing_if = "…")]` names.
pub fn left_out_if(attributes: &[Attribute]) -> Option<ExprPath> {
    texts(attributes, "skip_serializing_if").first()?.parse().ok()
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
    texts(attributes, wanted).last().map(LitStr::value)
}

/// The texts of all `#[serde(wanted = "text")]`.
fn texts(attributes: &[Attribute], wanted: &str) -> Vec<LitStr> {
    let mut found = Vec::new();
    each(attributes, |name, value| {
        if name.is_ident(wanted)
            && let Some(Expr::Lit(syn::ExprLit {
                lit: syn::Lit::Str(text),
                ..
            })) = value
        {
            found.push(text);
        }
    });
    found
}

/// Looks at each thing that serde is told, and says whether all could be read. What serde cannot read, serde reports.
fn each(attributes: &[Attribute], mut look: impl FnMut(&syn::Path, Option<Expr>)) -> bool {
    let mut told = attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("serde"));
    told.all(|attribute| {
        let read = attribute.parse_nested_meta(|meta| {
            let mut value = None;
            if meta.input.peek(syn::Token![=]) {
                value = Some(meta.value()?.parse::<Expr>()?);
            } else if meta.input.peek(syn::token::Paren) {
                let inside;
                syn::parenthesized!(inside in meta.input);
                value = Some(Expr::Verbatim(inside.parse()?));
            }
            look(&meta.path, value);
            Ok(())
        });
        read.is_ok()
    })
}

fn pascal(snake: &str) -> String {
    let mut upper = true;
    let mut name = String::new();
    for letter in snake.chars() {
        match letter {
            '_' => upper = true,
            letter if upper => {
                name.push(letter.to_ascii_uppercase());
                upper = false;
            }
            letter => name.push(letter),
        }
    }
    name
}

fn first_lower(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(|letter| letter.to_ascii_lowercase());
    first.into_iter().chain(letters).collect()
}

fn snake(pascal: &str) -> String {
    let mut name = String::new();
    for (index, letter) in pascal.char_indices() {
        if letter.is_uppercase() && index > 0 {
            name.push('_');
        }
        name.push(letter.to_ascii_lowercase());
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
        assert_eq!(rules("camelCase").field("_item"), "item");
        assert_eq!(rules("PascalCase").field("item_id"), "ItemId");
        assert_eq!(rules("kebab-case").field("item_id"), "item-id");
        assert_eq!(rules("snake_case").variant("DarkBlue"), "dark_blue");
        assert_eq!(rules("lowercase").variant("DarkBlue"), "darkblue");
        assert_eq!(rules("camelCase").variant("DarkBlue"), "darkBlue");
        assert_eq!(rules("camelCase").variant("Dark_Blue"), "dark_Blue");
        assert_eq!(Rules::default().variant("DarkBlue"), "DarkBlue");
    }

    #[test]
    fn what_is_not_known_is_left_to_serde() {
        let all = |item: syn::ItemStruct| Rules::are_all(&item.attrs, &[]);
        assert!(all(syn::parse_quote!(
            #[serde(rename_all = "camelCase", deny_unknown_fields)]
            struct A {}
        )));
        assert!(all(syn::parse_quote!(
            #[derive(Debug)]
            #[allow(dead_code)]
            struct A {}
        )));
        assert!(!all(syn::parse_quote!(
            #[serde(rename_all = "camel")]
            struct A {}
        )));
        assert!(!all(syn::parse_quote!(
            #[serde(rename_all(serialize = "camelCase"))]
            struct A {}
        )));
        assert!(!all(syn::parse_quote!(
            #[serde(deny_unknown_fields)]
            #[serde(deny_unknown_fields)]
            struct A {}
        )));
        assert!(!all(syn::parse_quote!(
            #[serde(default)]
            struct A {}
        )));
        assert!(!all(syn::parse_quote!(
            #[serde]
            struct A {}
        )));
        assert!(!all(syn::parse_quote!(
            #[cfg_attr(unix, serde(deny_unknown_fields))]
            struct A {}
        )));
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
