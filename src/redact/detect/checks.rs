//! Checksums that tell a number of a kind from any other. Digits are values from 0 to 9.

/// A payment card: an issuer that exists and the checksum of ISO/IEC 7812-1, annex B.
pub(super) fn card(digits: &[u8]) -> bool {
    let &[first, second, third, fourth, ..] = digits else { return false };
    // 2-series Mastercard and Mir, American Express, Diners and JCB, Visa, Mastercard, Maestro, Discover and UnionPay; Troy, the
    // old series of JCB and Maestro, and the airlines' UATP of 15 digits.
    let series = (2..=6).contains(&first);
    let small = matches!([first, second, third, fourth], [9, 7, 9, 2] | [1, 8, 0, 0] | [0, 6, 0, 4]);
    let airline = first == 1 && digits.len() == 15;
    (series || small || airline) && luhn(digits)
}

/// The last digit makes the sum of all, each second one doubled from the right, a multiple of ten.
fn luhn(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, &digit)| {
            let value = u32::from(digit);
            if place % 2 == 0 { value } else { value * 2 - if value > 4 { 9 } else { 0 } }
        })
        .sum();
    sum > 0 && sum.is_multiple_of(10)
}

/// The remainder by 97 of a number that is written in digits and letters from A (10) to Z (35) (ISO/IEC 7064, IBAN).
pub(super) fn mod97(cells: impl Iterator<Item = u8>) -> u32 {
    cells.fold(0, |rest, cell| match cell {
        b'0'..=b'9' => (rest * 10 + u32::from(cell - b'0')) % 97,
        _ => (rest * 100 + u32::from(cell.to_ascii_uppercase().wrapping_sub(b'A')) + 10) % 97,
    })
}

fn value(digits: &[u8]) -> u64 {
    digits.iter().fold(0, |sum, &digit| sum * 10 + u64::from(digit))
}

fn weighted(digits: &[u8], weights: &[u32]) -> u32 {
    digits.iter().zip(weights).map(|(&digit, weight)| u32::from(digit) * weight).sum()
}

/// The United States' social security number: areas 000, 666 and 900 to 999, group 00 and serial 0000 were never given out.
pub(super) fn social_security(digits: &[u8]) -> bool {
    let (area, group, serial) = (value(&digits[..3]), value(&digits[3..5]), value(&digits[5..]));
    area > 0 && area != 666 && area < 900 && group > 0 && serial > 0
}

/// Brazil's Cadastro de Pessoas Físicas: 11 digits, the last two check.
pub(super) fn cpf(digits: &[u8]) -> bool {
    let check = |length: usize| {
        let sum: usize =
            digits.iter().take(length).enumerate().map(|(at, &digit)| usize::from(digit) * (length + 1 - at)).sum();
        (sum * 10 % 11 % 10) as u8
    };
    digits.len() == 11
        && digits.iter().any(|digit| *digit != digits[0])
        && check(9) == digits[9]
        && check(10) == digits[10]
}

/// Poland's PESEL: 11 digits, a date first, the last checks.
pub(super) fn pesel(digits: &[u8]) -> bool {
    let (month, day) = (value(&digits[2..4]) % 20, value(&digits[4..6]));
    let sum = weighted(digits, &[1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]);
    (1..=12).contains(&month) && (1..=31).contains(&day) && sum.is_multiple_of(10)
}

/// Sweden's personnummer: a date and four digits, the last ten pass Luhn.
pub(super) fn personnummer(digits: &[u8]) -> bool {
    let last = &digits[digits.len() - 10..];
    let (month, day) = (value(&last[2..4]), value(&last[4..6]));
    (1..=12).contains(&month) && (1..=91).contains(&day) && luhn(last)
}

/// Spain's DNI: eight digits and the letter that they give.
pub(super) fn dni(digits: &[u8], letter: u8) -> bool {
    b"TRWAGMYFPDXBNJZSQVHLCKE".get((value(digits) % 23) as usize) == Some(&letter.to_ascii_uppercase())
}

/// France's NIR: 15 digits, the last two are 97 less the rest of the others.
pub(super) fn nir(digits: &[u8]) -> bool {
    matches!(digits[0], 1 | 2) && 97 - value(&digits[..13]) % 97 == value(&digits[13..])
}

/// China's resident number: a date in it, 18 digits (those that end in X stand elsewhere), ISO/IEC 7064 mod 11-2.
pub(super) fn chinese(digits: &[u8]) -> bool {
    let year = value(&digits[6..10]);
    let sum = weighted(digits, &[7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2, 1]);
    (1900..2100).contains(&year) && sum % 11 == 1
}
