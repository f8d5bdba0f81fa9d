### Stories, the ways in which employers take part, phases, and what a reader takes along.
stories-title = Stories
stories-all = All stories
stories-lede = { $count } stories of Good Jobs Challenge partnerships, of { $awards } awards identified. Every statement leads to its source or to the published figure it rests on; where nothing was published, the story says so.
stories-by-model = How employers take part
stories-by-phase = Phase (our reading)
stories-by-industry = Industry
stories-by-state = State
stories-all-models = every way
stories-all-phases = every phase
stories-all-industries = every industry
stories-all-states = every state
sift-stories = Search the stories

story-document-title = { $title } ({ $grantee })
story-by = { $author }, { $date }
story-of = Grantee
story-read = Read the story
story-table = Table of the story
story-note-reference = Source { $number }
story-credit = Picture: { $credit }
story-award = The award behind it
story-model = Engagement model
story-model-is = Engagement model: { $model }
story-phases = Phase
story-our-reading = (our reading of published facts)
story-consent = People named
story-grantee = Everything published about { $name }
story-sources = What this story rests on
story-sources-lede = Every number above leads to its published figure, with the words of its source.
story-data = Data version { $version } of { $date }.
story-figures = Figures of this story
story-others = Others like it
story-peers-model = They share this story’s engagement model; those that share most industries stand first.
story-peers-industry = They share most industries with this story’s award.
story-peers-note = A larger number is not a better one: under each stands what sets it apart from the number of this story.
story-peers-apart = No ranking beside this story’s { $number }: { $reasons }.
story-compare = Compare these grantees side by side

partnership-title = Our partnership in published numbers
partnership-lede = The record asks the same questions of every award. { $known ->
    [0] Nothing has been published for this one.
   *[other] For { $known } of { $of }, something has been published for this one.
}
partnership-funnel = From enrollment to a job
partnership-note = Goals are not results. Numbers from different days or with different definitions are not put over one another; a stage without a number is unknown, not zero.

models-title = Three ways to bring employers in
models-lede = Jobs for the Future described three ways in which employers take part in Good Jobs Challenge partnerships. They stand side by side here, each with the grantee that the source names.
models-link = Engagement models compared
models-compared = The three side by side
models-example = Named by the source as example
models-note = The source names one example each. For the other grantees no source names a model, so none is given; one way is not shown to be better than another.
model-title = { $model }: an engagement model
model-how = How it works
model-stories = Stories: { $model }
phases-title = The three phases of a grant
phases-lede = A Good Jobs Challenge grant goes from building the system to designing the program to running it. No list of awards by phase was found; who stands where is our reading of published facts, each with its source.
phases-link = The three phases
phase-title = { $number }. { $name }
phase-basis = The published fact it rests on
phase-nobody = No published fact places a grantee here.

sheet-title = { $title }, on one sheet
sheet-back = Back to the page
sheet-figures = What has been published; of each figure its kind, date and first source
sheet-award = { $name }: an award of { $amount } ({ $round }). States: { $places }. Industries: { $industries }.

grantee-story = Story: { $title }

share-title = Share this page
share-address = Its address
share-copy = Copy the address
share-copied = The address was copied.
share-failed = The browser did not allow it. Mark the address and copy it by hand.
share-native = Share…
share-picture = Picture for a newsletter (PNG, dated)
share-code = Code for a camera (SVG)
share-code-alt = QR code that leads to { $address }
share-print = On one sheet, for printing
share-embed = Card for another website
share-note = The picture, the sheet and the card carry the version and the day of the data.

find-kind-story = Story
find-words-stories = stories grantees examples experience
find-words-models = engagement models employers collaborative co-investors employer-led
find-words-phases = phases system development program design implementation
