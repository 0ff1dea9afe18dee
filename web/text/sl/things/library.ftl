library-of-programme = Za branje, od programa
first-to-read = Za branje pred prvim srečanjem
