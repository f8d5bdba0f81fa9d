### Words within charts of dots, slopes, points, cells and small lines.

chart-key-about = about
chart-scale-cut = The scale runs from { $low } to { $high }, not from zero.
chart-series-value = { $series }: { $value }

# How a number changed, after a sentence that says what it is.
chart-up = from { $from } to { $to }, up { $change }
chart-down = from { $from } to { $to }, down { $change }
chart-unchanged = unchanged at { $value }
chart-points = { $value ->
    [one] { $value } percentage point
   *[other] { $value } percentage points
}

chart-of-kind = { $label } ({ $kind })
slope-end = { $value } { $name }
chart-key-not-reported = not reported

# The same in a column of changes.
chart-more = +{ $change }
chart-fewer = −{ $change }
chart-same = no change
chart-points-short = { $value } pts

# Small lines.
spark-last = Latest
spark-change = Since first
spark-as-of = { $value } ({ $period })
spark-highest = highest
spark-lowest = lowest
spark-own-scales = Each line has its own scale.

# Points of two measures.
scatter-one = A scatter plot needs a second measure.
scatter-axis = { $title } ({ $unit })
scatter-below = In the band below the chart: { $count } without “{ $measure }”.
scatter-beside = In the band at the right: { $count } without “{ $measure }”.
scatter-part = { $count } of { $of }: { $up } from { $up_low } to { $up_high }, { $along } from { $along_low } to { $along_high }
