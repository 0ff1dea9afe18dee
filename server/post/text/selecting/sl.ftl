# Kaj se sporoča osebam, ki so se prijavile, in kaj se sprašuje. V pismih so besede ekipe; te so za začetek.
interview_asked =
    .subject = Termini za pogovor: { $title }
    .lead = O vaši prijavi bi se radi pogovorili in predlagamo termine: { $title }
    .button = Izbira termina
    .note = Kdor ima povezavo, lahko odgovori namesto vas, zato je najbolje, da ostane pri vas. Če noben termin ne ustreza, zadošča en dotik.

interview_answered =
    .subject = Prispel je odgovor o pogovoru
    .lead = Nekdo je odgovoril, kdaj se lahko pogovori. Kdo in kdaj, se lahko prebere v Ateljeju, in samo tam.
    .button = Ogled
    .note = Odgovor se tam lahko spremeni, dokler termin ne mine.

outcome =
    .subject = { $title }
    .lead = { $name },
    .note = Ekipa: { $call }

letter-yes =
    .title = { $title }: radi bi, da ste z nami
    .words =
        hvala za prijavo. Skrbno smo jo prebrali in veseli bomo, če boste z nami.

        Kaj sledi: v naslednjem sporočilu pride vaš vstop v Atelje, kraj, kjer se dogaja vse ostalo. Če se je medtem kaj spremenilo in ne morete sodelovati, nam to kmalu sporočite, da mesto lahko dobi nekdo drug: { $contact }

        Veselimo se poti, ki se zdaj začenja.

letter-reserve =
    .title = { $title }: v rezervi
    .words =
        hvala za prijavo. Skrbno smo jo prebrali in radi bi, da ste z nami. Trenutno nimamo prostega mesta, ki bi vam ga lahko ponudili, zato vas hranimo v rezervi.

        Če se mesto sprosti, vam takoj pišemo. Če raje ne bi čakali, zadošča ena vrstica, brez razloga: { $contact }

        Vemo, da čakanje ni lahko, in hvala za potrpljenje.

letter-no =
    .title = { $title }: o vaši prijavi
    .words =
        hvala za prijavo, za čas in za zaupanje, ki je v njej. Skrbno smo jo prebrali. Tokrat vam ne moremo ponuditi mesta in žal nam je, da vam moramo to napisati.

        To je odločitev o tem razpisu in ne sodba o vas ali o vašem delu. Če želite vedeti več o tem, kako je do nje prišlo, nam pišite in nekdo vam bo odgovoril: { $contact }

        Kar ste nam poslali, se izbriše na dan, ki vam je bil povedan. Dobrodošli ste tudi na naslednjih razpisih.

# Stran, na kateri se izbere termin za pogovor.
interview-lead = O vaši prijavi bi se radi pogovorili. Izberite termin, prosimo; do takrat ga je tu mogoče spremeniti.
interview-zone = Časi so po uri:
interview-which = Kdaj se lahko pogovorimo?
interview-none = Noben od teh terminov ne ustreza
interview-send = Pošlji
interview-thanks = Hvala, zabeleženo je.
interview-changed = Medtem so predlagani drugi termini. Izberite med njimi, prosimo.
interview-over = Ta termin je minil. Izberite drugega, prosimo.
interview-gone = Tu ni več ničesar, na kar bi bilo treba odgovoriti
interview-gone-why = Umaknjeno je ali pa je naslov drug.
