//! What is said where nothing can be published.

use std::process::Command;

use super::Sites;

/// What the program says to these arguments, with these variables and no other of the service's.
fn refused(arguments: &[&str], told: &[(&str, &str)]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_huella"));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("AWS_")) {
        command.env_remove(name);
    }
    let output = command.arg("publish").args(arguments).envs(told.iter().copied()).output();
    let output = output.expect("the program runs");
    assert_eq!(output.status.code(), Some(1), "it succeeds");
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn an_address_without_a_place_or_a_bucket_without_a_key_is_told_at_once() {
    let said = refused(&["/srv/atlas"], &[]);
    assert_eq!(said, "huella: `/srv/atlas` is no place to publish to: it begins with s3:// or file://.\n");
    let said = refused(&["s3://atlas/x"], &[]);
    assert!(said.contains("set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"), "{said}");
    let key = [("AWS_ACCESS_KEY_ID", "a-key"), ("AWS_SECRET_ACCESS_KEY", "a-secret")];
    let said = refused(&["s3://atlas"], &[&key[..], &[("AWS_ENDPOINT_URL", "http://192.0.2.1")]].concat());
    assert!(said.contains("is plain HTTP and leaves this machine") && !said.contains("a-secret"), "{said}");
}

#[test]
fn a_folder_that_no_export_has_finished_or_that_was_changed_since_is_not_published() {
    let sites = Sites::new("no-site");
    let place = format!("file://{}", sites.target().display());
    let from = |folder: &str| refused(&[&place, "--from", folder], &[]);
    let none = sites.target().display().to_string();
    assert!(from(&none).contains("has no huella-export.json that could be read"), "{}", from(&none));
    sites.write("0/data/same.geojson", "{ }");
    let folder = sites.folder(0).display().to_string();
    let said = from(&folder);
    assert!(said.contains("data/same.geojson is not the file that huella-export.json names"), "{said}");
    assert!(!sites.target().join("index.html").exists(), "no page was put");
}

#[test]
fn a_service_that_is_not_there_is_told_with_what_to_do() {
    let sites = Sites::new("no-service");
    // Taken and left: nobody listens there.
    let port = std::net::TcpListener::bind("127.0.0.1:0").and_then(|taken| taken.local_addr());
    let endpoint = format!("http://{}", port.expect("a port"));
    let told = [
        ("AWS_ACCESS_KEY_ID", "a-key"),
        ("AWS_SECRET_ACCESS_KEY", "a-secret"),
        ("AWS_ENDPOINT_URL", &*endpoint),
        ("NO_PROXY", "*"),
    ];
    let folder = sites.folder(0).display().to_string();
    let said = refused(&["s3://atlas/x", "--from", &folder], &told);
    assert!(said.starts_with("huella: cannot list s3://atlas/x/: ") && said.contains("refused"), "{said}");
    assert!(said.contains("; check the network and AWS_ENDPOINT_URL and publish again"), "{said}");
    assert!(!said.contains("a-secret") && !said.contains("a-key"), "{said}");
}
