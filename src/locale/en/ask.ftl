### The question as a sentence with blanks.
ask-label = Ask in a sentence
ask-show = Show
ask-for = for
ask-in = in
ask-by = by
ask-any = any { $dimension }
ask-any-place = every state and territory
ask-button = Show it
ask-title = Ask in a sentence
