//! What one request may cost.

use std::time::Duration;

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use tokio::sync::Semaphore;

use super::line::Line;
use super::problem::{LATER, Problem};

/// A path and query together; the longest filter that is allowed fits.
const ADDRESS_BYTES: usize = 32 * 1024;
/// Longer than any answer takes on a machine that is not overwhelmed.
const ANSWER: Duration = Duration::from_secs(20);

/// Answers that may be made at the same time, and requests that wait for it.
#[derive(Debug)]
pub struct Places {
    making: Semaphore,
    line: Line,
}

impl Places {
    /// For so many answers.
    pub fn new(at_once: usize) -> Places {
        Places { making: Semaphore::new(at_once), line: Line::default() }
    }
}

/// Turns away what is too long, too many or too slow.
pub async fn limit(places: &Places, request: Request, next: Next) -> Response {
    let length = request.uri().path_and_query().map_or(0, |p| p.as_str().len());
    if length > ADDRESS_BYTES {
        let detail = format!("The address is {length} bytes long; at most {ADDRESS_BYTES} are read.");
        return Problem::new(StatusCode::URI_TOO_LONG, detail).into_response();
    }
    let Ok(_place) = places.making.try_acquire() else { return Problem::busy().into_response() };
    if !places.line.wait().await {
        return Problem::busy().into_response();
    }
    match tokio::time::timeout(ANSWER, places.line.make(next.run(request))).await {
        Ok(response) => response,
        Err(_) => {
            let detail = "The answer took too long and was given up. Ask for less at once.";
            Problem::new(StatusCode::SERVICE_UNAVAILABLE, detail).retry_after(LATER).into_response()
        }
    }
}
