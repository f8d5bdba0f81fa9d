### One published number over another, or why there is no such ratio.

ratio-title = In proportion
ratio-lede = One published number over another, worked out here and published by nobody. Each stands only where both are results, of the whole grant, of nearly one date, and where the number below is not too small.
ratio-made = { $numerator } ÷ { $denominator }
ratio-term = { $value } ({ $date })
ratio-term-undated = { $value } (no date)
ratio-none = Not worked out
ratio-no-numerator = Nothing was published for “{ $measure }” of the whole grant.
ratio-kinds = { $numerator } stands over { $denominator }, which would mix what happened with what was meant to.
ratio-parts = One of the two numbers is of a part of the grant only.
ratio-dates = The two numbers are of dates too far apart: { $numerator } and { $denominator }.
ratio-undated = A number has no date, so nobody can say whether the two belong together.
ratio-small = The number below is under { $fewest }, or may be: chance would weigh more than the result.
ratio-beyond = The number above is the larger, so the two do not count the same people.
ratio-no-number = The two numbers are too vague to be divided.
compare-per-thousand = Jobs per 1,000 jobs in the nation
