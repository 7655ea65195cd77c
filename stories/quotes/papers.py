"""Papers and messages, which have senders and receivers and speak for neither by themselves."""

from stories.quotes.languages import words

PAPERS = words(
    """email emails e-mail letter letters report ruling message messages note notes text texts memo memos telegram
    fax postcard statement lawsuit complaint petition notice transcript diary post tweet recording

    correo carta mensaje nota
    courriel mail lettre message mot
    mensagem e-mail bilhete
    brief nachricht e-mail mail schreiben notiz
    письмо сообщение записка"""
)
