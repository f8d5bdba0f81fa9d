### Several measures in one answer, one against another, and parts as shares of their whole.

series-measure = Measure

title-against = { $measure } compared with { $other }
title-list-by = { $measures }, by { $dimension }
title-shares = { $title }, as shares

summary-pairs = { $count } of { $of } rows have both numbers.
summary-measures = They are different measures, so they are not ranked.
row-across = { $measure }: { $value }
value-refused-whole = no share because the whole is only a minimum or maximum

caveat-dates-differ = { $rows ->
    [one] In { $rows } row, the numbers shown together have different dates.
   *[other] In { $rows } rows, the numbers shown together have different dates.
}
refusal-other-unit = { $measure } and { $other } have different units and cannot share a scale.
refusal-other-span = { $measure } and { $other } are for different times or levels here. Choose one period and one level, or group by it.

notice-no-further = There is no measure “{ $measure }” to compare with. It was ignored.
notice-other-scale = “{ $measure }” has a different unit and cannot share this scale. It was left out.
notice-not-beside-compare = When measures are compared, “{ $key }” cannot be used. It was ignored.
notice-no-pairs = “{ $measure }” cannot be compared with this measure here. It was left out.
notice-no-share = These numbers are not parts of one whole, so they are not shown as shares.

explore-compare = Compare measures
explore-against = X-axis measure
explore-share = Show as shares of each row’s total
explore-free = Separate axis for each small chart
explore-more-views = { $count ->
    [one] { $count } more
   *[other] { $count } more
}
