//! Compressed twins of kept files, made in the background by one thread, whatever comes: an encoder holds several
//! times its file, and a record that is edited again and again would fill the memory with encoders.

use std::collections::VecDeque;
use std::sync::{Condvar, LazyLock, Mutex, MutexGuard, PoisonError, Weak};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::encoding::Encoding;
use super::packed::Packed;

/// The thread outlives its work by so much. The allocator gives memory back to the system when a thread ends, but
/// only what has been free for a second by then.
const LINGER: Duration = Duration::from_secs(2);

/// Files of one catalogue. Once another has taken its place they are gone, and nobody asks for their twins.
type Files = Vec<Weak<Packed>>;

#[derive(Default)]
struct Queue {
    waiting: Mutex<Waiting>,
    more: Condvar,
}

#[derive(Default)]
struct Waiting {
    files: VecDeque<Files>,
    /// The thread, until it ends by itself.
    worker: Option<JoinHandle<()>>,
}

static QUEUE: LazyLock<Queue> = LazyLock::new(Queue::default);

/// Makes the twins of these files after those asked for before. Readers wait for the first encoding of all files
/// rather than for all encodings of the first.
pub fn compress(files: Files) {
    let mut waiting = QUEUE.lock();
    waiting.files.push_back(files);
    // One that broke is finished, and another takes its place.
    if waiting.worker.as_ref().is_some_and(|worker| !worker.is_finished()) {
        QUEUE.more.notify_one();
        return;
    }
    match thread::Builder::new().name("compress".to_owned()).spawn(|| QUEUE.work()) {
        Ok(worker) => waiting.worker = Some(worker),
        Err(error) => {
            waiting.files.clear();
            tracing::warn!(%error, "files stay uncompressed: no thread could be started");
        }
    }
}

impl Queue {
    /// Nothing panics while it holds the lock; what is behind it is whole in any case.
    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn work(&self) {
        while let Some(files) = self.next() {
            fill(&files);
        }
    }

    /// What waits, or comes before the thread ends.
    fn next(&self) -> Option<Files> {
        let idle = |waiting: &mut Waiting| waiting.files.is_empty();
        let (mut waiting, _) =
            self.more.wait_timeout_while(self.lock(), LINGER, idle).unwrap_or_else(PoisonError::into_inner);
        let next = waiting.files.pop_front();
        if next.is_none() {
            waiting.worker = None;
        }
        next
    }
}

fn fill(files: &Files) {
    for encoding in [Encoding::Gzip, Encoding::Zstd, Encoding::Brotli] {
        for file in files {
            let Some(file) = file.upgrade() else { return };
            file.fill(encoding);
        }
    }
}
