### A published wage beside what the work pays.
view-range = Ranges
range-key-span = { $low }th to { $high }th percentile
title-range = { $title }, from the { $low }th to the { $high }th percentile
row-percentile = { $at }th percentile { $value }
table-percentile = { $at }th percentile

beside-label = { $kind }: { $value }
beside-label-year = { $kind }: { $value } a year, { $hourly } an hour
beside-year = It was published for a year; { $value } is that amount over { $hours } hours, the year of full-time work that the Bureau of Labor Statistics counts with.
beside-none = “{ $title }” is a { $kind }, not a result: it is drawn as an outline, and nothing is said of where it lies.
beside-one = Beside { $label }, the published wage lies { $spot }.
beside-range = Beside { $label }, the lower end of the published wage lies { $low }, its upper end { $high }.
beside-floor = Beside { $label }, the floor of the published wage lies { $spot }; where the wages above that floor lie was not published.
beside-ceiling = Beside { $label }, the ceiling of the published wage lies { $spot }; where the wages below it lie was not published.
beside-starting = It is starting pay, so read it first against the 10th and the 25th percentile.
beside-threshold = It is a floor that was set or reached, not a middle.
beside-top = It is the upper end of what some earn, not what is usual.
beside-starting-of = { $sentence } Of { $label } these are { $low } and { $high }.
beside-experience = The percentiles are of workers of all experience, new and old ({ $source }).
beside-unit = “{ $title }” was published in another unit than these rows, so it is not drawn. Choose an hourly wage.
beside-unknown = There is no published figure “{ $claim }”.

spot-below = below the { $at }th percentile
spot-at = at the { $at }th percentile
spot-between = between the { $low }th and the { $high }th percentile
spot-median-above = between the median and the { $high }th percentile
spot-median-below = between the { $low }th percentile and the median
spot-median = at the median
spot-above = above the { $at }th percentile
spot-unknown = where no percentile was released

beside-title = Beside what the work pays
beside-wage = { $title }, beside what the work pays
beside-place = in { $place }
beside-nation = in the United States
beside-mapping = Compared with { $occupation } ({ $code }) { $place }. This is our mapping, not the source’s: { $reason }
beside-change = Compare it with other work
beside-choose = Occupation
beside-groups = Groups of occupations
beside-show = Show
beside-chart = Chart of { $title } beside the wages of { $occupation }

context-title = For context, the nation: { $title }
context-note = This is every registered apprentice of the nation, whoever pays for the training. It is no result of the grants, and nothing here is divided by it. Where the line breaks, what is counted changed.
