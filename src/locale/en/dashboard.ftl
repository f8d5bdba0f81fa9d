### The dashboard: tiles, panels, filters, table of holders.
dashboard-document-title = Results to date
dashboard-package-title = { $package }: dashboard
dashboard-sample-title = Sample dashboard (illustrative data)
dashboard-sample-banner = Illustrative data: every number on this page is made up. The columns are those that grantees report to EDA each quarter.
dashboard-title = Good Jobs Challenge: results to date
dashboard-description = People placed, wages, apprentices and grants of the Good Jobs Challenge. Filter by state, industry or grantee. Each number has its source.
dashboard-package-description = Dashboard of the data package “{ $package }”: totals, charts and a table that filter each other.
dashboard-nav = Dashboard
dashboard-sample-nav = Sample dashboard
dashboard-updated = Data: version { $version }, { $date }
dashboard-versions = All versions
dashboard-not-official = Not a U.S. government site
dashboard-filters = Filters
dashboard-all = All
dashboard-clear = Clear filters
dashboard-remove = (remove this filter)
dashboard-filtered-by = { $field }: { $value }
dashboard-grants = { $known } of { $of } grants
dashboard-records = { $known } of { $of } records
dashboard-loading = Loading the filtered dashboard…
dashboard-failed = The filtered dashboard did not load. Check your connection and try again.
dashboard-filter = Filter by this
dashboard-open = Open page
dashboard-unknown = This filter value is not in the data: { $value }. It was ignored.
dashboard-copy = Copy link
dashboard-copied = Link copied
dashboard-without-scripts = To filter without JavaScript, open the page of a state, an industry or a grantee:
dashboard-said = { $choice }. { $grants }. { $tiles }
dashboard-said-all = No filters. { $grants }. { $tiles }
dashboard-said-tile = { $title }: { $value }
dashboard-range = { $first } to { $last }
dashboard-first = { $field }, from
dashboard-last = { $field }, to
dashboard-play = Play: show one { $field } after the other
reporting-title = Reports received, by { $holder } and { $period }
reporting-whole = Reported
reporting-part = Reported in part
reporting-not-due = Not yet due
reporting-missing = Overdue
panel-views = Chart type of “{ $title }”
dashboard-how-read = How this table was read

## The page that leads to every dashboard.
dashboards-title = Dashboards
dashboards-lede = See any data package or table as a dashboard: totals, charts and a table that filter each other.
dashboards-own = Dashboards of this site
dashboards-other = Open your own data
dashboards-other-note = Files stay on your computer. A data package or a CSV file opens from its address.
dashboards-loading = Opening the data…
dashboards-failed = These data could not be opened as a dashboard. { $reason } Explore shows how the table was read, and lets you correct it.
dashboards-none = The data have no column of amounts that add up by place, name or time.

## Tiles.
tile-goal-of = Goal, { $scope }: { $value }
tile-scope = { $kind } · { $scope }
tile-of-grants = from { $known } of { $of } grants
tile-of-identified = { $known } of { $of } grants published a result
tile-whole-grants = { $value }, whole grants
tile-amount = { $value } awarded
tile-amount-of = { $value } awarded in all ({ $scope })
tile-named-of = identified, of { $of } awarded
tile-plus = { $sum } + { $next }
tile-unit-people = { $count ->
    [one] person
   *[other] people
}
tile-unit-grants = { $count ->
    [one] grant
   *[other] grants
}
tile-not-published = Not published
tile-not-published-program = Not published for the program
tile-none-of = 0 of { $of } grants
tile-one = { $holder }: { $value } ({ $measure })
tile-sources = Sources ({ $count })

## Panels.
panel-ignored = Not affected by: { $filters }
panel-none = No result: { $reason }
panel-none-published = Not published. { $grants ->
    [one] The selected grant has not published
   *[other] None of the { $grants } selected grants has published
} this figure.
panel-more = More about this chart

## Table.
holders-title = Results by { $title } ({ $count })
holders-search = Search this table
holders-legend-result = result
holders-legend-goal = goal, projection or commitment
holders-legend-none = not published
holders-none = Not published
holders-sort = { $column }, sort
