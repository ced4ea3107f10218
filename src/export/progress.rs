//! How far an export or a publication has come, where somebody watches.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

/// A bar on a terminal; nothing anywhere else.
#[derive(Clone)]
pub struct Progress(ProgressBar);

impl Progress {
    /// Shown from the first addresses on.
    pub fn new() -> Progress {
        // It hides itself where standard error is no terminal.
        let bar = ProgressBar::new(0);
        if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos} of {len} files, {elapsed}") {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(200));
        Progress(bar)
    }

    /// So many more are to be made.
    pub fn expect(&self, more: usize) {
        self.0.inc_length(more as u64);
    }

    /// One more is there.
    pub fn one(&self) {
        self.0.inc(1);
    }

    /// Leaves no trace.
    pub fn end(&self) {
        self.0.finish_and_clear();
    }
}
