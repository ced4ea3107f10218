//! Lists of plain values as they are asked for: each as the set of what it holds.

use std::cmp::Ordering;
use std::ops::Range;

use super::dictionary::Dictionary;

/// The mark of a row without a list. No layer has as many values: its file has two bytes or more for each.
const NONE: u32 = 1 << 31;

/// The lists of a column. In each, values are ascending and stand once; none is null.
#[derive(Debug)]
pub struct Lists {
    /// Where those of each row end, which begin where those of the row before end; with [`NONE`] or without.
    ends: Vec<u32>,
    items: Items,
}

/// The values of all lists, one list after the other.
#[derive(Debug)]
pub enum Items {
    /// Codes into a dictionary.
    Text(Dictionary, Vec<u32>),
    /// Whole numbers.
    Integer(Vec<i64>),
    /// Numbers.
    Number(Vec<f64>),
    /// 0 and 1.
    Boolean(Vec<u8>),
}

/// Where the lists of a column end that is being made.
#[derive(Debug, Default)]
pub struct Ends(Vec<u32>);

impl Ends {
    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.0.len()
    }

    /// Ends the list of the next row, after so many values of all rows.
    pub fn end(&mut self, values: usize) {
        self.0.push(values as u32);
    }

    /// Fills up with rows without a list to this many.
    pub fn fill(&mut self, to: usize) {
        let values = self.0.last().map_or(0, |end| end & !NONE);
        self.0.resize(to, values | NONE);
    }

    /// Takes the rows of another in, before whose first value there are so many.
    pub fn extend(&mut self, other: Ends, values: usize) {
        self.0.extend(other.0.into_iter().map(|end| end + values as u32));
    }
}

impl Lists {
    /// Of values in any order.
    pub fn new(ends: Ends, mut items: Items) -> Lists {
        let Ends(mut ends) = ends;
        match &mut items {
            Items::Text(_, codes) => make_sets(&mut ends, codes),
            Items::Integer(values) => make_sets(&mut ends, values),
            Items::Number(values) => make_sets(&mut ends, values),
            Items::Boolean(values) => make_sets(&mut ends, values),
        }
        ends.shrink_to_fit();
        Lists { ends, items }
    }

    /// The values of all.
    pub fn items(&self) -> &Items {
        &self.items
    }

    /// Where the values of a row stand; none where it has no list.
    pub fn of(&self, row: u32) -> Option<Range<usize>> {
        let row = row as usize;
        let end = self.ends[row];
        let start = if row == 0 { 0 } else { self.ends[row - 1] & !NONE };
        (end & NONE == 0).then_some(start as usize..end as usize)
    }

    /// How many values a row has on the average, and one at the least.
    pub fn breadth(&self) -> usize {
        let all = self.ends.last().map_or(0, |end| end & !NONE) as usize;
        1 + all / self.ends.len().max(1)
    }

    /// Order of two rows: by their least values, where these are alike by the next.
    pub fn order(&self, a: u32, b: u32) -> Ordering {
        let (a, b) = (self.of(a).unwrap_or_default(), self.of(b).unwrap_or_default());
        match &self.items {
            Items::Text(_, codes) => codes[a].cmp(&codes[b]),
            Items::Integer(values) => values[a].cmp(&values[b]),
            Items::Number(values) => order(&values[a], &values[b]),
            Items::Boolean(values) => values[a].cmp(&values[b]),
        }
    }
}

/// Of values none of which is NaN.
fn order<T: PartialOrd + ?Sized>(a: &T, b: &T) -> Ordering {
    a.partial_cmp(b).unwrap_or(Ordering::Equal)
}

fn make_sets<T: PartialOrd + Copy>(ends: &mut [u32], values: &mut Vec<T>) {
    let (mut start, mut kept) = (0, 0);
    for end in ends {
        let list = start..(*end & !NONE) as usize;
        start = list.end;
        values[list.clone()].sort_unstable_by(order);
        let first = kept;
        for at in list {
            if kept == first || values[kept - 1] != values[at] {
                values[kept] = values[at];
                kept += 1;
            }
        }
        *end = kept as u32 | (*end & NONE);
    }
    values.truncate(kept);
    values.shrink_to_fit();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_become_sets_and_rows_without_one_stay_apart_from_empty_ones() {
        let (mut ends, mut more) = (Ends::default(), Ends::default());
        ends.end(3);
        ends.fill(3);
        more.end(0);
        more.end(2);
        ends.extend(more, 3);
        let lists = Lists::new(ends, Items::Integer(vec![5, -1, 5, 7, 7]));
        let ranges: Vec<_> = (0..5).map(|row| lists.of(row)).collect();
        assert_eq!(ranges, [Some(0..2), None, None, Some(2..2), Some(2..3)]);
        assert!(matches!(lists.items(), Items::Integer(values) if *values == [-1, 5, 7]));
        assert_eq!((lists.order(0, 4), lists.order(3, 0)), (Ordering::Less, Ordering::Less));
        assert_eq!(lists.breadth(), 1);
    }
}
