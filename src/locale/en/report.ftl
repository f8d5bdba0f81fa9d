### Charts put together for a report, and what has changed since one was made.

since-same = The numbers are the newest available.
since-newer = The data have a newer version, { $version } instead of { $old }. Every number in this chart is the same.
since-changed = { $count ->
    [one] One number differs
   *[other] { $count } numbers differ
 } between version { $old } and version { $version }:
since-other = { $label }: was { $was }, now { $now }
since-gone = { $label }: was { $was }, no longer shown
since-added = { $label }: was not shown, now { $now }
since-no-answer = This chart no longer has a result: { $why }
since-unknown = This chart was made from files on a reader’s device, so it cannot be checked here.

## The page.
report-title = Your report
report-nav = Your report
report-description = Collect charts and download them as one file with a bibliography. Check later whether the numbers have changed.
report-lede = Collect charts from any page, download them as one file, and check later whether the numbers have changed. Your list stays in this browser. Nothing is sent.
report-charts = Your charts
report-scripts = The report page needs JavaScript, which is off or did not load. You can still copy the address of any chart.
report-empty = No charts yet. On any chart, select “Share or embed” and then “Add to my report”.
report-count = Charts: { $count }
report-shared = This list was shared with you. Your own list has not changed.
report-keep = Save as my list
report-kept = This is now your list.
report-up = Move up: { $title }
report-down = Move down: { $title }
report-remove = Remove: { $title }
report-removed = Removed: { $title }
report-moved = { $title } is now number { $place }.
report-download = Download report
report-link = Copy link to this list
report-linked = Link copied. Anyone who opens it sees these charts.
report-clear = Clear list
report-making = Chart { $place } of { $count }: { $title }
report-saved = { $name } was downloaded. It has report.docx with all charts, a folder for each chart, a bibliography, every number cited, and manifest.json for checking the report later.
report-failed = “{ $title }” could not be made: { $why } Remove it from the list, or try again.
report-absent = The download tools did not load. Check your connection and try again.
report-illustrative = Made-up data, marked as illustrative
report-since = Changes since your report
report-since-lede = A report that you download here includes a file manifest.json. Open it to compare every number in your report with the newest data. The file stays on this device.
report-since-file = manifest.json from a report
report-no-manifest = { $name } is not a report file. Choose manifest.json from the top folder of the report, not from the folder of one chart.
report-asking = Checking { $place } of { $count } …
report-stands = Charts checked: { $count }. Charts with changed numbers or no result: { $changed }.
report-check = Check embedded charts
report-check-lede = Paste addresses of our charts, one per line, or the HTML of a page that contains them. We check whether each one works, which data it shows and what is missing. What you paste stays on this device.
report-check-text = Addresses or HTML
report-check-button = Check
report-no-address = We found no address in this text. Paste addresses that begin with https://, or HTML with frames, links, pictures or <good-jobs-chart>.
report-not-ours = This address is not on this site, so it was not checked.
report-not-known = There is no published view “{ $name }”. Find it on the page of all charts and copy its address again.
report-retired = “{ $name }” is now called “{ $now }”. The old address still works.
report-no-chart = This is a page of this site, not a chart.
report-no-title = It has no title for screen readers. Add title="…" (for a picture, alt="…").
report-no-answer = No chart is shown: { $why }
report-superseded = Fixed to version { $version } of the data. Version { $newer } is newer.
report-live = Always shows the newest data.
report-pinned = Fixed to version { $version } of the data, which is the newest.
report-fine = Works.
report-checked = Charts checked: { $count }. Charts with problems: { $faults }.
report-way-frame = Frame
report-way-element = Element
report-way-link = Link
report-way-picture = Picture
report-way-address = Address
report-head-chart = Chart
report-head-way = Type
report-head-state = Status
find-words-report = collect basket report bibliography citations health check embeds

## In the dialog of sharing.
sharing-report-add = Add to my report
sharing-report-added = Added as number { $place }.
sharing-report-there = Already in your report, as number { $place }.
sharing-report-open = Your report
sharing-report-refused = This browser does not store data for this site, so there is no list. Allow this site to store data, or copy the link below.
sharing-report-full = A list can hold { $most } charts. Remove some on the page of your report first.
