//! What k-means refuses.

use std::fmt;

/// What [`KMeansParams`](super::KMeansParams) or a matrix is refused for.
#[derive(Debug, Clone)]
pub enum KMeansError {
    /// No clusters were asked for.
    NoClusters,
    /// No starts were asked for.
    NoStarts,
    /// No iterations were allowed.
    NoIterations,
    /// A tolerance that is negative, infinite or NaN.
    BadTolerance {
        /// The tolerance.
        tolerance: f64,
    },
    /// A matrix without rows.
    NoRows,
    /// A matrix without columns.
    NoColumns,
    /// A value that is NaN, infinite, or so large (above 1e140) that sums of squares would be.
    BadValue {
        /// Row, counted from 0.
        row: usize,
        /// Column, counted from 0.
        column: usize,
        /// The value.
        value: f64,
    },
    /// More clusters than distinct rows.
    TooManyClusters {
        /// Clusters asked for.
        clusters: u32,
        /// Distinct rows.
        distinct: u32,
    },
    /// What linfa itself refuses.
    Linfa(linfa::Error),
}

impl fmt::Display for KMeansError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoClusters => write!(f, "n_clusters is 0, expected at least 1"),
            Self::NoStarts => write!(f, "n_init is 0, expected at least 1"),
            Self::NoIterations => write!(f, "max_n_iterations is 0, expected at least 1"),
            Self::BadTolerance { tolerance } => {
                write!(f, "tolerance is {tolerance}, expected a finite number from 0")
            }
            Self::NoRows => write!(f, "the matrix has no rows"),
            Self::NoColumns => write!(f, "the matrix has no columns"),
            Self::BadValue { row, column, value } => {
                write!(f, "row {row}, column {column} is {value}, expected -1e140 to 1e140")
            }
            Self::TooManyClusters { clusters, distinct } => {
                write!(f, "n_clusters is {clusters}, but only {distinct} rows are distinct")
            }
            Self::Linfa(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for KMeansError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Linfa(error) => Some(error),
            _ => None,
        }
    }
}

impl From<linfa::Error> for KMeansError {
    fn from(error: linfa::Error) -> Self {
        Self::Linfa(error)
    }
}
