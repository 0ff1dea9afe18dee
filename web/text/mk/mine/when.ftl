when-title = Кога можам?
when-asked-by = Прашува { $name }, за да се најде време за сите
when-yes = Да
when-maybe = Ако треба
when-no = Не
when-noted = Забележано.
when-noted-all = Забележано, благодариме. Додека ништо не е одлучено, може да се смени.
when-undo = Врати како што беше
