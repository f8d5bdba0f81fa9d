### Published views.
views-title = Views with a lasting address
views-lede = Each of these stands on a page of its own that needs no script, with its picture beside it.
embed-explore = See this on { $site }
embed-picture = Picture
embed-description = { $summary }
embed-table = The numbers
