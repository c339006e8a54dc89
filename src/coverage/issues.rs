//! What is noticed on the way.

use super::{CoverageIssue, CoverageIssueCode};
use crate::issue::EXAMPLES;

/// What is noticed, each kind once with its first examples.
#[derive(Debug, Default)]
pub(super) struct Issues(pub(super) Vec<CoverageIssue>);

impl Issues {
    pub(super) fn add(&mut self, code: CoverageIssueCode, example: impl FnOnce() -> String) {
        let at = self.0.iter().position(|issue| issue.code == code).unwrap_or_else(|| {
            self.0.push(CoverageIssue { code, count: 0, examples: Vec::new() });
            self.0.len() - 1
        });
        let issue = &mut self.0[at];
        issue.count += 1;
        if issue.examples.len() < EXAMPLES {
            let example = example();
            if !example.is_empty() {
                issue.examples.push(example);
            }
        }
    }

    pub(super) fn count(&mut self, code: CoverageIssueCode, count: u64, examples: Vec<String>) {
        if count > 0 {
            self.0.push(CoverageIssue { code, count, examples });
        }
    }
}
