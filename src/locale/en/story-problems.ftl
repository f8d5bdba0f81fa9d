### What is wrong with a story: what was found, and how to mend it.

problem-place-spot = { $file }, line { $line }, character { $character }

story-no-front = the file does not begin with front matter between two lines “---”
story-no-front-remedy = begin it with “---”, lines “key: value” and “---”
story-front-line = “{ $found }” is no “key: value”
story-front-line-remedy = write one key, a colon and its value on each line
story-unknown-key = the front matter has no key “{ $found }”
story-unknown-key-remedy = take it out, or use one of docs/stories.md
story-repeated-key = “{ $key }” stands there twice
story-repeated-key-remedy = keep one of them
story-missing-key = the front matter lacks “{ $key }”
story-missing-key-remedy = add it
story-bad-value = “{ $key }” is “{ $found }”, which it cannot be
story-bad-value-remedy = { $expected ->
    [date] write a day such as 2026-11-25
    [language] write a language such as en or es
    [length] write less: this stands in previews
    [picture] write the plain name of a picture of the package
   *[plain] write small letters, digits and hyphens
}
story-unknown-grantee = no grantee of the package has the identifier “{ $found }”
story-unknown-grantee-remedy = take it from the address of the grantee’s page

story-markup = “{ $found }” is markup, and is shown as text
story-markup-remedy = write it in Markdown
story-link = “{ $found }” is no address that a story may link to
story-link-remedy = begin it with “https://”, “mailto:”, or “/” for a page of this site
story-too-deep = more than { $limit } levels stand within one another here, and what is deeper was left out
story-too-deep-remedy = write it as plain paragraphs
story-picture-in-text = a picture within the text has no credit, and only its words are shown
story-picture-in-text-remedy = place it with “::picture name | what it shows | credit”
story-unknown-note = no footnote is called “{ $found }”
story-unknown-note-remedy = add “[^{ $found }]:” with its source
story-unused-note = nothing leads to the footnote “{ $found }”
story-unused-note-remedy = name it in the text, or take it out

story-unknown-directive = “::{ $found }” is no directive
story-unknown-directive-remedy = use view, figure, picture, partnership or story
story-directive-lacks = “::{ $directive }” lacks { $lacks ->
    [view] the name of a view or its question
    [claim] the identifier of a published figure
    [name] the name of a picture
    [alt] words for those who do not see the picture
    [credit] whose picture it is
   *[story] the name of a story
}
story-directive-lacks-remedy = add it; parts are set apart by “|”
story-loop = these stories lead back to themselves: { $path }
story-loop-remedy = take one of the steps out
story-unknown-story = no story is called “{ $found }”
story-unknown-story-remedy = take the name from its address
story-picture-name = “{ $found }” is no plain name of a picture
story-picture-name-remedy = write small letters, digits and hyphens, and .jpg, .png, .webp or .avif; no folder
story-unknown-picture = the package has no picture “{ $found }”
story-unknown-picture-remedy = put it into stories/pictures and release the package
story-unknown-view = no published view is called “{ $found }”
story-unknown-view-remedy = take the name from its address, or write the question
story-no-answer = this view has no answer: { $reason }
story-no-answer-remedy = ask it on Explore and copy the address from there

story-unknown-claim = no published figure has the identifier “{ $found }”
story-unknown-claim-remedy = take it from the address of the figure’s page
story-says-other = the text says “{ $written }”, what was published is { $published }
story-says-other-remedy = write the number with its word; the page shows “{ $published }” until then
story-older = a newer figure than “{ $claim }” has been published: “{ $newer }”
story-older-remedy = name the newer one, or say "history" behind the address where an earlier state is meant
story-no-source = the statement that begins “{ $begins }” names no source and no figure
story-no-source-remedy = link it to a source, a footnote or a published figure
story-note-without-source = the footnote “{ $found }” leads to no source
story-note-without-source-remedy = add the address of the source
story-figure-without-source = the figure “{ $claim }” names no source
story-figure-without-source-remedy = add its source to the package
