//! One record against the plan: kept, set aside, or blank.

use super::{Day, Evidence, FootRow, is_total};
use crate::file::{Delimiter, Record, is_blank, unquote};
use crate::issue::IssueCode;
use crate::mapping::{AmountFrom, ReadPlan};
use crate::table::{
    DateFit, DayNumber, DecimalMark, Id, Money, NumberFault, NumberFit, is_missing, read_date,
    read_day_number, read_figure, read_id, read_number, trim,
};

/// What becomes of a record.
pub(super) enum Verdict<'a> {
    Blank,
    Aside { code: IssueCode, column: Option<u32>, value: &'a [u8] },
    Kept(Kept<'a>),
}

/// The values of a row that is kept.
pub(super) struct Kept<'a> {
    pub(super) customer: Id<'a>,
    pub(super) order: Id<'a>,
    pub(super) day: Day,
    pub(super) amount: Money,
    pub(super) returned: bool,
    /// The date is a bare number.
    pub(super) day_number: Option<DayNumber>,
    /// The row ends before the last column.
    pub(super) is_short: bool,
}

impl Kept<'_> {
    #[inline]
    pub(super) fn has_remarks(&self) -> bool {
        self.is_short
            || self.day_number.is_some()
            || self.customer.decimal
            || self.order.decimal
            || self.customer.rounded
            || self.order.rounded
    }
}

/// Judges records by a plan.
#[derive(Debug)]
pub(super) struct Judge {
    pub(super) plan: ReadPlan,
    delimiter: u8,
    columns: usize,
    /// Fields without which a row is too short.
    needed: usize,
}

/// Room for unquoted cells: customer, order, any other.
pub(super) type Scratch = [Vec<u8>; 3];

/// A cell to blame.
type Blame<'a> = (IssueCode, u32, &'a [u8]);

impl Judge {
    pub(super) fn new(plan: ReadPlan) -> Self {
        let amount = match plan.amount {
            Some(AmountFrom::Amount(column)) => [Some(column), None],
            Some(AmountFrom::Product { quantity, price }) => [Some(quantity), Some(price)],
            None => [None, None],
        };
        // A row may lack figures: the value is missing then.
        let needed = [plan.customer, plan.date, amount[0], amount[1]].into_iter().flatten().max();
        Self {
            delimiter: plan.params.delimiter.byte(),
            columns: plan.names.len().saturating_sub(plan.params.spare_columns as usize),
            // A sheet has all cells; those behind the last filled one are empty.
            needed: match needed {
                Some(column) if !plan.params.worksheet => column as usize + 1,
                _ => 0,
            },
            plan,
        }
    }

    /// A record with room for the columns.
    pub(super) fn record(&self) -> Record {
        Record::new(self.columns)
    }

    pub(super) fn is_blanks(&self) -> bool {
        self.plan.params.delimiter == Delimiter::Blanks
    }

    /// Whether a record holds nothing.
    #[inline]
    pub(super) fn is_blank(&self, bytes: &[u8], record: &Record) -> bool {
        match bytes[record.start..record.end].first() {
            None => true,
            Some(&first) if first <= b' ' || first == b'"' || first == self.delimiter => {
                is_blank(&bytes[record.start..record.end], self.delimiter)
            }
            Some(_) => false,
        }
    }

    fn foot<'a, 'r>(&'r self, bytes: &'a [u8], record: &'r Record) -> FootRow<'a, 'r> {
        FootRow { bytes, record, plan: &self.plan, columns: self.columns }
    }

    /// What a row that is set aside really is: the header once more, a row of totals, or what was found first.
    #[cold]
    fn reason<'a>(
        &self,
        bytes: &'a [u8],
        record: &Record,
        code: IssueCode,
        column: Option<u32>,
        value: &'a [u8],
    ) -> Verdict<'a> {
        let row = self.foot(bytes, record);
        if row.repeats_header() {
            let value = &bytes[record.start..record.end];
            Verdict::Aside { code: IssueCode::RepeatedHeader, column: None, value }
        } else if let Some((column, value)) = row.total() {
            Verdict::Aside { code: IssueCode::TotalRow, column: Some(column), value }
        } else {
            Verdict::Aside { code, column, value }
        }
    }

    /// Whether what stands for the customer may name a total, or the column itself.
    #[inline]
    fn is_doubtful(&self, id: &[u8], column: u32) -> bool {
        let name = self.plan.names.get(column as usize).map_or("", String::as_str);
        (!name.is_empty() && name.as_bytes().ends_with(id))
            || is_total(id, self.plan.date.is_none())
    }

    /// Judges a record that the splitter closed.
    #[inline(always)]
    pub(super) fn judge<'a>(
        &self,
        scratch: &'a mut Scratch,
        bytes: &'a [u8],
        record: &Record,
        evidence: &mut Evidence,
    ) -> Verdict<'a> {
        if self.is_blank(bytes, record) {
            return Verdict::Blank;
        }
        let plan = &self.plan;
        // In a sheet nothing shifts: what stands behind the named columns is a note.
        if record.fields > self.columns && !plan.params.worksheet {
            let beyond = record.beyond(bytes);
            if !is_blank(beyond, self.delimiter) {
                return Verdict::Aside {
                    code: IssueCode::TooManyFields,
                    column: None,
                    value: beyond,
                };
            }
        } else if record.fields < self.needed {
            let value = &bytes[record.start..record.end];
            return self.reason(bytes, record, IssueCode::TooFewFields, None, value);
        }
        let field = |column: u32| record.field(bytes, column as usize).unwrap_or_default();
        let [customer_scratch, order_scratch, scratch] = scratch;
        let mut blame: Option<Blame<'a>> = None;

        let mut day = 0;
        let mut day_number = None;
        if let Some(column) = plan.date {
            let text = unquote(field(column), scratch);
            let date = read_date(text, plan.date_order);
            let mut found = date.day;
            if let Some(fit) = date.fit {
                evidence.date(fit, date.turned, column, text);
                if let (DateFit::Unambiguous, Some(day)) = (fit, date.day) {
                    evidence.late(day);
                }
            } else if let Some((day, number)) = read_day_number(text) {
                evidence.date(DateFit::Unambiguous, None, column, text);
                evidence.late(day);
                (found, day_number) = (Some(day), Some(number));
            }
            match found {
                Some(found) => {
                    day = found;
                    evidence.day(day);
                }
                None => {
                    let empty = is_missing(trim(text));
                    let code = if empty { IssueCode::NoDate } else { IssueCode::BadDate };
                    blame = Some((code, column, field(column)));
                }
            }
        }

        let mut number = |column: u32| {
            let raw = field(column);
            let (mark, is_true) = self.mark_of(raw);
            let text = unquote(raw, scratch);
            let number = read_number(text, mark);
            if let Some(fit) = number.fit.map(|fit| if is_true { NumberFit::Plain } else { fit }) {
                // Units of goods without a mark say nothing of how amounts are written.
                if fit != NumberFit::Plain || plan.quantity != Some(column) {
                    evidence.number(fit, column, text);
                }
            }
            number.value.map_err(|fault| (fault.into(), column, field(column)))
        };
        // A quantity beside an amount only tells returns apart: it may be missing, but not unreadable.
        let quantity = plan.quantity.map(&mut number);
        let sold = quantity.unwrap_or(Ok(Money(0)));
        let amount = match plan.amount {
            Some(AmountFrom::Amount(column)) => {
                let amount = number(column);
                match sold {
                    Err((code, ..)) if code != IssueCode::NoNumber => amount.and(sold),
                    _ => amount,
                }
            }
            Some(AmountFrom::Product { price, .. }) => {
                let price_value = number(price);
                sold.and_then(|sold| {
                    let product = sold.times(price_value?);
                    product.ok_or((IssueCode::NumberTooLarge, price, field(price)))
                })
            }
            None => Ok(Money(0)),
        };
        if let Err(fault) = amount {
            blame.get_or_insert(fault);
        }

        let customer = match plan.customer {
            Some(column) => {
                let id = read_id(unquote(field(column), customer_scratch));
                if id.text.is_empty() {
                    let value = field(column);
                    return self.reason(bytes, record, IssueCode::NoCustomer, Some(column), value);
                }
                if self.is_doubtful(id.text, column) {
                    let (code, value) = (IssueCode::TotalRow, field(column));
                    if is_total(id.text, plan.date.is_none())
                        || self.foot(bytes, record).repeats_header()
                    {
                        return self.reason(bytes, record, code, Some(column), value);
                    }
                }
                id
            }
            None => Id::default(),
        };
        if let Some((code, column, value)) = blame {
            return self.reason(bytes, record, code, Some(column), value);
        }
        let order = match plan.order {
            Some(column) => read_id(unquote(field(column), order_scratch)),
            None => Id::default(),
        };
        if let Some(column) = plan.order
            && is_total(order.text, false)
        {
            return self.reason(bytes, record, IssueCode::TotalRow, Some(column), field(column));
        }
        Verdict::Kept(Kept {
            customer,
            order,
            day,
            amount: amount.unwrap_or_default(),
            returned: sold.is_ok_and(|sold| sold < Money(0)),
            day_number,
            is_short: record.fields < self.columns && !plan.params.worksheet,
        })
    }

    /// The figures of a row that is kept, NaN where a cell is empty or no number; then the first cell that is none.
    #[inline(never)]
    pub(super) fn measures<'a>(
        &self,
        scratch: &mut Vec<u8>,
        bytes: &'a [u8],
        record: &Record,
        evidence: &mut Evidence,
        mut keep: impl FnMut(usize, f64),
    ) -> Option<(u32, &'a [u8])> {
        let mut bad = None;
        for (at, &column) in self.plan.measures.iter().enumerate() {
            let raw = record.field(bytes, column as usize).unwrap_or_default();
            let (mark, is_true) = self.mark_of(raw);
            let text = unquote(raw, scratch);
            let figure = read_figure(text, mark);
            if let Some(fit) = figure.fit.map(|fit| if is_true { NumberFit::Plain } else { fit }) {
                evidence.number(fit, column, text);
            }
            keep(at, figure.value.unwrap_or(f64::NAN));
            if figure.value.is_err_and(|fault| fault != NumberFault::Empty) {
                bad.get_or_insert((column, raw));
            }
        }
        bad
    }

    /// The decimal mark that a cell is read by, and whether it is a bare number of a sheet, which is one whatever the
    /// mark of its texts.
    #[inline]
    fn mark_of(&self, raw: &[u8]) -> (DecimalMark, bool) {
        let is_true = self.plan.params.worksheet && raw.first() != Some(&b'"');
        (if is_true { DecimalMark::Point } else { self.plan.decimal }, is_true)
    }

    /// What was noticed about a row that is kept: a code, and the column where one is to blame.
    #[cold]
    pub(super) fn remarks(&self, kept: &Kept) -> impl Iterator<Item = (IssueCode, Option<u32>)> {
        let ids = |has: fn(&Id) -> bool| {
            let customer = self.plan.customer.filter(|_| has(&kept.customer));
            customer.or(self.plan.order.filter(|_| has(&kept.order)))
        };
        let short = kept.is_short.then_some((IssueCode::ShortRow, None));
        let decimal = ids(|id| id.decimal).map(|column| (IssueCode::IdDecimal, Some(column)));
        let rounded = ids(|id| id.rounded).map(|column| (IssueCode::IdRounded, Some(column)));
        let number = kept.day_number.map(|number| (number.into(), self.plan.date));
        [short, decimal, rounded, number].into_iter().flatten()
    }
}

impl From<DayNumber> for IssueCode {
    fn from(number: DayNumber) -> Self {
        match number {
            DayNumber::Serial => Self::SerialDate,
            DayNumber::Unix => Self::UnixTime,
        }
    }
}

impl From<NumberFault> for IssueCode {
    fn from(fault: NumberFault) -> Self {
        match fault {
            NumberFault::Empty => Self::NoNumber,
            NumberFault::Bad => Self::BadNumber,
            NumberFault::TooLarge => Self::NumberTooLarge,
        }
    }
}
