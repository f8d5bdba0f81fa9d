### How to read and operate a chart with each input.

reading-title = How to read this chart
reading-skip = Skip this chart
reading-listen = Listen
reading-close = Close
reading-folded = Closed.
reading-none = No rows of a file are linked to this value.
reading-keys = Single-key shortcuts (t and ?)
reading-keys-on = Shortcuts t and ? are on.
reading-keys-off = Shortcuts t and ? are off.
reading-as-of = Data version { $version }, { $date }

# The parts of a chart as a tree of names.
reading-series = { $series }: { $count ->
    [one] { $count } value
   *[other] { $count } values
}
reading-series-gaps = { $series }: { $count ->
    [one] { $count } value
   *[other] { $count } values
}, { $without } without a number
reading-stretch = { $first } to { $last }: { $count ->
    [one] { $count } value
   *[other] { $count } values
}

# One for each sort of chart.
reading-bar = Each bar starts at zero. The longer the bar, the larger the number at its end.
reading-column = Each column starts at zero. The taller the column, the larger the number.
reading-stacked = Each bar is split into parts, shown by color. The full length is all parts together.
reading-line = Time runs from left to right. The higher the point, the larger the number. A line breaks where no number was published. Each color has its own marker; a thin gray line is one of many.
reading-area = Time runs from left to right. The colored area goes from zero up to the number. It breaks where no number was published.
reading-dot = Each dot is one number. The farther right the dot, the larger the number.
reading-dumbbell = Each line joins two numbers of one row. Its length shows how far apart they are.
reading-slope = Each line joins two numbers of one row, with the first on the left. A rising line means that the number on the right is larger.
reading-strip = Each dot is one row. The farther right the dot, the larger the number. Dots that are close together have similar numbers.
reading-scatter = Each dot is one row with two numbers. Read one along the bottom and one up the side.
reading-funnel = Each bar is one stage, in order from top to bottom. A shorter bar means that fewer people are known to have reached that stage.
reading-range = Each bar goes from a low number to a high number. A line inside it marks the middle value, where one was published.
reading-bullet = Each bar is the result. The outlined shape behind it is the goal.
reading-multiples = Each small chart is one group. Check that all have the same scale before you compare heights.
reading-map = Each area is colored by its number: the stronger the color, the larger the number. The size of an area has no meaning. The legend explains the colors.
reading-tiles = Each square is one state or territory, and all squares are the same size. The stronger the color, the larger the number. The legend explains the colors.
reading-heat = Each cell is one row and one column of a table. The stronger the color, the larger the number.
reading-spark = Each row has a small line that shows time from left to right. Every line has its own scale, so compare shapes, not heights.
reading-table = Each row is one group, and each column gives one fact about it.
reading-unsure = An outlined shape has not happened yet. An open or fading end means “at least” or “at most”. A word in place of a number means that there is no number, which is not zero.

# One for each input.
reading-mouse = With a mouse: point at a mark to see its number. Click to keep the box open. Press Escape or × to close it.
reading-touch = With a finger: tap a mark to see its number. Tap it again or × to close the box. Swipe to scroll the page.
reading-keyboard = With a keyboard: Tab moves into and out of the chart. Left and Right move along it, Up and Down between series. Home and End go to the first and last mark, Page Up to the highest and Page Down to the lowest. Enter opens the rows behind a number. Escape closes the box, then leaves the chart. The key t opens the table, and ? opens this help.
reading-ear = With a screen reader: the chart is a list. It starts with a summary, then gives each series, then each mark with its place. The table below has the same numbers.
reading-sound = “Listen” plays one tone for each value. The higher the tone, the larger the number. A tone that slides up means “at least”, and one that slides down “at most”. A hiss is a value without a number. A pause is a time without a row. Escape stops it.
reading-hint = Arrow keys move from value to value. Press ? for all keys.
