//! The responses of one operation in the document: every status it can send, each once.

use fastr_status::{HTTP_413_CONTENT_TOO_LARGE, StatusSet, may_have_body, reason_phrase};
use serde_json::{Map, Value, json};

use super::errors;
use super::media::Media;
use crate::request::ErrorStyle;
use crate::respond::{envelope, handled};
use crate::route::{BodyDoc, Covers, Declared, HeaderDoc, Operation, ResponseDoc};
use crate::schema::{Components, Constraints, json_schema};

/// The Responses Object: the operation's own status first, then the others in order, and ranges last.
/// Of what somebody else answers `elsewhere`, only what was said is known.
pub fn describe(
    operation: &Operation,
    style: ErrorStyle,
    elsewhere: bool,
    components: &mut Components,
) -> Value {
    let contract = &operation.contract;
    let answers = Answers {
        operation,
        all: handled(operation.all_answers(style), style),
        style,
        elsewhere,
    };
    let all = operation.all_statuses(style);
    let main = all.intersection(contract.sent.intersection(StatusSet::one(contract.status)));
    let mut responses = Map::new();
    for status in main.iter().chain(all.difference(main).iter()) {
        responses.insert(status.to_string(), answers.of(status, components));
    }
    for entry in contract.declared {
        let Some(name) = entry.covers.range() else {
            continue;
        };
        let usual = match entry.covers {
            Covers::Every => "Any other status",
            _ => "Any other status of this class",
        };
        let description = entry.description.unwrap_or(usual);
        responses.insert(name, answers.declared_as(entry, description, components));
    }
    responses.into()
}

/// Everything that is known of the responses of an operation.
struct Answers<'a> {
    operation: &'a Operation,
    all: Vec<ResponseDoc>,
    style: ErrorStyle,
    elsewhere: bool,
}

impl Answers<'_> {
    /// The Response Object of one status.
    fn of(&self, status: u16, components: &mut Components) -> Value {
        let declared = self.operation.contract.declared.iter();
        let entry = declared
            .into_iter()
            .find(|entry| matches!(entry.covers, Covers::Status(code) if code == status));
        let responses: Vec<&ResponseDoc> = self
            .all
            .iter()
            .filter(|response| response.status == Some(status))
            .collect();
        let description = self.description(status, entry, &responses);
        let of_types = responses.iter().flat_map(|response| &response.headers);
        let headers: Vec<HeaderDoc> = of_types
            .chain(entry.map_or(&[][..], |entry| entry.headers))
            .copied()
            .collect();
        let mut media = Media::default();
        if may_have_body(status) {
            for response in responses {
                self.body(status, response, &mut media, components);
            }
            if let Some(examples) = entry.and_then(|entry| entry.examples) {
                media.examples(examples());
            }
        }
        response(&description, &headers, media)
    }

    fn body(&self, status: u16, response: &ResponseDoc, media: &mut Media, components: &mut Components) {
        match &response.body {
            BodyDoc::Nothing => {}
            // The envelope is ours, and nobody else has to use it.
            BodyDoc::Error { detail: None, .. } if self.elsewhere && response.origin.is_none() => {}
            BodyDoc::Media(media_type, shape, part) => {
                let schema = shape.map(|shape| json_schema(&shape(), &Constraints::NONE, components));
                media.add_part(media_type, *part, schema.unwrap_or_else(|| json!({})));
            }
            BodyDoc::NotValid => {
                let format = self.style.format;
                media.add(format.media_type(), errors::not_valid(format, components));
            }
            BodyDoc::Error { detail, example } => {
                let format = self.style.format;
                media.add(format.media_type(), errors::error(format, *detail, components));
                if let (Some(example), Some(origin)) = (example, &response.origin) {
                    media.examples(vec![(origin.variant(), envelope(status, example, format))]);
                }
            }
        }
    }

    /// What was written at the operation goes before what the types say, and that before the reason phrase.
    fn description(&self, status: u16, entry: Option<&Declared>, responses: &[&ResponseDoc]) -> String {
        if let Some(description) = entry.and_then(|entry| entry.description) {
            return description.to_owned();
        }
        let mut said: Vec<&str> = Vec::new();
        for response in responses
            .iter()
            .filter(|response| !response.description.is_empty())
        {
            if !said.contains(&response.description) {
                said.push(response.description);
            }
        }
        if !said.is_empty() {
            return said.join("; ");
        }
        if let (HTTP_413_CONTENT_TOO_LARGE, Some(bytes)) = (status, self.operation.body.limit()) {
            return format!("The body is larger than {bytes} bytes");
        }
        if status == self.operation.contract.status {
            return self.operation.documentation.response_description.to_owned();
        }
        reason_phrase(status).unwrap_or("Response").to_owned()
    }

    /// The Response Object of a range, about which only the operation says anything.
    fn declared_as(&self, entry: &Declared, description: &str, components: &mut Components) -> Value {
        let mut media = Media::default();
        if let Some(model) = entry.model {
            media.json(json_schema(&model(), &Constraints::NONE, components));
        } else if self.elsewhere || matches!(entry.covers, Covers::Class(2 | 3)) {
            // What somebody else sends, and what succeeds, can have any body.
        } else if let Some(handler) = self.style.handlers.of_every() {
            if let Some((media_type, shape)) = handler.body {
                let schema = shape.map(|shape| json_schema(&shape(), &Constraints::NONE, components));
                media.add(media_type, schema.unwrap_or_else(|| json!({})));
            }
        } else {
            let format = self.style.format;
            media.add(format.media_type(), errors::error(format, None, components));
        }
        if let Some(examples) = entry.examples {
            media.examples(examples());
        }
        response(description, entry.headers, media)
    }
}

/// The Response Object.
fn response(description: &str, headers: &[HeaderDoc], media: Media) -> Value {
    let mut object = json!({ "description": description });
    if !headers.is_empty() {
        let described = headers.iter().map(|header| {
            let mut object = Map::new();
            if !header.description.is_empty() {
                object.insert("description".into(), header.description.into());
            }
            object.insert("schema".into(), json!({ "type": "string" }));
            (header.name.to_owned(), Value::from(object))
        });
        object["headers"] = described.collect::<Map<_, _>>().into();
    }
    if let Some(content) = media.into_content() {
        object["content"] = content;
    }
    object
}
