### A published wage compared with local wages.
view-range = Ranges
range-key-span = { $low }th to { $high }th percentile
title-range = { $title }, from the { $low }th to the { $high }th percentile
row-percentile = { $at }th percentile { $value }
table-percentile = { $at }th percentile

beside-label = { $kind }: { $value }
beside-label-year = { $kind }: { $value } a year, { $hourly } an hour
beside-year = The wage was published per year. Divided by { $hours } hours, which the Bureau of Labor Statistics uses for a year of full-time work, it is { $value }.
beside-none = “{ $title }” is not a result (type: { $kind }). It is drawn as an outline and is not compared with the percentiles.
beside-one = The published wage falls { $spot } for { $label }.
beside-range = For { $label }, the low end of the published wage falls { $low } and the high end falls { $high }.
beside-floor = The published minimum falls { $spot } for { $label }; how far wages go above it was not published.
beside-ceiling = The published maximum falls { $spot } for { $label }; how far wages go below it was not published.
beside-starting = This is starting pay. Compare it first with the 10th and 25th percentiles.
beside-threshold = This is a minimum that was set or reached, not a typical wage.
beside-top = This is the top of what some workers earn, not typical pay.
beside-starting-of = { $sentence } For { $label }, these are { $low } and { $high }.
beside-experience = The percentiles cover workers of all experience, both new and long-time ({ $source }).
beside-unit = “{ $title }” was published in a different unit, so it is not on this chart. Choose an hourly wage.
beside-unknown = There is no published figure “{ $claim }”.

spot-below = below the { $at }th percentile
spot-at = at the { $at }th percentile
spot-between = between the { $low }th and the { $high }th percentile
spot-median-above = between the median and the { $high }th percentile
spot-median-below = between the { $low }th percentile and the median
spot-median = at the median
spot-above = above the { $at }th percentile
spot-unknown = in a range with no published percentile

beside-title = Compared with local wages
beside-wage = { $title }, compared with local wages
beside-place = in { $place }
beside-nation = in the United States
beside-mapping = Compared with { $occupation } ({ $code }) { $place }. We chose this occupation; the source did not. Reason: { $reason }
beside-change = Compare with another occupation
beside-choose = Occupation
beside-groups = Occupation groups
beside-show = Show comparison
beside-chart = { $title }, compared with wages of { $occupation }

context-title = National context: { $title }
context-note = This chart counts every registered apprentice in the nation, however the training is paid for. It is not a result of the grants, and we compute no shares from it. A break in the line marks a change in what is counted.
