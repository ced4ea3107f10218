//! Finding by a text: every word of it must stand in what a project is known by. What that is, is made once for
//! a record; `/data/search.json` hands the same texts to the page, whose script ranks by the same rule
//! (`web/src/find/search.ts`).

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use bytes::Bytes;
use moka::sync::Cache;
use serde::Serialize;

use crate::atlas::{Atlas, Lang, Project, Text};
use crate::fold;
use crate::site::country;

/// A search text longer than this, in characters, is cut.
const LONGEST: usize = 100;

/// As what a text makes a project known, the closest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum What {
    Name,
    Organisation,
    Place,
    Layer,
    Country,
    Summary,
}

/// How well a project was found: 0 where every word begins a word of a name; the greater, the farther.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Rank(u32);

struct Known {
    what: What,
    /// Empty where nothing says which language it is: an alias.
    lang: &'static str,
    text: String,
    /// The organisation, layer or country that is called so; else empty.
    of: String,
    folded: String,
}

/// What every project of a record is known by.
pub struct Index {
    edition: String,
    texts: Vec<Known>,
    projects: HashMap<String, Vec<usize>>,
}

/// The search text of an address; none where nothing is asked.
pub fn asked(value: &str) -> Option<String> {
    let plain: String =
        value.chars().map(|c| if c.is_control() || c == '\u{feff}' { ' ' } else { c }).collect();
    let cut: String = plain.trim().chars().take(LONGEST).collect();
    Some(cut.trim_end().to_owned()).filter(|q| !q.is_empty())
}

/// What was asked of a record, for whoever looks at one project after another.
pub struct Asked {
    index: Arc<Index>,
    words: Vec<String>,
}

impl Asked {
    /// Of a record.
    pub fn of(atlas: &Atlas, asked: &str) -> Asked {
        Asked { index: index(atlas), words: words(asked) }
    }

    /// Whether a project is known by every word, whatever accents, case and width they are written in.
    pub fn finds(&self, project: &Project) -> bool {
        self.index.rank(&project.id, &self.words).is_some()
    }
}

/// The index of a record, which is known by the hash of its content. Those of the last records asked about are
/// kept: beside the current one readers look at editions.
pub fn index(atlas: &Atlas) -> Arc<Index> {
    const KEPT: u64 = 8;
    static LAST: LazyLock<Cache<String, Arc<Index>>> = LazyLock::new(|| Cache::new(KEPT));
    if let Some(index) = LAST.get(&atlas.content) {
        return index;
    }
    LAST.get_with(atlas.content.clone(), || Arc::new(Index::new(atlas)))
}

impl Index {
    fn new(atlas: &Atlas) -> Index {
        let mut index =
            Index { edition: atlas.about.edition.to_string(), texts: Vec::new(), projects: HashMap::new() };
        let mut shared: HashMap<(&'static str, &str), Vec<usize>> = HashMap::new();
        for project in &atlas.projects {
            let mut own = index.add(What::Name, "", &project.name);
            own.push(index.put(What::Name, "", "", &project.id.replace('-', " ")));
            own.extend(index.add(What::Summary, "", &project.summary));
            for site in &project.sites {
                own.extend(index.add(What::Place, "", &site.name));
            }
            if let Some(layer) = atlas.layer(&project.layer) {
                let texts = shared.entry(("layer", &layer.id));
                own.extend(texts.or_insert_with(|| index.add(What::Layer, &layer.id, &layer.title)).iter());
            }
            for code in &project.countries {
                let texts = shared.entry(("country", code)).or_insert_with(|| {
                    let names = Lang::ALL.map(|lang| (lang, country::name(code, lang)));
                    names.map(|(lang, name)| index.put(What::Country, lang.tag(), code, name)).to_vec()
                });
                own.extend(texts.iter());
            }
            for organisation in project.actors.iter().filter_map(|a| atlas.organisations.get(&a.organisation))
            {
                let texts = shared.entry(("organisation", &organisation.id)).or_insert_with(|| {
                    let mut texts = index.add(What::Organisation, &organisation.id, &organisation.name);
                    for alias in &organisation.aliases {
                        texts.push(index.put(What::Organisation, "", &organisation.id, alias));
                    }
                    texts
                });
                own.extend(texts.iter());
            }
            own.sort_unstable();
            own.dedup();
            index.projects.insert(project.id.clone(), own);
        }
        index
    }

    fn put(&mut self, what: What, lang: &'static str, of: &str, text: &str) -> usize {
        let folded = fold::search(text);
        self.texts.push(Known { what, lang, text: text.to_owned(), of: of.to_owned(), folded });
        self.texts.len() - 1
    }

    fn add(&mut self, what: What, of: &str, text: &Text) -> Vec<usize> {
        text.all().map(|(lang, text)| self.put(what, lang.tag(), of, text)).collect()
    }

    /// How well a project is known by all these words; none where one of them is missing.
    fn rank(&self, project: &str, words: &[String]) -> Option<Rank> {
        let texts = self.projects.get(project)?;
        let of_word = |word: &String| texts.iter().filter_map(|at| self.texts[*at].closeness(word)).min();
        words.iter().map(of_word).sum::<Option<u32>>().map(Rank)
    }

    /// The projects known by every word asked for.
    pub fn found(&self, asked: &str) -> HashMap<String, Rank> {
        let words = words(asked);
        let ids = self.projects.keys();
        ids.filter_map(|id| self.rank(id, &words).map(|rank| (id.clone(), rank))).collect()
    }

    /// `/data/search.json`: each text as what it is, its language, itself, and what is called so; of each
    /// project the places of its texts in that list.
    pub fn json(&self) -> Bytes {
        #[derive(Serialize)]
        struct File<'a> {
            edition: &'a str,
            texts: Vec<(What, &'a str, &'a str, &'a str)>,
            projects: std::collections::BTreeMap<&'a str, &'a [usize]>,
        }
        let file = File {
            edition: &self.edition,
            texts: self.texts.iter().map(|k| (k.what, k.lang, k.text.as_str(), k.of.as_str())).collect(),
            projects: self.projects.iter().map(|(id, texts)| (id.as_str(), texts.as_slice())).collect(),
        };
        // Every part is text, numbers and lists: writing it cannot fail.
        serde_json::to_vec(&file).unwrap_or_default().into()
    }
}

impl Known {
    /// How far a word is from what a project is called; none where it does not stand in this text.
    fn closeness(&self, word: &str) -> Option<u32> {
        if !self.folded.contains(word) {
            return None;
        }
        let begins = || {
            self.folded.starts_with(word)
                || [' ', '-', '('].iter().any(|before| self.folded.contains(&format!("{before}{word}")))
        };
        Some(match self.what {
            What::Name if begins() => 0,
            What::Name => 1,
            What::Organisation => 2,
            What::Place => 3,
            What::Layer | What::Country => 4,
            What::Summary => 5,
        })
    }
}

fn words(asked: &str) -> Vec<String> {
    fold::search(asked).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
