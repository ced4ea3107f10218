//! Errors for clients: RFC 9457, `application/problem+json`.

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use serde::Serialize;

use super::answer::{Answer, Keep};
use super::headers::Kind;

/// Seconds after which a client turned away may try again.
pub const LATER: u32 = 1;

/// What went wrong, told to a client. Never holds an inner error.
#[derive(Debug, Clone, Serialize)]
pub struct Problem {
    /// The class of problem: the status alone tells it.
    #[serde(rename = "type")]
    kind: &'static str,
    title: &'static str,
    #[serde(serialize_with = "as_number")]
    status: StatusCode,
    detail: String,
    /// The parameter at fault.
    #[serde(skip_serializing_if = "Option::is_none")]
    parameter: Option<String>,
    /// What was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<String>,
    /// What is allowed, or exists.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    allowed: Vec<String>,
    /// What may have been meant.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    nearest: Vec<String>,
    #[serde(skip)]
    retry_after: Option<u32>,
}

fn as_number<S: serde::Serializer>(status: &StatusCode, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_u16(status.as_u16())
}

impl Problem {
    /// A problem with a sentence about it.
    pub fn new(status: StatusCode, detail: impl Into<String>) -> Problem {
        Problem {
            kind: "about:blank",
            title: status.canonical_reason().unwrap_or("Error"),
            status,
            detail: detail.into(),
            parameter: None,
            value: None,
            allowed: Vec::new(),
            nearest: Vec::new(),
            retry_after: None,
        }
    }

    /// There is no room for this answer now.
    pub fn busy() -> Problem {
        metrics::counter!("huella_turned_away_total").increment(1);
        let detail = "The server is busy. Try again in a moment.";
        Problem::new(StatusCode::SERVICE_UNAVAILABLE, detail).retry_after(LATER)
    }

    /// Something that is not there.
    pub fn not_found(detail: impl Into<String>) -> Problem {
        Problem::new(StatusCode::NOT_FOUND, detail)
    }

    /// A value of a parameter that cannot be used.
    pub fn parameter(
        name: impl Into<String>,
        value: impl Into<String>,
        detail: impl Into<String>,
    ) -> Problem {
        Problem {
            parameter: Some(name.into()),
            value: Some(value.into()),
            ..Problem::new(StatusCode::BAD_REQUEST, detail)
        }
    }

    /// The same with another status.
    pub fn status(self, status: StatusCode) -> Problem {
        Problem { title: status.canonical_reason().unwrap_or("Error"), status, ..self }
    }

    /// With what is allowed, or exists.
    pub fn allowed(self, allowed: impl IntoIterator<Item = impl Into<String>>) -> Problem {
        Problem { allowed: allowed.into_iter().map(Into::into).collect(), ..self }
    }

    /// With what may have been meant.
    pub fn nearest(self, nearest: impl IntoIterator<Item = impl Into<String>>) -> Problem {
        Problem { nearest: nearest.into_iter().map(Into::into).collect(), ..self }
    }

    /// To be tried again after some seconds.
    pub fn retry_after(self, seconds: u32) -> Problem {
        Problem { retry_after: Some(seconds), ..self }
    }
}

impl From<Problem> for Answer {
    fn from(problem: Problem) -> Answer {
        let body = serde_json::to_vec(&problem).unwrap_or_default();
        let answer = Answer::made(Kind::Open, "application/problem+json", body)
            .status(problem.status)
            .keep(Keep::Never);
        match problem.retry_after {
            Some(seconds) => answer.retry_after(seconds),
            None => answer,
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        Answer::from(self).into_response()
    }
}
