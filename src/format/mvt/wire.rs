//! Fields of a protobuf message, as tiles use them.

/// A whole number, seven bits a byte, the lowest first.
pub fn varint(out: &mut Vec<u8>, mut number: u64) {
    while number >= 128 {
        out.push(number as u8 | 128);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Of a signed number: small ones have few bytes, whatever their sign.
pub fn zigzag(number: i64) -> u64 {
    ((number << 1) ^ (number >> 63)) as u64
}

/// A field that says how long it is, written in place: a message, or numbers packed without tags between them.
pub fn message(out: &mut Vec<u8>, field: u8, write: impl FnOnce(&mut Vec<u8>)) {
    out.extend([field << 3 | 2, 0]);
    let start = out.len();
    write(out);
    let length = out.len() - start;
    if length < 128 {
        out[start - 1] = length as u8;
        return;
    }
    // Its length takes more than the one byte that was left for it.
    let mut digits = Vec::new();
    varint(&mut digits, length as u64);
    out.splice(start - 1..start, digits);
}

/// A field of bytes with their length; so are texts.
pub fn bytes(out: &mut Vec<u8>, field: u8, bytes: &[u8]) {
    out.push(field << 3 | 2);
    varint(out, bytes.len() as u64);
    out.extend_from_slice(bytes);
}

/// A field of a whole number.
pub fn whole(out: &mut Vec<u8>, field: u8, number: u64) {
    out.push(field << 3);
    varint(out, number);
}

/// A field of a number with a fraction.
pub fn double(out: &mut Vec<u8>, field: u8, number: f64) {
    out.push(field << 3 | 1);
    out.extend_from_slice(&number.to_le_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_written_in_place_is_the_same_as_one_copied() {
        for length in [0, 1, 127, 128, 129, 16_383, 16_384, 70_000] {
            let body = vec![7; length];
            let (mut in_place, mut copied) = (vec![1, 2, 3], vec![1, 2, 3]);
            message(&mut in_place, 2, |out| out.extend_from_slice(&body));
            bytes(&mut copied, 2, &body);
            assert_eq!(in_place, copied, "{length}");
        }
    }
}
