### Pages of grantees, industries and states.
grantees-title = Grantees
grantees-lede = The { $known } awards that could be identified, each with a page of its own: what the partnership is, what has been published about it, and what has not.
grantees-all = All grantees
industries-title = Industries
industries-lede = The industries that sources name for the { $known } awards that could be identified. An award that names several industries stands at each of them, and its people are not divided among them.
industries-all = All industries
states-title = States and territories
states-lede = Every state and territory: which of the { $known } identified awards serve it, and what such work pays there.
states-nav = States
states-all = All states and territories

list-name = Name
list-results = Published results
list-places = States served
list-grantees = Grantees
list-no-award = no identified award
list-no-result = none published
list-result = some published
list-some-results = { $some } of { $of }

grantee-document-title = { $name }: award, goals and results
grantee-sentence = { $name }: an award of { $amount } ({ $round }), { $places }; { $industries }. A published result answers { $answered } of { $questions } questions about it.
grantee-answers = What has been published
grantee-answered = { $answered ->
    [0] The record asks { $questions } questions of every award. No published result answers one.
    [one] The record asks { $questions } questions of every award. A published result answers one.
   *[other] The record asks { $questions } questions of every award. Published results answer { $answered }.
}
grantee-blank = { $count ->
    [one] Not published: one of { $questions } ({ $list }). Why?
   *[other] Not published: { $count } of { $questions } ({ $list }). Why?
}
grantee-award = The award
grantee-amount = Amount
grantee-places = States served
grantee-industries = Industries
grantee-seat = Seat
grantee-lead = Led by (our reading)
grantee-note = Note
grantee-source = Source
grantee-no-split = How an award is divided among its states and industries has not been published.
grantee-no-result = No result of this award was found. What it aims at and what was promised stands below, if anything was published.
grantee-near = Others to look at
grantee-near-place = Serve the same state
grantee-near-industry = Share the most industries
grantee-near-note = Start dates, industries and definitions differ. A larger number is not a better one.

profile-amount-none = an amount that was not found
profile-results = Published results
profile-results-note = What sources say has happened. Numbers of different measures or dates are not added up.
profile-aims = Goals, forecasts and promises
profile-aims-note = What was aimed at, foreseen or promised. None of it is a result.
profile-background = Background
profile-background-note = From before the grant, or about the region or the nation; not an outcome of the grant.
profile-wages-place = Median pay of such work in { $place }
profile-wages-nation = Median pay of work in { $name }, in the nation
profile-view-grantee = Median hourly pay in { $place }, work of { $name }
profile-view-state = Median hourly pay in { $name }, work that its awards train for
profile-view-industry = Median hourly pay in the nation, work in { $name }
profile-view-all = Median hourly pay by group of occupations, { $name }
profile-wages-note = Wages of workers of all experience, from the U.S. Bureau of Labor Statistics, May 2025; not wages of participants.
profile-wages-mapping = Which groups of occupations stand for an industry is our reading.
profile-wages-all = No industry is known here, so every major group of occupations is shown.
profile-wages-several = What work pays in the states served
profile-wages-several-note = Each state has wages of its own on its page. They are not averaged: a median of several states cannot be had from their medians.
profile-wages-none = The Bureau of Labor Statistics publishes no wages for this place in the table used here.

industry-document-title = { $name }: awards, results and wages
state-document-title = { $name }: awards, results and wages
served-description = { $sentence } { $published }
served-by = { $count ->
    [one] One of the { $known } identified awards serves { $name }: { $holders }.
   *[other] { $count } of the { $known } identified awards serve { $name }: { $holders }.
}
served-by-industry = { $count ->
    [one] One of the { $known } identified awards works in { $name }: { $holders }.
   *[other] { $count } of the { $known } identified awards work in { $name }: { $holders }.
}
served-by-many = { $count } of the { $known } identified awards serve { $name }.
served-by-many-industry = { $count } of the { $known } identified awards work in { $name }.
served-nobody-industry = No award among the { $known } identified is known to work in { $name }. Awards that are not identified may.
served-nobody = No award among the { $known } identified serves { $name }. Awards that are not identified may.
served-published-nobody = So no result can be shown here.
served-published-none = No result of them has been published.
served-published-some = { $some ->
    [one] Of { $of } awards, one has a published result.
   *[other] Of { $of } awards, { $some } have published results.
}
served-published-one = It has a published result.
served-result-of = { $name }, whole award
served-awards-industry = Awards in { $name }
served-awards = Awards that serve { $name }
served-several = Serves { $places } states; its numbers are for all of them together.
served-whole = Numbers of an award are for the whole award. Where it serves several states, they are not the number of this state.
served-whole-industry = Numbers of an award are for the whole award. Where it works in several industries, they are not the number of this industry.
served-record = What has been published of each
served-why = Why most has not been published
served-seat = Led from { $name }, serving other places
served-seat-note = The lead organization has its seat here; the award serves other states.
served-no-own = No result for { $name } as a whole was found.
