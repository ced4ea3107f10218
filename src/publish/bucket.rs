//! A bucket of S3, or of what speaks like it, as a place.

use std::collections::BTreeMap;
use std::time::Duration;

use bytes::Bytes;
use http::Uri;
use object_store::aws::{AmazonS3, AmazonS3Builder, AmazonS3ConfigKey};
use object_store::list::{PaginatedListOptions, PaginatedListStore};
use object_store::path::Path;
use object_store::{
    Attribute, Attributes, ClientConfigKey, Error, ObjectStore, ObjectStoreExt, PutOptions, RetryConfig,
};

use super::place::{NoPlace, Object, Place};
use super::reason::refused;

/// Names of variables any of which says by what right we come.
const RIGHTS: [&str; 5] = [
    "AWS_ACCESS_KEY_ID",
    "AWS_WEB_IDENTITY_TOKEN_FILE",
    "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
    "AWS_CONTAINER_CREDENTIALS_FULL_URI",
    "AWS_SKIP_SIGNATURE",
];
/// Where the service is, if it is not Amazon's; the first that is set.
const ENDPOINTS: [&str; 3] = ["AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL", "AWS_ENDPOINT"];
/// What no message may hold.
const SECRETS: [&str; 3] = ["AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_ACCESS_KEY_ID"];

/// Why a bucket cannot be spoken to.
#[derive(Debug, thiserror::Error)]
pub enum NoBucket {
    /// Nobody may write there.
    #[error(
        "no key for s3://{0} in the environment: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (and \
         AWS_REGION, or AWS_ENDPOINT_URL for a service other than Amazon's)"
    )]
    NoRight(String),
    /// What is carried could be changed on its way.
    #[error(
        "{0} in AWS_ENDPOINT_URL is plain HTTP and leaves this machine: name it with https://, or set \
         AWS_ALLOW_HTTP=true where the way is safe"
    )]
    Plain(String),
    /// A value in the environment is none.
    #[error("{}: {}; check the variables AWS_…", .0.object, .0.reason)]
    Environment(NoPlace),
}

/// The bucket, below a prefix.
pub struct Bucket {
    store: AmazonS3,
    bucket: String,
    prefix: String,
    secrets: Vec<String>,
}

impl Bucket {
    /// As the environment says. `told` gives the value of a variable.
    pub fn open(
        bucket: String,
        prefix: String,
        told: impl Fn(&str) -> Option<String>,
    ) -> Result<Bucket, NoBucket> {
        if RIGHTS.iter().all(|name| told(name).is_none()) {
            return Err(NoBucket::NoRight(bucket));
        }
        // Nobody else in this process speaks TLS; whoever was first is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let secrets = SECRETS.iter().filter_map(|name| told(name)).collect();
        let mut builder = AmazonS3Builder::from_env().with_bucket_name(&bucket);
        if let Some(endpoint) = ENDPOINTS.iter().find_map(|name| told(name)) {
            if endpoint.starts_with("http://") {
                let allowed = told("AWS_ALLOW_HTTP").is_some_and(|value| value == "true");
                if !allowed && !is_loopback(&endpoint) {
                    return Err(NoBucket::Plain(endpoint));
                }
                builder = builder.with_allow_http(true);
            }
            builder = builder.with_endpoint(endpoint);
        }
        // A large file on a slow line takes its time; a service that is not there is told of soon.
        if told("AWS_TIMEOUT").is_none() {
            builder = builder.with_config(AmazonS3ConfigKey::Client(ClientConfigKey::Timeout), "5 minutes");
        }
        let retry =
            RetryConfig { max_retries: 5, retry_timeout: Duration::from_secs(60), ..Default::default() };
        // Not every service that speaks like S3 can delete many at once.
        let store = builder.with_retry(retry).with_disable_bulk_delete(true).build();
        match store {
            Ok(store) => Ok(Bucket { store, bucket, prefix, secrets }),
            Err(error) => {
                let address = format!("s3://{bucket}");
                Err(NoBucket::Environment(refused("open", address, &error, &secrets)))
            }
        }
    }

    fn key(&self, path: &str) -> Result<Path, Error> {
        Ok(match &*self.prefix {
            "" => Path::parse(path)?,
            prefix => Path::parse(format!("{prefix}/{path}"))?,
        })
    }

    fn no<'a>(&'a self, what: &'static str, path: &'a str) -> impl Fn(Error) -> NoPlace + 'a {
        let address = match &*self.prefix {
            "" => format!("s3://{}/{path}", self.bucket),
            prefix => format!("s3://{}/{prefix}/{path}", self.bucket),
        };
        move |error| refused(what, address.clone(), &error, &self.secrets)
    }

    async fn page(&self, token: Option<String>) -> Result<(BTreeMap<String, u64>, Option<String>), Error> {
        let below = if self.prefix.is_empty() { String::new() } else { format!("{}/", self.prefix) };
        let options = PaginatedListOptions { page_token: token, ..Default::default() };
        let page = self.store.list_paginated(Some(&below).filter(|b| !b.is_empty()).map(|b| &**b), options);
        let page = page.await?;
        let objects = page.result.objects.iter().filter_map(|object| {
            Some((object.location.as_ref().strip_prefix(&below)?.to_owned(), object.size))
        });
        Ok((objects.collect(), page.page_token))
    }
}

impl Place for Bucket {
    fn keeps_headers(&self) -> bool {
        true
    }

    async fn list(&self) -> Result<BTreeMap<String, u64>, NoPlace> {
        let mut all = BTreeMap::new();
        let mut token = None;
        loop {
            let (objects, next) = self.page(token).await.map_err(self.no("list", ""))?;
            all.extend(objects);
            if next.is_none() {
                return Ok(all);
            }
            token = next;
        }
    }

    async fn get(&self, path: &str) -> Result<Bytes, NoPlace> {
        let key = self.key(path).map_err(self.no("read", path))?;
        let found = self.store.get(&key).await.map_err(self.no("read", path))?;
        found.bytes().await.map_err(self.no("read", path))
    }

    async fn put(&self, object: Object) -> Result<(), NoPlace> {
        let path = &object.path;
        let mut attributes = Attributes::new();
        attributes.insert(Attribute::ContentType, object.media_type.into());
        attributes.insert(Attribute::CacheControl, object.cache.into());
        if let Some(encoding) = object.encoding {
            attributes.insert(Attribute::ContentEncoding, encoding.into());
        }
        let options = PutOptions { attributes, ..Default::default() };
        let key = self.key(path).map_err(self.no("put", path))?;
        let put = self.store.put_opts(&key, object.body.into(), options).await;
        put.map(drop).map_err(self.no("put", path))
    }

    async fn remove(&self, path: &str) -> Result<(), NoPlace> {
        let key = self.key(path).map_err(self.no("remove", path))?;
        match self.store.delete(&key).await {
            Err(Error::NotFound { .. }) => Ok(()),
            done => done.map_err(self.no("remove", path)),
        }
    }
}

fn is_loopback(endpoint: &str) -> bool {
    let host = endpoint.parse::<Uri>().ok().and_then(|uri| uri.host().map(str::to_owned));
    host.is_some_and(|host| {
        let address = host.trim_matches(['[', ']']).parse::<std::net::IpAddr>();
        host == "localhost" || address.is_ok_and(|address| address.is_loopback())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(told: &[(&str, &str)]) -> Result<Bucket, NoBucket> {
        let value = |name: &str| told.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v).to_owned());
        Bucket::open("atlas".to_owned(), String::new(), value)
    }

    #[test]
    fn without_a_key_nobody_is_asked() {
        let no = open(&[("AWS_REGION", "eu-west-1")]).err().expect("no key").to_string();
        assert!(no.starts_with("no key for s3://atlas in the environment: set AWS_ACCESS_KEY_ID"), "{no}");
    }

    #[test]
    fn plain_http_is_for_this_machine_alone_unless_it_is_allowed() {
        let key = ("AWS_ACCESS_KEY_ID", "key");
        let plain = ("AWS_ENDPOINT_URL", "http://192.0.2.1:9000");
        let no = open(&[key, plain]).err().expect("refused").to_string();
        assert!(no.contains("http://192.0.2.1:9000") && no.contains("AWS_ALLOW_HTTP=true"), "{no}");
        for endpoint in ["http://127.0.0.1:9000", "http://localhost:9000", "http://[::1]:9000"] {
            assert!(open(&[key, ("AWS_ENDPOINT_URL", endpoint)]).is_ok(), "{endpoint}");
        }
        assert!(open(&[key, plain, ("AWS_ALLOW_HTTP", "true")]).is_ok());
    }
}
