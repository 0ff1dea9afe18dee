"""Lists of people, as spreadsheets and mails have them: letters, columns, and what the words in them mean. Pure."""
