//! What is told by one sign: an `@` in an e-mail address, `://` before a name and password, dashes before a private key.

use super::fold::LETTER;

/// Cells of the e-mail address around an `@`, letters of any script. A space on either side is let pass where the host ends in
/// letters: a page may show the parts in boxes of their own.
pub(super) fn address(cells: &[u8], sign: usize) -> Option<(usize, usize)> {
    let before = cells.get(..sign)?;
    let spaced = before.ends_with(b" ");
    let end = sign - usize::from(spaced);
    let start = end - before.get(..end)?.iter().rev().take(64).take_while(|cell| local(**cell)).count();
    let gap = usize::from(cells.get(sign + 1) == Some(&b' '));
    let host_start = sign + 1 + gap;
    let rest = cells.get(host_start..)?;
    let length = rest.iter().take(255).take_while(|cell| label(**cell) || **cell == b'.').count();
    let host = rest.get(..length)?;
    let host = host.get(..length - host.iter().rev().take_while(|cell| matches!(cell, b'.' | b'-')).count())?;
    let mut labels = host.split(|cell| *cell == b'.').filter(|label| !label.is_empty());
    let last = labels.next_back()?;
    let many = labels.next().is_some();
    let in_one = !spaced && gap == 0;
    let ends_in_letters = last.len() >= 2 && last.iter().all(|cell| cell.is_ascii_alphabetic() || *cell == LETTER);
    (start < end && many && (in_one || ends_in_letters)).then_some((start, host_start + host.len()))
}

fn local(cell: u8) -> bool {
    label(cell) || b".!#$%&'*+=?^`{|}~".contains(&cell)
}

fn label(cell: u8) -> bool {
    cell.is_ascii_alphanumeric() || matches!(cell, LETTER | b'-' | b'_')
}

/// Cells of the name and password in a URL, `user:password`, whose colon and slashes start here.
pub(super) fn credentials(cells: &[u8], colon: usize) -> Option<(usize, usize)> {
    let rest = cells.get(colon..)?.strip_prefix(b"://")?;
    let ends = |cell: &&u8| matches!(cell, b'/' | b' ' | b'\n' | b'?' | b'#' | b'"' | b'<' | b'>');
    let length = rest.iter().take(256).take_while(|cell| !ends(cell)).count();
    let sign = rest.get(..length)?.iter().rposition(|cell| *cell == b'@')?;
    (sign > 0).then_some((colon + 3, colon + 3 + sign))
}

/// True where a private key in PEM starts here.
pub(super) fn opens_private_key(cells: &[u8], at: usize) -> bool {
    let rest = cells.get(at..).unwrap_or_default();
    let line = rest.get(..rest.len().min(80)).unwrap_or_default();
    rest.starts_with(b"-----BEGIN ") && line.windows(11).any(|part| part == b"PRIVATE KEY")
}

/// How many cells the private key goes on for, and whether it ends there.
pub(super) fn rest_of_private_key(cells: &[u8]) -> (usize, bool) {
    const END: &[u8] = b"-----END ";
    match cells.windows(END.len()).position(|part| part == END) {
        Some(at) => {
            let line = cells.get(at..).unwrap_or_default();
            let close = line.iter().skip(END.len()).take_while(|cell| **cell != b'-' && **cell != b'\n').count();
            let dashes = line.iter().skip(END.len() + close).take_while(|cell| **cell == b'-').count();
            (at + END.len() + close + dashes, true)
        }
        None => (cells.len().saturating_sub(END.len()), false),
    }
}
