//! A file while it arrives: in memory up to a size, from there on in a temporary file.

use std::fs::File;
use std::io::{self, Write};
use std::sync::{Arc, Mutex};

use bytes::BytesMut;

use super::content::{Content, Spooled, blocking};

/// How many bytes are gathered before the pool for blocking work is asked to write them.
const WRITTEN_AT_ONCE: usize = 256 * 1024;

/// A file that is arriving. What is on the disk has no name there, and goes with the value.
pub struct Spool {
    memory: usize,
    gathered: BytesMut,
    file: Option<File>,
    size: u64,
}

impl Spool {
    /// An empty one that keeps at most so many bytes in memory.
    pub fn new(memory: usize) -> Self {
        Self {
            memory,
            gathered: BytesMut::new(),
            file: None,
            size: 0,
        }
    }

    /// Adds a piece.
    pub async fn write(&mut self, piece: &[u8]) -> io::Result<()> {
        self.size += piece.len() as u64;
        self.gathered.extend_from_slice(piece);
        let most = match &self.file {
            Some(_) => WRITTEN_AT_ONCE,
            None => self.memory,
        };
        if self.gathered.len() > most {
            self.file = Some(self.flush().await?);
        }
        Ok(())
    }

    /// Ends it.
    pub async fn finish(mut self) -> io::Result<Spooled> {
        let content = if self.file.is_some() {
            Content::Disk(Arc::new(Mutex::new(self.flush().await?)))
        } else {
            Content::Memory(self.gathered.freeze())
        };
        Ok(Spooled {
            content,
            size: self.size,
        })
    }

    async fn flush(&mut self) -> io::Result<File> {
        let (file, gathered) = (self.file.take(), std::mem::take(&mut self.gathered));
        blocking(move || {
            let mut file = file.map_or_else(tempfile::tempfile, Ok)?;
            file.write_all(&gathered)?;
            Ok(file)
        })
        .await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn what_is_more_than_the_memory_goes_to_the_disk() {
        for (pieces, on_disk) in [(1, false), (10, false), (11, true), (10_000, true)] {
            let mut spool = Spool::new(1000);
            for index in 0..pieces {
                let piece = [u8::try_from(index % 256).unwrap_or(0); 100];
                spool.write(&piece).await.expect("there is place");
            }
            let Spooled { content, size } = spool.finish().await.expect("there is place");
            assert_eq!(matches!(content, Content::Disk(_)), on_disk, "{pieces}");
            assert_eq!(size, pieces * 100);
            let bytes = content.read_whole().expect("it can be read");
            let expected: Vec<u8> = (0..pieces)
                .flat_map(|index| [u8::try_from(index % 256).unwrap_or(0); 100])
                .collect();
            assert!(bytes == expected, "{pieces}");
        }
    }
}
