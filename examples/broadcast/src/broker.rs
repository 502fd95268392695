//! The way to the other processes: one connection to Redis, which is made anew whenever it breaks.

use std::fmt;
use std::time::Duration;

use fastr::Room;
use redis::aio::MultiplexedConnection;
use redis::{
    AsyncCommands, AsyncConnectionConfig, Client, FromRedisValue, IntoConnectionInfo, ProtocolVersion,
    PushInfo, PushKind, RedisError, RedisResult,
};
use tokio::sync::{mpsc, watch};
use tokio::time::{interval, sleep};

/// Where all processes meet.
const CHANNEL: &str = "chat";
/// So long Redis may take for an answer; who speaks waits for it, and nobody else.
const PATIENCE: Duration = Duration::from_secs(2);
/// So often Redis is asked whether it is there: a machine that is switched off says no goodbye.
const PULSE: Duration = Duration::from_secs(2);
/// So long it is left alone after a connection failed, at first and at most.
const PAUSES: (Duration, Duration) = (Duration::from_millis(100), Duration::from_secs(5));

/// What the room is told when the connection breaks.
pub const GONE: &str = "The broker is gone: nobody hears anybody until it is back.";
/// And when there is one again.
const BACK: &str = "The broker is here: everybody hears everybody.";

/// Hands on what is said in this process.
pub struct Broker {
    connection: watch::Receiver<Option<MultiplexedConnection>>,
}

/// Why others did not hear something.
#[derive(Debug)]
pub enum NotHeard {
    /// There is no connection.
    Gone,
    /// It may be that it was published, or that it was not.
    Perhaps(RedisError),
}

impl Broker {
    /// Begins to send to the room what is said anywhere, for as long as the program runs. Redis need not be there yet.
    ///
    /// # Errors
    ///
    /// When `REDIS_URL` is none.
    pub fn start(room: &'static Room) -> RedisResult<Self> {
        let url = std::env::var("REDIS_URL").unwrap_or_else(|_| "redis://127.0.0.1:6379".to_owned());
        let info = url.into_connection_info()?;
        // The third version of its protocol has answers and messages in one connection.
        let settings = info.redis_settings().clone().set_protocol(ProtocolVersion::RESP3);
        let client = Client::open(info.set_redis_settings(settings))?;
        let (known, connection) = watch::channel(None);
        tokio::spawn(stay_connected(client, room, known));
        Ok(Self { connection })
    }

    /// Whether there is a connection.
    pub fn is_there(&self) -> bool {
        self.connection.borrow().is_some()
    }

    /// Says something to all rooms, that of this process included.
    pub async fn say(&self, text: String) -> Result<(), NotHeard> {
        let connection = self.connection.borrow().clone();
        let mut connection = connection.ok_or(NotHeard::Gone)?;
        connection.publish(CHANNEL, text).await.map_err(NotHeard::Perhaps)
    }
}

impl fmt::Display for NotHeard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Gone => f.write_str("Nobody heard that: the broker is gone. Say it again when it is back."),
            Self::Perhaps(error) => write!(f, "Perhaps nobody heard that: {error}."),
        }
    }
}

impl std::error::Error for NotHeard {}

async fn stay_connected(client: Client, room: &Room, known: watch::Sender<Option<MultiplexedConnection>>) {
    let mut pause = PAUSES.0;
    loop {
        match connect(&client).await {
            Ok((connection, messages)) => {
                tracing::info!("connected to Redis");
                known.send_replace(Some(connection.clone()));
                room.send_text(BACK);
                let end = listen(connection, messages, room).await;
                known.send_replace(None);
                room.send_text(GONE);
                tracing::warn!("the connection to Redis broke: {end}");
                pause = PAUSES.0;
            }
            Err(error) => tracing::warn!("cannot reach Redis, and will try again in {pause:?}: {error}"),
        }
        sleep(pause).await;
        pause = (pause * 2).min(PAUSES.1);
    }
}

type Messages = mpsc::UnboundedReceiver<PushInfo>;

/// A connection that hears what is said. What is told to the room waits for nobody, so the messages do not pile up.
async fn connect(client: &Client) -> RedisResult<(MultiplexedConnection, Messages)> {
    let (sender, messages) = mpsc::unbounded_channel();
    let config = AsyncConnectionConfig::new()
        .set_connection_timeout(Some(PATIENCE))
        .set_response_timeout(Some(PATIENCE))
        .set_push_sender(sender);
    let mut connection = client
        .get_multiplexed_async_connection_with_config(&config)
        .await?;
    connection.subscribe(CHANNEL).await?;
    Ok((connection, messages))
}

/// Sends to the room what is said anywhere, until the connection breaks.
async fn listen(mut connection: MultiplexedConnection, mut messages: Messages, room: &Room) -> String {
    let mut pulse = interval(PULSE);
    loop {
        tokio::select! {
            message = messages.recv() => match message {
                Some(PushInfo { kind: PushKind::Message, data }) => tell(room, data),
                Some(PushInfo { kind: PushKind::Disconnection, .. }) | None => return "it ended".to_owned(),
                Some(_) => {}
            },
            _ = pulse.tick() => if let Err(error) = connection.ping::<String>().await {
                return error.to_string();
            },
        }
    }
}

/// A message is the channel and what was said there.
fn tell(room: &Room, mut data: Vec<redis::Value>) {
    match data.pop().map(String::from_redis_value) {
        Some(Ok(text)) => room.send_text(text),
        other => tracing::warn!("a message that is no text was left out: {other:?}"),
    }
}
