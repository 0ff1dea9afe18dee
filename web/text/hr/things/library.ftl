library-of-programme = Za čitanje, od programa
first-to-read = Za čitanje prije prvog susreta
