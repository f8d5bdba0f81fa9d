### Files of a chart, made in the reader’s browser.

save-button = Download
save-not-there = The download tools did not load. Check your connection, reload this page and try again. The table of this chart has the same numbers.
save-title = Download this chart
save-note = Files are made in your browser and are not sent anywhere. Each includes the title, notes and source, and a link to the same numbers where there is one.
save-preview = Preview of the picture
save-preview-none = Making the preview…

save-look = Picture options
save-width = Width
save-unit = Width unit
save-inches = inches
save-centimetres = cm
save-pixels = pixels
save-theme = Colors
save-light = Light
save-dark = Dark
save-print = Grayscale (print)
save-live = Keep text in the SVG editable (Arial)
save-width-wrong = This width is not valid. Enter 3 to 25 inches, 7.5 to 63 cm, or 280 to 2400 pixels.

save-picture = Picture
save-png-web = PNG for the web
save-png-twice = PNG, 2x
save-png-print = PNG for print, 300 dpi
save-svg = SVG
save-pdf = PDF
save-numbers = Data
save-csv = CSV
save-xlsx = Excel
save-json = JSON
save-report = Documents
save-docx = Word document
save-pack = All formats (zip)
save-copy = Copy
save-copy-word = Chart and text (for Word)
save-copy-picture = Picture (PNG)
save-copy-link = Link to this chart
save-copy-alt = Alt text
save-cite = Copy a citation
save-copied-text = Copied text

save-starting = Loading the download tools…
save-ready = Ready.
save-making = Making { $what }…
save-saved = Downloaded: { $name }
save-copied = Copied: { $what }
save-no-link = These numbers come from files on this device, so there is no link to them.
save-too-large = The picture is too large for this browser. Choose a smaller width, SVG or PDF.
save-copy-refused = Your browser did not allow copying. Select and copy the text below, or download a file instead.
save-copy-picture-refused = Your browser did not allow copying a picture. Download the PNG or the Word document instead.
save-offline = The download tools did not load. Check your connection and try again. The chart and its table do not change.
save-failed = { $what } could not be made. Try another format, or reload the page. The chart and its table do not change.
save-close = Close

## The name of the file that holds the charts of a report.
save-report-name = report_charts-{ $count }_{ $day }.zip
