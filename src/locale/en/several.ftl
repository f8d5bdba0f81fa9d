### Several measures in one answer, one against another, and parts as shares of their whole.

series-measure = Measure

title-against = { $measure } against { $other }
title-list-by = { $measures }, by { $dimension }
title-shares = { $title }, as shares

summary-pairs = { $count } of { $of } rows have both numbers.
summary-measures = They are different measures, so no order is stated.
row-across = { $measure }: { $value }
value-refused-whole = no share, since the whole is only known as a bound

caveat-dates-differ = { $rows ->
    [one] In { $rows } row the numbers side by side are of different dates.
   *[other] In { $rows } rows the numbers side by side are of different dates.
}
refusal-other-unit = { $measure } and { $other } have different units and no common scale.
refusal-other-span = { $measure } and { $other } are not of one time or level here. Choose one period and one level, or break the answer down by it.

notice-no-further = There is no measure “{ $measure }” to set beside this one. It was left out.
notice-other-scale = “{ $measure }” has another unit and no place on the same scale. It was left out.
notice-not-beside-compare = Where measures are compared they stand in place of “{ $key }”. It was left out.
notice-no-pairs = “{ $measure }” cannot be set against this measure here. It was left out.
notice-no-share = These numbers are no parts of one whole, so they are not shown as shares.

explore-compare = Compare with
explore-against = Set against
explore-share = As shares of each row’s whole
explore-free = An axis of its own for each small chart
explore-more-views = { $count ->
    [one] { $count } more view
   *[other] { $count } more views
}
ask-and = and
ask-against = against
