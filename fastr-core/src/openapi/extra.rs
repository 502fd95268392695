//! `openapi_extra`: what a user adds to the document.

use serde_json::{Map, Value};

/// Adds an object to another one, as FastAPI does: objects key by key, lists one behind the other, and anything else
/// in the place of what is there.
pub fn merge(into: &mut Map<String, Value>, extra: Map<String, Value>) {
    for (key, value) in extra {
        match (into.get_mut(&key), value) {
            (Some(Value::Object(inner)), Value::Object(extra)) => merge(inner, extra),
            (Some(Value::Array(items)), Value::Array(extra)) => items.extend(extra),
            (_, value) => {
                into.insert(key, value);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn objects_and_lists_grow_and_the_rest_is_replaced() {
        let mut object = json!({ "a": { "b": 1, "c": [1] }, "d": 2, "e": {} });
        let extra = json!({ "a": { "b": 3, "c": [2], "f": 4 }, "d": [5], "e": 6 });
        if let (Value::Object(object), Value::Object(extra)) = (&mut object, extra) {
            merge(object, extra);
        }
        assert_eq!(
            object,
            json!({ "a": { "b": 3, "c": [1, 2], "f": 4 }, "d": [5], "e": 6 })
        );
    }
}
