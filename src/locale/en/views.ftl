### Published views.
views-title = Ready-made charts
views-lede = Each has a permanent page and picture.
embed-explore = Open on { $site }
embed-picture = Picture
embed-description = { $summary }
embed-table = Data table
