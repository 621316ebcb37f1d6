//! Bank accounts with a country and a checksum.

use super::checks;

/// The countries that give out such accounts, with their length (IBAN Registry, release 99), and those that are about to.
const COUNTRIES: &[u8] = b"AD24AE23AL28AO25AT20AZ28BA20BE16BF28BG22BH22BI27BJ28BR29BY28CF27CG27CH21CI28CM27CR22CV25CY28CZ24DE22DJ27DK18DO28DZ26EE20EG29\
    ES24FI18FK18FO18FR27GA27GB22GE22GI23GL18GQ27GR27GT28GW25HN28HR21HU28IE22IL23IQ23IR26IS26IT27JO30KM27KW30KZ20LB28LC32LI21LT20LU20LV21LY25MA28\
    MC27MD24ME22MG27MK19ML28MN20MR27MT31MU30MZ25NE28NI28NL18NO15OM23PK24PL28PS29PT25QA29RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SN28SO23ST25SV28\
    TD27TG28TL23TN24TR26UA29VA22VG24XK20YE30";
const SHORTEST: usize = 15;
/// Fewer digits are words behind two letters and a number, where the length is not the country's.
const FEWEST_DIGITS: usize = 8;

/// The length of a bank account that starts here, by fours or in one: of its country's length, or the longest that passes ISO/IEC 7064
/// mod 97-10.
pub(super) fn iban(rest: &[u8]) -> Option<usize> {
    let &[a, b, c, d, ..] = rest else { return None };
    if !(a.is_ascii_alphabetic() && b.is_ascii_alphabetic() && c.is_ascii_digit() && d.is_ascii_digit()) {
        return None;
    }
    let country = [a.to_ascii_uppercase(), b.to_ascii_uppercase()];
    let row = COUNTRIES.chunks(4).find(|row| row.starts_with(&country))?;
    let length = (checks::digit(row[2]) * 10 + checks::digit(row[3])) as usize;
    let mut account = [0; 34];
    let (mut held, mut digits) = (0, 0);
    let mut best = None;
    for (at, cell) in rest.iter().enumerate() {
        let next = rest.get(at + 1).is_some_and(u8::is_ascii_alphanumeric);
        if cell.is_ascii_alphanumeric() && held < account.len() {
            account[held] = *cell;
            held += 1;
            digits += usize::from(cell.is_ascii_digit());
        } else if !matches!(cell, b' ' | b'-' | b'.') || !next || held % 4 != 0 {
            break;
        }
        // Not all that is issued has its country's length.
        if held >= SHORTEST && !next && (held == length || digits >= FEWEST_DIGITS) {
            let account = account.get(..held)?;
            let checked = checks::mod97(account.iter().skip(4).chain(account.iter().take(4)).copied()) == 1;
            best = if checked { Some(at + 1) } else { best };
            if checked && held == length {
                break;
            }
        }
    }
    best
}
