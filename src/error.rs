//! What stops the work.

use serde::Serialize;

/// A problem that stops a step. The page turns `code` and the named fields into a sentence.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "code", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum Error {
    /// The file has no bytes, or only blank lines.
    EmptyFile,
    /// There is a header line and no row under it.
    HeaderOnly {
        /// The header's column names, at most ten.
        columns: Vec<String>,
    },
    /// Every line reads as one column: no delimiter was found.
    OneColumn {
        /// The start of the first line.
        line: String,
    },
    /// The bytes are not a text table.
    NotText {
        /// What the first bytes say it is.
        kind: BinaryKind,
    },
    /// The workbook is protected by a password.
    EncryptedWorkbook,
    /// The workbook cannot be read to its end.
    BrokenWorkbook {
        /// The sheet being read, where one was.
        sheet: Option<String>,
    },
    /// The workbook would unpack to more than can be held.
    WorkbookTooLarge {
        /// Bytes it says it unpacks to.
        bytes: u64,
        /// The limit in bytes.
        limit: u64,
    },
    /// No sheet of the workbook holds a cell.
    EmptyWorkbook,
    /// The workbook has no such sheet.
    NoSuchSheet {
        /// The name asked for.
        sheet: String,
    },
    /// A line without an end within the limit.
    LineTooLong {
        /// Physical line, counted from 1.
        line: u64,
        /// The limit in bytes.
        limit: u64,
    },
    /// Reading would need more memory than a page can have.
    TooLarge {
        /// Size of the file in bytes.
        bytes: u64,
        /// Estimated need in bytes.
        needs: u64,
        /// What can be had in bytes.
        limit: u64,
    },
    /// The mapping does not give what transactions need.
    NeedsTransactions {
        /// Roles that no column plays (`amount` stands for amount, or quantity and price).
        missing: Vec<crate::mapping::Role>,
    },
    /// A role is given to a column that does not exist, or to two columns.
    BadMapping {
        /// The role in question.
        role: crate::mapping::Role,
        /// The columns that were given it, counted from 0.
        columns: Vec<u32>,
    },
    /// A file that is stacked on others lacks a column that plays a role in them.
    ColumnMissing {
        /// The role in question.
        role: crate::mapping::Role,
    },
    /// Not one cell of the date column could be read as a date.
    NoReadableDate {
        /// Name of the column.
        column: String,
        /// First unreadable values with their lines.
        examples: Vec<crate::issue::Example>,
    },
    /// Not one cell of an amount, quantity or price column could be read as a number.
    NoReadableNumber {
        /// Name of the column.
        column: String,
        /// First unreadable values with their lines.
        examples: Vec<crate::issue::Example>,
    },
    /// Not one row names a customer.
    NoCustomer {
        /// Name of the column.
        column: String,
        /// Rows looked at.
        rows: u64,
    },
    /// Every row was set aside.
    NoRows {
        /// Rows looked at.
        rows: u64,
    },
    /// Customers there are, purchases there are none (only refunds, or all after the as-of date).
    NoPurchases {
        /// Customers seen.
        customers: u64,
    },
    /// The amounts of one customer add up to more than 9.2 million million units.
    SumTooLarge {
        /// The customer's id.
        customer: String,
    },
    /// A setting outside its range.
    BadSetting {
        /// Name of the setting as in the params (`bins`, `weights` ...).
        setting: String,
        /// The value found.
        found: String,
        /// The lowest allowed value, or the rule, as a code (`2..=10`, `ascending` ...).
        expected: String,
    },
    /// A record is no recipe, or one of another version.
    BadRecipe {
        /// Where it departs from the form, as the parser says it.
        found: String,
    },
    /// No feature was chosen.
    NoFeatures,
    /// The customers lack a feature that was asked for, or that a model was made with.
    NoSuchFeature {
        /// The feature.
        feature: crate::features::FeatureKey,
    },
    /// Not one customer has a value of the feature.
    EmptyFeature {
        /// The feature.
        feature: crate::features::FeatureKey,
    },
    /// A feature was chosen more than once.
    FeatureTwice {
        /// The feature.
        feature: crate::features::FeatureKey,
    },
    /// All customers have the same value of the feature, so it tells none apart.
    ConstantFeature {
        /// The feature.
        feature: crate::features::FeatureKey,
        /// The value, in the feature's unit.
        value: f64,
        /// The file has other values too, and the caps or the transform made them one.
        made_one: bool,
    },
    /// The quartiles of a feature are the same, so that robust scaling has nothing to divide by: at least half of
    /// the customers have this value.
    FlatQuartiles {
        /// The feature.
        feature: crate::features::FeatureKey,
        /// The value, in the feature's unit.
        value: f64,
    },
    /// A value that the transform does not take, or an infinite one.
    FeatureOutOfRange {
        /// The feature.
        feature: crate::features::FeatureKey,
        /// Customers with such a value.
        customers: u32,
        /// The first such value, as text (JavaScript's records have no infinity).
        value: String,
        /// What is allowed, as a code (`finite`, `above_minus_one`).
        expected: String,
    },
    /// Fewer customers are left than clusters can be made of.
    TooFewCustomers {
        /// Customers with all features.
        customers: u32,
        /// Customers left out because they lack a value.
        dropped: u32,
    },
    /// More clusters than distinct rows.
    TooManyClusters {
        /// Clusters asked for.
        clusters: u32,
        /// Distinct rows.
        distinct: u32,
    },
    /// No mixture of so many normal distributions fits the customers: the fit does not converge, or distributions
    /// shrink to customers who are all alike. Fewer may fit, and k-means always does.
    MixtureFailed {
        /// Distributions asked for.
        clusters: u32,
    },
    /// A record is no model of clusters, or one of another version.
    BadModel {
        /// Where it departs from the form, as the parser says it.
        found: String,
    },
    /// Divisions that make no grid: none or too many, of other customers, or with no or too many cells.
    BadGrid {
        /// How many divisions there are.
        dimensions: usize,
        /// How many cells they make.
        cells: usize,
    },
    /// A figure of a market is negative or no number.
    BadMarket {
        /// The cell it is of.
        cell: usize,
    },
    /// Criteria or shares that make no tiers.
    BadTiers,
    /// Coverage cannot be told as asked.
    BadReach {
        /// Touches from which on a customer counts as covered.
        touches: u32,
        /// Part that should be covered.
        target: f64,
    },
    /// A budget cannot be spent as asked.
    BadAllocation {
        /// The cell whose numbers are wrong; `None` where the floors need more than the budget or a capacity.
        cell: Option<usize>,
    },
    /// The file could not be read again: it was moved, changed or removed after it was opened.
    FileChanged,
    /// A step was asked for before the one it builds on was done.
    NotReady {
        /// The step that is missing.
        step: Step,
    },
}

/// What the first bytes of a file say when it is not a text table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum BinaryKind {
    /// A zip container: .xlsx, .ods or an archive.
    Zip,
    /// An OLE container: .xls.
    Ole,
    /// A PDF document.
    Pdf,
    /// An image.
    Image,
    /// Gzip.
    Gzip,
    /// A web page, as shop systems write them under the name of a workbook.
    Html,
    /// XML, among it the workbooks of Excel 2003.
    Xml,
    /// JSON.
    Json,
    /// NUL or control bytes of no known format.
    Unknown,
}

/// A step of the pipeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// The file's head was read.
    Head,
    /// The whole file was read.
    Read,
    /// Transactions were folded to customers.
    Customers,
    /// Customers were scored.
    Rfm,
    /// Features were brought to measure.
    Features,
    /// Customers were clustered.
    Clusters,
}
