### The frame of every page: title, navigation, controls.
site-title = Good Jobs Challenge Outcomes
site-name = Good Jobs Challenge
site-name-more = Outcomes
document-title = { $page } · Good Jobs Challenge Outcomes
skip-to-content = Skip to main content
nav-label = Main pages
nav-overview = Dashboard
nav-menu = Menu
nav-more = More
nav-trail = Breadcrumb
nav-explore = Explore
nav-record = Results by grant
nav-data = Data
theme-switch = Color theme: light, dark or system
theme-dark = Dark colors
theme-light = Light colors
theme-system = Colors from your system
official-banner = An official website of the United States government.
footer-official = This site shows the published outcomes of the Good Jobs Challenge of the U.S. Economic Development Administration.
footer-not-official = This site is not run by the U.S. government. It shows what has been published about the Good Jobs Challenge of the U.S. Economic Development Administration, and links every number to its source.
footer-honesty = Zero, missing, suppressed, not yet reported and “more than” each have their own meaning here. We never fill gaps with estimates.
footer-data = Download all data
footer-licences = Licenses of fonts, maps and libraries

## Figures and tables.
illustrative-banner = Illustrative data: these numbers are made up to show what a full report would look like. They are not outcomes.
figure-show-table = Show as table
figure-show-all = Show all { $count } rows
figure-show-fewer = Show fewer rows
figure-explore = Open in Explore
figure-alone = Open chart page
table-value-unit = { $measure } ({ $unit })
table-total = Total
table-error = Relative standard error
table-kind = Type
table-date = Date
table-records = Records

## Pages that are not there.
missing-title = Page not found
missing-text = Check the address for typos. The page may also have moved.
missing-find = Search this site
missing-to-overview = Go to the dashboard
missing-to-explore = Explore the data
missing-description = Published outcomes of the Good Jobs Challenge.
failed-title = This page’s data did not load
failed-text = Check your connection and try again.

## When the app does not start.
start-stale = This page is from an earlier version of the site and may be out of date.
start-failed = This page did not load completely. What it shows may be incomplete.
start-again = Reload
