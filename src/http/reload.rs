//! Reads everything again beside what is served, and swaps it whole. A broken edit changes nothing
//! but what `/readyz`, a metric and the log say.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Instant;

use notify_debouncer_full::notify::{PollWatcher, RecommendedWatcher};

use super::app::{App, Shared};
use super::source::{Source, Unservable};
use super::watching::{NoWatch, watch};
use crate::atlas::Fault;
use crate::cli::Watch;

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
    let paths = || places.iter().map(PathBuf::as_path);
    let watching = match how {
        Some(_) if places.is_empty() => return Err(NoWatch::Nothing),
        Some(Watch::Told) => Some(watch::<RecommendedWatcher>(paths(), ask.clone())?),
        Some(Watch::Poll) => Some(watch::<PollWatcher>(paths(), ask.clone())?),
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
