//! FastAPI's page "OpenAPI Callbacks": a request to an address that came with another request.
//!
//! `cargo run --example openapi_callbacks`, then open the address that it prints.

use fastr::{App, callback, model, post};

/// What a customer owes.
#[model]
struct Invoice {
    id: String,
    title: Option<String>,
    customer: String,
    total: f64,
}

/// What became of an invoice.
#[model]
struct InvoiceEvent {
    description: String,
    paid: bool,
}

/// That the event was heard of.
#[model]
struct InvoiceEventReceived {
    ok: bool,
}

/// What an order was answered with.
#[model]
struct Answer {
    msg: String,
}

/// The invoice was paid, or was not.
#[callback("{$request.query.callback_url}/invoices/{$request.body#/id}")]
fn invoice_notification(event: InvoiceEvent) -> InvoiceEventReceived;

/// Create an invoice.
///
/// This will (let's imagine) let the API user (some external developer) create an invoice.
#[post("/invoices/", callbacks(invoice_notification))]
async fn create_invoice(invoice: Invoice, callback_url: Option<String>) -> Answer {
    drop((invoice, callback_url));
    Answer {
        msg: "Invoice received".to_owned(),
    }
}

fn main() -> fastr::Result {
    App::new().title("Callbacks").run()
}
