place-nothing = Тука сѐ уште нема ништо.
thing-up = Помести нагоре
thing-down = Помести надолу
