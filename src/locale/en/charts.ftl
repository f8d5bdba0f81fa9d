### The page of every sort of chart.

charts-title = Charts and how to read them
charts-nav = Charts
find-words-charts = graph legend uncertain looks gallery
charts-description = All { $count } sorts of chart on this site: what each is for, how to read it, and how it shows what is not known.
charts-lede = This site uses { $count } sorts of chart. Each has a page that says what it is for and how to read it. The page shows a chart of real data, and a made-up chart with every mark it can have.
charts-list = Sorts of chart
charts-before = Previous: { $chart }
charts-next = Next: { $chart }
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
charts-looks-lede = Some numbers are only partly known, have not happened, or may not be shown. Each of these is marked and has a word of its own, in every chart. A zero is never used for any of them.
charts-look-bar = As a bar
charts-look-dot = As a dot
charts-look-word = Word and meaning
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

charts-column = Column chart
charts-column-for = To compare amounts in a few periods or groups with short names.

charts-stacked = Stacked bars
charts-stacked-for = To see a whole and what it is made of.

charts-line = Line chart
charts-line-for = To see how a number changes over time.

charts-area = Area chart
charts-area-for = To see how a whole and its parts change over time.

charts-dot = Dot plot
charts-dot-for = To compare amounts that lie close together.

charts-dumbbell = Dumbbell chart
charts-dumbbell-for = To see two numbers of each row and the gap between them.

charts-slope = Slope chart
charts-slope-for = To see who rose and who fell between two points.

charts-strip = Dot strip
charts-strip-for = To see where a few stand among all.

charts-scatter = Scatter plot
charts-scatter-for = To see if two numbers of the same rows go together.

charts-funnel = Funnel
charts-funnel-for = To see how many people reach each stage of a program.

charts-range = Range bars
charts-range-for = To see how far pay spreads for the same work.

charts-bullet = Bullet chart
charts-bullet-for = To hold a result against its target.

charts-multiples = Small charts
charts-multiples-for = To compare the course of many groups without tangled lines.

charts-map = Map
charts-map-for = To see where something is.

charts-tiles = Tile map
charts-tiles-for = To see where something is, with small places as easy to see as large ones.

charts-heat = Heat table
charts-heat-for = To see patterns in a table with many rows and columns.

charts-spark = Table with small lines
charts-spark-for = To see the course of many rows at a glance, next to their numbers.

charts-table = Table
charts-table-for = To read exact numbers, or to copy them.
