### Words within charts.

chart-empty = There are no data to show for these choices.
chart-no-outlines = The map cannot be drawn because the state outlines did not load.
chart-table = The numbers are in the table.

# An area of a map of which the data say nothing.
chart-spoken-absent = { $name }: no data
chart-spoken-unknown = { $name }: no grant among the { $count } identified

# Keys.
chart-key-range = { $low }–{ $high }
chart-key-or-more = { $low } or more
chart-key-absent = no data
chart-key-unknown = no grant among the { $count } identified
chart-key-more = at least
chart-key-less = at most
# Lines that are drawn thin and gray, because there are more than colors.
chart-key-gray = { $count ->
    [one] 1 other, in gray
   *[other] { $count } others, in gray
}

chart-illustrative = Illustrative
