### The frame of every page: title, navigation, controls.
site-title = Good Jobs Challenge outcomes
site-name = Good Jobs Challenge
document-title = { $page } · Good Jobs Challenge outcomes
skip-to-content = Skip to the content
nav-label = Main pages
nav-overview = Dashboard
nav-menu = Menu
nav-more = More
nav-trail = Pages above this one
nav-explore = Explore
nav-record = The record
nav-data = Data
theme-switch = Change colors: light, dark or as your system
theme-dark = Dark colors
theme-light = Light colors
theme-system = Colors as your system
official-banner = An official website of the United States government.
footer-official = This site shows the published outcomes of the Good Jobs Challenge of the U.S. Economic Development Administration.
footer-not-official = This site is not run by the U.S. government. It shows what has been published about the Good Jobs Challenge of the U.S. Economic Development Administration, each number with its source.
footer-honesty = Zero, missing, withheld, not yet reported and “more than” are five different things here. Nothing is estimated to fill a gap.
footer-data = Download all data
footer-licences = Licenses of fonts, maps and libraries

## Figures and tables.
illustrative-banner = Illustrative data: these numbers are made up to show what a full report would look like. They are not outcomes.
figure-show-table = Show these numbers as a table
figure-show-all = Show all { $count } rows
figure-show-fewer = Show fewer rows
figure-explore = Explore this further
figure-alone = This chart alone, to cite or embed
table-value-unit = { $measure } ({ $unit })
table-total = Total
table-error = Relative standard error
table-kind = Kind
table-date = Date
table-records = Records

## Pages that are not there.
missing-title = There is no page at this address
missing-text = The address may have a slip in it, or the page may have moved.
missing-find = What are you looking for?
missing-to-overview = Go to the dashboard
missing-to-explore = Explore the data
missing-description = Published outcomes of the Good Jobs Challenge.
failed-title = The data of this page could not be loaded
failed-text = Nothing is shown rather than something wrong. Try again in a moment.

## When the app does not start.
start-stale = This page is of an earlier version of the site. What it shows may be out of date.
start-failed = This page could not start. What it shows may be incomplete.
start-again = Load it again
