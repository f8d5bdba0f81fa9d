### Where a number stands: its file, its line, the row itself.
rows-column = Line in the file
rows-many = { $count } rows
rows-note-foreign = Line 1 of { $file } is its heading.
rows-note = Line 1 of { $file } is its heading. Package { $package }, version { $version }.
rows-note-file = The file
rows-title = The row as it stands in the file
rows-lede = { $count ->
    [one] This number stands in one row of { $file }, in version { $version } of the package { $package }. Nothing in it was changed for this page.
   *[other] This number stands in { $count } rows of { $file }, one for each source, in version { $version } of the package { $package }. Nothing in them was changed for this page.
}
rows-row = Line { $line }: { $key }
rows-open = Open the file { $file }
rows-source = Its source is line { $line } of { $file }.
rows-cell-column = Column
rows-cell-text = As it stands
rows-empty = empty
# Braces in the next two stand for what is asked for; the page fills them in.
rows-box-title = Line { $line } of { $file }
rows-box-loading = Reading the file…
rows-box-failed = { $file } could not be read. Open it to look for line { $line } yourself.
rows-box-close = Close
rows-box-file = Open the whole file
