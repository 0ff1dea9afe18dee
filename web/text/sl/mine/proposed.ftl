proposed-title = Predlog zate
proposed-look = Oglej si v miru
proposed-until = odprto do: { $when }
proposed-waiting = Odgovor je bil: da. Zdaj so vprašani drugi; ko vsi rečejo da, se soba odpre.
proposed-opened = Vaša soba je odprta
proposed-times = Poglej prve termine
proposed-over = En predlog ni več odprt. Ekipa išče naprej.
