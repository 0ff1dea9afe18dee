invitation =
    .subject = { $inviter } te poziva u Atelje
    .lead = { $inviter } te poziva u Atelje, mjesto gdje se mentorice, mentori i mentiji susreću i razgovaraju.
    .button = Prihvati poziv
    .note = Poveznica radi jednom i vrijedi do: { $until }. Tko je ima, može ući, pa je najbolje ne slati je dalje. Ako je stigla greškom, nije potrebno učiniti ništa.

password_reset =
    .subject = Nova lozinka za Atelje
    .lead = Ovdje se bira nova lozinka. Dotad vrijedi sadašnja.
    .button = Odaberi novu lozinku
    .note = Poveznica radi jednom i vrijedi do: { $until }. Ako ovo nije tvoj zahtjev, nije potrebno učiniti ništa: sve ostaje kako jest.

sign_in_link =
    .subject = Tvoj put u Atelje
    .lead = Ovom se poveznicom ulazi bez lozinke.
    .button = Uđi
    .note = Poveznica radi jednom i vrijedi do: { $until }. Ako ovo nije tvoj zahtjev, nije potrebno učiniti ništa.

address_confirm =
    .subject = Je li ovo tvoja adresa?
    .lead = U Ateljeu je ova adresa navedena kao nečija nova e-pošta. Kad se ovdje potvrdi, zamijenit će dosadašnju.
    .button = Potvrdi adresu
    .note = Poveznica radi jednom i vrijedi do: { $until }. Ako ovo nije tvoj zahtjev, nije potrebno učiniti ništa: sve ostaje kako jest.

address_changed =
    .subject = Tvoja e-pošta u Ateljeu je promijenjena
    .lead = Druga adresa e-pošte zamijenila je ovu. Kada: { $at }.
    .note = Ako to nije tvoja promjena, odmah javi timu svojega programa.

password_changed =
    .subject = Tvoja lozinka u Ateljeu je promijenjena
    .lead = Odabrana je nova lozinka. Kada: { $at }.
    .note = Ako to nije tvoja promjena, odmah javi timu svojega programa.

second_factor_changed =
    .subject = Drugi korak pri ulasku je promijenjen
    .lead = Promijenjeno je ono što Atelje traži uz lozinku. Kada: { $at }.
    .note = Ako to nije tvoja promjena, odmah javi timu svojega programa.

unread =
    .subject = { $sender } ti piše
    .lead = { $sender } ti piše u Ateljeu. Što, može se pročitati ondje, i samo ondje.
    .button = Pročitaj i odgovori
    .note = Dok ne pročitaš, o tome više ne stiže nijedno pismo.

foot = Atelje, { $place }. Odgovore na ovu adresu nitko ne čita.
stop = Bez daljnjih pisama o nepročitanim porukama

unwanted-title = Pisma o nepročitanim porukama
unwanted-lead = Kad ti netko iz tvojega mentorskog para piše i to ostane nepročitano, kratko ti pismo to javi: tko piše, nikad što.
unwanted-stop = Neka više ne stižu
unwanted-stopped = Takva pisma više ne stižu.
unwanted-again = Neka opet stižu
unwanted-wanted = Od sada ta pisma opet stižu.
unwanted-unknown = Ova poveznica nije cijela. Najbolje ju je otvoriti iz samoga pisma.
