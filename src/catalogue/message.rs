//! What of a string is constant: placeholders, plurals and tags of the usual libraries are taken out.

/// Stands for what varies, and for where a text of its own begins: both of the private use area, which no string of an interface has.
pub(super) const VARIABLE: char = '\u{F8FE}';
pub(super) const BREAK: char = '\u{F8FF}';
/// Most forms that the plurals and choices of one string make; what is beyond varies.
const MOST_FORMS: usize = 64;
/// Most bytes of a tag, a name of a placeholder or a reference.
const LONGEST_MARK: usize = 300;
/// How deep such forms stand in each other.
const DEEPEST: usize = 6;

/// The constant texts of a string: one as a whole, or what stands before and after what varies in it.
pub(super) fn segments(string: &str) -> Vec<(String, Option<String>)> {
    let mut out = Vec::new();
    for form in forms(string, false, 0) {
        let form = marked(&form);
        let parts: Vec<&str> = form.split(BREAK).filter(|part| part.contains(char::is_alphanumeric)).collect();
        for part in &parts {
            // A single word between two tags is a piece of a sentence, and no text of its own.
            if parts.len() > 1 && part.split_whitespace().count() < 2 {
                continue;
            }
            match (part.split_once(VARIABLE), part.rsplit_once(VARIABLE)) {
                (Some((before, _)), Some((_, after))) => out.push((before.to_owned(), Some(after.to_owned()))),
                _ => out.push(((*part).to_owned(), None)),
            }
        }
    }
    out
}

/// The string with each of its plurals and choices (`{n, plural, one {# day} other {# days}}`), and every other brace as something
/// variable. `counted`: a `#` is the number.
fn forms(text: &str, counted: bool, depth: usize) -> Vec<String> {
    let mut all = vec![String::new()];
    let push = |all: &mut Vec<String>, part: &str| all.iter_mut().for_each(|form| form.push_str(part));
    let variable = VARIABLE.to_string();
    let plain = |part: &str| if counted { part.replace('#', &variable) } else { part.to_owned() };
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        push(&mut all, &plain(&rest[..open]));
        let Some(inside) = braced(&rest[open..]) else {
            // Behind a brace that nothing closes anything may be meant.
            push(&mut all, &variable);
            return all;
        };
        rest = &rest[open + inside.len() + 2..];
        let choices: Vec<String> = match choices(inside) {
            Some((branches, counted)) if depth < DEEPEST => {
                branches.into_iter().flat_map(|branch| forms(branch, counted, depth + 1)).collect()
            }
            _ => Vec::new(),
        };
        if choices.is_empty() || all.len() * choices.len() > MOST_FORMS {
            push(&mut all, &variable);
        } else {
            all = all
                .iter()
                .flat_map(|form| choices.iter().map(move |choice| [form, choice.as_str()].concat()))
                .collect();
        }
    }
    push(&mut all, &plain(rest));
    all
}

/// What stands in the braces that a text begins with.
fn braced(text: &str) -> Option<&str> {
    let mut depth = 0usize;
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return text.get(1..at);
        }
    }
    None
}

/// The branches of a plural or a choice, and whether a `#` in them is the number.
fn choices(inside: &str) -> Option<(Vec<&str>, bool)> {
    let (_, rest) = inside.split_once(',')?;
    let (kind, mut rest) = rest.split_once(',')?;
    let counted = match kind.trim() {
        "plural" | "selectordinal" => true,
        "select" => false,
        _ => return None,
    };
    let mut branches = Vec::new();
    while let Some(open) = rest.find('{') {
        let branch = braced(&rest[open..])?;
        branches.push(branch);
        rest = &rest[open + branch.len() + 2..];
    }
    (!branches.is_empty()).then_some((branches, counted))
}

/// The text with what varies and with tags marked, and character references read.
fn marked(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['%', '$', '<', '&']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let (sign, length) = match rest.as_bytes()[0] {
            b'%' => percent(rest),
            b'$' => dollar(rest),
            b'<' => tag(rest),
            _ => reference(rest),
        }
        .unwrap_or_else(|| (rest.chars().next(), 1));
        out.extend(sign);
        rest = &rest[length..];
    }
    out.push_str(rest);
    out
}

/// The first such sign near the start of a text: without a bound, a text full of the signs that one ends would take its square.
fn first(text: &str, sign: u8) -> Option<usize> {
    text.bytes().take(LONGEST_MARK).position(|byte| byte == sign)
}

/// What stands for something at the start of a text, and how many bytes it takes.
type Mark = Option<(Option<char>, usize)>;

/// `%s`, `%1$d`, `%-5.2f`, `%(name)s`, `%@`, `%1`; `%%` is a percent sign.
fn percent(text: &str) -> Mark {
    let rest = &text[1..];
    if rest.starts_with('%') {
        return Some((Some('%'), 2));
    }
    let named = rest.strip_prefix('(').and_then(|rest| first(rest, b')')).map_or(0, |end| end + 2);
    let format = &rest[named..];
    let digits = format.bytes().take_while(u8::is_ascii_digit).count();
    let signs =
        format.bytes().take_while(|byte| matches!(byte, b'0'..=b'9' | b'$' | b'-' | b'+' | b'#' | b'*' | b'.')).count();
    let length = format[signs..].bytes().take_while(|byte| matches!(byte, b'h' | b'l' | b'L' | b'q' | b'z')).count();
    let kind = format[signs + length..].bytes().next();
    if kind.is_some_and(|kind| b"diouxXeEfFgGcsSpaAn@".contains(&kind)) {
        return Some((Some(VARIABLE), 1 + named + signs + length + 1));
    }
    (digits > 0 && signs == digits && named == 0).then_some((Some(VARIABLE), 1 + digits))
}

/// `$NAME$` and `$1` of browsers, `$t(key)` of i18next.
fn dollar(text: &str) -> Mark {
    let rest = &text[1..];
    if let Some(inside) = rest.strip_prefix("t(") {
        return first(inside, b')').map(|end| (Some(VARIABLE), end + 4));
    }
    let name = rest.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'@')).count();
    match rest[name..].starts_with('$') && name > 0 {
        true => Some((Some(VARIABLE), name + 2)),
        false => rest.starts_with(|c: char| c.is_ascii_digit()).then_some((Some(VARIABLE), 2)),
    }
}

fn tag(text: &str) -> Mark {
    let opens = text[1..].starts_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '!' | '%' | '?'));
    let end = first(text, b'>').filter(|_| opens)?;
    Some((Some(BREAK), end + 1))
}

/// `&amp;`, `&#39;`, `&nbsp;`; of a name that is not known a space.
fn reference(text: &str) -> Mark {
    let name = &text[1..first(text, b';')?];
    let number =
        |digits: &str, base: u32| u32::from_str_radix(digits, base).ok().and_then(char::from_u32).unwrap_or(' ');
    let known = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => match name.strip_prefix('#') {
            Some(hex) if hex.starts_with(['x', 'X']) => number(&hex[1..], 16),
            Some(digits) => number(digits, 10),
            None => ' ',
        },
    };
    let is_name =
        !name.is_empty() && name.len() <= 10 && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#');
    is_name.then_some((Some(known), name.len() + 2))
}
