### Words within charts.

chart-empty = There is nothing to draw for this choice.
chart-no-outlines = The map cannot be drawn: its outlines are not here.
chart-table = The numbers are in the table.

# An area of a map of which the data say nothing.
chart-spoken-absent = { $name }: no value in these data
chart-spoken-unknown = { $name }: no award among the { $count } identified

# Keys.
chart-key-range = { $low }–{ $high }
chart-key-or-more = { $low } or more
chart-key-absent = no value
chart-key-unknown = no award among the { $count } identified
chart-key-more = at least
chart-key-less = at most

chart-illustrative = Illustrative
