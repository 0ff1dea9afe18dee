place-nothing = There is nothing here yet.
thing-up = Move up
thing-down = Move down
