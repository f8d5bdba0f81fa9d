### Finding a page by what is typed.
find-label = Find a state, an occupation, a grantee or a word
find-placeholder = Find a state, trade or grantee
find-button = Find
find-title = Find
find-description = Find a state, an occupation, an industry, a grantee, a published figure, a measure, a definition or a page by name or code.
find-lede = Type a name, a code or a question such as “plumber Puerto Rico”. Nothing that is typed leaves this device.
find-results = Results
find-browse = Or look through the lists
find-scripts = Finding needs scripts, which are off here or could not be loaded. These lists need none.
find-count = { $count } found for “{ $question }”
find-first = { $count } found for “{ $question }”; the first { $shown } are shown
find-none = Nothing was found for “{ $question }”. Names of states, occupations, industries and grantees are known, and codes such as MO or 47-2152.
find-near = The nearest name is “{ $near }”.
find-failed = The list of names could not be loaded. Look through the lists instead, or try again.
find-all = All results
find-pay = Pay of { $work } in { $place }

find-kind-pay = Pay
find-kind-page = Page
find-kind-place = State or territory
find-kind-industry = Industry
find-kind-grantee = Grantee
find-kind-occupation = Occupation
find-kind-figure = Published figure
find-kind-measure = Measure
find-kind-definition = Definition

find-awards = { $count ->
    [0] no award
    [one] { $count } award
   *[other] { $count } awards
}

find-words-overview = home start placed results outcomes
find-words-states = states territories places list
find-words-industries = industries sectors trades list
find-words-grantees = grantees awards partnerships lead organisations list
find-words-record = record nothing published blank unknown missing
find-words-figures = figures numbers claims sources quotes list
find-words-explore = chart map table filter
find-words-compare = side beside versus against others rank
find-words-data = download csv sources methods licence
find-words-definitions = glossary meaning words terms

## Words of a question that name nothing: the search leaves them out.
find-empty-words = a an and are at by can do does earn earns for from how i in is it make makes me much my of on or paid pay pays salary state that the to wage wages what where which who will with
