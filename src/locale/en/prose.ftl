### What is said of a frame: values, titles, summaries, notes.

## Short values, for labels on marks.
short-about = ~{ $value }
short-more-than = { $value }+
short-at-least = ≥ { $value }
short-up-to = ≤ { $value }
short-less-than = < { $value }
short-range = { $low }–{ $high }
short-percent = { $value }%
short-thousands = { $value }K
short-millions = { $value }M
short-billions = { $value }B
short-suppressed = withheld
short-not-released = not published
short-not-applicable = does not apply
short-not-yet-due = not yet reported
short-not-collected = not collected
short-refused = not added up
## Values in full.
value-absent = { $reason }
value-absent-because = { $reason } ({ $because })
value-with-care = { $value } ({ $care })
value-refused-about = { $parts }, which cannot be added: the width of “about” is not known
value-refused-open = { $parts }, which leave the sum open at both ends
value-refused-zero = no rate: the denominator is or may be zero
value-refused-none = cannot be added up
value-of = { $value } of { $denominator }

## Titles.
title-by = { $measure } by { $dimension }
title-by-series = { $measure } by { $dimension } and { $series }
title-chosen = { $title } ({ $count } chosen)
title-for = { $title } for { $values }
title-apart = { $title }, { $values }
title-in = { $title } in { $places }
subtitle-part = { $before } · { $part }
subtitle-only = { $part }
subtitle-version = data version { $version }
illustrative-prefix = Illustrative data, not real outcomes. { $text }

## Summaries.
summary-none = No value has been published.
summary-one = { $label }: { $value }.
summary-range = Highest: { $high-label }, { $high }. Lowest: { $low-label }, { $low }.
summary-same = All { $count } have the same value: { $value }.
summary-tied = Highest: { $labels }, each { $high }. Lowest: { $low-label }, { $low }.
summary-tied-low = Highest: { $high-label }, { $high }. Lowest: { $low } ({ $count ->
    [one] { $count } row
   *[other] { $count } rows
}).
summary-tied-both = Highest: { $labels }, each { $high }. Lowest: { $low } ({ $count ->
    [one] { $count } row
   *[other] { $count } rows
}).
summary-open = { $count ->
    [one] { $count } of the values is a bound rather than a number, so no order is stated.
   *[other] { $count } of the values are bounds rather than numbers, so no order is stated.
}
summary-no-order = The values run from { $low } to { $high }. { $why }
summary-parts = { $count ->
    [one] { $count } of them lacks a part, so no order is stated.
   *[other] { $count } of them lack a part, so no order is stated.
}
summary-kinds = Results stand beside goals, forecasts or promises, so no order is stated.
summary-senses = They are not wages of one sense, so no order is stated.
summary-dates = They are of different years, so no order is stated.
summary-overlap = { $first } and { $second } are rounded and may be the same, so no order is stated.
summary-within-error = { $first } and { $second } are closer than the published error, so no order is stated.
summary-time = { $first-label }: { $first }. { $last-label }: { $last }.
summary-series = { $series }: { $summary }
summary-missing = { $count ->
    [one] { $count } row has no number ({ $reason }).
   *[other] { $count } rows have no number ({ $reason }).
}
summary-coverage = It covers { $coverage }.
summary-two = { $first } { $second }
summary-gaps = { $count ->
    [one] { $count } period between them has no figure.
   *[other] { $count } periods between them have no figure.
}
alt-bar = Bar chart. { $title }. { $summary }
alt-line = Line chart. { $title }. { $summary }
alt-map = Map. { $title }. { $summary }
alt-strip = Dot strip. { $title }. { $summary }
alt-range = Chart of ranges. { $title }. { $summary }
alt-table = Table. { $title }. { $summary }
announcement = { $title }. { $count ->
    [one] { $count } row.
   *[other] { $count } rows.
}
coverage = { $known } of { $of } { $noun }

## One row.
row-sentence = { $label }: { $value }
row-sentence-series = { $label }, { $series }: { $value }
row-with = { $sentence }; { $more }
row-error = relative standard error { $error }%

## Sources.
source-line = Source: { $source }. Data version { $version }, { $date }.
source-lines = Sources: { $source } and { $count ->
    [one] { $count } other
   *[other] { $count } others
}. Data version { $version }, { $date }.
source-dated = { $source }, { $date }
source-none = Source: this package, version { $version }, { $date }.
citation = { $publisher }. { $title }. { $site }, data version { $version }. { $address }

## Notes.
caveat-rows-overlap = One record can count under several values of “{ $by }”, so the rows do not add up to the total.
caveat-absent = A blank means that no award is known there among those identified. It does not mean that there is none.
caveat-left-out = { $rows ->
    [one] { $rows } row of the file could not be used and is left out.
   *[other] { $rows } rows of the file could not be used and are left out.
}
caveat-lower-bounds = { $cells ->
    [one] { $cells } value is a lower bound, since some cells behind it are missing or withheld.
   *[other] { $cells } values are lower bounds, since some cells behind them are missing or withheld.
}
caveat-fixed = { $dimension }: { $value }.
caveat-level = { $dimension }: one level is shown ({ $level }). Levels are never added together.
caveat-history = Where several dates were published, the newest is shown.
caveat-parts = { $figures ->
    [one] { $figures } figure that is a part of a grant is not shown beside the whole.
   *[other] { $figures } figures that are parts of a grant are not shown beside the whole.
}
caveat-disagree = Sources disagree about { $label }.
caveat-experience = These wages cover workers of all experience, not only new ones.
caveat-unassigned = { $rows ->
    [one] { $rows } row belongs to none of the values shown.
   *[other] { $rows } rows belong to none of the values shown.
}
caveat-top = The first { $shown } of { $of } rows are shown.
caveat-undated = { $figures ->
    [one] { $figures } figure without a date is not on the chart.
   *[other] { $figures } figures without a date are not on the chart.
}
caveat-background = { $figures ->
    [one] { $figures } figure from before the grant, or about the nation, is left out.
   *[other] { $figures } figures from before the grant, or about the nation, are left out.
}

## Refusals.
refusal-average = { $measure } is a median or percentile. It cannot be averaged over { $over }: choose one value of each, or break the answer down by it.
refusal-average-plain = { $measure } is a median or percentile and cannot be averaged. Filter until one record is left in each row.
refusal-split = { $measure } cannot be split or added over { $over }: no split has been published.
refusal-empty = Nothing matches these choices. Take back a filter to see more.
refusal-unknown = This package has no measure called “{ $measure }”.
refusal-table = The table “{ $resource }” could not be read, so there is no answer. The rest of the site still works.

## Imported columns.
refusal-not-added = { $measure } is not added over { $over }: nothing in the file says that these values add up. Choose one value of { $over }, break the answer down by it, or choose “Numbers that add up” for this column under “How the columns are read”.
refusal-not-added-plain = { $measure } is not added: nothing in the file says that these values add up. Filter until one row is left for each value, or choose “Numbers that add up” for this column under “How the columns are read”.
refusal-mixed-units = { $measure } has values in different units, which cannot share one scale. Choose one value of { $over }.
refusal-mixed-units-plain = { $measure } has values in different units, which cannot share one scale. Filter until one unit is left.
caveat-some-values = { $cells ->
    [one] { $cells } sum covers only some of its values. The rest are missing, withheld or not read.
   *[other] { $cells } sums cover only some of their values. The rest are missing, withheld or not read.
}
value-of-some = { $value } ({ $known } of { $of } values)
short-of-some = { $value } ({ $known } of { $of })
