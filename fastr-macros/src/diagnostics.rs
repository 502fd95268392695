//! Collects what is wrong, so that one compilation tells all of it. A collector must be asked before it goes.

use proc_macro2::TokenStream;
use quote::ToTokens;

/// The mistakes found so far.
#[derive(Default)]
pub struct Diagnostics {
    errors: Vec<syn::Error>,
    read: bool,
}

impl Diagnostics {
    /// Notes a mistake at these tokens.
    pub fn report(&mut self, at: impl ToTokens, message: impl std::fmt::Display) {
        self.errors.push(syn::Error::new_spanned(at, message));
    }

    /// Notes a mistake that `syn` found.
    pub fn add(&mut self, error: syn::Error) {
        self.errors.push(error);
    }

    /// Whether anything was wrong so far.
    pub fn is_empty(&self) -> bool {
        self.errors.is_empty()
    }

    /// The mistakes as code that does not compile; nothing when there are none.
    pub fn into_tokens(mut self) -> TokenStream {
        self.read = true;
        self.errors.iter().map(syn::Error::to_compile_error).collect()
    }
}

impl Drop for Diagnostics {
    fn drop(&mut self) {
        assert!(
            self.read || std::thread::panicking(),
            "mistakes were collected and nobody was told"
        );
    }
}
