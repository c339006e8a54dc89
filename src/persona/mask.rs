//! Ids that are shown and not told.

/// The first and the last character, the rest as asterisks; ids of up to three characters wholly so.
pub(super) fn masked(id: &[u8]) -> String {
    let id = String::from_utf8_lossy(id);
    let characters = id.chars().count();
    let is_shown = |at: usize| characters > 3 && (at == 0 || at + 1 == characters);
    id.chars().enumerate().map(|(at, c)| if is_shown(at) { c } else { '*' }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_are_shown_of_longer_ids() {
        for (id, expected) in
            [("17850", "1***0"), ("客户一二", "客**二"), ("abc", "***"), ("客户", "**"), ("", "")]
        {
            assert_eq!(masked(id.as_bytes()), expected);
        }
    }
}
