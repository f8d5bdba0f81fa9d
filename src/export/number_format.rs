//! How a spreadsheet writes the numbers of a measure: the digits and units that the site shows.

use crate::frame::MeasureWords;
use crate::value::Unit;

/// The format code of a measure's cells. It decides only how numbers look: a cell holds all its digits.
pub fn number_format(measure: &MeasureWords, mut numbers: impl Iterator<Item = f64>) -> String {
    let unit = measure.unit.as_str();
    let mut are_whole =
        |scale: f64| numbers.all(|number| (number * scale - (number * scale).round()).abs() < 1e-9);
    let decimals = match unit {
        Unit::SHARE => usize::from(!are_whole(100.0)),
        Unit::USD => usize::from(!are_whole(1.0)) * 2,
        _ => usize::from(measure.decimals),
    };
    let point = if decimals > 0 { "." } else { "" };
    let digits = format!("#,##0{point}{}", "0".repeat(decimals));
    match unit {
        // A share is stored as a fraction: "%" multiplies it by 100, the quoted sign does not.
        Unit::SHARE => format!("{digits}%"),
        Unit::PERCENT => format!("{digits}\"%\""),
        _ if measure.unit.is_money() => format!("\"$\"{digits}"),
        _ => digits,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_show_the_digits_of_the_site() {
        let format = |unit: &str, decimals: u8, numbers: &[f64]| {
            let measure = MeasureWords {
                unit: Unit::new(unit),
                decimals,
                ..MeasureWords::default()
            };
            number_format(&measure, numbers.iter().copied())
        };
        assert_eq!(format(Unit::PEOPLE, 0, &[25_000.0]), "#,##0");
        assert_eq!(format(Unit::USD, 0, &[9_700_000.0]), "\"$\"#,##0");
        assert_eq!(format(Unit::USD, 0, &[9.5]), "\"$\"#,##0.00");
        assert_eq!(format(Unit::USD_PER_HOUR, 2, &[35.33]), "\"$\"#,##0.00");
        assert_eq!(format(Unit::SHARE, 0, &[0.62, 1.0]), "#,##0%");
        assert_eq!(format(Unit::SHARE, 0, &[0.625]), "#,##0.0%");
        assert_eq!(format(Unit::PERCENT, 1, &[3.4]), "#,##0.0\"%\"");
    }
}
