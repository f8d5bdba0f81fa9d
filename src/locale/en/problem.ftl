### What is wrong with published data: where, what was found, what was expected, how to mend it.

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
problem-not-fetched-remedy = check the name, and whether the file was published
problem-refused = the server could not be reached, or does not let other sites read this file
problem-refused-remedy = check the address; its publisher must send “Access-Control-Allow-Origin: *”, or save the files and open them from your machine
problem-web-page = a web page came in place of data
problem-web-page-remedy = check that the address leads to the file itself, not to a page about it, and that no sign-in is needed
problem-not-a-table = this is not a table that is read here, and was left out
problem-not-a-table-remedy = save it as CSV or XLSX, or open a datapackage.json with its tables
problem-not-among-files = the manifest names this file, and it is not among those you opened
problem-not-among-files-remedy = choose it together with the manifest
problem-no-files = the address refers to files on another computer, which cannot be opened from it
problem-no-files-remedy = open the same files again below; the other choices in the address are kept
problem-too-many-tables = it was left out, since no more than { $limit } tables are read
problem-too-many-tables-remedy = publish fewer tables in one package
problem-wrong-shape = “{ $property }” is not of the shape that Data Package gives it, and was left out
problem-wrong-shape-remedy = write it as datapackage.org describes it
problem-aborted = loading was stopped
problem-aborted-remedy = load the page again
problem-too-large = the file has { $bytes } bytes, more than the { $limit } that are read
problem-too-large-remedy = publish the table in slices
problem-quote-not-closed = a quotation mark at line { $line } is not closed where its cell ends, so the cells after it cannot be told apart
problem-quote-not-closed-remedy = close it, or write it twice where it is part of the text
problem-too-many-columns = the table has { $found } columns, more than the { $limit } that are read
problem-too-many-columns-remedy = keep the columns that you need, and open the file again
problem-property-not-followed = “{ $property }” is “{ $found }”, which this site does not read, so the table was left out
problem-property-not-followed-remedy = save the table as UTF-8 with commas, and say so in the manifest
problem-path-outside = “{ $path }” leads out of the package and was not fetched
problem-path-outside-remedy = put the file in the folder of the manifest, or give its whole https:// address
problem-hash-differs = its SHA-256 begins with { $found }, but { $expected } was expected
problem-hash-differs-remedy = publish the file again together with the file that names its hash
problem-bytes-differ = it has { $found } bytes, but { $expected } were expected
problem-bytes-differ-remedy = publish the file again together with its manifest
problem-not-utf8 = byte { $offset } is not UTF-8
problem-not-utf8-remedy = save the file as UTF-8
problem-not-json = this is not valid JSON: { $detail }
problem-not-json-remedy = correct the JSON there
problem-unreadable-csv = this cannot be read as CSV: { $detail }
problem-unreadable-csv-remedy = save it as CSV according to RFC 4180
problem-other-format = this is a file of the format { $format }, which is not read here
problem-other-format-remedy = open it in the program that made it and save it as XLSX or CSV
problem-damaged = this cannot be read as { $format }: { $detail }
problem-damaged-remedy = download it again, or open it in the program that made it and save it anew
problem-unpacks-too-large = its { $packed } bytes unpack to more than the { $limit } that are read
problem-unpacks-too-large-remedy = unpack it on your machine and open only the tables you need
problem-too-many-files = this archive has { $count } files, more than the { $limit } that are read
problem-too-many-files-remedy = unpack it on your machine and open only the tables you need
problem-nested-archives = this archive has archives inside archives
problem-nested-archives-remedy = unpack it on your machine and open the tables
problem-empty-archive = this archive has no files
problem-empty-archive-remedy = put the tables into it, or open them by themselves
problem-no-sheet = no sheet of this spreadsheet has cells
problem-no-sheet-remedy = check that it is the right file, and save it again
problem-hidden-sheets = every sheet with cells is hidden: { $sheets }
problem-hidden-sheets-remedy = unhide the sheets to read, and save the file
problem-json-syntax = this is not JSON from line { $line }, position { $column } on
problem-json-syntax-remedy = correct it there, or save the data as CSV
problem-json-twice = “{ $name }” appears twice in one object, the second time at line { $line }, position { $column }
problem-json-twice-remedy = keep the right one of the two
problem-no-records = this JSON has no list of records, and is no JSON-stat, SDMX-JSON or Data Package
problem-no-records-remedy = write a list of objects, one for each row, or save the data as CSV
problem-part-unfit = the part “{ $part }” is not what { $format } asks for, or does not fit the other parts
problem-part-unfit-remedy = correct it, or ask the publisher for CSV
problem-not-multiplied = “{ $value }” in line { $line } cannot be multiplied as “{ $multiplier }” asks (UNIT_MULT)
problem-not-multiplied-remedy = put the headings on line 1 and plain numbers below them, or save the values as they are meant, without this column
problem-no-format-module = what reads this format could not be fetched
problem-no-format-module-remedy = check the connection and open the file again, or save it as CSV

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
problem-bad-pattern-remedy = write it as a regular expression
problem-illustrative-differs = the catalog and the manifest disagree on whether the numbers are made up
problem-illustrative-differs-remedy = set “illustrative” in both
problem-version-differs = version { $found } is not the newest in the catalog, { $expected }
problem-version-differs-remedy = add the version to the catalog, or publish the newest one here

## The header.

problem-missing-column = the schema has this column, but the file does not
problem-missing-column-near = did you mean “{ $near }”, which the file has?
problem-missing-column-remedy = add it to the file
problem-extra-column = the file has this column, but the schema does not; it is not used
problem-extra-column-remedy = describe it in the schema, or remove it
problem-duplicate-column = the header has this name twice
problem-duplicate-column-remedy = give each column a different name
problem-period-unclear = “{ $found }” can be read in { $count } ways, { $readings }, so the column is not used
problem-period-unclear-remedy = choose how the column is read, or add one of these to the address: { $parts }

## A row.

problem-cell-count = the row has { $found ->
    [one] { $found } cell
   *[other] { $found } cells
}, the header { $expected }
problem-cell-missing-remedy = add the missing cells
problem-cell-extra-remedy = put quotation marks around a text that contains the delimiter
problem-rows-differ = this slice has { $found ->
    [one] { $found } row
   *[other] { $found } rows
}, but the whole table has { $expected } of them
problem-rows-differ-remedy = make the slice again from the whole table
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
problem-required-remedy = every row needs a value here
problem-not-unique = “{ $found }” is already in row { $first }
problem-not-unique-remedy = each value can appear only once
problem-not-in-enum = “{ $found }” is not one of { $allowed }
problem-not-in-enum-remedy = correct it, or add it to the list in the schema
problem-below-minimum = { $found } is less than the minimum, { $minimum }
problem-not-above = { $found } is not more than { $limit }, as every value here must be
problem-not-below = { $found } is not less than { $limit }, as every value here must be
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
problem-part-of-circle-remedy = name the whole that it is part of
problem-claim-differs = the claim “{ $claim }” is in row { $first } with a different “{ $column }”
problem-claim-differs-remedy = use one claim name only for rows that repeat the same claim

## A cell of an imported table. The cell has no number; its row stays.

cell-not-number = “{ $cell }” is not a number
cell-not-number-remedy = correct the cell; until then its row is shown without this value
cell-grouping = “{ $cell }” has groups of digits or a decimal mark that do not fit the other cells of this column
cell-grouping-remedy = write the number as the other cells of the column are written
cell-letter = the “{ $letter }” after the number in “{ $cell }” may mean a magnitude or a footnote
cell-letter-remedy = write the whole number, or add a sign of money or a key to the marks. You can also choose how this column is read on the page
cell-mark = the “{ $mark }” after the number in “{ $cell }” is explained nowhere in the file
cell-mark-remedy = add a line below the table that explains it, or choose “footnote marks” for this column under “How the columns are read”
cell-signs = “{ $cell }” has two signs that do not go together
cell-range = “{ $cell }” is a range, not one number
cell-range-remedy = put its two ends in columns of their own
cell-too-long = “{ $cell }” has more than 15 digits, which cannot be kept exactly
cell-too-long-remedy = if it is an identifier, choose “Groups” for this column under “How the columns are read”
cell-too-small = “{ $cell }” is too small to keep with six decimals
cell-too-small-remedy = write it in a smaller unit
cell-percent = “{ $cell }” has no percent sign, and other cells of this column have one, so it may be percent or a fraction
cell-percent-remedy = add the sign, or choose what numbers without a sign mean under “How the columns are read”
