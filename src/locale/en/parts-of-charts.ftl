### Words within bars, columns, stacked bars, funnels and bullets.

## Stacked bars.

# A part that is not seen in its bar, behind it.
stacked-part = { $series }: { $value }
# What the shares of a bar are shares of.
stacked-of = of { $total }
stacked-rounded = Shares are rounded and may not add up to 100%.
stacked-part-unknown = No shares: a part is not known
stacked-not-numbers = No shares: a part is not exact
stacked-nothing = No shares: the whole is zero

## Small charts.

multiples-own-scale = { $title } (own scale)

## Bullets: a result against what was aimed at.

bullet-share = { $share } of the { $kind ->
    [projection] projection
    [commitment] commitment
   *[other] target
} of { $goal }
bullet-aim = { $kind ->
    [projection] projection
    [commitment] commitment
   *[other] target
}: { $goal }
bullet-no-aim = no goal published

## Funnels: stages that follow one another.

# Within "70%: 870 of 1,240 who enrolled".
funnel-who = { $code ->
    [enrolled] who enrolled
    [completed] who completed
    [placed] who were placed
    [retained] who stayed employed
   *[other] of “{ $stage }”
}
funnel-share = { $share }: { $part } of { $whole } { $who }
funnel-more = More than the { $whole } { $who }, so no share
funnel-no-share = { $part } of { $whole } { $who }: not exact enough for a share
funnel-kinds = No share of those { $who }: one is not a result
funnel-definitions = No share of those { $who }: the definitions differ
funnel-early = too early: still in training
