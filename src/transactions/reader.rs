//! Parts put together in file order.

use super::{
    Attribute, Chunk, Fingerprints, NO_CODE, Part, Place, ReadReport, Report, Transactions,
    repeated_customers, unique_names,
};
use crate::error::Error;
use crate::issue::{EXAMPLES, Example, IssueCode};
use crate::mapping::{Duplicates, ImportParams, ReadPlan, Role};
use crate::table::{Dictionary, Interner};

/// What becomes of a part that was added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Added {
    /// It was taken.
    Taken,
    /// Its block did not start where the part before ended: parse it again from exactly there.
    Reparse {
        /// Offset in the file.
        from: u64,
    },
}

/// A finished read.
#[derive(Debug)]
pub struct Outcome {
    /// The rows.
    pub transactions: Transactions,
    /// Facts for the page.
    pub report: ReadReport,
    /// The whole column decided otherwise than the plan assumed: read again with these params.
    pub again: Option<ImportParams>,
}

/// Puts parts together in file order, so that the result equals a sequential read for any size of
/// blocks and any number of shards.
#[derive(Debug)]
pub struct Reader {
    plan: ReadPlan,
    /// Column names of the file being read.
    names: Vec<String>,
    /// Where the next part has to start in the file.
    at: u64,
    /// Number of the next block.
    block: u32,
    report: Report,
    chunks: Vec<Chunk>,
    fingerprints: Fingerprints,
    customers: Interner,
    orders: Interner,
    attributes: Vec<Interner>,
}

impl Reader {
    /// A reader for the plan of the first file.
    #[must_use]
    pub fn new(plan: ReadPlan) -> Self {
        Self {
            at: 0,
            block: 0,
            report: Report::default(),
            chunks: Vec::new(),
            fingerprints: Fingerprints::default(),
            customers: Interner::new(),
            orders: Interner::new(),
            attributes: plan.attributes.iter().map(|_| Interner::new()).collect(),
            names: plan.names.clone(),
            plan,
        }
    }

    /// Adds the part of the next block of the file.
    ///
    /// # Errors
    /// [`Error::LineTooLong`]; [`Error::TooLarge`] if the ids of one column take more than 4 GiB.
    pub fn add(&mut self, mut part: Part) -> Result<Added, Error> {
        debug_assert_eq!(part.facts.block, self.block, "parts come in file order");
        if self.at < part.facts.until {
            if part.facts.start != self.at {
                return Ok(Added::Reparse { from: self.at });
            }
            self.fingerprints.add(&mut part, self.report.place());
            let Part { facts, mut chunk, customers, orders, attributes, .. } = part;
            remap(&mut chunk.customer, &merge(&mut self.customers, &customers)?);
            remap(&mut chunk.order, &merge(&mut self.orders, &orders)?);
            for ((codes, values), known) in
                chunk.attributes.iter_mut().zip(&attributes).zip(&mut self.attributes)
            {
                remap(codes, &merge(known, values)?);
            }
            if facts.kept > 0 {
                self.chunks.push(chunk);
            }
            self.report.add(&self.names, &facts)?;
            self.at = facts.end;
        }
        // Otherwise a record reaches over the whole block, and nothing starts in it.
        self.block += 1;
        Ok(Added::Taken)
    }

    /// Rows taken so far.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.report.rows()
    }

    /// Rows set aside so far.
    #[must_use]
    pub fn set_aside(&self) -> u64 {
        self.report.set_aside()
    }

    /// Names the columns of the next file, where it has them in another order than the first: parts of its shards
    /// come by a plan with the same roles.
    pub fn begin_file(&mut self, names: Vec<String>) {
        self.names = names;
    }

    /// Ends the file after its last part; another with the same columns may follow.
    pub fn end_file(&mut self) {
        self.report.end_file(self.at);
        (self.at, self.block) = (0, 0);
    }

    /// Settles what the whole columns decide.
    ///
    /// # Errors
    /// Those of a file in which nothing can be used: [`Error::NoReadableDate`], [`Error::NoReadableNumber`],
    /// [`Error::NoCustomer`], [`Error::NoRows`], [`Error::HeaderOnly`], [`Error::EmptyFile`].
    pub fn finish(mut self) -> Result<Outcome, Error> {
        let again = self.report.again(&self.plan);
        let mut duplicates = Vec::new();
        if again.is_none() {
            self.report.check(&self.plan)?;
            let repeated = self.repeated_customers();
            duplicates = self.count_duplicates();
            self.report_repeated(repeated, &duplicates);
        }
        // By name until here, so that the files of a stack agree; from here on as in the first file.
        let mut measures: Vec<usize> = (0..self.plan.measures.len()).collect();
        measures.sort_by_key(|&at| self.plan.measures[at]);
        let mut attributes: Vec<usize> = (0..self.plan.attributes.len()).collect();
        attributes.sort_by_key(|&at| match self.plan.attributes[at] {
            (Role::Attribute, column) => (1, column as usize),
            _ => (0, at),
        });
        for chunk in &mut self.chunks {
            chunk.measures = in_order(&measures, std::mem::take(&mut chunk.measures));
            chunk.attributes = in_order(&attributes, std::mem::take(&mut chunk.attributes));
        }
        let measures = in_order(&measures, self.plan.measures.clone());
        let (roles, columns): (Vec<Role>, Vec<u32>) =
            in_order(&attributes, self.plan.attributes.clone()).into_iter().unzip();
        let customers = self.customers.finish();
        let (first_day, last_day) = self.report.days().unzip();
        let report = self.report.into_read_report(&self.plan, customers.len() as u64);
        let values = in_order(&attributes, self.attributes);
        let named = unique_names(&columns, &self.plan.names).into_iter().zip(roles).zip(values);
        let attributes =
            named.map(|((name, role), values)| Attribute { name, role, values: values.finish() });
        let transactions = Transactions {
            chunks: self.chunks,
            customers,
            orders: self.orders.finish(),
            attributes: attributes.collect(),
            measures: unique_names(&measures, &self.plan.names),
            first_day,
            last_day,
            duplicates,
        };
        Ok(Outcome { transactions, report, again })
    }
}

impl Reader {
    /// The rows of a customer file whose customer stands in an earlier one, and the codes of their ids.
    fn repeated_customers(&self) -> (Vec<Place>, Vec<u32>) {
        let ReadPlan { customer, date, amount, measures, attributes, .. } = &self.plan;
        let has_facts = !(measures.is_empty() && attributes.is_empty());
        if customer.is_none() || date.is_some() || amount.is_some() || !has_facts {
            return Default::default();
        }
        let (rows, codes): (Vec<u32>, Vec<u32>) = repeated_customers(&self.chunks).unzip();
        (self.fingerprints.places(&rows), codes)
    }

    /// Reports them, but for those that were set aside as duplicates.
    fn report_repeated(&mut self, (places, codes): (Vec<Place>, Vec<u32>), duplicates: &[Place]) {
        let dropped = self.plan.params.duplicates == Duplicates::Drop;
        let is_there = |place: &Place| !(dropped && duplicates.binary_search(place).is_ok());
        let ids = self.customers.strings();
        let examples =
            places.iter().zip(codes).filter(|(place, _)| is_there(place)).map(|(place, code)| {
                Example {
                    file: place.file,
                    line: place.line,
                    column: None,
                    value: ids.text(code).into_owned(),
                }
            });
        let count = places.iter().filter(|place| is_there(place)).count() as u64;
        let examples = examples.take(EXAMPLES).collect();
        self.report.note(IssueCode::RepeatedCustomer, count, examples);
    }

    /// Counts the rows that equal an earlier one, takes them out where the user wants it, and says where they stand.
    fn count_duplicates(&mut self) -> Vec<Place> {
        let (rows, places) = std::mem::take(&mut self.fingerprints).repeated();
        let dropped = self.plan.params.duplicates == Duplicates::Drop;
        let customers = self.customers.strings();
        let mut rows = rows.into_iter().map(|row| row as usize).peekable();
        let mut examples = Vec::new();
        let mut first = 0;
        for chunk in &mut self.chunks {
            let length = chunk.len();
            let mut found = Vec::new();
            while let Some(row) = rows.next_if(|&row| row < first + length) {
                found.push(row - first);
            }
            let left = EXAMPLES - examples.len();
            let customer = |&row: &usize| chunk.customer.get(row).map(|&code| customers.text(code));
            examples.extend(
                found.iter().take(left).map(|row| {
                    customer(row).map_or_else(String::new, std::borrow::Cow::into_owned)
                }),
            );
            if dropped && !found.is_empty() {
                chunk.drop_rows(&found);
            }
            first += length;
        }
        let unnamed = std::iter::repeat_with(String::new);
        let examples = places.iter().take(EXAMPLES).zip(examples.into_iter().chain(unnamed)).map(
            |(place, value)| Example { file: place.file, line: place.line, column: None, value },
        );
        self.report.duplicates(&places, examples.collect(), dropped);
        places
    }
}

/// The values at these places, where they are.
fn in_order<T>(places: &[usize], values: Vec<T>) -> Vec<T> {
    let mut values: Vec<Option<T>> = values.into_iter().map(Some).collect();
    places.iter().filter_map(|&place| values.get_mut(place)?.take()).collect()
}

/// The codes that the strings of a part have in the file.
fn merge(known: &mut Interner, strings: &Dictionary) -> Result<Vec<u32>, Error> {
    let needs = known.strings().bytes() as u64 + strings.bytes() as u64;
    let limit = u64::from(u32::MAX);
    if needs > limit {
        return Err(Error::TooLarge { bytes: needs, needs, limit });
    }
    Ok(strings.iter().map(|string| known.intern(string)).collect())
}

fn remap(codes: &mut [u32], map: &[u32]) {
    for code in codes {
        if *code != NO_CODE {
            *code = map[*code as usize];
        }
    }
}
