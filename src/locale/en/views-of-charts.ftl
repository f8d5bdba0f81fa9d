### Every sort of chart: what it is called in a list, and how its alternative text begins.

view-column = Columns
view-stacked = Stacked
view-area = Area
view-dot = Dots
view-dumbbell = Dumbbells
view-slope = Slopes
view-scatter = Scatter
view-funnel = Funnel
view-bullet = Bullets
view-multiples = Small multiples
view-tiles = Tiles
view-heat = Heat table
view-spark = Sparklines

alt-column = Column chart. { $title }. { $summary }
alt-stacked = Stacked bar chart. { $title }. { $summary }
alt-area = Area chart. { $title }. { $summary }
alt-dot = Dot plot. { $title }. { $summary }
alt-dumbbell = Dumbbell chart. { $title }. { $summary }
alt-slope = Slope chart. { $title }. { $summary }
alt-scatter = Scatter plot. { $title }. { $summary }
alt-funnel = Funnel. { $title }. { $summary }
alt-bullet = Bullet chart. { $title }. { $summary }
alt-multiples = Small multiples. { $title }. { $summary }
alt-tiles = Tile map. { $title }. { $summary }
alt-heat = Heat table. { $title }. { $summary }
alt-spark = Table with sparklines. { $title }. { $summary }
