//! What is told by one sign: an `@` in an e-mail address, `://` before a name and password, dashes before a private key.

use super::fold::LETTER;

/// How the sign of an address is written where machines should not read it, or in a code.
const SIGNS: &[&[u8]] = &[b"[at]", b"(at)", b"{at}", b"<at>", b"[@]", b"(@)", b"%40", b"&#64;", b"&commat;"];
/// The same of a dot.
const DOTS: &[&[u8]] = &[b"[dot]", b"(dot)", b"{dot}", b"[.]", b"dot", b"punkt", b"."];
/// Most cells of a local part in quotes.
const LONGEST_QUOTED: usize = 66;

/// Cells of the e-mail address around an `@`, letters of any script. A space on either side is let pass where the host ends in
/// letters: a page may show the parts in boxes of their own.
pub(super) fn address(cells: &[u8], sign: usize) -> Option<(usize, usize)> {
    around(cells, sign, sign + 1, false)
}

/// The same around `[at]`, `%40` and the like, that starts here.
pub(super) fn hidden_address(cells: &[u8], at: usize) -> Option<(usize, usize)> {
    let rest = cells.get(at..)?;
    let sign = SIGNS.iter().find(|sign| starts_with(rest, sign))?;
    let spaced = at.checked_sub(1).is_some_and(|before| cells[before] == b' ');
    let gap = usize::from(cells.get(at + sign.len()) == Some(&b' '));
    let end = at + sign.len();
    hidden_host(cells, end + gap, at - usize::from(spaced)).or_else(|| around(cells, at, end, true))
}

fn starts_with(rest: &[u8], word: &[u8]) -> bool {
    rest.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}

/// A host whose dots are written in words, spaces around them.
fn hidden_host(cells: &[u8], start: usize, end_of_local: usize) -> Option<(usize, usize)> {
    let local = cells.get(..end_of_local)?.iter().rev().take(64).take_while(|cell| local(**cell)).count();
    let (mut at, mut dots) = (start, 0);
    loop {
        at += cells.get(at..)?.iter().take(64).take_while(|cell| label(**cell)).count();
        let space = usize::from(cells.get(at) == Some(&b' '));
        let rest = cells.get(at + space..).unwrap_or_default();
        let Some(dot) = DOTS.iter().find(|dot| starts_with(rest, dot)) else { break };
        let behind = at + space + dot.len();
        let next = behind + usize::from(space > 0 && cells.get(behind) == Some(&b' '));
        let fits = match dot[0] {
            b'.' => space == 0,
            first => !first.is_ascii_alphabetic() || space > 0,
        };
        if !fits || !cells.get(next).is_some_and(|cell| label(*cell)) {
            break;
        }
        dots += 1;
        at = next;
    }
    (local > 0 && dots > 0).then_some((end_of_local - local, at))
}

/// The address whose sign takes the cells `sign..behind`.
fn around(cells: &[u8], sign: usize, behind: usize, strict: bool) -> Option<(usize, usize)> {
    let before = cells.get(..sign)?;
    let spaced = before.ends_with(b" ");
    let end = sign - usize::from(spaced);
    let start = end
        - match before.get(..end)? {
            quoted @ [.., b'"'] => quoted_length(quoted),
            plain => plain.iter().rev().take(64).take_while(|cell| local(**cell)).count(),
        };
    let gap = usize::from(cells.get(behind) == Some(&b' '));
    let host_start = behind + gap;
    let rest = cells.get(host_start..)?;
    let length = rest.iter().take(255).take_while(|cell| label(**cell) || **cell == b'.').count();
    let host = rest.get(..length)?;
    let host = host.get(..length - host.iter().rev().take_while(|cell| matches!(cell, b'.' | b'-')).count())?;
    let mut labels = host.split(|cell| *cell == b'.').filter(|label| !label.is_empty());
    let last = labels.next_back()?;
    let many = labels.next().is_some();
    let in_one = !spaced && gap == 0 && !strict;
    let ends_in_letters = last.len() >= 2 && last.iter().all(|cell| cell.is_ascii_alphabetic() || *cell == LETTER);
    (start < end && many && (in_one || ends_in_letters)).then_some((start, host_start + host.len()))
}

/// The length of a local part in quotes that ends here: `"dana lee"`; 0 where it does not start.
fn quoted_length(before: &[u8]) -> usize {
    let inside = before.iter().rev().skip(1).take(LONGEST_QUOTED).position(|cell| matches!(cell, b'"' | b'\n'));
    let length = inside.map_or(0, |inside| inside + 2);
    let opens = before.len().checked_sub(length).and_then(|start| before.get(start)) == Some(&b'"');
    if opens && length > 2 { length } else { 0 }
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
