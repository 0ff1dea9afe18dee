place-nothing = Овде још нема ничега.
thing-up = Помери горе
thing-down = Помери доле
