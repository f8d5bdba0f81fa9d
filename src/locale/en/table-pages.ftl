### A table too long for one page.

table-page = Rows { $from } to { $to } of { $of }
table-pages-back = Rows before
table-pages-on = Rows after
table-pages-go = Go to row
