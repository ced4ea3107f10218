//! Which changes on a disk mean another catalogue.

use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::time::Duration;

use notify_debouncer_full::notify::{self, Config, Event, RecursiveMode, Watcher};
use notify_debouncer_full::{DebounceEventResult, Debouncer, NoCache, new_debouncer_opt};

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

/// What is watched: folders with all that is in them, and single files.
#[derive(Debug, Default, PartialEq, Eq)]
struct Watched {
    folders: HashSet<PathBuf>,
    files: HashSet<PathBuf>,
    /// Folders of files that are links: what one leads to can change by any name beside it, as Kubernetes swaps a
    /// whole folder of files.
    linked: HashSet<PathBuf>,
}

impl Watched {
    /// By the names that the system tells changes by.
    fn of<'p>(places: impl Iterator<Item = &'p Path>) -> io::Result<Watched> {
        let mut watched = Watched::default();
        for place in places {
            if place.is_dir() {
                watched.folders.insert(place.canonicalize()?);
                continue;
            }
            let folder = place.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
            let folder = folder.canonicalize()?;
            match place.is_symlink() {
                true => watched.linked.insert(folder),
                false => watched.files.insert(folder.join(place.file_name().unwrap_or_default())),
            };
        }
        Ok(watched)
    }

    /// Whether something that is served may have changed.
    fn concerns(&self, event: &Event) -> bool {
        let named = |path: &PathBuf| {
            self.files.contains(path)
                || path.parent().is_some_and(|folder| self.linked.contains(folder))
                || self.folders.iter().any(|folder| path.starts_with(folder))
        };
        // Reading the files is an event too, and must not make them be read again. Where the system has lost
        // count, it names nothing.
        !event.kind.is_access() && (event.paths.is_empty() || event.paths.iter().any(named))
    }
}

/// Asks for a reload when one of these files or folders changes, until what it gives is dropped.
pub fn watch<'p, W: Watcher + Send + 'static>(
    places: impl Iterator<Item = &'p Path>,
    ask: Sender<()>,
) -> Result<Box<dyn std::any::Any + Send>, NoWatch> {
    let watched = Watched::of(places)?;
    let all = watched.folders.iter().map(|folder| (folder.clone(), RecursiveMode::Recursive));
    // Editors replace a file: if it were watched by itself, it would be gone.
    let around: HashSet<&Path> = watched.files.iter().filter_map(|file| file.parent()).collect();
    let around = around.into_iter().chain(watched.linked.iter().map(PathBuf::as_path));
    let around = around.map(|folder| (folder.to_owned(), RecursiveMode::NonRecursive));
    let folders: Vec<_> = all.chain(around).collect();
    let heard = move |events: DebounceEventResult| {
        if events.map_or(true, |events| events.iter().any(|event| watched.concerns(event))) {
            let _ = ask.send(());
        }
    };
    let config = Config::default().with_poll_interval(LOOK).with_compare_contents(true);
    let mut debouncer: Debouncer<W, NoCache> = new_debouncer_opt(SETTLED, None, heard, NoCache, config)?;
    for (folder, how) in folders {
        debouncer.watch(folder, how)?;
    }
    Ok(Box::new(debouncer))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use notify_debouncer_full::notify::EventKind;
    use notify_debouncer_full::notify::event::ModifyKind;

    use super::*;

    fn changed(path: &Path) -> Event {
        Event::new(EventKind::Modify(ModifyKind::Any)).add_path(path.to_owned())
    }

    #[test]
    fn what_stands_beside_a_watched_file_is_no_change() {
        let folder = std::env::temp_dir().join(format!("huella-watching-{}", std::process::id()));
        let record = folder.join("record");
        fs::create_dir_all(&record).expect("made");
        let folder = folder.canonicalize().expect("a folder");
        let record = record.canonicalize().expect("a folder");
        let layer = folder.join("layer.geojson");
        fs::write(&layer, "{}").expect("written");
        let watched = Watched::of([layer.as_path(), record.as_path()].into_iter()).expect("there");
        for (path, concerns) in [
            (layer.clone(), true),
            (folder.join("other.geojson"), false),
            (folder.join("layer.geojson.swp"), false),
            (record.join("projects/a.geojson"), true),
        ] {
            assert_eq!(watched.concerns(&changed(&path)), concerns, "{}", path.display());
        }
        assert!(watched.concerns(&Event::new(EventKind::Other)), "what has no name may be anything");
        #[cfg(unix)]
        {
            let link = folder.join("link.geojson");
            std::os::unix::fs::symlink(&layer, &link).expect("a link");
            let watched = Watched::of([link.as_path()].into_iter()).expect("there");
            assert!(watched.concerns(&changed(&folder.join("..data"))), "a link follows other names");
        }
        fs::remove_dir_all(&folder).expect("removed");
    }
}
