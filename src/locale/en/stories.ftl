### Stories, the ways in which employers take part, phases, and what a reader takes along.
stories-title = Stories
stories-all = All stories
stories-lede = We publish { $count } stories of Good Jobs Challenge partnerships, out of { $awards } identified grants. Every statement links to its source or to a published figure. Where nothing was published, the story says so.
stories-by-model = Engagement model
stories-by-phase = Phase (our classification)
stories-by-industry = Industry
stories-by-state = State
stories-all-models = All models
stories-all-phases = All phases
stories-all-industries = All industries
stories-all-states = All states
sift-stories = Search stories

story-document-title = { $title } ({ $grantee })
story-by = { $author }, { $date }
story-of = Grantee
story-read = Read the story
story-table = Table in the story
story-note-reference = Source { $number }
story-credit = Picture: { $credit }
story-award = About the grant
story-model = Engagement model
story-model-is = Engagement model: { $model }
story-phases = Phase
story-our-reading = (our classification, from published facts)
story-consent = People named
story-grantee = All published figures for { $name }
story-sources = Sources and data
story-sources-lede = Each number links to its published figure, with quotes from its sources.
story-data = Data version { $version }, { $date }.
story-figures = Figures in this story
story-others = Similar stories
story-peers-model = These stories have the same engagement model. Those that share the most industries are first.
story-peers-industry = These stories share the most industries with this grant.
story-peers-note = A larger number does not mean a better result.
story-peers-apart = Not ranked: { $reasons }.
story-compare = Compare these grantees

partnership-title = Published figures for this partnership
partnership-lede = { $known ->
    [0] None of { $of } figures has been published for this grant.
   *[other] Published for this grant: { $known } of { $of } figures.
}
partnership-funnel = People at each stage, from enrollment to a job
partnership-note = Goals are not results. A stage without a number is unknown, not zero.

models-title = Three employer engagement models
models-lede = Jobs for the Future described three ways that employers take part in Good Jobs Challenge partnerships. This page compares them, each with the grantee that the source names.
models-link = Compare engagement models
models-compared = Comparison of the three models
models-example = Example named by the source
models-note = The source names one example of each model. No source names a model for the other grantees, so none is given. No model has been shown to be better than another.
model-title = { $model }: employer engagement model
model-how = How it works
model-stories = Stories: { $model }
phases-title = Three phases of a grant
phases-lede = A Good Jobs Challenge grant goes from building the system, to designing the program, to running it. We found no list of grants by phase. We placed grants in phases from published facts, each with its source.
phases-link = The three phases
phase-title = { $number }. { $name }
phase-basis = Basis (published fact)
phase-nobody = No published fact shows a grantee in this phase.

sheet-title = { $title } (one-page summary)
sheet-back = Back to the page
sheet-figures = Published figures with type, date and main source
sheet-award = { $name }: grant ({ $round }), { $amount }. States: { $places }. Industries: { $industries }.

grantee-story = Story: { $title }

share-title = Share this page
share-address = Link
share-copy = Copy link
share-copied = Link copied.
share-failed = Your browser did not allow copying. Select the address and copy it.
share-native = Share…
share-picture = Picture for a newsletter (PNG, dated)
share-code = QR code (SVG)
share-code-alt = QR code for { $address }
share-print = One-page summary to print
share-embed = Embed card for a website
share-note = Each shows the data version and date.

find-kind-story = Story
find-words-stories = stories grantees examples experience
find-words-models = engagement models employers collaborative co-investors employer-led
find-words-phases = phases system development program design implementation
