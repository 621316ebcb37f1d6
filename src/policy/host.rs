//! Hosts as browsers write them: lower case, Punycode, IPv4 as four numbers, IPv6 in brackets.

use super::PolicyError;
use unicode_security::RestrictionLevel;
use unicode_security::restriction_level::RestrictionLevelDetection;

/// A host in a pattern, as browsers write it.
///
/// # Errors
/// What is wrong with it.
pub(super) fn canonical(text: &str) -> Result<String, PolicyError> {
    if text.contains('%') {
        return Err(PolicyError::Host);
    }
    match url::Host::parse(text) {
        Err(_) => Err(PolicyError::Host),
        Ok(url::Host::Domain(name)) => {
            if name.ends_with('.') {
                return Err(PolicyError::TrailingDot);
            }
            if !is_name(&name) {
                return Err(PolicyError::Host);
            }
            if mixes_scripts(&name) {
                return Err(PolicyError::MixedScripts);
            }
            Ok(name)
        }
        Ok(address) => {
            let spelled = address.to_string();
            if spelled == text.to_ascii_lowercase() { Ok(spelled) } else { Err(PolicyError::Spelling(spelled)) }
        }
    }
}

/// Letters, digits, hyphens, underscores and single dots.
pub(super) fn is_name(name: &str) -> bool {
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
    };
    name.len() <= 253 && name.split('.').all(label)
}

/// True for an address instead of a name.
pub(super) fn is_address(host: &str) -> bool {
    host.starts_with('[') || host.parse::<std::net::Ipv4Addr>().is_ok()
}

/// Whether a label of the host, which is in Punycode, mixes scripts that do not belong together: more than UTS 39 calls
/// highly restrictive (one script, or Latin with one of the three of East Asia).
pub(super) fn mixes_scripts(host: &str) -> bool {
    if !host.split('.').any(|label| label.starts_with("xn--")) {
        return false;
    }
    let (shown, fine) = idna::domain_to_unicode(host);
    let strange = |label: &str| label.detect_restriction_level() > RestrictionLevel::HighlyRestrictive;
    fine.is_err() || shown.split('.').any(|label| !label.is_ascii() && strange(label))
}

/// This machine, to which nothing is sent over a network.
pub(super) fn is_loopback(host: &str) -> bool {
    matches!(host, "localhost" | "127.0.0.1" | "[::1]")
}

/// Whether a host is this one or below it.
pub(super) fn is_below(host: &str, above: &str) -> bool {
    host.strip_suffix(above).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}
