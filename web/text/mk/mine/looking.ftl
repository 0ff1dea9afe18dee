looking-for = Што барам
can-give = Што можам да дадам
looking-title = Тимот бара парови
looking-lead-mentee = Најпрво кажете што сакате да умеете; тоа го чита само тимот.
looking-lead-mentor = Кажете што можете да дадете; тоа го чита само тимот.
looking-say = Кажи
looking-said = Кажано, благодариме. Погледни повторно
