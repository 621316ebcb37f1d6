//! Folds a character to one byte, so that no other writing of a digit, a letter or a space gets past the detectors.

/// A letter of a script without a fold.
pub(super) const LETTER: u8 = 0xFF;
/// Any other sign.
pub(super) const SIGN: u8 = 0x01;
/// The sign of degrees.
pub(super) const DEGREE: u8 = 0x02;

/// The first of ten digits in a row, in each script that has its own (Unicode 16, general category Nd).
const ZEROS: &[u32] = &[
    0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0DE6, 0x0E50,
    0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50,
    0x2070, 0x2080, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10, 0x1F101, 0x1FBF0,
];
/// Where the nine digits from 1 start that stand in a circle, in parentheses or before a dot.
const ONES: &[u32] = &[0x2460, 0x2474, 0x2488, 0x24F5, 0x2776, 0x2780, 0x278A];
/// Mathematical digits: bold, double-struck, sans-serif, bold sans-serif, monospace.
const MATHEMATICAL: core::ops::RangeInclusive<u32> = 0x1D7CE..=0x1D7FF;
/// Mathematical letters, 26 large and 26 small ones in each style.
const MATHEMATICAL_LETTERS: core::ops::RangeInclusive<u32> = 0x1D400..=0x1D6A3;

/// Latin letters from À (U+00C0) to ſ (U+017F) without their marks; `_` where a sign is none.
const BASES: &[u8] = b"aaaaaaaceeeeiiiidnooooo_ouuuuybsaaaaaaaceeeeiiiidnooooo_ouuuuyby\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// The character as ASCII where it means the same; `None` where it has no width and can be planted anywhere.
pub(in crate::redact) fn fold(c: char) -> Option<u8> {
    if c.is_ascii() {
        return Some(match c as u8 {
            // Two cells of a table are no one's number.
            b'\r' | b'\t' => b'\n',
            byte => byte,
        });
    }
    let code = c as u32;
    Some(match code {
        // Without width, marks on the character before, what stands for an object, and Braille's blank.
        0xAD
        | 0x300..=0x36F
        | 0x483..=0x489
        | 0x591..=0x5BD
        | 0x610..=0x61A
        | 0x61C
        | 0x64B..=0x65F
        | 0x6D6..=0x6DC
        | 0x115F
        | 0x1160
        | 0x17B4
        | 0x17B5
        | 0x180B..=0x180F
        | 0x1AB0..=0x1AFF
        | 0x1DC0..=0x1DFF
        | 0x200B..=0x200F
        | 0x202A..=0x202E
        | 0x2060..=0x206F
        | 0x20D0..=0x20FF
        | 0x2800
        | 0x3099
        | 0x309A
        | 0x3164
        | 0xFE00..=0xFE0F
        | 0xFE20..=0xFE2F
        | 0xFEFF
        | 0xFFA0
        | 0xFFF9..=0xFFFC
        | 0xE0000..=0xE0FFF => return None,
        0xB2 | 0xB3 => b'0' + (code - 0xB0) as u8,
        0xB9 => b'1',
        0xB0 | 0xBA => DEGREE,
        0x85 | 0x2028 | 0x2029 => b'\n',
        0xA0 | 0x1680 | 0x2000..=0x200A | 0x202F | 0x205F | 0x3000 => b' ',
        0x2010..=0x2015 | 0x2212 | 0xFE58 | 0xFE63 => b'-',
        0xB7 | 0x2022 | 0x2219 | 0x30FB | 0xFF65 | 0x3002 | 0xFF61 | 0x2024 | 0xFE52 => b'.',
        0x2018 | 0x2019 | 0x2032 => b'\'',
        0xAB | 0xBB | 0x201C..=0x201F | 0x2033 => b'"',
        0x2502 => b'|',
        0x3001 => b',',
        0xFE6B => b'@',
        0xFF01..=0xFF5E => (code - 0xFEE0) as u8,
        0x80..=0xBF | 0x2000..=0x206F | 0x3002..=0x303F | 0xFF5F..=0xFF65 => SIGN,
        0xC0..=0x17F => latin(code),
        0x1A0 | 0x1A1 => b'o',
        0x1AF | 0x1B0 => b'u',
        0x218 | 0x219 => b's',
        0x21A | 0x21B => b't',
        // Vietnamese.
        0x1EA0..=0x1EB7 => b'a',
        0x1EB8..=0x1EC7 => b'e',
        0x1EC8..=0x1ECB => b'i',
        0x1ECC..=0x1EE3 => b'o',
        0x1EE4..=0x1EF1 => b'u',
        0x1EF2..=0x1EF9 => b'y',
        0x24EA | 0x24FF | 0x1F100 => b'0',
        0x24B6..=0x24CF => b'A' + (code - 0x24B6) as u8,
        0x24D0..=0x24E9 => b'a' + (code - 0x24D0) as u8,
        _ if MATHEMATICAL_LETTERS.contains(&code) => match ((code - MATHEMATICAL_LETTERS.start()) % 52) as u8 {
            large @ ..26 => b'A' + large,
            small => b'a' + small - 26,
        },
        _ => digit(code).unwrap_or(LETTER),
    })
}

/// A Latin letter without its marks, large where it was.
fn latin(code: u32) -> u8 {
    let base = BASES.get((code - 0xC0) as usize).copied().unwrap_or(b'_');
    let odd = matches!(code, 0x139..=0x148 | 0x179..=0x17E);
    let large = if code < 0x100 { code < 0xDF } else { (code % 2 == 1) == odd };
    match base {
        b'_' => SIGN,
        _ if large => base.to_ascii_uppercase(),
        _ => base,
    }
}

fn digit(code: u32) -> Option<u8> {
    if MATHEMATICAL.contains(&code) {
        return Some(b'0' + ((code - MATHEMATICAL.start()) % 10) as u8);
    }
    if let Some(first) = ONES.iter().find(|first| (**first..**first + 9).contains(&code)) {
        return Some(b'1' + (code - first) as u8);
    }
    let row = ZEROS.partition_point(|&zero| zero <= code).checked_sub(1)?;
    let value = code - ZEROS[row];
    (value < 10).then(|| b'0' + value as u8)
}
