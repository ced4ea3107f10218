//! Every parser of outside input takes whatever comes: it reads it or refuses it, and never breaks. Inputs are
//! examples that hold, damaged by a fixed rule, so that a run can be repeated. A short run belongs to the other
//! promises; `HUELLA_FUZZ_SECONDS` is how long a long one may take, all targets together, `HUELLA_FUZZ_TARGET` the name
//! of one that is run alone.

mod addresses;
mod damage;
mod requests;
mod targets;
mod texts;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use damage::{Dice, damaged};
use targets::{TARGETS, Target};

/// Inputs of a target in a short run, divided by what one of them costs.
const CASES: u64 = 600;
/// The server's own threads have as much: what grows with the input overflows it.
const STACK: usize = 2 * 1024 * 1024;
/// No input may keep a thread busy for longer, on a machine with other work to do.
const LONGEST: Duration = Duration::from_secs(10);

/// How long a long run has for each of its targets; none in a short run.
fn time(targets: usize) -> Option<Duration> {
    let seconds: f64 = std::env::var("HUELLA_FUZZ_SECONDS").ok()?.parse().ok()?;
    Some(Duration::from_secs_f64(seconds / targets as f64))
}

fn wanted() -> Vec<&'static Target> {
    let name = std::env::var("HUELLA_FUZZ_TARGET").ok();
    let wanted: Vec<&Target> =
        TARGETS.iter().filter(|t| name.as_deref().is_none_or(|name| name == t.name)).collect();
    assert!(!wanted.is_empty(), "there is no target {name:?}");
    wanted
}

/// Feeds a target; how many inputs it took, how long the slowest, and its number.
fn feed(target: &Target, time: Option<Duration>) -> (u64, (Duration, u64)) {
    let start = Instant::now();
    let mut slowest = (Duration::ZERO, 0);
    let mut case = 0;
    while time.map_or(case * target.cost < CASES, |time| start.elapsed() < time) {
        let mut dice = Dice::new(target.name, case);
        let input = damaged(&mut dice, target.examples, target.words);
        let began = Instant::now();
        let done = catch_unwind(AssertUnwindSafe(|| (target.run)(&input)));
        let took = began.elapsed();
        assert!(done.is_ok(), "{}, case {case}: broken by {}", target.name, input.escape_ascii());
        assert!(took < LONGEST, "{}, case {case}: {took:?} for {}", target.name, input.escape_ascii());
        slowest = slowest.max((took, case));
        case += 1;
    }
    (case, slowest)
}

#[test]
fn every_parser_of_outside_input_takes_whatever_comes() {
    let targets = wanted();
    let time = time(targets.len());
    for target in targets {
        for example in target.examples {
            (target.run)(example.as_bytes());
        }
        let thread = std::thread::Builder::new().name(target.name.to_owned()).stack_size(STACK);
        let fed = thread.spawn(move || feed(target, time)).expect("a thread").join();
        let (cases, (slowest, case)) = fed.unwrap_or_else(|fault| std::panic::resume_unwind(fault));
        println!("{}: {cases} inputs, the slowest {slowest:.1?} (case {case})", target.name);
        assert!(cases > 0);
    }
}

#[test]
fn the_page_about_reliability_names_every_target() {
    let page = include_str!("../../docs/reliability.md");
    for target in TARGETS {
        let row = page.lines().find(|line| line.starts_with(&format!("| {} |", target.name)));
        assert!(row.is_some_and(|row| row.contains(target.outside)), "{}: {}", target.name, target.outside);
    }
}
