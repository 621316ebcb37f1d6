//! Checksums that tell a number of a kind from any other. Numbers come as their letters and digits in ASCII, large.

/// A payment card: an issuer that exists and the checksum of ISO/IEC 7812-1, annex B.
pub(super) fn card(number: &[u8]) -> bool {
    let Some(first) = number.get(..4) else { return false };
    let issued = match value(first) {
        // American Express, Diners and JCB; Visa; Mastercard, Maestro, Discover, UnionPay and RuPay.
        3000..=3059 | 3090..=3099 | 3400..=3499 | 3500..=3999 => number.len() >= 14,
        4000..=6999 => true,
        // Mir, the 2-series of Mastercard, the old series of JCB.
        2014 | 2149 | 2131 | 1800 => true,
        2200..=2204 | 2221..=2720 => number.len() >= 16,
        // RuPay and UnionPay, Uzcard, Troy, Humo, the old series of Maestro.
        8100..=8299 | 8600 | 9792 | 9860 | 604 => true,
        // The airlines' UATP.
        1000..=1999 => number.len() == 15,
        _ => false,
    };
    issued && luhn(number)
}

/// The last digit makes the sum of all, each second one doubled from the right, a multiple of ten.
pub(super) fn luhn(number: &[u8]) -> bool {
    let sum: u32 = number
        .iter()
        .rev()
        .enumerate()
        .map(|(place, &cell)| {
            let value = digit(cell);
            if place % 2 == 0 { value } else { value * 2 - if value > 4 { 9 } else { 0 } }
        })
        .sum();
    sum > 0 && sum.is_multiple_of(10)
}

/// The remainder by 97 of a number that is written in digits and letters from A (10) to Z (35) (ISO/IEC 7064, IBAN).
pub(super) fn mod97(cells: impl Iterator<Item = u8>) -> u32 {
    cells.fold(0, |rest, cell| match cell {
        b'0'..=b'9' => (rest * 10 + digit(cell)) % 97,
        _ => (rest * 100 + u32::from(cell.to_ascii_uppercase().wrapping_sub(b'A')) + 10) % 97,
    })
}

pub(super) fn digit(cell: u8) -> u32 {
    u32::from(cell.wrapping_sub(b'0')) & 15
}

/// The number that the digits are; letters are taken for some.
fn value(digits: &[u8]) -> u64 {
    digits.iter().fold(0, |sum, &cell| sum * 10 + u64::from(digit(cell)))
}

/// A part of the number as a number.
fn part(number: &[u8], from: usize, to: usize) -> u64 {
    value(number.get(from..to).unwrap_or_default())
}

/// The digits times the weights, which are digits too.
fn weighted(number: &[u8], weights: &[u8]) -> u32 {
    number.iter().zip(weights).map(|(&cell, &weight)| digit(cell) * digit(weight)).sum()
}

fn last(number: &[u8]) -> u32 {
    number.last().map_or(0, |cell| digit(*cell))
}

fn is_day(day: u64, month: u64) -> bool {
    (1..=31).contains(&day) && (1..=12).contains(&month)
}

/// Year, month and day, two digits each, from a place on.
fn ymd(number: &[u8], at: usize) -> bool {
    is_day(part(number, at + 4, at + 6), part(number, at + 2, at + 4))
}

fn dmy(number: &[u8]) -> bool {
    is_day(part(number, 0, 2), part(number, 2, 4))
}

pub(super) fn any(_: &[u8]) -> bool {
    true
}

/// The United States' social security number, whose areas 000, 666 and 900 to 999, group 00 and serial 0000 were never given out,
/// and the taxpayer's number, which is of the last areas.
pub(super) fn social_security(number: &[u8]) -> bool {
    let (area, group, serial) = (part(number, 0, 3), part(number, 3, 5), part(number, 5, 9));
    let taxpayer = area >= 900 && matches!(group, 50..=65 | 70..=88 | 90..=92 | 94..=99);
    taxpayer || area > 0 && area != 666 && area < 900 && group > 0 && serial > 0
}

/// Brazil's Cadastro de Pessoas Físicas: 11 digits, the last two check.
pub(super) fn cpf(number: &[u8]) -> bool {
    let check = |length: usize| {
        let sum: usize = (0..length).map(|at| digit(number[at]) as usize * (length + 1 - at)).sum();
        (sum * 10 % 11 % 10) as u32
    };
    number.iter().any(|cell| *cell != number[0]) && check(9) == digit(number[9]) && check(10) == digit(number[10])
}

/// Brazil's Cadastro Nacional da Pessoa Jurídica: 14 digits, the last two check.
pub(super) fn cnpj(number: &[u8]) -> bool {
    let check = |weights: &[u8]| (weighted(number, weights) * 10 % 11) % 10;
    check(b"543298765432") == digit(number[12]) && check(b"6543298765432") == digit(number[13])
}

/// Poland's PESEL: 11 digits, a date first, the last checks.
pub(super) fn pesel(number: &[u8]) -> bool {
    let sum = weighted(number, b"13791379131");
    is_day(part(number, 4, 6), part(number, 2, 4) % 20) && sum.is_multiple_of(10)
}

/// Sweden's personnummer: a date and four digits, the last ten pass Luhn.
pub(super) fn personnummer(number: &[u8]) -> bool {
    let ten = &number[number.len() - 10..];
    is_day(part(ten, 4, 6) % 60, part(ten, 2, 4)) && luhn(ten)
}

/// Spain's DNI and NIE: the digits, X, Y or Z for 0, 1 or 2 first, and the letter that they give.
pub(super) fn spanish(number: &[u8]) -> bool {
    let first = match number[0] {
        letter @ b'X'..=b'Z' => u64::from(letter - b'X'),
        cell if cell.is_ascii_digit() => u64::from(digit(cell)),
        _ => return false,
    };
    let rest = (first * 10_000_000 + part(number, 1, 8)) % 23;
    b"TRWAGMYFPDXBNJZSQVHLCKE".get(rest as usize) == number.last()
}

/// France's NIR: 15 digits, A or B where Corsica is, the last two are 97 less the rest of the others.
pub(super) fn nir(number: &[u8]) -> bool {
    let corsica = match number[6] {
        b'A' => 1_000_000,
        b'B' => 2_000_000,
        _ => 0,
    };
    let plain: Vec<u8> = number.iter().map(|cell| if cell.is_ascii_digit() { *cell } else { b'0' }).collect();
    matches!(number[0], b'1' | b'2') && 97 - (value(&plain[..13]) - corsica) % 97 == value(&plain[13..])
}

/// China's resident number: a date in it, 18 signs, ISO/IEC 7064 mod 11-2.
pub(super) fn chinese(number: &[u8]) -> bool {
    let sum = weighted(number, b"79").wrapping_add(
        number[2..17]
            .iter()
            .zip([10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2])
            .map(|(&cell, weight)| digit(cell) * weight)
            .sum(),
    );
    let check = b"10X98765432".get((sum % 11) as usize);
    (1900..2100).contains(&part(number, 6, 10)) && ymd(number, 8) && check == number.last()
}

/// India's Permanent Account Number: the fourth letter says of whom.
pub(super) fn pan(number: &[u8]) -> bool {
    b"PCHFATBLJG".contains(&number[3])
}

/// Mexico's CURP and RFC: a date behind four letters.
pub(super) fn mexican(number: &[u8]) -> bool {
    ymd(number, 4) && (number.len() == 13 || matches!(number[10], b'H' | b'M' | b'X'))
}

/// Argentina's CUIT: eleven digits, a kind first, the last checks.
pub(super) fn cuit(number: &[u8]) -> bool {
    let check = match 11 - weighted(number, b"5432765432") % 11 {
        11 => 0,
        10 => 9,
        other => other,
    };
    matches!(part(number, 0, 2), 20 | 23 | 24 | 27 | 30 | 33 | 34) && check == last(number)
}

/// Korea's resident registration number: a date, the century and sex; newer ones have no checksum.
pub(super) fn korean(number: &[u8]) -> bool {
    ymd(number, 0) && matches!(number[6], b'1'..=b'8')
}

/// The same with the checksum.
pub(super) fn korean_checked(number: &[u8]) -> bool {
    korean(number) && (11 - weighted(number, b"234567892345") % 11) % 10 == last(number)
}

/// Switzerland's AHV: 756 and the checksum of EAN.
pub(super) fn swiss(number: &[u8]) -> bool {
    number.starts_with(b"756") && weighted(number, b"1313131313131").is_multiple_of(10)
}

/// Czechia's and Slovakia's rodné číslo: a date, women's months 50 more, a multiple of eleven.
pub(super) fn czech(number: &[u8]) -> bool {
    is_day(part(number, 4, 6), part(number, 2, 4) % 50 % 20)
        && (value(number).is_multiple_of(11) || last(number) == 0 && part(number, 0, 9) % 11 == 10)
}

/// Estonia's and Lithuania's codes: the century, a date, and a checksum in two stages.
pub(super) fn baltic(number: &[u8]) -> bool {
    let rest = match weighted(number, b"1234567891") % 11 {
        10 => weighted(number, b"3456789123") % 11 % 10,
        other => other,
    };
    matches!(number[0], b'1'..=b'6') && ymd(number, 1) && rest == last(number)
}

/// Ireland's PPS: seven digits and the letter that they, and a letter behind it, give.
pub(super) fn irish(number: &[u8]) -> bool {
    // Before 2013 the letter behind, for a married woman, did not count.
    let behind =
        number.get(8).filter(|letter| matches!(letter, b'A'..=b'I')).map_or(0, |letter| u32::from(letter - b'A' + 1));
    let sum = weighted(number, b"8765432") + 9 * behind;
    b"WABCDEFGHIJKLMNOPQRSTUV".get((sum % 23) as usize) == number.get(7)
}

/// Norway's fødselsnummer: a date, and two digits that check.
pub(super) fn norwegian(number: &[u8]) -> bool {
    let check = |weights: &[u8], at: usize| (11 - weighted(number, weights) % 11) % 11 == digit(number[at]);
    is_day(part(number, 0, 2) % 40, part(number, 2, 4) % 40) && check(b"376189452", 9) && check(b"5432765432", 10)
}

/// Finland's henkilötunnus: a date, three digits, and the sign that they give.
pub(super) fn finnish(number: &[u8]) -> bool {
    let digits = part(number, 0, 6) * 1000 + part(number, number.len() - 4, number.len() - 1);
    dmy(number) && b"0123456789ABCDEFHJKLMNPRSTUVWXY".get((digits % 31) as usize) == number.last()
}

/// Belgium's national number: a date; the last two are 97 less the rest of the others, with a 2 before them since 2000.
pub(super) fn belgian(number: &[u8]) -> bool {
    let body = part(number, 0, 9);
    let check = part(number, 9, 11);
    ymd(number, 0) && (97 - body % 97 == check || 97 - (2_000_000_000 + body) % 97 == check)
}

/// Romania's CNP: sex, a date, the last checks.
pub(super) fn romanian(number: &[u8]) -> bool {
    let rest = match weighted(number, b"279146358279") % 11 {
        10 => 1,
        other => other,
    };
    ymd(number, 1) && number[0] != b'0' && rest == last(number)
}

/// The EMŠO or JMBG of what was Yugoslavia: day, month and three digits of the year first.
pub(super) fn yugoslav(number: &[u8]) -> bool {
    dmy(number) && (11 - weighted(number, b"765432765432") % 11) % 11 % 10 == last(number)
}

/// Greece's AMKA: a date, and Luhn.
pub(super) fn greek(number: &[u8]) -> bool {
    dmy(number) && luhn(number)
}

/// Turkey's kimlik: eleven digits, the last two check.
pub(super) fn turkish(number: &[u8]) -> bool {
    let odd = weighted(number, b"101010101");
    let even = weighted(number, b"010101010");
    let all = odd + even + digit(number[9]);
    number[0] != b'0' && (odd * 7 + 90 - even) % 10 == digit(number[9]) && all % 10 == last(number)
}

/// South Africa's: a date, citizen or not, and Luhn.
pub(super) fn south_african(number: &[u8]) -> bool {
    ymd(number, 0) && matches!(number[10], b'0'..=b'2') && luhn(number)
}

/// Chile's RUT: the last sign checks.
pub(super) fn chilean(number: &[u8]) -> bool {
    let body = number.get(..number.len() - 1).unwrap_or_default();
    let sum: u32 = body.iter().rev().zip([2, 3, 4, 5, 6, 7, 2, 3]).map(|(&cell, weight)| digit(cell) * weight).sum();
    b"0K987654321".get((sum % 11) as usize) == number.last()
}

/// Thailand's: 13 digits, the last checks.
pub(super) fn thai(number: &[u8]) -> bool {
    let sum: u32 = number.iter().take(12).zip((2..=13).rev()).map(|(&cell, weight)| digit(cell) * weight).sum();
    (11 - sum % 11) % 10 == last(number)
}

/// Malaysia's: a date first.
pub(super) fn date_first(number: &[u8]) -> bool {
    ymd(number, 0)
}

/// Britain's National Insurance number: two letters that are given out, six digits, A to D.
pub(super) fn national_insurance(number: &[u8]) -> bool {
    !number.iter().take(2).any(|letter| b"DFIQUV".contains(letter))
        && number[1] != b'O'
        && matches!(number[8], b'A'..=b'D')
}

/// Singapore's NRIC and FIN.
pub(super) fn singaporean(number: &[u8]) -> bool {
    let sum = weighted(&number[1..], b"2765432") as usize;
    let (table, more): (&[u8], usize) = match number[0] {
        b'S' => (b"JZIHGFEDCBA", 0),
        b'T' => (b"JZIHGFEDCBA", 4),
        b'F' => (b"XWUTRQPNMLK", 0),
        b'G' => (b"XWUTRQPNMLK", 4),
        b'M' => (b"KLJNPQRTUWX", 3),
        _ => return false,
    };
    table.get((sum + more) % 11) == number.last()
}

/// Russia's SNILS: the last two are the rest by 101 of the others.
pub(super) fn russian(number: &[u8]) -> bool {
    u64::from(weighted(number, b"987654321") % 101 % 100) == part(number, 9, 11)
}
