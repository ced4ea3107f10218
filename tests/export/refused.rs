//! What cannot be written is told with path, reason and remedy, and costs nothing that was there.

use std::process::Command;

use super::Small;

#[test]
fn a_file_of_somebody_else_is_never_written_over() {
    let small = Small::new("foreign");
    small.write("site/robots.txt", "mine");
    let no = small.export().expect_err("it is not ours").to_string();
    assert!(no.contains("robots.txt is not of an export and was not touched; move it away"), "{no}");
    assert_eq!(&*small.files()["robots.txt"], b"mine");
}

#[test]
fn a_folder_that_is_none_or_cannot_be_written_is_told() {
    let small = Small::new("no-folder");
    small.write("site", "a file");
    let no = small.export().expect_err("a file").to_string();
    assert!(no.contains("site is a file; name a folder"), "{no}");
    std::fs::remove_file(small.site()).expect("removed");
    small.write("site/es", "a file where a folder belongs");
    let no = small.export().expect_err("a file in the way").to_string();
    assert!(no.contains("es") && no.contains("move it away"), "{no}");
    if cfg!(target_os = "linux") {
        let told = Command::new(env!("CARGO_BIN_EXE_huella")).args(["export", "/proc/none"]).output();
        let told = told.expect("the program runs");
        let said = String::from_utf8_lossy(&told.stderr).into_owned();
        assert!(!told.status.success() && said.starts_with("huella: cannot write /proc/none: "), "{said}");
    }
}

#[cfg(unix)]
#[test]
fn where_the_room_ends_it_says_so_and_leaves_nothing_half_written() {
    let small = Small::new("full");
    // A limit on the length of files is the full disk that needs no disk of its own.
    let told = Command::new("sh")
        .args(["-c", "trap '' XFSZ; ulimit -f 200; exec \"$0\" export --geodata \"$1\" \"$2\""])
        .arg(env!("CARGO_BIN_EXE_huella"))
        .args([small.record(), small.site()])
        .output()
        .expect("the program runs");
    let said = String::from_utf8_lossy(&told.stderr).into_owned();
    assert!(!told.status.success(), "it fits");
    assert!(said.starts_with("huella: cannot write ") && said.contains("; make room there"), "{said}");
    let files = small.files();
    assert!(files.values().all(|bytes| bytes.len() < 200 * 1024), "nothing half-written is left");
}
