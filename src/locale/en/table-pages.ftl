### A table too long for one page.

table-page = Rows { $from } to { $to } of { $of }
table-pages-back = Previous rows
table-pages-on = Next rows
table-pages-go = Go to row
