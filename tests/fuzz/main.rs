//! What comes from outside (a trace file, a policy, a text, a step of a page's side) is read without a panic, and keeps to rules
//! whatever is in it. A few hundred cases in the native tests; `./build.sh fuzz MINUTES` looks as long at each target. A case that
//! failed becomes a file of `corpus/`, which every run begins with.

mod gate;
mod inputs;
mod policy;
mod redact;
mod selectors;
mod trace;

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseResult, TestRng, TestRunner};
use std::cell::Cell;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

/// Cases of a property in the native tests.
const SHORT: u32 = 256;
/// How many more follow each other until the time is looked at.
const ROUND: u32 = 1_000;

/// Looks for a case without the property: `SHORT` ones, or for the minutes of `FUZZ_MINUTES`, of which the properties of one target
/// get a `part` each.
fn fuzz<S: Strategy>(name: &str, part: f64, strategy: &S, property: impl Fn(S::Value) -> TestCaseResult) {
    fuzz_some(name, SHORT, part, strategy, property);
}

/// The same with another number of cases, where each takes long.
fn fuzz_some<S: Strategy>(
    name: &str,
    cases: u32,
    part: f64,
    strategy: &S,
    property: impl Fn(S::Value) -> TestCaseResult,
) {
    let minutes: Option<f64> = std::env::var("FUZZ_MINUTES").ok().and_then(|minutes| minutes.parse().ok());
    let cases = if minutes.is_some() { ROUND } else { cases };
    let config = Config { cases, failure_persistence: None, max_shrink_time: 60_000, ..Config::default() };
    let end = minutes.map(|minutes| Instant::now() + Duration::from_secs_f64(minutes * 60.0 * part));
    let count = Cell::new(0_u64);
    loop {
        let mut runner = match end {
            Some(_) => TestRunner::new(config.clone()),
            // The same cases each time: a test is no lottery.
            None => TestRunner::new_with_rng(config.clone(), TestRng::deterministic_rng(RngAlgorithm::default())),
        };
        let run = runner.run(strategy, |case| {
            count.set(count.get() + 1);
            property(case)
        });
        if let Err(error) = run {
            panic!("{name}, after {} cases: {error}", count.get());
        }
        if end.is_none_or(|end| Instant::now() > end) {
            break;
        }
    }
    println!("fuzz {name}: {} cases", count.get());
}

/// What this thread has used of a processor, where Linux says so: others use the machine too.
fn used() -> Duration {
    let said = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let used = said.split(' ').next().and_then(|nanoseconds| nanoseconds.parse().ok());
    used.map_or_else(|| START.elapsed(), Duration::from_nanos)
}

static START: LazyLock<Instant> = LazyLock::new(Instant::now);

/// Whether something takes more than linear time: of texts four times as long much more than four times as long. Measured again before it
/// is said.
fn grows_too_fast(run: impl Fn(usize)) -> bool {
    let time = |length: usize| {
        let begin = used();
        run(length);
        used().saturating_sub(begin)
    };
    const LENGTH: usize = 20_000;
    let slow = || time(4 * LENGTH) > 10 * time(LENGTH) + Duration::from_millis(20);
    (0..4).all(|_| slow())
}
