//! Folds a character to one byte, so that no other writing of a digit, a letter or a space gets past the detectors.

/// A letter of a script without a fold.
pub(super) const LETTER: u8 = 0xFF;
/// Any other sign.
pub(super) const SIGN: u8 = 0x01;

/// The first of ten digits in a row, in each script that has its own (Unicode 16, general category Nd).
const ZEROS: &[u32] = &[
    0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0DE6, 0x0E50,
    0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50,
    0x2070, 0x2080, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10, 0x1FBF0,
];
/// Mathematical digits: bold, double-struck, sans-serif, bold sans-serif, monospace.
const MATHEMATICAL: core::ops::RangeInclusive<u32> = 0x1D7CE..=0x1D7FF;

/// The character as ASCII where it means the same; `None` where it has no width and can be planted anywhere.
pub(in crate::redact) fn fold(c: char) -> Option<u8> {
    if c.is_ascii() {
        return Some(match c as u8 {
            b'\t' => b' ',
            b'\r' => b'\n',
            byte => byte,
        });
    }
    let code = c as u32;
    Some(match code {
        // Without width, or marks on the character before.
        0xAD
        | 0x300..=0x36F
        | 0x61C
        | 0x115F
        | 0x1160
        | 0x17B4
        | 0x17B5
        | 0x180B..=0x180F
        | 0x200B..=0x200F
        | 0x202A..=0x202E
        | 0x2060..=0x206F
        | 0x20D0..=0x20FF
        | 0x3164
        | 0xFE00..=0xFE0F
        | 0xFEFF
        | 0xFFA0
        | 0xE0000..=0xE0FFF => return None,
        0xB2 | 0xB3 => b'0' + (code - 0xB0) as u8,
        0xB9 => b'1',
        0x85 | 0x2028 | 0x2029 => b'\n',
        0xA0 | 0x1680 | 0x2000..=0x200A | 0x202F | 0x205F | 0x3000 => b' ',
        0x2010..=0x2015 | 0x2212 | 0xFE58 | 0xFE63 => b'-',
        0x3002 | 0xFF61 | 0x2024 | 0xFE52 => b'.',
        0xFE6B => b'@',
        0xFF01..=0xFF5E => (code - 0xFEE0) as u8,
        0x80..=0xBF | 0x2000..=0x206F | 0x3001..=0x303F | 0xFF5F..=0xFF65 => SIGN,
        _ => digit(code).unwrap_or(LETTER),
    })
}

fn digit(code: u32) -> Option<u8> {
    if MATHEMATICAL.contains(&code) {
        return Some(b'0' + ((code - MATHEMATICAL.start()) % 10) as u8);
    }
    let row = ZEROS.partition_point(|&zero| zero <= code).checked_sub(1)?;
    let value = code - ZEROS[row];
    (value < 10).then(|| b'0' + value as u8)
}
