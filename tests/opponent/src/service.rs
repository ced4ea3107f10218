//! Our program, asked over HTTP as anybody asks it.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use serde_json::Value;

/// Properties of several values (docs/filtering.md).
const LISTS: [&str; 10] = [
    "country",
    "region",
    "vendors",
    "contractors",
    "financiers",
    "owners",
    "operators",
    "buyers",
    "partners",
    "source_urls",
];

/// A running program; it ends with this.
pub struct Service {
    child: Child,
    origin: String,
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A collection whole.
pub struct Collection {
    pub name: String,
    /// Property and its schema.
    pub properties: Vec<(String, Value)>,
    pub features: Vec<Value>,
}

impl Service {
    /// Starts a program on a free port.
    pub fn start(program: &str) -> Service {
        let mut child = Command::new(program)
            .args(["--listen", "127.0.0.1:0"])
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut lines = BufReader::new(child.stderr.take().expect("a log")).lines().map_while(Result::ok);
        let origin = lines
            .find_map(|line| {
                let (_, rest) = line.split_once("the atlas is open at ")?;
                Some(rest.split_whitespace().next()?.trim_end_matches('/').to_owned())
            })
            .expect("an address");
        // A log that nobody reads would stop the program once the pipe is full.
        std::thread::spawn(move || lines.for_each(drop));
        Service { child, origin }
    }

    fn get(&self, path: &str, query: &[(&str, &str)]) -> Result<Value, String> {
        let agent = ureq::Agent::config_builder().http_status_as_error(false).build().new_agent();
        let request =
            agent.get(format!("{}/ogc/collections/{path}", self.origin)).query_pairs(query.iter().copied());
        let mut answer = request.call().map_err(|error| error.to_string())?;
        let body = answer.body_mut().read_to_string().map_err(|error| error.to_string())?;
        if answer.status() != 200 {
            return Err(format!("{} {body}", answer.status()));
        }
        serde_json::from_str(&body).map_err(|error| error.to_string())
    }

    /// All of a collection. Properties of several values become arrays: so the other knows them.
    pub fn collection(&self, name: &str) -> Collection {
        let queryables = self.get(&format!("{name}/queryables"), &[]).expect("queryables");
        let properties = queryables["properties"].as_object().expect("properties").clone();
        let all = self.get(&format!("{name}/items"), &[("limit", "10000")]).expect("items");
        let mut features = all["features"].as_array().expect("features").clone();
        for feature in &mut features {
            for list in LISTS {
                if let Some(joined) = feature["properties"][list].as_str() {
                    feature["properties"][list] = joined.split("; ").collect();
                }
            }
        }
        Collection { name: name.to_owned(), properties: properties.into_iter().collect(), features }
    }

    /// The ids that a filter finds.
    pub fn found(
        &self,
        collection: &Collection,
        language: &str,
        filter: &str,
    ) -> Result<BTreeSet<String>, String> {
        let query = [("limit", "10000"), ("properties", "id"), ("filter-lang", language), ("filter", filter)];
        let answer = self.get(&format!("{}/items", collection.name), &query)?;
        let features = answer["features"].as_array().ok_or("no features")?;
        Ok(features.iter().filter_map(|feature| feature["id"].as_str().map(str::to_owned)).collect())
    }
}
