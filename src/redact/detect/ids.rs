//! National numbers that their form or checksum tells: a row for each, tried at each word or number.

use super::checks;

/// Most letters and digits of a number that is looked at.
const MOST: usize = 24;

/// The letters and digits from a place on, with single separators between some of them.
pub(super) struct Signs {
    signs: [u8; MOST],
    /// The cells up to behind each sign.
    ends: [u8; MOST],
    count: usize,
    /// Bits by the place of a sign: it is a digit, a separator stands before it, nothing of the kind follows it at once.
    digits: u32,
    gaps: u32,
    last: u32,
}

impl Signs {
    pub(super) fn at(cells: &[u8], start: usize) -> Self {
        let mut all = Self { signs: [0; MOST], ends: [0; MOST], count: 0, digits: 0, gaps: 0, last: 0 };
        let rest = cells.get(start..).unwrap_or_default();
        let sign = |at: usize| rest.get(at).copied().unwrap_or(0);
        let mut at = 0;
        while all.count < MOST && sign(at).is_ascii_alphanumeric() {
            let bit = 1 << all.count;
            all.signs[all.count] = sign(at).to_ascii_uppercase();
            all.digits |= if sign(at).is_ascii_digit() { bit } else { 0 };
            at += 1;
            all.ends[all.count] = at as u8;
            all.count += 1;
            if !sign(at).is_ascii_alphanumeric() {
                all.last |= bit;
                if !matches!(sign(at), b' ' | b'-' | b'.' | b'/') {
                    break;
                }
                at += 1;
                all.gaps |= 1 << all.count;
            }
        }
        all
    }

    /// How many cells the national number takes that starts here.
    pub(super) fn national(&self) -> Option<usize> {
        let longest = ROWS.iter().filter(|row| row.fits(self)).map(|row| row.length).max()?;
        Some(usize::from(self.ends[usize::from(longest) - 1]))
    }
}

/// When a form counts that no word announces.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Written {
    Anyhow,
    /// With all its separators.
    Parted,
}

struct Row {
    digits: u32,
    letters: u32,
    gaps: u32,
    length: u8,
    /// What it starts with; 0 for anything.
    prefix: [u8; 2],
    written: Written,
    check: fn(&[u8]) -> bool,
}

impl Row {
    fn fits(&self, number: &Signs) -> bool {
        let length = usize::from(self.length);
        let own = u32::MAX >> (32 - length);
        let gaps = number.gaps & own;
        length <= number.count
            && number.last >> (length - 1) & 1 == 1
            && self.digits & !number.digits == 0
            && self.letters & number.digits == 0
            && gaps & !self.gaps == 0
            && (self.written == Written::Anyhow || gaps == self.gaps)
            && self.prefix.iter().zip(number.signs).all(|(wanted, sign)| *wanted == 0 || *wanted == sign)
            && (self.check)(number.signs.get(..length).unwrap_or_default())
    }
}

/// A row by its form: `9` a digit, `A` a letter, `X` either, `-` where a separator may stand; a small letter is that letter.
const fn row(form: &str, written: Written, check: fn(&[u8]) -> bool) -> Row {
    let mut row = Row { digits: 0, letters: 0, gaps: 0, length: 0, prefix: [0; 2], written, check };
    let form = form.as_bytes();
    let mut at = 0;
    while at < form.len() {
        let bit = 1 << row.length;
        match form[at] {
            b'-' => row.gaps |= bit,
            b'9' => row.digits |= bit,
            b'X' => {}
            letter => {
                row.letters |= bit;
                if letter.is_ascii_lowercase() {
                    row.prefix[row.length as usize] = letter.to_ascii_uppercase();
                }
            }
        }
        row.length += (form[at] != b'-') as u8;
        at += 1;
    }
    row
}

use Written::{Anyhow, Parted};

/// The longest that fits is taken.
static ROWS: &[Row] = &[
    row("999-99-9999", Parted, checks::social_security),
    row("999-999-999-99", Parted, checks::cpf),
    row("99999999999", Anyhow, elevens),
    row("99-999-999-9999-99", Anyhow, checks::cnpj),
    row("99-99999999-9", Anyhow, checks::cuit),
    row("99-99-99-999-99", Parted, checks::belgian),
    row("999999-99999", Parted, checks::norwegian),
    row("999-999-999-99", Parted, checks::russian),
    row("999-9999-9999-99", Anyhow, checks::swiss),
    row("999999-9999", Parted, checks::personnummer),
    row("99999999-9999", Parted, checks::personnummer),
    row("999999-9999", Parted, checks::czech),
    row("999999-9999999", Parted, checks::korean),
    row("9999999999999", Anyhow, thirteens),
    row("999999-9999-999", Parted, checks::south_african),
    row("9-9999-99999-99-9", Parted, checks::thai),
    row("999999-99-9999", Parted, checks::date_first),
    row("99999-9999999-9", Parted, checks::any),
    row("999-9999999-9", Parted, checks::luhn),
    row("99-999-999-9-999-999", Parted, checks::any),
    row("9-99-99-9X-999-999-99", Anyhow, checks::nir),
    row("99999999999999999X", Anyhow, checks::chinese),
    row("99-999-999-X", Parted, checks::chilean),
    row("9-999-999-X", Parted, checks::chilean),
    row("99999999-X", Parted, checks::chilean),
    row("9999999-X", Parted, checks::chilean),
    row("99-999-999-A", Anyhow, checks::spanish),
    row("A-9999999-A", Anyhow, checks::spanish),
    row("AAAAA9999A", Anyhow, checks::pan),
    row("AAAA999999AAAAAAX9", Anyhow, checks::mexican),
    row("AAAA-999999-XXX", Anyhow, checks::mexican),
    row("AAAAAA99A99A999A", Anyhow, checks::any),
    row("9999999A", Anyhow, checks::irish),
    row("9999999AA", Anyhow, checks::irish),
    row("999999-999X", Parted, checks::finnish),
    row("999999A999X", Anyhow, checks::finnish),
    row("AA-99-99-99-A", Anyhow, checks::national_insurance),
    row("AAAAA999999AA9AA", Anyhow, checks::any),
    row("A9999999A", Anyhow, checks::singaporean),
    row("99AAAAA9999AXAX", Anyhow, checks::any),
    // Value added tax in Europe (Directive 2006/112/EC, article 215).
    row("at-A-99999999", Anyhow, checks::any),
    row("be-9999999999", Anyhow, checks::any),
    row("bg-999999999", Anyhow, checks::any),
    row("cy-99999999A", Anyhow, checks::any),
    row("cz-99999999", Anyhow, checks::any),
    row("de-999999999", Anyhow, checks::any),
    row("dk-99999999", Anyhow, checks::any),
    row("ee-999999999", Anyhow, checks::any),
    row("es-X9999999X", Anyhow, checks::any),
    row("fi-99999999", Anyhow, checks::any),
    row("fr-XX999999999", Anyhow, checks::any),
    row("el-999999999", Anyhow, checks::any),
    row("hr-99999999999", Anyhow, checks::any),
    row("hu-99999999", Anyhow, checks::any),
    row("ie-9999999A", Anyhow, checks::any),
    row("it-99999999999", Anyhow, checks::any),
    row("lt-999999999", Anyhow, checks::any),
    row("lu-99999999", Anyhow, checks::any),
    row("lv-99999999999", Anyhow, checks::any),
    row("mt-99999999", Anyhow, checks::any),
    row("nl-999999999A99", Anyhow, checks::any),
    row("pl-9999999999", Anyhow, checks::any),
    row("pt-999999999", Anyhow, checks::any),
    row("ro-99999999", Anyhow, checks::any),
    row("se-999999999999", Anyhow, checks::any),
    row("si-99999999", Anyhow, checks::any),
    row("sk-9999999999", Anyhow, checks::any),
    row("gb-999999999", Anyhow, checks::any),
];

/// Numbers of eleven digits with a date and a check, or with two that check.
fn elevens(number: &[u8]) -> bool {
    number[0] != b'0' && (checks::pesel(number) || checks::cpf(number))
        || checks::norwegian(number)
        || checks::baltic(number)
        || checks::belgian(number)
        || checks::greek(number)
        || checks::turkish(number)
}

/// The same of thirteen.
fn thirteens(number: &[u8]) -> bool {
    checks::korean_checked(number)
        || checks::romanian(number)
        || checks::yugoslav(number)
        || checks::south_african(number)
}
