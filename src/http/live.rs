//! `/live`: how the page of an author hears of a reload. A question waits for an answer, which every
//! proxy lets through.

use std::time::Duration;

use axum::extract::{RawQuery, State};
use serde_json::json;

use super::address::parameter;
use super::answer::{Answer, Keep};
use super::app::Shared;
use super::headers::Kind;
use super::outcome::Outcome;
use super::problem::Problem;

/// A question waits so long, and never keeps a server from stopping for longer; the page then asks again.
const WAIT: Duration = Duration::from_secs(3);

/// Answers once what is served differs from what the page has, as it says with `have`, or after a while.
pub async fn live(State(app): State<Shared>, RawQuery(query): RawQuery) -> Result<Answer, Problem> {
    if app.links.reloads().is_none() {
        return Err(Problem::not_found("Nothing is watched here."));
    }
    let have = parameter(query.as_deref(), "have").unwrap_or_default();
    let mut outcomes = app.reloads.follow();
    let state = |outcome: &Outcome| {
        // A reload that went well and changed nothing is none to the page.
        let mark = if outcome.faults.is_empty() { 0 } else { outcome.count };
        format!("{}-{mark}", app.serving().catalogue.version())
    };
    let differs = |outcome: &Outcome| state(outcome) != have;
    let _ = tokio::time::timeout(WAIT, outcomes.wait_for(differs)).await;
    let outcome = outcomes.borrow().clone();
    let body = json!({ "have": state(&outcome), "faults": outcome.faults });
    Ok(Answer::made(Kind::Inner, "application/json", body.to_string()).keep(Keep::Never))
}
