//! Each answer is counted and logged: route, status and time, never the client's address.

use std::collections::HashMap;
use std::sync::{LazyLock, PoisonError, RwLock};
use std::time::Instant;

use axum::extract::{MatchedPath, Request};
use axum::response::Response;
use http::{HeaderName, HeaderValue, Method};
use metrics::{Counter, Histogram, counter, histogram};

/// The id by which an operator finds an answer in the log.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// A request from its beginning.
pub struct Watched {
    start: Instant,
    method: Method,
    /// The matched route, never the path: labels must stay few, and paths may hold what people typed.
    matched: Option<MatchedPath>,
}

impl Watched {
    /// Begins.
    pub fn begin(request: &Request) -> Watched {
        let matched = request.extensions().get::<MatchedPath>().cloned();
        Watched { start: Instant::now(), method: request.method().clone(), matched }
    }

    /// The pattern of the route.
    pub fn route(&self) -> &str {
        self.matched.as_ref().map_or("none", MatchedPath::as_str)
    }

    /// Counts and logs the answer, and gives it the id by which it is found in the log.
    pub fn end(self, mut response: Response) -> Response {
        let (method, route, id) = (shortened(&self.method), self.route(), request_id());
        let seconds = self.start.elapsed().as_secs_f64();
        let status = response.status().as_u16();
        meters(route, status, |meters| {
            meters.answers.increment(1);
            meters.seconds.record(seconds);
        });
        tracing::info!(target: "huella::answers", %id, %method, route, status, ms = seconds * 1000.0);
        if let Ok(id) = HeaderValue::try_from(id) {
            response.headers_mut().insert(REQUEST_ID, id);
        }
        response
    }
}

/// A client may send any word for a method, and none of HTTP's is longer: it must not fill the log.
fn shortened(method: &Method) -> &str {
    const LONGEST: usize = 16;
    method.as_str().get(..LONGEST).unwrap_or(method.as_str())
}

/// What is counted of one route with one status.
struct Meters {
    answers: Counter,
    seconds: Histogram,
}

/// Meters are looked up by borrowed names: to register them anew for each answer would cost more
/// than many an answer does.
fn meters(route: &str, status: u16, record: impl FnOnce(&Meters)) {
    static ALL: LazyLock<RwLock<HashMap<String, HashMap<u16, Meters>>>> = LazyLock::new(RwLock::default);
    if let Some(meters) =
        ALL.read().unwrap_or_else(PoisonError::into_inner).get(route).and_then(|all| all.get(&status))
    {
        return record(meters);
    }
    let mut all = ALL.write().unwrap_or_else(PoisonError::into_inner);
    let meters = all.entry(route.to_owned()).or_default().entry(status).or_insert_with(|| Meters {
        answers: counter!("huella_answers_total", "route" => route.to_owned(), "status" => status.to_string()),
        seconds: histogram!("huella_answer_seconds", "route" => route.to_owned()),
    });
    record(meters);
}

/// Unique within a run and, by the time in it, mostly beyond.
fn request_id() -> String {
    use std::sync::atomic::{AtomicU64, Ordering};
    static COUNT: AtomicU64 = AtomicU64::new(0);
    static RUN: LazyLock<String> = LazyLock::new(|| {
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        format!("{:08x}", now.map_or(0, |d| d.as_secs() as u32))
    });
    format!("{}-{:x}", *RUN, COUNT.fetch_add(1, Ordering::Relaxed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_method_does_not_fill_the_log() {
        let long = Method::from_bytes("X".repeat(40_000).as_bytes()).expect("a method");
        assert_eq!((shortened(&long).len(), shortened(&Method::OPTIONS)), (16, "OPTIONS"));
    }
}
