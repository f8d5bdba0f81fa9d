### The page of every sort of chart.

charts-title = Charts and how to read them
charts-nav = Charts
find-words-charts = graph legend uncertain looks gallery
charts-description = All { $count } sorts of chart on this site: what each is for, how to read it, and how it shows what is not known.
charts-lede = This site uses { $count } sorts of chart. For each one you see what it is for, how to read it, a chart of real data, and a made-up chart with every mark it can have.
charts-list = Sorts of chart
charts-for = What it is for
charts-read = How to read it
charts-states = Every mark: { $chart }

## Colors to look at the page in.
charts-look = Show the charts in
charts-look-own = your colors
charts-look-light = light
charts-look-dark = dark
charts-look-print = print
charts-look-contrast = high contrast

## What is not a plain number.
charts-looks = What is not a plain number
charts-looks-lede = Some numbers are only partly known, have not happened, or may not be shown. Each of these has its own look and its own word, in every chart. A zero is never used for any of them.
charts-look-bar = As a bar
charts-look-dot = As a dot
charts-look-word = Word
charts-look-meaning = Meaning
charts-exact = Exact
charts-exact-text = The number was counted and published as it is.
charts-bound = At least
charts-bound-text = The source says “at least” or “more than”. The true number may be higher, so the end stays open.
charts-upper = At most
charts-upper-text = The source says “up to” or “less than”. The true number may be lower.
charts-about = About
charts-about-text = The source says “about” or “nearly”. The number was rounded, and nobody knows by how much.
charts-span = From and to
charts-span-text = The source gives two ends. The true number lies between them.
charts-zero = Zero
charts-zero-text = Someone counted, and there were none. This is a result.

## The made-up charts.
charts-sample-package = Made-up numbers
charts-sample-measure = A made-up count
charts-sample-across = Another made-up count
charts-sample-source = These numbers are made up, to show how the chart looks.
charts-sample-group = Group
charts-sample-period = Period
charts-sample-place = Place
charts-sample-series = Series
charts-sample-first = First
charts-sample-second = Second
charts-sample-result = Result
charts-sample-target = Target
charts-sample-stage = Stage { $number }

## Each sort.
charts-bar = Bar chart
charts-bar-for = To compare amounts, above all where names are long.
charts-bar-read = The longer the bar, the larger the number. Every bar starts at zero. The number stands at its end.

charts-column = Column chart
charts-column-for = To compare amounts in a few periods or groups with short names.
charts-column-read = The higher the column, the larger the number. Every column starts at zero.

charts-stacked = Stacked bars
charts-stacked-for = To see a whole and what it is made of.
charts-stacked-read = Each bar is a whole, and each color is one part. Only the first part starts at zero, so compare the others by their numbers. A part that is missing makes the whole “at least”.

charts-line = Line chart
charts-line-for = To see how a number changes over time.
charts-line-read = Time runs from left to right. A line breaks where a period has no number. It never runs on to a point that is only a bound.

charts-area = Area chart
charts-area-for = To see how a whole and its parts change over time.
charts-area-read = The top edge is the whole. Each color is one part, as thick as its number is large.

charts-dot = Dot plot
charts-dot-for = To compare amounts that lie close together.
charts-dot-read = The further right the dot, the larger the number. The scale need not start at zero, so compare places, not lengths.

charts-dumbbell = Dumbbell chart
charts-dumbbell-for = To see two numbers of each row and the gap between them.
charts-dumbbell-read = Each row has two dots and a line between them. The longer the line, the larger the gap. There is no line where one of the two is not known.

charts-slope = Slope chart
charts-slope-for = To see who rose and who fell between two points.
charts-slope-read = Each line runs from the first number on the left to the second on the right. Lines that cross have changed places.

charts-strip = Dot strip
charts-strip-for = To see where a few stand among all.
charts-strip-read = Every row is one dot on a common line. The named dots are the ones that were asked for.

charts-scatter = Scatter plot
charts-scatter-for = To see if two numbers of the same rows go together.
charts-scatter-read = Each dot is one row. Further right is more of the one number, further up is more of the other. Two numbers that go together need not cause each other.

charts-funnel = Funnel
charts-funnel-for = To see how many people reach each stage of a program.
charts-funnel-read = Each bar is one stage, with the number who reached it and the share of the stage before. A stage that is too early to count says so.

charts-range = Range bars
charts-range-for = To see how far pay spreads for the same work.
charts-range-read = The pale bar runs from the low end to the high end of what is paid. The line in it is the middle: half earn less, half earn more. An open end means pay above what the source publishes.

charts-bullet = Bullet chart
charts-bullet-for = To hold a result against its target.
charts-bullet-read = The full bar is the result. The hollow mark is the target. No share is worked out unless both are exact and count the same thing.

charts-multiples = Small charts
charts-multiples-for = To compare the course of many groups without tangled lines.
charts-multiples-read = Each small chart is one group. All have the same scale unless the note says otherwise.

charts-map = Map
charts-map-for = To see where something is.
charts-map-read = The darker the state, the larger the number. Lines across a state mean the number is withheld. A pale gray state has no value in the data, which is not zero.

charts-tiles = Tile map
charts-tiles-for = To see where something is, with small places as easy to see as large ones.
charts-tiles-read = Every state and territory is one square of the same size. Colors and lines mean the same as on the map.

charts-heat = Heat table
charts-heat-for = To see patterns in a table with many rows and columns.
charts-heat-read = Each square is one cell of the table. The darker the square, the larger the number.

charts-spark = Table with small lines
charts-spark-for = To see the course of many rows at a glance, next to their numbers.
charts-spark-read = Each row has a small line of its own with its own scale. Compare shapes, and read sizes from the numbers.

charts-table = Table
charts-table-for = To read exact numbers, or to copy them.
charts-table-read = One row for each thing that is counted. Every chart on this site has such a table below it.
