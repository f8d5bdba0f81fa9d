### Published views.
views-title = Ready-made charts
views-lede = Each chart has a permanent page with a picture to download.
embed-explore = Open on { $site }
embed-picture = Picture
embed-description = { $summary }
embed-table = Data table
