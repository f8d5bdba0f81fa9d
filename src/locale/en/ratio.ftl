### One published number over another, or why there is no such ratio.

ratio-title = Rates and ratios
ratio-lede = We calculated these from two published numbers. No source publishes them.
ratio-made = { $numerator } ÷ { $denominator }
ratio-term = { $value } ({ $date })
ratio-term-undated = { $value } (no date)
ratio-none = Not calculated
ratio-no-numerator = “{ $measure }” was not published for the whole grant.
ratio-kinds = { $numerator } over { $denominator } would mix results with goals.
ratio-parts = One of the two numbers covers only part of the grant.
ratio-dates = The dates of the two numbers are too far apart: { $numerator } and { $denominator }.
ratio-undated = One number has no date, so we cannot tell whether the two belong together.
ratio-small = The second number is under { $fewest }, or may be. With a number that small, chance could outweigh the result.
ratio-beyond = The first number is larger than the second, so the two do not count the same people.
ratio-no-number = The two numbers are not exact enough to divide.
compare-per-thousand = Jobs per 1,000 jobs in the nation
