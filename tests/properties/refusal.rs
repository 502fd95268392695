//! What every 422 keeps: each entry has its parts, stands at a place that is there, and shows what stands there.

use serde_json::Value;

/// Whether an answer explains what is wrong with a body.
pub fn explains(answer: &Value, body: &Value) -> Result<(), String> {
    let entries = answer["detail"].as_array().ok_or("`detail` is no list")?;
    if entries.is_empty() {
        return Err("nothing is wrong, it seems".to_owned());
    }
    entries.iter().try_for_each(|entry| entry_explains(entry, body))
}

fn entry_explains(entry: &Value, body: &Value) -> Result<(), String> {
    let wrong = |what: &str| Err(format!("{what}: {entry}"));
    let parts = entry.as_object().ok_or("an entry is no object")?;
    let names: Vec<&str> = parts.keys().map(String::as_str).collect();
    if !["type", "loc", "msg", "input"]
        .iter()
        .all(|name| names.contains(name))
        || names.len() > 5
    {
        return wrong("other parts than the usual ones");
    }
    let (Some(kind), Some(message)) = (entry["type"].as_str(), entry["msg"].as_str()) else {
        return wrong("a type or a message that is no text");
    };
    if kind.is_empty() || message.is_empty() {
        return wrong("an empty type or message");
    }
    let Some([source, steps @ ..]) = entry["loc"].as_array().map(Vec::as_slice) else {
        return wrong("no place");
    };
    if source != "body" {
        return wrong("another source than the body");
    }
    let is_shown = match (kind, steps) {
        ("missing", [way @ .., name]) => {
            let name = name.as_str().unwrap_or_default();
            at(body, way) == Some(&entry["input"]) && entry["input"].get(name).is_none()
        }
        _ => at(body, steps) == Some(&entry["input"]),
    };
    if is_shown {
        Ok(())
    } else {
        wrong("something else than what stands there")
    }
}

/// What stands in a body behind these steps.
fn at<'body>(body: &'body Value, steps: &[Value]) -> Option<&'body Value> {
    steps.iter().try_fold(body, |value, step| match step {
        Value::String(name) => value.as_object()?.get(name),
        Value::Number(index) => value.as_array()?.get(usize::try_from(index.as_u64()?).ok()?),
        _ => None,
    })
}
