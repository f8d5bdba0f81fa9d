### How a grantee brings a story to this site.
share-story-title = Share your story
share-story-description = What a grantee or partner needs for a story on this site: the template, sources, consent, review and contact
share-story-lede = Do you run a program of the Good Jobs Challenge, or take part in one? Your story can be on this site. This page says what we need.

share-story-template = The template
share-story-template-text = The template is a text file (Markdown) that any editor opens. Replace each text that begins with REPLACE. Lines that begin with # are notes for you.
share-story-template-link = Download the story template
share-story-template-grantee = After “grantee:”, write the last part of the address of your page in the list of grantees.

share-story-need = What we need
share-story-need-title = A headline of at most 90 characters that says what the story is about.
share-story-need-summary = One or two sentences for previews, at most 320 characters.
share-story-need-text = The text, with a public source for each paragraph.
share-story-need-author = The name of the author and the day.
share-story-need-consent = How each person who is named, quoted or shown agreed.
share-story-need-photo = If you like, one photo with its description and credit.

share-story-write = How to write it
share-story-write-first = Say in the first paragraph who took part, where, and what resulted. People come before money.
share-story-write-employers = Say what employers do: which ones, and how they take part.
share-story-write-headings = Use headings that readers would search for.
share-story-write-words = Write short sentences in plain words, as a local newspaper would.
share-story-write-unknown = End with what is not yet known.

share-story-numbers = Numbers and sources
share-story-numbers-link = Each number in the text links to a published figure of this site. Use its exact words, such as “nearly 90%”.
share-story-numbers-new = Is a number not on this site yet? Send us its source first.
share-story-numbers-publish = How to publish your data
share-story-numbers-goals = A goal is not a result. The page labels goals, forecasts and promises as such.
share-story-numbers-source = A source is a page or a document that anyone can open: a report, a press release or a news article. It has a link.
share-story-numbers-figures = See all published figures

share-story-consent = Consent for quotes and photos
share-story-consent-people = Ask each person who is named, quoted or shown. Get the answer in writing, and keep it.
share-story-consent-what = Tell people what they agree to: a public website that others may quote and copy. Earlier versions of its files stay online.
share-story-consent-quote = Show each person their quote before you send it. Words from a published article need a link to it instead.
share-story-consent-photo = For a photo, we also need the name of the person who took it, and their permission to publish it.
share-story-consent-minor = For a person under 18, a parent or guardian must agree as well.
share-story-consent-data = Do not send us the signed forms. In the line “consent:”, say how people agreed. Readers see that line.
share-story-consent-back = People can change their mind. Tell us, and we remove the name, quote or photo from the page with the next version of the data.
share-story-consent-none = If no one is named, quoted or shown, write “No one is named.”

share-story-review = How we review it
share-story-review-check = Our tool compares each number with the data, and looks for a source in each paragraph. It lists each problem with its line.
share-story-review-edit = An editor reads the story for plain words and asks you about changes.
share-story-review-see = You see the final text before it is published.
share-story-review-release = The story is published with a new version of the data. It names its author, the day and its sources.
share-story-review-later = When a newer number is published, our tool reports it, and we update the story.

share-story-send = Send it
share-story-send-text = Send the text file, the photo and the name of the person who answers questions:
share-story-send-link = Send a story

share-story-examples = Read the stories on this site
