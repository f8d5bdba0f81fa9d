### The overview.
overview-document-title = Results to date
overview-description = Published results of the Good Jobs Challenge: people placed, goals, and grants by state and industry. Also what has not been published.
overview-title = Good Jobs Challenge: results to date
overview-lede = Since 2022 the U.S. Economic Development Administration has funded industry-led training partnerships. This page shows the results published so far, each with its source, and lists what has not been published.
overview-numbers = Key figures
overview-goals-title = People placed and placement goals
overview-goals-note = We do not show a percent of goal. The count is a minimum, and the goals cover different scopes and dates.
overview-history-title = People placed, by date published
overview-history-note = This chart shows only dated figures for the whole program.
overview-undated = Also published, without a date ({ $count })
overview-undated-line = { $value } ({ $measure }, { $scope }). { $note }
overview-map-title = Grants by state served
overview-industry-title = Grants by industry
overview-cohorts = Two rounds of grants
overview-cohorts-lede = Do not add: goals and dates differ.
overview-cohorts-apart = The two rounds have different goals and dates, so we show them side by side and do not add them.
overview-unknown = Figures not published
overview-unknown-lede = “Figures not published” lists what we looked for and did not find.
overview-reporting = Grantee reports to the Economic Development Administration
overview-card-more = Sources and definition
about-data = About these data
overview-record-lede = For each grant we looked for seven published figures. The chart of what grants have reported shows how many we found.
overview-sources = { $count ->
    [one] Source
   *[other] { $count } sources
}
overview-source-line = { $publisher }, { $date }
overview-source-undated = { $publisher }, date not known
cohort-round = Round
cohort-announced = Announced
cohort-awards = Grants announced
cohort-known = Grants identified
cohort-known-of = { $known } of { $of }
cohort-none = not published
goal-label = { $measure }: { $scope }
overview-state-served = States here are the states that a grant serves. A grant that serves several states is counted in each. The total counts each grant once.
overview-state-seat = See grants by the lead organization’s home state
