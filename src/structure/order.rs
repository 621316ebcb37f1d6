//! Keys in order: what has the same stands side by side.

/// By what things are put side by side.
pub(super) type Key = [u32; 4];

/// How many keys from a place on have the same first two numbers.
pub(super) fn run(keys: &[Key], from: usize) -> usize {
    keys[from..].iter().take_while(|key| key[..2] == keys[from][..2]).count()
}

/// Puts keys in order. A heap, because the sorting of the standard library costs the recorder four kilobytes for each type.
pub(super) fn sort(keys: &mut [Key]) {
    for start in (0..keys.len() / 2).rev() {
        sift(keys, start);
    }
    for end in (1..keys.len()).rev() {
        keys.swap(0, end);
        sift(&mut keys[..end], 0);
    }
}

/// Lets a key sink below those that are larger.
fn sift(keys: &mut [Key], mut at: usize) {
    loop {
        let mut next = at * 2 + 1;
        if next + 1 < keys.len() && keys[next] < keys[next + 1] {
            next += 1;
        }
        if next >= keys.len() || keys[next] <= keys[at] {
            return;
        }
        keys.swap(at, next);
        at = next;
    }
}
