//! All operations that are linked into the program.

use super::Operation;

/// What an attribute hands in.
pub struct Registration(pub &'static Operation);

inventory::collect!(Registration);

/// Which operations an application has.
#[derive(Clone, Copy, Debug)]
pub enum Scope {
    /// All that are linked into the program.
    Program,
    /// Those of one module and below it.
    Module(&'static str),
}

impl Scope {
    pub(super) fn has(self, operation: &Operation) -> bool {
        self.covers(operation.module)
    }

    /// Whether what stands in this module belongs to the application.
    pub fn covers(self, inner: &str) -> bool {
        match self {
            Self::Program => true,
            Self::Module(module) => inner
                .strip_prefix(module)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with("::")),
        }
    }
}

/// The operations of a scope, in the order of the source: the linker keeps none.
pub fn operations(scope: Scope) -> Vec<&'static Operation> {
    let mut found: Vec<_> = inventory::iter::<Registration>
        .into_iter()
        .map(|entry| entry.0)
        .filter(|operation| scope.has(operation))
        .collect();
    found.sort_by_key(|operation| operation.place);
    found
}
