//! Number formats: which of them make a date of a number.

use super::NumberForm;

/// What a format with a number of its own makes of a number; `None` for one that the workbook defines.
///
/// 27 to 36 and 50 to 58 are dates and times of Chinese, Japanese and Korean Excel.
pub(super) fn built_in_form(id: u32) -> Option<NumberForm> {
    match id {
        14..=22 | 27..=36 | 45 | 47 | 50..=58 => Some(NumberForm::Date),
        46 => Some(NumberForm::Elapsed),
        0..=49 => Some(NumberForm::Plain),
        _ => None,
    }
}

/// What a format code makes of a number. Only the section for positive numbers counts; what is quoted,
/// escaped or in brackets means nothing but `[h]`, `[m]` and `[s]`.
pub(super) fn form_of(code: &str) -> NumberForm {
    let mut letters = String::new();
    let mut characters = code.chars();
    while let Some(character) = characters.next() {
        match character {
            ';' => break,
            '"' => {
                characters.by_ref().find(|&c| c == '"');
            }
            '\\' | '_' | '*' => {
                characters.next();
            }
            '[' => {
                let inside: String = characters.by_ref().take_while(|&c| c != ']').collect();
                let inside = inside.to_ascii_lowercase();
                let is_of = |unit: char| !inside.is_empty() && inside.chars().all(|c| c == unit);
                if is_of('h') || is_of('m') || is_of('s') {
                    return NumberForm::Elapsed;
                }
            }
            _ => letters.extend(character.to_lowercase()),
        }
    }
    // `General`, `G/通用格式` and the exponent of 0.00E+00 hold letters that are no parts of a date;
    // aaa and aaaa are days of the week, e and gg years of an era.
    let letters = letters.replace("general", "").replace("e+", "").replace("e-", "");
    let is_date = letters.contains(['y', 'm', 'd', 'h', 's', 'e', 'b']) || letters.contains("aaa");
    if is_date { NumberForm::Date } else { NumberForm::Plain }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes() {
        for code in [
            "yyyy\"年\"m\"月\"d\"日\"",
            "[$-804]yyyy\"年\"m\"月\"d\"日\";@",
            "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\";@",
            "[$-804]aaaa;@",
            "上午/下午h\"时\"mm\"分\"",
            "[$-404]e/m/d",
            "yyyy/m/d h:mm;@",
            "DD/MM/YY",
            "mmm-yy",
            "h:mm AM/PM",
            "dd.mm.yyyy",
            "[Red]yyyy-mm-dd",
            "m\\月d\\日",
        ] {
            assert_eq!(form_of(code), NumberForm::Date, "{code}");
        }
        for code in ["[h]:mm:ss", "[mm]:ss", "[s].00", "[Blue][h]:mm"] {
            assert_eq!(form_of(code), NumberForm::Elapsed, "{code}");
        }
        for code in [
            "General",
            "G/通用格式",
            "0.00E+00",
            "##0.0e-0",
            "#,##0.00\"元\"",
            "¥#,##0.00;[Red]¥-#,##0.00",
            "[$€-407]#,##0.00",
            "\"days\" 0",
            "0_d",
            "0\\h",
            "00000",
            "@",
            "0%",
            "# ?/?",
            "0;yyyy",
            "[Magenta][>100]0",
        ] {
            assert_eq!(form_of(code), NumberForm::Plain, "{code}");
        }
    }
}
