library-of-programme = From the programme, to read
first-to-read = To read before the first meeting
