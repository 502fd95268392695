//! The macro by which one list of codes becomes constants, their documentation and a lookup.

/// What is known of one code besides its number.
#[derive(Clone, Copy)]
pub(crate) struct Row {
    pub(crate) name: &'static str,
    pub(crate) words: &'static str,
}

/// Declares a constant per row and, over all rows, `row(code) -> Option<Row>`.
///
/// The head names the public function that answers with a row's words, for the examples. The
/// lookup is a `match` and not an array: a code listed twice is then an unreachable pattern, and
/// the compiler is free to make it a jump table.
macro_rules! code_table {
    (
        words by $words_of:ident;
        $(
            $(#[doc = $sentence:literal])+
            $name:ident = $code:literal $words:literal,
                $origin:ident $($rfc:literal $section:literal)?;
        )+
    ) => {
        $(
            $(#[doc = $sentence])+
            #[doc = ""]
            #[doc = concat!(
                "`", $code, " ", $words, "`, ", origin!($origin $($rfc $section)?), ".",
            )]
            #[doc = ""]
            #[doc = "# Example"]
            #[doc = ""]
            #[doc = "```"]
            #[doc = concat!(
                "use fastr_status::{", stringify!($name), ", ", stringify!($words_of), "};",
            )]
            #[doc = ""]
            #[doc = concat!("assert_eq!(", stringify!($name), ", ", $code, ");")]
            #[doc = concat!(
                "assert_eq!(", stringify!($words_of), "(", $code, "), Some(\"", $words, "\"));",
            )]
            #[doc = "```"]
            pub const $name: u16 = $code;
        )+

        #[deny(unreachable_patterns)]
        pub(crate) const fn row(code: u16) -> Option<$crate::table::Row> {
            match code {
                $(
                    $name => Some($crate::table::Row {
                        name: stringify!($name),
                        words: $words,
                    }),
                )+
                _ => None,
            }
        }
    };
}

/// Writes where a code is defined, as a Markdown link.
macro_rules! origin {
    (rfc $rfc:literal $section:literal) => {
        concat!(
            "[RFC ",
            $rfc,
            ", section ",
            $section,
            "](https://www.rfc-editor.org/rfc/rfc",
            $rfc,
            "#section-",
            $section,
            ")"
        )
    };
    (iana) => {
        concat!(
            "[IANA registry of close codes]",
            "(https://www.iana.org/assignments/websocket/websocket.xhtml#close-code-number)"
        )
    };
}
