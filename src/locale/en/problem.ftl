### Problems in published data: what was found, where, what was expected, and the remedy.

## Where.

problem-place-file = { $file }
problem-place-row = { $file }, row { $row }
problem-place-column = { $file }, column “{ $column }”
problem-place-cell = { $file }, row { $row }, column “{ $column }”

## The whole sentence.

problem-sentence = { $place }: { $finding }; { $remedy }
problem-sentence-more = { $sentence } (and { $more } more like it)

# One word meant in place of another.
problem-did-you-mean = did you mean “{ $near }”?
problem-quoted = “{ $text }”
problem-and-others = { $count ->
    [one] { $count } other
   *[other] { $count } others
}

## The file as a whole.

problem-not-fetched = { $status ->
    [0] the server could not be reached
    [404] there is no such file
   *[other] the server answered with status { $status }
}
problem-not-fetched-remedy = check the name, and check that the file is published
problem-refused = the server could not be reached, or does not let other sites read this file
problem-refused-remedy = check the address; the publisher must send “Access-Control-Allow-Origin: *”, or you can save the files and open them from your computer
problem-web-page = the address gave a web page instead of data
problem-web-page-remedy = use the address of the file itself, not of a page about it, and check that no sign-in is needed
problem-not-a-table = this site cannot read this as a table, so it was not used
problem-not-a-table-remedy = save it as CSV or XLSX, or open a datapackage.json with its tables
problem-not-among-files = the manifest names this file, but you did not open it
problem-not-among-files-remedy = open it together with the manifest
problem-no-files = these files are on the computer where they were opened, so an address cannot open them
problem-no-files-remedy = open the same files again below; the address keeps your other choices
problem-withdrawn-file = version { $version } was withdrawn, but this file of it is still there
problem-withdrawn-file-remedy = run “outcomes withdraw” again, which removes it
problem-too-many-tables = this table was not read, because the limit is { $limit } tables
problem-too-many-tables-remedy = publish fewer tables in one package
problem-wrong-shape = “{ $property }” does not follow the Data Package standard, so it was ignored
problem-wrong-shape-remedy = write it as datapackage.org describes
problem-aborted = loading was stopped
problem-aborted-remedy = reload the page
problem-too-large = the file has { $bytes } bytes, more than the limit of { $limit }
problem-too-large-remedy = publish the table in slices
problem-quote-not-closed = a quotation mark at line { $line } is not closed at the end of its cell, so the cells after it cannot be split
problem-quote-not-closed-remedy = close it, or write it twice if it is part of the text
problem-too-many-columns = the table has { $found } columns, more than the limit of { $limit }
problem-too-many-columns-remedy = keep only the columns that you need, and open the file again
problem-too-many-rows = the table has { $found } rows, more than the limit of { $limit }
problem-too-many-rows-remedy = keep only the rows that you need, or add them up by group, and open the file again
problem-property-not-followed = “{ $property }” is “{ $found }”, which this site does not support, so the table was not read
problem-property-not-followed-remedy = save the table as UTF-8 with commas, and say so in the manifest
problem-path-outside = “{ $path }” is outside the package, so it was not fetched
problem-path-outside-remedy = put the file in the folder of the manifest, or give its full https:// address
problem-hash-differs = its SHA-256 hash begins with { $found }, but { $expected } was expected
problem-hash-differs-remedy = publish the file again together with the file that lists its hash
problem-bytes-differ = it has { $found } bytes, but { $expected } were expected
problem-bytes-differ-remedy = publish the file again together with its manifest
problem-not-utf8 = byte { $offset } is not valid UTF-8
problem-not-utf8-remedy = save the file as UTF-8
problem-not-json = this is not valid JSON: { $detail }
problem-not-json-remedy = correct this part of the JSON
problem-unreadable-csv = this file cannot be read as CSV: { $detail }
problem-unreadable-csv-remedy = save it as standard CSV (RFC 4180)
problem-other-format = this site cannot read files of the format { $format }
problem-other-format-remedy = open it in the program that made it, and save it as XLSX or CSV
problem-damaged = this file cannot be read as { $format } (error: { $detail })
problem-damaged-remedy = download it again, or open it in the program that made it and save it again
problem-other-compression = this file is compressed with { $name }, which this site cannot read
problem-other-compression-remedy = save it with Snappy, gzip or Zstandard compression, or as CSV
problem-no-cells = no column of this file has one readable value in each row: { $columns }
problem-no-cells-remedy = save a table with numbers, texts or dates in its columns
problem-unpacks-too-large = its { $packed } bytes unpack to more than the limit of { $limit } bytes
problem-unpacks-too-large-remedy = unpack it on your computer and open only the tables that you need
problem-too-many-files = this archive has { $count } files, more than the limit of { $limit }
problem-too-many-files-remedy = unpack it on your computer and open only the tables that you need
problem-nested-archives = this archive has archives inside archives
problem-nested-archives-remedy = unpack it on your computer and open the tables
problem-empty-archive = this archive has no files
problem-empty-archive-remedy = add the tables to it, or open them without an archive
problem-no-sheet = every sheet of this spreadsheet is empty
problem-no-sheet-remedy = check that it is the right file, and save it again
problem-hidden-sheets = every sheet with cells is hidden: { $sheets }
problem-hidden-sheets-remedy = unhide the sheets that you need, and save the file
problem-json-syntax = the JSON is not valid at line { $line }, position { $column }
problem-json-syntax-remedy = correct it there, or save the data as CSV
problem-json-twice = “{ $name }” appears twice in one object, the second time at line { $line }, position { $column }
problem-json-twice-remedy = keep the one that is right
problem-no-records = this JSON has no list of records, and it is not JSON-stat, SDMX-JSON or a Data Package
problem-no-records-remedy = write a list of objects, one for each row, or save the data as CSV
problem-part-unfit = the part “{ $part }” does not follow { $format }, or does not match the other parts
problem-part-unfit-remedy = correct it, or ask the publisher for CSV
problem-not-multiplied = “{ $value }” in line { $line } cannot be multiplied as “{ $multiplier }” says (UNIT_MULT)
problem-not-multiplied-remedy = put the headings on line 1 and plain numbers below them, or save the final values without this column
problem-no-format-module = the part of this site that reads this format did not load
problem-no-format-module-remedy = check your connection and open the file again, or save it as CSV

## The manifest.

problem-missing-property = “{ $property }” is missing
problem-missing-property-remedy = add it
problem-unknown-word = “{ $property }” is “{ $found }”, but the allowed values are { $allowed }
problem-unknown-word-remedy = choose one of these values
problem-unknown-field = “{ $property }” names the field “{ $found }”, which does not exist
problem-unknown-field-remedy = name a field of the table
problem-unknown-resource = “{ $property }” names the resource “{ $found }”, which does not exist
problem-unknown-resource-remedy = name a resource of the package
problem-bad-pattern = the pattern “{ $pattern }” is not valid
problem-bad-pattern-remedy = write a valid regular expression
problem-illustrative-differs = the catalog and the manifest do not agree on whether the numbers are made up
problem-illustrative-differs-remedy = set “illustrative” in both
problem-version-differs = the newest version in the catalog is { $expected }, but this is version { $found }
problem-version-differs-remedy = add the version to the catalog, or publish the newest one here

## The header.

problem-missing-column = the schema lists this column, but the file does not have it
problem-missing-column-near = did you mean “{ $near }”, which the file has?
problem-missing-column-remedy = add it to the file
problem-extra-column = the file has this column, but the schema does not, so it was not used
problem-extra-column-remedy = describe it in the schema, or remove it
problem-duplicate-column = two columns in the header have this name
problem-duplicate-column-remedy = give each column a different name
problem-period-unclear = “{ $found }” can be read in { $count } ways, { $readings }, so the column was not used
problem-period-unclear-remedy = choose how to read the column, or add one of these to the address: { $parts }

## A row.

problem-cell-count = the row has { $found ->
    [one] { $found } cell
   *[other] { $found } cells
}, but the header has { $expected }
problem-cell-missing-remedy = add the missing cells
problem-cell-extra-remedy = put quotation marks around a text that contains the delimiter
problem-rows-differ = this slice has { $found ->
    [one] { $found } row
   *[other] { $found } rows
}, but the full table has { $expected } for this slice
problem-rows-differ-remedy = make the slice again from the full table
problem-blank-row = the row is empty
problem-blank-row-remedy = remove it
problem-duplicate-key = the key “{ $key }” is already in row { $first }
problem-duplicate-key-remedy = give each row a different key
problem-foreign-key = “{ $found }” is not in the table “{ $resource }”
problem-foreign-key-remedy = add it there, or correct it here

## A cell.

problem-not-of-type = “{ $found }” is not { $expected ->
    [integer] a whole number
    [number] a number
    [boolean] true or false
    [date] a date such as 2025-03-31
    [datetime] a date and time such as 2025-03-31T09:00:00Z
    [time] a time such as 09:00:00
    [year] a year such as 2025
    [yearmonth] a month such as 2025-03
    [object] a JSON object
    [array] a JSON array
   *[other] of type “{ $expected }”
}
problem-not-of-type-remedy = correct it, or list it as a missing value
problem-required = a value is missing
problem-required-remedy = enter a value: every row needs one here
problem-not-unique = “{ $found }” is already in row { $first }
problem-not-unique-remedy = use each value only once
problem-not-in-enum = “{ $found }” is not one of { $allowed }
problem-not-in-enum-remedy = correct it, or add it to the list in the schema
problem-below-minimum = { $found } is less than the minimum, { $minimum }
problem-not-above = { $found } is too low: values must be more than { $limit }
problem-not-below = { $found } is too high: values must be less than { $limit }
problem-above-maximum = { $found } is more than the maximum, { $maximum }
problem-pattern-mismatch = “{ $found }” does not match the pattern { $pattern }
problem-too-short = “{ $found }” is shorter than { $minimum ->
    [one] { $minimum } character
   *[other] { $minimum } characters
}
problem-too-long = “{ $found }” is longer than { $maximum ->
    [one] { $maximum } character
   *[other] { $maximum } characters
}
problem-constraint-remedy = correct it, or change the constraint in the schema

## Published figures.

problem-unit-differs = the unit is “{ $found }”, but the measure’s unit is “{ $expected }”
problem-unit-differs-remedy = use a separate measure for each unit
problem-qualifier-without-value = { $qualifier ->
    [range] “range” needs a low and a high end
   *[other] “{ $qualifier }” needs a value
}
problem-qualifier-without-value-remedy = enter what the source says
problem-ends-reversed = the low end, { $low }, is higher than the high end, { $high }
problem-ends-reversed-remedy = switch them
problem-part-of-circle = “{ $found }” is, directly or indirectly, part of itself
problem-part-of-circle-remedy = name the figure that it is part of
problem-claim-differs = row { $first } has the claim “{ $claim }” with a different “{ $column }”
problem-claim-differs-remedy = use one claim name only for rows that repeat the same claim

## A cell of an imported table. The cell has no number; its row stays.

cell-not-number = “{ $cell }” is not a number
cell-not-number-remedy = correct the cell; until then its row is shown without this value
cell-grouping = “{ $cell }” has groups of digits or a decimal mark that do not match the other cells of this column
cell-grouping-remedy = write the number like the other numbers in the column
cell-letter = the “{ $letter }” after the number in “{ $cell }” may be a multiplier, such as million, or a footnote mark
cell-letter-remedy = write the number in full, or add a currency sign or an explanation of the marks. You can also choose how to read this column on this page
cell-mark = the file does not explain the “{ $mark }” after the number in “{ $cell }”
cell-mark-remedy = add a line below the table that explains it, or choose “footnote marks” for this column under “How the columns are read”
cell-signs = “{ $cell }” has two signs that cannot be used together
cell-range = “{ $cell }” is a range, not one number
cell-range-remedy = put its two ends in separate columns
cell-too-long = “{ $cell }” has more than 15 digits, so it cannot be stored exactly
cell-too-long-remedy = if it is an identifier, choose “Groups” for this column under “How the columns are read”
cell-too-small = “{ $cell }” is too small to store with six decimals
cell-too-small-remedy = use a smaller unit
cell-percent = “{ $cell }” has no percent sign, but other cells of this column have one, so it may be a percentage or a fraction
cell-percent-remedy = add the sign, or choose what numbers without a percent sign mean under “How the columns are read”
