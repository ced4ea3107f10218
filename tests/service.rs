//! The OGC service of the shared server, asked by path.

use serde_json::Value;

use crate::server::Server;
use crate::wire::{Reply, get};

pub const CORE: &str = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf";

/// A path below `/ogc`, as it is answered.
pub fn reply(path: &str) -> Reply {
    get(Server::shared(), &format!("/ogc{path}"), &[])
}

/// A path below `/ogc`, which is answered with JSON.
pub fn json(path: &str) -> Value {
    let reply = reply(path);
    assert_eq!(reply.status, 200, "{path}: {}", reply.text());
    reply.json()
}

/// A whole address of the shared server.
pub fn follow(href: &str) -> Reply {
    let path = href.strip_prefix(&format!("http://{}", Server::shared())).expect("links stay on this server");
    get(Server::shared(), path, &[])
}

/// A path that is answered with 400; the problem.
pub fn refused(path: &str) -> Value {
    let reply = reply(path);
    assert_eq!(reply.status, 400, "{path}: {}", reply.text());
    assert_eq!(reply.header("content-type"), Some("application/problem+json"), "{path}");
    reply.json()
}

/// Links of a document with this relation.
pub fn links<'v>(document: &'v Value, rel: &str) -> Vec<&'v Value> {
    document["links"].as_array().expect("links").iter().filter(|l| l["rel"] == rel).collect()
}

/// Ids of the features of an answer.
pub fn ids(answer: &Value) -> Vec<String> {
    let features = answer["features"].as_array().expect("features");
    features.iter().map(|f| f["id"].as_str().expect("an id").to_owned()).collect()
}

/// Values of a property of the features of an answer.
pub fn values<'v>(answer: &'v Value, name: &str) -> Vec<&'v Value> {
    answer["features"].as_array().expect("features").iter().map(|f| &f["properties"][name]).collect()
}
