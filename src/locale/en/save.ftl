### Files of a chart, made in the reader’s browser.

save-button = Download
save-not-there = What makes files could not be fetched. Check the connection, load this page again and try once more; the table of this chart has the same numbers.
save-title = Download this chart
save-note = Files are made in this browser and sent nowhere. Each carries the title, the notes, the source and, where there is one, an address that shows the same numbers again.
save-preview = How the picture will look
save-preview-none = The preview is being made…

save-look = How pictures look
save-width = Width
save-unit = Unit of the width
save-inches = inches
save-centimetres = cm
save-pixels = pixels
save-theme = Colors
save-light = Light
save-dark = Dark
save-print = Greys for print
save-live = Words in the SVG stay text that can be edited (Arial)
save-width-wrong = That is no width a picture can have. Write a number from 3 to 25 inches, from 7.5 to 63 cm, or from 280 to 2400 pixels.

save-picture = Picture
save-png-web = PNG for the web
save-png-twice = PNG, twice as sharp
save-png-print = PNG for print, 300 dpi
save-svg = SVG
save-pdf = PDF
save-numbers = Numbers
save-csv = CSV
save-xlsx = Excel
save-json = JSON
save-report = For a report
save-docx = Word document
save-pack = Everything, as a zip file
save-copy = Copy
save-copy-word = For Word
save-copy-picture = Picture
save-copy-link = Link
save-copy-alt = Alternative text
save-cite = Copy a citation
save-copied-text = What was copied

save-starting = What makes files is being fetched…
save-ready = Ready.
save-making = { $what } is being made…
save-saved = Made and saved: { $name }
save-copied = Copied: { $what }
save-no-link = These numbers come from files on this device. No address leads to them.
save-too-large = The picture is too large for this browser. Choose a smaller width, SVG or PDF.
save-copy-refused = The browser did not allow copying. Mark the text below and copy it, or download a file instead.
save-copy-picture-refused = The browser did not allow copying a picture. Download the PNG or the Word document instead.
save-offline = What makes files could not be fetched. Check the connection and press the button again; the chart and its table stay as they are.
save-failed = { $what } could not be made. Try another format, or load the page again; the chart and its table stay as they are.
save-close = Close

## The name of the file that holds the charts of a report.
save-report-name = report_{ $count }-charts_{ $day }.zip
