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
short-suppressed = suppressed
short-not-released = not published
short-not-applicable = does not apply
short-not-yet-due = not yet reported
short-not-collected = not collected
short-refused = not added
## Values in full.
value-absent = { $reason }
value-absent-because = { $reason } ({ $because })
value-with-care = { $value } ({ $care })
value-refused-about = { $parts }, not added because the margin of “about” is not known
value-refused-open = { $parts }, not added because the sum would be open at both ends
value-refused-zero = no rate: the denominator is zero or may be zero
value-refused-none = not added
value-of = { $value } of { $denominator }

## Titles.
title-by = { $measure } by { $dimension }
title-by-series = { $measure } by { $dimension } and { $series }
title-chosen = { $title } ({ $count } selected)
title-for = { $title } for { $values }
title-apart = { $title }, { $values }
title-in = { $title } in { $places }
subtitle-part = { $before } · { $part }
subtitle-only = { $part }
subtitle-version = data version { $version }
illustrative-title = Illustrative: { $title }
illustrative-prefix = Illustrative data, not real outcomes. { $text }

## Summaries.
summary-none = No value has been published.
summary-one = { $label }: { $value }.
summary-highest = { $count ->
    [one] Highest: { $labels }, { $high }.
   *[other] Highest: { $labels }, each { $high }.
}
summary-range = Highest: { $high-label }, { $high }; lowest: { $low-label }, { $low }.
summary-same = All { $count } have the same value: { $value }.
summary-tied = Highest: { $labels }, each { $high }; lowest: { $low-label }, { $low }.
summary-tied-low = Highest: { $high-label }, { $high }; lowest: { $low } ({ $count ->
    [one] { $count } row
   *[other] { $count } rows
}).
summary-tied-both = Highest: { $labels }, each { $high }; lowest: { $low } ({ $count ->
    [one] { $count } row
   *[other] { $count } rows
}).
summary-open = { $count ->
    [one] { $count } of { $of } values is only a minimum or maximum, so we do not rank them.
   *[other] { $count } of { $of } values are only minimums or maximums, so we do not rank them.
}
summary-open-short = { $count ->
    [one] Not ranked: { $count } of { $of } values is a minimum or maximum.
   *[other] Not ranked: { $count } of { $of } values are minimums or maximums.
}
summary-no-order = The values range from { $low } to { $high }. { $why }
summary-parts = { $count ->
    [one] { $count } value is incomplete, so the values are not ranked.
   *[other] { $count } values are incomplete, so the values are not ranked.
}
summary-kinds = Results are mixed with targets, projections or commitments, so the values are not ranked.
summary-senses = The wages are of different types, so the values are not ranked.
summary-dates = The values are for different years, so they are not ranked.
summary-overlap = { $first } and { $second } are rounded and may be equal, so the values are not ranked.
summary-within-error = { $first } and { $second } are closer than the published error, so the values are not ranked.
summary-time = From { $first } ({ $first-label }) to { $last } ({ $last-label }).
summary-series = { $series }: { $summary }
summary-series-one = { $series }: { $value } ({ $label }).
summary-also = Also shown: { $series }.
summary-missing = { $count ->
    [one] { $count } row has no number ({ $reason }).
   *[other] { $count } rows have no number ({ $reason }).
}
summary-coverage = Coverage: { $coverage }.
summary-two = { $first } { $second }
summary-gaps = { $count ->
    [one] { $count } period in between has no figure.
   *[other] { $count } periods in between have no figure.
}
alt-bar = Bar chart. { $title }. { $summary }
alt-line = Line chart. { $title }. { $summary }
alt-map = Map. { $title }. { $summary }
alt-strip = Dot strip. { $title }. { $summary }
alt-range = Range chart. { $title }. { $summary }
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
source-lines = Sources: { $source }; { $count ->
    [one] { $count } other
   *[other] { $count } others
}. Data version { $version }, { $date }.
source-dated = { $source }, { $date }
source-none = Source: this data set, version { $version }, { $date }.
citation = { $publisher }. { $title }. { $site }, data version { $version }. { $address }

## Notes.
caveat-rows-overlap = A record can have several values of “{ $by }”, so the rows do not add up to the total.
caveat-overlap-short = Do not add: rows overlap.
caveat-absent = A blank means that no identified grant is there, not that there is none.
caveat-left-out = { $rows ->
    [one] { $rows } row of the file could not be used and was left out.
   *[other] { $rows } rows of the file could not be used and were left out.
}
caveat-lower-bounds = { $cells ->
    [one] { $cells } value is a minimum because some of the numbers it adds up are missing or suppressed.
   *[other] { $cells } values are minimums because some of the numbers they add up are missing or suppressed.
}
caveat-fixed = { $dimension }: { $value }.
caveat-level = { $dimension }: one level is shown ({ $level }). Levels are never added together.
caveat-history = Where figures were published for several dates, only the newest is shown.
caveat-parts = { $figures ->
    [one] { $figures } figure for a part of a grant is not shown with the whole grant.
   *[other] { $figures } figures for a part of a grant are not shown with the whole grant.
}
caveat-disagree = Sources give different figures for { $label }.
caveat-experience = These wages cover workers of all experience, not only new workers.
caveat-unassigned = { $rows ->
    [one] { $rows } row belongs to none of the groups shown.
   *[other] { $rows } rows belong to none of the groups shown.
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
refusal-average = { $measure } is a median or percentile, so it cannot be averaged over { $over }. Choose one value of each, or group by it.
refusal-average-plain = { $measure } is a median or percentile, so it cannot be averaged. Filter until each row has one record.
refusal-split = { $measure } cannot be split or added over { $over } because no split has been published.
refusal-empty = No data match these choices. Remove a filter or choose another grouping.
refusal-unknown = This data set has no measure called “{ $measure }”.
refusal-table = The table “{ $resource }” could not be read, so there is no result. The rest of the site still works.

## Imported columns.
refusal-not-added = { $measure } is not added over { $over }: nothing in the file says that these values add up. Choose one value of { $over }, group by it, or choose “Numbers that add up” for this column under “How the columns are read”.
refusal-not-added-plain = { $measure } is not added: nothing in the file says that these values add up. Filter until one row is left for each value, or choose “Numbers that add up” for this column under “How the columns are read”.
refusal-mixed-units = { $measure } has values in different units, which cannot share one scale. Choose one value of { $over }.
refusal-mixed-units-plain = { $measure } has values in different units, which cannot share one scale. Filter until one unit is left.
caveat-some-values = { $cells ->
    [one] { $cells } sum covers only some of its values. The rest are missing, suppressed or could not be read.
   *[other] { $cells } sums cover only some of their values. The rest are missing, suppressed or could not be read.
}
value-of-some = { $value } ({ $known } of { $of } values)
short-of-some = { $value } ({ $known } of { $of })
