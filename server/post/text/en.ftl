# The mails. Of each: the subject, what it is about, the button, and what to know besides.
invitation =
    .subject = { $inviter } invites you to Atelje
    .lead = { $inviter } would like to have you in Atelje, the place where mentors and mentees meet and talk.
    .button = Accept the invitation
    .note = The link works once, until { $until }. Whoever has it can come in, so it is best kept to yourself. If it came to you by mistake, nothing needs to be done.

password_reset =
    .subject = A new password for Atelje
    .lead = A new password can be chosen here. Until then the present one stays.
    .button = Choose a new password
    .note = The link works once, until { $until }. If this was not you, nothing needs to be done: all stays as it is.

sign_in_link =
    .subject = Your way into Atelje
    .lead = With this link you come in without a password.
    .button = Come in
    .note = The link works once, until { $until }. If this was not you, nothing needs to be done.

address_confirm =
    .subject = Is this your address?
    .lead = In Atelje this address was given as a person’s new e-mail. Once it is confirmed here, it takes the place of the former one.
    .button = Confirm the address
    .note = The link works once, until { $until }. If this was not you, nothing needs to be done: all stays as it is.

address_changed =
    .subject = Your e-mail in Atelje has changed
    .lead = Another e-mail address has taken the place of this one. When: { $at }.
    .note = If this was not you, please tell the team of your programme at once.

password_changed =
    .subject = Your password in Atelje has changed
    .lead = A new password was chosen. When: { $at }.
    .note = If this was not you, please tell the team of your programme at once.

second_factor_changed =
    .subject = The second step of coming in has changed
    .lead = What Atelje asks for besides the password was changed. When: { $at }.
    .note = If this was not you, please tell the team of your programme at once.

unread =
    .subject = { $sender } has written to you
    .lead = { $sender } has written to you in Atelje. What was written can be read there, and only there.
    .button = Read and answer
    .note = No further mail comes about this until you have read it.

foot = Atelje, { $place }. Nobody reads answers to this address.
stop = No more mails about unread messages

# The page behind that link.
unwanted-title = Mails about unread messages
unwanted-lead = When your mentor or mentee has written and it stays unread, a short mail tells you so: who wrote, never what.
unwanted-stop = No more of these mails
unwanted-stopped = No such mail comes any more.
unwanted-again = Have them again
unwanted-wanted = From now on these mails come again.
unwanted-unknown = This link is not whole. It is best opened from the mail itself.
