### Explore.
explore-title = Explore the data
explore-description = Choose a measure, break it down by grantee, industry, state or time, filter it, and see the same numbers as bars, lines, a map or a table.
explore-lede = Choose what to see. The address of this page always leads back to the same view.
explore-controls = What to show
explore-package = Data set
explore-measure = Measure
explore-by = Break down by
explore-series = And by
explore-no-series = Nothing else
explore-kind = Kind of figure
explore-level = Level
explore-sort = Order
explore-sort-value = Largest first
explore-sort-name = By name
explore-view = View
view-bar = Bars
view-line = Line
view-map = Map
view-table = Table
explore-filters = Filters
explore-chosen = Chosen filters
explore-take-back = { $dimension }: { $value } ×
explore-clear = Clear all
explore-loading = Loading
explore-progress = Loading: { $megabytes } MB received
explore-stop = Stop
explore-problems = { $count ->
    [one] { $count } problem in this data set
   *[other] { $count } problems in this data set
}
explore-refused = There is no honest answer to this
filter-search = Search in { $dimension }
filter-chosen = { $count } chosen
filter-branch = Look into
filter-all-branches = All groups
filter-more = { $count ->
    [one] { $count } more value: type to find it.
   *[other] { $count } more values: type to find them.
}
