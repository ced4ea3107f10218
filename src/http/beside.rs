//! Work beside the threads that serve, and how much of it is done at once.

use std::num::NonZero;
use std::sync::Arc;
use std::thread::available_parallelism;

use http::StatusCode;
use tokio::sync::{AcquireError, Semaphore, TryAcquireError};
use tokio::task::{JoinError, spawn_blocking};

use super::problem::Problem;

/// Places for such work. Work that was begun cannot be broken off: its place is its own and not the asker's, for
/// whoever hangs up and asks again would otherwise have any number of works going on.
pub struct Beside {
    places: Arc<Semaphore>,
    line: Semaphore,
}

/// So many may wait for a place. Each of them is one of the answers that may be made at the same time: those who want
/// what is made at once must not be turned away for them.
const LINE: usize = 128;

/// Work that gave nothing.
#[derive(Debug, thiserror::Error)]
pub enum Undone {
    /// Too many wait.
    #[error("too many wait for a place")]
    Full(#[from] TryAcquireError),
    /// There are no places any more.
    #[error(transparent)]
    Closed(#[from] AcquireError),
    /// It panicked, or the program is ending.
    #[error(transparent)]
    Broken(#[from] JoinError),
}

impl From<Undone> for Problem {
    fn from(undone: Undone) -> Problem {
        match undone {
            Undone::Full(_) => Problem::busy(),
            Undone::Closed(_) | Undone::Broken(_) => {
                tracing::error!(error = %undone, "work beside the threads that serve came to nothing");
                Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "Something broke on our side.")
            }
        }
    }
}

impl Beside {
    /// So many works at once.
    pub fn at_once(works: usize) -> Beside {
        Beside { places: Arc::new(Semaphore::new(works)), line: Semaphore::new(LINE) }
    }

    /// As many as there are processors.
    pub fn one_a_core() -> Beside {
        Beside::at_once(available_parallelism().map_or(1, NonZero::get))
    }

    /// What work gives. Where nobody waits for it any more before it has a place, it is not begun.
    pub async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Undone> {
        let place = {
            let _in_line = self.line.try_acquire()?;
            Arc::clone(&self.places).acquire_owned().await?
        };
        let work = move || {
            let _place = place;
            work()
        };
        Ok(spawn_blocking(work).await?)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use tokio::time::{sleep, timeout};

    use super::*;

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn whoever_hangs_up_makes_no_room_for_more_work_than_is_allowed() {
        static BUSY: AtomicUsize = AtomicUsize::new(0);
        static MOST: AtomicUsize = AtomicUsize::new(0);
        let beside = Beside::at_once(2);
        let work = || {
            MOST.fetch_max(BUSY.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
            std::thread::sleep(Duration::from_millis(100));
            BUSY.fetch_sub(1, Ordering::SeqCst);
        };
        for _ in 0..20 {
            let left = timeout(Duration::from_millis(5), beside.run(work)).await;
            assert!(left.is_err(), "nobody waits for its end");
        }
        while BUSY.load(Ordering::SeqCst) > 0 {
            sleep(Duration::from_millis(10)).await;
        }
        assert_eq!(MOST.load(Ordering::SeqCst), 2);
        // Places were given back, by work that breaks, too.
        for _ in 0..3 {
            assert!(beside.run(|| panic!("on purpose")).await.is_err());
        }
        assert_eq!(beside.run(|| 7).await.ok(), Some(7));
    }

    #[tokio::test]
    async fn a_line_that_is_too_long_turns_away_at_once() {
        let beside = Arc::new(Beside::at_once(1));
        let (end, ended) = std::sync::mpsc::channel::<()>();
        let ask = |work: Box<dyn FnOnce() + Send>| {
            let beside = Arc::clone(&beside);
            tokio::spawn(async move { beside.run(work).await })
        };
        let first = ask(Box::new(move || {
            let _ = ended.recv();
        }));
        let waiting: Vec<_> = (0..LINE).map(|_| ask(Box::new(|| ()))).collect();
        while beside.line.available_permits() > 0 {
            tokio::task::yield_now().await;
        }
        assert!(matches!(beside.run(|| ()).await, Err(Undone::Full(_))));
        drop(end);
        for each in waiting.into_iter().chain([first]) {
            assert!(each.await.is_ok_and(|done| done.is_ok()));
        }
    }
}
