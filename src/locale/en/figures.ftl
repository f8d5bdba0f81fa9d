### Published figures, and the published results by grant.
figures-title = All published figures
figures-description = All the figures that we found about the Good Jobs Challenge, each with its source, date and type.
figures-lede = This page lists { $count } published figures. Each has its own page with quotes from its sources, other published values and a citation.
figures-column-figure = Published figure
figures-column-value = Value
figures-column-date = Date
figures-column-kind = Type
figures-column-source = Main source
figures-background = before the grant, or national context
figure-document-title = { $title }, { $source }, { $date }
figure-finding = { $title }: { $value } ({ $kind }, { $scope }, { $date })
figure-description = { $finding }. With its sources and other published values.
figure-kind = Type of figure
figure-scope = Scope
figure-date = Date
figure-period = Period
figure-measure = Definition
figure-sense = Type of wage
figure-sources = Sources
figure-sources-lede = { $count ->
    [one] We found one source, quoted below.
   *[other] We found { $count } sources that give this figure, the strongest first. Each is quoted below.
}
figure-quote-none = We read this source but kept no quote from it.
figure-note = Note: { $note }
figure-history = Other published values
figure-history-none = We found no other published value of this figure.
figure-history-lede = Do not add these values together. They are values of the same figure at different dates, or from sources that disagree.
figure-relation = Compared with this figure
figure-relation-this = this figure
figure-relation-earlier = earlier
figure-relation-later = later
figure-relation-disagrees = same date, different value: the sources disagree
figure-relation-undated = no date to compare
figure-relation-beside = a different type
figure-kinds = Related goals, projections and results
figure-kinds-lede = Figures of different types are never added together. None is drawn as another type.
figure-never = Do not add to
figure-never-history = Other values of the same figure, earlier or later. Each is a total up to its own date, or another source’s count.
figure-never-kind = Figures of another type. A goal is not a result.
figure-never-scope = Figures with a wider or narrower scope. A figure for the program already includes its grants.
figure-never-whole = The figure for the whole, which already includes this one:
figure-never-parts = Its own parts, which it already includes:
figure-never-sense = Figures that sources describe in other words. Each keeps its source’s meaning.
figure-cite = Citation
figure-cite-text = { $publisher }. “{ $title }.” { $value }. In { $site }, data version { $version }, { $date }. { $url }
figure-cite-source = If the number is important to your work, cite its original source too: { $source }.
figure-report = Report an error
figure-report-subject = Error in figure { $id }
figure-report-body = Figure: { $url }
    What is wrong, and which source shows it:
figure-report-none = This site has no contact address for corrections yet. Use the source links above to check the number.
figure-all = All published figures
record-title = Published results by grant
record-document-title = Good Jobs Challenge: published results by grant
record-description = What the { $awards } Good Jobs Challenge grants have reported on seven measures: published results, goals, and figures that have not been published.
record-lede = For each grant we looked for the same seven figures. Most are not public: grantees report to the Economic Development Administration every quarter, and no table of those reports has been published.
record-summary-title = What the { $awards } grants have reported
record-columns = Why figures are missing
record-columns-lede = A blank does not mean that nothing happened. It means that we found no published number.
record-source = Source
record-award = Grant
record-round = Round
record-blank = not published
record-unnamed = Grant not identified ({ $at } of { $count })
record-unnamed-cell = not identified
record-table = Table of results by grant
record-of-part = part of the grant
record-not-published = Not published: { $list }.
record-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
record-card = { $awards ->
    [one] The one grant has a published result for: { $list }.
   *[other] Of { $awards } grants, the number with a published result: { $list }.
}
record-card-part = { $column } { $count }
record-see = See published results by grant
record-note = Goals, projections and commitments are marked. They are not results.
known-published = result published
known-in-part = result for part of the grant
known-promised = goal only
known-nothing = nothing published
known-unnamed = grant not identified
tally-name = Squares that show what has been published for each of { $count } grants.
tally-of = { $count } of { $of } published
tally-promised-of = { $count } of { $of } with a goal
tally-in-part-count = { $count } for part
tally-promised-count = { $count } with a goal
tally-spoken = { $column }: { $known }, { $count } of { $of } grants
