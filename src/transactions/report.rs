//! The facts of all parts together, and what they decide.

use super::{
    DateReading, Day, FileRead, PartExample, PartFacts, Place, READINGS, ReadReport, Witnesses,
};
use crate::error::Error;
use crate::file::MAX_LINE;
use crate::issue::{EXAMPLES, Example, Issue, IssueCode};
use crate::mapping::{DateOrder, DecimalMark, ImportParams, ReadPlan};
use crate::table::{DateEvidence, NumberEvidence};

/// Facts of the parts taken so far.
#[derive(Debug, Default)]
pub(super) struct Report {
    bytes: u64,
    /// Files that were ended.
    files: Vec<FileRead>,
    /// Physical lines of the file before the next part.
    lines: u64,
    rows: u64,
    kept: u64,
    /// Rows and kept rows of the files that were ended.
    before: (u64, u64),
    blank_lines: u64,
    days: Option<(Day, Day)>,
    dates: DateEvidence,
    numbers: NumberEvidence,
    deciders: Deciders,
    readings: Vec<DateReading>,
    /// In order of codes.
    issues: Vec<Issue>,
}

/// The first cells that decide a form.
#[derive(Debug, Default)]
struct Deciders {
    day_first: Option<Example>,
    month_first: Option<Example>,
    point: Option<Example>,
    comma: Option<Example>,
}

impl Report {
    pub(super) fn rows(&self) -> u64 {
        self.rows
    }

    pub(super) fn set_aside(&self) -> u64 {
        self.rows - self.kept
    }

    /// First and last day of any row whose date could be read.
    pub(super) fn days(&self) -> Option<(Day, Day)> {
        self.days
    }

    pub(super) fn add(&mut self, names: &[String], facts: &PartFacts) -> Result<(), Error> {
        if let Some(line) = facts.too_long {
            return Err(Error::LineTooLong { line: self.lines + line + 1, limit: MAX_LINE as u64 });
        }
        for issue in &facts.issues {
            let (file, lines) = (self.files.len() as u32, self.lines);
            let examples =
                issue.examples.iter().map(|example| example_of(names, file, lines, example));
            let known = self.issue_mut(issue.code);
            known.count += issue.count;
            let left = EXAMPLES - known.examples.len();
            known.examples.extend(examples.take(left));
        }
        self.keep_witnesses(names, &facts.witnesses);
        self.rows += facts.rows;
        self.kept += facts.kept;
        self.blank_lines += facts.blank_lines;
        self.lines += facts.lines;
        self.dates.add(&facts.dates);
        self.numbers.add(&facts.numbers);
        if let (Some(first), Some(last)) = (facts.first_day, facts.last_day) {
            let days = self.days.unwrap_or((first, last));
            self.days = Some((days.0.min(first), days.1.max(last)));
        }
        Ok(())
    }

    /// Where the next part starts.
    pub(super) fn place(&self) -> Place {
        Place { file: self.files.len() as u32, line: self.lines + 1 }
    }

    /// Takes note of kept rows that equal earlier ones; `dropped` says that they were taken out.
    pub(super) fn duplicates(&mut self, places: &[Place], examples: Vec<Example>, dropped: bool) {
        let count = places.len() as u64;
        if count == 0 {
            return;
        }
        let code = if dropped { IssueCode::DuplicateDropped } else { IssueCode::Duplicate };
        if dropped {
            self.kept -= count;
            for place in places {
                if let Some(file) = self.files.get_mut(place.file as usize) {
                    file.set_aside += 1;
                }
            }
        }
        self.note(code, count, examples);
    }

    /// Takes note of an issue that all rows together show.
    pub(super) fn note(&mut self, code: IssueCode, count: u64, examples: Vec<Example>) {
        if count > 0 {
            let issue = self.issue_mut(code);
            (issue.count, issue.examples) = (count, examples);
        }
    }

    fn issue_mut(&mut self, code: IssueCode) -> &mut Issue {
        let at = self.issues.binary_search_by_key(&code, |known| known.code).unwrap_or_else(|at| {
            let new = Issue { code, count: 0, set_aside: code.sets_aside(), examples: Vec::new() };
            self.issues.insert(at, new);
            at
        });
        &mut self.issues[at]
    }

    fn keep_witnesses(&mut self, names: &[String], witnesses: &Witnesses) {
        let (file, lines) = (self.files.len() as u32, self.lines);
        let example = |example: &PartExample| example_of(names, file, lines, example);
        let Deciders { day_first, month_first, point, comma } = &mut self.deciders;
        for (decider, witness) in [
            (day_first, &witnesses.day_first),
            (month_first, &witnesses.month_first),
            (point, &witnesses.point),
            (comma, &witnesses.comma),
        ] {
            if decider.is_none() {
                *decider = witness.as_ref().map(example);
            }
        }
        for reading in &witnesses.readings {
            let days = |known: &DateReading| [known.day_first, known.month_first, known.year_first];
            let is_new = self.readings.iter().all(|known| days(known) != reading.days());
            if is_new && self.readings.len() < READINGS {
                self.readings.push(DateReading {
                    example: example(&reading.example),
                    day_first: reading.day_first,
                    month_first: reading.month_first,
                    year_first: reading.year_first,
                });
            }
        }
    }

    pub(super) fn end_file(&mut self, bytes: u64) {
        let (rows, kept) = self.before;
        let rows = self.rows - rows;
        self.files.push(FileRead { bytes, rows, set_aside: rows - (self.kept - kept) });
        self.before = (self.rows, self.kept);
        self.bytes += bytes;
        self.lines = 0;
    }

    /// Params to read again with, where the whole columns decide otherwise than the plan assumed.
    pub(super) fn again(&self, plan: &ReadPlan) -> Option<ImportParams> {
        let mut params = plan.params.clone();
        // Dates that any order reads alike make no difference.
        let differs = self.dates.turned.is_some();
        let date = self.dates.guess().filter(|&order| {
            (order != DateOrder::YearFirst || differs) && order != plan.date_order
        });
        if params.date_order.is_none() && date.is_some() {
            params.date_guess = date;
        }
        let decimal = self.numbers.decide().filter(|&mark| mark != plan.decimal);
        if params.decimal.is_none() && decimal.is_some() {
            params.decimal_guess = decimal;
        }
        (params != plan.params).then_some(params)
    }

    /// Whether anything can be used.
    pub(super) fn check(&self, plan: &ReadPlan) -> Result<(), Error> {
        let rows = self.rows;
        if rows == 0 {
            return Err(if plan.params.header {
                Error::HeaderOnly { columns: plan.names.iter().take(10).cloned().collect() }
            } else {
                Error::EmptyFile
            });
        }
        if self.kept > 0 {
            return Ok(());
        }
        if let (Some(column), Some(issue)) = (plan.customer, self.issue(IssueCode::NoCustomer))
            && issue.count == rows
        {
            return Err(Error::NoCustomer { column: column_name(&plan.names, column), rows });
        }
        if let Some(column) = plan.date
            && self.dates.readable() == 0
        {
            let examples = self.examples(&[IssueCode::BadDate, IssueCode::NoDate]);
            return Err(Error::NoReadableDate {
                column: column_name(&plan.names, column),
                examples,
            });
        }
        let examples =
            self.examples(&[IssueCode::BadNumber, IssueCode::NumberTooLarge, IssueCode::NoNumber]);
        if let Some(column) = examples.first().and_then(|example| example.column.clone()) {
            let examples = examples
                .into_iter()
                .filter(|example| example.column.as_ref() == Some(&column))
                .collect();
            return Err(Error::NoReadableNumber { column, examples });
        }
        Err(Error::NoRows { rows })
    }

    fn issue(&self, code: IssueCode) -> Option<&Issue> {
        self.issues.iter().find(|issue| issue.code == code)
    }

    /// Examples of the first of these issues that occurs.
    fn examples(&self, codes: &[IssueCode]) -> Vec<Example> {
        codes
            .iter()
            .find_map(|&code| self.issue(code))
            .map(|issue| issue.examples.clone())
            .unwrap_or_default()
    }

    pub(super) fn into_read_report(self, plan: &ReadPlan, customers: u64) -> ReadReport {
        let has_numbers =
            plan.amount.is_some() || plan.quantity.is_some() || !plan.measures.is_empty();
        let date_order =
            plan.date.and_then(|_| plan.params.date_order.or_else(|| self.dates.decide()));
        let Deciders { day_first, month_first, point, comma } = self.deciders;
        ReadReport {
            bytes: self.bytes,
            rows: self.rows,
            kept: self.kept,
            set_aside: self.rows - self.kept,
            blank_lines: self.blank_lines,
            customers: if plan.customer.is_some() { customers } else { self.kept },
            date_order,
            swapped_dates: plan.date.map_or(0, |_| self.dates.swapped()),
            date_evidence: plan.date.map(|_| self.dates),
            date_decider: match date_order {
                Some(DateOrder::DayFirst) => day_first,
                Some(DateOrder::MonthFirst) => month_first,
                Some(DateOrder::YearFirst) | None => None,
            },
            date_readings: self.readings,
            decimal: has_numbers.then_some(plan.decimal),
            number_evidence: has_numbers.then_some(self.numbers),
            decimal_decider: match plan.decimal {
                DecimalMark::Point => point,
                DecimalMark::Comma => comma,
            },
            issues: self.issues,
            files: self.files,
        }
    }
}

/// An example of a part as one of the file.
fn example_of(names: &[String], file: u32, lines: u64, example: &PartExample) -> Example {
    Example {
        file,
        line: lines + example.line + 1,
        column: example.column.map(|column| column_name(names, column)),
        value: example.value.clone(),
    }
}

/// A column's name, or its number counted from 1 where it has none.
fn column_name(names: &[String], column: u32) -> String {
    match names.get(column as usize) {
        Some(name) if !name.is_empty() => name.clone(),
        _ => (column + 1).to_string(),
    }
}
