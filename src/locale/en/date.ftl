### Dates, periods and how often numbers come.

month-name = { $number ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}

date-year = { $year }
date-month = { $month } { $year }
date-day = { $month } { $day }, { $year }
date-unknown = date not known
date-published = published { $date }
date-as-of = as of { $date }
date-from-to = { $from } to { $to }

period-value = { $period }
period-quarter = Q{ $quarter } { $year }
fiscal-year-value = fiscal year { $year }
# For axes.
fiscal-year-short = FY { $year }

grain-month = month
grain-quarter = quarter
grain-fiscal-year = fiscal year
grain-year = year
grain-date = date
grain-by-month = by month
grain-by-quarter = by quarter
grain-by-fiscal-year = by fiscal year
grain-by-year = by year
grain-by-date = by date
