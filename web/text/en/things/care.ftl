show-to-contact = Show these messages to the safeguarding contact
show-which = Which messages?
show-to-whom = To whom?
show-reason = What is it about, if it helps to say so
show-only-these = { $count ->
    [one] Exactly this { $count } message is shown, as it is now, with the name of who shows it. Nothing before it and nothing after it.
   *[other] Exactly these { $count } messages are shown, as they are now, with the name of who shows them. Nothing before, between or after them.
  }
show-kept = The copy is kept until { $day }, also if the words are taken back meanwhile. Then it is removed.
show-nobody-learns = Nobody else learns of it: not the others in this room, and not the team.
show-send = Show them
show-pick-one = Tick at least one message.
show-pick-fewer = At most { $most } messages can be shown at once.
show-pick-contact = Choose somebody.
show-nobody = Nobody can be shown messages of this room: there is no safeguarding contact outside of it. There is the telephone.
shown-sent = { $name } has the messages now and gets a mail that says so, without their words.
shown-follow = See what has come of it
report-received = Received
report-looking = Being looked at
report-closed = Closed
report-did-sent = shown
report-did-opened = opened
report-did-looking = being looked at
report-did-closed = closed
shown-none = No messages were shown to anybody. It begins with the menu of a message, in its room.
shown-none-to-me = Nothing was shown to you. When somebody shows you messages, they stand here, and a mail tells you.
shown-by-me = { $count ->
    [one] { $count } message shown
   *[other] { $count } messages shown
  }
shown-to = To:
shown-nobody-left = This person can’t read them any more. They can be shown to somebody else.
shown-to-me = Shown by { $name }
shown-count = { $count ->
    [one] { $count } message
   *[other] { $count } messages
  }
shown-open = Open
shown-look = Being looked at
shown-close = Close
shown-until = Removed on { $day }
