//! Reads everything again beside what is served, and swaps it whole. A broken edit changes nothing
//! but what `/readyz`, a metric and the log say.

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use notify_debouncer_full::notify::{self, Config, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};
use notify_debouncer_full::{DebounceEventResult, Debouncer, NoCache, new_debouncer_opt};
use serde_json::{Value, json};
use tokio::sync::watch;

use super::app::{App, Shared};
use super::source::{Source, Unservable};
use crate::atlas::Fault;
use crate::cli::Watch;

/// A save is often several writes: they count as one when nothing follows for this long.
const SETTLED: Duration = Duration::from_millis(200);
/// How often a drive is looked at that tells of no change.
const LOOK: Duration = Duration::from_secs(2);

/// Why files cannot be watched.
#[derive(Debug, thiserror::Error)]
pub enum NoWatch {
    /// The system does not tell of changes there.
    #[error("--watch: {0}; try --watch=poll, or send SIGHUP after an edit")]
    Told(#[from] notify::Error),
    /// Nothing of what is served can change.
    #[error("--watch needs --geodata or --layer: what is inside the program never changes")]
    Nothing,
    /// The system gives no thread or signal.
    #[error("reloading could not be set up: {0}")]
    Setup(#[from] std::io::Error),
}

/// What became of the last reload.
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

    fn ended(&self, faults: Vec<String>) {
        self.0.send_modify(|outcome| *outcome = Outcome { count: outcome.count + 1, faults });
    }
}

/// Reads everything again and serves it, if it can be served and differs.
pub fn once(app: &App, source: &Source) {
    let start = Instant::now();
    match source.read(&app.links) {
        Ok((catalogue, editions)) => {
            app.past.swap(editions);
            let same = catalogue.version() == app.serving().catalogue.version();
            if !same {
                app.swap(catalogue);
            }
            metrics::gauge!("huella_reload_failing").set(0.0);
            metrics::counter!("huella_reloads_total", "result" => if same { "unchanged" } else { "served" })
                .increment(1);
            let ms = start.elapsed().as_millis();
            tracing::info!(ms, "{}", if same { "reloaded: nothing changed" } else { "reloaded" });
            app.reloads.ended(Vec::new());
        }
        Err(no) => {
            metrics::gauge!("huella_reload_failing").set(1.0);
            metrics::counter!("huella_reloads_total", "result" => "refused").increment(1);
            let faults = faults(&no);
            for fault in &faults {
                tracing::error!("not reloaded: {fault}");
            }
            tracing::error!("{no}; what was served before goes on");
            app.reloads.ended(faults);
        }
    }
}

fn faults(no: &Unservable) -> Vec<String> {
    let one = |fault: &Fault| {
        let line = fault.line.map(|line| format!(":{line}")).unwrap_or_default();
        format!("{}{line} {}: {}; {}", fault.file, fault.pointer, fault.reason, fault.remedy)
    };
    match no {
        Unservable::Faults { faults, .. } if !faults.is_empty() => faults.iter().map(one).collect(),
        other => vec![other.to_string()],
    }
}

/// Keeps the files watched as long as it lives.
pub struct Watching(
    #[expect(dead_code, reason = "held for what dropping it ends")] Option<Box<dyn std::any::Any + Send>>,
);

/// Reloads at SIGHUP, and where `how` says so when a file changes. Reloads never run side by side; what
/// comes while one runs makes one more.
pub fn start(app: &Shared, source: Source, how: Option<Watch>) -> Result<Watching, NoWatch> {
    let (ask, asked) = channel();
    let places = source.places();
    let watching = match how {
        Some(_) if places.is_empty() => return Err(NoWatch::Nothing),
        Some(Watch::Told) => Some(watcher::<RecommendedWatcher>(places.iter().map(AsRef::as_ref), &ask)?),
        Some(Watch::Poll) => Some(watcher::<PollWatcher>(places.iter().map(AsRef::as_ref), &ask)?),
        None => None,
    };
    hang_up(ask)?;
    let app = Arc::clone(app);
    thread::Builder::new().name("reload".to_owned()).spawn(move || run(&app, &source, &asked))?;
    Ok(Watching(watching))
}

fn run(app: &App, source: &Source, asked: &Receiver<()>) {
    while asked.recv().is_ok() {
        while asked.try_recv().is_ok() {}
        once(app, source);
    }
}

fn watcher<'p, W: Watcher + Send + 'static>(
    places: impl Iterator<Item = &'p Path>,
    ask: &Sender<()>,
) -> Result<Box<dyn std::any::Any + Send>, NoWatch> {
    let ask = ask.clone();
    let heard = move |events: DebounceEventResult| {
        // Reading the files is an event too, and must not make them be read again.
        let changed = events.map_or(true, |events| events.iter().any(|event| !event.kind.is_access()));
        if changed {
            let _ = ask.send(());
        }
    };
    let config = Config::default().with_poll_interval(LOOK).with_compare_contents(true);
    let mut debouncer: Debouncer<W, NoCache> = new_debouncer_opt(SETTLED, None, heard, NoCache, config)?;
    for place in places {
        if place.is_dir() {
            debouncer.watch(place, RecursiveMode::Recursive)?;
        } else {
            // Editors replace a file: the one that is watched would be gone.
            let folder = place.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
            debouncer.watch(folder, RecursiveMode::NonRecursive)?;
        }
    }
    Ok(Box::new(debouncer))
}

/// SIGHUP asks for a reload.
#[cfg(unix)]
fn hang_up(ask: Sender<()>) -> Result<(), NoWatch> {
    let mut signal = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::hangup())?;
    tokio::spawn(async move {
        while signal.recv().await.is_some() {
            let _ = ask.send(());
        }
    });
    Ok(())
}

#[cfg(not(unix))]
fn hang_up(_: Sender<()>) -> Result<(), NoWatch> {
    Ok(())
}
