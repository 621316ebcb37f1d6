//! Layer 7: what JavaScript sees of the core; each function converts and does nothing else.

#[cfg(feature = "review")]
mod gate;
#[cfg(feature = "review")]
mod policy;
#[cfg(feature = "probe")]
mod probe;
#[cfg(feature = "recorder")]
mod recorder;
#[cfg(feature = "review")]
mod review;
#[cfg(any(feature = "recorder", feature = "review"))]
mod seal;
#[cfg(feature = "recorder")]
mod settings;
#[cfg(feature = "review")]
mod value;
