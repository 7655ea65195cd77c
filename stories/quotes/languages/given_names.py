"""Common given names by the gender that they mostly tell; unlisted and shared names tell none.

Apart from `stories/extraction/metadata/persons.py`, which takes a signature apart by the words around names and knows
no name.
"""

from stories.quotes.languages import words

MEN = words(
    """aaron abdul adam ahmed alan albert alberto alejandro alexander alfred ali allen andré andreas
        andrew anthony antonio arthur ben benjamin bernard bernie bill bob boris brad brandon brian
        bruce carl carlos charles chris christian christopher chuck claude craig dan daniel dave david
        dennis dick diego dieter dmitry don donald doug douglas ed eduardo edward eric erik ernest
        felipe fernando francisco franz fred frank gary george gerald gerhard giovanni glenn gordon
        graham greg gregory hans harold harry hassan heinz helmut henri henry howard hugo hussein ian
        igor ivan jack jacob jacques jake james jason javier jean jeff jeffrey jeremy jerry jim jimmy
        joe joel john johannes johnny jon jonathan jorge josé joseph josh joshua juan julian jürgen
        justin karl keith ken kenneth kevin klaus kyle larry lawrence leonard lewis louis lucas luis
        luke manuel marc marco mario mark markus martin matt matthew max michael michel miguel mike
        mikhail mitch mohammed muhammad nathan neil nicholas nick nikolai oleg oliver omar oscar otto
        pablo patrick paul pavel pedro peter phil philip philippe pierre rafael ralph ray raymond
        reinhard ricardo richard rick rob robert roberto rodrigo roger roland ron ronald ross roy
        russell ryan samuel scott sean sebastian sergei sergio simon stefan stephen steve steven stuart
        ted terry theodore thomas tim timothy todd tom tommy tony vincent vladimir walter warren wayne
        werner will william wolfgang yusuf zachary"""
)
WOMEN = words(
    """abigail alexandra alice alison amanda amy ana andrea angela anita ann anna anne annette annie
        astrid barbara beatrice betty birgit brenda brigitte bridget camila carla carly carmen carol
        caroline catherine cecilia charlotte christina christine claire clara claudia cristina cynthia
        daniela deborah debbie denise diana diane dolores donna doris dorothy edith eleanor elena
        elisabeth elizabeth ellen emily emma erika esther eva evelyn fatima fiona florence frances
        françoise gabriela gabrielle gina gisela gloria grace hannah haley heather heidi helen helena
        hillary ingrid irene irina isabel isabelle jacqueline jane janet jennifer jenny jessica jill
        joan joanna joyce juana judith judy julia julie karen karin kate katherine kathleen kathy katie
        katrina kelly kellyanne kim kimberly kirsten laura lauren leila lena leslie linda lisa lori
        louise lucia lucy lydia madeleine margaret maria marie marina martha mary megan melania melissa
        mercedes michelle monica monika nadia nancy natalia natalie nathalie nicole nina nora olga
        olivia pamela patricia paula petra rachel rebecca renate rita rosa rosemary ruth sabine sandra
        sara sarah sharon sheila silvia simone sofia sonia sophia sophie stella stephanie susan susanne
        svetlana sylvia tammy tatiana teresa theresa tina tracy ursula valerie vanessa vera veronica
        victoria virginia vivian wendy yvonne"""
)
