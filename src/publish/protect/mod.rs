//! Disclosure control: small counts are hidden, and further cells until no hidden cell can be
//! computed from everything that is published.
//!
//! Rule: a count of 1 to 9 people is hidden (threshold 10, `CL_CONF_STATUS` A); 0 may be shown.
//! Method: hide the small counts, attack the whole by linear programming, hide the cheapest further
//! cell where the attack gets too close (`CL_CONF_STATUS` D), and repeat until nothing is open.
//! The attack uses everything that a reader knows: all published sums, that a primary cell is 1 to 9
//! and a further one at least 10, which counts are part of which others, and the published means.

mod attack;
mod choose;
mod program;
mod table;
mod wages;
mod constraints;

pub use attack::{Reach, attack};
pub use constraints::{ConstraintSystem, CountCell, Mean, SumConstraint, SuppressionStatus};
pub use table::{Aim, FeasibleTable};

/// Counts from 1 to `THRESHOLD - 1` are hidden.
pub const THRESHOLD: u32 = 10;

/// A further hidden count keeps as many possible values as a primary one: its largest is at least
/// this much above its smallest.
pub const WIDTH: u32 = THRESHOLD - 2;

/// The hidden mean of a small count may be anything from this share below itself to this share
/// above, in percent.
pub const MEAN_WIDTH_PERCENT: u32 = 10;

/// The same for the mean of a further hidden count: it is of ten people or more, and is hidden
/// only to protect other cells.
pub const FURTHER_MEAN_WIDTH_PERCENT: u32 = 1;

/// Prior knowledge about a mean wage, in cents an hour, that the attack may use.
pub const MEAN_BETWEEN: [u32; 2] = [725, 7_500];

/// Hides small counts, then further cells until the attack finds nothing open. Returns how often
/// the whole was attacked.
pub fn protect(web: &mut ConstraintSystem) -> Result<u32, String> {
    web.hide_small();
    let mut reach = Reach::new(web);
    let mut rounds = 0;
    loop {
        // Cells that a sweep leaves unproven are protected at once; only when it leaves none is each cell proven alone.
        loop {
            let open = attack::sweep(web, &mut reach)?;
            if open.is_empty() || choose::hide_further(web, &open, &mut reach)? == 0 {
                break;
            }
        }
        rounds += 1;
        let open = attack(web, &mut reach)?;
        if open.is_empty() {
            return Ok(rounds);
        }
        choose::hide_further(web, &open, &mut reach)?;
    }
}

/// How far a hidden mean must be able to deviate, as a share of it.
fn mean_width(shown: SuppressionStatus) -> f64 {
    let percent = match shown {
        SuppressionStatus::Open => 0,
        SuppressionStatus::Primary => MEAN_WIDTH_PERCENT,
        SuppressionStatus::Further => FURTHER_MEAN_WIDTH_PERCENT,
    };
    f64::from(percent) / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Inner counts by row and column, then the totals of rows, of columns, and of all.
    fn table(inner: [[u32; 3]; 3]) -> ConstraintSystem {
        let mut web = ConstraintSystem::default();
        let mut add = |value: u32, row: u32, column: u32, is_total: bool| {
            let kin = [row, column, 0, 0];
            let cell = CountCell {
                value,
                kin,
                is_total,
                ..CountCell::default()
            };
            web.cells.push(cell);
            web.cells.len() - 1
        };
        let all = u32::MAX;
        let mut at = inner.map(|row| row.map(|_| 0));
        for (r, row) in inner.iter().enumerate() {
            for (c, value) in row.iter().enumerate() {
                at[r][c] = add(*value, r as u32, c as u32, false);
            }
        }
        let row_sums = inner.map(|row| row.iter().sum::<u32>());
        let rows: Vec<usize> = (0..3)
            .map(|r| add(row_sums[r], r as u32, all, true))
            .collect();
        let column_sum = |c: usize| inner.iter().map(|row| row[c]).sum();
        let columns: Vec<usize> = (0..3)
            .map(|c| add(column_sum(c), all, c as u32, true))
            .collect();
        let whole = add(row_sums.iter().sum(), all, all, true);
        web.lines.extend((0..3).map(|r| SumConstraint {
            total: rows[r],
            parts: at[r].to_vec(),
        }));
        web.lines.extend((0..3).map(|c| SumConstraint {
            total: columns[c],
            parts: at.map(|row| row[c]).to_vec(),
        }));
        web.lines.push(SumConstraint {
            total: whole,
            parts: rows,
        });
        web.lines.push(SumConstraint {
            total: whole,
            parts: columns,
        });
        web
    }

    #[test]
    fn a_small_count_takes_three_more_with_it_and_no_total() {
        let mut web = table([[4, 30, 41], [25, 60, 33], [52, 28, 47]]);
        protect(&mut web).unwrap();
        assert_eq!(web.cells[0].shown, SuppressionStatus::Primary);
        let further = web.hidden().len() - 1;
        assert_eq!(further, 3);
        assert!(web.hidden().iter().all(|cell| !web.cells[*cell].is_total));
    }

    #[test]
    fn a_small_count_hidden_alone_is_open() {
        let mut web = table([[4, 30, 41], [25, 60, 33], [52, 28, 47]]);
        web.hide_small();
        let open = attack(&web, &mut Reach::new(&web)).unwrap();
        assert_eq!(open.len(), 2);
    }

    #[test]
    fn a_zero_is_shown() {
        let mut web = table([[0, 30, 41], [25, 60, 33], [52, 28, 47]]);
        protect(&mut web).unwrap();
        assert!(web.hidden().is_empty());
    }
}
