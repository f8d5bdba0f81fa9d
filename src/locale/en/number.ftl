### Numbers, money and lists.

# A number that came out as infinite or undefined.
number-not-finite = no value

usd-positive = ${ $value }
usd-negative = −${ $value }
usd-millions = { $value } million
usd-billions = { $value } billion

# Lists are built from the left: "a, b" and then "a, b and c".
list-more = { $before }, { $item }
list-last = { $before } and { $item }
