use fastr::{Event, EventStream, get, stream};

#[get("/")]
async fn numbers() -> EventStream<String> {
    EventStream::new(stream(|mut out| async move { out.send(Event::new(1u64)).await }))
}

fn main() {}
