# Što poziv pita, dok njegov tim to ne kaže drukčije.
ask-title = { $programme }: otvoreni poziv
ask-country = U kojoj zemlji živite i radite?
ask-languages = Na kojim jezicima možemo raditi s vama i koliko dobro?
    .hint = Navedite svaki jezik na kojem biste mogli sat vremena razgovarati o svojem radu.
ask-about = Čime se bavite?
    .hint = Dovoljno je nekoliko rečenica: što, gdje, s kim, otkad.
ask-need = Što biste željeli moći nakon ovih mjeseci?
    .hint = Što konkretnije: jedna ili dvije stvari bolje su od deset.
ask-goals = Po čemu biste primijetili da se isplatilo?
ask-give = Što možete dati nekome tko je ranije na putu?
    .hint = Što znate, što ste pokušali, u čemu niste uspjeli; koga poznajete.
ask-disciplines = U kojim područjima radite?
ask-wanted = Što biste željeli naučiti?
ask-given = Što drugi mogu naučiti od vas?
ask-link = Poveznica na vaš rad
    .hint = Ako postoji.
ask-work = Nešto za pokazati
    .hint = Portfolio, tekst, slika, snimka: što god kaže više od riječi ovdje.
ask-access = Što vam je potrebno da biste sudjelovali?
    .hint = Prevoditelj, mjesto bez stuba, vrijeme koje odgovara, tiha soba, pomoć s troškovima: što god to bilo. Nema udjela u odabiru.

# Poruke onima koji odgovaraju na poziv, na njihovu adresu: nikad ono što su napisali.
application_begun =
    .subject = Vaša prijava: { $title }
    .lead = Počeli ste odgovarati na ovaj poziv: { $title }. Ovom poveznicom vraćate se na nju s bilo kojeg uređaja, do { $deadline }.
    .button = Nastavi
    .note = Tko ima poveznicu, može prijavu čitati i mijenjati, zato je najbolje čuvati je za sebe. Nitko je drugi ne čita dok je ne pošaljete. Ako to niste bili vi, ne treba ništa činiti: što nije poslano, briše se.

application_sent =
    .subject = Stiglo je: { $title }
    .lead = Vaša je prijava stigla: { $title }. Iza poveznice je vaš primjerak, onakav kakav se čita; do { $deadline } može se ondje još mijenjati.
    .button = Pogledaj svoj primjerak
    .note = Ono što ste napisali nije u ovoj poruci, da ni u jednom sandučiću ne ostane dulje nego što vam je rečeno. Tko ima poveznicu, može ga čitati, zato je najbolje čuvati je za sebe.

application_link =
    .subject = Vaša poveznica: { $title }
    .lead = Netko je zatražio poveznicu na vašu prijavu: { $title }. Evo je.
    .button = Otvori
    .note = Ranije poveznice i dalje vrijede. Ako to niste bili vi, ne treba ništa činiti.

application_withdrawn =
    .subject = Izbrisano je: { $title }
    .lead = Vaša je prijava povučena i izbrisana, zajedno s datotekama: { $title }.
    .note = Poveznice na nju više ne vode nikamo. Ako to niste bili vi, javite timu poziva.

call_extended =
    .subject = Više vremena: { $title }
    .lead = Svi imaju više vremena: { $title }. Što ste počeli, može se poslati do { $deadline }.
    .button = Nastavi
    .note = Ništa se od napisanog nije promijenilo. Tko ima poveznicu, može ga čitati, zato je najbolje čuvati je za sebe.
