### A chart on another site's page.

embed-nothing = This chart cannot be shown
embed-foreign-refused = It uses data at { $address }. Embedded charts show only data that this site publishes.
embed-live = Data updated { $day } (version { $version }).
embed-pinned = Fixed to data from { $day } (version { $version }).
embed-changes = What changed
embed-newer = Version { $version } is newer. See what changed
embed-without-script = This is the published view “{ $title }”. If you expected another view, turn on JavaScript to see it.
embed-others = Other published views of these data
embed-loading = Loading the chart…

## The name of a frame until its chart has said its title.
embed-chart = Chart
