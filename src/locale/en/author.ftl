### Titles, notes and annotations by the author of a page or report, marked as theirs.

author-title = Title added by the author. Original title: { $title }
author-note = Note added by the author: { $note }
author-remark = { $number } { $label }: { $remark } (added by the author)
notice-too-many-remarks = A chart can have at most { $most } annotations. The others were left out.
notice-unknown-remark = There is no row “{ $row }” here, so its annotation was left out. Use a row key from the downloaded CSV.
