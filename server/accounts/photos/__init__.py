"""Photos of people: small squares, without anything that a camera wrote into them."""
