### Words within charts.

chart-empty = There is nothing to draw for this choice.
chart-no-outlines = The map cannot be drawn: its outlines are not here.
chart-table = The numbers are in the table.

# What a chart is called where it is not seen.
chart-name = { $view }: { $measure } by { $by }
chart-bar = Bar chart
chart-line = Line chart
chart-map = Map
chart-table-name = Table

chart-number = { $value }
chart-no-number = No number

# A mark, as it is spoken.
chart-spoken-name = { $name }
chart-spoken-series = { $name }, { $series }
chart-spoken = { $name }: { $value }
chart-spoken-kind = { $name }: { $value } ({ $kind })
chart-spoken-absent = { $name }: no value in these data

# Keys.
chart-key-range = { $low }–{ $high }
chart-key-absent = No value
chart-key-more = Or more
chart-key-less = Or less
chart-key-not-counted = Target, projection or promise

chart-illustrative = Illustrative

chart-help = Use the arrow keys to move from value to value. Home and End go to the first and the last. Escape leaves.
