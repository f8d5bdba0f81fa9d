### Explore.
explore-title = Explore the data
explore-description = Choose a measure, group it by grantee, industry, state or time, filter it, and see it as a bar chart, line chart, map or table.
explore-lede = Choose what to show. The address of this page saves your choices.
explore-controls = Chart settings
explore-package = Data set
explore-measure = Measure
explore-by = Group by
explore-series = Split by
explore-no-series = None
explore-kind = Type of figure
explore-level = Level
explore-version = Version of the data
explore-version-newest = Newest
explore-version-fixed = { $version }, { $day }
explore-sort = Sort by
explore-sort-value = Largest first
explore-sort-name = Name
explore-view = Chart type
view-bar = Bars
view-line = Line
view-map = Map
view-table = Table
explore-filters = Filters
explore-chosen = Active filters
explore-take-back = { $dimension }: { $value } ×
explore-clear = Clear filters
explore-take-back-range = { $dimension }: { $from } to { $to } ×
explore-change = Change measure and filters
explore-show = Show chart
explore-more = More options
explore-loading = Loading
explore-progress = Loading: { $megabytes } MB received
explore-stop = Stop
explore-problems = { $count ->
    [one] { $count } problem in this data set
   *[other] { $count } problems in this data set
}
explore-refused = No result
explore-ways = These choices have a result:
way-without = Remove { $dimension }: { $value }
way-unsplit = Do not split by { $dimension }
way-by = Group by { $dimension }
way-measure = Show { $measure }
explore-option = { $title } ({ $count })
explore-option-why = { $option }: { $why }
why-not-by = none by { $by }
why-no-values = no values
why-filters = none with these filters
why-not-added = cannot be added up
why-unreadable = file not read
why-other-by = Available by { $others }.
why-clear = Clear a filter first.
measures-results = Results
measures-goals = Goals
measures-money = Money
measures-wages = Wages
measures-other = Other
period-from = From
period-to = To
filter-single = Choose one. These values cannot be added up.
filter-search = Search { $dimension }
filter-chosen = { $count } selected
filter-branch = Show occupations in this group
filter-all-branches = All groups
filter-more = { $count ->
    [one] { $count } more value: type to find it.
   *[other] { $count } more values: type to find them.
}
