### What the three guides share: charts on other sites, stories and data of grantees.
guide-contents = On this page

contact-none = This site has no contact address yet. Until it has one, please write to the organization that runs the site: { $publisher }.
