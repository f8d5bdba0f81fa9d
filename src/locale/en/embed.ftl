### A chart on somebody else's page.

embed-nothing = This chart cannot be shown
embed-foreign-refused = It asks for data at { $address }. Embeds of this site show only its own data.
embed-live = Data updated on { $day } (version { $version }).
embed-pinned = Fixed to the data of { $day } (version { $version }).
embed-changes = What changed
embed-newer = Version { $version } is newer: see what changed
embed-without-script = This is the published view “{ $title }”. If the address asks for another view, that one needs scripts.
embed-others = Other published views of the same data
embed-loading = Loading the view that was asked for…

## The name of a frame until its chart has said its title.
embed-chart = Chart
