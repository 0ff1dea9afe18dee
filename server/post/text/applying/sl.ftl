# Kaj razpis vpraša, dokler njegova ekipa tega ne pove drugače.
ask-title = { $programme }: odprti poziv
ask-country = V kateri državi živite in delate?
ask-languages = V katerih jezikih lahko delamo z vami in kako dobro?
    .hint = Navedite vsak jezik, v katerem bi se lahko eno uro pogovarjali o svojem delu.
ask-about = S čim se ukvarjate?
    .hint = Nekaj stavkov zadošča: kaj, kje, s kom, od kdaj.
ask-need = Kaj bi radi zmogli po teh mesecih?
    .hint = Čim bolj konkretno: ena ali dve stvari sta boljši od desetih.
ask-goals = Po čem bi opazili, da se je splačalo?
ask-give = Kaj lahko daste nekomu, ki je na poti bolj na začetku?
    .hint = Kaj znate, kaj ste poskusili, kaj vam ni uspelo; koga poznate.
ask-disciplines = Na katerih področjih delate?
ask-wanted = Kaj bi se radi naučili?
ask-given = Kaj se lahko drugi naučijo od vas?
ask-link = Povezava do vašega dela
    .hint = Če obstaja.
ask-work = Nekaj za pokazati
    .hint = Portfolio, besedilo, slika, posnetek: karkoli pove več kot besede tukaj.
ask-access = Kaj potrebujete, da bi lahko sodelovali?
    .hint = Tolmača, prostor brez stopnic, čas, ki ustreza, miren prostor, pomoč pri stroških: karkoli že je. Pri izbiri ne šteje.

# Sporočila tistim, ki odgovarjajo na poziv, na njihov naslov: nikoli tisto, kar so napisali.
application_begun =
    .subject = Vaša prijava: { $title }
    .lead = Začeli ste odgovarjati na ta poziv: { $title }. S to povezavo se vrnete nanjo s katere koli naprave, do { $deadline }.
    .button = Nadaljuj
    .note = Kdor ima povezavo, lahko prijavo bere in spreminja, zato je najbolje, da jo hranite zase. Nihče drug je ne bere, dokler je ne pošljete. Če to niste bili vi, ni treba storiti ničesar: kar ni poslano, se izbriše.

application_sent =
    .subject = Prispelo je: { $title }
    .lead = Vaša prijava je prispela: { $title }. Za povezavo je vaš izvod, tak, kot se bere; do { $deadline } ga je tam še mogoče spremeniti.
    .button = Poglej svoj izvod
    .note = Kar ste napisali, ni v tem sporočilu, da v nobenem predalu ne ostane dlje, kot vam je bilo rečeno. Kdor ima povezavo, ga lahko bere, zato je najbolje, da jo hranite zase.

application_link =
    .subject = Vaša povezava: { $title }
    .lead = Nekdo je prosil za povezavo do vaše prijave: { $title }. Tukaj je.
    .button = Odpri
    .note = Prejšnje povezave še veljajo. Če to niste bili vi, ni treba storiti ničesar.

application_withdrawn =
    .subject = Izbrisano je: { $title }
    .lead = Vaša prijava je umaknjena in izbrisana, skupaj z datotekami: { $title }.
    .note = Povezave do nje ne vodijo več nikamor. Če to niste bili vi, sporočite ekipi poziva.

call_extended =
    .subject = Več časa: { $title }
    .lead = Vsi imajo več časa: { $title }. Kar ste začeli, je mogoče poslati do { $deadline }.
    .button = Nadaljuj
    .note = Nič od napisanega se ni spremenilo. Kdor ima povezavo, ga lahko bere, zato je najbolje, da jo hranite zase.
