//! Where the bytes of a file are.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;

/// The bytes of a file.
#[derive(Clone)]
pub enum Content {
    /// In memory.
    Memory(Bytes),
    /// In a temporary file, which has one cursor for all who read: each puts it where it wants to read.
    Disk(Arc<Mutex<File>>),
}

impl Content {
    /// All of them.
    pub fn read_whole(&self) -> io::Result<Bytes> {
        match self {
            Self::Memory(bytes) => Ok(bytes.clone()),
            Self::Disk(file) => {
                let mut file = lock(file);
                file.seek(SeekFrom::Start(0))?;
                let mut bytes = Vec::new();
                file.read_to_end(&mut bytes)?;
                Ok(bytes.into())
            }
        }
    }

    /// Those from a place on, as many as there are and as the buffer holds.
    pub fn read_at(&self, position: u64, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Memory(bytes) => {
                let start = usize::try_from(position).map_or(bytes.len(), |start| start.min(bytes.len()));
                (&bytes[start..]).read(buffer)
            }
            Self::Disk(file) => {
                let mut file = lock(file);
                file.seek(SeekFrom::Start(position))?;
                file.read(buffer)
            }
        }
    }
}

/// A reader that panicked has left nothing behind but the cursor, which is set anew.
fn lock(file: &Mutex<File>) -> MutexGuard<'_, File> {
    file.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A file that has wholly arrived.
pub struct Spooled {
    /// Its bytes.
    pub content: Content,
    /// How many they are.
    pub size: u64,
}

/// Does what waits for the disk on the pool for blocking work.
pub async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> io::Result<T> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(io::Error::other)?
}
