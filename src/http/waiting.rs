//! Whether a client still waits for what is made beside the threads that serve.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Stands in the future that answers. A connection that closes drops that future, and with it this.
#[derive(Debug)]
pub struct Waiting(Arc<AtomicBool>);

impl Waiting {
    /// Somebody waits from now on.
    pub fn new() -> Waiting {
        Waiting(Arc::new(AtomicBool::new(true)))
    }

    /// A question for the thread that works: whether somebody still waits.
    pub fn asked(&self) -> impl Fn() -> bool + Send + 'static {
        let waits = Arc::clone(&self.0);
        move || waits.load(Ordering::Relaxed)
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        self.0.store(false, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_waits_once_the_answering_future_is_gone() {
        let waiting = Waiting::new();
        let wanted = waiting.asked();
        assert!(wanted());
        drop(waiting);
        assert!(!wanted());
    }
}
