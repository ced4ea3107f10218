//! What became of the last reload.

use serde_json::{Value, json};
use tokio::sync::watch;

/// The last outcome, for whoever asks or waits.
pub struct Reloads(watch::Sender<Outcome>);

/// How one reload ended.
#[derive(Debug, Clone, Default)]
pub struct Outcome {
    /// Grows with each reload, so that two in a row are told apart.
    pub count: u64,
    /// Sentences for whoever edits; empty where it went well.
    pub faults: Vec<String>,
}

impl Default for Reloads {
    fn default() -> Reloads {
        Reloads(watch::Sender::new(Outcome::default()))
    }
}

impl Reloads {
    /// For `/readyz`: whether the last reload failed, and on how many faults. The log has them.
    pub fn told(&self) -> Value {
        let faults = self.0.borrow().faults.len();
        json!({ "failed": faults > 0, "faults": faults })
    }

    /// The last outcome, and every one from now on.
    pub fn follow(&self) -> watch::Receiver<Outcome> {
        self.0.subscribe()
    }

    /// One more has ended.
    pub fn ended(&self, faults: Vec<String>) {
        self.0.send_modify(|outcome| *outcome = Outcome { count: outcome.count + 1, faults });
    }
}
