//! What the application lends to every request, found by its type.

use std::any::{Any, TypeId};
use std::collections::HashMap;

/// Values by their type, filled before the start and only read afterwards.
#[derive(Default)]
pub struct State(HashMap<TypeId, Box<dyn Any + Send + Sync>>);

impl State {
    /// Keeps a value; one of the same type that was there is replaced.
    pub fn insert<T: Send + Sync + 'static>(&mut self, value: T) {
        self.0.insert(TypeId::of::<T>(), Box::new(value));
    }

    /// The value of a type, if one was kept.
    pub fn get<T: 'static>(&self) -> Option<&T> {
        self.0.get(&TypeId::of::<T>())?.downcast_ref()
    }
}
