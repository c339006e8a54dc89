//! The first look at a file.

use super::{
    ColumnHead, ColumnKind, ColumnSample, DecimalMark, Duplicates, EncodingReason, FileKind, Head,
    ImportParams, MEMORY_LIMIT, Role, RoleReason, behind_lines, drop_facts_of_orders, estimate,
    guess, guess_attributes, guess_figures, guess_groups, guess_measures, is_header, kind_of,
    line_of, names, names_dates, normal, shown, spare_columns, stack_key, titles, usual_length,
};
use crate::error::Error;
use crate::file::{
    Delimiter, Encoding, Text, binary_kind, cells, detect, is_blank, markup_kind, sniff,
};
use crate::table::NumberEvidence;

/// Rows of a large file's start, and of each further sample, that are looked at.
const ROWS: (usize, usize) = (2000, 1000);

/// Cells that are looked at, for files of very many columns.
const CELLS: usize = 200_000;

/// Columns of repeated text that are guessed in a file of transactions, which may be long, at most.
const ATTRIBUTES: usize = 12;

/// Lines above the header that are shown.
const SKIPPED: usize = 5;

/// Rows shown.
const PREVIEW: usize = 8;

/// Looks at a file's first bytes ([`HEAD_BYTES`](crate::file::HEAD_BYTES) of them, or the whole file) and at a few
/// samples from further on, and guesses how it is to be read; with params, they are looked at instead of guesses.
///
/// Samples may begin and end in the middle of a line; they begin at even places of the file, where UTF-16 has its
/// units. Where the roles of the params are not one per column (the
/// delimiter was changed), they are guessed anew.
///
/// ```
/// use segmentlab::mapping::{FileKind, Role, look};
/// let file = "客户编号;下单时间;实付金额\n7;2024-03-05 10:00;19,90\n".as_bytes();
/// let head = look(file, &[], file.len() as u64, None)?;
/// assert_eq!(head.kind, FileKind::Transactions);
/// assert_eq!(head.params.roles, [Some(Role::Customer), Some(Role::Date), Some(Role::Amount)]);
/// # Ok::<(), segmentlab::error::Error>(())
/// ```
///
/// # Errors
/// [`Error::EmptyFile`], [`Error::HeaderOnly`], [`Error::OneColumn`], [`Error::NotText`],
/// [`Error::LineTooLong`].
pub fn look(
    first: &[u8],
    samples: &[&[u8]],
    bytes: u64,
    params: Option<ImportParams>,
) -> Result<Head, Error> {
    let worksheet = params.as_ref().is_some_and(|params| params.worksheet);
    look_stacked(first, samples, bytes, bytes, params, worksheet)
}

/// The same for the text of a sheet, see [`Workbook`](crate::file::Workbook): the delimiter is a comma, and numbers
/// and dates that stand bare are what they are.
///
/// ```
/// use segmentlab::mapping::{Role, look_at_worksheet};
/// let text = "\"客户编号\",\"下单时间\",\"实付金额\"\n\"007\",2024-03-05 10:00:00,19.9\n".as_bytes();
/// let head = look_at_worksheet(text, &[], text.len() as u64, None)?;
/// assert!(head.params.worksheet);
/// assert_eq!(head.preview[0], ["007", "2024-03-05 10:00:00", "19.9"]);
/// # Ok::<(), segmentlab::error::Error>(())
/// ```
///
/// # Errors
/// Those of [`look`].
pub fn look_at_worksheet(
    first: &[u8],
    samples: &[&[u8]],
    bytes: u64,
    params: Option<ImportParams>,
) -> Result<Head, Error> {
    look_stacked(first, samples, bytes, bytes, params, true)
}

/// Looks at the first of several files that are stacked: `bytes` are its own, `total` those of all; the samples come
/// from the others too. `worksheet` says that they are the text of sheets. Otherwise as [`look`].
///
/// # Errors
/// Those of [`look`].
pub fn look_stacked(
    first: &[u8],
    samples: &[&[u8]],
    bytes: u64,
    total: u64,
    params: Option<ImportParams>,
    worksheet: bool,
) -> Result<Head, Error> {
    let is_last = first.len() as u64 >= bytes;
    let is_all = is_last && bytes >= total;
    let (detected, reason) = if worksheet {
        (Encoding::Utf8, EncodingReason::Valid)
    } else {
        detect(first, samples, is_last)
    };
    let encoding = params.as_ref().map_or(detected, |params| params.encoding);
    let encoding_reason = if encoding == detected { reason } else { EncodingReason::Chosen };
    if let Some(kind) = binary_kind(first, encoding) {
        return Err(Error::NotText { kind });
    }
    let bom = encoding.mark_len(first);
    let mut buffer = String::new();
    let decoded = Text::new(first, bom, first.len(), is_last, encoding, &mut buffer);
    let bad_bytes = decoded.bad_bytes() as u32;
    let text = &decoded.bytes[decoded.at..];
    if let Some(kind) = markup_kind(text).filter(|_| !worksheet) {
        return Err(Error::NotText { kind });
    }
    let raw_per_text = (first.len() - bom) as f64 / text.len().max(1) as f64;
    let too_long = |line| Error::LineTooLong { line, limit: first.len() as u64 };
    if is_blank(text, b' ') {
        return Err(if is_last { Error::EmptyFile } else { too_long(1) });
    }
    let has_line = text.iter().any(|byte| matches!(byte, b'\n' | b'\r'));
    if !is_last && !has_line {
        return Err(too_long(1));
    }
    let known = params.as_ref().map(|params| params.delimiter);
    let known = if worksheet { Some(Delimiter::Comma) } else { known };
    let Some(delimiter) = known.or_else(|| sniff(text, is_last)) else {
        let line = text
            .trim_ascii_start()
            .split(|byte| matches!(byte, b'\n' | b'\r'))
            .next()
            .unwrap_or_default();
        return Err(Error::OneColumn { line: shown(line) });
    };
    let rows = if is_last { usize::MAX } else { ROWS.0 };
    let mut found = cells(text, delimiter, is_last, rows, CELLS);
    let skip_lines = match &params {
        Some(params) => params.skip_lines,
        None => line_of(&found, titles(&found.rows)),
    };
    let top = behind_lines(text, skip_lines);
    if top > 0 {
        found = cells(&text[top..], delimiter, is_last, rows, CELLS);
    }
    let Some(record) = found.rows.first() else { return Err(too_long(1)) };
    let header = params.as_ref().map_or_else(|| is_header(record), |params| params.header);
    let top_line = record.concat();
    let column_names = if header {
        found.rows.remove(0);
        names(text, delimiter, skip_lines)
    } else {
        vec![String::new(); usual_length(&found.rows)]
    };
    if found.rows.is_empty() {
        let columns = column_names.into_iter().take(10).collect();
        return Err(if is_last {
            Error::HeaderOnly { columns }
        } else {
            too_long(u64::from(skip_lines) + found.lines + 1)
        });
    }
    // A sheet without a second column most often holds whole lines of a text file in its cells.
    if worksheet && column_names.len() < 2 {
        return Err(Error::OneColumn { line: shown(&top_line) });
    }
    let preview = found
        .rows
        .iter()
        .take(PREVIEW)
        .map(|row| row.iter().map(|cell| shown(cell)).collect())
        .collect();
    let mut ends = vec![found.rows.len()];
    // Where the start is the whole file, samples only show its rows again.
    for sample in samples.iter().filter(|_| !is_all) {
        let start = encoding.line_end(sample, 0).map_or(sample.len(), |end| end + encoding.unit());
        let budget = CELLS / samples.len().max(1);
        let mut buffer = String::new();
        let decoded = Text::new(sample, start, sample.len(), false, encoding, &mut buffer);
        found.join(cells(&decoded.bytes[decoded.at..], delimiter, false, ROWS.1, budget));
        ends.push(found.rows.len());
    }
    let columns: Vec<ColumnSample> = (0..column_names.len())
        .map(|column| {
            let cells = found.rows.iter().map(|row| row.get(column).map_or(&[][..], Vec::as_slice));
            let roles = params.as_ref().map_or(&[][..], |params| &params.roles);
            let is_chosen = roles.len() == column_names.len() && roles[column] == Some(Role::Date);
            ColumnSample::of(cells, &ends, is_chosen || names_dates(&normal(&column_names[column])))
        })
        .collect();

    let skipped = text[..top]
        .split(|byte| matches!(byte, b'\n' | b'\r'))
        .filter(|line| !is_blank(line, delimiter.byte()))
        .take(SKIPPED)
        .map(shown)
        .collect();
    let mut guessed = guess(&column_names, &columns, header, is_all && found.is_all);
    let roles_of = |guessed: &[Option<(Role, RoleReason)>]| -> Vec<Option<Role>> {
        guessed.iter().map(|played| played.map(|(role, _)| role)).collect()
    };
    let roles = roles_of(&guessed);
    match kind_of(&roles, &column_names, &columns, &found.rows) {
        // Rows with a date are something else, though it is not known what.
        FileKind::Customers if !roles.contains(&Some(Role::Date)) => {
            drop_facts_of_orders(&mut guessed, &columns);
            guess_attributes(&mut guessed, &column_names, &columns, usize::MAX);
            guess_measures(&mut guessed, &column_names, &columns);
        }
        FileKind::Transactions | FileKind::Contacts => {
            guess_attributes(&mut guessed, &column_names, &columns, ATTRIBUTES);
        }
        FileKind::Targets => {
            guess_figures(&mut guessed, &columns);
            guess_groups(&mut guessed, &columns);
        }
        _ => {}
    }
    let guessed_roles = roles_of(&guessed);
    let chosen = params.filter(|params| params.roles.len() == column_names.len());
    let mut params = chosen.unwrap_or(ImportParams {
        encoding,
        delimiter,
        worksheet,
        skip_lines,
        header,
        roles: guessed_roles,
        spare_columns: 0,
        duplicates: Duplicates::Keep,
        date_order: None,
        decimal: None,
        date_guess: None,
        decimal_guess: None,
    });
    set_guesses(&mut params, &columns);
    let kind = kind_of(&params.roles, &column_names, &columns, &found.rows);
    params.spare_columns = if header {
        let ends = column_names.iter().zip(&columns).zip(&params.roles);
        let ends =
            ends.map(|((name, sample), role)| (name.as_str(), role.is_some(), sample.filled()));
        spare_columns(ends, found.rows.len() as u32)
    } else {
        0
    };
    let heads = column_names.into_iter().zip(&columns).zip(&params.roles).zip(&guessed);
    let columns_shown =
        heads.map(|(((name, sample), &role), &guessed)| column_head(name, sample, role, guessed));
    let columns_shown: Vec<ColumnHead> = columns_shown.collect();
    let estimated_rows = if is_all && found.is_all {
        found.rows.len() as u64
    } else {
        let bytes_of_rows = found.bytes as f64 * raw_per_text;
        (total as f64 * found.rows.len() as f64 / bytes_of_rows).round() as u64
    };
    Ok(Head {
        bytes: total,
        bom: bom > 0,
        encoding_reason,
        bad_bytes,
        skipped,
        kind,
        stack_key: stack_key(&columns_shown, params.header),
        columns: columns_shown,
        preview,
        sampled_rows: found.rows.len() as u32,
        estimated_rows,
        estimated_memory: estimate(&params, &columns, estimated_rows),
        memory_limit: MEMORY_LIMIT,
        params,
    })
}

/// Names of all columns, empty where there is none: what [`check`](super::check) wants beside the params.
#[must_use]
pub fn header_names(first: &[u8], params: &ImportParams) -> Vec<String> {
    if !params.header {
        return vec![String::new(); params.roles.len()];
    }
    let (encoding, mut buffer) = (params.encoding, String::new());
    let text = Text::new(first, encoding.mark_len(first), first.len(), true, encoding, &mut buffer);
    names(&text.bytes[text.at..], params.delimiter, params.skip_lines)
}

/// What the sample says about the forms of dates and numbers; the whole columns decide later.
fn set_guesses(params: &mut ImportParams, columns: &[ColumnSample]) {
    let playing = |wanted: &[Role]| {
        let roles = params.roles.iter().zip(columns);
        roles
            .filter(|(role, _)| role.is_some_and(|role| wanted.contains(&role)))
            .map(|(_, sample)| sample)
            .collect()
    };
    let dates: Vec<&ColumnSample> = playing(&[Role::Date]);
    let amounts: Vec<&ColumnSample> = playing(&[Role::Amount, Role::Price, Role::Measure]);
    let units: Vec<&ColumnSample> = playing(&[Role::Quantity]);
    params.date_guess = dates.first().and_then(|sample| sample.dates.guess());
    let mut evidence = NumberEvidence::default();
    for sample in amounts {
        evidence.add(&sample.numbers);
    }
    // Units of goods without a mark say nothing of how amounts are written.
    for sample in units {
        evidence.add(&NumberEvidence { plain: 0, ..sample.numbers });
    }
    params.decimal_guess = evidence.decide();
}

fn column_head(
    name: String,
    sample: &ColumnSample,
    role: Option<Role>,
    guessed: Option<(Role, RoleReason)>,
) -> ColumnHead {
    let kind = sample.kind();
    let reason = role.map(|role| match guessed {
        Some((guess, reason)) if guess == role => reason,
        _ => RoleReason::Chosen,
    });
    ColumnHead {
        name,
        kind,
        role,
        reason,
        missing: sample.missing,
        distinct: sample.distinct,
        examples: sample.examples.clone(),
        odd: sample.odd.count,
        odd_examples: sample.odd.examples.clone(),
        spread: sample.spread.clone(),
        date_order: if kind == ColumnKind::Date { sample.dates.decide() } else { None },
        decimal: (kind == ColumnKind::Number)
            .then(|| sample.numbers.decide().unwrap_or(DecimalMark::Point)),
    }
}
