### Charts put together for a report, and what has changed since one was made.

since-same = The numbers are the newest there are.
since-newer = The data have a newer version, { $version } instead of { $old }; every number of this chart is the same.
since-changed = { $count ->
    [one] One number differs
   *[other] { $count } numbers differ
 } between version { $old } and version { $version }:
since-other = { $label }: was { $was }, now { $now }
since-gone = { $label }: was { $was }, is not shown any more
since-added = { $label }: was not shown, now { $now }
since-no-answer = This question has no answer any more: { $why }
since-unknown = Made of files of somebody’s own machine, which no address leads to: nothing can be said of it.

## The page.
report-title = Charts for a report
report-nav = Your report
report-description = Collect charts, take all of them along as one file with a bibliography, and see later what has changed since.
report-lede = Collect charts from every page, take them along as one file, and see in a year what has changed since. The list stays in this browser; nothing is sent.
report-charts = Your charts
report-scripts = Collecting charts needs scripts, which are off here or could not be loaded. Every chart has an address that can be copied without them.
report-empty = No chart yet. Every chart has a button “Share or embed”; there, “Add to my report” puts it here.
report-count = { $count } charts
report-shared = This is a list that somebody shares with you. Your own is as it was.
report-keep = Make it my list
report-kept = It is your list now.
report-up = Move up: { $title }
report-down = Move down: { $title }
report-remove = Remove: { $title }
report-removed = Removed: { $title }
report-moved = { $title } is number { $place } now.
report-download = Download all as one file
report-link = Copy the address of this list
report-linked = Copied. Whoever opens the address sees these charts.
report-clear = Empty the list
report-making = Chart { $place } of { $count }: { $title }
report-saved = { $name } is in your downloads: a folder for each chart, bibliography, every number cited, and manifest.json to check it by later.
report-failed = “{ $title }” could not be made: { $why } Remove it from the list, or try again.
report-absent = What makes the files could not be loaded. Try again when the connection is back.
report-illustrative = Made-up data, marked so everywhere
report-since = What has changed since
report-since-lede = A report that was downloaded here holds a file manifest.json. Each of its charts is asked again of the newest data, and every number is held against the one that the report shows. The file stays on this machine.
report-since-file = manifest.json of a report
report-no-manifest = { $name } is no list of a report. Choose the file manifest.json out of the downloaded file, at its top, not in the folder of one chart.
report-asking = Asking { $place } of { $count } …
report-stands = Charts looked at: { $count }. With other numbers than in the report, or without an answer: { $changed }.
report-check = How the charts on a page stand
report-check-lede = Paste addresses of our charts, one a line, or the markup of a page that holds them. For each it is said whether it shows, of which data, and what is missing. What is pasted stays on this machine.
report-check-text = Addresses or markup
report-check-button = Check
report-no-address = There is no address in this text. Paste addresses that begin with https://, or markup with frames, links, pictures or <good-jobs-chart>.
report-not-ours = Not an address of this site, so nothing is said of it.
report-not-known = No published view is called “{ $name }”. Look for it on the page of all charts and take its address anew.
report-retired = “{ $name }” is called “{ $now }” now; the old address goes on showing it.
report-no-chart = A page of this site, not a chart.
report-no-title = It has no title, so that nobody who listens to the page knows what it is: add title="…" (alt="…" to a picture).
report-no-answer = It shows no chart: { $why }
report-superseded = Fixed to version { $version } of the data; { $newer } is newer.
report-live = Always shows the newest data.
report-pinned = Fixed to version { $version } of the data, which is the newest.
report-fine = Shows.
report-checked = Charts looked at: { $count }. With something to mend: { $faults }.
report-way-frame = Frame
report-way-element = Element
report-way-link = Link
report-way-picture = Picture
report-way-address = Address
report-head-chart = Chart
report-head-way = As
report-head-state = How it stands
find-words-report = collect basket report bibliography citations health check embeds

## In the dialog of sharing.
sharing-report-add = Add to my report
sharing-report-added = Added as number { $place }.
sharing-report-there = In your report as number { $place }.
sharing-report-open = Your report
sharing-report-refused = This browser keeps nothing, so there is no list. Allow this site to store data, or copy the link below.
sharing-report-full = A list holds { $most } charts. Take some out on the page of your report first.
