//! What a file of targets says of the cells.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    CoverageIssue, CoverageIssueCode, Grid, Issues, Only, Span, TargetColumns, TargetFigure,
    span_named, target_figure,
};
use crate::mapping::{Role, normal};
use crate::transactions::{NO_CODE, Transactions};

/// A dimension of the grid as a file of targets may name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NamedDimension {
    pub(super) name: Option<String>,
    pub(super) role: Option<Role>,
}

/// Targets and figures of the market, one entry per cell; NaN where not stated.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct CellTargets {
    pub(super) rate: Vec<f64>,
    pub(super) universe: Vec<f64>,
    pub(super) sales: Vec<f64>,
    pub(super) market: Vec<f64>,
    pub(super) market_before: Vec<f64>,
    pub(super) issues: Vec<CoverageIssue>,
    /// Rows that count.
    pub(super) rows: u64,
}

impl CellTargets {
    /// Sales aimed at, per cell; empty where no row states any.
    pub(super) fn into_sales(self) -> Vec<Option<f64>> {
        if self.sales.iter().all(|sales| sales.is_nan()) {
            return Vec::new();
        }
        self.sales.into_iter().map(|sales| Some(sales).filter(|sales| !sales.is_nan())).collect()
    }
}

/// Columns by their names, and the period whose rows count: of those that the file names the one that the span has most
/// days of, or else the last one.
pub(super) fn target_columns(table: &Transactions, span: Option<Span>) -> TargetColumns {
    let mut found = TargetColumns::default();
    for name in &table.measures {
        let place = match target_figure(name) {
            Some(TargetFigure::Rate) => &mut found.rate,
            Some(TargetFigure::Universe) => &mut found.universe,
            Some(TargetFigure::Sales) => &mut found.sales,
            Some(TargetFigure::Market) => &mut found.market,
            Some(TargetFigure::MarketBefore) => &mut found.market_before,
            None => continue,
        };
        place.get_or_insert_with(|| name.clone());
    }
    found.only = table.attributes.iter().find_map(|column| {
        let values = (0..column.values.len() as u32).map(|code| column.values.text(code));
        let named: Option<Vec<(String, Span)>> =
            values.map(|value| Some((value.to_string(), span_named(&value)?))).collect();
        let shared = |own: Span| {
            let Some(span) = span else { return 0 };
            let (from, to) = (own.from.max(span.from), own.to.min(span.to));
            (i64::from(to) - i64::from(from) + 1).max(0)
        };
        let best = named?.into_iter().max_by_key(|(_, own)| (shared(*own), own.to))?;
        Some(Only { column: column.name.clone(), value: best.0 })
    });
    found
}

/// Place of the universe among the figures of a row.
const UNIVERSE: usize = 1;

/// One row of the file.
struct Row {
    /// The codes of its groups.
    codes: Vec<u32>,
    figures: [f64; 5],
    day: Option<i32>,
}

fn rows(table: &Transactions, columns: &TargetColumns) -> Vec<Row> {
    let names =
        [&columns.rate, &columns.universe, &columns.sales, &columns.market, &columns.market_before];
    let places = names.map(|name| {
        let name = name.as_ref()?;
        table.measures.iter().position(|known| known == name)
    });
    let mut found = Vec::new();
    for chunk in &table.chunks {
        let columns = chunk.attributes.iter().map(Vec::len);
        let count = columns.chain(chunk.measures.iter().map(Vec::len)).max().unwrap_or(0);
        found.extend((0..count).map(|at| Row {
            codes: chunk.attributes.iter().map(|codes| codes[at]).collect(),
            figures: places.map(|place| place.map_or(f64::NAN, |place| chunk.measures[place][at])),
            day: chunk.day.get(at).copied(),
        }));
    }
    found
}

/// Brings the rows of a file to the cells. Rows of finer groups than the cells are summed up, their rates weighted by the
/// universe; a rate of coarser groups holds for each cell in them, while their sums are of no single cell. Of rows of one
/// group on several days, as those of months, sales are summed up, while the universe is that of the last.
pub(super) fn cell_targets(
    table: &Transactions,
    columns: &TargetColumns,
    grid: &Grid,
    dimensions: &[NamedDimension],
    span: Option<Span>,
) -> CellTargets {
    let stated = Stated { table, grid, places: places(table, dimensions) };
    let mut rows = rows(table, columns);
    if let Some(only) = &columns.only {
        rows.retain(|row| stated.has(row, only));
    }
    if let Some(span) = span {
        rows.retain(|row| row.day.is_none_or(|day| (span.from..=span.to).contains(&day)));
    }
    stated.sum_up(rows)
}

/// The column of the file for each dimension: the one of its name, or else of its role.
fn places(table: &Transactions, dimensions: &[NamedDimension]) -> Vec<Option<usize>> {
    let by_name = |dimension: &NamedDimension| {
        let named = normal(dimension.name.as_deref()?);
        table.attributes.iter().position(|one| normal(&one.name) == named)
    };
    let named: Vec<Option<usize>> = dimensions.iter().map(by_name).collect();
    // A column that has the name of one dimension is not that of another.
    let by_role = |dimension: &NamedDimension| {
        let mut columns = table.attributes.iter().enumerate();
        let is_own = |at: usize, role| Some(role) == dimension.role && !named.contains(&Some(at));
        columns.find(|(at, one)| is_own(*at, one.role)).map(|(at, _)| at)
    };
    dimensions.iter().zip(&named).map(|(one, named)| named.or_else(|| by_role(one))).collect()
}

struct Stated<'a> {
    table: &'a Transactions,
    grid: &'a Grid,
    places: Vec<Option<usize>>,
}

/// Sums over the rows of a group.
#[derive(Clone, Copy, Default)]
struct Sums {
    figures: [Option<f64>; 5],
    weighted: f64,
    weights: f64,
    /// Rates of rows whose universe is not stated.
    plain: f64,
    plain_rows: f64,
}

impl Stated<'_> {
    fn has(&self, row: &Row, only: &Only) -> bool {
        let columns = self.table.attributes.iter().zip(&row.codes);
        columns.filter(|(column, _)| column.name == only.column).all(|(column, &code)| {
            code != NO_CODE && column.values.text(code) == only.value.as_str()
        })
    }

    /// What the row calls its cell.
    fn named(&self, row: &Row) -> String {
        let text = |&place: &usize| match row.codes[place] {
            NO_CODE => String::new(),
            code => self.table.attributes[place].values.text(code).into_owned(),
        };
        self.places.iter().flatten().map(text).collect::<Vec<_>>().join(" · ")
    }

    /// The segment of each dimension, `None` where the file does not tell of it; nothing for a segment that is not there.
    fn place(&self, row: &Row) -> Option<Vec<Option<usize>>> {
        let of = |(names, place): (&Vec<String>, &Option<usize>)| {
            let Some(place) = *place else { return Some(None) };
            let code = row.codes[place];
            if code == NO_CODE {
                return None;
            }
            let text = self.table.attributes[place].values.text(code);
            names.iter().position(|name| name.trim() == text.trim()).map(Some)
        };
        self.grid.names.iter().zip(&self.places).map(of).collect()
    }

    fn sum_up(&self, rows: Vec<Row>) -> CellTargets {
        let cells = self.grid.len();
        let mut issues = Issues::default();
        let mut sums = vec![Sums::default(); cells];
        let mut seen = BTreeSet::new();
        let mut used = 0;
        let told = self.places.iter().any(Option::is_some);
        let are_percents = are_percents(&rows);
        let mut last = BTreeMap::new();
        for row in &rows {
            let day = last.entry(row.codes.clone()).or_insert(row.day);
            *day = row.day.max(*day);
        }
        for mut row in rows {
            let name = || self.named(&row);
            if !told {
                issues.add(CoverageIssueCode::TargetsElsewhere, String::new);
                continue;
            }
            if !seen.insert((row.codes.clone(), row.day)) {
                issues.add(CoverageIssueCode::TargetRepeated, name);
                continue;
            }
            let Some(place) = self.place(&row) else {
                issues.add(CoverageIssueCode::TargetUnknown, name);
                continue;
            };
            if row.figures.iter().any(|&figure| figure < 0.0) {
                issues.add(CoverageIssueCode::TargetNegative, name);
            }
            if are_percents {
                issues.add(CoverageIssueCode::TargetPercent, name);
            } else if row.figures[0] > 1.0 {
                issues.add(CoverageIssueCode::TargetAboveOne, name);
            }
            if are_percents {
                row.figures[0] /= 100.0;
            }
            used += 1;
            let figures = row.figures.map(|figure| Some(figure).filter(|&x| x >= 0.0));
            let is_last = last.get(&row.codes) == Some(&row.day);
            let whole: Option<Vec<usize>> = place.iter().copied().collect();
            if let Some(cell) = whole.and_then(|place| self.grid.at(&place)) {
                sums[cell].add(figures, is_last);
                continue;
            }
            for (cell, sums) in sums.iter_mut().enumerate() {
                let own = self.grid.place(cell);
                if place.iter().zip(&own).all(|(wanted, own)| wanted.is_none_or(|at| at == *own)) {
                    sums.add(figures, is_last);
                }
            }
        }
        let is_whole = self.places.iter().all(Option::is_some);
        let figure = |at: usize| -> Vec<f64> {
            let of = |sums: &Sums| sums.figures[at].filter(|_| is_whole).unwrap_or(f64::NAN);
            sums.iter().map(of).collect()
        };
        CellTargets {
            rate: sums.iter().map(Sums::rate).collect(),
            universe: figure(UNIVERSE),
            sales: figure(2),
            market: figure(3),
            market_before: figure(4),
            issues: issues.0,
            rows: used,
        }
    }
}

/// Whether rates are given as 85 for 85 of a hundred: all that are above zero are above 1, and none above 100.
fn are_percents(rows: &[Row]) -> bool {
    let mut rates = rows.iter().map(|row| row.figures[0]).filter(|&rate| rate > 0.0).peekable();
    rates.peek().is_some() && rates.all(|rate| rate > 1.0 && rate <= 100.0)
}

impl Sums {
    /// `is_last` if no later row is of the same group.
    fn add(&mut self, figures: [Option<f64>; 5], is_last: bool) {
        for (at, (sum, figure)) in self.figures.iter_mut().zip(figures).enumerate() {
            if let Some(figure) = figure.filter(|_| is_last || at != UNIVERSE) {
                *sum = Some(sum.unwrap_or(0.0) + figure);
            }
        }
        if let Some(rate) = figures[0].filter(|rate| *rate <= 1.0) {
            if let Some(universe) = figures[UNIVERSE] {
                self.weighted += rate * universe;
                self.weights += universe;
            } else {
                self.plain += rate;
                self.plain_rows += 1.0;
            }
        }
    }

    fn rate(&self) -> f64 {
        if self.weights > 0.0 {
            self.weighted / self.weights
        } else if self.plain_rows > 0.0 {
            self.plain / self.plain_rows
        } else {
            f64::NAN
        }
    }
}
