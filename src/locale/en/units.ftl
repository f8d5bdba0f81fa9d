### Units: in full, in short (for axes and table heads), and with a value. Money values come with
### their dollar sign.

unit-people-long = people
unit-people-short = people
unit-people-value = { $value ->
    [one] { $value } person
   *[other] { $value } people
}

unit-jobs-long = jobs
unit-jobs-short = jobs
unit-jobs-value = { $value ->
    [one] { $value } job
   *[other] { $value } jobs
}

unit-awards-long = grants
unit-awards-short = grants
unit-awards-value = { $value ->
    [one] { $value } grant
   *[other] { $value } grants
}

unit-usd-long = U.S. dollars
unit-usd-short = $
unit-usd-value = { $value }

unit-usd-per-hour-long = U.S. dollars per hour
unit-usd-per-hour-short = $ per hour
unit-usd-per-hour-value = { $value } per hour

unit-usd-per-year-long = U.S. dollars per year
unit-usd-per-year-short = $ per year
unit-usd-per-year-value = { $value } per year

unit-usd-per-quarter-long = U.S. dollars per quarter
unit-usd-per-quarter-short = $ per quarter
unit-usd-per-quarter-value = { $value } per quarter

# A share of a whole; the value comes as a percentage.
unit-share-long = percent of the whole
unit-share-short = %
unit-share-value = { $value }%

unit-ratio-long = ratio
unit-ratio-short = ratio
unit-ratio-value = { $value } to 1

unit-percent-long = percent
unit-percent-short = %
unit-percent-value = { $value }%

unit-count-long = number
unit-count-short = number
unit-count-value = { $value }

## What a wage is the wage of.

wage-starting-label = Starting wage
wage-starting-text = What a new worker earns at first.
wage-threshold-label = Minimum wage to count
wage-threshold-text = A job must pay at least this much to count.
wage-typical-label = Typical wage
wage-typical-text = What a worker usually earns.
wage-top-label = Top wage
wage-top-text = The most that a worker can earn.
wage-promised-label = Promised wage
wage-promised-text = What an employer said it would pay.
