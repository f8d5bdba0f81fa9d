### Searching, choosing and ordering the lines of a list.
sift-states = Search by state, grantee or USPS code
sift-industries = Search by industry or grantee
sift-grantees = Search by name, state or industry
sift-figures = Search figures
sift-results = Published results
sift-all = All
sift-some = With a published result
sift-none-published = Without a published result
sift-no-award = No identified grant
sift-kind = Type of figure
sift-order = Sort by
sift-by-name = Name
sift-by-awards = Most grants
sift-by-amount = Largest grant
sift-by-answers = Most published results
sift-shown = { $shown ->
    [one] One of { $of } shown.
   *[other] { $shown } of { $of } shown.
}
sift-none = No matches among { $of }. Try fewer letters, or choose “All”.
