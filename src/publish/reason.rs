//! What object storage says when it refuses, in one line and without anything secret.

use object_store::Error;

use super::place::NoPlace;

/// The sentence for an operator. `secrets` stand in no message, whatever the other side repeats.
pub fn refused(what: &'static str, object: String, error: &Error, secrets: &[String]) -> NoPlace {
    let remedy = remedy(error).to_owned();
    let secrets = secrets.iter().filter(|secret| !secret.is_empty());
    let reason = secrets.fold(reason(error), |told, secret| told.replace(secret.as_str(), "…"));
    NoPlace { what, object, reason, remedy }
}

/// The innermost cause; where it is a document of S3, its code and message.
fn reason(error: &Error) -> String {
    let mut innermost: &dyn std::error::Error = error;
    let mut told = innermost.to_string();
    while let Some(source) = innermost.source() {
        innermost = source;
        told = innermost.to_string();
        if let Some(code) = element(&told, "Code") {
            return match element(&told, "Message") {
                Some(message) if !message.is_empty() => format!("{code}: {message}"),
                _ => code.to_owned(),
            };
        }
    }
    let line = told.lines().next().unwrap_or_default();
    line.trim().trim_end_matches([':', '.']).chars().take(200).collect()
}

fn element<'a>(xml: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = xml.split_once(&format!("<{name}>"))?;
    Some(rest.split_once(&format!("</{name}>"))?.0.trim_end_matches('.'))
}

fn remedy(error: &Error) -> &'static str {
    let told = reason(error);
    match error {
        _ if told.starts_with("NoSuchBucket") => "make the bucket first, or name another",
        Error::PermissionDenied { .. } | Error::Unauthenticated { .. }
            if told.starts_with("AccessDenied") =>
        {
            "let this key list, read, put and delete there (s3:ListBucket, s3:GetObject, s3:PutObject, \
             s3:DeleteObject)"
        }
        Error::PermissionDenied { .. } | Error::Unauthenticated { .. } => {
            "check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, AWS_REGION and the clock"
        }
        Error::InvalidPath { .. } => "publish under a prefix of its own",
        _ => {
            "check the network and AWS_ENDPOINT_URL and publish again: what is there already is not put again"
        }
    }
}
