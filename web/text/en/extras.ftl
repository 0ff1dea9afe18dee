copy-link = Copy the link
people-to-name = People in this room
people-found = { $count ->
    [one] { $count } name
   *[other] { $count } names
  }
key-send = send
key-line = new line
key-cancel = leave a reply or a change
key-edit-last = in the empty field: change my last message
key-messages = in the talk: from message to message
key-reply = on a message: reply
key-edit = on a message of mine: change
key-react = on a message: react
key-quote = on a message: quote
key-link = on a message: copy its link
key-mention = while writing: mention somebody
key-help = show these keys
