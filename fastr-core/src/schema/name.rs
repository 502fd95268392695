//! How a model is called: in the document, in mistakes, and where two of one name have to be told apart.

use std::any::type_name;
use std::borrow::Cow;

/// The name of a model, and the type that has it.
#[derive(Clone, Copy)]
pub struct TypeName {
    name: &'static str,
    /// The variant that it is about, when it is not about the whole type.
    variant: &'static str,
    path: fn() -> &'static str,
}

impl TypeName {
    /// That of a type.
    pub const fn of<T>(name: &'static str) -> Self {
        Self {
            name,
            variant: "",
            path: type_name::<T>,
        }
    }

    /// That of the fields of a variant of a type.
    pub const fn of_variant<T>(name: &'static str, variant: &'static str) -> Self {
        Self {
            variant,
            ..Self::of::<T>(name)
        }
    }

    /// What readers see. A generic type is named with what it is of, as pydantic does: `Page[Item]`.
    pub fn shown(&self) -> Cow<'static, str> {
        let path = (self.path)();
        // Other types need not be read, and need not be named by the compiler as they are in the source.
        if !path.ends_with('>') {
            return self.name.into();
        }
        let short = without_modules(path);
        match short.find('[') {
            Some(at) => format!("{}{}", self.name, &short[at..]).into(),
            None => self.name.into(),
        }
    }

    /// What no other type has: the path of the type, with what it is of.
    pub fn path(&self) -> Cow<'static, str> {
        let path = (self.path)();
        if self.variant.is_empty() {
            path.into()
        } else {
            format!("{path}#{}#fields", self.variant).into()
        }
    }
}

/// `Page[Item]` of `shop::Page<shop::models::Item>`: the last name of each path, and square brackets.
fn without_modules(path: &str) -> String {
    let mut short = String::with_capacity(path.len());
    // Where each path begins of which the name is not known yet.
    let mut begins = vec![0];
    let mut rest = path;
    while let Some(letter) = rest.chars().next() {
        if let Some(after) = rest.strip_prefix("::") {
            short.truncate(begins.last().copied().unwrap_or(0));
            rest = after;
            continue;
        }
        if matches!(letter, '>' | ')' | ']') && begins.len() > 1 {
            begins.pop();
        }
        short.push(match letter {
            '<' => '[',
            '>' => ']',
            other => other,
        });
        match letter {
            '<' | '(' | '[' => begins.push(short.len()),
            ',' | ' ' | '&' => {
                if let Some(begin) = begins.last_mut() {
                    *begin = short.len();
                }
            }
            _ => {}
        }
        rest = &rest[letter.len_utf8()..];
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Item;
    struct Page<T>(T);
    struct Pair<A, B>(A, B);

    #[test]
    fn a_type_has_the_name_that_it_was_given() {
        let name = TypeName::of::<Item>("Item");
        assert_eq!(name.shown(), "Item");
        assert_eq!(name.path(), type_name::<Item>());
    }

    #[test]
    fn a_generic_type_is_named_with_what_it_is_of() {
        let shown = |name: TypeName| name.shown().into_owned();
        assert_eq!(shown(TypeName::of::<Page<Item>>("Page")), "Page[Item]");
        assert_eq!(
            shown(TypeName::of::<Page<Page<Item>>>("Page")),
            "Page[Page[Item]]"
        );
        assert_eq!(
            shown(TypeName::of::<Pair<u64, Option<Vec<String>>>>("Pair")),
            "Pair[u64, Option[Vec[String]]]"
        );
        assert_eq!(
            shown(TypeName::of::<Page<(Item, String)>>("Page")),
            "Page[(Item, String)]"
        );
        assert_eq!(shown(TypeName::of::<Page<[Item; 2]>>("Page")), "Page[[Item; 2]]");
    }

    #[test]
    fn a_variant_is_of_the_same_as_its_type() {
        let name = TypeName::of_variant::<Page<Item>>("PageLast", "Last");
        assert_eq!(name.shown(), "PageLast[Item]");
        assert_eq!(name.path(), format!("{}#Last#fields", type_name::<Page<Item>>()));
    }

    #[test]
    fn a_type_of_a_function_or_a_method_has_no_more_of_a_name() {
        fn inside<T>() -> String {
            struct Page<T>(T);
            TypeName::of::<Page<T>>("Page").shown().into_owned()
        }
        assert_eq!(inside::<Item>(), "Page[Item]");
        assert_eq!(
            without_modules("a::<impl a::B<c::D>>::f::Page<a::{{closure}}::E>"),
            "Page[E]"
        );
        assert_eq!(without_modules("<a::B as c::D>::f::Item"), "Item");
    }
}
