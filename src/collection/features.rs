//! The finished GeoJSON of every feature, in one piece of memory: the whole file, as it is served.

use std::ops::Range;

use bytes::Bytes;

/// What every feature begins with, up to its id.
const OPENING: &str = r#"{"type":"Feature","id":""#;
const GEOMETRY: &str = r#"","geometry":"#;
/// What stands between a geometry and the properties.
pub const PROPERTIES: &str = r#","properties":"#;
/// What stands between two features: a line each, so that a diff or a reader of lines finds them.
const BETWEEN: &str = ",\n";

/// Where a feature stands.
#[derive(Debug, Clone, Copy)]
struct Slot {
    /// Of its first byte.
    start: u64,
    /// Of its geometry, from `start`.
    geometry: u32,
    /// Of the object of its properties, from `start`.
    properties: u32,
}

/// Features as bytes, and where each of their parts stands.
#[derive(Debug)]
pub struct Features {
    whole: Bytes,
    /// One a feature and one more, where the next would start.
    slots: Vec<Slot>,
}

impl Features {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.slots.len() - 1
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The whole FeatureCollection.
    pub fn whole(&self) -> &Bytes {
        &self.whole
    }

    /// Features that follow each other, with commas between them but none at the ends.
    pub fn run(&self, rows: Range<u32>) -> &[u8] {
        let (start, end) = (self.slots[rows.start as usize].start, self.slots[rows.end as usize].start);
        &self.whole[start as usize..end as usize - BETWEEN.len()]
    }

    /// A feature.
    pub fn get(&self, row: u32) -> &[u8] {
        self.run(row..row + 1)
    }

    /// A feature up to its geometry, which follows; then come [`PROPERTIES`] and the properties.
    pub fn up_to_geometry(&self, row: u32) -> &[u8] {
        &self.get(row)[..self.slots[row as usize].geometry as usize]
    }

    /// A feature up to its properties, which follow as an object; then comes a brace.
    pub fn up_to_properties(&self, row: u32) -> &[u8] {
        &self.get(row)[..self.slots[row as usize].properties as usize]
    }

    /// The object of a feature's properties.
    pub fn properties(&self, row: u32) -> &[u8] {
        let feature = self.get(row);
        &feature[self.slots[row as usize].properties as usize..feature.len() - 1]
    }

    /// The geometry of a feature: an object, or `null`.
    pub fn geometry(&self, row: u32) -> &[u8] {
        let slot = self.slots[row as usize];
        &self.get(row)[slot.geometry as usize..slot.properties as usize - PROPERTIES.len()]
    }

    /// The id of a feature as it stands in the bytes: JSON without its quotes.
    pub fn id(&self, row: u32) -> &str {
        let end = self.slots[row as usize].geometry as usize - GEOMETRY.len();
        std::str::from_utf8(&self.get(row)[OPENING.len()..end]).unwrap_or_default()
    }
}

/// Features being written.
#[derive(Debug, Default)]
pub struct Writer {
    /// Their bytes; whoever writes a feature puts its properties here.
    pub bytes: Vec<u8>,
    slots: Vec<Slot>,
}

impl Writer {
    /// How many features stand here.
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    /// Whether none stands here.
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// Begins a feature: `id` is JSON without its quotes, `geometry` puts its own JSON. The object of
    /// its properties is to be put into `bytes` next; then comes [`Writer::close`].
    pub fn open(&mut self, id: &str, geometry: impl FnOnce(&mut Vec<u8>)) {
        let start = self.bytes.len();
        self.bytes.extend_from_slice(OPENING.as_bytes());
        self.bytes.extend_from_slice(id.as_bytes());
        self.bytes.extend_from_slice(GEOMETRY.as_bytes());
        let at = (self.bytes.len() - start) as u32;
        geometry(&mut self.bytes);
        self.bytes.extend_from_slice(PROPERTIES.as_bytes());
        let properties = (self.bytes.len() - start) as u32;
        self.slots.push(Slot { start: start as u64, geometry: at, properties });
    }

    /// Ends a feature.
    pub fn close(&mut self) {
        self.bytes.push(b'}');
        self.bytes.extend_from_slice(BETWEEN.as_bytes());
    }

    /// One collection of writers that follow each other. `head` is all that stands before the
    /// features, up to `"features":[`.
    pub fn join(head: &[u8], writers: Vec<Writer>) -> Features {
        let bytes: usize = writers.iter().map(|w| w.bytes.len()).sum();
        let mut whole = Vec::with_capacity(head.len() + bytes + 4);
        let mut slots = Vec::with_capacity(writers.iter().map(|w| w.len()).sum::<usize>() + 1);
        whole.extend_from_slice(head);
        if bytes > 0 {
            whole.push(b'\n');
        }
        for writer in writers {
            let start = whole.len() as u64;
            // Each writer is dropped as soon as it is copied: the memory of two wholes is never held.
            whole.extend_from_slice(&writer.bytes);
            slots.extend(writer.slots.iter().map(|s| Slot { start: s.start + start, ..*s }));
        }
        slots.push(Slot { start: whole.len() as u64, geometry: 0, properties: 0 });
        if bytes > 0 {
            whole.truncate(whole.len() - BETWEEN.len());
            whole.push(b'\n');
        }
        whole.extend_from_slice(b"]}\n");
        Features { whole: Bytes::from(whole), slots }
    }
}
