### Pages of grantees, industries and states.
grantees-title = Grantees
grantees-lede = We identified { $known } grants. Each has a page that describes the partnership, what has been published about it, and what has not.
grantees-all = All grantees
industries-title = Industries
industries-lede = These are the industries that sources name for the { $known } grants we identified. A grant in several industries is listed under each, and its people are not divided among them.
industries-all = All industries
states-title = States and territories
states-lede = For each state and territory: which of the { $known } identified grants serve it, and what the jobs they train for pay there.
states-nav = States
states-all = All states and territories

list-name = Name
list-results = Published results
list-places = States served
list-grantees = Grantees
list-no-award = no identified grant
list-no-result = none published
list-result = some published
list-some-results = { $some } of { $of }

grantee-document-title = { $name }: Good Jobs Challenge grant, goals and results
grantee-sentence = { $name }: grant ({ $round }), { $amount }; { $places }; { $industries }. Results published for { $answered } of { $questions } measures.
grantee-answers = Published figures
grantee-answered = { $answered ->
    [0] No results have been published (0 of { $questions } measures).
    [one] Results have been published for one of { $questions } measures.
   *[other] Results have been published for { $answered } of { $questions } measures.
}
grantee-blank = { $count ->
    [one] Not published: one of { $questions } measures ({ $list }). Why?
   *[other] Not published: { $count } of { $questions } measures ({ $list }). Why?
}
grantee-award = Grant details
grantee-amount = Amount
grantee-places = States served
grantee-industries = Industries
grantee-seat = Based in
grantee-lead = Type of lead organization (our classification)
grantee-note = Note
grantee-source = Source
grantee-no-split = No source says how this grant is divided among its states and industries.
grantee-no-result = We found no published result for this grant. Any published goals, projections and commitments are listed below.
grantee-near = Similar grantees
grantee-near-place = Serve the same state
grantee-near-industry = Share the most industries
grantee-near-note = Start dates, industries and definitions differ.

profile-amount-none = amount not found
profile-results = Published results
profile-results-note = Figures for different measures or dates are not added.
profile-aims = Goals, projections and commitments
profile-aims-note = None of these is a result.
profile-background = Background
profile-background-note = Figures from before the grant, or about the region or the nation. They are not outcomes of the grant.
profile-wages-place = Median hourly pay in { $place }, related occupations, May 2025
profile-wages-nation = Median hourly pay in the United States, occupations in { $name }, May 2025
profile-view-grantee = Median hourly pay in { $place }, occupations related to { $name }, May 2025
profile-view-state = Median hourly pay in { $name }, occupations its grants train for, May 2025
profile-view-industry = Median hourly pay in the United States, occupations in { $name }, May 2025
profile-view-all = Median hourly pay by occupation group, { $name }, May 2025
profile-wages-note = Wages of all workers, not wages of participants.
profile-wages-experience = Local wages are those of workers of all experience.
profile-wages-mapping = We matched industries to occupation groups.
profile-wages-all = We know of no industry here, so the chart shows every major group of occupations.
profile-wages-several = Local pay in the states served
profile-wages-several-note = See each state’s page for its wages. We do not average them: a median for several states cannot be computed from the medians of each.
profile-wages-none = The table used here, from the Bureau of Labor Statistics, has no wages for this place.

industry-document-title = { $name }: Good Jobs Challenge grants, results and wages
state-document-title = { $name }: Good Jobs Challenge grants, results and wages
served-description = { $sentence } { $published }
served-by = { $count ->
    [one] One of the { $known } identified grants serves { $name }: { $holders }.
   *[other] { $count } of the { $known } identified grants serve { $name }: { $holders }.
}
served-by-industry = { $count ->
    [one] One of the { $known } identified grants works in { $name }: { $holders }.
   *[other] { $count } of the { $known } identified grants work in { $name }: { $holders }.
}
served-by-many = { $count } of the { $known } identified grants serve { $name }.
served-by-many-industry = { $count } of the { $known } identified grants work in { $name }.
served-nobody-industry = None of the { $known } identified grants is known to work in { $name }. Grants not yet identified may.
served-nobody = None of the { $known } identified grants serves { $name }. Grants not yet identified may.
served-published-nobody = There are no results to show.
served-published-none = No results have been published.
served-published-some = { $some ->
    [one] Of { $of } grants, one has a published result.
   *[other] Of { $of } grants, { $some } have published results.
}
served-published-one = It has at least one published result.
served-result-of = { $name }, whole grant
served-awards-industry = Grants in { $name }
served-awards = Grants that serve { $name }
served-several = Figures cover all { $places } states.
served-whole = Figures are for the whole grant, which may serve other states too.
served-whole-industry = Figures are for the whole grant, which may work in other industries too.
served-record = Published figures by grant
served-why = Why most figures are not published
served-seat = Grants based in { $name } that serve other places
served-seat-note = The lead organization is based here. The grant serves other states.
served-no-own = We found no result for { $name } as a whole.
