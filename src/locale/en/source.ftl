### Where a number comes from.

source-agency-label = Federal agency
source-agency-text = Published by the federal agency that runs the program.
source-grantee-label = Grantee
source-grantee-text = Published by an organization that received a grant.
source-funder-label = Other funder
source-funder-text = Published by another organization that provided funds.
source-press-label = News report
source-press-text = Reported by a newspaper, broadcaster or news site.
source-repost-label = Repost
source-repost-text = A copy of something first published elsewhere.
