### Published figures, and the record of awards.
figures-title = Every published figure
figures-description = Every figure published about the Good Jobs Challenge that could be found, with its source, date and kind.
figures-lede = { $count } claims stand behind this site. Each has a page of its own with the words of its sources, what others say of the same thing, and how to cite it.
figures-column-figure = Published figure
figures-column-value = Value
figures-column-date = Date
figures-column-kind = Kind
figures-column-source = Strongest source
figures-background = before the grant, or national context
figure-document-title = { $title }, { $source }, { $date }
figure-finding = { $title }: { $value } ({ $kind }, { $scope }, { $date })
figure-description = { $finding }, with its sources and what others say.
figure-kind = What kind of number it is
figure-scope = What it is about
figure-date = Date
figure-period = Period
figure-measure = What is counted
figure-sense = Sense of the wage
figure-sources = What the sources say
figure-sources-lede = { $count ->
    [one] One source was found. Its own words stand here.
   *[other] { $count } sources were found that say this, the strongest first. Their own words stand here.
}
figure-quote-none = The source was read; no words of it are kept here.
figure-note = Note: { $note }
figure-history = The same thing at other dates, and from sources that disagree
figure-history-none = No other figure of the same thing was found.
figure-history-lede = These are not to be added up: they are one history, or different answers to one question.
figure-relation = Beside this one
figure-relation-this = this figure
figure-relation-earlier = earlier
figure-relation-later = later
figure-relation-disagrees = same date, another number: the sources disagree
figure-relation-undated = no date to compare
figure-relation-beside = of another kind
figure-kinds = Goals, forecasts and results of the same thing
figure-kinds-lede = Kinds are never added, and none is drawn as if it were another.
figure-never = What it may not be added to
figure-never-history = Other figures of the same thing, earlier or later: each is a total up to its own date, or another source’s count of it.
figure-never-kind = Figures of another kind: what was aimed at is not what happened.
figure-never-scope = Figures of a wider or narrower scope: a figure of the program holds those of its awards already.
figure-never-whole = The figure of the whole, of which this is a part:
figure-never-parts = Its own parts, which it holds already:
figure-never-sense = Figures whose sources use other words for it; each keeps the sense of its source.
figure-cite = How to cite it
figure-cite-text = { $publisher }. “{ $title }.” { $value }. In: { $site }, version { $version } of the data, dated { $date }. Address: { $url }
figure-cite-source = Where the number matters, cite its own source as well: { $source }.
figure-report = Report an error
figure-report-subject = Error in figure { $id }
figure-report-body = Figure: { $url }
    What is wrong, and which source shows it:
figure-report-none = This site has named no address for corrections yet. Each source above is linked, so that the number can be checked against it.
figure-all = All published figures
record-title = What has been published, award by award
record-document-title = The record: what has been published, award by award
record-description = The { $awards } awards of the Good Jobs Challenge beside seven questions: what has been published, what was promised, and what has not been published.
record-lede = Each award is asked the same seven questions. Most answers are not public: grantees report to the Economic Development Administration every quarter, and no table of those reports has been published.
record-summary-title = What is known of { $awards } awards
record-columns = Why a cell is blank
record-columns-lede = A blank does not mean that nothing happened. It means that no published number was found.
record-source = What grantees report
record-award = Award
record-round = Round
record-blank = not published
record-unnamed = Award not identified ({ $at } of { $count })
record-unnamed-cell = not identified
record-table = The record
record-of-part = part of the grant
record-not-published = Not published: { $list }.
record-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
record-card = { $awards ->
    [one] The one award has published a result for: { $list }.
   *[other] Of { $awards } awards, so many have published a result: { $list }.
}
record-card-part = { $column } { $count }
record-see = See the record, award by award
record-note = Goals and promises are shown as such; none is a result.
known-published = result published
known-in-part = result for a part of the grant
known-promised = goal or promise only
known-nothing = nothing published
known-unnamed = award not identified
tally-name = Squares: what has been published of each of { $count } awards.
tally-of = { $count } of { $of } published
tally-promised-of = { $count } of { $of } promised
tally-in-part-count = { $count } for a part
tally-promised-count = { $count } promised
tally-spoken = { $column }: { $known }, { $count } of { $of } awards
