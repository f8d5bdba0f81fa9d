### How a grantee or another program brings data to this site.
publish-data-title = Publish your data
publish-data-description = How a grantee or another program publishes numbers on this site: templates, privacy, checks, review and contact
publish-data-lede = Grantees and other programs can publish their results on this site. Each number is shown with its source and date.

publish-data-ways = Two ways
publish-data-ways-figure = A published figure
publish-data-ways-figure-text = Did you publish a number in a report, a press release or the news? Send us the link. We add the number with its exact words, source and date.
publish-data-ways-table = A table of results
publish-data-ways-table-text = Do you have counts by place and quarter? Fill in the template. Your data get their own page, dashboard and downloads.

publish-data-figure = For a published figure
publish-data-figure-link = The link to the page or document, and the page number.
publish-data-figure-quote = The sentence with the number, word for word.
publish-data-figure-kind = What it is: a result, a goal, a forecast or a promise.
publish-data-figure-scope = What it covers: the whole grant or one part of it, and which period.
publish-data-figure-date = The day of the publication.

publish-data-template = The template for a table
publish-data-template-text = Save these files in one folder. A spreadsheet program opens the two tables (CSV). They hold no numbers: you fill them in.
publish-data-template-results = Results (CSV)
publish-data-template-results-text = One row for each organization, state and quarter.
publish-data-template-organizations = Organizations (CSV)
publish-data-template-organizations-text = A short code and the name of each organization.
publish-data-template-manifest = Description of the data (JSON)
publish-data-template-manifest-text = Title, source and license, and what each column means. Replace each text that begins with REPLACE.

publish-data-columns = The columns
publish-data-column-organization = The code of the organization: small letters, digits and hyphens
publish-data-column-state = The postal code of the state or territory where people trained, such as MO
publish-data-column-quarter = The calendar quarter: the year, -Q, and 1 to 4
publish-data-column-enrolled = People who began training in the quarter
publish-data-column-completed = People who completed training in the quarter
publish-data-column-placed = Of those who completed training in the quarter, people placed in a job by the date of your report
publish-data-columns-more = You can add columns, such as industry or program. The description of the data must then list them.

publish-data-cells = What goes in a cell
publish-data-cells-number = A whole number of people: 1250. A zero means that you counted and found none.
publish-data-cells-empty = Nothing, if the number was not reported. Never write 0 for it.
publish-data-cells-small = The letter s for 1 to 9 people, to protect their privacy.
publish-data-cells-further = The letter c for a larger number that you suppress, so that no one can compute a small one from the totals.

publish-data-privacy = Protect people
publish-data-privacy-totals = Send counts only. Never send names, dates of birth or rows about one person.
publish-data-privacy-small = Suppress each count from 1 to 9.
publish-data-privacy-margins = Check that no suppressed count can be computed: total minus the other rows.
publish-data-privacy-rules = Your grant, state law or school may ask for a higher limit than 10. Use the stricter rule.

publish-data-check = Check your files
publish-data-check-explore = Open the table of results on Explore. It stays on your computer. You see your numbers as charts, and which cells could not be read as numbers.
publish-data-check-explore-link = Open a file on Explore
publish-data-check-tool = The command-line tool checks more: codes, keys, sizes and each cell. First “{ $release }” enters the size and hash of each file, then “{ $check }” lists each problem with its file, row and column.

publish-data-review = How we review it
publish-data-review-check = Our tool checks every file and every cell. A file with a problem is not published.
publish-data-review-read = An editor compares the numbers with your source, and asks you where they differ.
publish-data-review-small = We look for small counts that are not suppressed.
publish-data-review-release = The data are published as a version that never changes. A correction is a new version, and the site lists what changed.
publish-data-review-license = The license must allow everyone to use the data. The template says CC0 1.0, which puts them in the public domain.

publish-data-send = Send it
publish-data-send-text = Send the link or the files, and the name of the person who answers questions:
publish-data-send-link = Send data
