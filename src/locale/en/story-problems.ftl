### Problems in a story: what was found, and the remedy.

problem-place-spot = { $file }, line { $line }, character { $character }

story-no-front = the file has no front matter between two lines “---”
story-no-front-remedy = begin the file with “---”, lines “key: value” and “---”
story-front-line = “{ $found }” is not a “key: value” line
story-front-line-remedy = on each line, write one key, a colon and its value
story-unknown-key = the front matter has no key “{ $found }”
story-unknown-key-remedy = remove it, or use a key listed in docs/stories.md
story-repeated-key = “{ $key }” appears twice
story-repeated-key-remedy = keep one
story-missing-key = the front matter has no “{ $key }”
story-missing-key-remedy = add it
story-bad-value = “{ $key }” cannot be “{ $found }”
story-bad-value-remedy = { $expected ->
    [date] write a date such as 2026-11-25
    [language] write a language code such as en or es
    [length] shorten it: previews show this text
    [picture] write the file name of a picture of the package
   *[plain] use lowercase letters, digits and hyphens
}
story-unknown-grantee = the package has no grantee with the identifier “{ $found }”
story-unknown-grantee-remedy = copy it from the address of the grantee’s page

story-markup = “{ $found }” is HTML, so it is shown as text
story-markup-remedy = write it in Markdown
story-link = a story cannot link to “{ $found }”
story-link-remedy = begin the address with “https://”, “mailto:”, or “/” for a page of this site
story-too-deep = more than { $limit } levels are nested here, so the deeper levels are not shown
story-too-deep-remedy = write it as plain paragraphs
story-picture-in-text = a picture in the text has no credit, so only its alternative text is shown
story-picture-in-text-remedy = place it with “::picture name | what it shows | credit”
story-unknown-note = there is no footnote “{ $found }”
story-unknown-note-remedy = add “[^{ $found }]:” with its source
story-unused-note = the text does not refer to the footnote “{ $found }”
story-unused-note-remedy = refer to it in the text, or remove it

story-unknown-directive = “::{ $found }” is not a directive
story-unknown-directive-remedy = use view, figure, picture, partnership or story
story-directive-lacks = “::{ $directive }” is missing { $lacks ->
    [view] the name of a view or its query
    [claim] the identifier of a published figure
    [name] the name of a picture
    [alt] alternative text for the picture
    [credit] the credit for the picture
   *[story] the name of a story
}
story-directive-lacks-remedy = add it; separate parts with “|”
story-loop = these stories link in a circle: { $path }
story-loop-remedy = remove one of the links
story-unknown-story = there is no story “{ $found }”
story-unknown-story-remedy = copy the name from the story’s address
story-picture-name = “{ $found }” is not a valid picture name
story-picture-name-remedy = use lowercase letters, digits and hyphens, and .jpg, .png, .webp or .avif; no folder
story-unknown-picture = the package has no picture “{ $found }”
story-unknown-picture-remedy = add it to stories/pictures, and release the package
story-unknown-view = there is no published view “{ $found }”
story-unknown-view-remedy = copy the name from the view’s address, or write the query
story-no-answer = this view has no result: { $reason }
story-no-answer-remedy = build the chart on Explore and copy its address

story-unknown-claim = there is no published figure with the identifier “{ $found }”
story-unknown-claim-remedy = copy it from the address of the figure’s page
story-says-other = the text says “{ $written }”, but the published figure is { $published }
story-says-other-remedy = write the published number with its qualifier; until then, the page shows “{ $published }”
story-older = a newer figure than “{ $claim }” has been published: “{ $newer }”
story-older-remedy = use the newer figure, or add “history” after the address if you mean the earlier one
story-no-source = the statement that begins “{ $begins }” has no source and no figure
story-no-source-remedy = link it to a source, a footnote or a published figure
story-note-without-source = the footnote “{ $found }” has no link to a source
story-note-without-source-remedy = add the address of the source
story-figure-without-source = the figure “{ $claim }” has no source
story-figure-without-source-remedy = add its source to the package
