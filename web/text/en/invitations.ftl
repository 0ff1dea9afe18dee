invite-title = Invite somebody
invite-lead = The invitation goes by e-mail. Its link can be passed on in any other way too.
invite-name = Name, first and last
invite-language = In which language
invite = Make the invitation

pass-on-title = The invitation is ready
pass-on-mailed = By e-mail it is on its way to
pass-on-words = To pass on in person, word for word or changed
pass-on-once = This link is shown only now. Should it get lost, a new one can be made below.
share = Share
invite-another = Invite somebody else

open-invitations = Not here yet
no-open-invitations = Everybody who was invited is here.
unopened-count = { $count ->
    [0] Everybody has opened theirs.
    [one] { $count } has not been opened yet.
   *[other] { $count } have not been opened yet.
  }
came-count = { $count ->
    [one] { $count } is here by now
   *[other] { $count } are here by now
  }
invitation-unopened = Not opened yet
invitation-opened = Opened, not finished yet
invitation-lapsed = Its seven days are over
invitation-accepted = Here by now
invitation-until = until: { $day }
invitation-renew = New link
invitation-renew-whose = New link for { $name }
invitation-withdraw-whose = Take back the invitation for { $name }
invitation-leaving = is being taken back
invitation-keep = Keep it

# To the invited person, in their own language, from the inviter.
invitation-words =
    Hello, { $name }!

    { $inviter } sends this invitation to Atelje, a quiet place on the web where mentoring pairs and groups talk and keep what they agreed on. Nothing has to be installed.

    This link is for one person only. Please do not pass it on:
    { $link }

    It works until { $until }.
