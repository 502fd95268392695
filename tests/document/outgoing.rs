//! Requests that the program sends: FastAPI's pages "OpenAPI Webhooks" and "OpenAPI Callbacks".

use fastr::{App, TestClient, callback, get, model, post, put, webhook};
use serde_json::{Value, json};

#[model]
struct Event {
    kind: String,
    #[field(default)]
    retries: u8,
}

#[model]
struct Received {
    ok: bool,
    #[field(default)]
    note: String,
}

/// Somebody subscribed.
///
/// You are told at once.
#[webhook("new-subscription", tags = ["subscriptions"], responses(410 = "Tell me no more", 500(description = "Try again later", model = Received)))]
fn new_subscription(event: Event, #[header] x_signature: String) -> Received;

#[webhook(
    "status",
    methods("PUT", "DELETE"),
    status_code = 204,
    operation_id = "status"
)]
async fn status_has_changed();

/// What became of it.
#[callback("{$request.body#/callback_url}/done")]
pub fn job_is_done(event: Event) -> Received;

#[callback(
    "{$request.body#/callback_url}/failed",
    operation_id = "jobFailed",
    include_in_schema = true
)]
fn job_has_failed(#[query] reason: Option<String>);

#[post("/jobs", callbacks(job_is_done, self::job_has_failed))]
fn start(event: Event) -> Received {
    Received {
        ok: event.retries == 0,
        note: event.kind,
    }
}

#[put("/jobs", callbacks(job_is_done))]
async fn replace(event: Event) -> bool {
    event.retries == 0
}

#[get("/plain")]
fn plain() -> bool {
    true
}

fn document() -> Value {
    App::of(module_path!()).openapi().expect("the document")
}

#[test]
fn a_webhook_is_described_and_not_served() {
    let document = document();
    assert_eq!(
        document["webhooks"]["new-subscription"],
        json!({ "post": {
            "tags": ["subscriptions"],
            "summary": "New Subscription",
            "description": "Somebody subscribed.\n\nYou are told at once.",
            "operationId": "new_subscriptionnew_subscription_post",
            "parameters": [
                { "name": "x-signature", "in": "header", "required": true, "schema": { "type": "string" } },
            ],
            "requestBody": {
                "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Event-Output" } } },
                "required": true,
            },
            "responses": {
                "200": {
                    "description": "Successful Response",
                    "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Received-Input" } } },
                },
                "410": { "description": "Tell me no more" },
                "500": {
                    "description": "Try again later",
                    "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Received-Input" } } },
                },
            },
        } })
    );
    let client = TestClient::new(App::of(module_path!()));
    for path in ["/new-subscription", "/status", "new-subscription"] {
        let path = if path.starts_with('/') {
            path.to_owned()
        } else {
            format!("/{path}")
        };
        assert_eq!(client.post(&path).send().status(), 404);
    }
}

/// What is taken elsewhere is sent here, and the other way round.
#[test]
fn what_is_sent_has_all_its_fields() {
    let schemas = &document()["components"]["schemas"];
    assert_eq!(schemas["Event-Output"]["required"], json!(["kind", "retries"]));
    assert_eq!(schemas["Event-Input"]["required"], json!(["kind"]));
    assert_eq!(schemas["Received-Input"]["required"], json!(["ok"]));
}

#[test]
fn a_webhook_can_have_other_methods() {
    let document = document();
    let item = &document["webhooks"]["status"];
    assert_eq!(item["put"]["operationId"], "status_put");
    assert_eq!(
        item["delete"]["responses"],
        json!({ "204": { "description": "Successful Response" } })
    );
}

#[test]
fn a_callback_stands_at_the_operations_that_lead_to_it() {
    let paths = &document()["paths"];
    let callbacks = &paths["/jobs"]["post"]["callbacks"];
    let done = &callbacks["job_is_done"]["{$request.body#/callback_url}/done"]["post"];
    assert_eq!(done["description"], "What became of it.");
    assert_eq!(
        done.get("operationId"),
        None,
        "two operations lead to it, and ids are unique"
    );
    let reference = &done["requestBody"]["content"]["application/json"]["schema"]["$ref"];
    assert_eq!(*reference, "#/components/schemas/Event-Output");
    let failed = &callbacks["job_has_failed"]["{$request.body#/callback_url}/failed"]["post"];
    assert_eq!(failed["operationId"], "jobFailed");
    assert_eq!(failed["parameters"][0]["in"], "query");
    assert_eq!(
        paths["/jobs"]["put"]["callbacks"]["job_is_done"],
        callbacks["job_is_done"]
    );
    assert_eq!(paths["/plain"]["get"].get("callbacks"), None);
}
