//! What the application lends to every request, found by its type.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use crate::background::Unfinished;
use crate::error::Values;

/// Values by their type, filled before the start and only read afterwards.
#[derive(Default)]
pub struct State {
    values: HashMap<TypeId, Arc<dyn Any + Send + Sync>>,
    unfinished: Unfinished,
}

impl State {
    /// Keeps a value under its type; one of the same type that was there is replaced.
    pub fn insert(&mut self, value: Arc<dyn Any + Send + Sync>) {
        self.values.insert((*value).type_id(), value);
    }

    /// The value of a type, if one was kept.
    pub fn get<T: 'static>(&self) -> Option<&T> {
        self.values.get(&TypeId::of::<T>())?.downcast_ref()
    }

    /// The same, to be kept.
    pub fn shared<T: Send + Sync + 'static>(&self) -> Option<Arc<T>> {
        let value = self.values.get(&TypeId::of::<T>())?.clone();
        value.downcast().ok()
    }

    /// The work that is still to be done after answers.
    pub fn unfinished(&self) -> &Unfinished {
        &self.unfinished
    }
}

impl Values for State {
    fn value(&self, of: TypeId) -> Option<&(dyn Any + Send + Sync)> {
        self.values.get(&of).map(|value| &**value)
    }
}

/// Which value of the state somebody wants.
#[derive(Clone, Copy)]
pub struct StateKey {
    /// Its type.
    pub id: TypeId,
    name: fn() -> &'static str,
}

impl StateKey {
    /// The key of a type.
    pub const fn of<T: 'static>() -> Self {
        Self {
            id: TypeId::of::<T>(),
            name: std::any::type_name::<T>,
        }
    }

    /// The name of the type, with its path.
    pub fn name(&self) -> &'static str {
        (self.name)()
    }
}

impl fmt::Debug for StateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "StateKey({})", self.name())
    }
}
