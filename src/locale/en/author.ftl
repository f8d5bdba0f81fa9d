### What the author of a report says over a chart, always told from what the data say.

author-title = Title by the report’s author. The data say: { $title }
author-note = Note by the report’s author: { $note }
author-remark = { $number } { $label }: { $remark } (the report’s author)
notice-too-many-remarks = A chart has at most { $most } remarks. The others were left out.
notice-unknown-remark = No row “{ $row }” is shown here, so the remark at it was left out. Use the key of a row, as the downloaded CSV has it.
