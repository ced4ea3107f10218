//! A place in memory that writes down what is done to it, can be cut off after any change, and has a reader who
//! looks at every state of it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};

use bytes::Bytes;
use huella::publish::place::{NoPlace, Object, Place};

#[derive(Default)]
pub struct Memory(Mutex<State>);

#[derive(Default, Clone)]
struct State {
    objects: BTreeMap<String, Object>,
    /// `put PATH` and `remove PATH`.
    changes: Vec<String>,
    /// How many more changes there are until nothing answers any more; no end where it is none.
    left: Option<usize>,
    /// Whether the change at which it is cut off still happens, though nobody hears of it.
    unheard: bool,
}

impl Memory {
    /// With these objects of somebody else.
    pub fn with(foreign: &[&str]) -> Arc<Memory> {
        let memory = Memory::default();
        for path in foreign {
            let object = Object {
                path: (*path).to_owned(),
                media_type: "text/plain".to_owned(),
                cache: String::new(),
                encoding: None,
                body: Bytes::from_static(b"mine"),
            };
            memory.0.lock().expect("the state").objects.insert((*path).to_owned(), object);
        }
        Arc::new(memory)
    }

    /// The same objects, of which no change has been written down.
    pub fn copy(&self) -> Arc<Memory> {
        let objects = self.objects();
        Arc::new(Memory(Mutex::new(State { objects, ..State::default() })))
    }

    pub fn objects(&self) -> BTreeMap<String, Object> {
        self.0.lock().expect("the state").objects.clone()
    }

    /// What was done since this was last asked, without the notes.
    pub fn changes(&self) -> Vec<String> {
        let changes = std::mem::take(&mut self.0.lock().expect("the state").changes);
        changes.into_iter().filter(|change| !change.contains(" .huella-publish/")).collect()
    }

    pub fn cut_off_after(&self, changes: Option<usize>, unheard: bool) {
        let mut state = self.0.lock().expect("the state");
        (state.left, state.unheard) = (changes, unheard);
    }

    /// What somebody else does to an object: other bytes, or none.
    pub fn spoil(&self, path: &str, bytes: Option<&'static [u8]>) {
        let mut state = self.0.lock().expect("the state");
        match bytes {
            Some(bytes) => state.objects.get_mut(path).expect("an object").body = Bytes::from_static(bytes),
            None => drop(state.objects.remove(path)),
        }
    }

    fn change(&self, what: &'static str, path: &str, object: Option<Object>) -> Result<(), NoPlace> {
        let mut state = self.0.lock().expect("the state");
        let cut = state.left == Some(0);
        let unheard = state.unheard;
        state.unheard = unheard && !cut;
        if !cut || unheard {
            state.left = state.left.map(|left| left.saturating_sub(1));
            match object {
                Some(object) => state.objects.insert(path.to_owned(), object),
                None => state.objects.remove(path),
            };
            state.changes.push(format!("{what} {path}"));
            read(&state.objects, &format!("{what} {path}"));
        }
        if cut { Err(gone(what, path)) } else { Ok(()) }
    }
}

fn gone(what: &'static str, path: &str) -> NoPlace {
    NoPlace { what, object: path.to_owned(), reason: "cut off".to_owned(), remedy: "try again".to_owned() }
}

/// What a reader sees: every page has all that it loads, and from the front page no link leads nowhere.
fn read(objects: &BTreeMap<String, Object>, after: &str) {
    let named = |page: &str, word: &str| -> Vec<String> {
        let text = String::from_utf8(objects[page].body.to_vec()).expect("UTF-8");
        text.lines().filter_map(|line| line.strip_prefix(word)).map(|path| path.trim().to_owned()).collect()
    };
    for page in objects.keys().filter(|path| path.ends_with(".html")) {
        for part in named(page, "load") {
            assert!(objects.contains_key(&part), "{page} lacks {part} after {after}");
        }
    }
    let (mut seen, mut next) = (BTreeSet::new(), vec!["index.html".to_owned()]);
    while let Some(page) = next.pop().filter(|_| objects.contains_key("index.html")) {
        if seen.insert(page.clone()) {
            assert!(objects.contains_key(&page), "a link leads to {page}, which is not there, after {after}");
            next.extend(named(&page, "lead"));
        }
    }
}

impl Place for Memory {
    fn keeps_headers(&self) -> bool {
        true
    }

    async fn list(&self) -> Result<BTreeMap<String, u64>, NoPlace> {
        let state = self.0.lock().expect("the state");
        Ok(state.objects.iter().map(|(path, object)| (path.clone(), object.body.len() as u64)).collect())
    }

    async fn get(&self, path: &str) -> Result<Bytes, NoPlace> {
        let state = self.0.lock().expect("the state");
        state.objects.get(path).map(|object| object.body.clone()).ok_or_else(|| gone("read", path))
    }

    async fn put(&self, object: Object) -> Result<(), NoPlace> {
        // Others come between.
        tokio::task::yield_now().await;
        let path = object.path.clone();
        self.change("put", &path, Some(object))
    }

    async fn remove(&self, path: &str) -> Result<(), NoPlace> {
        tokio::task::yield_now().await;
        self.change("remove", path, None)
    }
}
