### The overview.
overview-document-title = What has come of it so far
overview-description = What has been published about the Good Jobs Challenge: people placed, goals, awards by state and industry, and what is not known.
overview-title = What has come of the Good Jobs Challenge?
overview-lede = Since 2022 the U.S. Economic Development Administration has funded industry-led training partnerships. This is what has been published about them, each number with its source, and what has not.
overview-numbers = The numbers so far
overview-goals-title = People placed, beside the goals
overview-goals-note = The count is a floor and the goals belong to different scopes and dates, so no percentage is shown.
overview-history-title = How the published count has grown
overview-history-note = Only dated figures for the whole program are on this chart.
overview-undated = Also published, without a date of its own:
overview-undated-line = { $value } ({ $measure }, { $scope }). { $note }
overview-map-title = Awards by state served
overview-industry-title = Awards by industry
overview-cohorts = Two rounds of awards
overview-cohorts-lede = The first round was announced in 2022, the second in 2025. Their goals and dates differ, so they are shown side by side and not added up.
overview-unknown = What has not been published
overview-unknown-lede = Most of what a reader may look for here is not public. This is what was looked for and not found.
overview-reporting = What grantees report to the Economic Development Administration
overview-card-more = What it rests on
overview-record-lede = The awards are asked seven questions. This is how many of them a published number answers.
overview-sources = { $count ->
    [one] Source
   *[other] { $count } sources
}
overview-source-line = { $publisher }, { $date }
overview-source-undated = { $publisher }, date not known
cohort-round = Round
cohort-announced = Announced
cohort-awards = Awards announced
cohort-known = Awards named here
cohort-known-of = { $known } of { $of }
cohort-none = not published
goal-label = { $measure }: { $scope }
overview-state-served = Here a state is one that an award serves. An award that serves several is counted in each of them and once in the whole.
overview-state-seat = See the same by the state in which the lead organisation has its seat.
