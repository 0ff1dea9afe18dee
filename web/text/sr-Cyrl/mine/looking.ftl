looking-for = Шта тражим
can-give = Шта могу да дам
looking-title = Тим тражи парове
looking-lead-mentee = Најпре реците шта желите да умете; то чита само тим.
looking-lead-mentor = Реците шта можете да дате; то чита само тим.
looking-say = Реци
looking-said = Речено, хвала. Погледај поново
