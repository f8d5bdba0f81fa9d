### The data rows of a number: file, row number, cells.
rows-column = Data row
rows-many = { $count } rows
rows-note-foreign = Row 1 of { $file } is the header.
rows-note = Row 1 of { $file } is the header. Data package { $package }, version { $version }.
rows-note-file = Open file
rows-title = Rows in the data file
rows-lede = { $count ->
    [one] This number comes from one row of { $file }, in version { $version } of the data package { $package }. The row is shown unchanged.
   *[other] This number comes from { $count } rows of { $file }, one for each source, in version { $version } of the data package { $package }. The rows are shown unchanged.
}
rows-row = Row { $line }: { $key }
rows-open = Open the file { $file }
rows-source = Its source is row { $line } of { $file }.
rows-cell-column = Column
rows-cell-text = Value in the file
rows-empty = empty
# The page fills in the braces of the next two.
rows-box-title = Row { $line } of { $file }
rows-box-loading = Reading the file…
rows-box-failed = { $file } could not be read. Open the file and go to row { $line }.
rows-box-close = Close
rows-box-file = Open the whole file
