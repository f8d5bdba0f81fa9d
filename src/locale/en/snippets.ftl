### Lines of code that read a table in other programs.
snippet-title = Use in Excel, Python, R or Stata
snippet-note = These lines read the file of this version, which never changes. Codes are read as text, so leading zeros are kept. Columns with markers for missing values stay text too in Excel.
snippet-address = Address of the CSV file
snippet-hash = SHA-256 of the file
snippet-excel = Excel (Power Query, Advanced Editor)
snippet-python = Python (pandas)
snippet-r = R (readr)
snippet-stata = Stata
snippet-copy = Copy
snippet-copy-name = Copy the lines for { $program }: { $table }
snippet-copied = Copied.
snippet-failed = Your browser did not allow copying. Select the lines and copy them.
