//! Moves texts next to a chart apart where they would overlap.

/// Moves blocks apart as little as needed between `top` and `bottom`, keeping their order.
///
/// Each block is given as the preferred position of its middle, and its height (px). Returns the
/// top of each block. Blocks that do not fit continue below `bottom`.
pub fn spread(blocks: &[(f64, f64)], top: f64, bottom: f64) -> Vec<f64> {
    /// Adjacent blocks that touch and move together.
    struct Pile {
        /// Sum of the pile positions that the blocks would prefer.
        wishes: f64,
        count: f64,
        high: f64,
        begin: f64,
    }
    let mut piles: Vec<Pile> = Vec::new();
    let place = |pile: &mut Pile| {
        let wish = pile.wishes / pile.count;
        pile.begin = wish.min(bottom - pile.high).max(top);
    };
    for (middle, high) in blocks {
        let mut pile = Pile {
            wishes: middle - high / 2.0,
            count: 1.0,
            high: *high,
            begin: 0.0,
        };
        place(&mut pile);
        while let Some(before) = piles.pop_if(|before| before.begin + before.high > pile.begin) {
            pile = Pile {
                wishes: before.wishes + pile.wishes - before.high * pile.count,
                count: before.count + pile.count,
                high: before.high + pile.high,
                begin: 0.0,
            };
            place(&mut pile);
        }
        piles.push(pile);
    }
    let mut begins = Vec::with_capacity(blocks.len());
    let mut blocks = blocks.iter();
    for pile in piles {
        let mut at = pile.begin;
        for (_, high) in blocks.by_ref().take(pile.count as usize) {
            begins.push(at);
            at += high;
        }
    }
    begins
}

#[cfg(test)]
mod tests {
    use super::spread;

    #[test]
    fn blocks_that_are_apart_stay() {
        assert_eq!(
            spread(&[(20.0, 10.0), (60.0, 20.0)], 0.0, 100.0),
            [15.0, 50.0]
        );
    }

    #[test]
    fn blocks_that_meet_share_the_way() {
        assert_eq!(
            spread(&[(50.0, 20.0), (50.0, 20.0)], 0.0, 100.0),
            [30.0, 50.0]
        );
    }

    #[test]
    fn nothing_leaves_where_there_is_room() {
        let begins = spread(&[(0.0, 20.0), (99.0, 20.0), (100.0, 20.0)], 0.0, 100.0);
        assert_eq!(begins, [0.0, 60.0, 80.0]);
    }
}
