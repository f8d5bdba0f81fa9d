### Recipes for charts on other sites and in documents. Names of menus and buttons are those of each product.
use-title = Use these charts
use-description = Put a chart of this site into WordPress, SharePoint, Word and seven other places: what each keeps, step by step
use-lede = Put a chart on your page, in a report or on a slide. No cookies, no tracking.
use-license = Charts of our data are in the public domain (CC0 1.0). You do not need to ask. Please keep the source line.

use-start = Three steps
use-start-share = Find your chart on this site. Press “{ $button }” below it.
use-start-choose = Choose the colors, the title and the version of the data. The preview shows the result.
use-start-copy = Copy the snippet that your site keeps. The recipes on this page say which one that is.
use-start-file = For a document or a slide, press “{ $button }” instead.

use-snippets = The snippets
use-snippet-link = The address of the chart on its own page.
use-snippet-frame = A frame of fixed height. It needs no script on your page.
use-snippet-resizing = The same frame with one line of script, which sets its height to that of the chart.
use-snippet-element = A picture that the script replaces with the chart. Where the script does not run, the picture stays.
use-snippet-picture = A picture that links to the chart. Only published views have it. It shows the newest data.

use-take = What to use
use-steps = Steps
use-removed = If it does not work
use-more-help = Help page

use-wordpress = WordPress
use-wordpress-one = Open the page in the block editor. Add a “Custom HTML” block.
use-wordpress-two = Paste the snippet into the block. Press “Preview” to see the chart.
use-wordpress-three = Save the page and look at it as a visitor.
use-wordpress-roles = WordPress keeps frames and scripts from administrators and editors only. In a network of sites, it keeps them from super admins only.
use-wordpress-oembed = If yours are removed, paste the link of a published view on a separate line. WordPress makes a frame from it by oEmbed. This frame has a fixed height, and links in it do not open.
use-wordpress-plans = WordPress.com removes frames on some plans. Use “{ $picture }” there.

use-drupal = Drupal
use-drupal-one = Edit the page. Choose the text format “Full HTML” below the text field.
use-drupal-two = Press “Source” in the editor and paste the snippet.
use-drupal-three = Save the page and look at the chart.
use-drupal-formats = As installed, Drupal lets only administrators use “Full HTML”. “Basic HTML” removes frames, and it blocks pictures from other sites.
use-drupal-picture = If you cannot use “Full HTML”, download the chart as a PNG file. Add it as an image and link it to the chart.

use-sharepoint = SharePoint
use-sharepoint-one = Edit the page. Press the plus sign and add the “Embed” web part.
use-sharepoint-two = Paste the snippet into the box for the address or embed code.
use-sharepoint-three = Publish the page.
use-sharepoint-frames = The web part takes frames, not scripts.
use-sharepoint-host = If SharePoint says that this site is not allowed, ask an owner of your SharePoint site. The owner can add the host of this site under “HTML Field Security” in the site settings.
use-sharepoint-picture = Otherwise, add the chart as a PNG file with the “Image” web part, and link it to the chart.

use-squarespace = Squarespace
use-squarespace-one = Edit the page. Add a block and choose “Code”.
use-squarespace-two = Remove the sample text in the block and paste the snippet.
use-squarespace-three = Save, and look at the page as a visitor. While you edit, scripts may be off.
use-squarespace-plans = Some plans do not allow scripts or frames in a code block. In that case, add an image block with the chart as a PNG file, and link it to the chart.

use-google-sites = Google Sites
use-google-sites-one = Choose “Insert”, then “Embed”.
use-google-sites-two = Paste the link under “By URL”. If Google Sites offers a choice, show the whole page.
use-google-sites-three = Insert it. Drag the edges of the box until the whole chart shows.
use-google-sites-height = You set the height of the box, so the script of “{ $resizing }” has no effect.
use-google-sites-code = Under “Embed code” you can paste “{ $frame }” instead of the link.
use-google-sites-picture = If neither shows the chart, add it as a PNG file and link it.

use-word = Word
use-word-one = Press “{ $button }” below the chart. Under “{ $copy }”, press “{ $word }”.
use-word-two = Paste it into your document. You get the picture, a caption, the table and the source.
use-word-three = Right-click the picture and choose “View Alt Text”. If the text is missing, copy it with “{ $alt }” and paste it there.
use-word-frames = Word shows no frames.
use-word-copying = If your browser does not allow copying, download “{ $docx }” and copy the chart from there.
use-word-version = A chart in a document does not change. Its link names the version of the data.

use-powerpoint = PowerPoint
use-powerpoint-one = Press “{ $button }” below the chart. Download “{ $svg }”, which stays sharp at any size, or “{ $png }”.
use-powerpoint-two = In PowerPoint, choose “Insert”, “Pictures” and “This Device”.
use-powerpoint-three = Copy the description with “{ $alt }”. Right-click the picture, choose “View Alt Text” and paste it.
use-powerpoint-four = Add the source with “{ $cite }”.
use-powerpoint-frames = PowerPoint shows no frames.
use-powerpoint-svg = Older versions cannot show SVG. Use “{ $png }” there.

use-google-docs = Google Docs
use-google-docs-one = Press “{ $button }” below the chart. Download “{ $png }”.
use-google-docs-two = In Google Docs, choose “Insert”, “Image” and “Upload from computer”.
use-google-docs-three = Copy the description with “{ $alt }”. Right-click the picture, choose “Alt text” and paste it.
use-google-docs-four = Add the source with “{ $cite }”.
use-google-docs-frames = Google Docs shows no frames. Use the PNG file and a link to the chart.

use-html = Your own HTML page
use-html-one = Paste the snippet where the chart belongs.
use-html-two = If your site sends a Content-Security-Policy, add the host of this site to “frame-src”. For the script, add it to “script-src” as well.
use-html-three = Look at the page on a phone and on a wide screen.
use-html-all = All snippets work on such a page. “{ $element }” shows a picture until the chart has loaded.

use-disk = A page opened from disk
use-disk-one = Paste the snippet into the HTML file and open the file in a browser.
use-disk-two = With a connection you see the chart. Until its frame has loaded, you see the picture.
use-disk-three = For use without a connection, download a PNG file. Keep it in the same folder as the page.
use-disk-offline = The snippet loads its picture and its script from this site. Without a connection it shows only the text for the picture.

use-fallback = If scripts or frames are removed
use-fallback-script = Is the script removed? Use “{ $frame }”. Its height does not follow the chart, so set the number after “height” yourself.
use-fallback-frame = Is the frame removed? Use “{ $picture }”.
use-fallback-picture = Are pictures from other sites removed? Download a PNG file, upload it and link it to the chart.
use-fallback-link = A plain link to the chart works in every program.

use-sandbox = What a frame may do
use-sandbox-lede = Each snippet puts the frame into a sandbox. It lists all that the chart may do on your page:
use-sandbox-scripts = The chart may run its own script: for the keyboard, touch and the box with values.
use-sandbox-popups = Links in the chart may open in a new tab.
use-sandbox-escape = Pages that open in this way have no such limits.
use-sandbox-not = Nothing else is allowed. The chart cannot read your page, send forms, start downloads or move your reader to another page.

use-flags = Options in the address
use-flags-lede = Add these to the address of an embed. The first follows a question mark, the others follow “&”.
use-flag-theme = Colors: light, dark, print, contrast, or those of the reader’s device (auto)
use-flag-plain = Hides the title and the summary. The source and the notes on missing data stay.
use-flag-transparent = Shows the background of your page behind the chart
use-flag-static = Hides the links below the chart and keeps the chart a still picture
use-flag-at = Fixes the version of the data

use-version = A fixed version of the data
use-version-text = Without a version, a chart shows the newest data. To keep the numbers as they are today, choose “Fixed to version …” under “{ $data }”. The chart says which version it shows. It names a newer one when there is one. The numbers never change.

use-oembed = oEmbed
use-oembed-text = The page of each published view names its oEmbed 1.0 file. A program that reads oEmbed, such as WordPress, needs only the link to show the chart.

use-scripts = The two scripts
use-scripts-host = Sets the height of each frame that has the attribute “data-good-jobs”. It reads only the messages of these frames.
use-scripts-element = Makes the element “good-jobs-chart”.
use-scripts-note = One copy on a page is enough. Neither script sets a cookie, stores anything or reads the text of your page.

use-privacy = Privacy
use-privacy-text = No cookies, no tracking. An embed stores nothing in the browser of your reader. It reports nothing about your reader. Like any web page, it is loaded from its host, which sees that request.

use-checked = How we checked this page
use-checked-date = The day of this check: { $date }. Menus may have changed since.
use-checked-source = For Drupal, we read the text formats that it installs. For WordPress, we read a test in its source code.
use-checked-other = For the others, we read what is public about them.
use-checked-not = We have not tried the steps with an account of each product.
use-checked-wrong = If a step is wrong, tell us which one:
use-checked-link = Report a step that does not work
