//! Requests that wait for a core. An answer is mostly made in one go, and who comes meanwhile waits unseen, in the
//! socket: so where answers are dear, each first stands in line, everybody who has come is seen before the next is
//! made, and whoever would wait too long is turned away at once instead of being served late.

use std::pin::pin;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::thread::available_parallelism;
use std::time::{Duration, Instant};

/// Answers that cost less than this are made at once: the line would cost more than they do.
const DEAR: Duration = Duration::from_micros(200);
/// So much making may stand before a request, on each core. Encoding and sending take about as long again, and so
/// does what is being made when it comes.
const PATIENCE: Duration = Duration::from_millis(25);
/// However dear answers are, so many may wait for each core.
const LEAST: usize = 16;
/// The cost is a mean of about so many answers.
const MEAN: u64 = 32;
/// What answers cost is forgotten when none was made for so long: what comes then is likely something else.
const FORGOTTEN: Duration = Duration::from_secs(1);
/// What one answer may count at most: a single dear one says nothing about the next.
const OUTLIER: Duration = Duration::from_millis(20);

/// The line, and what an answer costs at present.
#[derive(Debug)]
pub struct Line {
    waiting: AtomicUsize,
    /// Nanoseconds of a core.
    cost: AtomicU64,
    begun: Instant,
    /// Milliseconds from the beginning to the end of the last answer.
    last: AtomicU64,
    cores: usize,
}

impl Default for Line {
    fn default() -> Line {
        let cores = available_parallelism().map_or(1, std::num::NonZero::get);
        let (waiting, cost, last) = Default::default();
        Line { waiting, cost, begun: Instant::now(), last, cores }
    }
}

impl Line {
    /// Waits its turn; false where the line is too long.
    pub async fn wait(&self) -> bool {
        let cost = Duration::from_nanos(self.cost.load(Ordering::Relaxed));
        if cost < DEAR {
            return true;
        }
        let since = self.now().saturating_sub(self.last.load(Ordering::Relaxed));
        if u128::from(since) > FORGOTTEN.as_millis() {
            self.cost.store(0, Ordering::Relaxed);
            return true;
        }
        let most = (PATIENCE.as_nanos() / cost.as_nanos()) as usize;
        let waiting = Waiting::at(&self.waiting);
        if waiting.before >= self.cores * most.max(LEAST) {
            return false;
        }
        tokio::task::yield_now().await;
        true
    }

    /// Makes an answer, and learns what it costs a core: time that it waits for others is not counted.
    pub async fn make<T>(&self, answer: impl Future<Output = T>) -> T {
        let mut answer = pin!(answer);
        let mut spent = Duration::ZERO;
        let made = std::future::poll_fn(|context| {
            let start = Instant::now();
            let polled = answer.as_mut().poll(context);
            spent += start.elapsed();
            polled
        })
        .await;
        let (mean, spent) = (self.cost.load(Ordering::Relaxed), spent.min(OUTLIER).as_nanos() as u64);
        // Two at the same time may make one of them not count.
        self.cost.store(mean - mean / MEAN + spent / MEAN, Ordering::Relaxed);
        self.last.store(self.now(), Ordering::Relaxed);
        made
    }

    fn now(&self) -> u64 {
        self.begun.elapsed().as_millis() as u64
    }
}

/// A place in the line, given back in any case.
struct Waiting<'a> {
    line: &'a AtomicUsize,
    before: usize,
}

impl Waiting<'_> {
    fn at(line: &AtomicUsize) -> Waiting<'_> {
        Waiting { line, before: line.fetch_add(1, Ordering::Relaxed) }
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.line.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    /// How many of two hundred that come at once are let in, where answers cost so much.
    fn let_in(cost: Duration) -> usize {
        let line = Arc::new(Line { cores: 1, ..Line::default() });
        line.cost.store(cost.as_nanos() as u64, Ordering::Relaxed);
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        runtime.block_on(async {
            let mut all = tokio::task::JoinSet::new();
            for _ in 0..200 {
                let line = Arc::clone(&line);
                all.spawn(async move { line.wait().await });
            }
            let let_in = all.join_all().await.into_iter().filter(|let_in| *let_in).count();
            assert_eq!(line.waiting.load(Ordering::Relaxed), 0, "nobody waits any more");
            let_in
        })
    }

    #[test]
    fn whoever_would_wait_too_long_is_turned_away_and_cheap_answers_never_wait() {
        assert_eq!(let_in(Duration::from_micros(20)), 200);
        assert_eq!(let_in(Duration::from_millis(1)), 25);
        assert_eq!(let_in(Duration::from_millis(5)), LEAST);
        assert_eq!(let_in(Duration::from_secs(2)), LEAST);
    }

    #[test]
    fn after_a_pause_nobody_is_turned_away_for_what_was_dear_before() {
        let begun = Instant::now().checked_sub(2 * FORGOTTEN).expect("a machine that runs for seconds");
        let line = Line { begun, ..Line::default() };
        line.cost.store(OUTLIER.as_nanos() as u64, Ordering::Relaxed);
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        assert!(runtime.block_on(line.wait()));
        assert_eq!(line.cost.load(Ordering::Relaxed), 0);
    }

    #[test]
    fn what_an_answer_costs_is_learned() {
        let line = Line::default();
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        let dear = async { std::thread::sleep(Duration::from_millis(10)) };
        runtime.block_on(line.make(dear));
        assert!(line.cost.load(Ordering::Relaxed) >= 10_000_000 / MEAN);
        for _ in 0..1000 {
            runtime.block_on(line.make(async {}));
        }
        assert!(line.cost.load(Ordering::Relaxed) < 100_000, "and forgotten");
    }
}
