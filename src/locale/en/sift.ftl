### Searching, choosing and ordering the lines of a list.
sift-states = Search by state, grantee or USPS code
sift-industries = Search by industry or grantee
sift-grantees = Search by name, state or industry
sift-figures = Search the figures
sift-results = Published results
sift-all = All
sift-some = With a published result
sift-none-published = Without a published result
sift-no-award = No identified award
sift-kind = Kind of figure
sift-order = Order
sift-by-name = By name
sift-by-awards = Most awards first
sift-by-amount = Largest award first
sift-by-answers = Most published results first
sift-shown = { $shown ->
    [one] One of { $of } shown.
   *[other] { $shown } of { $of } shown.
}
sift-none = None of { $of } matches. Try fewer letters, or choose “All”.
