//! Bytes that were made for one client and that it has not taken yet. A client that asks for much and reads nothing
//! would otherwise fill the memory, one connection after another.

use std::sync::Arc;

use bytes::Bytes;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::problem::Problem;

/// All of them together, in KiB.
const MOST: usize = 512 * 1024;
/// Smaller answers are not counted: the number of connections bounds them, and readers get pages while somebody holds
/// all there is for large ones.
const SMALL: usize = 64 * 1024;

/// How much there may be.
#[derive(Debug, Clone)]
pub struct Unsent {
    room: Arc<Semaphore>,
    most: usize,
}

impl Default for Unsent {
    fn default() -> Unsent {
        Unsent::of(MOST)
    }
}

/// A body, and its share of what there may be: given back with the last of its bytes, sent or not.
struct Counted(
    Bytes,
    #[expect(dead_code, reason = "held for what dropping it gives back")] OwnedSemaphorePermit,
);

impl AsRef<[u8]> for Counted {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl Unsent {
    fn of(kib: usize) -> Unsent {
        Unsent { room: Arc::new(Semaphore::new(kib)), most: kib }
    }

    /// The bytes, counted for as long as they are held; the client is turned away where there is no room for them.
    pub fn hold(&self, bytes: Bytes) -> Result<Bytes, Problem> {
        if bytes.len() < SMALL {
            return Ok(bytes);
        }
        // One that is larger than all there may be is sent when nothing else is.
        let kib = u32::try_from(bytes.len().div_ceil(1024).min(self.most)).unwrap_or(u32::MAX);
        let share = Arc::clone(&self.room).try_acquire_many_owned(kib).map_err(|_| Problem::busy())?;
        Ok(Bytes::from_owner(Counted(bytes, share)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_takes_is_bounded_and_given_back_with_its_last_byte() {
        let unsent = Unsent::of(1024);
        let body = |kib: usize| Bytes::from(vec![b'x'; kib * 1024]);
        let first = unsent.hold(body(600)).expect("room");
        assert!(unsent.hold(body(600)).is_err());
        assert!(unsent.hold(body(1)).is_ok(), "what is small is sent");
        let rest = first.slice(10..);
        drop(first);
        assert!(unsent.hold(body(600)).is_err(), "part of it is still held");
        drop(rest);
        assert_eq!(unsent.hold(body(5000)).expect("alone").len(), 5000 * 1024);
        assert!(unsent.hold(body(1024)).is_ok());
    }
}
