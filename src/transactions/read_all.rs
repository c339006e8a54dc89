//! Reading from memory.

use super::{Added, Block, Outcome, Parsed, Part, Reader, Shard, Start};
use crate::error::Error;
use crate::file::HEAD_BYTES;
use crate::mapping::{ImportParams, Layout, align, check, header_names};

/// Bytes given beyond a block's end at first.
const TAIL: usize = 64 << 10;

/// Reads whole files of the same columns, cut into blocks of `block_size` bytes that go round `shards`
/// shards; reads them again where the whole columns decide otherwise than assumed, and then tells with
/// which params in `Outcome::again`.
///
/// ```
/// use segmentlab::{mapping::look, transactions::read_all};
/// let file = b"order,customer,date,amount\n1,A,2024-03-05,19.90\n2,B,2024-03-06,5\n2,B,2024-03-06,2.50\n";
/// let head = look(file, &[], file.len() as u64, None)?;
/// let outcome = read_all(&[file], &head.params, 16, 2)?;
/// assert_eq!((outcome.report.kept, outcome.report.customers), (3, 2));
/// # Ok::<(), segmentlab::error::Error>(())
/// ```
///
/// # Errors
/// Those of [`check`] and [`Reader`].
pub fn read_all(
    files: &[&[u8]],
    params: &ImportParams,
    block_size: usize,
    shards: usize,
) -> Result<Outcome, Error> {
    let first = files.first().copied().unwrap_or_default();
    let names = header_names(&first[..first.len().min(HEAD_BYTES)], params);
    let layout = Layout { params: params.clone(), names };
    let files: Vec<(&[u8], &Layout)> = files.iter().map(|&file| (file, &layout)).collect();
    read_stacked(&files, block_size, shards)
}

/// Reads files whose layouts differ; the first one's says how dates and numbers are read, see
/// [`align`]. Otherwise as [`read_all`].
///
/// # Errors
/// Those of [`align`], [`check`] and [`Reader`].
pub fn read_stacked(
    files: &[(&[u8], &Layout)],
    block_size: usize,
    shards: usize,
) -> Result<Outcome, Error> {
    let (block_size, shards) = (block_size.max(1), shards.max(1));
    let Some(&(_, first)) = files.first() else { return Err(Error::EmptyFile) };
    let mut outcome = read_once(files, first, block_size, shards)?;
    if let Some(again) = outcome.again.take() {
        let settled = Layout { params: again.clone(), names: first.names.clone() };
        outcome = read_once(files, &settled, block_size, shards)?;
        outcome.again = Some(again);
    }
    Ok(outcome)
}

fn read_once(
    files: &[(&[u8], &Layout)],
    table: &Layout,
    block_size: usize,
    shards: usize,
) -> Result<Outcome, Error> {
    let mut reader = Reader::new(check(&table.params, &table.names)?);
    for &(file, own) in files {
        let Layout { params, names } = align(table, own)?;
        let plan = check(&params, &names)?;
        let mut shards: Vec<Shard> = (0..shards).map(|_| Shard::new(plan.clone())).collect();
        reader.begin_file(names);
        for (number, start) in (0..file.len()).step_by(block_size).enumerate() {
            let until = file.len().min(start.saturating_add(block_size));
            let at = number % shards.len();
            let part = parse(&mut shards[at], file, number, start..until, None);
            if let Added::Reparse { from } = reader.add(part)? {
                reader.add(parse(
                    &mut shards[at],
                    file,
                    number,
                    start..until,
                    Some(from as usize),
                ))?;
            }
        }
        reader.end_file();
    }
    reader.finish()
}

/// Parses one block, with more bytes until they do.
fn parse(
    shard: &mut Shard,
    file: &[u8],
    number: usize,
    block: std::ops::Range<usize>,
    from: Option<usize>,
) -> Part {
    let offset = from.unwrap_or(block.start.saturating_sub(2));
    let start = match from {
        None if block.start > 0 => Start::Speculative(block.start as u64),
        _ => Start::At(offset as u64),
    };
    let mut tail = TAIL;
    loop {
        let end = file.len().min(block.end.max(offset).saturating_add(tail));
        let block = Block {
            number: number as u32,
            bytes: &file[offset..end],
            offset: offset as u64,
            until: block.end as u64,
            is_last: end == file.len(),
        };
        match shard.parse(block, start) {
            Parsed::Part(part) => return *part,
            Parsed::NeedMore => tail *= 4,
        }
    }
}
