when-title = Када могу?
when-asked-by = Пита { $name }, да се нађе време за све
when-yes = Да
when-maybe = Ако треба
when-no = Не
when-noted = Забележено.
when-noted-all = Забележено, хвала. Док ништа није одлучено, може да се промени.
when-undo = Врати како је било
