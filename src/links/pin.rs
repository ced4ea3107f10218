//! Which state of the record addresses lead to.

/// Which edition the addresses lead to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Pin {
    /// The current record.
    #[default]
    Current,
    /// The edition that the reader is in: its pages lead to pages of the same edition.
    At {
        /// Its name.
        edition: String,
        /// Whether the current record says the same.
        latest: bool,
    },
    /// The current record, though another edition was asked for, which does not exist.
    Missing(String),
}
