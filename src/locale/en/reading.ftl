### How a chart is read and operated: by eye, by hand, by keyboard and by ear.

reading-title = How to read this chart
reading-skip = Skip this chart
reading-listen = Listen
reading-close = Close
reading-folded = Closed.
reading-none = No rows of a file are named for this value.
reading-keys = Single keys t and ?
reading-keys-on = The keys t and ? are on.
reading-keys-off = The keys t and ? are off.
reading-as-of = Data version { $version }, made { $date }

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
reading-stacked = Each bar is split into parts, and the colors tell the parts apart. The whole length is all parts together.
reading-line = Time runs from left to right. The higher the point, the larger the number. A line breaks where no number was published.
reading-area = Time runs from left to right. The colored area reaches from zero up to the number. It breaks where no number was published.
reading-dot = Each dot is one number. The further right the dot, the larger the number.
reading-dumbbell = Each line joins two numbers of one row. Its length shows how far apart they are.
reading-slope = Each line joins two numbers of one row, the first on the left. A rising line means that the number on the right is larger.
reading-strip = Each dot is one row. The further right the dot, the larger the number. Dots that stand close together are rows with like numbers.
reading-scatter = Each dot is one row with two numbers: one read along the bottom, one read up the side.
reading-funnel = Each bar is one step, and the steps follow one another from top to bottom. A shorter bar means that fewer people are known to have reached that step.
reading-range = Each bar reaches from a low number to a high number. A line within it is the middle value, where one was published.
reading-bullet = Each bar is what was reached. The hollow shape behind it is the aim.
reading-multiples = Each small chart is one group. Look whether all have the same scale before you compare their heights.
reading-map = Each area is colored by its number: the stronger the color, the larger the number. Size of land means nothing here. The key names the colors.
reading-tiles = Each square is one state or territory, all of the same size. The stronger its color, the larger its number. The key names the colors.
reading-heat = Each cell is one row and one column of a table. The stronger its color, the larger its number.
reading-spark = Each row has a small line that runs from left to right in time. Every line has a scale of its own, so compare shapes, not heights.
reading-table = Each row is one group, and each column says one thing about it.
reading-unsure = What is hollow has not happened yet. An open or fading end means “at least” or “at most”. What has a word in place of a number has no number, which is not zero.

# One for each input.
reading-mouse = With a mouse: point at a mark to see its number; click to keep the box. Press Escape or × to close it.
reading-touch = With a finger: tap a mark to see its number; tap it again or × to close the box. A finger that moves scrolls the page.
reading-keyboard = With a keyboard: Tab comes to the chart and leaves it. Left and Right go along it, Up and Down between series. Home and End go to the first and the last mark, Page Up to the highest and Page Down to the lowest. Enter opens the rows behind a number. Escape closes the box, then leaves the chart. The key t opens the table, and ? this text.
reading-ear = With a screen reader: the chart is a list. The whole comes first, then each series, then each mark with its place. The table below has the same numbers.
reading-sound = “Listen” plays one tone for each value. The higher the tone, the larger the number. A tone that slides up means “at least”, one that slides down “at most”. A hiss is a value without a number. A pause is a time without a row. Escape stops it.
reading-hint = Arrow keys move from value to value. Press ? for all keys.
