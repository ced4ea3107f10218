//! What keeps the program from starting is told in one sentence with the remedy.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::process::{Command, Output, Stdio};

use crate::wire;

fn huella() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_huella"));
    for name in ["HUELLA_GEODATA", "HUELLA_LISTEN", "HUELLA_PUBLIC_URL", "HUELLA_LOG", "HUELLA_LOG_FILTER"] {
        command.env_remove(name);
    }
    command
}

/// The one sentence of a start that failed.
fn refused(command: &mut Command) -> String {
    let Output { status, stdout, stderr } = command.output().expect("the program runs");
    let said = String::from_utf8(stderr).expect("UTF-8");
    assert_eq!(status.code(), Some(1), "{said}");
    assert!(stdout.is_empty(), "faults go to standard error");
    let said = said.trim_end();
    assert_eq!(said.lines().count(), 1, "one sentence:\n{said}");
    assert!(said.starts_with("huella: ") && said.ends_with('.'), "{said}");
    assert!(!said.contains("Error {") && !said.contains("Os {"), "{said}");
    said.to_owned()
}

#[test]
fn a_port_in_use_is_named_with_another_to_try() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = taken.local_addr().expect("its address").to_string();
    let said = refused(huella().args(["--listen", &address]));
    assert!(said.contains(&address) && said.contains("in use") && said.contains("--listen"), "{said}");
}

#[test]
fn a_folder_that_cannot_be_read_is_named() {
    let said = refused(huella().args(["--geodata", "/nowhere/at-all"]));
    assert!(said.contains("/nowhere/at-all") && said.contains("--geodata"), "{said}");
}

#[test]
fn others_are_let_in_only_under_a_public_address() {
    let said = refused(huella().args(["--listen", "0.0.0.0:0"]));
    assert!(said.contains("0.0.0.0:0") && said.contains("--public-url"), "{said}");
    let said = refused(huella().args(["--listen", "[::]:0"]));
    assert!(said.contains("--public-url"), "{said}");
}

#[test]
fn a_public_address_that_is_none_is_refused() {
    for url in ["example.org", "https://example.org/?a", "javascript:alert(1)"] {
        let said = refused(huella().args(["--listen", "127.0.0.1:0", "--public-url", url]));
        assert!(said.contains("--public-url") && said.contains(url), "{said}");
    }
}

#[test]
fn a_malformed_flag_is_named_with_what_was_given() {
    for (flag, value) in [("--listen", "nonsense"), ("--log", "loud")] {
        let Output { status, stderr, .. } = huella().args([flag, value]).output().expect("the program runs");
        let said = String::from_utf8(stderr).expect("UTF-8");
        assert_eq!(status.code(), Some(2), "{said}");
        assert!(said.contains(flag) && said.contains(value), "{said}");
    }
}

#[test]
fn each_flag_has_an_environment_variable() {
    let said = refused(huella().env("HUELLA_LISTEN", "0.0.0.0:0"));
    assert!(said.contains("--public-url"), "{said}");
    let said = refused(huella().env("HUELLA_GEODATA", "/nowhere/at-all"));
    assert!(said.contains("/nowhere/at-all"), "{said}");
}

#[cfg(unix)]
#[test]
fn it_says_where_it_is_open_answers_and_ends_when_the_system_asks() {
    let mut child =
        huella().args(["--listen", "127.0.0.1:0"]).stderr(Stdio::piped()).spawn().expect("it starts");
    let mut log = BufReader::new(child.stderr.take().expect("its log")).lines().map_while(Result::ok);
    let open = log.by_ref().find(|line| line.contains("the atlas is open at http://")).expect("the address");
    let address = open.split("http://").nth(1).and_then(|rest| rest.split('/').next()).expect("an address");
    assert_eq!(wire::get(address.parse().expect("host and port"), "/healthz", &[]).status, 200);
    let told = Command::new("kill").arg(child.id().to_string()).status().expect("kill");
    assert!(told.success());
    let rest: Vec<String> = log.collect();
    assert!(child.wait().expect("it ends").success(), "{rest:?}");
}
