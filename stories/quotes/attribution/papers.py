"""Papers and messages, which have senders and receivers and speak for neither by themselves."""

from stories.quotes.languages import words

PAPERS = words(
    """email emails e-mail letter letters report ruling message messages note notes text texts memo memos telegram
    fax postcard statement lawsuit complaint petition notice transcript diary post tweet recording

    correo carta mensaje nota declaración testimonio comunicado
    courriel mail lettre message mot déclaration témoignage communiqué
    mensagem e-mail bilhete declaração depoimento comunicado
    brief nachricht e-mail mail schreiben notiz aussage erklärung
    письмо сообщение записка показания заявление"""
)
