### The page of every sort of chart.

charts-title = Chart types and how to read them
charts-nav = Charts
find-words-charts = graph legend uncertain looks gallery
charts-description = The { $count } chart types on this site: what each is for, how to read it, and how it shows what is not known.
charts-lede = This site uses { $count } chart types. Each has a page that says what it is for and how to read it, with a chart of real data and a sample chart that shows every mark it can have.
charts-list = Chart types
charts-before = Previous: { $chart }
charts-next = Next: { $chart }
charts-for = Purpose
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
charts-looks = Values that are not exact numbers
charts-looks-lede = Some numbers are only partly known, have not happened, or may not be shown. Every chart marks and labels each of these. None of them is shown as zero.
charts-look-bar = As a bar
charts-look-dot = As a dot
charts-look-word = Label and meaning
charts-exact = Exact
charts-exact-text = The number was counted and published as it is.
charts-bound = At least
charts-bound-text = The source says “at least” or “more than”. The true number may be higher, so the end is open.
charts-upper = At most
charts-upper-text = The source says “up to” or “less than”. The true number may be lower.
charts-about = About
charts-about-text = The source says “about” or “nearly”. The number was rounded, and how far is not known.
charts-span = Range
charts-span-text = The source gives a low end and a high end. The true number is between them.
charts-zero = Zero
charts-zero-text = It was counted, and there were none. Zero is a result.

## The made-up charts.
charts-sample-package = Made-up numbers
charts-sample-measure = A made-up count
charts-sample-across = Another made-up count
charts-sample-source = Source: made-up numbers, to show how the chart looks.
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
charts-bar-for = To compare amounts, especially when names are long.

charts-column = Column chart
charts-column-for = To compare amounts in a few periods or groups with short names.

charts-stacked = Stacked bars
charts-stacked-for = To see a total and its parts.

charts-line = Line chart
charts-line-for = To see how a number changes over time.

charts-area = Area chart
charts-area-for = To see how a total and its parts change over time.

charts-dot = Dot plot
charts-dot-for = To compare amounts that are close together.

charts-dumbbell = Dumbbell chart
charts-dumbbell-for = To compare two numbers for each row and see the gap between them.

charts-slope = Slope chart
charts-slope-for = To see which rows rose and which fell between two points.

charts-strip = Dot strip
charts-strip-for = To see where a few rows fall among all of them.

charts-scatter = Scatter plot
charts-scatter-for = To see whether two numbers for the same rows are related.

charts-funnel = Funnel
charts-funnel-for = To see how many people reach each stage of a program.

charts-range = Range bars
charts-range-for = To see how widely pay varies for the same work.

charts-bullet = Bullet chart
charts-bullet-for = To compare a result with its target.

charts-multiples = Small multiples
charts-multiples-for = To compare trends of many groups without overlapping lines.

charts-map = Map
charts-map-for = To see where something is.

charts-tiles = Tile map
charts-tiles-for = To see where something is, with small states as easy to see as large ones.

charts-heat = Heat table
charts-heat-for = To see patterns in a table with many rows and columns.

charts-spark = Table with sparklines
charts-spark-for = To see the trends of many rows at a glance, next to their numbers.

charts-table = Table
charts-table-for = To read exact numbers, or to copy them.
