### Side by side.
view-strip = Strip
strip-name = { $label } { $value }
strip-without = { $count } without a number

compare-title = Compare
compare-description = Two to four grantees, states, industries or occupations side by side, with a warning where the numbers are no ranking.
compare-lede = Two to four side by side: the same measures, each number with its kind and source. Where the numbers are no ranking, the table says why.
compare-of = What is compared
compare-occupations = Occupations
compare-column = Column { $number }
compare-none = nothing
compare-show = Compare
compare-example = Nothing was chosen yet, so the first two of the list are shown as an example.
compare-unknown = “{ $key }” is not among those that can be compared here. It was left out.
compare-beyond = “{ $name }” was left out: this page compares at most { $most }.
compare-blank = not published
compare-error = relative standard error { $error }%
compare-strip = All of them: { $title }
compare-peers = Others to compare with
compare-peers-kin = Grantees that share most industries with { $name }, those of the same round first.
compare-peers-wage = States and territories whose median wage is nearest to that of { $name }.
compare-peers-awards = Industries whose number of awards is nearest to that of { $name }.
compare-peers-work = Occupations of the same group whose median wage is nearest to that of { $name }.
compare-with = Compare with others
compare-from-explore = Compare a few side by side.

unfair-line = No ranking: { $reasons }.
unfair-absent = a number was published for { $known } of { $of } only
unfair-kinds = they are of different kinds
unfair-definitions = they are not counted in the same way
unfair-senses = the wages are meant in different senses
unfair-parts = a part of a grant stands beside a whole
unfair-inexact = not all of the numbers are exact
unfair-industries = they are about different industries
unfair-began = they began in different years
unfair-years = they are of different years
unfair-error = the difference between { $names } is smaller than the published error
