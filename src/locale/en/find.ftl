### Finding a page by what is typed.
find-label = Search for a state, occupation, grantee or term
find-placeholder = Search states, jobs, grantees
find-button = Search
find-title = Search
find-description = Search for a state, an occupation, an industry, a grantee, a published figure, a measure, a definition or a page by name or code.
find-lede = Type a name, a code or a question such as “plumber Puerto Rico”. What you type stays on this device.
find-results = Results
find-browse = Or browse the lists
find-scripts = Search needs JavaScript, which is off or did not load. These lists work without it.
find-count = Results for “{ $question }”: { $count }
find-first = Results for “{ $question }”: { $count } (the first { $shown } are shown)
find-none = No results for “{ $question }”. Try the name of a state, occupation, industry or grantee, or a code such as MO or 47-2152.
find-near = The closest name is “{ $near }”.
find-failed = The search list did not load. Browse the lists instead, or try again.
find-all = All results
find-pay = Pay for { $work } in { $place }

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
    [0] no grants
    [one] { $count } grant
   *[other] { $count } grants
}

find-words-overview = home start placed results outcomes
find-words-states = states territories places list
find-words-industries = industries sectors trades list
find-words-grantees = grantees grants awards partnerships lead organizations list
find-words-record = record grants reported nothing published blank unknown missing
find-words-figures = figures numbers claims sources quotes list
find-words-explore = chart map table filter
find-words-compare = side beside versus against others rank
find-words-use = embed iframe website wordpress drupal sharepoint squarespace google word powerpoint slide
find-words-share = grantee template consent photo quote write send
find-words-publish = grantee template spreadsheet upload submit send package
find-words-data = download csv sources methods license
find-words-definitions = glossary meaning words terms

## Words of a question that name nothing: the search leaves them out.
find-empty-words = a an and are at by can do does earn earns for from how i in is it make makes me much my of on or paid pay pays salary state that the to wage wages what where which who will with
