library-of-programme = За читање, од програма
first-to-read = За читање пре првог сусрета
