### The form that builds a chart from a sentence with blanks.
ask-label = Build a chart
ask-show = Show
ask-for = for
ask-in = in
ask-by = by
ask-any = any { $dimension }
ask-any-place = all states and territories
ask-button = Show chart
ask-title = Build a chart
