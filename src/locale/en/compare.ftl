### Side by side.
view-strip = Strip
strip-name = { $label } { $value }
strip-without = { $count } without a number

compare-title = Compare
compare-description = Compare two to four grantees, states, industries or occupations side by side, with a note where the numbers should not be ranked.
compare-lede = Compare two to four side by side. Each number has its type and source. Where the numbers should not be ranked, the table says why.
compare-of = What to compare
compare-occupations = Occupations
compare-column = Column { $number }
compare-none = None
compare-show = Compare
compare-example = Nothing is selected yet, so the first two in the list are shown as an example.
compare-unknown = “{ $key }” cannot be compared here. It was left out.
compare-beyond = “{ $name }” was left out because this page compares at most { $most }.
compare-blank = not published
compare-error = relative standard error { $error }%
compare-strip = { $title }, all values
compare-peers = Suggested comparisons
compare-peers-kin = Grantees that share the most industries with { $name }, those of the same round first.
compare-peers-wage = States and territories whose median wage is closest to that of { $name }.
compare-peers-awards = Industries whose number of grants is closest to that of { $name }.
compare-peers-work = Occupations of the same group whose median wage is closest to that of { $name }.
compare-with = Compare with others
compare-from-explore = Compare side by side

unfair-line = Not ranked: { $reasons }.
unfair-absent = a number was published for only { $known } of { $of }
unfair-kinds = different types of figures
unfair-definitions = different ways of counting
unfair-senses = different types of wages
unfair-parts = some figures cover only part of a grant
unfair-inexact = inexact numbers
unfair-industries = different industries
unfair-began = different start years
unfair-years = different years
unfair-error = the difference between { $names } is smaller than the published error
