//! Issues of one block, counted with their first examples.

use super::{PartExample, PartIssue};
use crate::issue::{EXAMPLES, IssueCode};

/// Characters of a value that an example shows.
const SHOWN: usize = 80;

/// Issues by code.
#[derive(Debug, Default)]
pub(super) struct Notes {
    issues: [Option<PartIssue>; IssueCode::Duplicate as usize + 1],
}

impl Notes {
    #[inline]
    pub(super) fn add(&mut self, code: IssueCode, line: u64, column: Option<u32>, value: &[u8]) {
        let issue = self.issues[code as usize].get_or_insert_with(|| PartIssue {
            code,
            count: 0,
            examples: Vec::new(),
        });
        issue.count += 1;
        if issue.examples.len() < EXAMPLES {
            issue.examples.push(PartExample { line, column, value: shown(value) });
        }
    }

    pub(super) fn into_issues(self) -> Vec<PartIssue> {
        self.issues.into_iter().flatten().collect()
    }
}

/// A value as text, cut where it gets long.
pub(super) fn shown(value: &[u8]) -> String {
    let start = &value[..value.len().min(SHOWN * 4)];
    String::from_utf8_lossy(start).chars().take(SHOWN).collect()
}
