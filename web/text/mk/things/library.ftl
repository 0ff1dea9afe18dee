library-of-programme = За читање, од програмата
first-to-read = За читање пред првата средба
